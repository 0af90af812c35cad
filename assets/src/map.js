// The map page: our points on a quiet ground, the list beside it always in step, the address always the state.
// Points, clusters and names are page elements: a keyboard reaches them, a screen reader says them, and no font files are needed.
// Every word comes from the server, also when the map moves: it answers with the parts of the page that change.
import { Map as Atlas, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";

import { period } from "./parts/period.js";

const box = document.getElementById("map");
const form = document.getElementById("filters");
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const LAYERS = ["points", "helpers"];
let generation = 0; // numbers of clusters begin anew with every set of points
const NAMES_FROM = 7.5; // zoom
const NOTHING = { type: "FeatureCollection", features: [] };

/** The filter as an address: what the form holds without what is empty; `helpers` only when they are hidden. */
function chosen() {
  const query = new URLSearchParams([...new FormData(form)].filter(([key, value]) => value && key !== "helpers"));
  if (form.elements.helpers && !showsHelpers()) query.set("helpers", "0");
  return query;
}

const showsHelpers = () => document.getElementById("helpers")?.checked ?? false;

/** Puts the form into the state of the address. */
function fillForm() {
  const query = new URLSearchParams(location.search);
  for (const { name, tagName } of form.elements) if (tagName === "SELECT") form.elements[name].value = query.get(name) ?? "";
  const helpers = document.getElementById("helpers");
  if (helpers) helpers.checked = query.get("helpers") !== "0";
}

/** Where the address says that the map stands; the whole region when it says nothing. */
function view() {
  const [latitude, longitude, zoom] = (new URLSearchParams(location.search).get("at") ?? "").split(",").map(Number);
  if ([latitude, longitude, zoom].every(Number.isFinite) && zoom && Math.abs(latitude) < 85) return { center: [longitude, latitude], zoom };
  return { bounds: read("map-bounds"), fitBoundsOptions: { padding: 8 } };
}

function stand(map) {
  const wanted = view();
  if (wanted.bounds) map.fitBounds(wanted.bounds, { ...wanted.fitBoundsOptions, animate: false });
  else map.jumpTo(wanted);
}

/** Countries that the observatory watches stand out a little. */
const landColours = () => ["match", ["get", "code"], read("map-home"), colour("home"), colour("land")];

/** Stripes from corner to corner: a country about which nothing was read. */
function hatch() {
  const side = 12;
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const pen = canvas.getContext("2d");
  Object.assign(pen, { strokeStyle: colour("gap"), lineWidth: 3 });
  for (const shift of [-side, 0, side]) { pen.moveTo(shift - 2, side + 2); pen.lineTo(shift + side + 2, -2); }
  pen.stroke();
  return pen.getImageData(0, 0, side, side);
}

function style() {
  const source = { type: "geojson", data: NOTHING, cluster: true, clusterRadius: 40, clusterMaxZoom: 11, clusterProperties: { n: ["+", ["get", "n"]], waiting: ["+", ["coalesce", ["get", "waiting"], 0]] } };
  // Without a layer MapLibre would not load the points; they are drawn as page elements.
  const unseen = (name) => ({ id: name, type: "circle", source: name, paint: { "circle-radius": 1, "circle-opacity": 0 } });
  return {
    version: 8,
    sources: { ground: { type: "geojson", data: box.dataset.ground }, points: source, helpers: source },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colour("water") } },
      { id: "land", type: "fill", source: "ground", paint: { "fill-color": landColours() } },
      { id: "coast", type: "line", source: "ground", paint: { "line-color": colour("coast"), "line-width": 1 } },
      ...LAYERS.map(unseen),
    ],
  };
}

function paint(map) {
  map.setPaintProperty("land", "fill-color", landColours());
  map.setPaintProperty("water", "background-color", colour("water"));
  map.setPaintProperty("coast", "line-color", colour("coast"));
  map.updateImage("hatch", hatch());
}

function showNames(map) {
  for (const { name, at } of read("map-names")) {
    const element = document.createElement("span");
    element.className = "country"; element.textContent = name; element.setAttribute("aria-hidden", "true");
    new Marker({ element }).setLngLat(at).addTo(map);
  }
}

const short = (number) => new Intl.NumberFormat(document.documentElement.lang, { notation: "compact", maximumFractionDigits: 1 }).format(number);

