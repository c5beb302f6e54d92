// Says while typing what the server will say in the end: length is what counts.
import { write } from "../page/dom";
import { say } from "../page/say";

export function sayStrength() {
  const field = document.querySelector<HTMLInputElement>("input[data-strength]");
  const line = document.querySelector(".strength");
  field?.addEventListener("input", () => write(line, field.value === "" ? "" : say(field.value.length < 8 ? "too-short" : field.value.length < 15 ? "fair" : "good")));
}
