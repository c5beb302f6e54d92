import { Clock } from "../live/clock";
import { ConnectionBanner } from "../page/connection";
import { paintMode } from "../page/mode";
import { recall, remember } from "../page/memory";
import { printed } from "../page/say";
import { Alarm, pageMode } from "./alarm";
import { drawKeys, keys } from "./keys";
import { Line } from "./line";
import { menu } from "./menu";
import { tick } from "./ticking";

const sizes = ["0", "1", "2", "3"];

/** Everything of a console that must go on when the circuit does not: the clock, the banner, the sound, the frame. */
export function startConsole() {
  paintText(recall("text") ?? document.documentElement.dataset.text ?? "0");
  paintRoom(recall("room") ?? "light");
  if (!document.querySelector("[data-testid=connection]")) return; // a plain page, such as signing in
  const clock = new Clock(() => performance.now(), Date.parse(printed.serverTime ?? "") || 0);
  const alarm = new Alarm();
  const line = new Line(() => alarm.on, time => clock.sync(time));
  const banner = new ConnectionBanner(line);
  const zone = document.body.dataset.zone;
  const draw = () => { tick(clock, zone); banner.draw(); };
  // Nothing here may write what did not change: each write is seen below, and would call it again without end.
  const look = () => { paintSkip(); showPage(); paintMode(pageMode()); alarm.look(); drawKeys(); tick(clock, zone); };
  let asked = false;
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => { asked = false; look(); });
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-at", "data-due", "data-mode", "data-alarm"] });
  setInterval(draw, 500);
  alarm.start();
  keys();
  choices();
  menu();
  line.start();
  look();
}

/** Language, text size and the dark room stand in pages that Blazor draws and redraws, so one listener hears for all. */
function choices() {
  document.addEventListener("click", e => {
    const button = e.target instanceof Element ? e.target.closest<HTMLElement>("[data-testid=language], [data-testid=larger-text], [data-testid=dark-room]") : null;
    if (!button) return;
    if (button.dataset.lang) {
      const here = new URL(location.href);
      here.searchParams.set("lang", button.dataset.lang);
      location.assign(here);
    } else if (button.dataset.testid === "dark-room") {
      const next = document.documentElement.dataset.room === "dark" ? "light" : "dark";
      remember("room", next);
      paintRoom(next);
    } else {
      const next = sizes[(sizes.indexOf(document.documentElement.dataset.text ?? "0") + 1) % sizes.length]!;
      remember("text", next);
      paintText(next);
    }
  });
}

/** The way past the head leads into the page that is shown, not into the one that was loaded. */
function paintSkip() {
  const skip = document.querySelector<HTMLAnchorElement>("a.skip");
  if (skip) skip.href = `${location.pathname}${location.search}#main`;
}

let shownPage = "";

/** On a narrow screen the bar of pages scrolls: the one that is shown comes into sight, once, and then the bar is the reader's. */
function showPage() {
  const page = document.querySelector<HTMLAnchorElement>(".head nav a.active");
  const bar = page?.closest("ul");
  if (!page || !bar || page.href === shownPage) return;
  shownPage = page.href;
  const [here, all] = [page.getBoundingClientRect(), bar.getBoundingClientRect()];
  bar.scrollLeft += here.left - all.left - (all.width - here.width) / 2;
}

function paintRoom(room: string) { document.documentElement.dataset.room = room; }

function paintText(size: string) { document.documentElement.dataset.text = size; }
