import "leaflet/dist/leaflet.css";
import "./css/map.css";

export { draw, find, paint } from "./map/map";
