import { byId, write } from "./dom";
import { recall, remember } from "./memory";
import { say } from "./say";

const sizes = ["0", "1", "2", "3"];
const lowBelow = 38;

/** 大字: the text grows in steps and comes round again, from what was chosen here or else from what the page was printed with. The system's own setting counts beside it. */
export function textSize() {
  const button = byId("larger-text");
  let size = recall("text") ?? document.documentElement.dataset.text ?? "0";
  const draw = () => {
    document.documentElement.dataset.text = size;
    measure();
  };
  button?.addEventListener("click", () => {
    size = sizes[(sizes.indexOf(size) + 1) % sizes.length]!;
    remember("text", size);
    draw();
    dispatchEvent(new Event("resize"));
  });
  addEventListener("resize", measure);
  draw();
}

/** A window is low where few lines of its own text fit: a small one, or one whose reader wants large letters. */
function measure() {
  const root = document.documentElement;
  root.toggleAttribute("data-low", innerHeight < lowBelow * parseFloat(getComputedStyle(root).fontSize));
}

/** Per person: hold, or two taps for a hand that trembles. */
export function twoTapsChoice(is: () => boolean, choose: (two: boolean) => void) {
  const button = byId("two-taps");
  const draw = () => { button?.setAttribute("aria-pressed", String(is())); write(button, say(is() ? "choose-hold" : "choose-taps")); };
  button?.addEventListener("click", () => { choose(!is()); draw(); });
  draw();
}
