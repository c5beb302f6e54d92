import type { Sound } from "../sound/sound";

/** A shift 值班: begun by a touch, which unlocks the sound; it keeps the screen awake and the tab alive as far as the browser can. */
export class Shift {
  started = false;
  awake = false;
  #lock?: WakeLockSentinel;

  constructor(private readonly sound: Sound, private readonly changed: () => void) {
    // The screen's lock is lost whenever the page is hidden.
    addEventListener("visibilitychange", () => { if (this.started && document.visibilityState === "visible") void this.check(); });
    setInterval(() => { if (this.started) void this.check(); }, 60_000);
  }

  /** To be called inside a touch or a key press. Any number of times. */
  async start(quietly = false) {
    if (this.started) return;
    this.started = true;
    const unlocked = this.sound.unlock();
    this.#keepTab();
    if (await unlocked && !quietly) this.sound.play("ready");
    await this.check();
  }

  async check() {
    await this.sound.check();
    await this.#keepAwake();
    this.changed();
  }

  async #keepAwake() {
    if (!("wakeLock" in navigator) || document.visibilityState !== "visible" || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
      this.awake = true;
      this.#lock.addEventListener("release", () => { this.awake = false; this.changed(); });
    } catch { this.awake = false; }
  }

  /** A tab that holds a lock is not frozen to save energy. */
  #keepTab() {
    if ("locks" in navigator) void navigator.locks.request(`wn-duty ${document.baseURI}`, { mode: "shared" }, () => new Promise(() => { /* until the tab closes */ }));
  }
}
