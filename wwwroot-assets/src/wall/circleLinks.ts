import { read } from "../page/api";
import { h } from "../page/dom";
import { say } from "../page/say";

interface CircleLink { name: string; shops: number; linked?: number; }

/** What a wall can show without losing sight of the alerts; the dark ones come first. */
const most = 24;

const stateOf = (c: CircleLink) => (c.linked === 0 ? "none" : c.linked! < c.shops ? "some" : "all");
const grave = ["none", "some", "all"];

/** The link of each circle, where the server tells a wall: how many of its shops are heard from. Asked again every 30 s. */
export function circleLinks(place: HTMLElement | null) {
  if (!place) return;
  const draw = async () => {
    const answer = await read<CircleLink[] | { circles: CircleLink[] }>("circles").catch(() => []);
    const known = (Array.isArray(answer) ? answer : answer.circles).filter(c => c.linked !== undefined);
    const dark = [...known].sort((a, b) => grave.indexOf(stateOf(a)) - grave.indexOf(stateOf(b)));
    place.replaceChildren(
      ...dark.slice(0, most).map(c => h("li", { "data-linked": stateOf(c) }, h("b", {}, c.name), ` ${say("circle-linked", { n: c.linked!, all: c.shops })}`)),
      ...(dark.length > most ? [h("li", { "data-linked": stateOf(dark[most]!) }, `+ ${dark.length - most}`)] : []));
  };
  void draw();
  setInterval(() => void draw(), 30_000);
}
