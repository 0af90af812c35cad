"""What the region says of its laws is complete, has sources, and names only what the other data know."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

import pytest

from komshi.observatory.base.law import PATHS, CountryLaw, country_law
from komshi.pipeline import vocabulary
from komshi.pipeline.region import Region

COUNTRIES = ("AL", "BA", "ME", "MK", "RS", "XK")


@pytest.fixture(params=COUNTRIES)
def law(request) -> CountryLaw:
    found = country_law(request.param)
    assert found is not None
    return found


def test_every_country_of_the_region_has_its_law(region: Region) -> None:
    assert sorted(region.countries) == sorted(COUNTRIES)
    assert country_law("FR") is None


def test_every_country_has_whom_to_call_and_all_paths(law: CountryLaw) -> None:
    assert any(call.kind == "police" and call.phone for call in law.calls)
    assert {"prosecution", "anti_corruption", "ombudsman"} <= {call.kind for call in law.calls}
    for day in (date(2025, 6, 1), date(2026, 7, 7), date(2027, 1, 1)):
        assert all(law.rule(path, on=day) for path in PATHS), day
    assert set(PATHS) <= set(vocabulary.ids("legal_actions"))


def test_every_entry_has_a_basis_a_day_and_a_source_where_it_was_seen(law: CountryLaw) -> None:
    for one in (*law.calls, *law.rules):
        assert one.basis in ("seen", "background"), one
        assert isinstance(one.seen, date), one
        assert one.source or one.basis == "background", one


def test_every_rule_waits_for_a_lawyer_and_names_its_law(law: CountryLaw, region: Region) -> None:
    for rule in law.rules:
        assert rule.check == "lawyer"
        assert rule.law
        assert set(rule.law) <= set(region.family) | {"sr-Cyrl"}


def test_every_period_says_what_kind_of_days(law: CountryLaw) -> None:
    for rule in law.rules:
        for days, kind in ((rule.within_days, rule.within_kind), (rule.answer_days, rule.answer_kind)):
            assert (days is None) == (kind == ""), rule
            assert days is None or (days > 0 and kind in ("calendar", "working")), rule
        assert bool(rule.longer_days) == bool(rule.longer_when)


def test_institutions_are_known_and_of_the_country(law: CountryLaw, region: Region) -> None:
    known, names = region.files["institutions"], region.law["names"]
    for identifier in (
        *(call.institution for call in law.calls if call.institution),
        *(body for rule in law.rules for body in rule.bodies),
        law.data_protection,
    ):
        assert known[identifier]["country"] == law.country
        assert identifier in names
    assert law.data_protection


def test_numbers_are_short_and_addresses_are_of_the_web(law: CountryLaw) -> None:
    for call in law.calls:
        assert call.phone == "" or (call.phone.isdigit() and 3 <= len(call.phone) <= 4)
        assert call.url == "" or urlsplit(call.url).scheme == "https"
        assert call.phone or call.institution


def test_where_the_common_emergency_number_does_not_work_it_is_not_given() -> None:
    without = [code for code in COUNTRIES if not any(c.kind == "emergency" for c in country_law(code).calls)]
    assert without == ["BA"]


def test_names_of_institutions_are_of_the_data_and_in_known_languages(region: Region) -> None:
    for identifier, names in region.law["names"].items():
        assert identifier in region.files["institutions"]
        assert "en" in names
        assert len(names) > 1
        assert set(names) - {"en"} <= set(region.family) | {"sr-Cyrl"}


def test_days_off_are_days_of_the_calendar(region: Region) -> None:
    assert set(region.law["holidays"]) == set(region.countries)
    for code in COUNTRIES:
        off = country_law(code).days_off
        assert date(2026, 1, 1) in off
        assert date(2026, 5, 1) in off
        assert all(date(2024, month, day) for month, day in off.fixed)
