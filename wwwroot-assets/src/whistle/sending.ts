import type { Answered } from "../live/contract";
import type { Press } from "./pressStore";

export type Verdict = { answer: Answered } | { refused: "drillNotRunning" | "revoked" };

/** Sends once. Throws when there was no usable answer. */
export type Post = (press: Press, signal: AbortSignal) => Promise<Verdict>;

export interface Timer { after(ms: number, what: () => void): () => void; random(): number; }

/** From the press until "not sent" is on the screen; the promise is 4 s. */
export const notSentAfter = 3_700;

/**
 * One press on its way. The first attempt is given 1.5 s; then a second starts on a new connection without waiting for the first,
 * since a dead link often looks alive; then attempts follow with jitter until the server has answered, however long that takes.
 */
export class Sending {
  readonly #flying = new Set<AbortController>();
  #cancelNext = () => { };
  #cancelWarning = () => { };
  #attempts = 0;
  #done = false;
  notSent: boolean;

  /** @param stored the press was found after a reload: it is known already that it was not answered. */
  constructor(readonly press: Press, private readonly post: Post, private readonly timer: Timer,
    private readonly told: (verdict: Verdict | "notSent") => void, stored = false) {
    this.notSent = stored;
  }

  start() {
    if (!this.notSent) this.#cancelWarning = this.timer.after(notSentAfter, () => this.#warn());
    this.#attempt();
  }

  /** The link came back: try now. */
  hurry() {
    if (this.#done) return;
    this.#cancelNext();
    this.#attempt();
  }

  #attempt() {
    if (this.#done) return;
    this.#attempts++;
    this.#cancelNext = this.timer.after(this.#pause(), () => this.#attempt());
    const flight = new AbortController();
    this.#flying.add(flight);
    // A request without an answer keeps its connection, and a browser has six for a host.
    const cancelAge = this.timer.after(6_000, () => flight.abort());
    this.post(this.press, flight.signal)
      .then(verdict => this.#finish(verdict), () => this.#failed())
      .finally(() => { cancelAge(); this.#flying.delete(flight); });
  }

  /** At most 4.5 s, so that a press is through within 10 s of the link's return even if an attempt was lost just before. */
  #pause() { return this.#attempts === 1 ? 1_500 : 1_500 + Math.floor(this.timer.random() * 3_000); }

  #failed() { if (this.#attempts > 1 && this.#flying.size <= 1) this.#warn(); }

  #warn() {
    if (this.#done || this.notSent) return;
    this.notSent = true;
    this.told("notSent");
  }

  #finish(verdict: Verdict) {
    if (this.#done) return;
    this.#done = true;
    this.#cancelNext();
    this.#cancelWarning();
    this.#flying.forEach(f => f.abort());
    this.told(verdict);
  }
}
