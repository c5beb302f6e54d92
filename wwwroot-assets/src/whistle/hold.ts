// The trigger: hold for 0.8 s by finger, mouse, Enter or Space. Letting go earlier aborts, and nothing else does: whatever moves or takes
// the focus while the finger is down, the press goes out.

export const holdMs = 800;

export interface HoldNews {
  began(): void;
  progress(part: number): void;
  aborted(): void;
  fired(): void;
  /** Two taps are chosen, or a screen reader clicked: the first tap is waiting for the second. */
  armed(waiting: boolean): void;
}

/** How long the second of two taps may take; people with a tremor need time. */
const secondTapMs = 6_000;

/** Time for a letting go that waits in the queue of a page that stood still. */
const queueMs = 100;

export class Hold {
  #by?: string;
  #timer?: ReturnType<typeof setTimeout>;
  #armed?: ReturnType<typeof setTimeout>;
  #heldAt = 0;
  #swallowClick = false;

  constructor(button: HTMLButtonElement, private readonly twoTaps: () => boolean, private readonly news: HoldNews) {
    const on = <K extends keyof HTMLElementEventMap>(name: K, what: (e: HTMLElementEventMap[K]) => void) => button.addEventListener(name, what);
    on("pointerdown", e => {
      // Not only the first finger: a thumb that holds the phone may touch the glass already.
      if (e.button !== 0) return;
      // The finger may tremble beyond the edge: what counts is that it stays down.
      button.setPointerCapture(e.pointerId);
      this.#swallowClick = true;
      this.#begin(`pointer ${e.pointerId}`, e.timeStamp);
    });
    on("pointerup", e => this.#end(`pointer ${e.pointerId}`, e.timeStamp));
    on("pointercancel", e => this.#end(`pointer ${e.pointerId}`, e.timeStamp));
    on("keydown", e => {
      if (e.key !== "Enter" && e.key !== " ") return;
      e.preventDefault();
      if (e.repeat) return;
      if (this.twoTaps()) this.#tap(); else this.#begin(`key ${e.key}`, e.timeStamp);
    });
    // At the document, since the focus may have gone elsewhere on the page.
    document.addEventListener("keyup", e => { if (this.#by === `key ${e.key}`) { e.preventDefault(); this.#end(`key ${e.key}`, e.timeStamp); } });
    on("keyup", e => { if (e.key === " ") e.preventDefault(); }); // or it would click as well
    on("click", e => {
      e.preventDefault();
      // A click that no finger or key of ours made comes from a screen reader or a switch: those cannot hold.
      const helped = e.detail === 0 && !this.#swallowClick;
      this.#swallowClick = false;
      if (this.twoTaps() || helped) this.#tap();
    });
    on("contextmenu", e => e.preventDefault());
  }

  #begin(by: string, at: number) {
    if (this.#by || this.twoTaps()) return;
    this.#by = by;
    const now = performance.now();
    this.#heldAt = at > 0 && at <= now ? at : now; // some browsers count events from another hour
    this.#timer = setTimeout(() => this.#fire(), Math.max(queueMs, holdMs - (now - this.#heldAt)));
    this.news.began();
    this.#draw();
  }

  #fire() {
    clearTimeout(this.#timer);
    this.#by = undefined;
    this.news.progress(1);
    this.news.fired();
  }

  /** What counts is how long the finger was down, not when a slow device came to hear of it. */
  #end(by: string, at: number) {
    if (this.#by !== by) return;
    if (at - this.#heldAt >= holdMs) this.#fire(); else this.#abort();
  }

  #abort() {
    if (!this.#by) return;
    clearTimeout(this.#timer);
    this.#by = undefined;
    this.news.progress(0);
    this.news.aborted();
  }

  #draw() {
    if (!this.#by) return;
    this.news.progress(Math.min(1, (performance.now() - this.#heldAt) / holdMs));
    requestAnimationFrame(() => this.#draw());
  }

  #tap() {
    const second = this.#armed !== undefined;
    clearTimeout(this.#armed);
    this.#armed = second ? undefined : setTimeout(() => { this.#armed = undefined; this.news.armed(false); }, secondTapMs);
    this.news.armed(!second);
    if (second) this.news.fired();
  }
}
