"""The commands of the operator, as they are typed."""

from __future__ import annotations

import json
import socket
from pathlib import Path

from tests.observatory.conftest import Elsewhere

GOOD = '{"id": "%s", "text": "Police seized 3 kg of cocaine in Struga.", "published": "2024-03-15"}'
SQUARE = [[20, 41], [21, 41], [21, 42], [20, 42], [20, 41]]


def test_articles_are_imported_read_and_named_where_they_are_bad(make_elsewhere, tmp_path: Path) -> None:
    elsewhere: Elsewhere = make_elsewhere("bare", bare=True)  # a command makes the database that it needs
    path = tmp_path / "reports.jsonl"
    path.write_bytes(
        b"\n".join([(GOOD % "a").encode(), b"{broken", b'{"id": "x", "text": "\xff"}', (GOOD % "b").encode()])
    )
    done = elsewhere.komshi("import", "articles", path, code=1)
    assert done.stdout == "articles: 2 new, 0 changed, 0 unchanged, 2 refused.\n"
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "reports.jsonl, line 2",
        "reports.jsonl, line 3",
    ]
    assert elsewhere.ask("SELECT COUNT(*) FROM reading_reading") == [(2,)]

    path.write_text(GOOD % "a")
    assert "0 new, 0 changed, 1 unchanged" in elsewhere.komshi("import", "articles", path).stdout
    assert "cannot be opened" in elsewhere.komshi("import", "articles", tmp_path / "none", code=2).stderr
    assert "No feed is followed yet" in elsewhere.komshi("gather", "--once").stderr

    # A private address is refused, whoever adds it.
    elsewhere.komshi("manage", "addfeed", "inside", "http://127.0.0.1:9/feed")
    said = elsewhere.komshi("gather", "--once", code=1).stderr
    assert said.startswith("inside: refused, 0 new.")
    assert "not an address of the public internet" in said


def test_places_and_boundaries_are_imported(elsewhere: Elsewhere, tmp_path: Path) -> None:
    feature = {"type": "Feature", "properties": {"id": "1", "country": "MK", "name": "Струга"}, "geometry": None}
    feature["geometry"] = {"type": "Polygon", "coordinates": [SQUARE]}
    (tmp_path / "b.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (tmp_path / "p.csv").write_text("id,name,lat,lon\n1,Struga,41.2,20.7\n2,Nowhere,,\n")
    assert "1 new" in elsewhere.komshi("import", "boundaries", tmp_path / "b.geojson").stdout
    done = elsewhere.komshi("import", "places", tmp_path / "p.csv", "--country", "MK", code=1)
    assert done.stdout == "places: 1 new, 0 changed, 0 unchanged, 1 refused.\n"
    assert "p.csv, line 3: The row has no latitude and no longitude." in done.stderr


def test_the_doctor_names_what_is_missing(elsewhere: Elsewhere) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        elsewhere.environment["KOMSHI_PORT"] = str(taken.getsockname()[1])
        done = elsewhere.komshi("doctor", code=1)
    assert "Python: 3." in done.stdout
    assert "is writable" in done.stdout
    assert "answers" in done.stdout
    assert "address: Port" in done.stderr


def test_a_database_that_does_not_answer_is_one_sentence(elsewhere: Elsewhere) -> None:
    elsewhere.environment["DATABASE_URL"] = "postgres://nobody@127.0.0.1:1/nothing"
    said = elsewhere.komshi("import", "articles", "none", code=2).stderr
    assert said.startswith("komshi: The database does not answer")
    assert "check DATABASE_URL" in said
    assert len(said.splitlines()) == 1


def test_a_database_of_a_newer_komshi_is_left_alone(elsewhere: Elsewhere) -> None:
    elsewhere.python(
        "setup(migrate=True)\nfrom django.db.migrations.recorder import MigrationRecorder as R\n"
        "from django.db import connection\nR(connection).record_applied('sources', '9999_future')"
    )
    assert "made by a newer version of Komshi" in elsewhere.komshi("gather", "--once", code=2).stderr
