import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./street.mjs";

const { hear, replace, nothing, byUrgency, statusOf, reconnectWindow, within, shown, highest, soundOf, wantsSiren, wallWantsSiren, toneOf, inLine, Clock, stageAt } = await load();

const alert = (over = {}) => ({ alertId: "a", version: 1, mode: "real", state: "raised", you: "neighbour", silent: false, enough: false, level: 2, distanceM: 100, raisedAt: "2026-11-24T08:00:00Z", ...over });
const board = (...alerts) => ({ serverTime: "2026-11-24T08:00:10Z", alerts, drills: [] });
const heldBy = (...alerts) => alerts.reduce((held, a) => hear(held, a).held, nothing);

test("News in any order, with repeats, end in the same state", () => {
  const news = [1, 2, 3].map(version => alert({ version, coming: version }));
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0, 1, 2], [2, 2, 0]]) {
    assert.equal(heldBy(...order.map(i => news[i])).alerts.get("a").version, 3);
  }
});

test("An alert that the page holds and the Board lacks is over", () => {
  const { held, ended } = replace(heldBy(alert()), board(), new Set());
  assert.equal(held.alerts.get("a").state, "closed");
  assert.deepEqual(ended.map(a => a.alertId), ["a"]);
});

test("An alert that was raised while the Board was being read is not over", () => {
  const { held, ended } = replace(heldBy(alert()), board(), new Set(["a"]));
  assert.equal(held.alerts.get("a").state, "raised");
  assert.equal(ended.length, 0);
});

test("An alert thought over comes back when its news do", () => {
  const gone = replace(heldBy(alert()), board(), new Set()).held;
  assert.equal(hear(gone, alert()).held.alerts.get("a").state, "raised");
});

test("A Board that is older than what was heard changes nothing", () => {
  assert.equal(replace(heldBy(alert({ version: 5, state: "closed" })), board(alert({ version: 2 })), new Set()).held.alerts.get("a").state, "closed");
});

test("A closing that the page never held is missed, one that it held has ended", () => {
  const change = replace(heldBy(alert()), board(alert({ version: 2, state: "closed" }), alert({ alertId: "b", state: "closed" })), new Set());
  assert.deepEqual([change.ended.map(a => a.alertId), change.missed.map(a => a.alertId)], [["a"], ["b"]]);
});

test("A real alert stands before a drill, then the graver, then the nearer", () => {
  const sorted = [alert({ alertId: "drill", mode: "drill", level: 4 }), alert({ alertId: "far", distanceM: 300 }), alert({ alertId: "near" }), alert({ alertId: "grave", level: 4, distanceM: 900 })].sort(byUrgency);
  assert.deepEqual(sorted.map(a => a.alertId), ["grave", "near", "far", "drill"]);
});

test("On the wall the oldest untaken real alert stands first", () => {
  const sorted = [alert({ alertId: "taken", state: "taken", raisedAt: "2026-11-24T07:00:00Z" }), alert({ alertId: "new", raisedAt: "2026-11-24T08:05:00Z" }), alert({ alertId: "old" }), alert({ alertId: "drill", mode: "drill", raisedAt: "2026-11-24T06:00:00Z" })].sort(inLine);
  assert.deepEqual(sorted.map(a => a.alertId), ["old", "new", "taken", "drill"]);
});

test("The siren is for real alone, in every mode and as loud or silent", () => {
  for (const mode of ["real", "drill", "test", "rehearsal", ""]) for (const silent of [false, true]) {
    assert.equal(soundOf(shown(mode), silent) === "siren", mode === "real" && !silent, `${mode} ${silent}`);
    assert.equal(wantsSiren([alert({ mode, silent })], () => false), mode === "real" && !silent, `${mode} ${silent}`);
    assert.equal(wallWantsSiren([alert({ mode, silent })]), mode === "real");
  }
});

test("The siren ends when somebody took it, when this person answered, and when enough come", () => {
  assert.equal(wantsSiren([alert({ state: "taken" })], () => false), false);
  assert.equal(wantsSiren([alert()], () => true), false);
  assert.equal(wantsSiren([alert({ enough: true })], () => false), false);
});

test("Nothing sounds for the shop that raised a silent alert", () => {
  const own = alert({ you: "raiser", silent: true });
  assert.equal(toneOf(own, undefined), undefined);
  assert.equal(toneOf({ ...own, state: "closed" }, own), undefined);
});

test("A mode that the page does not know is shown as not real", () => {
  assert.equal(shown("rehearsal"), "test");
  assert.equal(highest(["test", "drill"]), "drill");
  assert.equal(highest(["drill", "real", "test"]), "real");
  assert.equal(highest([]), "none");
});

test("Full jitter: two, four, five seconds, and after two minutes nine where somebody looks and thirty where nobody does", () => {
  assert.deepEqual([reconnectWindow(0, 0, true), reconnectWindow(1, 500, true), reconnectWindow(2, 5_000, true), reconnectWindow(30, 119_000, false)], [2_000, 4_000, 5_000, 5_000]);
  assert.deepEqual([reconnectWindow(40, 121_000, true), reconnectWindow(40, 121_000, false)], [9_000, 30_000]);
  assert.equal(within(5_000, () => 0), 0);
});

test("Ages follow the server's clock, whatever the device believes", () => {
  let ticks = 50;
  const clock = new Clock(() => ticks, Date.parse("1999-01-01T00:00:00Z"));
  clock.sync("2026-11-24T08:00:10Z");
  ticks += 2_500;
  assert.equal(clock.secondsSince("2026-11-24T08:00:00Z"), 12);
  assert.equal(clock.secondsSince("2026-11-24T09:00:00Z"), 0);
});

test("A press without an answer is spoken of before all but a revoked device", () => {
  const calm = { revoked: false, onDuty: true, drillOver: false, over: false, practised: false };
  assert.equal(statusOf(calm), "ready");
  assert.equal(statusOf({ ...calm, onDuty: false }), "offDuty");
  assert.equal(statusOf({ ...calm, mine: { silent: false }, pending: { notSent: false } }), "sending");
  assert.equal(statusOf({ ...calm, mine: { silent: true }, pending: { notSent: true } }), "notSent");
  assert.equal(statusOf({ ...calm, mine: { silent: true } }), "silentSent");
  assert.equal(statusOf({ ...calm, mine: { silent: false }, over: true }), "sent");
  assert.equal(statusOf({ ...calm, over: true }), "over");
  assert.equal(statusOf({ ...calm, revoked: true, pending: { notSent: true } }), "revoked");
});

test("A stage counts down to its target, is over after it, and stays as it was once it is reached", () => {
  assert.deepEqual(stageAt(0, 60, -1), { reaching: "running", seconds: 60 });
  assert.deepEqual(stageAt(60, 60, -1), { reaching: "running", seconds: 0 });
  assert.deepEqual(stageAt(61, 60, -1), { reaching: "overdue", seconds: 1 });
  assert.deepEqual(stageAt(500, 60, 60), { reaching: "inTime", seconds: 60 });
  assert.deepEqual(stageAt(500, 60, 61), { reaching: "late", seconds: 61 });
});
