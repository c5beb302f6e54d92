import { Clock, timeOfDay } from "../live/clock";
import { byId, h, write } from "../page/dom";
import { printed, say } from "../page/say";
import { newPressId } from "../whistle/pressId";
import { Outbox, type Entry, type Sent } from "./outbox";
import { bytesOf, redraw } from "./photo";

interface Now { serverTime: string; state: string; stateSay: string; measured: { id: string; state: string; say: string }[]; }

const patience = 10_000;
const pace = 5_000;

/** The observer's page: what is touched shows at once, is kept until the server has it, and is sent in its order. It only ever speaks of a drill. */
export class ObservePage {
  readonly #drill = (printed as { drillId?: string }).drillId!;
  readonly #clock = new Clock(() => performance.now(), Date.parse(printed.serverTime ?? ""));
  readonly #outbox = new Outbox(`wn-observe ${new URL(document.baseURI).pathname}${this.#drill}`, localStorage, entry => this.#send(entry), last => this.#draw(last));
  #photos = Number(byId("photos")!.dataset.count);

  start() {
    for (const item of document.querySelectorAll<HTMLElement>("[data-item]")) this.#listen(item);
    byId("note-keep")!.addEventListener("click", () => this.#note());
    byId("photo")!.addEventListener("change", e => void this.#photo(e.target as HTMLInputElement));
    this.#outbox.waiting.forEach(entry => this.#show(entry));
    this.#outbox.start();
    setInterval(() => void this.#ask(), pace);
    this.#draw();
  }

  #listen(item: HTMLElement) {
    const about = item.dataset.item!;
    item.querySelector("[data-testid=tick]")?.addEventListener("click", () => this.#add({ what: item.dataset.ticked === "true" ? "unticked" : "ticked", about }));
    for (const choice of item.querySelectorAll<HTMLInputElement>("input[type=radio]")) choice.addEventListener("change", () => this.#add({ what: "rated", about, rating: Number(choice.value) }));
  }

  #note() {
    const field = byId("note") as HTMLTextAreaElement;
    const text = field.value.trim();
    if (text === "") return;
    this.#add({ what: "noted", text });
    field.value = "";
  }

  async #photo(field: HTMLInputElement) {
    const file = field.files?.[0];
    field.value = "";
    if (!file) return;
    const picture = await redraw(file);
    write(byId("said"), picture === undefined ? say("no-photo") : "");
    if (picture !== undefined && !this.#add({ what: "photo", text: picture })) write(byId("said"), say("photo-here"));
  }

  #add(what: Omit<Entry, "id" | "at">): boolean {
    const entry = { ...what, id: newPressId(), at: new Date(this.#clock.now()).toISOString() };
    this.#show(entry);
    return this.#outbox.add(entry);
  }

  #show({ what, about, rating, text, at }: Entry) {
    const item = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(about ?? "")}"]`);
    if (what === "ticked" || what === "unticked") {
      item?.setAttribute("data-ticked", String(what === "ticked"));
      item?.querySelector("[data-testid=tick]")?.setAttribute("aria-pressed", String(what === "ticked"));
    } else if (what === "rated") item?.querySelectorAll<HTMLInputElement>("input[type=radio]").forEach(choice => { choice.checked = Number(choice.value) === rating; });
    else if (what === "noted") byId("notes")!.append(h("li", {}, `${timeOfDay(at, printed.zone)} ${text ?? ""}`));
    else this.#photos++;
  }

  async #send(entry: Entry): Promise<Sent> {
    const { what, text, id, about, at } = entry;
    const query = new URLSearchParams({ id, at, ...(about ? { about } : {}) });
    const init = what === "photo" ? { body: bytesOf(text!), headers: { "content-type": "image/jpeg" } } : { body: JSON.stringify(entry), headers: { "content-type": "application/json" } };
    try {
      const answer = await fetch(new URL(`observe/${this.#drill}/${what === "photo" ? `photos?${query}` : "lines"}`, document.baseURI), { method: "POST", signal: AbortSignal.timeout(patience), ...init });
      return answer.ok ? "kept" : answer.status === 404 ? "done" : answer.status < 500 && answer.status !== 429 ? "refused" : "unheard";
    } catch { return "unheard"; }
  }

  async #ask() {
    try {
      const answer = await fetch(new URL(`observe/${this.#drill}/now`, document.baseURI), { cache: "no-store", signal: AbortSignal.timeout(patience) });
      if (!answer.ok) return;
      const now = await answer.json() as Now;
      this.#clock.sync(now.serverTime);
      write(byId("drill-state"), now.stateSay);
      byId("drill-state")!.dataset.state = now.state;
      for (const { id, state, say: words } of now.measured) {
        const judged = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] [data-testid=judged]`);
        if (judged) judged.dataset.state = state;
        write(judged?.querySelector("span") ?? null, words);
      }
    } catch { /* a dead spot: what stands there is as old as it is, and the ticks are kept */ }
  }

  #draw(last?: Sent) {
    const waiting = this.#outbox.waiting.length;
    const outbox = byId("outbox")!;
    outbox.dataset.waiting = String(waiting);
    write(outbox, waiting === 0 ? say("all-sent") : say(this.#outbox.offline ? "waiting-offline" : "waiting", { n: waiting }));
    if (last === "refused" || last === "done") write(byId("said"), say(last === "done" ? "over" : "not-taken"));
    write(byId("photos"), this.#photos > 0 ? say("photos", { n: this.#photos }) : "");
  }
}
