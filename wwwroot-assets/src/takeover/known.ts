import type { Answer } from "../live/contract";
import { read } from "../page/api";

/** What the server knows of an alert that news do not carry: what this shop answered already, and who ended it. */
export const askKnown = (alertId: string) => read<{ yourAnswer?: Answer; closedBy?: string }>(`alerts/${alertId}`).catch(() => ({} as { yourAnswer?: Answer; closedBy?: string }));
