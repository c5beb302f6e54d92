import { read } from "../page/api";
import { h } from "../page/dom";
import { say } from "../page/say";

interface CircleLink { name: string; shops: number; linked?: number; }

/** The link of each circle, where the server tells a wall: how many of its shops are heard from. Asked again every 30 s. */
export function circleLinks(place: HTMLElement | null) {
  if (!place) return;
  const draw = async () => {
    const answer = await read<CircleLink[] | { circles: CircleLink[] }>("circles").catch(() => []);
    const known = (Array.isArray(answer) ? answer : answer.circles).filter(c => c.linked !== undefined);
    place.replaceChildren(...known.map(c => {
      const state = c.linked === 0 ? "none" : c.linked! < c.shops ? "some" : "all";
      return h("li", { "data-linked": state }, h("b", {}, c.name), ` ${say("circle-linked", { n: c.linked!, all: c.shops })}`);
    }));
  };
  void draw();
  setInterval(() => void draw(), 30_000);
}
