import { ago, timeOfDay, type Clock } from "../live/clock";
import type { Shown } from "./mode";
import { h } from "./dom";
import { say } from "./say";

/** More would push the page away; the station has them all. */
const most = 3;

interface Line { element: HTMLLIElement; at?: string; }

/** Quiet lines with an age and no sound: closings that were missed, tests, words of a drill. A touch takes one away. */
export class Lines {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly place: HTMLElement, private readonly clock: Clock, private readonly zone?: string) {}

  put(key: string, mode: Shown | "over" | "trouble", text: string, at?: string) {
    this.remove(key);
    const element = h("li", { class: "line", "data-mode": mode },
      h("span", { class: `shape shape-${mode}`, "aria-hidden": "true" }), h("span", { class: "text" }, text,
        at !== undefined && h("span", { class: "age" }, `${timeOfDay(at, this.zone)} · ${ago(this.clock.secondsSince(at))}`)),
      h("button", { type: "button", class: "close-line", "aria-label": say("line-close"), onclick: () => this.remove(key) }, "×"));
    this.#lines.set(key, { element, at });
    this.place.prepend(element);
    for (const old of [...this.#lines.keys()].slice(0, -most)) this.remove(old);
  }

  remove(key: string) {
    this.#lines.get(key)?.element.remove();
    this.#lines.delete(key);
  }

  tick() {
    for (const { element, at } of this.#lines.values())
      if (at !== undefined) element.querySelector(".age")!.textContent = `${timeOfDay(at, this.zone)} · ${ago(this.clock.secondsSince(at))}`;
  }
}
