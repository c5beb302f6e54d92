import type { Shown } from "../page/mode";

export type Tone = "chime" | "short" | "soft" | "falling" | "trouble" | "ready";

/** One note: from one pitch to another, in hertz, at a time and for a length in seconds, with a loudness of 0 to 1. */
export interface Note { from: number; to?: number; at: number; for: number; loud: number; shape?: OscillatorType; }

/** All that a page can play but the siren. Each is under 2 s and does not repeat. */
export const tones: Record<Tone, readonly Note[]> = {
  chime: [{ from: 784, at: 0, for: 0.5, loud: 0.35 }, { from: 988, at: 0.3, for: 0.5, loud: 0.35 }, { from: 1175, at: 0.6, for: 0.9, loud: 0.35 }],
  short: [{ from: 660, at: 0, for: 0.35, loud: 0.25 }],
  soft: [{ from: 440, at: 0, for: 0.6, loud: 0.12 }],
  falling: [{ from: 880, to: 440, at: 0, for: 1.2, loud: 0.35 }],
  trouble: [{ from: 262, at: 0, for: 0.3, loud: 0.3 }, { from: 220, at: 0.4, for: 0.4, loud: 0.3 }],
  ready: [{ from: 523, at: 0, for: 0.25, loud: 0.15 }, { from: 659, at: 0.2, for: 0.4, loud: 0.15 }],
};

/** What an alert sounds like when it is first heard. Only a real, loud one has the siren; a silent one never does. */
export function soundOf(mode: Shown, silent: boolean): Tone | "siren" {
  if (mode === "drill") return "chime";
  if (mode === "test") return "short";
  return silent ? "soft" : "siren";
}
