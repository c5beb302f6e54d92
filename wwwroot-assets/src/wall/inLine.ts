import type { Alert } from "../live/board";
import { shown } from "../page/mode";

/** The oldest alert that nobody took comes first, then the oldest of the others; a real one stands before any drill. */
export const inLine = (a: Alert, b: Alert) =>
  Number(shown(a.mode) !== "real") - Number(shown(b.mode) !== "real") || Number(a.state === "taken") - Number(b.state === "taken") || a.raisedAt.localeCompare(b.raisedAt);
