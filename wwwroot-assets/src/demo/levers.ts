import { say } from "../page/say";
import { byId, show, write } from "../page/dom";
import { change, type Now } from "./now";
import type { Panes } from "./panes";

/** The levers: cut a pane's link, push the clock, start a drill. */
export class Levers {
  readonly #whose = document.querySelector<HTMLSelectElement>(".whose")!;
  readonly #far = document.querySelector<HTMLSelectElement>(".far")!;
  readonly #ahead = document.querySelector<HTMLElement>(".ahead")!;
  readonly #cut = byId("cut-link")!;
  readonly #drill = byId("start-drill")!;
  readonly #pace = document.querySelector<HTMLSelectElement>(".pace")!;
  readonly #report = byId("drill-report") as HTMLAnchorElement;
  readonly #refused = document.querySelector<HTMLElement>(".drill-refused")!;
  #isCut: string[] = [];
  #hurried = 0;

  constructor(private readonly panes: Panes, tell: (now: Now) => void) {
    this.#cut.addEventListener("click", async () => tell(await change(`demo/links/${this.#whose.value}?cut=${!this.#isCut.includes(this.#whose.value)}`)));
    this.#drill.addEventListener("click", async () => tell(await change(`demo/drill?pace=${this.#pace.value}`)));
    this.#report.addEventListener("click", e => {
      if (e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      this.panes.open(this.#report.pathname.split("/pane/organizer/")[1]!);
      this.panes.show("organizer");
      this.panes.bringIntoSight("organizer");
    });
    this.#whose.addEventListener("change", () => this.#label());
    byId("push-clock")!.addEventListener("click", async () => {
      tell(await change(`demo/clock?seconds=${this.#far.value}`));
      this.panes.wake();
    });
  }

  draw(now: Now | undefined) {
    document.documentElement.classList.toggle("stopped", !now);
    if (!now) return write(this.#ahead, say("server-gone"));
    this.#isCut = now.cut;
    this.panes.paintCut(now.cut);
    this.#label();
    this.#drill.setAttribute("aria-pressed", String(now.drilling));
    write(this.#drill, say(now.drilling ? "stop-drill" : "start-drill"));
    write(this.#refused, now.drilling ? "" : now.refused ?? "");
    this.#pace.disabled = now.drilling;
    this.#report.href = `pane/organizer/drills/${now.drill?.drillId}/report`;
    show(this.#report, now.drill?.state === "over");
    this.panes.watch(now.drill?.observe);
    this.#keepTime(now.pace > 1);
    write(this.#ahead, now.pace > 1 ? say("hurries", { pace: now.pace }) : now.ahead > 0 ? say("ahead", { time: `${Math.floor(now.ahead / 60)}:${String(now.ahead % 60).padStart(2, "0")}` }) : "");
    show(this.#ahead, now.ahead > 0 || now.pace > 1);
  }

  /** While the clock hurries the pages fall behind it: every few seconds, and once at the end, they ask for the time. */
  #keepTime(hurries: boolean) {
    if (hurries ? ++this.#hurried % 5 === 0 : this.#hurried > 0) this.panes.wake();
    if (!hurries) this.#hurried = 0;
  }

  #label() {
    const isCut = this.#isCut.includes(this.#whose.value);
    this.#cut.setAttribute("aria-pressed", String(isCut));
    write(this.#cut, say(isCut ? "mend" : "cut"));
  }
}
