import "leaflet/dist/leaflet.css";
import "./css/map.css";

export { draw, hand, mark, find, paint } from "./map/map";
