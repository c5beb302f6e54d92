import "./css/base.css";
import "./css/observe.css";
import { keepPage } from "./observe/kept";
import { ObservePage } from "./observe/observePage";

document.documentElement.classList.add("scripted");
new ObservePage().start();
void keepPage();
