/** Where the story of the shop in the first pane stands. */
export interface Story {
  alertId: string; raisedAt: string; state: "raised" | "taken" | "closed"; coming: number; needed: number; ring: number; rung: number;
  told: number; heard: number; answered: number; arrived: number; mine?: string; upToDate: number;
}

/** The last drill, and what came of it. */
export interface Loop {
  drillId: string; state: "running" | "over"; pressed: boolean; told: number; arrived: number; needed: number; announced: boolean;
  reportId?: string; met: number; observe?: string;
}

/** What the demo page is told each second. */
export interface Now {
  serverTime: string; ahead: number; cut: string[]; story?: Story; drilling: boolean; refused?: string; pace: number; due?: string; drill?: Loop;
}

const pace = 1_000;

/** Asks each second, never twice at a time; nothing is said when the demo has stopped. */
export function watch(tell: (now: Now | undefined) => void) {
  const ask = async () => {
    try { tell(await (await fetch("demo/now", { cache: "no-store", signal: AbortSignal.timeout(5_000) })).json() as Now); }
    catch { tell(undefined); }
    setTimeout(() => void ask(), pace);
  };
  void ask();
}

export const change = async (path: string): Promise<Now> => (await fetch(path, { method: "POST" })).json() as Promise<Now>;
