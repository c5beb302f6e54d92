import type { Drill } from "../live/contract";
import type { Lines } from "../page/lines";
import { say } from "../page/say";

const ends = ["stopped", "timeOver", "realAlert"];

/** What the page says of a drill that is over: why it ended, and then that it was one. Each is one line, said once. */
export class DrillTidings {
  readonly #said = new Set<string>();

  constructor(private readonly lines: Lines, private readonly told: () => void) {}

  hear(drill: Drill) {
    if (drill.state !== "over") return;
    const line = drill.announcedAt ? "drill-told" : `drill-ended-${ends.includes(drill.ended ?? "") ? drill.ended : "stopped"}`;
    const key = `${drill.drillId} ${line}`;
    if (this.#said.has(key) || this.#said.has(`${drill.drillId} drill-told`)) return;
    this.#said.add(key);
    this.lines.put(`drill ${drill.drillId}`, "drill", say(line, { title: drill.title }), drill.announcedAt);
    if (drill.announcedAt) this.told();
  }
}
