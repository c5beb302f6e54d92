import { isOpen, type Alert } from "../live/board";
import { shown, type PageMode } from "../page/mode";
import type { Status } from "./status";

interface Shows { status: Status; alerts: readonly Alert[]; own?: { mode: string; silent: boolean }; press?: { mode: string; silent: boolean }; inDrill: boolean; }

/** Every mode that stands on the shop's page now. Nothing of a silent alert shows at the shop that raised it. */
export function modesShown({ status, alerts, own, press, inDrill }: Shows): PageMode[] {
  const mine = [own, press].filter(o => o !== undefined && !o.silent).map(o => shown(o!.mode));
  const heard = alerts.filter(a => a.you === "neighbour" && isOpen(a)).map(a => shown(a.mode));
  return [...mine, ...heard, ...(status === "practised" ? ["test" as const] : []), ...(inDrill || status === "drillOver" ? ["drill" as const] : [])];
}
