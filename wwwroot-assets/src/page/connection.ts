import { ago } from "../live/clock";
import { byId, h, write } from "./dom";
import { say } from "./say";

/** The connection banner: in place, never a modal, and never calm by mistake. It says how old the page is when the link is down. */
export class ConnectionBanner {
  readonly #banner = byId("connection");
  readonly #age = h("span", { class: "age", "aria-hidden": "true" });
  readonly #begun = performance.now();
  #link = "";

  constructor(private readonly ear: { readonly up: boolean; readonly freshAt: number }) {}

  draw() {
    const banner = this.#banner;
    if (!banner) return;
    // The first seconds of a page are a connecting, not a loss.
    const link = this.ear.up ? "up" : this.ear.freshAt === 0 && performance.now() - this.#begun < 5_000 ? "first" : "down";
    if (link !== this.#link) {
      this.#link = link;
      banner.dataset.link = this.ear.up ? "up" : "down";
      banner.classList.toggle("connecting", link === "first");
      if (link === "down") banner.replaceChildren(say("link-down"), " ", h("a", { href: "tel:110" }, say("link-call")), " ", this.#age);
      else banner.replaceChildren(say(link === "up" ? "link-up" : "link-first"));
    }
    if (link === "down") write(this.#age, this.ear.freshAt === 0 ? "" : say("link-age", { age: ago(Math.floor((performance.now() - this.ear.freshAt) / 1000)) }));
  }
}
