import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../..", import.meta.url).pathname;
const read = path => readFileSync(root + path, "utf8");
const scripts = readdirSync(root + "/wwwroot-assets/src", { recursive: true }).filter(f => f.endsWith(".ts")).map(f => [f, read("/wwwroot-assets/src/" + f)]);
const keysOf = path => [...read(path).matchAll(/\["([\w-]+)"\] =/g)].map(m => m[1]);
const shared = keysOf("/src/WhistleNet/Alerts/AlertTexts.cs");

const asked = folders => [...new Set(scripts.filter(([f]) => folders.some(d => f.startsWith(d))).flatMap(([, text]) => [...text.matchAll(/say\("([\w-]+)"/g)].map(m => m[1])))];

test("Every text that the whistle page asks for is there", () => {
  const known = new Set([...shared, ...keysOf("/src/WhistleNet/Alerts/WhistlePageSay.cs")]);
  assert.deepEqual(asked(["page", "live", "takeover", "whistle", "sound"]).filter(k => !known.has(k) && !/^(kind|mode|state|outcome|level)-/.test(k)), []);
});

test("Every text that the wall asks for is there", () => {
  const known = new Set([...shared, ...keysOf("/src/WhistleNet/Live/WallSay.cs")]);
  assert.deepEqual(asked(["wall"]).filter(k => !known.has(k) && !/^(kind|mode|state|outcome|level)-/.test(k)), []);
});