/** One point or cluster as a link or a button that says what it stands for. */
function spotElement(layer, { cluster, n, waiting, title, note, url }, words) {
  const element = document.createElement(cluster ? "button" : "a");
  const side = n > 1 ? Math.round(Math.min(24 + 9 * Math.log10(n), 48)) : 24;
  if (cluster) element.type = "button"; else element.href = url;
  element.dataset.n = n;
  element.className = `spot${n > 1 ? "" : " single"}${layer === "helpers" ? " helps" : ""}${waiting === n ? " waits" : ""}`;
  element.dataset.says = cluster ? words[layer === "helpers" ? "helpers" : "incidents"].replace("%(n)s", n) : note ? `${title} (${note})` : title;
  element.setAttribute("aria-label", element.dataset.says);
  if (n > 1) element.append(Object.assign(document.createElement("span"), { textContent: short(n) }));
  Object.assign(element.style, { width: `${side}px`, height: `${side}px` });
  return element;
}

/** The spots in view as page elements, from north to south: the order in which Tab reaches them. */
function spotMarkers(map, words) {
  const shown = new Map();
  const caption = box.appendChild(Object.assign(document.createElement("p"), { className: "caption", hidden: true }));
  caption.setAttribute("aria-hidden", "true"); // a spot says the same as its name
  let towards = null;
  const say = (says) => { caption.hidden = !says; caption.textContent = says ?? ""; };
  const come = async (layer, id, at, byKey) => {
    const zoom = await map.getSource(layer).getClusterExpansionZoom(id);
    towards = byKey ? at : null;
    map.easeTo({ center: at, zoom: Math.min(zoom, map.getMaxZoom()), animate: !still.matches, duration: 300 });
  };
  for (const [event, target] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    box.addEventListener(event, ({ target }) => { const spot = target.closest?.(".spot"); if (spot) say(spot.dataset.says); });
    box.addEventListener(target, () => say(null));
  }
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    towards = null;
    if (event.target.closest(".spot")) map.getCanvas().focus();
    else map.fitBounds(read("map-bounds"), { padding: 8, animate: !still.matches });
    say(null);
  });
  const refresh = () => {
    const bounds = map.getBounds();
    const wanted = new Map();
    const held = document.activeElement.closest(".spot");
    for (const layer of LAYERS) {
      if (layer === "helpers" && !showsHelpers()) continue;
      for (const { geometry, properties } of map.querySourceFeatures(layer)) {
        const key = properties.cluster ? `${layer} ${generation} ${properties.cluster_id}` : properties.id;
        if (bounds.contains(geometry.coordinates)) wanted.set(key, { layer, properties, at: geometry.coordinates });
      }
    }
    for (const [key, { marker }] of shown) if (!wanted.has(key)) { marker.remove(); shown.delete(key); }
    const order = [...wanted].sort(([, a], [, b]) => b.at[1] - a.at[1] || a.at[0] - b.at[0]);
    for (const [key, { layer, properties, at }] of order) {
      const known = shown.get(key);
      if (known && known.url === properties.url) { known.element.parentElement.append(known.element); continue; }
      known?.marker.remove();
      const element = spotElement(layer, properties, words);
      if (properties.cluster) element.addEventListener("click", ({ detail }) => come(layer, properties.cluster_id, at, detail === 0));
      const offset = layer === "helpers" ? [17, -17].map((away) => away * (properties.n > 1 ? 1.5 : 1)) : [0, 0];
      shown.set(key, { element, at, url: properties.url, name: properties.name, marker: new Marker({ element, offset }).setLngLat(at).addTo(map) });
      element.dataset.at = key;
    }
    nameSpots(map, order.map(([key]) => shown.get(key)));
    if (towards) nearest([...shown.values()], towards)?.element.focus();
    else if (held && held !== document.activeElement) (held.isConnected ? held : map.getCanvas()).focus();
    towards = null;
    if (map.isSourceLoaded("points")) box.dataset.shown = order.reduce((sum, [, { layer, properties }]) => sum + (layer === "points" ? properties.n : 0), 0);
  };
  return refresh;
}

/** Names of places beside their points, from close by, where they do not run into each other. */
function nameSpots(map, spots) {
  const taken = [];
  for (const { element, at, name } of spots) {
    const { x, y } = map.project(at);
    const half = 4 * (name?.length ?? 0);
    const free = name && map.getZoom() >= NAMES_FROM && !taken.some((other) => Math.abs(other.x - x) < half + other.half && Math.abs(other.y - y) < 34);
    if (free) { element.dataset.name = name; taken.push({ x, y, half }); } else delete element.dataset.name;
  }
}

