// Hands for the tests: the modules as they are built, a clock that is moved by hand, and a network that does as it is told.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const src = new URL("../src/", import.meta.url);
const modules = ["whistle/sending", "whistle/pressStore", "whistle/presses", "whistle/pressId", "whistle/status", "live/board", "live/jitter", "live/clock", "live/stages", "page/mode", "sound/tones", "takeover/alarm", "wall/inLine"];

/** The pure modules of the pages, bundled in memory. */
export async function load() {
  globalThis.document ??= { getElementById: () => null, baseURI: "http://shop.test/", documentElement: { dataset: {} } };
  const { outputFiles } = await build({
    stdin: { contents: modules.map(m => `export * from "./${m}";`).join("\n"), resolveDir: fileURLToPath(src), loader: "ts" },
    bundle: true, format: "esm", write: false, target: "es2022",
  });
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

export function street({ random = () => 0.5 } = {}) {
  const timers = new Set();
  let now = 0;
  const clock = {
    random,
    after(ms, what) { const timer = { at: now + ms, what }; timers.add(timer); return () => timers.delete(timer); },
    forward(ms) {
      const until = now + ms;
      for (let next; (next = [...timers].filter(t => t.at <= until).sort((a, b) => a.at - b.at)[0]);) { timers.delete(next); now = next.at; next.what(); }
      now = until;
    },
  };
  const sent = [];
  const post = (press, signal) => new Promise(resolve => sent.push({ press, signal, answer: resolve }));
  const posts = { sent, never: post, later: post, settled: () => new Promise(done => setImmediate(done)) };
  const all = [];
  const kept = new Map();
  const heard = [];
  const news = Object.fromEntries(["sending", "notSent", "answered", "drillOver", "revoked"].map(what => [what, () => heard.push(what)]));
  return { clock, posts, told: { all, push: what => all.push(what) }, storage: { getItem: k => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v) }, news: { ...news, heard } };
}
