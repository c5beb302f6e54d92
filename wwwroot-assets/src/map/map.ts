// The town as lines and dots on a canvas: seven thousand shops stay quick. Every text goes in as text, since names are other people's words.

import * as L from "leaflet";
import { h } from "../page/dom";
import { shown, wordOf } from "../page/mode";
import { say } from "../page/say";

type At = [number, number];
interface Shop { id: string; name: string; address: string; circle: string; at: At; }
interface Town { shops: Shop[]; circles: { id: string; name: string; outline: At[] }[]; streets: { name: string; along: At[] }[]; }
interface Alert { id: string; mode: string; state: string; name: string; at: At; }
interface Post { name: string; at: At; open: boolean; }
interface Now { shops: string; ready: string; alerts: Alert[]; posts: Post[]; }
interface Sheet { map: L.Map; town: Town; shops: L.CircleMarker[]; circles: L.Polygon[]; alerts: L.LayerGroup; posts: L.LayerGroup; mark?: L.CircleMarker; }
interface Hand { invokeMethodAsync(method: string, ...values: unknown[]): Promise<unknown>; }

const sheets = new WeakMap<HTMLElement, Sheet>();

/** By state: closed, without a device, without link, heard from. Colour, filling and size differ, so that no eye needs all three. */
const dots: L.CircleMarkerOptions[] = [
  { radius: 3, weight: 1, color: "#565b63", fillColor: "#ececea", fillOpacity: 1 },
  { radius: 5, weight: 2, color: "#50555d", fillColor: "#fffdf9", fillOpacity: 1 },
  { radius: 6, weight: 3, color: "#7a4b00", fillColor: "#fff0cf", fillOpacity: 1 },
  { radius: 6, weight: 1, color: "#12402a", fillColor: "#1b6a3b", fillOpacity: 1 },
];

/** Draws a town anew; where one was shown already, the view is another's and goes with it. */
export function draw(element: HTMLElement, town: Town, tiles?: string) {
  sheets.get(element)?.map.remove();
  const map = L.map(element, { preferCanvas: true, attributionControl: false, zoomSnap: 0.5, maxZoom: 20, minZoom: 3 });
  if (tiles) L.tileLayer(tiles, { maxZoom: 20, maxNativeZoom: 18, opacity: 0.75 }).addTo(map); // what is drawn of the shops stands above, and alone where they do not come
  const circles = town.circles.map(c => L.polygon(c.outline, { weight: 2, color: "#1b4f8f", fillOpacity: 0.08 }).bindTooltip(text(c.name)).addTo(map));
  for (const street of town.streets) L.polyline(street.along, { weight: 7, color: "#d3ccbc", lineCap: "round" }).bindTooltip(text(street.name), { sticky: true }).addTo(map);
  const shops = town.shops.map(s => dot(s).addTo(map));
  if (town.shops.length > 0) map.fitBounds(L.latLngBounds(together(town.shops.some(s => !s.id) ? town.shops.filter(s => !s.id) : town.shops).map(s => s.at)), { padding: [20, 20], maxZoom: 18 });
  else map.setView([0, 0], 3);
  sheets.set(element, { map, town, shops, circles, posts: L.layerGroup().addTo(map), alerts: L.layerGroup().addTo(map) });
}

/** Those of the town itself: one that stands in another town, or in the sea, must not make all the others one dot. */
function together(shops: Shop[]) {
  const middle = (i: 0 | 1) => shops.map(s => s.at[i]).sort((a, b) => a - b)[Math.floor(shops.length / 2)]!;
  const [lat, lon] = [middle(0), middle(1)];
  const near = shops.filter(s => Math.abs(s.at[0] - lat) < 0.3 && Math.abs(s.at[1] - lon) < 0.3);
  return near.length * 2 >= shops.length ? near : shops;
}

