import assert from "node:assert/strict";
import { test } from "node:test";
import { load, street } from "./street.mjs";

const { Sending, PressStore, Presses, newPressId } = await load();

const press = { pressId: "p1", at: "2026-11-24T08:00:00Z", mode: "real", silent: false };
const answer = { alertId: "a1", pressId: "p1", mode: "real", raisedAt: "2026-11-24T08:00:00Z", version: 1, notified: 11 };

test("A second attempt starts after a second and a half, and the first is not given up for it", () => {
  const { clock, posts, told } = street();
  new Sending(press, posts.never, clock, told.push).start();
  clock.forward(1_400);
  assert.equal(posts.sent.length, 1);
  clock.forward(200);
  assert.equal(posts.sent.length, 2);
  assert.equal(posts.sent[0].signal.aborted, false);
  assert.ok(posts.sent.every(s => s.press.pressId === "p1"));
});

test("A press without an answer is shown as not sent within four seconds, once, and goes on", () => {
  const { clock, posts, told } = street();
  new Sending(press, posts.never, clock, told.push).start();
  clock.forward(4_000);
  assert.deepEqual(told.all, ["notSent"]);
  clock.forward(30_000);
  assert.deepEqual(told.all, ["notSent"]);
  assert.ok(posts.sent.length > 6);
});

test("No more than five requests wait at once, since a browser has six connections for a host", () => {
  const { clock, posts, told } = street({ random: () => 0 });
  new Sending(press, posts.never, clock, told.push).start();
  for (let i = 0; i < 120; i++) { clock.forward(500); assert.ok(posts.sent.filter(s => !s.signal.aborted).length <= 5); }
});

test("Within ten seconds of the link's return there has been a new attempt, however the dice fall", () => {
  const { clock, posts, told } = street({ random: () => 0.999 });
  new Sending(press, posts.never, clock, told.push).start();
  clock.forward(61_000);
  const before = posts.sent.length;
  clock.forward(4_600);
  assert.ok(posts.sent.length > before);
});

test("The first answer ends it, and a late second answer is not told again", async () => {
  const { clock, posts, told } = street();
  new Sending(press, posts.later, clock, told.push).start();
  clock.forward(2_000);
  posts.sent[0].answer({ answer });
  posts.sent[1].answer({ answer });
  await posts.settled();
  assert.deepEqual(told.all, [{ answer }]);
  clock.forward(20_000);
  assert.equal(posts.sent.length, 2);
});

test("A press is stored before it is sent, outlives a reload, and is forgotten when it is answered", async () => {
  const { clock, posts, storage, news } = street();
  new Presses(new PressStore("q", storage), posts.never, clock, news).press({ mode: "real", silent: false, shopId: "s" });
  const [kept] = JSON.parse(storage.getItem("q"));
  assert.equal(kept.pressId, posts.sent[0].press.pressId);

  const reloaded = street();
  new Presses(new PressStore("q", storage), reloaded.posts.later, reloaded.clock, reloaded.news).resume();
  assert.equal(reloaded.posts.sent[0].press.pressId, kept.pressId);
  assert.deepEqual(reloaded.news.heard, ["notSent"]);
  reloaded.posts.sent[0].answer({ answer });
  await reloaded.posts.settled();
  assert.equal(storage.getItem("q"), "[]");
});

test("A real press is spoken of before any practice", () => {
  const { clock, posts, storage, news } = street();
  const presses = new Presses(new PressStore("q", storage), posts.never, clock, news);
  presses.press({ mode: "real", silent: false });
  presses.press({ mode: "test", silent: false });
  assert.equal(presses.pending.press.mode, "real");
});

test("A press id is a UUID, and made without a secure context", () => {
  assert.match(newPressId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newPressId(), newPressId());
});
