"""Albanian and English reports of each market, and what only sounds like one: short invented texts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from komshi.pipeline.read.background import Background
from komshi.pipeline.read.events import Events
from komshi.pipeline.read.markets import Markets
from komshi.pipeline.read.organised import Organised
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.relevance import Relevance
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare

BY_LANGUAGE: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("subjects.toml").read_text(encoding="utf-8")
)
ALL = [(code, about, text) for code, told in BY_LANGUAGE.items() for about, texts in told.items() for text in texts]
TOLD = [row for row in ALL if row[1] != "nothing"]
NOT_TOLD = [(code, text) for code, about, text in ALL if about == "nothing"]


@pytest.fixture(scope="module")
def relevance(region: Region) -> Relevance:
    return Relevance(region)


def focus(region: Region, prepared: Prepared) -> Focus:
    found = Events(region)(prepared)
    first = found[0] if found else None
    return Focus(
        first.type if first else "other",
        first.trigger if first else None,
        first.sentence if first else 0,
        Background(region)(prepared),
    )


def markets(region: Region, language: str, text: str, title: str | None = None) -> list[str]:
    prepared = prepare(region, Report("one", language, text, title))
    return [market.id for market in Markets(region)(prepared, focus(region, prepared))]


@pytest.mark.parametrize(("language", "market", "text"), TOLD)
def test_a_report_of_each_market_is_relevant(region, relevance, language: str, market: str, text: str) -> None:
    assert relevance(prepare(region, Report(market, language, text))) >= 0.5


@pytest.mark.parametrize(("language", "market", "text"), TOLD)
def test_a_report_of_each_market_is_read_as_that_market(region, language: str, market: str, text: str) -> None:
    assert markets(region, language, text)[:1] == [market]


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_films_quarrels_totals_accidents_and_crime_elsewhere_are_not(region, relevance, language, text) -> None:
    assert relevance(prepare(region, Report("not", language, text))) < 0.5


def test_assets_seized_are_the_news_in_the_lead_and_a_part_of_the_verdict_below(region) -> None:
    lead = "SPAK sekuestron hotelin dhe vilën e një të dënuari për kokainë në Vlorë."
    assert markets(region, "sq", lead)[0] == "money_laundering"
    below = (
        "Gjykata në Tiranë dënoi me nëntë vjet burg një burrë për trafikim të kokainës. Ai ishte në arrest që nga "
        "maji. Gjykata vendosi edhe konfiskimin e pasurisë."
    )
    assert markets(region, "sq", below) == ["cocaine_trade"]


def test_the_weapon_of_an_attack_is_no_trade_in_arms(region) -> None:
    text = "Persona të panjohur hodhën një granatë në oborrin e një biznesmeni në Lezhë. Shpërthimi dëmtoi dy makina."
    assert markets(region, "sq", text, "Granatë te biznesmeni") == ["organized_violence"]


def test_a_threat_that_asks_for_money_is_extortion_first(region) -> None:
    text = (
        "Pronari i një lokali në Durrës u kërcënua me plumba dhe një letër. Policia heton për shtrëngim me anë të "
        "kanosjes për dhënien e pasurisë."
    )
    assert markets(region, "sq", text)[0] == "extortion_racketeering"


def test_what_the_offices_are_called_states_no_group(region) -> None:
    text = (
        "Prokuroria Themelore Publike për Ndjekjen e Krimit të Organizuar dhe Korrupsionit në Shkup ngriti aktakuzë "
        "kundër një zyrtari për ryshfet, raportoi Klan Kosova."
    )
    prepared = prepare(region, Report("office", "sq", text))
    assert Organised(region)(prepared, focus(region, prepared))[0] == "none_stated"
