import "./css/base.css";
import "./css/whistle.css";
import "./css/sent.css";
import "./css/takeover.css";
import { address } from "./page/api";
import { byId } from "./page/dom";
import { WhistlePage } from "./whistle/whistlePage";

document.documentElement.classList.add("scripted");
// A browser that is no device, or one that was revoked, gets a page without a button.
if (byId("whistle")) new WhistlePage().start();
if ("serviceWorker" in navigator) void navigator.serviceWorker.register(address("sw.js"), { scope: address("./") }).catch(() => { /* the page works without */ });
