import { postKeenly } from "../page/api";
import { h, show, write } from "../page/dom";
import { say } from "../page/say";

/** 已自救: ends the first of the 1-3-5 minutes. */
export function selfHelp(alertId: string) {
  const button = h("button", { type: "button", class: "deed-button", "data-testid": "self-help", "aria-pressed": "false", onclick: () => void tick() }, say("self-help"));
  const said = h("p", { class: "hint", role: "status" });

  async function tick() {
    button.setAttribute("aria-pressed", "true");
    try { await postKeenly(`alerts/${alertId}/observations`, { observation: "selfHelp" }); write(said, say("self-help-told")); }
    catch { button.setAttribute("aria-pressed", "false"); write(said, say("not-told")); }
  }
  return h("div", { class: "message" }, button, said);
}

/** 我安全了: a message that closes nothing. The page does the same, whatever the word: somebody may be standing beside the shopkeeper. */
export function safe(alertId: string) {
  const word = h("input", { type: "text", "data-testid": "safe-word", id: "safe-word", autocomplete: "off", maxlength: "60", spellcheck: "false" });
  const said = h("p", { class: "hint", role: "status" });
  const form = h("form", { class: "safe-form", onsubmit: e => { e.preventDefault(); void send(); } },
    h("label", { for: "safe-word" }, say("safe-word")), word,
    h("button", { type: "submit", class: "deed-button", "data-testid": "safe-send" }, say("safe-send")));

  async function send() {
    try {
      await postKeenly(`alerts/${alertId}/safe`, word.value.trim() ? { word: word.value.trim() } : {});
      word.value = "";
      write(said, say("safe-told"));
    } catch { write(said, say("not-told")); }
  }
  return h("details", { class: "message safe" }, h("summary", { class: "deed-button", "data-testid": "safe" }, say("safe")),
    h("p", { class: "hint" }, say("safe-hint")), form, said);
}

/** How long a slip can be told with one touch. It delays nothing: the station has the whistle already. */
export const mistakeMs = 5_000;

/** 误触: a strip over the bottom of the page, so that nothing moves under a finger when it goes. */
export function mistake(alertId: string, gone: () => void) {
  const said = h("p", { role: "status" }, say("mistake-hint"));
  const button = h("button", { type: "button", "data-testid": "mistake", onclick: () => void send() }, say("mistake"));
  const strip = h("div", { class: "mistake" }, said, button, h("span", { class: "sand", "aria-hidden": "true" }));
  let leaving = setTimeout(leave, mistakeMs);

  function leave() { strip.remove(); gone(); }

  async function send() {
    clearTimeout(leaving);
    show(button, false);
    write(said, say("kind-telling"));
    try { await postKeenly(`alerts/${alertId}/safe`, { mistake: true }); write(said, say("mistake-told")); }
    catch { write(said, say("not-told")); show(button, true); }
    leaving = setTimeout(leave, 8_000);
  }
  return strip;
}
