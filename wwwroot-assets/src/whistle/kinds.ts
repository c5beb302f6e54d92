import { Refused, postKeenly } from "../page/api";
import { h, write } from "../page/dom";
import type { Shown } from "../page/mode";
import { kindOf } from "../page/words";
import { say } from "../page/say";

const first = ["attack", "fight", "robbery", "theft", "fire", "medical"];
const more = ["lostChild", "disorder", "suspicious", "other"];
const rules = ["rule-delay", "rule-surround", "rule-alone", "rule-withdraw"];

/** What is happening, told after the whistle is out; and the card of what to do now for that kind. */
export function kindsAndCard(alertId: string, mode: Shown) {
  const card = h("section", { class: "card", "aria-live": "polite" });
  const said = h("p", { class: "hint", role: "status" });
  const tiles = new Map([...first, ...more].map(kind => [kind, tile(kind)]));
  const element = h("section", { class: "kinds", "data-mode": mode, "aria-label": say("kinds-title") },
    h("h3", {}, say("kinds-title")), h("p", { class: "hint" }, say("kinds-hint")),
    h("div", { class: "tiles" }, ...first.map(k => tiles.get(k)!)),
    h("details", { class: "more" }, h("summary", {}, say("kinds-more")), h("div", { class: "tiles" }, ...more.map(k => tiles.get(k)!))),
    said, card);
  let drawn = "";

  function tile(kind: string) {
    return h("button", { type: "button", class: "tile", "data-testid": `kind-${kind}`, "aria-pressed": "false", onclick: () => void tell(kind) },
      h("span", { class: `sign sign-${kind}`, "aria-hidden": "true" }), kindOf(kind));
  }

  async function tell(kind: string) {
    update(kind);
    write(said, say("kind-telling"));
    try {
      await postKeenly(`alerts/${alertId}/details`, { kind });
      write(said, say("kind-told", { kind: kindOf(kind) }));
    } catch (error) { write(said, say(error instanceof Refused ? "refused" : "not-told")); }
  }

  function update(kind: string) {
    if (kind === drawn) return;
    drawn = kind;
    tiles.forEach((t, k) => t.setAttribute("aria-pressed", String(k === kind)));
    card.replaceChildren(h("h3", {}, say("card-title")), h("p", { class: "deed" }, say(`card-${kind}`)),
      h("ul", { class: "rules" }, ...rules.map(r => h("li", {}, say(r)))));
  }

  update("unspecified");
  return { element, update };
}