function nearest(spots, [longitude, latitude]) {
  const away = ({ at }) => Math.hypot(at[0] - longitude, at[1] - latitude);
  return spots.sort((a, b) => away(a) - away(b))[0];
}

/** A row of the list and its point show that they belong together. */
function tie() {
  const mark = (at) => {
    for (const element of document.querySelectorAll("[data-at]")) element.classList.toggle("here", Boolean(at) && element.dataset.at === at);
  };
  for (const event of ["pointerover", "focusin"]) document.addEventListener(event, ({ target }) => mark(target.closest?.("[data-at]")?.dataset.at));
}

/** Asks the server for what the page shows now, and puts it in place; a newer question cancels an older one. */
function keepInStep(map, words) {
  let asked = new AbortController();
  let due = false; // a question for points that was cancelled is asked again
  const get = async (address, signal) => {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  };
  return async ({ points }) => {
    due ||= points;
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const query = chosen();
    const [[west, south], [east, north]] = map.getBounds().toArray();
    const step = new URLSearchParams([...query, ["part", due ? "step" : "view"], ["within", [west, south, east, north].map((n) => n.toFixed(4)).join(",")]]);
    box.setAttribute("aria-busy", "true");
    try {
      const [page, found] = await Promise.all([
        get(`?${step}`, signal).then((answer) => answer.text()),
        due ? get(`${box.dataset.points.split("?")[0]}?${query}`, signal).then((answer) => answer.json()) : null,
      ]);
      const fresh = new DOMParser().parseFromString(page, "text/html");
      for (const part of fresh.querySelectorAll("[data-step]")) document.querySelector(`[data-step="${part.dataset.step}"]`)?.replaceChildren(...part.childNodes);
      if (found) {
        generation += 1;
        due = false;
        map.getSource("points").setData(found);
        map.setFilter("gaps", ["in", ["get", "code"], ["literal", document.getElementById("map-gaps") ? read("map-gaps") : []]]);
      }
      for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
      box.dataset.ready = String(query) || "all";
    } catch (error) {
      if (error.name === "AbortError") return;
      document.querySelector("[data-step=status]").textContent = words.failed;
      console.warn(error);
    } finally {
      if (asked.signal === signal) box.setAttribute("aria-busy", "false");
    }
  };
}

function address(map) {
  const { lat, lng } = map.getCenter();
  const query = chosen();
  query.set("at", [lat.toFixed(4), lng.toFixed(4), map.getZoom().toFixed(2)].join(","));
  return `?${query}`.replaceAll("%2C", ",");
}

async function start() {
  const words = read("map-words");
  setWorkerUrl(new URL(box.dataset.worker, location.href).href);
  box.hidden = false;
  const map = new Atlas({ container: box, style: style(), locale: words, attributionControl: false, dragRotate: false, maxZoom: 13, minZoom: 4, ...view() });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  await map.once("load");
  document.getElementById("drawing").hidden = true;
  map.addImage("hatch", hatch());
  map.addLayer({ id: "gaps", type: "fill", source: "ground", filter: ["in", ["get", "code"], ["literal", []]], paint: { "fill-pattern": "hatch" } }, "coast");
  showNames(map);
  tie();
  map.on("idle", spotMarkers(map, words));
  const update = keepInStep(map, words);
  const changed = () => { history.pushState(null, "", address(map)); update({ points: true }); };
  const inStep = period(form, changed);
  inStep();
  map.on("moveend", () => { history.replaceState(null, "", address(map)); update({ points: false }); });
  form.addEventListener("change", () => { inStep(); changed(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); inStep(); changed(); });
  addEventListener("popstate", () => { fillForm(); inStep(); stand(map); update({ points: true }); });
  dark.addEventListener("change", () => paint(map));
  if (box.dataset.helpers) fetch(box.dataset.helpers).then((answer) => answer.json()).then((found) => map.getSource("helpers").setData(found)).catch(console.warn);
  await update({ points: true });
}

// Where the map cannot be drawn (an old phone, no WebGL) the drawing made by the server stays.
if (box) start().catch((error) => { box.hidden = true; console.warn(error); });
