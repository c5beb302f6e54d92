import type { Answer } from "../live/contract";
import { postKeenly, Refused } from "../page/api";

export interface Said { answer: Answer; phase: "sending" | "told" | "failed" | "refused"; }

/** What this page's person answered to each alert; the last answer counts. */
export class Answers {
  readonly #said = new Map<string, Said>();

  constructor(private readonly changed: () => void) {}

  of(alertId: string) { return this.#said.get(alertId); }

  /** Answered in any way that stops the siren here: coming or not, this person has heard it. */
  stopsSiren(alertId: string) { return this.#said.has(alertId); }

  /** Known from the server, after a reload. */
  learn(alertId: string, answer: Answer) {
    if (this.#said.has(alertId)) return;
    this.#said.set(alertId, { answer, phase: "told" });
    this.changed();
  }

  forget(alertId: string) { this.#said.delete(alertId); }

  async say(alertId: string, answer: Answer, reason?: string) {
    this.#set(alertId, { answer, phase: "sending" });
    const phase = await postKeenly(`alerts/${alertId}/answers`, reason ? { answer, reason } : { answer })
      .then(() => "told" as const, error => (error instanceof Refused ? "refused" as const : "failed" as const));
    // A later answer overtook this one.
    if (this.#said.get(alertId)?.answer === answer) this.#set(alertId, { answer, phase });
  }

  #set(alertId: string, said: Said) { this.#said.set(alertId, said); this.changed(); }
}
