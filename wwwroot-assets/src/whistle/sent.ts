import type { Answered, News } from "../live/contract";
import { stagesOf } from "../live/stages";
import { h, show, write } from "../page/dom";
import { shown } from "../page/mode";
import { say } from "../page/say";
import { kindsAndCard } from "./kinds";
import { mistake, safe, selfHelp } from "./messages";
import { comingList } from "./whoComes";

/** What this page knows of its own whistle: the server's answer, the hub's news, or both. */
export interface Own { alertId: string; mode: string; silent: boolean; raisedAt: string; news?: News; answer?: Answered; fresh?: boolean; }

/** Everything below the word "sent": who comes, what it is, what to do, and the messages. Built once for each alert, then kept up to date. */
export class SentPanel {
  #alertId = "";
  #update: (own: Own) => void = () => { };

  constructor(private readonly place: HTMLElement, private readonly strip: HTMLElement) {}

  draw(own: Own | undefined) {
    show(this.place, own !== undefined);
    if (!own) { this.#clear(); return; }
    if (own.alertId !== this.#alertId) this.#build(own);
    this.#update(own);
  }

  /** A press was just answered: the slip can be told for five seconds. */
  offerMistake(alertId: string) { this.strip.replaceChildren(mistake(alertId, () => this.strip.replaceChildren())); }

  #clear() {
    if (this.#alertId === "") return;
    this.#alertId = "";
    this.place.replaceChildren();
    this.strip.replaceChildren();
  }

  #build(own: Own) {
    this.#alertId = own.alertId;
    const who = comingList(own.alertId);
    const kinds = kindsAndCard(own.alertId, shown(own.mode));
    const note = h("p", { class: "note" });
    const stages = h("div", { class: "stages-place" });
    let drawn = "";
    this.place.replaceChildren(note, who.element, stages, kinds.element, h("div", { class: "messages" }, selfHelp(own.alertId), safe(own.alertId)));
    this.#update = ({ news, answer }) => {
      write(note, answer?.limited && !answer.reinforced ? say("limited") : answer?.reinforced ? say("reinforced") : news?.enough ? say("enough-coming") : "");
      show(note, note.textContent !== "");
      who.update(news, answer?.notified);
      // Made anew only when it changed: the second hand writes into it.
      const now = `${news?.targets} ${news?.reached}`;
      if (news && now !== drawn) { drawn = now; stages.replaceChildren(...[stagesOf(news)].filter(s => s !== undefined)); }
      if (news && news.kind !== "unspecified") kinds.update(news.kind);
    };
  }
}
