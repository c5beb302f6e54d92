import { say } from "../page/say";
import { write } from "../page/dom";
import { change, type Now, type Story } from "./now";
import type { Panes } from "./panes";

interface Step { word: string; look: string; text: string; }

const steps = JSON.parse(document.getElementById("tour")!.textContent!) as Step[];
const readingTime = 12_000;

/** When a step is behind us; those that are not named wait to be read. */
const done: Record<string, (story: Story) => boolean> = {
  press: () => true,
  heard: story => story.answered > 0,
  answer: story => story.mine === "coming" || story.mine === "arrived" || story.coming >= story.needed || story.state !== "raised",
  take: story => story.state !== "raised",
  arrive: story => story.arrived > 0 || story.state === "closed",
  close: story => story.state === "closed",
};

/** Press here, look there: it goes on by itself as things happen, and never stands in the way. */
export class Tour {
  readonly #count = document.querySelector(".count")!;
  readonly #text = document.querySelector(".step .text")!;
  readonly #back = document.querySelector<HTMLButtonElement>(".back")!;
  readonly #next = document.querySelector<HTMLButtonElement>(".next")!;
  #step = 0;
  #since = performance.now();
  #held = false;
  #from?: string;
  #now?: Now;

  constructor(private readonly panes: Panes) {
    this.#back.addEventListener("click", () => { this.#held = true; this.#go(Math.max(0, this.#step - 1)); });
    this.#next.addEventListener("click", () => {
      this.#held = false;
      if (this.#isLast) void this.#again();
      else this.#go(this.#step + 1);
    });
  }

  draw(now: Now | undefined) {
    if (!now) return;
    this.#now = now;
    this.#from ??= now.serverTime;
    const story = this.#story;
    while (!this.#held && !this.#isLast && this.#isDone(story)) this.#go(this.#step + 1);
    this.#write();
  }

  /** Ten minutes later, so that a shop that whistles for every visitor stays under its quota. */
  async #again() {
    if (this.#story?.state !== "raised" && this.#story?.state !== "taken") {
      this.#from = (await change("demo/clock?seconds=600")).serverTime;
      this.panes.wake();
    }
    this.#go(0);
  }

  get #isLast() { return this.#step === steps.length - 1; }

  /** An alert that ended before the tour began is somebody else's. */
  get #story(): Story | undefined {
    const story = this.#now?.story;
    return story && (story.state !== "closed" || story.raisedAt >= this.#from!) ? story : undefined;
  }

  #isDone(story: Story | undefined) {
    const test = done[steps[this.#step]!.word];
    return story !== undefined && (test ? test(story) : performance.now() - this.#since > readingTime);
  }

  #go(step: number) {
    [this.#step, this.#since] = [step, performance.now()];
    this.panes.show(steps[step]!.look);
    this.panes.bringIntoSight(steps[step]!.look);
    this.#write();
  }

  #write() {
    const step = steps[this.#step]!;
    const { coming = 0, needed = 3, heard = 0, upToDate = 0 } = this.#story ?? {};
    const values: Record<string, number> = { coming, needed, heard, upToDate };
    write(this.#count, `${this.#step + 1}/${steps.length}`);
    write(this.#text, step.text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")));
    write(this.#next, say(this.#isLast ? "again" : "next"));
    this.#back.disabled = this.#step === 0;
    this.panes.pointAt(step.look);
  }
}
