"""Fill in where the seats of a region's municipalities lie, from the region's own places/geonames.tsv (CC BY 4.0).

Run it after a change of municipalities.tsv or of the places:  python scripts/place_seats.py [REGION]
A row without a point is looked up by its seat (or else its name) within its country, and keeps the id that was found; a
row with an id gets that place's point again; a row with a point and no id was placed by hand and stays as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from komshi.pipeline.text.fold import fold

REGIONS = Path(__file__).parent.parent / "src" / "komshi" / "regions"
Row = dict[str, str]


def main() -> None:
    """Rewrite the table of the region named on the command line (western_balkans if none is)."""
    region = REGIONS / (sys.argv[1] if len(sys.argv) > 1 else "western_balkans")
    places = {row["geonames_id"]: row for row in rows(region / "places" / "geonames.tsv")[1]}
    known = rows(region / "places" / "names.tsv")[1]
    notes, units = rows(region / "municipalities.tsv")
    for unit in units:
        if not unit["geonames_id"] and not unit["latitude"]:
            unit["geonames_id"] = found(unit, places=places, known=known)
        if place := places.get(unit["geonames_id"]):
            unit["latitude"], unit["longitude"] = place["latitude"], place["longitude"]
        if not unit["latitude"]:
            sys.stderr.write(f"no point: {unit['id']}; write one by hand, or the name of its seat\n")
    lines = [*notes, "\t".join(units[0]), *("\t".join(unit.values()) for unit in units)]
    (region / "municipalities.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def rows(path: Path) -> tuple[list[str], list[Row]]:
    """The comment lines of a table, and its rows."""
    lines = path.read_text(encoding="utf-8").splitlines()
    notes = [line for line in lines if line.startswith("#")]
    head, *body = [line for line in lines if line and not line.startswith("#")]
    return notes, [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in body]


def found(unit: Row, *, places: dict[str, Row], known: list[Row]) -> str:
    """The id of the largest place of the country that is called like the seat, or else has this as another name."""
    wanted = {fold(name) for name in (unit["seat"] or unit["own"]).split(" / ")}
    here = [place for place in places.values() if place["country"] == unit["country"]]
    named = {row["geonames_id"]: [row["name"], *row["names"].split("|")] for row in known}
    own = [place for place in here if fold(place["name"]) in wanted]
    other = [p for p in here if wanted & set(map(fold, [*p["names"].split("|"), *named.get(p["geonames_id"], [])]))]
    fits = own or other
    if len(fits) > 1:
        listed = ", ".join(f"{place['name']} {place['geonames_id']}" for place in fits)
        sys.stderr.write(f"several for {unit['id']}: {listed}\n")
    return max(fits, key=lambda place: int(place["population"]))["geonames_id"] if fits else ""


if __name__ == "__main__":
    main()
