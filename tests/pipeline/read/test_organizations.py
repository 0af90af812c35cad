"""Organisations: institutions of the region's data, clans and firms, and the country that follows from them."""

from __future__ import annotations

import dataclasses

import pytest

from komshi.pipeline.read.organizations import Organizations
from komshi.pipeline.region import Outlet, Region
from tests.pipeline.read.reports import Report, prepare


@pytest.fixture(scope="module")
def organizations(region: Region) -> Organizations:
    return Organizations(region)


def read(organizations, region, language: str, text: str, outlet: Outlet | None = None) -> list[tuple[str | None, str]]:
    prepared = dataclasses.replace(prepare(region, Report("r", language, text)), outlet=outlet)
    return [(o.id, o.name) for o in organizations(prepared)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "SPAK-u kërkoi arrest.", [("al-spak", "SPAK")]),
        ("sq", "Sipas Policisë së Kosovës, u gjetën armë.", [("xk-police", "Policia e Kosovës")]),
        ("sq", "Prokurorisë Speciale iu dorëzua.", [("xk-sprk", "Prokuroria Speciale e Kosovës")]),
        ("mk", "ДКСК отвори предмет.", [("mk-dksk", "ДКСК")]),
        ("sr", "Pripadnici SIPA-e uhapsili su petoro.", [("ba-sipa", "SIPA")]),
        ("sr", "Казнио га је Суд БиХ.", [("ba-sud", "Суд Босне и Херцеговине")]),
        ("cnr", "Iz Specijalnog državnog tužilaštva potvrđeno je.", [("me-sdt", "Specijalno državno tužilaštvo")]),
        ("en", "Kosovo Police said so.", [("xk-police", "Kosovo Police")]),
    ],
)
def test_institutions_are_found_in_every_case_ending(organizations, region, language, text, expected) -> None:
    assert read(organizations, region, language, text) == expected


def test_an_abbreviation_counts_only_in_capitals(organizations, region) -> None:
    assert read(organizations, region, "sr", "U svakom slučaju, tok istrage je poznat.") == []
    assert read(organizations, region, "sr", "DROGA I TOK NOVCA PREKO GRANICE") == []
    assert read(organizations, region, "sr", "Kako navodi TOK, uhapšena su petorica.") == [("rs-tok", "TOK")]


def test_the_longest_name_wins(organizations, region) -> None:
    text = "Osnovno državno tužilaštvo vodi istragu."
    assert [i for i, _ in read(organizations, region, "cnr", text)] == ["me-vdt"]


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ("MUP je saopštio da su uhapšena trojica.", None, "x-mup"),
        ("MUP i Tužilaštvo BiH vodili su akciju.", None, "ba-mup"),
        ("MUP i TOK vodili su akciju.", None, "rs-mup"),
        ("MUP je saopštio da su uhapšena trojica.", Outlet("Glasnik", "RS", "sr"), "rs-mup"),
        ("MUP, SIPA i TOK vodili su akciju.", None, "x-mup"),
    ],
)
def test_a_word_of_several_countries_needs_a_sign_of_one(organizations, region, text, outlet, expected: str) -> None:
    assert expected in [i for i, _ in read(organizations, region, "sr", text, outlet)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("cnr", "Vođa brodskog klana je u bekstvu.", "brodski klan"),
        ("sr", "Припадници бродског клана су ухапшени.", "бродски клан"),
        ("mk", "Водачот на бродскиот клан е уапсен.", "бродски клан"),
        ("sq", "Anëtarë të Bandës së Bregut u arrestuan.", "Banda e Bregut"),
        ("sr", "Direktor kompanije „Drvo promet“ uhapšen je juče.", "Drvo promet"),
    ],
)
def test_clans_and_quoted_firms_are_organisations_without_an_id(organizations, region, language, text, name) -> None:
    assert (None, name) in read(organizations, region, language, text)


def test_the_evidence_stands_in_the_text(organizations, region) -> None:
    text = "Đorđa je saslušala SIPA, a tužila SIPA."
    (sipa,) = organizations(prepare(region, Report("r", "bs", text)))
    assert [text[a:b] for a, b in sipa.evidence] == ["SIPA", "SIPA"]
