import { tones, type Note, type Tone } from "./tones";

/** The loudspeaker: oscillators only, no file that could fail. It is locked until a touch, and says so. */
export class Sound {
  #context?: AudioContext;
  #siren?: () => void;

  constructor(private readonly changed: () => void) {}

  /** True when a siren would be heard. */
  get on() { return this.#context?.state === "running"; }

  /** To be called inside a touch or key press: browsers let no page sound before one. A screen that is allowed to may call it at once. */
  async unlock(): Promise<boolean> {
    if (!this.#context && "AudioContext" in window) {
      this.#context = new AudioContext();
      this.#context.addEventListener("statechange", () => this.changed());
      if (this.#siren) this.#siren = this.#wail();
    }
    await this.check();
    return this.on;
  }

  /** Telephones and other programs take the loudspeaker away without asking; this takes it back where it may. */
  async check() {
    const context = this.#context;
    if (context && context.state !== "running") await Promise.race([context.resume(), new Promise(done => setTimeout(done, 500))]).catch(() => { });
    this.changed();
  }

  play(tone: Tone) {
    this.#mark(tone);
    tones[tone].forEach(note => this.#note(note));
  }

  /** The siren, a rising two-tone, for real alerts alone. It runs on oscillators so that a throttled page keeps sounding. */
  siren(on: boolean) {
    if (on === Boolean(this.#siren)) return;
    this.#siren?.();
    this.#siren = on ? this.#wail() : undefined;
    this.#mark(on ? "siren" : "none");
  }

  /** The tone that rises while the button is held; the answer ends it. */
  rise(seconds: number): () => void {
    return this.#note({ from: 330, to: 990, at: 0, for: seconds, loud: 0.2, shape: "triangle" }) ?? (() => { });
  }

  #note({ from, to, at, for: length, loud, shape = "sine" }: Note): (() => void) | undefined {
    const context = this.#context;
    if (!context || !this.on) return;
    const start = context.currentTime + at;
    const oscillator = new OscillatorNode(context, { type: shape, frequency: from });
    const gain = new GainNode(context, { gain: 0 });
    oscillator.frequency.setValueAtTime(from, start);
    if (to) oscillator.frequency.exponentialRampToValueAtTime(to, start + length);
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loud, start + 0.02);
    gain.gain.setValueAtTime(loud, start + Math.max(0.03, length - 0.15));
    gain.gain.linearRampToValueAtTime(0, start + length);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
    return () => oscillator.stop();
  }

  #wail(): () => void {
    const context = this.#context;
    if (!context) return () => { };
    const loudness = new GainNode(context, { gain: 0.5 });
    const sweep = new OscillatorNode(context, { type: "sawtooth", frequency: 0.9 });
    const voices = [640, 810].map(frequency => new OscillatorNode(context, { type: "square", frequency }));
    const depth = new GainNode(context, { gain: 240 });
    sweep.connect(depth);
    voices.forEach(voice => { depth.connect(voice.frequency); voice.connect(loudness); voice.start(); });
    loudness.connect(context.destination);
    sweep.start();
    return () => { [sweep, ...voices].forEach(o => o.stop()); loudness.disconnect(); };
  }

  /** For people who check a page by eye, and for tests: what it sounds like now. */
  #mark(tone: Tone | "siren" | "none") { document.documentElement.dataset.tone = tone; }
}
