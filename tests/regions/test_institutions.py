"""The region's institutions and outlets hold together: ids, countries, references, patterns."""

from __future__ import annotations

import json

import pytest

from komshi.pipeline.read.organizations import Organizations
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


@pytest.fixture(scope="module")
def institutions(region: Region):
    return region.files["institutions"]


def test_an_id_begins_with_its_country_or_with_x(institutions, region: Region) -> None:
    for identifier, row in institutions.items():
        country = row.get("country")
        prefix = identifier.split("-")[0]
        if country:
            assert prefix == country.lower(), identifier
            assert country in region.countries, identifier
        else:
            assert prefix == "x" or row.get("one_of"), identifier


def test_every_institution_has_a_type_and_an_english_label(institutions) -> None:
    assert [i for i, row in institutions.items() if not row.get("type") or not row.get("en")] == []


def test_a_choice_between_countries_names_institutions_that_have_one(institutions) -> None:
    for identifier, row in institutions.items():
        for choice in row.get("one_of", ()):
            assert institutions[choice].get("country"), f"{identifier}: {choice}"


def test_names_and_patterns_are_in_languages_that_the_region_reads(institutions, region: Region) -> None:
    for identifier, row in institutions.items():
        assert set(row.get("names", {})) | set(row.get("patterns", {})) <= set(region.languages), identifier


def test_every_base_form_is_found_in_a_text(institutions, region: Region) -> None:
    read = Organizations(region)
    missed = []
    for identifier, row in institutions.items():
        for code, name in row.get("names", {}).items():
            found = read(prepare(region, Report("r", code, f"{name}.")))
            choices = {identifier, *row.get("one_of", ())}
            related = {i for i, other in institutions.items() if identifier in other.get("one_of", ())}
            if not choices | related & {o.id for o in found}:
                missed.append((identifier, code, name))
    assert missed == []


def test_the_vocabulary_of_the_domain_is_covered(institutions, shared_dir) -> None:
    taxonomy = json.loads((shared_dir / "domain" / "taxonomy.json").read_text(encoding="utf-8"))
    wanted = {row["id"]: row["country"] for row in taxonomy["institutions"]}
    assert {i: institutions.get(i, {}).get("country") for i in wanted} == wanted


def test_outlets_have_a_name_and_domains_without_www(region: Region) -> None:
    sites = region.files["outlets"]["sites"]
    assert len(sites) >= 80
    assert all(row["name"] for row in sites.values())
    assert [d for d in sites if d != d.lower() or d.startswith("www.") or "." not in d or "/" in d] == []


def test_outlets_write_in_languages_that_the_region_reads(region: Region) -> None:
    languages = {row.get("language") for row in region.files["outlets"]["sites"].values()} - {None}
    assert languages <= set(region.family)


def test_no_two_outlets_share_a_name(region: Region) -> None:
    names = [n for row in region.files["outlets"]["sites"].values() for n in (row["name"], *row.get("also", ()))]
    assert sorted({n for n in names if names.count(n) > 1}) == []
