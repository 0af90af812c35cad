from __future__ import annotations

import pytest

from komshi.pipeline.jsonl import BadLine
from komshi.pipeline.match import match
from komshi.pipeline.records import (
    incident_from_json,
    incident_to_json,
    parse_reading,
    reading_from_json,
    reading_to_json,
)


def test_an_incident_survives_the_way_through_json(reading):
    (incident,) = match([reading("a", counts={"arrested": 2}), reading("b", outlet="Gazeta Ylli")])
    assert len(incident.readings) == 2
    assert incident_from_json(incident_to_json(incident)) == incident


def test_a_reading_survives_the_way_through_json(reading):
    made = reading("a", actors=[("A. K.", "suspect", 35)], text="Carinici su juče zaplenili veliku količinu robe.")
    assert reading_from_json(reading_to_json(made)) == made


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "has no id"),
        ({"relevant": "yes"}, "whether it is relevant"),
        ({"published": "yesterday"}, "ISO date"),
        ({"markets": [{"score": 1}]}, "“id” is missing"),
        ({"events": "none"}, "not a reading"),
    ],
)
def test_a_line_that_is_no_reading_is_one_sentence_that_says_why(reading, change, said):
    with pytest.raises(BadLine, match=said):
        reading_from_json({**reading_to_json(reading("a")), **change})


def test_a_place_with_half_a_point_is_refused(reading):
    record = reading_to_json(reading("a"))
    record["events"][0]["place"]["longitude"] = None
    with pytest.raises(BadLine, match="one coordinate"):
        reading_from_json(record)


def test_an_event_may_be_older_than_any_news_page(reading):
    old = reading("a", date="1986-02-28")
    assert reading_from_json(reading_to_json(old)) == old


def test_an_incident_that_lacks_a_value_is_one_sentence(reading):
    (incident,) = match([reading("a")])
    record = incident_to_json(incident)
    del record["status"]
    with pytest.raises(BadLine, match="“status” is missing"):
        incident_from_json(record)


def test_a_line_that_is_no_json_is_no_reading():
    with pytest.raises(BadLine, match="not JSON"):
        parse_reading(b"{")
