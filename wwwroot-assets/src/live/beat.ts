import type { Ear } from "./ear";

interface Battery { level: number; }

/** The device's sign of life: at each connection, whenever the sound or the visibility changed, and every 30 s. */
export class Beat {
  #battery?: Battery;
  #said = "";

  constructor(private readonly ear: Ear, private readonly audio: () => boolean) {
    const power = navigator as Navigator & { getBattery?: () => Promise<Battery> };
    power.getBattery?.().then(b => { this.#battery = b; }, () => { /* the page may not know */ });
    setInterval(() => this.now(), 30_000);
    addEventListener("visibilitychange", () => this.changed());
  }

  now() {
    this.#said = this.#state();
    this.ear.beat({ audio: this.audio(), visible: document.visibilityState === "visible", battery: this.#battery?.level });
  }

  /** Something may have changed; said only if it did. */
  changed() { if (this.#state() !== this.#said) this.now(); }

  #state() { return `${this.audio()} ${document.visibilityState}`; }
}
