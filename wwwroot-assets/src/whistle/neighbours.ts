import { address } from "../page/api";
import { printed } from "../page/say";

/** How many neighbours have somebody on shift: as printed, and asked again each minute while the page is looked at. */
export class Neighbours {
  count = printed.neighbours;

  constructor(private readonly changed: () => void) {
    setInterval(() => { if (document.visibilityState === "visible") void this.ask(); }, 60_000);
  }

  async ask() {
    try {
      const response = await fetch(address("w/neighbours"), { credentials: "same-origin", cache: "no-store" });
      if (response.ok) this.count = (await response.json() as { neighbours: number }).neighbours;
    } catch { this.count = undefined; }
    this.changed();
  }
}
