// When to try again. Thousands of devices lose a server in the same instant: full jitter spreads their return.

/** The window in which the next reconnect falls, in milliseconds. */
export function reconnectWindow(failures: number, outageMs: number, visible: boolean): number {
  if (failures <= 0) return 2_000;
  if (failures === 1) return 4_000;
  if (outageMs < 120_000) return 5_000;
  // A screen that somebody looks at is back within 10 s of the server's return; one in a pocket may take longer.
  return visible ? 9_000 : 30_000;
}

/** Full jitter: anywhere in the window, zero included. */
export const within = (window: number, random: () => number = Math.random) => Math.floor(random() * window);
