import "./css/base.css";
import "./css/console.css";
import "./css/cards.css";
import "./css/register.css";
import "./css/gear.css";
import "./css/setup.css";
import "./css/records.css";
import "./css/rooms.css";
import "./css/scenarios.css";
import "./css/drills.css";
import "./css/dark.css";
import { startConsole } from "./console/console";
import { offerCopies } from "./console/copy";

document.documentElement.classList.add("scripted");
startConsole();
offerCopies();
