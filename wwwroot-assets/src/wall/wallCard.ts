import type { Alert } from "../live/board";
import type { Notice } from "../live/contract";
import { stagesOf } from "../live/stages";
import { h } from "../page/dom";
import { shown, wordOf } from "../page/mode";
import { say } from "../page/say";
import { kindOf, whoComes } from "../page/words";

/** One alert for eyes across the room. No telephone numbers and no personal names: who took it is not said by name here. */
export function wallCard(alert: Alert, large: boolean, notices: readonly Notice[]): HTMLElement {
  const mode = shown(alert.mode);
  const level = alert.level === undefined ? "" : say(`level-${alert.level}`);
  const unreached = notices.filter(n => n.state === "unreached" && n.to === "shop").length;
  return h("article", {
    class: large ? "alert large" : "alert", "data-testid": "alert", "data-alert": alert.alertId, "data-mode": mode, "data-state": alert.state, "data-silent": alert.silent,
  },
    h("p", { class: "mode-word" }, h("span", { class: `shape shape-${mode}`, "aria-hidden": "true" }), say(wordOf(alert.mode)), alert.silent ? ` · ${say("silent-word")}` : ""),
    h("h2", {}, kindOf(alert.kind), level ? h("small", {}, ` ${level}`) : ""),
    h("p", { class: "shop" }, h("b", {}, alert.shop.name), " ", alert.shop.address),
    h("p", { class: "circle" }, [alert.circle, alert.area].filter(Boolean).join(" · ")),
    h("p", { class: "facts" },
      h("span", { class: "state" }, say(`state-${alert.state}`)), h("span", { class: "age", "data-raised": alert.raisedAt }), h("span", {}, whoComes(alert)),
      unreached > 0 ? h("span", { class: "unreached" }, say("unreached", { n: unreached })) : undefined),
    stagesOf(alert));
}
