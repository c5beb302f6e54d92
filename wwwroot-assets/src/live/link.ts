import { HttpTransportType, HubConnection, HubConnectionBuilder, LogLevel, type IHttpConnectionOptions } from "@microsoft/signalr";
import { address } from "../page/api";
import type { Board, Drill, Inject, News, Notice } from "./contract";
import { reconnectWindow, within } from "./jitter";

export interface Ears {
  board(board: Board, heardSince: ReadonlySet<string>): void;
  news(news: News): void;
  drill(drill: Drill): void;
  inject(inject: Inject): void;
  notices(alertId: string, notices: Notice[]): void;
  revoked(): void;
  linked(up: boolean, failures: number): void;
}

/** Longest wait for a connection and its Board: a dead network answers nothing, and must not be waited for. */
const patience = 5_000;

/** A connection with its own turn to speak: what is said before the handshake ended waits for it. */
interface Line { hub: HubConnection; open: Promise<void>; }

/**
 * The page's link to the hub. A Board comes with each connection, so a fresh Board is a fresh connection: the new one takes over
 * when its Board is there, and the old one keeps speaking until then.
 */
export class Link {
  #line?: Line;
  #timer?: ReturnType<typeof setTimeout>;
  #dialling = false;
  #ended = false;
  #failures = 0;
  #lostAt = 0;

  constructor(private readonly ears: Ears) {}

  start() { void this.#dial(); }

  /** Ask for a fresh Board now: the page was asleep, or the network came back. */
  refresh() { void this.#dial(); }

  /** Say something to the server; false when there is nobody to hear it. */
  tell(method: string, ...words: unknown[]): boolean {
    const line = this.#line;
    if (!line) return false;
    line.open.then(() => line.hub.send(method, ...words)).catch(() => { /* the next Board brings it again */ });
    return true;
  }

  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  async #dial() {
    if (this.#dialling || this.#ended) return;
    clearTimeout(this.#timer);
    this.#dialling = true;
    const began = performance.now();
    try { await this.#connect(); }
    catch { this.#drop(); this.#retry(began); }
    finally { this.#dialling = false; }
  }

  async #connect() {
    // Kept in hand, because a browser opens one socket to a host after the other: one that is never answered must be closed, or it
    // holds up all that follow for minutes, and the client library lets go of it only once it was open.
    let socket: WebSocket | undefined;
    const Socket = class extends WebSocket { constructor(url: string | URL, protocols?: string | string[]) { super(url, protocols); socket = this; } };
    const hub = new HubConnectionBuilder()
      .withUrl(address("hubs/whistle"), { transport: HttpTransportType.WebSockets, skipNegotiation: true, WebSocket: Socket } as IHttpConnectionOptions)
      .configureLogging(LogLevel.None).build();
    hub.keepAliveIntervalInMilliseconds = 10_000;
    // The server pings every 10 s; silence for longer means that nobody is there, whatever the socket believes.
    hub.serverTimeoutInMilliseconds = 13_000;

    const heardSince = new Set<string>();
    const fresh = new Promise<void>((arrived, failed) => {
      hub.on("Board", (board: Board) => { this.#adopt({ hub, open: opened }); this.ears.board(board, heardSince); arrived(); });
      hub.onclose(() => { failed(new Error("closed")); this.#lost(hub); });
    });
    hub.on("News", (news: News) => { heardSince.add(news.alertId); this.ears.news(news); });
    hub.on("Drill", (drill: Drill) => this.ears.drill(drill));
    hub.on("Inject", (inject: Inject) => this.ears.inject(inject));
    hub.on("Notices", (told: { alertId: string; notices: Notice[] }) => this.ears.notices(told.alertId, told.notices));
    hub.on("Revoked", () => { this.ears.revoked(); this.end(); });

    const opened = hub.start();
    const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("late")), patience));
    fresh.catch(() => { /* told below, or by onclose */ });
    try { await Promise.race([Promise.all([opened, fresh]), late]); }
    catch (error) { socket?.close(); void hub.stop(); throw error; }
  }

  #adopt(line: Line) {
    if (this.#line?.hub === line.hub) return;
    const old = this.#line;
    this.#line = line;
    this.#failures = 0;
    if (old) void old.hub.stop();
    this.ears.linked(true, 0);
  }

  #lost(hub: HubConnection) {
    if (this.#line?.hub !== hub || this.#ended) return;
    this.#line = undefined;
    this.#retry(performance.now());
  }

  #drop() {
    const line = this.#line;
    this.#line = undefined;
    if (line) void line.hub.stop();
  }

  #retry(began: number) {
    if (this.#ended) return;
    if (this.#failures === 0) this.#lostAt = began;
    const window = reconnectWindow(this.#failures, performance.now() - this.#lostAt, document.visibilityState === "visible");
    this.ears.linked(false, ++this.#failures);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#dial(), Math.max(0, within(window) - (performance.now() - began)));
  }
}
