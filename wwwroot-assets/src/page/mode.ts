// A drill or a test never looks or sounds like a real alert: whoever draws or sounds takes a `Shown` as an argument.

export type Shown = "real" | "drill" | "test";
export type PageMode = Shown | "none";

/** How a mode is shown. A word that this page does not know is shown as not real, in the frame of a test. */
export const shown = (mode: string): Shown => (mode === "real" || mode === "drill" ? mode : "test");

/** The key of the word that stands in every header: 警情 ALERT, 演练 DRILL, 测试 TEST, or 非实警 for an unknown mode. */
export const wordOf = (mode: string) => (mode === "real" || mode === "drill" || mode === "test" ? `mode-${mode}` as const : "mode-unknown" as const);

const rank: Record<PageMode, number> = { none: 0, test: 1, drill: 2, real: 3 };

/** The highest mode on the page, for `html[data-mode]`: a real alert breaks through a drill and ends the violet. */
export const highest = (modes: Iterable<PageMode>): PageMode =>
  [...modes].reduce<PageMode>((top, mode) => (rank[mode] > rank[top] ? mode : top), "none");

export const paintMode = (mode: PageMode) => { if (document.documentElement.dataset.mode !== mode) document.documentElement.dataset.mode = mode; };
