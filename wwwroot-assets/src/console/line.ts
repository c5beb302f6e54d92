import { within } from "../live/jitter";
import { startBlazor, type DotNet } from "./blazor";

const beatEvery = 4_000;
const silentAfter = 11_000;

/** A page that slept has this long to hear from its circuit before it begins anew. */
const wakingTime = 1_500;

/** The server calls a circuit lost after 20 s of silence and keeps it for 30 more. */
const circuitKept = 50_000;

/** The console's line: one circuit, whose life is proved by its answer to each beat and by nothing else. */
export class Line {
  #live?: DotNet;
  #attachedAt = 0;
  #lost = false;
  #pending = false;
  #unanswered = 0;

  /** When the circuit last answered, on this page's own steady clock; 0 before it ever did. */
  freshAt = 0;

  constructor(private readonly sound: () => boolean, private readonly heard: (serverTime: string) => void) {}

  get up() { return !this.#lost && this.freshAt > 0 && performance.now() - this.freshAt < silentAfter; }

  start() {
    window.whistleConsole = { attach: live => { this.#live = live; this.#attachedAt = performance.now(); void this.beat(); } };
    void startBlazor(() => { this.#lost = true; void this.#comeBack(); }, () => { this.#lost = false; })?.catch(() => this.#later());
    setTimeout(() => { if (!this.#live) this.#later(); }, 15_000);
    setInterval(() => void this.beat(), beatEvery);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") this.#wake(); else void this.beat(); });
    document.addEventListener("resume", () => this.#wake());
    addEventListener("online", () => { if (this.#lost) void this.#comeBack(); });
  }

  async beat() {
    if (!this.#live || this.#lost || this.#pending) return;
    this.#pending = true;
    const asked = this.#attachedAt;
    try {
      const serverTime = await Promise.race([
        this.#live.invokeMethodAsync<string>("Beat", this.sound(), document.visibilityState === "visible"),
        new Promise<never>((_, late) => setTimeout(late, silentAfter)),
      ]);
      if (asked === this.#attachedAt) this.freshAt = performance.now();
      this.heard(serverTime);
      this.#unanswered = 0;
    } catch {
      // The banner shows it; a circuit that is gone for good says no more than this.
      if (++this.#unanswered >= 2 && !this.#lost) this.#later();
    } finally {
      this.#pending = false;
    }
  }

  /** After a sleep the circuit may be gone and its socket look alive: what does not answer soon is not waited for. The address holds the view. */
  #wake() {
    void this.beat();
    if (this.up || !this.#live) return;
    const asleep = performance.now() - this.freshAt;
    setTimeout(() => { if (!this.up) { this.#lost = true; void this.#probe(true); } }, asleep > circuitKept ? 0 : wakingTime);
  }

  /** The same circuit where the server still has it; after a restart a new one, with the view that stands in the address. */
  async #comeBack() {
    try {
      const back = await window.Blazor?.reconnect?.();
      if (back) { this.#lost = false; void this.beat(); return; }
      location.reload(); // it answered, and no longer knows us
    } catch {
      this.#later();
    }
  }

  // Consoles are few: they may all come back at once, and soon.
  #later(anew = false) {
    this.#lost = true;
    setTimeout(() => void this.#probe(anew), 300 + within(2_000));
  }

  // A reload while the server is away would show the browser's own error page; ask first.
  async #probe(anew = false) {
    try {
      await fetch(new URL("health/live", document.baseURI), { cache: "no-store", signal: AbortSignal.timeout(5_000) });
      if (this.#live && !anew) await this.#comeBack(); else location.reload();
    } catch {
      this.#later(anew);
    }
  }
}
