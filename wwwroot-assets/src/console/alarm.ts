import { shown, type PageMode } from "../page/mode";
import { recall, remember } from "../page/memory";
import { say } from "../page/say";
import { Sound } from "../sound/sound";
import { soundOf } from "../sound/tones";

/**
 * The console's loudspeaker. The siren sounds while a real alert is untaken, a chime once for a drill. A touch unlocks it, as browsers
 * ask; a second touch turns it off, and the next new alert is heard again.
 */
export class Alarm {
  readonly #sound = new Sound(() => this.draw());
  readonly #button = document.querySelector<HTMLElement>("[data-testid=sound]");
  #muted = recall("mute") === "1";
  #known = new Set<string>();
  #first = true;

  start() {
    this.#button?.addEventListener("click", () => void this.#turn());
    // Any first touch unlocks it: an officer who works here wants to hear.
    const unlock = () => { if (!this.#muted && !this.#sound.on) void this.#sound.unlock().then(() => this.look()); };
    addEventListener("pointerdown", unlock, { capture: true });
    addEventListener("keydown", unlock, { capture: true });
    void this.#sound.unlock(); // a console that the browser trusts with sound has it at once
    this.draw();
  }

  get on() { return this.#sound.on && !this.#muted; }

  /** Listens to what stands in the bar of untaken alerts. */
  look() {
    const alarms = [...document.querySelectorAll<HTMLElement>("[data-alarm]")].map(a => ({
      id: a.dataset.alarm!, mode: shown(a.dataset.mode ?? ""), silent: a.dataset.silent === "true",
    }));
    const fresh = alarms.filter(a => !this.#known.has(a.id));
    if (fresh.length > 0 && this.#muted && !this.#first) this.#mute(false);
    for (const { mode, silent } of fresh) {
      const tone = soundOf(mode, silent);
      if (tone !== "siren" && this.on) this.#sound.play(tone);
    }
    this.#known = new Set(alarms.map(a => a.id));
    this.#first = false;
    this.#sound.siren(!this.#muted && alarms.some(a => soundOf(a.mode, a.silent) === "siren"));
    this.draw();
  }

  draw() {
    const button = this.#button;
    if (!button) return;
    const state = this.on ? "on" : "off";
    const text = say(this.on ? "sound-on" : this.#muted ? "sound-muted" : "sound-off");
    if (button.dataset.sound !== state) button.dataset.sound = state;
    if (button.textContent !== text) button.textContent = text;
  }

  async #turn() {
    if (this.on) this.#mute(true);
    else { this.#mute(false); await this.#sound.unlock(); if (this.on) this.#sound.play("ready"); }
    this.look();
  }

  #mute(muted: boolean) {
    this.#muted = muted;
    remember("mute", muted ? "1" : "0");
  }
}

/** The highest mode on the page, as the bar of the layout says it. */
export const pageMode = (): PageMode => {
  const mode = document.querySelector<HTMLElement>("[data-testid=alarms]")?.dataset.mode;
  return !mode || mode === "none" ? "none" : shown(mode);
};
