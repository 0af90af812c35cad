from __future__ import annotations

from komshi.pipeline.match import Judged, match
from komshi.pipeline.types import Place

ALBANIA = Place("Shqipëria", "AL", 41.0, 20.0, precision="country")
TEXT = (
    "Carinici na graničnom prelazu zaplenili su juče veliku količinu robe koja je bila sakrivena u duplom dnu kamiona. "
    "Vozač je sam potvrdio da je robu preuzeo u Istanbulu, saopštila je Uprava carina u sredu uveče iz sedišta."
)


def merged(*readings):
    """One incident of the readings, whatever they score."""
    together = [Judged(readings[0].id, other.id, same=True) for other in readings[1:]]
    (incident,) = match(readings, judgements=together)
    return incident


def test_each_value_says_who_supports_it_and_who_contradicts_it(reading):
    incident = merged(
        reading("a", counts={"arrested": 2}),
        reading("b", counts={"arrested": 2}),
        reading("c", counts={"arrested": 3}),
        reading("d"),
    )
    arrested = incident.counts["arrested"]
    assert (arrested.value, arrested.support, arrested.against) == (2, ("a", "b"), ("c",))


def test_of_two_numbers_with_equal_support_the_later_print_counts(reading):
    incident = merged(
        reading("a", counts={"arrested": 10}, published="2024-03-13"),
        reading("b", counts={"arrested": 15}, published="2024-03-15"),
    )
    assert incident.counts["arrested"].value == 15


def test_where_reports_differ_on_the_status_the_least_is_said(reading):
    incident = merged(reading("a", status="indicted"), reading("b", status="under_investigation"))
    assert incident.status.value == "under_investigation"


def test_a_country_supports_a_place_in_it(reading):
    incident = merged(reading("a", place=ALBANIA), reading("b"))
    assert incident.place.value.name == "Durrës"
    assert (incident.place.support, incident.place.against) == (("a", "b"), ())


def test_a_month_supports_a_day_in_it(reading):
    incident = merged(
        reading("a", date="2024-03", date_precision="month"), reading("b"), reading("c", date="2024-03-14")
    )
    assert incident.date.value == "2024-03-13"
    assert incident.date.support == ("a", "b")
    assert incident.date.against == ("c",)


def test_an_amount_that_is_told_twice_stands_once_with_the_one_that_differs_beside_it(reading):
    incident = merged(reading("a"), reading("b"), reading("c", quantities=[("cocaine", 140.0, "kg")]))
    first, second = incident.quantities
    assert (first.value.amount, first.support, first.against) == (137.0, ("a", "b"), ("c",))
    assert (second.value.amount, second.against) == (140.0, ("a", "b"))


def test_a_market_that_few_name_is_left_out(reading):
    incident = merged(reading("a"), reading("b"), reading("c", markets=["corruption"]))
    assert incident.markets.value == ["cocaine_trade"]
    assert incident.markets.against == ("c",)


def test_what_no_report_says_stays_open(reading):
    incident = merged(reading("a", date=None, place=None, quantities=[]))
    assert incident.date.value is None
    assert incident.place.value is None
    assert incident.counts["killed"].value is None
    assert incident.quantities == ()


def test_two_outlets_that_print_one_agency_text_are_one_voice(reading):
    incident = merged(
        reading("a", outlet="Novi Dnevnik", text=TEXT), reading("b", outlet="Glas Moravice", text=TEXT + " Kraj.")
    )
    assert incident.independent_voices == 1


def test_an_outlet_that_writes_twice_is_one_voice_and_two_outlets_are_two(reading):
    incident = merged(
        reading("a", outlet="Novi Dnevnik"), reading("b", outlet="novi dnevnik "), reading("c", outlet="Gazeta Ylli")
    )
    assert incident.independent_voices == 2


def test_an_outlet_that_the_region_knows_under_two_names_is_one_voice(reading, region):
    from komshi.pipeline.match.incident import outlet_names

    names = outlet_names(region)
    address, outlet = next((a, o) for a, o in region.files["outlets"]["sites"].items() if a != o["name"])
    assert names[address] == outlet["name"].lower() or address in names
    first, second = reading("a", outlet=address), reading("b", outlet=outlet["name"])
    (incident,) = match([first, second], region=region)
    assert incident.independent_voices == 1
