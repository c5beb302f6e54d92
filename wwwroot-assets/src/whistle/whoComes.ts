import type { Answer, News, Notice } from "../live/contract";
import { read } from "../page/api";
import { h, show, write } from "../page/dom";
import { say } from "../page/say";
import { whoComes } from "../page/words";

interface Coming { name: string; distanceM?: number; answer: Answer; }
interface Detail { answers?: Coming[]; notices?: Notice[]; }

/** Receipt first, then help: four lights, the count, and the names of those who come. */
export function comingList(alertId: string) {
  const count = h("p", { class: "count", "data-testid": "coming-count", role: "status" });
  const lights = new Map(["told", "coming", "arrived", "taken"].map(step => [step, h("li", { "data-lit": "false" }, say(`light-${step}`))]));
  const names = h("ul", { class: "names" });
  const told = h("p", { class: "hint" });
  const taken = h("p", { class: "taken" });
  const element = h("section", { class: "who", "aria-label": say("who-title") }, h("ol", { class: "lights" }, ...lights.values()), count, told, taken, names);
  let asked = -1;

  const light = (step: string, lit: boolean) => lights.get(step)!.setAttribute("data-lit", String(lit));

  function update(news: News | undefined, notified: number | undefined) {
    light("told", true);
    if (notified !== undefined) write(told, say("notified", { n: notified }));
    write(count, whoComes(news ?? { coming: 0, needed: 0 }));
    light("coming", (news?.coming ?? 0) > 0);
    light("taken", news?.state === "taken");
    write(taken, news?.state === "taken" ? (news.takenBy ? say("taken-by", { who: news.takenBy }) : say("taken")) : "");
    show(taken, news?.state === "taken");
    if (news && news.version > asked) { asked = news.version; void name(); }
  }

  /** The names come by a question of their own: news stay small. Without an answer the count stands. */
  async function name() {
    try {
      const detail = await read<Detail>(`alerts/${alertId}`);
      const all = detail.answers ?? (detail.notices ?? []).filter((n): n is Notice & Coming => n.to === "shop" && n.answer !== undefined);
      const on = all.filter(a => a.answer === "coming" || a.answer === "arrived");
      light("arrived", on.some(a => a.answer === "arrived"));
      names.replaceChildren(...on.map(a => h("li", { "data-answer": a.answer },
        h("b", {}, a.name), " ", say(`answer-${a.answer}`), a.distanceM === undefined ? "" : ` · ${say("metres", { n: Math.round(a.distanceM) })}`)));
    } catch { /* asked again with the next version */ }
  }

  return { element, update };
}
