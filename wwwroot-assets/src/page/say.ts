// The page's texts, printed by the server in the reader's language from the same glossary that it uses itself.

const island = <T>(id: string, empty: T): T => {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) as T : empty;
};

const texts = island<Record<string, string>>("say", {});

/** What the server knew when it printed the page. The offline shell has no times and no press id. */
export interface Printed {
  shopId?: string; shopName?: string; stationName?: string; zone?: string; serverTime?: string; lastTestAt?: string; silent?: boolean; neighbours?: number; as?: string;
}

export const printed = island<Printed>("printed", {});

/** The text of a key, with `{n}` and the like filled in. A missing text shows its key, so that a test can find it. */
export const say = (key: string, values: Record<string, string | number> = {}): string =>
  (texts[key] ?? `[${key}]`).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

export const knows = (key: string) => key in texts;
