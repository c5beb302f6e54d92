import type { Clock } from "../live/clock";
import type { Answered } from "../live/contract";
import { post, Refused } from "../page/api";
import type { Post } from "./sending";

/** A press over the API. Only two answers end it beside "taken"; anything else is tried again, for a cry for help is never dropped. */
export const postPressBy = (clock: Clock): Post => async (press, signal) => {
  const { pressId, mode, silent, drillId, at } = press;
  // How long it waited, the phone knows however wrong its date is; when that was, the server's clock says.
  const pressedAt = new Date(clock.now() - Math.max(0, Date.now() - Date.parse(at))).toISOString();
  // A drill's press is told by its drillId alone.
  const body = { pressId, silent, pressedAt, ...(mode === "drill" ? { drillId } : { mode }) };
  try { return { answer: await post<Answered>("whistles", body, signal) }; }
  catch (error) {
    if (error instanceof Refused && error.status === 409 && error.refusal === "drillNotRunning") return { refused: "drillNotRunning" };
    if (error instanceof Refused && error.status === 401) return { refused: "revoked" };
    throw error;
  }
};
