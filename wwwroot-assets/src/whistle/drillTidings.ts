import type { Drill, Inject } from "../live/contract";
import type { Lines } from "../page/lines";
import { say } from "../page/say";

const parts = ["raiser", "neighbour", "station", "observer", "everyone"];
const ends = ["stopped", "timeOver", "realAlert"];

/** What the page says of a drill that is over: why it ended, and then that it was one. Each is one line, said once. */
export class DrillTidings {
  readonly #said = new Set<string>();

  constructor(private readonly lines: Lines, private readonly told: () => void) {}

  /** Once, though a page that comes back is told again. The words that it has then; none where it was said already. */
  tell(inject: Inject) {
    const key = `inject ${inject.drillId} ${inject.injectId ?? inject.at}`;
    if (this.#said.has(key)) return undefined;
    this.#said.add(key);
    const text = (document.documentElement.lang.startsWith("zh") ? inject.zh : inject.en) ?? inject.text;
    const words = say("drill-inject", { to: say(`drill-part-${parts.includes(inject.to ?? "") ? inject.to : "everyone"}`), text });
    this.lines.put(key, "drill", words, inject.at);
    this.told();
    return words;
  }

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
