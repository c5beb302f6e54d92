import { byUrgency, isOpen } from "../live/board";
import { Beat } from "../live/beat";
import { Clock, dayAndTime } from "../live/clock";
import { Ear } from "../live/ear";
import { tickStages } from "../live/stages";
import { read, Refused } from "../page/api";
import { ConnectionBanner } from "../page/connection";
import { textSize, twoTapsChoice } from "../page/corner";
import { byId, show, write } from "../page/dom";
import { Lines } from "../page/lines";
import { highest, paintMode, shown } from "../page/mode";
import { printed, say } from "../page/say";
import { heard, SoundState } from "../page/soundState";
import { Sound } from "../sound/sound";
import { Trouble } from "../sound/trouble";
import { wantsSiren } from "../takeover/alarm";
import { Answers } from "../takeover/answers";
import { Takeover } from "../takeover/takeover";
import { Bulletins } from "./bulletins";
import { Closings } from "./closings";
import { DrillTidings } from "./drillTidings";
import { Headline } from "./headline";
import { modesShown } from "./modesShown";
import { Neighbours } from "./neighbours";
import { OwnAlert } from "./ownAlert";
import { Presses } from "./presses";
import { PressStore } from "./pressStore";
import { postPressBy } from "./postPress";
import { SentPanel } from "./sent";
import { Shift } from "./shift";
import { statusOf } from "./status";
import { Tidings } from "./tidings";
import { Trigger } from "./trigger";

/** The shop's page: wires the trigger, the ear and the takeover together, and draws. It decides nothing that is not in a module of its own. */
export class WhistlePage {
  #started = false;
  readonly #clock = new Clock(() => performance.now(), printed.serverTime ? Date.parse(printed.serverTime) : Date.now());
  readonly #sound = new Sound(() => { this.#beat.changed(); this.draw(); });
  readonly #shift = new Shift(this.#sound, () => { this.#beat.changed(); this.draw(); });
  readonly #own = new OwnAlert(() => this.draw());
  readonly #answers = new Answers(() => this.draw());
  readonly #lines = new Lines(byId("lines")!, this.#clock, printed.zone);
  readonly #headline = new Headline(this.#clock);
  readonly #sent = new SentPanel(byId("aftermath")!, byId("mistake-strip")!);
  readonly #trouble = new Trouble(() => this.#sound.play("trouble"));
  readonly #neighbours = new Neighbours(() => this.draw(), silent => this.#trigger.switch.heard(silent), said => this.#bulletins.told(said));
  readonly #bulletins = new Bulletins();
  readonly #closings = new Closings(() => this.draw());
  #revoked = false;

