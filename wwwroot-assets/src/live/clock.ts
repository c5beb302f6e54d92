import { say } from "../page/say";

/** The server's time, carried on by a clock that nobody can set. The device's own date is a claim and decides nothing. */
export class Clock {
  #server: number;
  #ticks: number;

  constructor(private readonly ticks: () => number, server: number) {
    this.#server = server;
    this.#ticks = ticks();
  }

  sync(serverTime: string) {
    const heard = Date.parse(serverTime);
    if (Number.isNaN(heard)) return;
    this.#server = heard;
    this.#ticks = this.ticks();
  }

  now() { return this.#server + (this.ticks() - this.#ticks); }

  /** Whole seconds since a time of the server; never negative. */
  secondsSince(at: string) { return Math.max(0, Math.floor((this.now() - Date.parse(at)) / 1000)); }
}

/** "12 秒前": how old something is, in the largest whole unit. */
export function ago(seconds: number): string {
  if (seconds < 60) return say("ago-seconds", { n: seconds });
  if (seconds < 3600) return say("ago-minutes", { n: Math.floor(seconds / 60), s: seconds % 60 });
  if (seconds < 86_400) return say("ago-hours", { n: Math.floor(seconds / 3600) });
  return say("ago-days", { n: Math.floor(seconds / 86_400) });
}

/** "14:03:07" in the station's time zone. */
export function timeOfDay(at: string | number, zone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: zone }).format(new Date(at));
}

/** "11-24 14:03": a day and a time in the station's time zone. */
export function dayAndTime(at: string, zone?: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone })
    .formatToParts(new Date(at)).reduce<Record<string, string>>((all, p) => ({ ...all, [p.type]: p.value }), {});
  return `${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}
