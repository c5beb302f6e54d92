import { recall, remember } from "../page/memory";

/** Single keys for quick hands: J and K next and previous, T take, N note, ? help. They can be turned off; none closes an alert. */
export function keys() {
  document.addEventListener("keydown", e => {
    if (e.key === "Escape" && leaveForm(e.target)) return;
    if (e.ctrlKey || e.metaKey || e.altKey || writing(e.target)) return;
    const help = document.querySelector<HTMLElement>("[data-testid=keys-help]");
    if (!help) return;
    if (e.key === "Escape") { help.hidden = true; return; }
    if (off()) return;
    const deed = { j: () => step(1), k: () => step(-1), t: () => press("take"), n: () => press("note"), "?": () => { help.hidden = !help.hidden; } }[e.key.toLowerCase()];
    if (!deed) return;
    e.preventDefault();
    deed();
  });
  document.addEventListener("change", e => {
    if (!(e.target instanceof HTMLInputElement) || e.target.dataset.testid !== "keys-on") return;
    remember("keys", e.target.checked ? "1" : "0");
  });
  document.addEventListener("click", e => {
    if (!(e.target instanceof Element) || !e.target.closest("[data-testid=keys-open]")) return;
    const help = document.querySelector<HTMLElement>("[data-testid=keys-help]");
    if (help) help.hidden = !help.hidden;
  });
}

export const drawKeys = () => {
  const box = document.querySelector<HTMLInputElement>("[data-testid=keys-on]");
  if (box && box.checked === off()) box.checked = !off();
};

const off = () => recall("keys") === "0";

const writing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Escape puts a card's form away, nothing else, and the focus back at the button that opened it. */
function leaveForm(target: EventTarget | null) {
  const panel = target instanceof Element ? target.closest(".panel") : null;
  const toggle = panel?.closest("[data-testid=alert]")?.querySelector<HTMLElement>(".moves [aria-expanded=true]");
  toggle?.focus();
  toggle?.click();
  return toggle !== undefined && toggle !== null;
}

const cards = () => [...document.querySelectorAll<HTMLElement>("[data-testid=alert]")];

const current = () => cards().find(c => c.contains(document.activeElement)) ?? cards()[0];

function step(by: number) {
  const all = cards();
  const at = all.findIndex(c => c.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(hook: string) {
  current()?.querySelector<HTMLElement>(`[data-testid=${hook}]`)?.click();
}
