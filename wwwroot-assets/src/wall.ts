import "./css/base.css";
import "./css/wall.css";
import { WallPage } from "./wall/wallPage";

document.documentElement.classList.add("scripted");
new WallPage().start();
