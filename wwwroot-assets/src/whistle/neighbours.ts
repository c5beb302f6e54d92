import { address } from "../page/api";
import { printed } from "../page/say";
import type { Bulletin } from "./bulletins";

/** How many neighbours have somebody on shift, and how the shop's silent switch stands: as printed, and asked again with each link and each minute while the page is looked at. */
export class Neighbours {
  count = printed.neighbours;

  constructor(private readonly changed: () => void, private readonly silent: (on: boolean) => void, private readonly said: (bulletins: Bulletin[]) => void) {
    setInterval(() => { if (document.visibilityState === "visible") void this.ask(); }, 60_000);
  }

  async ask() {
    try {
      const response = await fetch(address("w/neighbours"), { credentials: "same-origin", cache: "no-store" });
      if (response.ok) {
        const told = await response.json() as { neighbours: number; silent: boolean; bulletins: Bulletin[] };
        this.count = told.neighbours;
        this.silent(told.silent);
        this.said(told.bulletins);
      }
    } catch { this.count = undefined; }
    this.changed();
  }
}
