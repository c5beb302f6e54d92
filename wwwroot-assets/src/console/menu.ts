/** Groups of pages in the head: one is open at a time, Escape closes it, and a page that was chosen closes it too. Works without the circuit. */
export function menu() {
  document.addEventListener("click", e => {
    if (!(e.target instanceof Element)) return;
    const button = e.target.closest<HTMLButtonElement>(".head .group > button");
    if (button) open(button, button.getAttribute("aria-expanded") !== "true");
    else if (e.target.closest(".head nav a")) closeAll();
  });
  document.addEventListener("keydown", e => {
    const button = e.key === "Escape" && e.target instanceof Element ? e.target.closest(".head .group")?.querySelector<HTMLButtonElement>("[aria-expanded=true]") : null;
    if (!button) return;
    closeAll();
    button.focus();
  });
}

function open(button: HTMLButtonElement, wanted: boolean) {
  closeAll();
  if (wanted) set(button, true);
}

const closeAll = () => document.querySelectorAll<HTMLButtonElement>(".head .group > button[aria-expanded=true]").forEach(b => set(b, false));

function set(button: HTMLButtonElement, isOpen: boolean) {
  button.setAttribute("aria-expanded", String(isOpen));
  const pages = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (pages) pages.hidden = !isOpen;
}
