import { say } from "../page/say";

const phoneWidth = 390;
const phoneHeight = 700; // as much as a phone's page needs for its whistle and the button below it
const smallest = 0.8; // what is shrunk further cannot be touched
const widths: Record<string, number> = { station: 880, wall: 1240, organizer: 880 };
const landmarks = "main, footer, nav, aside, section[aria-label], form[aria-label], [role=region], header:not(:is(main, article, section, aside, nav) *)";
const narrow = matchMedia("(max-width: 799px)");

/**
 * The frames. Each page is laid out at the width of its own kind of screen and shrunk to its place, so that a phone looks like a
 * phone; on a small screen one is shown at a time, as large as what it says leaves room for. All of them go on living when they are not seen.
 */
export class Panes {
  readonly #panes = [...document.querySelectorAll<HTMLElement>(".pane")];
  readonly #tabs = [...document.querySelectorAll<HTMLElement>(".tabs [data-pane]")];

  constructor() {
    const fit = new ResizeObserver(entries => entries.forEach(e => this.#fit(e.target as HTMLElement)));
    for (const pane of this.#panes) {
      fit.observe(pane.querySelector(".glass")!);
      pane.querySelector(".enlarge")!.addEventListener("click", () => this.#enlarge(pane));
    }
    document.querySelector(".leave")!.addEventListener("click", () => this.leave());
    for (const tab of this.#tabs) tab.addEventListener("click", () => this.show(tab.dataset.pane!));
    document.addEventListener("keydown", e => { if (e.key === "Escape") this.#panes.filter(p => p.classList.contains("large")).forEach(p => this.#enlarge(p)); });
    setInterval(() => this.#paint(), 500);
  }

  /** Brings a pane to the front where only one is shown. */
  show(word: string) {
    for (const pane of this.#panes) pane.classList.toggle("shown", pane.dataset.pane === word);
    for (const tab of this.#tabs) tab.setAttribute("aria-pressed", String(tab.dataset.pane === word));
  }

  /** Opens a page of the organizer's, over console and wall. */
  open(page: string) {
    this.#load("organizer", `pane/organizer/${page}`);
    this.#reveal("organizer", true);
  }

  /** Console and wall again. */
  leave() { this.#reveal("organizer", false); }

  /** The observer's phone is there while there is a drill to watch. */
  watch(page: string | undefined) {
    if (page) this.#load("observer", `pane/observer/${page}`);
    this.#reveal("observer", !!page);
  }

  /** Points at the pane where the tour looks. */
  pointAt(word: string) {
    for (const of of [...this.#panes, ...this.#tabs]) of.classList.toggle("looked-at", of.dataset.pane === word);
  }

  /** Where the page is longer than the window, the pane of a new step comes into sight. */
  bringIntoSight(word: string) {
    if (document.documentElement.scrollHeight > innerHeight) this.#panes.find(p => p.dataset.pane === word)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  paintCut(cut: string[]) {
    for (const pane of this.#panes) {
      const isCut = cut.includes(pane.dataset.pane!);
      pane.classList.toggle("cut", isCut);
      pane.querySelector<HTMLElement>(".cut-mark")!.hidden = !isCut;
    }
  }

  /** After the clock was pushed every page asks for the time again, as it does when a network comes back. */
  wake() {
    for (const pane of this.#panes) {
      if (!pane.classList.contains("cut")) this.#page(pane)?.defaultView?.dispatchEvent(new Event("online"));
    }
  }

  #load(word: string, address: string) {
    const frame = this.#panes.find(p => p.dataset.pane === word)!.querySelector("iframe")!;
    if (frame.dataset.page === address) return;
    frame.dataset.page = address;
    frame.src = address;
  }

  #reveal(word: string, visible: boolean) {
    const [pane, tab] = [this.#panes, this.#tabs].map(all => all.find(e => e.dataset.pane === word)!);
    if (pane!.hidden === !visible) return;
    pane!.hidden = tab!.hidden = !visible;
    document.body.classList.toggle(`with-${word}`, visible);
    if (!visible && pane!.classList.contains("shown")) this.show("shop");
  }

  #enlarge(pane: HTMLElement) {
    const large = pane.classList.toggle("large");
    const button = pane.querySelector<HTMLElement>(".enlarge")!;
    button.setAttribute("aria-pressed", String(large));
    button.setAttribute("aria-label", `${say(large ? "reduce" : "enlarge")} ${pane.getAttribute("aria-label")}`);
  }

  #fit(glass: HTMLElement) {
    const frame = glass.querySelector("iframe")!;
    const natural = widths[glass.closest<HTMLElement>(".pane")!.dataset.pane!] ?? phoneWidth;
    const scale = !narrow.matches ? Math.min(1, glass.clientWidth / natural)
      : natural === phoneWidth ? Math.min(1, Math.max(smallest, glass.clientHeight / phoneHeight)) : 1;
    frame.style.width = `${glass.clientWidth / scale}px`;
    frame.style.height = `${glass.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  }

  /** The mode of each page on its frame and its tab, so that an alarm behind a tab is seen. */
  #paint() {
    for (const pane of this.#panes) {
      const page = this.#page(pane)?.documentElement;
      const { mode = "none", status } = page?.dataset ?? {};
      if (page) this.#sayWhose(page, pane.getAttribute("aria-label")!);
      pane.dataset.mode = status === "over" ? "none" : mode; // what is over alarms nobody
      const tab = this.#tabs.find(t => t.dataset.pane === pane.dataset.pane);
      if (tab) tab.dataset.mode = pane.dataset.mode;
    }
  }

  /** Five pages in one have five headers and five mains: whoever cannot see the frames hears whose each is. */
  #sayWhose(page: HTMLElement, whose: string) {
    for (const part of page.querySelectorAll<HTMLElement>(landmarks)) {
      const label = part.getAttribute("aria-label");
      if (!label?.startsWith(whose)) part.setAttribute("aria-label", label ? `${whose}: ${label}` : whose);
    }
  }

  #page(pane: HTMLElement) { return pane.querySelector("iframe")?.contentDocument ?? undefined; }
}
