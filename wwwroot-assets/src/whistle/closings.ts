import { isOpen, type Alert } from "../live/board";
import { askKnown } from "../takeover/known";
import { stays } from "./ownAlert";

/** Neighbours' alerts that ended before the person's eyes: each stays a while, with who ended it. */
export class Closings {
  readonly #alerts = new Map<string, { alert: Alert; at: number }>();

  constructor(private readonly changed: () => void) {}

  add(alert: Alert) {
    this.#alerts.set(alert.alertId, { alert, at: performance.now() });
    void askKnown(alert.alertId).then(({ closedBy }) => {
      const closing = this.#alerts.get(alert.alertId);
      if (closing && closedBy) { closing.alert = { ...alert, closedBy }; this.changed(); }
    });
  }

  dismiss(id: string) { this.#alerts.delete(id); this.changed(); }

  /** Those that are not open once more. */
  beside(open: readonly Alert[]): Alert[] {
    return [...this.#alerts.values()].map(c => c.alert).filter(a => !open.some(o => o.alertId === a.alertId && isOpen(o)));
  }

  tick() {
    for (const [id, { at }] of this.#alerts) if (performance.now() - at > stays) this.dismiss(id);
  }
}
