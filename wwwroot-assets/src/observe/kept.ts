import { address } from "../page/api";

const name = `wn-observe ${document.baseURI}`;

/**
 * Keeps this page and the files that it names in the phone, in the place of what was kept before: who reloads it in a dead spot goes on ticking.
 * The worker gives it where the network does not answer. What was written is in the outbox, and not here.
 */
export async function keepPage() {
  if (!("caches" in window) || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(address("sw.js"), { scope: address("./") });
    const here = location.origin + location.pathname;
    const answer = await fetch(here, { redirect: "error" });
    if (!answer.ok) return;
    const files = [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>("script[src], link[href]")].map(e => e instanceof HTMLLinkElement ? e.href : e.src);
    const cache = await caches.open(name);
    await Promise.all((await cache.keys()).map(old => cache.delete(old)));
    await cache.addAll(files);
    await cache.put(here, answer);
  } catch { /* the page works without; the next visit tries again */ }
}
