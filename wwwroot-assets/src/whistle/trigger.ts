import { byId, show, write } from "../page/dom";
import { recall, remember } from "../page/memory";
import { say } from "../page/say";
import type { Sound } from "../sound/sound";
import { Hold, holdMs } from "./hold";
import { SilentSwitch } from "./silentSwitch";

/** The round button. Without script it is the plain form's own; here it is taken out of its fold and becomes one to hold. */
export class Trigger {
  twoTaps = recall("taps") === "two";
  readonly switch = new SilentSwitch(() => this.label(false));
  readonly #drill = byId("whistle-drill") as HTMLButtonElement;
  readonly #whistle = byId("whistle") as HTMLButtonElement;

  constructor(sound: Sound, pressed: (drill: boolean) => void) {
    const form = this.#whistle.form!;
    form.addEventListener("submit", e => e.preventDefault());
    form.querySelector("details")!.open = true;
    this.#whistle.type = "button";
    // The page leaves room below its end for the button, however many rows stand above it.
    new ResizeObserver(() => document.documentElement.style.setProperty("--dock", `${form.offsetHeight}px`)).observe(form);
    this.#holdable(this.#whistle, sound, () => pressed(false));
    this.#holdable(this.#drill, sound, () => pressed(true));
    this.label(false);
  }

  get silent() { return this.switch.on; }

  chooseTwoTaps(two: boolean) { this.twoTaps = two; remember("taps", two ? "two" : "hold"); this.label(false); }

  /** In a running drill there are two buttons, the drill's and the real one, each with its word. */
  offerDrill(drill: boolean) {
    show(this.#drill, drill);
    document.documentElement.toggleAttribute("data-two-buttons", drill);
    this.label(false);
  }

  /** A press that has no answer yet: the ring stays full, and another hold hurries the same press. */
  pending(on: boolean) { this.#whistle.classList.toggle("pending", on); }

  label(armed: boolean) {
    const inDrill = document.documentElement.hasAttribute("data-two-buttons");
    write(this.#whistle.querySelector(".word"), inDrill ? say("this-is-real") : say(this.silent ? "whistle-silent" : "whistle"));
    write(this.#whistle.querySelector(".how"), this.#how(armed));
    write(this.#drill.querySelector(".how"), this.#how(armed));
    this.#whistle.classList.toggle("silent", this.silent);
  }

  #how(armed: boolean) { return say(armed ? "tap-again" : this.twoTaps ? "tap-twice" : "hold"); }

  #holdable(button: HTMLButtonElement, sound: Sound, fired: () => void) {
    const quiet = () => button === this.#whistle && this.silent;
    let hush = () => { };
    new Hold(button, () => this.twoTaps, {
      began: () => {
        button.classList.add("holding");
        if (!quiet()) void sound.unlock().then(on => { if (on && button.classList.contains("holding")) hush = sound.rise(holdMs / 1000); });
      },
      progress: part => button.style.setProperty("--held", String(part)),
      aborted: () => { button.classList.remove("holding"); hush(); },
      fired: () => {
        button.classList.remove("holding", "armed");
        hush();
        if (!quiet()) navigator.vibrate?.(200);
        this.label(false);
        fired();
        setTimeout(() => button.style.setProperty("--held", "0"), 400);
      },
      armed: waiting => { button.classList.toggle("armed", waiting); this.label(waiting); },
    });
  }
}

