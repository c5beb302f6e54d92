import type { News } from "../live/contract";
import { knows, say } from "./say";

// Sentences that several screens share.

const compass = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

export const direction = (bearing: number) => say(`dir-${compass[Math.round(((bearing % 360) + 360) % 360 / 45) % 8]!}`);

export const kindOf = (kind: string) => (knows(`kind-${kind}`) ? say(`kind-${kind}`) : say("kind-unspecified"));

export const outcomeOf = (outcome: string | undefined) => (outcome && knows(`outcome-${outcome}`) ? say(`outcome-${outcome}`) : "");

/** "120 米 · 东北", as far as the server told. */
export function whereabouts({ distanceM, bearing }: Pick<News, "distanceM" | "bearing">): string {
  const far = distanceM === undefined ? "" : say("metres", { n: Math.round(distanceM) });
  const way = bearing === undefined ? "" : direction(bearing);
  return [far, way].filter(Boolean).join(" · ");
}

/** How many come, of how many are needed. */
export const whoComes = (alert: Pick<News, "coming" | "needed">) =>
  say(alert.coming === 0 ? "coming-none" : "coming-some", { n: alert.coming, needed: alert.needed });

/** How an alert ended, in one line. */
export const ending = (alert: News) =>
  alert.outcome ? say("ended-as", { outcome: outcomeOf(alert.outcome) }) : say("ended");
