import { h, write } from "../page/dom";
import { say } from "../page/say";
import type { Clock } from "./clock";
import type { News } from "./contract";

export type Reaching = "running" | "overdue" | "inTime" | "late";

const names = ["selfHelp", "mutualHelp", "onScene"];
const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** How one stage of the 1-3-5 stands, so many seconds after the raise: what is left of it, or by how much it is over. */
export function stageAt(age: number, target: number, reached: number): { reaching: Reaching; seconds: number } {
  if (reached >= 0) return { reaching: reached <= target ? "inTime" : "late", seconds: reached };
  return age <= target ? { reaching: "running", seconds: target - age } : { reaching: "overdue", seconds: age - target };
}

/** The three stages of an alert, small; the seconds are written by `tickStages`. Nothing where the server tells no targets. */
export function stagesOf(alert: News): HTMLElement | undefined {
  const { targets, reached, raisedAt } = alert;
  if (!targets || !reached) return undefined;
  return h("ol", { class: "stages", "data-testid": "stages", "aria-label": say("stages") }, ...names.map((name, i) =>
    h("li", { "data-stage": name, "data-raised": raisedAt, "data-target": targets[i]!, "data-took": reached[i]! }, h("span", {}, say(`stage-${name}`)), " ", h("b", {}))));
}

/** Each second, by the server's clock. */
export function tickStages(clock: Clock) {
  for (const stage of document.querySelectorAll<HTMLElement>(".stages [data-target]")) {
    const { reaching, seconds } = stageAt(clock.secondsSince(stage.dataset.raised!), Number(stage.dataset.target), Number(stage.dataset.took));
    const n = minutes(seconds);
    if (stage.dataset.reached !== reaching) stage.dataset.reached = reaching;
    write(stage.querySelector("b"), reaching === "running" ? say("stage-left", { n }) : reaching === "overdue" ? say("stage-over", { n }) : reaching === "late" ? say("stage-late", { n }) : `${n} ✓`);
  }
}
