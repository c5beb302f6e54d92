import type { Answer } from "../live/contract";
import { postKeenly, Refused } from "../page/api";

export interface Said {
  answer: Answer;
  phase: "sending" | "told" | "failed" | "refused";
  /** Enough were coming already when this was said: this person is to stay inside. */
  late?: boolean;
}

/** What this page's person answered to each alert; the last answer counts. */
export class Answers {
  readonly #said = new Map<string, Said>();
  readonly #elsewhere = new Set<string>();

  constructor(private readonly changed: () => void) {}

  of(alertId: string) { return this.#said.get(alertId); }

  /** Answered in any way that stops the siren here: coming or not, this person has heard it. */
  stopsSiren(alertId: string) { return this.#said.has(alertId) || this.#elsewhere.has(alertId); }

  /** Known from the server, after a reload. */
  learn(alertId: string, answer: Answer) {
    if (this.#said.has(alertId)) return;
    this.#said.set(alertId, { answer, phase: "told" });
    this.changed();
  }

  forget(alertId: string) { this.#said.delete(alertId); this.#elsewhere.delete(alertId); }

  /** @param others open alerts that this person sees as well: whoever goes to one is not called to those any more. */
  async say(alertId: string, answer: Answer, late: boolean, others: Iterable<string> = []) {
    if (answer === "coming") for (const other of others) this.#elsewhere.add(other);
    this.#set(alertId, { answer, phase: "sending", late });
    const phase = await postKeenly(`alerts/${alertId}/answers`, { answer })
      .then(() => "told" as const, error => (error instanceof Refused ? "refused" as const : "failed" as const));
    // A later answer overtook this one.
    if (this.#said.get(alertId)?.answer === answer) this.#set(alertId, { answer, phase, late });
  }

  #set(alertId: string, said: Said) { this.#said.set(alertId, said); this.changed(); }
}
