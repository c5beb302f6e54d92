import { Beat } from "../live/beat";
import { isOpen, type Alert } from "../live/board";
import { ago, Clock, timeOfDay } from "../live/clock";
import type { Notice } from "../live/contract";
import { Ear } from "../live/ear";
import { tickStages } from "../live/stages";
import { ConnectionBanner } from "../page/connection";
import { afterDrawing, byId, h, show, write } from "../page/dom";
import { highest, paintMode, shown } from "../page/mode";
import { printed, say } from "../page/say";
import { SoundState } from "../page/soundState";
import { Sound } from "../sound/sound";
import { toneOf, wallWantsSiren } from "../takeover/alarm";
import { Shift } from "../whistle/shift";
import { circleLinks } from "./circleLinks";
import { inLine } from "./inLine";
import { wallCard } from "./wallCard";
import { WallMap } from "./wallMap";

/** A screen on the station's wall: it needs no hand, and it is a device of its own, with beats and receipts. */
export class WallPage {
  readonly #clock = new Clock(() => performance.now(), printed.serverTime ? Date.parse(printed.serverTime) : Date.now());
  readonly #sound = new Sound(() => { this.#beat.changed(); this.#draw(); });
  readonly #map = new WallMap(byId("wall-map"));
  readonly #shift = new Shift(this.#sound, () => this.#draw());
  readonly #notices = new Map<string, Map<string, Notice>>();
  #revoked = false;

  readonly #ear = new Ear(this.#clock, {
    boardChanged: (_, opened) => { opened.forEach(a => this.#tone(a, undefined)); this.#draw(); },
    alertChanged: (alert, was) => { this.#tone(alert, was); this.#draw(); },
    drillChanged: () => this.#draw(),
    notices: (alertId, notices) => { this.#note(alertId, notices); this.#draw(); },
    revoked: () => { this.#revoked = true; this.#draw(); },
    linked: up => { if (up) this.#beat.now(); this.#draw(); },
  });
  readonly #beat = new Beat(this.#ear, () => this.#sound.on);
  readonly #banner = new ConnectionBanner(this.#ear);
  readonly #soundState = new SoundState(() => this.#sound.on, () => void this.#shift.check());

  start() {
    // A kiosk may sound without a touch; any other browser needs one, and any touch will do.
    void this.#shift.start(true);
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => void this.#shift.check());
    this.#ear.listen();
    circleLinks(byId("circles"));
    this.#map.start();
    setInterval(() => this.#tick(), 1_000);
    addEventListener("resize", () => this.#draw());
    this.#draw();
  }

  #tone(alert: Alert, was: Alert | undefined) {
    const tone = toneOf(alert, was);
    // A real whistle has the siren here, a silent one too: the pressed shop cannot hear the station.
    if (tone && tone !== "soft") this.#sound.play(tone);
  }

  #note(alertId: string, notices: Notice[]) {
    const known = this.#notices.get(alertId) ?? new Map<string, Notice>();
    notices.forEach(n => known.set(n.deviceId ?? n.shopId ?? n.name, n));
    this.#notices.set(alertId, known);
  }

  #draw() {
    const open = [...this.#ear.held.alerts.values()].filter(isOpen).sort(inLine);
    const [first, ...queue] = open.map((alert, i) => wallCard(alert, i === 0, [...this.#notices.get(alert.alertId)?.values() ?? []]));
    byId("wall-first")!.replaceChildren(...(first ? [first] : [h("p", { class: "calm" }, say(this.#revoked ? "wall-revoked" : this.#ear.up ? "wall-calm" : "wall-blind"))]));
    byId("wall-queue")!.replaceChildren(...queue);
    this.#map.show(open);
    const drills = [...this.#ear.held.drills.values()].filter(d => d.state === "running");
    write(byId("wall-drill"), drills.map(d => `${say("mode-drill")} · ${d.title}`).join(" · "));
    show(byId("wall-drill"), drills.length > 0);
    paintMode(highest([...open.map(a => shown(a.mode)), ...(drills.length > 0 ? ["drill" as const] : [])]));
    this.#sound.siren(wallWantsSiren(open));
    this.#banner.draw();
    this.#soundState.draw();
    this.#tick();
    this.#map.giveWay(document.querySelector<HTMLElement>(".alert.large"));
    afterDrawing(() => open.forEach(a => this.#ear.seen(a.alertId)));
  }

  #tick() {
    write(byId("seconds"), timeOfDay(this.#clock.now(), printed.zone));
    document.querySelectorAll<HTMLElement>(".age[data-raised]").forEach(age => write(age, ago(this.#clock.secondsSince(age.dataset.raised!))));
    tickStages(this.#clock);
    this.#banner.draw();
  }
}
