import "./css/demo.css";
import { Levers } from "./demo/levers";
import { watch } from "./demo/now";
import { Panes } from "./demo/panes";
import { Tour } from "./demo/tour";

const panes = new Panes();
const tour = new Tour(panes);
const levers = new Levers(panes, now => { levers.draw(now); tour.draw(now); });

watch(now => { levers.draw(now); tour.draw(now); });
