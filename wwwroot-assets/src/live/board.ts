import type { Board, Drill, News } from "./contract";

/** An alert as this page holds it. `gone`: the Board no longer knew it, so it is over, though nobody said how. */
export interface Alert extends News { gone?: boolean; closedBy?: string; }

export interface Held { readonly alerts: ReadonlyMap<string, Alert>; readonly drills: ReadonlyMap<string, Drill>; }

export const nothing: Held = { alerts: new Map(), drills: new Map() };

export const isOpen = (alert: Alert) => alert.state !== "closed";

/** Higher version wins, so that news in any order, with repeats, end in the same state. */
export function hear(held: Held, news: News): { held: Held; was?: Alert; applied: boolean } {
  const was = held.alerts.get(news.alertId);
  const newer = !was || news.version > was.version || (was.gone === true && news.version === was.version);
  if (!newer) return { held, was, applied: false };
  return { held: { ...held, alerts: new Map(held.alerts).set(news.alertId, news) }, was, applied: true };
}

/**
 * The Board replaces what the page shows: an alert that the page holds open and the Board lacks is over. Not so one that was heard
 * since this connection began: it was raised while the Board was being read.
 */
export function replace(held: Held, board: Board, heardSince: ReadonlySet<string>): { held: Held; ended: Alert[]; opened: Alert[]; missed: Alert[] } {
  const alerts = new Map<string, Alert>();
  for (const news of board.alerts) {
    const was = held.alerts.get(news.alertId);
    alerts.set(news.alertId, was && !was.gone && was.version > news.version ? was : news);
  }
  for (const was of held.alerts.values()) {
    if (alerts.has(was.alertId)) continue;
    if (heardSince.has(was.alertId)) alerts.set(was.alertId, was);
    else if (isOpen(was)) alerts.set(was.alertId, { ...was, state: "closed", gone: true });
  }
  const before = (a: Alert) => held.alerts.get(a.alertId);
  const all = [...alerts.values()];
  return {
    held: { alerts, drills: new Map(board.drills.filter(d => d.state === "running").map(d => [d.drillId, d])) },
    ended: all.filter(a => !isOpen(a) && before(a) && isOpen(before(a)!)),
    opened: all.filter(a => isOpen(a) && !before(a)),
    missed: all.filter(a => !isOpen(a) && !before(a)),
  };
}

export const hearDrill = (held: Held, drill: Drill): Held => {
  const drills = new Map(held.drills);
  if (drill.state === "running") drills.set(drill.drillId, drill);
  else drills.delete(drill.drillId);
  return { ...held, drills };
};

const modeRank = (mode: string) => (mode === "real" ? 0 : mode === "drill" ? 1 : 2);

/** Which alert stands on top: real before drill, then the higher level, then the nearer, then the older. */
export const byUrgency = (a: News, b: News) =>
  modeRank(a.mode) - modeRank(b.mode)
  || (b.level ?? 0) - (a.level ?? 0)
  || (a.distanceM ?? Infinity) - (b.distanceM ?? Infinity) || a.raisedAt.localeCompare(b.raisedAt);
