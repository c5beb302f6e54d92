import { postKeenly, Refused } from "../page/api";
import type { Alert } from "../live/board";
import { h, write } from "../page/dom";
import { say } from "../page/say";
import type { Answers } from "./answers";

const button = (hook: string, kind: string, text: string, onclick: () => void) =>
  h("button", { type: "button", class: kind, "data-testid": hook, onclick }, text);

/** The deeds that are open to this person now, the likely one first and largest. */
export function answerButtons(alert: Alert, answers: Answers, others: readonly string[]): HTMLElement {
  const said = answers.of(alert.alertId);
  const tell = (answer: "coming" | "cannotCome" | "arrived" | "withdrawn") => void answers.say(alert.alertId, answer, alert.enough, others);
  const coming = () => button("coming", alert.enough ? "other" : "main", say("coming"), () => tell("coming"));
  const cannot = () => button("cannot-come", "other", say("cannot-come"), () => tell("cannotCome"));
  const arrived = () => button("arrived", "main", say("arrived"), () => tell("arrived"));
  const withdraw = () => button("withdraw", "other", say("withdraw"), () => tell("withdrawn"));
  const open = said?.answer === "coming" ? [arrived(), withdraw()]
    : said?.answer === "arrived" ? [withdraw()]
    : said ? [coming()] : [coming(), cannot()];
  return h("div", { class: "answers", "data-count": open.length }, ...open);
}

/** What the server has of this person's answer: said only once it is so. */
export function answerLine(alert: Alert, answers: Answers): string {
  const said = answers.of(alert.alertId);
  if (!said) return "";
  if (said.phase !== "told") return say(said.phase === "sending" ? "answer-telling" : said.phase === "refused" ? "refused" : "not-told");
  return said.late && said.answer === "coming" ? say("answer-told-enough") : say(`answer-told-${said.answer}`);
}

/** What they see from where they stand, and a note in their own words. Kept over redrawing, so that nothing typed is lost. */
export function observing(alertId: string): HTMLElement {
  const said = h("p", { class: "hint", role: "status" });
  const note = h("input", { type: "text", id: "takeover-note", maxlength: "200", autocomplete: "off" });
  const tell = async (observation: string, text?: string) => {
    try {
      await postKeenly(`alerts/${alertId}/observations`, text ? { observation, text } : { observation });
      write(said, say(`observed-${observation}`));
      note.value = "";
    } catch (error) { write(said, say(error instanceof Refused ? "refused" : "not-told")); }
  };
  return h("section", { class: "observing", "aria-label": say("observing") },
    h("div", { class: "pair" },
      button("seen", "other", say("seen"), () => void tell("seen")),
      button("nothing-there", "other", say("nothing-there"), () => void tell("nothingThere"))),
    h("form", { class: "note-form", onsubmit: e => { e.preventDefault(); if (note.value.trim()) void tell("note", note.value.trim()); } },
      h("label", { for: "takeover-note" }, say("note-label")), note, h("button", { type: "submit", class: "other" }, say("note-send"))),
    said);
}
