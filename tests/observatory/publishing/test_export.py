from __future__ import annotations

import csv
import io
import json

import pytest

from komshi.observatory.publishing import export
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report


@pytest.fixture
def one_public(make_member) -> None:
    reading = report("a", given={"url": "https://list.example/zaplena"})
    review_add(article=reading.article, decision="accept", by=make_member())
    report("b", "Drugo.", title="", date="2025-01-01", type="arrest", quantities=[])
    flow()


@pytest.mark.django_db
def test_the_table_holds_what_is_public_under_documented_columns(one_public) -> None:
    text = "".join(export.as_csv(export.rows(export.public_incidents())))
    (row,) = csv.DictReader(io.StringIO(text))
    assert list(row) == list(export.COLUMNS)
    assert all(export.COLUMNS.values())
    assert (row["country"], row["place"], row["markets"], row["arrested"], row["killed"]) == (
        "ME",
        "Bar",
        "cocaine_trade",
        "2",
        "",
    )
    assert row["urls"] == "https://list.example/zaplena"
    assert json.loads(row["quantities"])[0]["amount"] == 137


@pytest.mark.django_db
def test_the_geojson_is_whole_and_has_points(one_public) -> None:
    found = json.loads("".join(export.as_geojson(export.rows(export.public_incidents()))))
    (feature,) = found["features"]
    assert feature["geometry"]["coordinates"] == [19.1, 42.093]
    assert feature["properties"]["quantities"][0]["unit"] == "kg"


@pytest.mark.django_db
def test_an_export_of_nothing_is_a_head_and_an_empty_collection() -> None:
    assert "".join(export.as_csv([])).strip() == ",".join(export.COLUMNS)
    assert json.loads("".join(export.as_geojson([])))["features"] == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_is_run_as_a_formula(start: str) -> None:
    (row,) = csv.reader(
        io.StringIO("".join(export.as_csv([{"a": f"{start}1+1", "b": -5.5}], ["a", "b"])).split("\n", 1)[1], newline="")
    )
    assert row == [f"'{start}1+1", "-5.5"]


def test_the_command_writes_a_file_whole_or_says_what_to_do(elsewhere) -> None:
    target = elsewhere.folder / "incidents.geojson"
    elsewhere.komshi("export", "incidents", "--format", "geojson", "-o", target)
    assert json.loads(target.read_text(encoding="utf-8"))["features"] == []
    assert elsewhere.komshi("export", "incidents").stdout.startswith("key,date")
    refused = elsewhere.komshi("export", "incidents", "-o", elsewhere.folder / "nowhere" / "x.csv", code=2)
    assert "choose another place" in refused.stderr
    assert "not for publishing" in elsewhere.komshi("export", "incidents", "--members").stderr
