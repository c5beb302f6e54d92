import "./css/base.css";
import "./css/observe.css";
import { ObservePage } from "./observe/observePage";

document.documentElement.classList.add("scripted");
new ObservePage().start();
