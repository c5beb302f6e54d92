// The words and shapes of the hub and the API, as the contract names them.

export type State = "raised" | "taken" | "closed";
export type Answer = "coming" | "cannotCome" | "arrived" | "withdrawn";

export interface Place { id: string; ref?: string; name: string; address: string; lat: number; lon: number; }

export interface News {
  alertId: string; version: number;
  /** A plain word, since tomorrow's server may say one that this page does not know: see `shown` in page/mode.ts. */
  mode: string;
  drillId?: string; state: State; kind: string; level?: number; silent: boolean;
  you: "raiser" | "neighbour" | "station";
  shop: Place; circle: string; area: string; distanceM?: number; bearing?: number;
  raisedAt: string; pressedAt?: string; coming: number; needed: number; enough: boolean;
  role?: string; bring?: string[]; meet?: string; leadTo?: string; takenBy?: string; outcome?: string;
  /** Of the three stages: within how many seconds each is to be reached, and after how many it was (-1: not yet). */
  targets?: number[]; reached?: number[];
}

export interface Drill {
  drillId: string; title: string; state: string; pressHere: boolean;
  /** What ended it: `stopped`, `timeOver` or `realAlert`. */
  ended?: string;
  /** When everybody was told that it was a drill. */
  announcedAt?: string;
  /** Blind, and nothing has sounded yet: whoever looks over this page's shoulder must not see it. */
  secret?: boolean;
}
/** What the page's part is told by the scenario of a running drill. `text` is in both languages; another server may send no more than that. */
export interface Inject { drillId: string; text: string; at: string; injectId?: string; to?: string; zh?: string; en?: string; }
export interface Board { serverTime: string; alerts: News[]; drills: Drill[]; }

export interface Notice { to: string; name: string; state: string; reason?: string; answer?: Answer; deviceId?: string; shopId?: string; distanceM?: number; at: string; }

/** What `POST /whistles` answers. */
export interface Answered {
  alertId: string; pressId: string; mode: string; raisedAt: string; version: number; notified: number; reinforced?: boolean; limited?: boolean;
}
