// Calls to the API, all relative to the page's base, since a demo pane lives below a path of its own.

import { printed } from "./say";

export const address = (path: string) => {
  const url = new URL(path, document.baseURI);
  // A browser may be a wall and a shop at once: the wall's page says as which it speaks.
  if (printed.as) url.searchParams.set("as", printed.as);
  return url.href;
};

export class Refused extends Error {
  constructor(readonly status: number, readonly refusal?: string) { super(`${status} ${refusal ?? ""}`); }
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(address(`api/v1/${path}`), { credentials: "same-origin", cache: "no-store", ...init });
  if (response.ok) return await response.json() as T;
  const problem = await response.json().catch(() => ({})) as { refusal?: string };
  throw new Refused(response.status, problem.refusal);
}

export const read = <T>(path: string) => call<T>(path, {});

export const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  call<T>(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal });

/** A call whose failing is shown beside the control that made it; it is tried three times before it counts as failed. */
export async function postKeenly<T>(path: string, body: unknown): Promise<T> {
  for (let left = 2; ; left--) {
    try { return await post<T>(path, body, AbortSignal.timeout(4_000)); }
    catch (error) {
      if (left === 0 || (error instanceof Refused && error.status < 500)) throw error;
      await new Promise(go => setTimeout(go, 300 + Math.random() * 700));
    }
  }
}
