"""Imports of gazetteers and boundaries, and the question that they answer: in which municipality is this point?"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.base.tables import label_of
from komshi.observatory.sources.choices import SourceKind
from komshi.observatory.sources.geometry import bounds_of, inner_point, rings_of
from komshi.observatory.sources.models import Boundary, ImportedPlace, Source

# How the gazetteers that people have name their columns, the most exact first.
_COLUMNS = {
    "external_id": ("id", "geonameid", "geonames_id", "wof_id", "geoboundaries_id"),
    "country": ("country", "country_code"),
    "name": ("name", "full_name_ro", "asciiname"),
    "names": ("alternatenames", "alt_names", "names"),
    "kind": ("kind", "fcode", "placetype", "dsg"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "population": ("population",),
}
_REQUIRED = ("external_id", "country", "name", "latitude", "longitude")

_Row = dict[str, Any]
OnError = Callable[[int, str], None]


@dataclass
class Counts:
    """What an import did."""

    accepted: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


def places_import(path: Path, *, on_error: OnError, country: str = "") -> Counts:
    """Imports a gazetteer (csv, tsv or GeoJSON points); rows with an id that is known are brought up to date.

    `country` (two letters) is for files that do not say it in ISO's codes.
    """
    return _import(path, ImportedPlace, lambda row: _place_values(_within(row, country)), on_error)


def boundaries_import(path: Path, *, on_error: OnError, country: str = "") -> Counts:
    """Imports municipality polygons (GeoJSON in longitude and latitude); those known are brought up to date."""
    return _import(path, Boundary, lambda row: _boundary_values(_within(row, country)), on_error)


def _within(row: dict[str, Any], country: str) -> dict[str, Any]:
    named = row.get("country") or row.get("country_code") or country
    return {**row, "country": named}


def _import(path: Path, model: type[Any], values_of: Callable[[_Row], _Row], on_error: OnError) -> Counts:
    counts, dataset = Counts(), path.name
    rows: dict[str, dict[str, Any]] = {}
    for number, row in _rows(path):
        try:
            values = values_of(row)
        except Refused as error:
            counts.refused += 1
            on_error(number, str(error))
            continue
        rows[values["external_id"]] = values
    with writing():
        known = {one.external_id: one for one in model.objects.filter(dataset=dataset)}
        new = [model(dataset=dataset, **values) for key, values in rows.items() if key not in known]
        changed = [known[key] for key, values in rows.items() if key in known and _differs(known[key], values)]
        for one in changed:
            for name, value in rows[one.external_id].items():
                setattr(one, name, value)
        model.objects.bulk_create(new, batch_size=500)
        if changed:
            model.objects.bulk_update(changed, list(rows[changed[0].external_id]), batch_size=200)
        counts.accepted, counts.changed = len(new), len(changed)
        counts.unchanged = len(rows) - len(new) - len(changed)
        if new or changed:
            source, _created = Source.objects.get_or_create(
                key="geography", defaults={"name": "Places and boundaries", "kind": SourceKind.IMPORT.value}
            )
            data = {"new": len(new), "changed": len(changed)}
            record(label_of(model).replace(".", ":") + ":import", subject=source, data=data)
    return counts


def _differs(stored: Any, values: dict[str, Any]) -> bool:
    return any(getattr(stored, name) != value for name, value in values.items())


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows as flat dictionaries with lower-case keys; a GeoJSON feature brings its geometry under `geometry`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(f"The file {path} cannot be opened ({error.strerror}): check its name.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"The file {path.name} is not UTF-8 (byte {error.start + 1}): save it as UTF-8.") from error
    if path.suffix.lower() in (".geojson", ".json"):
        yield from _features(text, path.name)
        return
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    head = text.partition("\n")[0]
    tabs = head.count("\t") > head.count(",")
    # GeoNames writes bare quotation marks into its tab-separated files.
    quoting = csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="	" if tabs else ",", quoting=quoting)
    for row in reader:
        yield reader.line_num, {(key or "").strip().lower(): value or "" for key, value in row.items() if key}


def _features(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        collection = json.loads(text)
        features: Iterable[dict[str, Any]] = collection["features"]
    except (json.JSONDecodeError, RecursionError, TypeError, KeyError) as error:
        raise Refused(f"The file {name} is not a GeoJSON FeatureCollection: export it as one.") from error
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise Refused(f"Feature {number} of {name} has no properties: export it as GeoJSON features.")
        properties = {str(key).lower(): value for key, value in feature["properties"].items()}
        yield number, {**properties, "geometry": feature.get("geometry")}


def _common(row: dict[str, Any], required: tuple[str, ...]) -> dict[str, Any]:
    found = {
        name: next((str(row[key]).strip() for key in keys if row.get(key) not in (None, "")), "")
        for name, keys in _COLUMNS.items()
    }
    missing = [name for name in required if not found[name]]
    if missing:
        raise Refused(f"The row has no {' and no '.join(missing)}.")
    found["country"] = found["country"].upper()
    if len(found["country"]) != 2:
        raise Refused(f"The country is {found['country'][:20]!r}, not a code of two letters.")
    separator = "|" if "|" in found["names"] else ","
    names = (one.strip() for one in found["names"].split(separator))
    found["name"] = found["name"][:200]
    return {**found, "names": sorted({one for one in names if one and one != found["name"]})}


def _place_values(row: dict[str, Any]) -> dict[str, Any]:
    geometry = row.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        row = {**row, "lon": geometry["coordinates"][0], "lat": geometry["coordinates"][1]}
    if not any(row.get(key) for key in _COLUMNS["external_id"]) and row.get("uni"):
        row = {**row, "id": row["uni"]}  # GEOnet: UNI numbers the name, UFI the place; each row is a name
    values = _common(row, _REQUIRED)
    values["latitude"], values["longitude"] = _coordinates(values)
    values["population"] = int(values["population"]) if values["population"].isdigit() else None
    values["kind"] = values["kind"][:40]
    return values


def _boundary_values(row: dict[str, Any]) -> dict[str, Any]:
    values = _common(row, ("external_id", "country", "name"))
    rings = rings_of(row.get("geometry"))
    south, west, north, east = bounds_of(rings)
    if values["latitude"] and values["longitude"]:
        latitude, longitude = _coordinates(values)
    else:
        latitude, longitude = inner_point(rings)
    kept = {name: values[name] for name in ("external_id", "country", "name", "names")}
    box = {"south": south, "west": west, "north": north, "east": east}
    return {**kept, **box, "latitude": latitude, "longitude": longitude, "rings": rings}


def _coordinates(values: dict[str, Any]) -> tuple[float, float]:
    try:
        latitude, longitude = float(values["latitude"]), float(values["longitude"])
    except ValueError as error:
        raise Refused("The latitude or longitude is not a number.") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Refused("The latitude or longitude is out of range.")
    return latitude, longitude
