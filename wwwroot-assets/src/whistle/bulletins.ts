import { address } from "../page/api";
import { byId, h } from "../page/dom";
import { say } from "../page/say";

/** What the station says in quiet times. */
export interface Bulletin { id: string; kind: string; text: string; at: string }

/** Words of the station under the whistle. They make no sound, and the style sheet shows them only while nothing happens. */
export class Bulletins {
  readonly #place = byId("bulletins");
  readonly #read = new Set<string>();

  constructor() {
    this.#place?.addEventListener("click", event => {
      const said = (event.target as HTMLElement).closest("button")?.closest<HTMLElement>("[data-bulletin]");
      if (said) void this.#readIt(said);
    });
  }

  /** As the server told them last; what was read a moment ago does not come back. */
  told(bulletins: Bulletin[]) {
    const open = bulletins.filter(b => !this.#read.has(b.id));
    const shown = [...this.#place?.querySelectorAll<HTMLElement>("[data-bulletin]") ?? []].map(e => e.dataset.bulletin);
    if (!this.#place || shown.join() === open.map(b => b.id).join()) return;
    this.#place.replaceChildren(...open.map(b => h("article", { class: "bulletin", "data-testid": "bulletin", "data-bulletin": b.id },
      h("p", {}, h("b", {}, say(b.kind === "thanks" ? "bulletin-thanks" : "bulletin-word"))), h("p", { class: "bulletin-text" }, b.text),
      h("button", { type: "button", "data-testid": "bulletin-read" }, say("bulletin-read")))));
  }

  async #readIt(said: HTMLElement) {
    try {
      const response = await fetch(address("w/bulletins"), { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ id: said.dataset.bulletin }) });
      if (!response.ok) return;
    } catch { return; } // without a line it stays, and is read another time
    this.#read.add(said.dataset.bulletin!);
    said.remove();
  }
}
