import "./css/base.css";
import "./css/console.css";
import "./css/cards.css";
import "./css/register.css";
import "./css/records.css";
import { startConsole } from "./console/console";

document.documentElement.classList.add("scripted");
startConsole();
