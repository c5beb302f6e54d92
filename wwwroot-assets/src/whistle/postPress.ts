import type { Answered } from "../live/contract";
import { post, Refused } from "../page/api";
import type { Post } from "./sending";

/** A press over the API. Only two answers end it beside "taken"; anything else is tried again, for a cry for help is never dropped. */
export const postPress: Post = async (press, signal) => {
  const { pressId, mode, silent, drillId, at } = press;
  // A drill's press is told by its drillId alone.
  const body = { pressId, silent, pressedAt: at, ...(mode === "drill" ? { drillId } : { mode }) };
  try { return { answer: await post<Answered>("whistles", body, signal) }; }
  catch (error) {
    if (error instanceof Refused && error.status === 409 && error.refusal === "drillNotRunning") return { refused: "drillNotRunning" };
    if (error instanceof Refused && error.status === 401) return { refused: "revoked" };
    throw error;
  }
};
