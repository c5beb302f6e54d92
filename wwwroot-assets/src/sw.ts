/// <reference lib="webworker" />
// The offline shell of the whistle page. It answers only when the network does not, and keeps nothing that belongs to one press or
// one person: no answer of the API, no page with a press id or an antiforgery token. An observer's page keeps itself (observe/kept.ts).

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `wn-shell ${worker.registration.scope}`;
const shell = new URL("w?shell=1", worker.registration.scope).href;
const page = new URL("w", worker.registration.scope).pathname;
const observed = new URL("observe/", worker.registration.scope).pathname;

worker.addEventListener("install", event => event.waitUntil(keepShell().then(() => worker.skipWaiting())));
worker.addEventListener("activate", event => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (url.pathname.startsWith(observed)) return event.respondWith(fresh(request, url.origin + url.pathname));
    if (url.pathname !== page) return;
    event.respondWith(fresh(request, shell));
    event.waitUntil(keepShell());
  } else if (["script", "style", "image", "manifest"].includes(request.destination)) {
    event.respondWith(fresh(request, request.url));
  }
});

/** A dead line refuses nothing and answers nothing: who reloads a page that says "not sent" must not look at a blank one. */
const patience = 3_000;

/** From the network; what was kept where it fails or does not answer in time. */
async function fresh(request: Request, kept: string): Promise<Response> {
  const answer = fetch(request);
  const late = new Promise<undefined>(tired => setTimeout(tired, patience));
  const inTime = await Promise.race([answer.catch(() => undefined), late]);
  return inTime ?? await fromCache(kept) ?? await answer.catch(() => Response.error());
}

/** Takes the shell and the files that it names, and drops what earlier shells named. Without a network the old shell stays. */
async function keepShell() {
  try {
    const response = await fetch(shell, { credentials: "same-origin", redirect: "error" });
    if (!response.ok) return;
    const text = await response.clone().text();
    if (/__RequestVerificationToken|name="?pressId/i.test(text)) return;
    const files = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg|png|webmanifest))"/g)].map(m => new URL(m[1]!, worker.registration.scope).href);
    const cache = await caches.open(cacheName);
    await cache.addAll(files); // all of them each time: a page of today with the script of yesterday is neither
    await cache.put(shell, response);
    const kept = new Set([shell, ...files]);
    await Promise.all((await cache.keys()).filter(r => !kept.has(r.url)).map(r => cache.delete(r)));
  } catch { /* the next visit tries again */ }
}

const fromCache = (url: string) => caches.match(url); // of the whistle page's shell, or of what an observer's page kept