/** Lets a hand at it: a touch tells where, and loose shops can be dragged. They go back to where they stand: what follows is decided elsewhere. */
export function hand(element: HTMLElement, page: Hand, touch: boolean, loose: string[]) {
  const sheet = sheets.get(element);
  if (!sheet) return;
  for (const shop of sheet.shops) shop.setStyle(dots[1]!).setRadius(dots[1]!.radius!);
  const own = sheet.town.shops.filter(s => loose.includes(s.id)).map(s => s.at);
  if (own.length > 0) sheet.map.fitBounds(L.latLngBounds(own), { padding: [90, 90], maxZoom: 18 });
  if (touch) sheet.map.on("click", e => void page.invokeMethodAsync("Tapped", e.latlng.lat, e.latlng.lng));
  for (const shop of sheet.town.shops.filter(s => loose.includes(s.id))) {
    const icon = L.divIcon({ html: h("span", { class: "map-loose", "data-testid": "loose", "data-shop": shop.id }), className: "map-sign", iconSize: undefined });
    const marker = L.marker(shop.at, { icon, draggable: true, keyboard: false }).bindTooltip(text(shop.name)).addTo(sheet.map);
    marker.on("dragend", () => {
      const { lat, lng } = marker.getLatLng();
      marker.setLatLng(shop.at);
      void page.invokeMethodAsync("Dropped", shop.id, lat, lng);
    });
  }
}

/** Where somebody says that it is. */
export function mark(element: HTMLElement, at: At | null) {
  const sheet = sheets.get(element);
  if (!sheet) return;
  sheet.mark?.remove();
  sheet.mark = at ? L.circleMarker(at, { radius: 11, weight: 4, color: "#1b4f8f", fillColor: "#fffdf9", fillOpacity: 1 }).addTo(sheet.map) : undefined;
  if (at && !sheet.map.getBounds().contains(at)) sheet.map.setView(at, Math.max(sheet.map.getZoom(), 16), { animate: false });
}

/** How it stands now: each shop, each circle, and what is open. */
export function paint(element: HTMLElement, now: Now) {
  const sheet = sheets.get(element);
  if (!sheet) return;
  sheet.shops.forEach((dot, i) => { const how = dots[Number(now.shops[i] ?? 0)] ?? dots[0]!; dot.setStyle(how).setRadius(how.radius!); });
  sheet.circles.forEach((outline, i) => outline.setStyle(now.ready[i] === "1" ? { color: "#1b6a3b", dashArray: "" } : { color: "#7a4b00", dashArray: "6 6" }));
  sheet.posts.clearLayers();
  for (const post of now.posts) sheet.posts.addLayer(L.marker(post.at, { icon: L.divIcon({ html: h("span", { class: "map-post", "data-open": String(post.open) }, post.name), className: "map-sign", iconSize: undefined }), keyboard: false }));
  sheet.alerts.clearLayers();
  for (const alert of now.alerts) sheet.alerts.addLayer(sign(alert));
}

/** Shows one shop, for whoever looks for it in the list. */
export function find(element: HTMLElement, shopId: string) {
  const sheet = sheets.get(element);
  const i = sheet?.town.shops.findIndex(s => s.id === shopId) ?? -1;
  if (!sheet || i < 0) return;
  sheet.map.setView(sheet.town.shops[i]!.at, Math.max(sheet.map.getZoom(), 18), { animate: false });
  sheet.shops[i]!.openPopup();
  element.scrollIntoView({ block: "nearest" });
}

function sign(alert: Alert) {
  const mode = shown(alert.mode);
  const element = h("span", { class: "map-alert", "data-testid": "map-alert", "data-mode": mode, "data-alert": alert.id, "data-state": alert.state },
    h("span", { class: `shape shape-${mode}`, "aria-hidden": "true" }), `${say(wordOf(alert.mode))} ${alert.name}`);
  return L.marker(alert.at, { icon: L.divIcon({ html: element, className: "map-sign", iconSize: undefined }), zIndexOffset: mode === "real" ? 1_000 : 0, keyboard: false });
}

// A shop that is not stored yet has no page to go to.
const dot = (shop: Shop) => {
  const marker = L.circleMarker(shop.at, dots[0]).bindTooltip(() => text(`${shop.name} · ${shop.address} · ${shop.circle}`));
  return shop.id ? marker.bindPopup(() => card(shop)) : marker;
};
const text = (words: string) => h("span", {}, words);
const card = (shop: Shop) => h("div", {}, h("b", {}, shop.name), h("p", {}, shop.address), h("p", {}, shop.circle), h("a", { href: `shops/${shop.id}` }, say("map-shop")));
