// The map page: our points on a quiet ground, the list beside it always in step, the address always the state.
// Names and cluster numbers are page elements, so no font files are needed; the worker is a file of our own server.
import { Map as Atlas, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";

const canvas = document.getElementById("map");
const list = document.getElementById("map-list");
const dark = matchMedia("(prefers-color-scheme: dark)");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const MOST_LISTED = 100;

function startingView() {
  const [latitude, longitude, zoom] = (new URLSearchParams(location.search).get("at") ?? "").split(",").map(Number);
  if ([latitude, longitude, zoom].every(Number.isFinite) && zoom) return { center: [longitude, latitude], zoom };
  return { bounds: read("map-bounds"), fitBoundsOptions: { padding: 8 } };
}

/** Countries that the observatory watches stand out a little. */
const landColours = () => ["match", ["get", "code"], read("map-home"), colour("home"), colour("land")];

function style(points) {
  return {
    version: 8,
    sources: {
      ground: { type: "geojson", data: canvas.dataset.ground },
      points: { type: "geojson", data: points, cluster: true, clusterRadius: 36, clusterMaxZoom: 11 },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colour("water") } },
      { id: "land", type: "fill", source: "ground", paint: { "fill-color": landColours() } },
      { id: "coast", type: "line", source: "ground", paint: { "line-color": colour("coast"), "line-width": 1 } },
      { id: "clusters", type: "circle", source: "points", filter: ["has", "point_count"], paint: { "circle-radius": 1, "circle-opacity": 0 } },
      {
        id: "dots", type: "circle", source: "points", filter: ["!", ["has", "point_count"]],
        paint: {
          "circle-color": colour("accent"), "circle-opacity": 0.85, "circle-stroke-color": colour("card"), "circle-stroke-width": 1.5,
          "circle-radius": ["case", ["boolean", ["feature-state", "here"], false], 11, 7],
        },
      },
    ],
  };
}

function paint(map) {
  const set = (layer, property, name) => map.setPaintProperty(layer, property, colour(name));
  map.setPaintProperty("land", "fill-color", landColours());
  set("water", "background-color", "water"); set("coast", "line-color", "coast");
  set("dots", "circle-color", "accent"); set("dots", "circle-stroke-color", "card");
}

function showNames(map) {
  for (const { name, at } of read("map-names")) {
    const element = document.createElement("span");
    element.className = "country"; element.textContent = name; element.ariaHidden = "true";
    new Marker({ element }).setLngLat(at).addTo(map);
  }
}

/** Page elements for the clusters in view; a press moves in until they come apart. */
function clusterMarkers(map) {
  const shown = new globalThis.Map();
  return () => {
    const wanted = new Set();
    for (const { geometry, properties } of map.querySourceFeatures("points", { filter: ["has", "point_count"] })) {
      const id = properties.cluster_id;
      wanted.add(id);
      if (shown.has(id)) continue;
      const element = document.createElement("button");
      const size = Math.round(22 + 5 * Math.sqrt(properties.point_count));
      element.type = "button"; element.className = "cluster"; element.textContent = properties.point_count;
      Object.assign(element.style, { width: `${size}px`, height: `${size}px` });
      element.addEventListener("click", async () => {
        const zoom = await map.getSource("points").getClusterExpansionZoom(id);
        map.easeTo({ center: geometry.coordinates, zoom, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300 });
      });
      shown.set(id, new Marker({ element }).setLngLat(geometry.coordinates).addTo(map));
    }
    for (const [id, marker] of shown) if (!wanted.has(id)) { marker.remove(); shown.delete(id); }
  };
}

function listRow({ id, properties }) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  const meta = document.createElement("p");
  row.dataset.id = id;
  link.href = properties.url; link.textContent = properties.title;
  meta.className = "meta"; meta.textContent = properties.meta;
  row.append(link, meta);
  return row;
}

function inStep(map, points) {
  const bounds = map.getBounds();
  const inView = points.features.filter(({ geometry }) => bounds.contains(geometry.coordinates));
  list.replaceChildren(...inView.slice(0, MOST_LISTED).map(listRow));
  const { lat, lng } = map.getCenter();
  const query = new URLSearchParams(location.search);
  query.set("at", [lat.toFixed(4), lng.toFixed(4), map.getZoom().toFixed(2)].join(","));
  history.replaceState(null, "", `?${query}`.replaceAll("%2C", ","));
}

function pointAt(map) {
  let here = null;
  const mark = (id) => {
    if (here !== null) map.setFeatureState({ source: "points", id: here }, { here: false });
    here = id;
    if (id !== null) map.setFeatureState({ source: "points", id }, { here: true });
    for (const row of list.children) row.classList.toggle("here", id !== null && row.dataset.id === String(id));
  };
  const fromList = (event) => mark(Number(event.target.closest("li[data-id]")?.dataset.id ?? NaN) || null);
  list.addEventListener("pointerover", fromList);
  list.addEventListener("focusin", fromList);
  map.on("click", "dots", ({ features: [feature] }) => {
    mark(feature.id);
    const row = list.querySelector(`[data-id="${feature.id}"]`);
    row?.scrollIntoView({ block: "nearest" });
    row?.querySelector("a").focus({ preventScroll: true });
  });
  map.on("mouseenter", "dots", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "dots", () => { map.getCanvas().style.cursor = ""; });
}

async function start() {
  const answer = await fetch(canvas.dataset.points, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The points could not be read (${answer.status}).`);
  const points = await answer.json();
  setWorkerUrl(new URL(canvas.dataset.worker, location.href).href);
  canvas.hidden = false;
  const map = new Atlas({ container: canvas, style: style(points), attributionControl: false, dragRotate: false, maxZoom: 13, minZoom: 4, ...startingView() });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.once("load", () => {
    document.getElementById("drawing").hidden = true;
    showNames(map);
    pointAt(map);
    const markers = clusterMarkers(map);
    map.on("idle", markers);
    map.on("move", markers);
    const step = () => inStep(map, points);
    map.on("moveend", step);
    step();
    canvas.dataset.ready = "true";
  });
  dark.addEventListener("change", () => paint(map));
}

// Where the map cannot be drawn (an old phone, no WebGL) the drawing made by the server stays.
if (canvas) start().catch((error) => { canvas.hidden = true; console.warn(error); });
