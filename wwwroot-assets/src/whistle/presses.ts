import type { Answered } from "../live/contract";
import { newPressId } from "./pressId";
import type { Press, PressStore } from "./pressStore";
import { Sending, type Post, type Timer } from "./sending";

export interface PressNews {
  sending(press: Press): void;
  notSent(press: Press): void;
  answered(press: Press, answer: Answered): void;
  drillOver(press: Press): void;
  revoked(): void;
}

/** All presses of this page that have no answer yet. Each is stored before it is sent. */
export class Presses {
  readonly #sendings = new Map<string, Sending>();

  constructor(private readonly store: PressStore, private readonly post: Post, private readonly timer: Timer, private readonly news: PressNews) {}

  /** What a reload or a crash left unanswered goes out first. */
  resume() { this.store.all.forEach(press => this.#send(press, true)); }

  press(what: Pick<Press, "mode" | "silent" | "drillId" | "shopId">) {
    const press: Press = { ...what, pressId: newPressId(), at: new Date().toISOString() };
    this.store.put(press);
    this.#send(press, false);
  }

  /** The press that the page must speak of: a real one before any other, then the newest. */
  get pending(): { press: Press; notSent: boolean } | undefined {
    const all = [...this.#sendings.values()];
    return all.findLast(s => s.press.mode === "real") ?? all.at(-1);
  }

  hurry() { this.#sendings.forEach(s => s.hurry()); }

  #send(press: Press, stored: boolean) {
    const sending = new Sending(press, this.post, this.timer, verdict => {
      if (verdict === "notSent") return this.news.notSent(press);
      this.#sendings.delete(press.pressId);
      this.store.remove(press.pressId);
      if ("answer" in verdict) this.news.answered(press, verdict.answer);
      else if (verdict.refused === "drillNotRunning") this.news.drillOver(press);
      else this.news.revoked();
    }, stored);
    this.#sendings.set(press.pressId, sending);
    if (stored) this.news.notSent(press); else this.news.sending(press);
    sending.start();
  }
}
