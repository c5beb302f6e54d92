import { byUrgency, isOpen, type Alert } from "../live/board";
import { ago, type Clock } from "../live/clock";
import { afterDrawing, h, show, write } from "../page/dom";
import { shown, wordOf } from "../page/mode";
import { say } from "../page/say";
import { kindOf } from "../page/words";
import type { Answers } from "./answers";
import { answerButtons, answerLine, observing } from "./buttons";
import { facts, goes, ruleList } from "./card";

/**
 * The neighbour's takeover: over everything but the own whistle. One alert stands on top, the others are bars with their own ages.
 * Only an alert, real or drill, opens it.
 */
export class Takeover {
  #shown: Alert[] = [];
  #chosen?: string;
  #folded = new Set<string>();
  #key = "";
  #bare = false;
  readonly #told = new Map<string, string>();
  readonly #observing = new Map<string, HTMLElement>();
  readonly #card = h("section", { class: "takeover", "data-testid": "takeover", role: "dialog", "aria-labelledby": "takeover-title", hidden: true });
  readonly #bars = h("div", { class: "bars" });
  readonly #shout = h("p", { class: "unseen", role: "alert" });
  readonly #age = h("p", { class: "age", "data-testid": "age" });

  constructor(place: HTMLElement, private readonly clock: Clock, private readonly answers: Answers,
    private readonly news: { seen(alertId: string): void; touched(): void; dismissed(alertId: string): void }) {
    place.append(this.#shout, this.#card, this.#bars);
    // The first touch on it also starts the shift, and so the sound.
    addEventListener("resize", () => { document.documentElement.removeAttribute("data-flow"); this.#fit(); });
    for (const touch of ["pointerdown", "keydown"]) place.addEventListener(touch, () => news.touched());
  }

  /** @param bare the own shop has called for help: others are told as bars only, and never cover the page. */
  draw(alerts: readonly Alert[], bare: boolean) {
    this.#bare = bare;
    this.#shown = [...alerts].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || byUrgency(a, b));
    const top = bare ? undefined : this.#top();
    const bars = this.#shown.filter(a => a !== top);
    const key = JSON.stringify([top && [top.alertId, top.version, top.gone, top.closedBy, this.answers.of(top.alertId), this.#toldFor(top)], bars.map(a => [a.alertId, a.version, a.gone])]);
    if (key !== this.#key) {
      this.#key = key;
      this.#drawTop(top);
      this.#bars.replaceChildren(...bars.map(a => this.#bar(a, top)));
    }
    show(this.#card, top !== undefined);
    document.documentElement.toggleAttribute("data-taken-over", top !== undefined);
    this.tick();
    afterDrawing(() => { this.#fit(); this.#shown.forEach(a => this.news.seen(a.alertId)); });
  }

  /** What the scenario of a drill told last: what lies under the takeover is not seen. */
  tell(drillId: string, words: string) { this.#told.set(drillId, words); this.draw(this.#shown, this.#bare); }

  /** Once a second: the ages count. */
  tick() {
    const top = this.#shown.find(a => a.alertId === this.#card.dataset.alert);
    if (top) write(this.#age, ago(this.clock.secondsSince(top.raisedAt)));
    for (const bar of this.#bars.children) write(bar.querySelector(".age"), ago(this.clock.secondsSince((bar as HTMLElement).dataset.raised!)));
  }

  /** Where large letters leave no room to read between what stays at the edges, everything scrolls instead. */
  #fit() {
    const root = document.documentElement;
    const reading = this.#card.querySelector(".reading");
    if (!reading || root.hasAttribute("data-flow")) return;
    root.toggleAttribute("data-flow", reading.clientHeight < innerHeight * 0.25);
  }

  #top() {
    const unfolded = this.#shown.filter(a => !this.#folded.has(a.alertId));
    return unfolded.find(a => a.alertId === this.#chosen) ?? unfolded[0];
  }

  #drawTop(top: Alert | undefined) {
    if (!top) { this.#card.replaceChildren(); delete this.#card.dataset.alert; write(this.#shout, ""); return; }
    const focused = document.activeElement instanceof HTMLElement && this.#card.contains(document.activeElement) ? document.activeElement : undefined;
    const isNew = this.#card.dataset.alert !== top.alertId;
    Object.assign(this.#card.dataset, { alert: top.alertId, mode: shown(top.mode), state: top.state });
    this.#card.classList.toggle("hushed", top.silent);
    const said = this.answers.of(top.alertId);
    const [banner, place, late, where, ...rest] = facts(top, said);
    const keep = (nodes: (Node | string | undefined | false)[]) => nodes.filter((n): n is Node => n instanceof Node);
    const open = isOpen(top);
    const deeds = open ? answerButtons(top, this.answers, this.#shown.filter(a => a !== top && isOpen(a)).map(a => a.alertId)) : h("div", { class: "answers", "data-count": 1 }, this.#dismissButton(top));
    const words = open ? answerLine(top, this.answers) : "";
    this.#card.replaceChildren(
      h("div", { class: "reading", tabindex: 0 }, ...keep([banner]), ...(open && this.#toldFor(top) ? [h("p", { class: "told", role: "status", "data-testid": "told" }, this.#toldFor(top)!)] : []), ...keep([place, late, where]), this.#age, ...keep(rest),
        ...(open ? [ruleList(), this.#observe(top.alertId)] : []),
        said && !goes(said) && open ? this.#foldButton(top) : ""),
      h("div", { class: "deeds" }, h("p", { class: "said", role: "status" }, words), deeds));
    if (isNew) {
      write(this.#shout, [say(wordOf(top.mode)), kindOf(top.kind), top.shop.name, top.shop.address].join(", "));
      this.#card.firstElementChild?.scrollTo(0, 0);
    } else if (focused) this.#refocus(focused);
  }

  #toldFor(alert: Alert) { return alert.mode === "drill" && alert.drillId ? this.#told.get(alert.drillId) : undefined; }

  #refocus(was: HTMLElement) {
    if (was.isConnected) was.focus();
    else (this.#card.querySelector<HTMLElement>(`[data-testid="${was.dataset.testid}"]`) ?? this.#card.querySelector<HTMLElement>(".answers button"))?.focus();
  }

  #observe(alertId: string) {
    if (!this.#observing.has(alertId)) this.#observing.set(alertId, observing(alertId));
    return this.#observing.get(alertId)!;
  }

  #foldButton(alert: Alert) {
    return h("button", { type: "button", class: "plain", onclick: () => { this.#folded.add(alert.alertId); this.draw(this.#shown, this.#bare); } }, say("fold"));
  }

  #dismissButton(alert: Alert) {
    return h("button", { type: "button", class: "main done", onclick: () => this.news.dismissed(alert.alertId) }, say("understood"));
  }

  #bar(alert: Alert, top: Alert | undefined) {
    const goesElsewhere = top && goes(this.answers.of(top.alertId)) && isOpen(alert);
    return h("button", {
      type: "button", class: "bar", "data-alert": alert.alertId, "data-mode": shown(alert.mode), "data-state": alert.state, "data-raised": alert.raisedAt,
      onclick: () => { this.#chosen = alert.alertId; this.#folded.delete(alert.alertId); this.draw(this.#shown, this.#bare); },
    },
      h("b", {}, `${say(wordOf(alert.mode))} · ${kindOf(alert.kind)}`), h("span", {}, `${alert.shop.name} ${alert.shop.address}`), h("span", { class: "age" }),
      goesElsewhere ? h("span", { class: "hint" }, say("bar-others")) : undefined);
  }
}
