/** One thing that an observer wrote. Its id is made here, so that sending it again is harmless. */
export interface Entry { id: string; what: "ticked" | "unticked" | "rated" | "noted" | "photo"; about?: string; rating?: number; text?: string; at: string; }

/** How a sending ended: kept by the server, refused for good, the drill is done, or no answer. */
export type Sent = "kept" | "refused" | "done" | "unheard";

const pace = 5_000;

/** What waits to be sent, oldest first; it outlives a dead spot and a reload. A full storage keeps it in memory alone. */
export class Outbox {
  #waiting: Entry[];
  #sending = false;
  #unheard = false;

  constructor(private readonly name: string, private readonly storage: Storage, private readonly send: (entry: Entry) => Promise<Sent>, private readonly changed: (last?: Sent) => void) {
    this.#waiting = this.#read();
  }

  get waiting(): readonly Entry[] { return this.#waiting; }
  get offline() { return this.#unheard; }

  start() {
    addEventListener("online", () => void this.flush());
    setInterval(() => void this.flush(), pace);
    void this.flush();
  }

  /** @returns false where it is kept in memory alone. */
  add(entry: Entry): boolean {
    this.#waiting = [...this.#waiting, entry];
    const kept = this.#write();
    this.changed();
    void this.flush();
    return kept;
  }

  async flush() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        const sent = await this.send(next);
        this.#unheard = sent === "unheard";
        if (sent === "unheard") { this.changed(sent); return; }
        this.#waiting = this.#waiting.filter(e => e.id !== next!.id);
        this.#write();
        this.changed(sent);
      }
    } finally { this.#sending = false; }
  }

  #read(): Entry[] {
    try { return JSON.parse(this.storage.getItem(this.name) ?? "[]") as Entry[]; } catch { return []; }
  }

  #write(): boolean {
    try { this.storage.setItem(this.name, JSON.stringify(this.#waiting)); return true; } catch { return false; }
  }
}
