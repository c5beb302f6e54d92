import type { Sound } from "../sound/sound";
import { byId, write } from "./dom";
import { say } from "./say";

/** Sound on or off, always in sight; a touch on it turns it on. */
export class SoundState {
  readonly #button = byId("sound");

  constructor(private readonly on: () => boolean, turnOn: () => void) {
    this.#button?.addEventListener("click", turnOn);
  }

  draw() {
    if (!this.#button) return;
    const state = this.on() ? "on" : "off";
    if (this.#button.dataset.sound === state && this.#button.textContent !== "") return;
    this.#button.dataset.sound = state;
    write(this.#button, say(`sound-${state}`));
  }
}

/** Whether a siren would be heard by somebody: unlocked, running, and on duty. */
export const heard = (sound: Sound, started: boolean) => started && sound.on;
