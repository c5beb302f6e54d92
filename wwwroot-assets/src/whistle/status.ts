export type Status = "offDuty" | "ready" | "sending" | "notSent" | "sent" | "silentSent" | "over" | "practised" | "drillOver" | "revoked";

/** All that decides which of its ten faces the page shows. */
export interface Facts {
  revoked: boolean;
  onDuty: boolean;
  /** A press without an answer. */
  pending?: { notSent: boolean };
  /** A drill's press came after the drill's end; the question is still open. */
  drillOver: boolean;
  /** This shop's own open alert. */
  mine?: { silent: boolean };
  over: boolean;
  practised: boolean;
}

export function statusOf(facts: Facts): Status {
  if (facts.revoked) return "revoked";
  if (facts.pending) return facts.pending.notSent ? "notSent" : "sending";
  if (facts.drillOver) return "drillOver";
  if (facts.mine) return facts.mine.silent ? "silentSent" : "sent";
  if (facts.over) return "over";
  if (facts.practised) return "practised";
  return facts.onDuty ? "ready" : "offDuty";
}
