import { isOpen, type Alert } from "../live/board";
import type { Ear } from "../live/ear";
import type { Lines } from "../page/lines";
import { shown, wordOf } from "../page/mode";
import { say } from "../page/say";
import { ending, kindOf } from "../page/words";
import type { Sound } from "../sound/sound";
import { toneOf } from "../takeover/alarm";
import type { Answers } from "../takeover/answers";
import { askKnown } from "../takeover/known";
import type { Closings } from "./closings";
import type { OwnAlert } from "./ownAlert";

/** What a change of the board means to the shop's page: what ended, what sounds, what is only a line. It draws nothing. */
export class Tidings {
  constructor(
    private readonly ear: Ear, private readonly own: OwnAlert, private readonly answers: Answers, private readonly closings: Closings,
    private readonly lines: Lines, private readonly sound: Sound) {}

  board(ended: Alert[], opened: Alert[], missed: Alert[]) {
    this.own.board(this.ear.held);
    for (const alert of ended) if (alert.you === "raiser") this.own.ended(alert);
    for (const alert of [...ended, ...missed].filter(a => a.you !== "raiser" && shown(a.mode) !== "test").sort((a, b) => a.raisedAt.localeCompare(b.raisedAt))) this.#missedClosing(alert);
    for (const alert of opened) {
      this.#sounded(alert, undefined);
      this.#recall(alert);
    }
  }

  alert(alert: Alert, was: Alert | undefined) {
    if (was && !isOpen(was) && isOpen(alert)) this.answers.forget(alert.alertId);
    if (!isOpen(alert) && (!was || isOpen(was))) {
      if (alert.you === "raiser") this.own.ended(alert);
      else if (was && shown(alert.mode) !== "test") this.closings.add(alert);
    }
    if (alert.outcome === "duplicate") this.ear.held.alerts.forEach(other => this.#recall(other));
    this.#sounded(alert, was);
  }

  /** What its person answered is known to the server: after a reload, and where another alert was merged into this one. */
  #recall(alert: Alert) {
    if (alert.you !== "neighbour" || !isOpen(alert) || this.answers.of(alert.alertId)) return;
    void askKnown(alert.alertId).then(known => { if (known.yourAnswer) this.answers.learn(alert.alertId, known.yourAnswer); });
  }

  #sounded(alert: Alert, was: Alert | undefined) {
    const tone = toneOf(alert, was);
    if (tone) this.sound.play(tone);
    if (shown(alert.mode) === "test" && alert.you === "neighbour" && isOpen(alert)) {
      this.lines.put(alert.alertId, "test", say("test-line", { mode: say(wordOf(alert.mode)), shop: alert.shop.name }), alert.raisedAt);
      this.ear.seen(alert.alertId);
    }
  }

  #missedClosing(alert: Alert) {
    this.lines.put(alert.alertId, "over", `${alert.mode === "real" ? "" : `${say(wordOf(alert.mode))} · `}${alert.shop.name} · ${kindOf(alert.kind)} · ${ending(alert)}`, alert.raisedAt);
  }
}
