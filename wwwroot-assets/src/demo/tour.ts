import { say } from "../page/say";
import { byId, write } from "../page/dom";
import { change, type Loop, type Now, type Story } from "./now";
import type { Panes } from "./panes";

interface Step { word: string; look: string; text: string; }

const read = (island: string) => JSON.parse(document.getElementById(island)!.textContent!) as Step[];
const tours = { whistle: read("tour"), drill: read("tour-of-drill") };
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

/** The same for the round of a drill, which is looked at from its start on. */
const played: Record<string, (drill: Loop | undefined) => boolean> = {
  start: drill => drill !== undefined,
  pressed: drill => drill !== undefined && (drill.pressed || drill.state !== "running"),
  arrive: drill => drill !== undefined && (drill.arrived >= drill.needed || drill.state !== "running"),
  watch: drill => drill !== undefined && drill.state !== "running",
};

/** What the organizer's pane shows at a step. */
const pages: Record<string, (drill: Loop | undefined) => string | undefined> = {
  due: () => "drills/plans",
  report: drill => drill && `drills/${drill.drillId}/report`,
  met: () => "reports/improvements",
};

/** Press here, look there: it goes on by itself as things happen, and never stands in the way. */
export class Tour {
  readonly #count = document.querySelector(".count")!;
  readonly #text = document.querySelector(".step .text")!;
  readonly #back = document.querySelector<HTMLButtonElement>(".back")!;
  readonly #next = document.querySelector<HTMLButtonElement>(".next")!;
  readonly #which = byId("which-tour")!;
  #tour: keyof typeof tours = "whistle";
  #step = 0;
  #since = performance.now();
  #held = false;
  #from?: string;
  #before?: string;
  #now?: Now;

  constructor(private readonly panes: Panes) {
    this.#back.addEventListener("click", () => { this.#held = true; this.#go(Math.max(0, this.#step - 1)); });
    this.#next.addEventListener("click", () => {
      this.#held = false;
      if (this.#isLast) void this.#again();
      else this.#go(this.#step + 1);
    });
    this.#which.addEventListener("click", () => this.#choose(this.#tour === "whistle" ? "drill" : "whistle"));
  }

  draw(now: Now | undefined) {
    if (!now) return;
    this.#now = now;
    this.#from ??= now.serverTime;
    while (!this.#held && !this.#isLast && this.#isDone()) this.#go(this.#step + 1);
    this.#open();
    this.#write();
  }

  #choose(tour: keyof typeof tours) {
    this.#tour = tour;
    this.#held = false;
    this.#before = this.#now?.drilling ? undefined : this.#now?.drill?.drillId;
    if (tour === "drill") document.querySelector<HTMLSelectElement>(".pace")!.value = "10";
    this.#go(0);
  }

  /** Ten minutes later, so that a shop that whistles for every visitor stays under its quota. */
  async #again() {
    if (this.#tour === "whistle" && this.#story?.state !== "raised" && this.#story?.state !== "taken") {
      this.#from = (await change("demo/clock?seconds=600")).serverTime;
      this.panes.wake();
    }
    this.#choose(this.#tour);
  }

  get #steps() { return tours[this.#tour]; }

  get #isLast() { return this.#step === this.#steps.length - 1; }

  /** An alert that ended before the tour began is somebody else's. */
  get #story(): Story | undefined {
    const story = this.#now?.story;
    return story && (story.state !== "closed" || story.raisedAt >= this.#from!) ? story : undefined;
  }

  /** And so is a drill. */
  get #drill(): Loop | undefined {
    const drill = this.#now?.drill;
    return drill && drill.drillId !== this.#before ? drill : undefined;
  }

  #isDone() {
    const { word } = this.#steps[this.#step]!;
    const wasRead = performance.now() - this.#since > readingTime;
    if (this.#tour === "drill") return word === "told" ? wasRead && this.#drill?.announced === true && !!this.#drill.reportId : played[word]?.(this.#drill) ?? wasRead;
    const story = this.#story;
    return story !== undefined && (done[word]?.(story) ?? wasRead);
  }

  #go(step: number) {
    [this.#step, this.#since] = [step, performance.now()];
    const { look } = this.#steps[step]!;
    if (look !== "organizer") this.panes.leave();
    this.#open();
    this.panes.show(look);
    this.panes.bringIntoSight(look);
    this.#write();
  }

  #open() {
    const { word, look } = this.#steps[this.#step]!;
    const page = pages[word]?.(this.#drill ?? this.#now?.drill);
    if (this.#tour === "drill" && look === "organizer" && page) this.panes.open(page);
  }

  #write() {
    const step = this.#steps[this.#step]!;
    const { coming = 0, needed = 3, heard = 0, upToDate = 0 } = this.#story ?? {};
    const drill = this.#drill;
    const values: Record<string, number | string> = this.#tour === "whistle" ? { coming, needed, heard, upToDate }
      : { due: this.#now?.due ?? "–", told: drill?.told ?? 0, arrived: drill?.arrived ?? 0, needed: drill?.needed || needed, met: drill?.met ?? 0 };
    write(this.#count, `${this.#step + 1}/${this.#steps.length}`);
    write(this.#text, step.text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")));
    write(this.#next, say(!this.#isLast ? "next" : this.#tour === "whistle" ? "again" : "once-more"));
    write(this.#which, say(this.#tour === "whistle" ? "tour-of-drill" : "tour-of-whistle"));
    this.#back.disabled = this.#step === 0;
    this.panes.pointAt(step.look);
  }
}
