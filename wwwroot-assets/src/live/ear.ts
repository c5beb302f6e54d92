import type { Clock } from "./clock";
import type { Drill, Inject, News, Notice } from "./contract";
import { hear, hearDrill, nothing, replace, type Alert, type Held } from "./board";
import { Link } from "./link";

/** What a page is told after the board changed. */
export interface Listener {
  /** A whole Board came: some alerts ended while nobody was listening, some opened. No sound for what ended. */
  boardChanged(ended: Alert[], opened: Alert[], missed: Alert[]): void;
  /** One alert moved. */
  alertChanged(alert: Alert, was: Alert | undefined): void;
  /** A drill began, moved, ended, or was told to be one; also what a Board says of one that is over. */
  drillChanged(drill: Drill): void;
  inject?(inject: Inject): void;
  notices?(alertId: string, notices: Notice[]): void;
  revoked(): void;
  linked(up: boolean, failures: number): void;
}

/** The one place of a page that listens: it holds the board, tells the server what was received, and tells the page what changed. */
export class Ear {
  held: Held = nothing;
  up = false;
  /** When the server was last heard to be right, by the monotonic clock. */
  freshAt = 0;
  readonly #link: Link;
  readonly #seen = new Set<string>();

  constructor(clock: Clock, page: Listener) {
    this.#link = new Link({
      board: (board, heardSince) => {
        clock.sync(board.serverTime);
        const change = replace(this.held, board, heardSince);
        this.held = change.held;
        board.alerts.forEach(n => this.#received(n));
        this.#fresh();
        page.boardChanged(change.ended, change.opened, change.missed);
        board.drills.forEach(d => page.drillChanged(d));
      },
      news: news => {
        const { held, was, applied } = hear(this.held, news);
        this.held = held;
        this.#fresh();
        if (!applied) return;
        this.#received(news);
        page.alertChanged(news, was);
      },
      drill: (drill: Drill) => { this.held = hearDrill(this.held, drill); page.drillChanged(drill); },
      inject: inject => page.inject?.(inject),
      notices: (alertId, notices) => page.notices?.(alertId, notices),
      revoked: () => page.revoked(),
      linked: (up, failures) => { this.up = up; page.linked(up, failures); },
    });
  }

  listen() {
    this.#link.start();
    addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") this.refresh(); });
    addEventListener("pageshow", e => { if ((e as PageTransitionEvent).persisted) this.refresh(); });
    document.addEventListener("resume", () => this.refresh()); // a frozen page goes on, be it seen or not
    addEventListener("online", () => this.refresh());
    // "Offline" is a hint as well: whether the server is out of reach is seen by trying.
    addEventListener("offline", () => this.refresh());
  }

  refresh() {
    // What the page shows may be old: it is veiled until the Board is there, or known not to come.
    document.documentElement.dataset.veiled = "";
    setTimeout(() => this.#unveil(), 2_000);
    this.#link.refresh();
  }

  /** The person's screen shows this alert: drawn, and the page visible. */
  seen(alertId: string) {
    if (this.#seen.has(alertId) || document.visibilityState !== "visible") return;
    if (this.#link.tell("Seen", alertId)) this.#seen.add(alertId);
  }

  beat(state: { audio: boolean; visible: boolean; battery?: number }) { this.#link.tell("Beat", state); }

  end() { this.#link.end(); }

  #received(news: News) { this.#link.tell("Received", news.alertId, news.version); }

  #fresh() { this.freshAt = performance.now(); this.#unveil(); }

  #unveil() { delete document.documentElement.dataset.veiled; }
}
