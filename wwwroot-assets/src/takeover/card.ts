import { isOpen, type Alert } from "../live/board";
import { h } from "../page/dom";
import { shown, wordOf } from "../page/mode";
import { say } from "../page/say";
import { ending, kindOf, whereabouts, whoComes } from "../page/words";
import type { Said } from "./answers";

const rules = ["rule-delay", "rule-surround", "rule-alone", "rule-withdraw"];

/** What a neighbour reads, in the order in which it is needed: what and how grave, where, how far, who goes already; then what to bring. */
export function facts(alert: Alert, said: Said | undefined): (Node | string | undefined | false)[] {
  const mode = shown(alert.mode);
  const level = alert.level === undefined ? "" : say(`level-${alert.level}`);
  return [
    h("div", { class: "banner", "data-mode": mode, "data-silent": alert.silent },
      h("p", { class: "mode-word" }, h("span", { class: `shape shape-${mode}`, "aria-hidden": "true" }), say(wordOf(alert.mode))),
      h("h2", { id: "takeover-title" }, kindOf(alert.kind)),
      level && h("p", { class: "level" }, level),
      alert.silent && h("p", { class: "hush" }, say("hush"))),
    h("p", { class: "place" }, h("b", {}, alert.shop.name), " ", h("span", {}, alert.shop.address)),
    alert.pressedAt !== undefined && h("p", { class: "late" }, say("late-press", { n: Math.round((Date.parse(alert.raisedAt) - Date.parse(alert.pressedAt)) / 60_000) })),
    whereabouts(alert) !== "" && h("p", { class: "where" }, arrow(alert.bearing), whereabouts(alert)),
    h("p", { class: "going" }, isOpen(alert) ? going(alert) : [ending(alert), alert.closedBy ? say("closed-by", { who: alert.closedBy }) : ""].filter(Boolean).join(" · ")),
    isOpen(alert) && alert.enough && (!goes(said) || said?.late) && h("p", { class: "enough" }, h("b", {}, say("enough")), " ", say("enough-do")),
    ...isOpen(alert) ? part(alert) : [],
  ];
}

/** What a role cannot be filled without; who has none of their own gets it where they meet. */
const tools: Record<string, string[]> = { shield: ["shield"], fork: ["fork"], firstAid: ["firstAidKit", "aed"] };

/** What this shop is asked to be and to bring, and where all meet before they go: nobody goes alone. */
function part(alert: Alert) {
  const brings = alert.bring ?? [];
  const [tool] = tools[alert.role ?? ""] ?? [];
  const lacks = tool !== undefined && !tools[alert.role ?? ""]!.some(kind => brings.includes(kind));
  return [
    alert.role !== undefined && h("p", { class: "bring", "data-testid": "your-role", "data-role": alert.role }, say("your-role", { role: say(`role-${alert.role}`) })),
    brings.length > 0 && h("p", { class: "bring", "data-testid": "bring" }, say("bring", { what: brings.map(kind => say(`gear-${kind}`)).join(say("and")) })),
    lacks && h("p", { class: "bring", "data-testid": "get-there" }, say("get-there", { what: say(`gear-${tool}`) })),
    alert.role === "evacuate" && h("p", { class: "bring", "data-testid": "lead-to" }, alert.leadTo === undefined ? say("lead-away") : say("lead-to", { where: alert.leadTo })),
    alert.meet !== undefined && h("p", { class: "bring", "data-testid": "meet" }, isHere(alert.meet) ? say("meet-here") : say("meet", { where: alert.meet })),
  ];
}

/** Whether the others come to this shop; a long name comes cut. */
const isHere = (place: string) => (document.querySelector(".head h1")?.textContent ?? "").startsWith(place.replace(/…$/, ""));

export const ruleList = () => h("ul", { class: "rules" }, ...rules.map(r => h("li", {}, say(r))));

export const goes = (said: Said | undefined) => said?.answer === "coming" || said?.answer === "arrived";

const going = (alert: Alert) =>
  [whoComes(alert), alert.state === "taken" ? (alert.takenBy ? say("taken-by", { who: alert.takenBy }) : say("taken")) : ""].filter(Boolean).join(" · ");

function arrow(bearing: number | undefined) {
  if (bearing === undefined) return undefined;
  const element = h("span", { class: "arrow", "aria-hidden": "true" }, "↑");
  element.style.setProperty("rotate", `${Math.round(bearing)}deg`);
  return element;
}
