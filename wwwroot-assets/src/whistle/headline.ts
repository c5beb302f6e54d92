import { timeOfDay, type Clock } from "../live/clock";
import type { News } from "../live/contract";
import { byId, show, write } from "../page/dom";
import { wordOf } from "../page/mode";
import { printed, say } from "../page/say";
import { outcomeOf } from "../page/words";
import type { Own } from "./sent";
import type { Status } from "./status";

/** What the page says in its largest words. `mode` is that of the press or alert which it speaks of. */
export interface Telling {
  status: Status; mode: string; own?: Own; over?: News; closedBy?: string; practisedAt?: string; neighbours?: number; soundOn: boolean; linkUp: boolean; awake: boolean; pendingSilent: boolean;
}

/** The status of the shop's page, in words; read out when it changes. */
export class Headline {
  readonly #status = byId("status")!;
  readonly #mode = this.#status.querySelector<HTMLElement>(".mode-word")!;
  readonly #head = this.#status.querySelector<HTMLElement>(".headline")!;
  readonly #detail = this.#status.querySelector<HTMLElement>(".detail")!;

  constructor(private readonly clock: Clock) {}

  draw(told: Telling) {
    const { status } = told;
    // What is new stands at the top; whoever read further down is taken there.
    const was = this.#status.dataset.state;
    if (was !== status && status !== "offDuty" && (status !== "ready" || was === "offDuty")) scrollTo(0, 0);
    this.#status.dataset.state = status;
    document.documentElement.dataset.status = status;
    document.documentElement.toggleAttribute("data-discreet", told.pendingSilent || status === "silentSent");
    write(this.#head, this.#headOf(told));
    write(this.#detail, this.#detailOf(told));
    show(this.#detail, this.#detail.textContent !== "");
    // A drill's or a test's words never stand alone: its mode is said first.
    const odd = told.mode !== "real" && status !== "ready" && status !== "offDuty" && status !== "revoked";
    write(this.#mode, odd ? say(wordOf(told.mode)) : "");
    show(this.#mode, odd);
    if (odd) this.#status.dataset.mode = told.mode; else delete this.#status.dataset.mode;
  }

  #headOf({ status, own, mode }: Telling): string {
    if (status === "sent") return say("head-sent", { time: own ? timeOfDay(own.raisedAt, printed.zone) : "" });
    if (status === "notSent" && mode === "test") return say("head-notSent-test");
    return say(`head-${status}`);
  }

  #detailOf(told: Telling): string {
    switch (told.status) {
      case "ready": return [
        say(told.linkUp ? "ready-link" : "ready-no-link"), say(told.soundOn ? "ready-sound" : "ready-no-sound"),
        told.neighbours === undefined ? "" : say("ready-neighbours", { n: told.neighbours }), told.awake ? "" : say("may-sleep"),
      ].filter(Boolean).join(say("comma"));
      case "over": return [told.over?.outcome ? say("outcome-is", { outcome: outcomeOf(told.over.outcome) }) : "", told.closedBy ? say("closed-by", { who: told.closedBy }) : "", say("over-thanks")].filter(Boolean).join(" ");
      case "practised": return say("practised-at", { time: timeOfDay(told.practisedAt ?? this.clock.now(), printed.zone) });
      case "sent": return "";
      default: return say(`detail-${told.status}`);
    }
  }
}
