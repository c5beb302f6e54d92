import { address } from "../page/api";
import { byId } from "../page/dom";
import { recall, remember } from "../page/memory";
import { printed } from "../page/say";

/**
 * The shop's silent switch: what one device chooses, the others show with their next board. A choice made without a link is kept
 * here and saved when the link is back. A press never waits for any of it: it says itself what stands on the button.
 */
export class SilentSwitch {
  readonly #box = byId("silent") as HTMLInputElement;

  constructor(private readonly changed: () => void) {
    // An offline shell was printed once and knows nothing of today; what this device saw last is nearer the truth.
    const known = printed.serverTime ? printed.silent : (recall("silent") ?? String(printed.silent)) === "true";
    this.#box.checked = recall("silent-unsaved") === "yes" ? recall("silent") === "true" : known ?? false;
    this.#box.addEventListener("change", () => {
      this.#show(this.on);
      remember("silent-unsaved", "yes");
      void this.#save();
    });
  }

  get on() { return this.#box.checked; }

  /** The server says how the shop's switch stands; what was chosen here and not saved yet goes first. */
  heard(silent: boolean) {
    if (recall("silent-unsaved") === "yes") { void this.#save(); return; }
    // What stands on a button does not change under the finger that holds it.
    if (silent !== this.on && !document.querySelector(".big:is(.holding, .armed)")) this.#show(silent);
  }

  async #save() {
    const silent = this.on;
    try {
      const response = await fetch(address("w/silent"), { method: "POST", credentials: "same-origin", headers: { "content-type": "application/json" }, body: JSON.stringify({ silent }), signal: AbortSignal.timeout(4_000) });
      if (response.ok && silent === this.on) remember("silent-unsaved", "no");
    } catch { /* kept, and saved with the next link */ }
  }

  #show(silent: boolean) {
    this.#box.checked = silent;
    remember("silent", String(silent));
    this.changed();
  }
}
