// Small hands for the document. Text goes in as text nodes, never as markup: shop names are other people's words.

type Attributes = Record<string, string | number | boolean | ((e: Event) => void) | undefined>;

/** Makes an element: `data`-attributes and others by name, listeners as `onclick` and the like. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: (Node | string | undefined | false)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((c): c is Node | string => c !== undefined && c !== false && c !== ""));
  return element;
}

export const byId = (hook: string) => document.querySelector<HTMLElement>(`[data-testid="${hook}"]`);

/** Writes text only when it changed, so that a live region is read out once and not each second. */
export function write(element: Element | null, text: string) {
  if (element && element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement | null | undefined, visible: boolean) {
  if (element && element.hidden === visible) element.hidden = !visible;
}

/** After the next frame was really drawn. */
export const afterDrawing = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then));