  readonly #ear = new Ear(this.#clock, {
    boardChanged: (ended, opened, missed) => { this.#tidings.board(ended, opened, missed); this.draw(); },
    alertChanged: (alert, was) => { this.#tidings.alert(alert, was); this.draw(); },
    drillChanged: drill => { this.#drillTidings.hear(drill); this.draw(); },
    inject: inject => { const words = this.#drillTidings.tell(inject); if (words) this.#takeover.tell(inject.drillId, words); this.draw(); },
    revoked: () => this.#revoke(),
    linked: (up, failures) => this.#linked(up, failures),
  });
  readonly #drillTidings = new DrillTidings(this.#lines, () => { if (![...this.#ear.held.alerts.values()].some(a => isOpen(a) && a.mode === "real")) this.#sound.play("chime"); });
  readonly #tidings = new Tidings(this.#ear, this.#own, this.#answers, this.#closings, this.#lines, this.#sound);
  readonly #beat = new Beat(this.#ear, () => heard(this.#sound, this.#shift.started));
  readonly #banner = new ConnectionBanner(this.#ear);
  readonly #soundState = new SoundState(() => heard(this.#sound, this.#shift.started), () => { void this.#shift.start(); void this.#shift.check(); });
  readonly #takeover = new Takeover(byId("overlay")!, this.#clock, this.#answers, {
    seen: id => this.#ear.seen(id),
    touched: () => void this.#shift.start(true),
    dismissed: id => this.#closings.dismiss(id),
  });
  readonly #trigger = new Trigger(this.#sound, drill => this.#pressed(drill));
  readonly #presses = new Presses(
    new PressStore(`wn-presses ${new URL(document.baseURI).pathname}`, localStorage), postPressBy(this.#clock),
    { after: (ms, what) => { const timer = setTimeout(what, ms); return () => clearTimeout(timer); }, random: Math.random },
    {
      sending: () => this.draw(),
      notSent: () => this.draw(),
      answered: (press, answer) => {
        this.#own.answered(press, answer);
        if (press.mode === "test") { this.#sound.play("short"); write(byId("last-test"), say("last-test", { time: dayAndTime(answer.raisedAt, printed.zone) })); }
        else if (!press.silent) this.#sent.offerMistake(answer.alertId);
        this.draw();
      },
      drillOver: () => { this.#own.drillOver = true; this.draw(); },
      revoked: () => this.#revoke(),
    });

  start() {
    textSize();
    twoTapsChoice(() => this.#trigger.twoTaps, two => this.#trigger.chooseTwoTaps(two));
    byId("start-shift")!.addEventListener("click", () => void this.#shift.start());
    byId("practice")!.addEventListener("click", e => { e.preventDefault(); this.#practise(); });
    byId("practise-now")!.addEventListener("click", () => this.#practise());
    for (const hook of ["status", "back"]) byId(hook)!.addEventListener("click", () => this.#touchedStatus());
    this.#started = true;
    this.#presses.resume();
    this.#ear.listen();
    setInterval(() => this.#tick(), 1_000);
    this.draw();
  }

  #pressed(drill: boolean) {
    const pending = this.#presses.pending;
    if (!drill && pending?.press.mode === "real") { this.#presses.hurry(); return; }
    this.#own.forgetEnded();
    const running = [...this.#ear.held.drills.values()].find(d => d.state === "running" && d.pressHere);
    this.#presses.press({ shopId: printed.shopId, silent: !drill && this.#trigger.silent, ...(drill && running ? { mode: "drill", drillId: running.drillId } : { mode: "real" }) });
  }

  #practise() { this.#own.forgetEnded(); this.#presses.press({ shopId: printed.shopId, mode: "test", silent: false }); }

  /** What has ended goes by a touch, and that touch is as good as any to begin the shift. */
  #touchedStatus() {
    if (!this.#own.over && !this.#own.practisedAt && !this.#own.drillOver) return;
    this.#own.forgetEnded();
    void this.#shift.start(true);
    this.draw();
  }

  #linked(up: boolean, failures: number) {
    if (up) { void this.#neighbours.ask(); this.#beat.now(); this.#presses.hurry(); }
    // A socket is refused without a word; the API says why.
    if (failures === 2 || failures === 10) read("alerts?limit=1").catch(e => { if (e instanceof Refused && e.status === 401) this.#revoke(); });
    this.draw();
  }

  #revoke() { this.#revoked = true; this.#ear.end(); this.draw(); }

  #tick() {
    this.#own.tick();
    this.#closings.tick();
    this.#banner.draw();
    this.#takeover.tick();
    this.#lines.tick();
    tickStages(this.#clock);
  }

  draw() {
    if (!this.#started) return;
    const alerts = [...this.#ear.held.alerts.values()];
    const own = this.#own.of(this.#ear.held);
    const pending = this.#presses.pending;
    const status = statusOf({
      revoked: this.#revoked, onDuty: this.#shift.started, pending, drillOver: this.#own.drillOver, mine: own, over: this.#own.over !== undefined,
      practised: this.#own.practisedAt !== undefined,
    });
    const near = alerts.filter(a => a.you === "neighbour" && shown(a.mode) !== "test" && isOpen(a));
    const drills = [...this.#ear.held.drills.values()].filter(d => d.state === "running");
    const inNeed = (own !== undefined && own.mode === "real") || pending?.press.mode === "real";
    const mode = pending?.press.mode ?? own?.mode ?? this.#own.over?.mode ?? (this.#own.practisedAt ? "test" : this.#own.drillOver ? "drill" : "real");
    this.#headline.draw({
      status, mode, own, over: this.#own.over, closedBy: this.#own.closedBy, practisedAt: this.#own.practisedAt,
      neighbours: this.#neighbours.count, soundOn: heard(this.#sound, this.#shift.started), linkUp: this.#ear.up, awake: this.#shift.awake, pendingSilent: pending?.press.silent ?? false,
    });
    show(byId("start-shift"), !this.#shift.started && !this.#revoked);
    show(byId("back"), status === "over" || status === "practised" || status === "drillOver");
    show(byId("practise-now"), status === "over" && this.#own.over?.outcome === "slip");
    this.#trigger.offerDrill(drills.some(d => d.pressHere) && !this.#own.drillOver);
    this.#trigger.pending(pending?.press.mode === "real");
    this.#sent.draw(own && !own.silent && ["sent", "sending", "notSent"].includes(status) ? own : undefined);
    this.#trouble.watch(this.#shift.started && !this.#ear.up && !inNeed && status !== "silentSent" && !this.#revoked);
    this.#takeover.draw([...near, ...this.#closings.beside(near)].sort(byUrgency), inNeed);
    this.#sound.siren(!inNeed && wantsSiren(near, id => this.#answers.stopsSiren(id)));
    paintMode(highest(modesShown({ status, alerts, own, press: pending?.press, inDrill: drills.some(d => !d.secret) })));
    this.#banner.draw();
    this.#soundState.draw();
  }
}
