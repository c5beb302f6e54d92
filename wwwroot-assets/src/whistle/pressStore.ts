/** A press as it is kept until the server has answered it. Nothing else of an alert is ever stored in the browser. */
export interface Press { pressId: string; at: string; mode: "real" | "test" | "drill"; silent: boolean; drillId?: string; shopId?: string; }

/** Presses that the server has not answered yet, oldest first; they outlive a reload. A full or forbidden storage loses only that. */
export class PressStore {
  #presses: Press[];

  constructor(private readonly name: string, private readonly storage: Pick<Storage, "getItem" | "setItem">) {
    this.#presses = this.#read();
  }

  get all(): readonly Press[] { return this.#presses; }

  put(press: Press) { this.#presses = [...this.#presses, press]; this.#write(); }

  remove(pressId: string) { this.#presses = this.#presses.filter(p => p.pressId !== pressId); this.#write(); }

  #read(): Press[] {
    try { return JSON.parse(this.storage.getItem(this.name) ?? "[]") as Press[]; } catch { return []; }
  }

  #write() {
    try { this.storage.setItem(this.name, JSON.stringify(this.#presses)); } catch { /* it is still sent, from memory */ }
  }
}
