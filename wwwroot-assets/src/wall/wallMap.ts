import { isOpen, type Alert } from "../live/board";
import { address } from "../page/api";
import { h, write } from "../page/dom";
import { shown, wordOf, type Shown } from "../page/mode";
import { say } from "../page/say";
import { whoComes } from "../page/words";

type At = [number, number];
interface Mark { alertId: string; mode: string; at: At; coming: At[]; }

const everyMinute = 60_000;
/** A commit with its answers is asked about once, and never in the first moment of a whistle. */
const afterwards = 700;
/** Metres to each side of what whistles, at the least. */
const around = 90;

/** The town behind the alerts: what it shows stands in words before it, so that a map that does not come costs nothing. */
export class WallMap {
  readonly #sheet = h("div", { class: "map-sheet", role: "img", "aria-label": say("wall-map") });
  readonly #words = h("figcaption", { class: "map-words" });
  #town?: SVGSVGElement;
  #drawn = "";
  #marks: Mark[] = [];
  #open: Alert[] = [];
  #asked = "";
  #asking?: ReturnType<typeof setTimeout>;

  constructor(private readonly place: HTMLElement | null) { place?.prepend(this.#words, this.#sheet); }

  start() {
    if (!this.place) return;
    void this.#fetchTown();
    setInterval(() => void this.#fetchTown(), everyMinute);
  }

  /** What is open, the one that stands largest first. */
  show(open: Alert[]) {
    const key = open.map(a => `${a.alertId} ${a.version}`).join();
    if (!this.place || key === this.#asked) return;
    [this.#asked, this.#open] = [key, open.filter(isOpen)];
    clearTimeout(this.#asking);
    if (open.length > 0) this.#asking = setTimeout(() => void this.#fetchMarks(), afterwards);
    this.#draw();
  }

  /** The words come first: where they need the whole width, the map gives way. */
  giveWay(words: HTMLElement | null) {
    this.place?.removeAttribute("data-crowded");
    if (words && words.scrollHeight > words.clientHeight + 1) this.place?.setAttribute("data-crowded", "");
  }

  async #fetchTown() {
    const text = await fetch(address("wall/map.svg"), { credentials: "same-origin", cache: "no-cache" }).then(r => (r.ok ? r.text() : "")).catch(() => "");
    if (text) this.place!.removeAttribute("data-old");
    else this.place!.dataset.old = ""; // dots that nobody renews must not say how it stands
    if (!text || text === this.#drawn) return;
    const town = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    if (!(town instanceof SVGSVGElement)) return;
    this.#drawn = text;
    this.#sheet.replaceChildren(this.#town = document.importNode(town, true));
    this.#town.setAttribute("aria-hidden", "true");
    this.#town.dataset.whole = this.#town.getAttribute("viewBox")!;
    this.#draw();
  }

  async #fetchMarks() {
    const marks = await fetch(address("wall/marks"), { credentials: "same-origin", cache: "no-store" }).then(async r => (r.ok ? await r.json() as Mark[] : undefined)).catch(() => undefined);
    if (!marks) return;
    this.#marks = marks;
    this.#draw();
  }

  #draw() {
    this.#marks = this.#marks.filter(m => this.#open.some(a => a.alertId === m.alertId));
    const [first] = this.#open;
    const mode = first && shown(first.mode);
    write(this.#words, first ? `${say(wordOf(first.mode))} · ${first.shop.name} · ${whoComes(first)}` : "");
    if (mode) this.place!.dataset.mode = mode;
    else delete this.place!.dataset.mode;
    this.#sheet.querySelector(".map-marks")?.remove();
    if (!this.#town) return;
    const focus = this.#marks.find(m => m.alertId === first?.alertId);
    const box = focus ? aroundOf(focus) : this.#town.dataset.whole!;
    this.#town.setAttribute("viewBox", box);
    const size = focus ? Number(box.split(" ")[2]) / 26 : 0;
    // The one that stands largest is drawn last, above the others.
    if (focus) this.#town.append(g("g", { class: "map-marks" }, ...[...this.#marks.filter(m => m !== focus), focus].flatMap(m => signs(m, size))));
  }
}

function aroundOf({ at, coming }: Mark): string {
  const all = [at, ...coming];
  const half = Math.max(around, ...all.flatMap(p => [Math.abs(p[0] - at[0]), Math.abs(p[1] - at[1])])) * 1.15;
  return [at[0] - half, at[1] - half, 2 * half, 2 * half].map(Math.round).join(" ");
}

function signs({ alertId, mode, at, coming }: Mark, size: number): SVGElement[] {
  const how = { "data-mode": shown(mode), "data-alert": alertId };
  return [
    ...coming.map(from => g("line", { class: "map-way", ...how, x1: from[0], y1: from[1], x2: at[0], y2: at[1] })),
    ...coming.map(from => g("circle", { class: "map-coming", ...how, cx: from[0], cy: from[1], r: size * .45 })),
    g("path", { class: "map-mark", ...how, d: outlines[shown(mode)], transform: `translate(${at[0]} ${at[1]}) scale(${size})` }),
  ];
}

/** The signs of the house, two wide: an octagon for what is real, three bars for a drill, a dot for anything else. */
const outlines: Record<Shown, string> = {
  real: "M-.4-1H.4L1-.4V.4L.4 1H-.4L-1 .4V-.4Z",
  drill: "M-1-1H-.5V1H-1ZM-.25-1H.25V1H-.25ZM.5-1H1V1H.5Z",
  test: "M-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0Z",
};

function g(tag: string, attributes: Record<string, string | number>, ...children: SVGElement[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
