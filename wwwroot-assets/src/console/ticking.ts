import { ago, timeOfDay, type Clock } from "../live/clock";
import { say } from "../page/say";

/** Writes what changes by the second into elements that the server leaves empty: ages, what is left of a due time, the clock. */
export function tick(clock: Clock, zone: string | undefined) {
  for (const age of document.querySelectorAll<HTMLElement>("time[data-at]")) write(age, ago(clock.secondsSince(age.dataset.at!)));
  for (const due of document.querySelectorAll<HTMLElement>("time[data-due]")) {
    const left = Math.ceil((Date.parse(due.dataset.due!) - clock.now()) / 1000);
    write(due, left > 0 ? say("due-in", { n: minutes(left) }) : due.dataset.over && left < 0 ? say("over-by", { n: minutes(-left) }) : say("due-now"));
    due.classList.toggle("soon", left <= 15);
  }
  for (const seconds of document.querySelectorAll("[data-testid=seconds]")) write(seconds, timeOfDay(clock.now(), zone));
}

const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// Blazor keeps these elements without a child of its own, so that a text put here is in nobody's way.
function write(element: Element, text: string) {
  if (element.textContent !== text) element.textContent = text;
}
