import type { Held } from "../live/board";
import { byUrgency, isOpen, type Alert } from "../live/board";
import type { Answered } from "../live/contract";
import { shown } from "../page/mode";
import { askKnown } from "../takeover/known";
import type { Press } from "./pressStore";
import type { Own } from "./sent";

/** How long "it is over" and "it works" stay on the page by themselves. */
export const stays = 60_000;

/** The shop's own whistle as this page knows it: from the server's answer at once, from the hub afterwards, until it is over. */
export class OwnAlert {
  over?: Alert;
  closedBy?: string;
  practisedAt?: string;
  drillOver = false;
  #answer?: { press: Press; answer: Answered; at: number };
  #endedAt = 0;

  constructor(private readonly changed: () => void) {}

  of(held: Held): Own | undefined {
    const news = [...held.alerts.values()].filter(a => a.you === "raiser" && isOpen(a) && shown(a.mode) !== "test").sort(byUrgency).at(0);
    const answer = this.#answer?.answer;
    if (news) return { alertId: news.alertId, mode: news.mode, silent: news.silent, raisedAt: news.raisedAt, news, answer: answer?.alertId === news.alertId ? answer : undefined };
    if (!this.#answer || !answer || held.alerts.has(answer.alertId)) return undefined;
    return { alertId: answer.alertId, mode: answer.mode, silent: this.#answer.press.silent, raisedAt: answer.raisedAt, answer };
  }

  answered(press: Press, answer: Answered) {
    this.forgetEnded();
    if (answer.mode === "test") { this.practisedAt = answer.raisedAt; this.#endedAt = performance.now(); return; }
    this.#answer = { press, answer, at: performance.now() };
  }

  /** A Board without the alert of an answer that is no longer young: it is over. */
  board(held: Held) {
    if (this.#answer && !held.alerts.has(this.#answer.answer.alertId) && performance.now() - this.#answer.at > 5_000) this.#answer = undefined;
  }

  ended(alert: Alert) {
    if (shown(alert.mode) === "test") return;
    this.over = alert;
    this.#endedAt = performance.now();
    void askKnown(alert.alertId).then(known => { this.closedBy = known.closedBy; this.changed(); });
  }

  forgetEnded() { this.over = undefined; this.closedBy = undefined; this.practisedAt = undefined; this.drillOver = false; }

  tick() {
    if ((this.over || this.practisedAt) && performance.now() - this.#endedAt > stays) { this.forgetEnded(); this.changed(); }
  }
}
