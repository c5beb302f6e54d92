// "Copy" beside a link that is shown once. Off https there is no clipboard: then the link is at least marked, to be copied by hand.

export function offerCopies() {
  document.addEventListener("click", e => {
    const button = e.target instanceof Element ? e.target.closest<HTMLElement>("[data-copy]") : null;
    if (!button) return;
    button.parentElement?.parentElement?.querySelector("input")?.select();
    void navigator.clipboard?.writeText(button.dataset.copy ?? "").catch(() => { /* it stays marked */ });
  });
}
