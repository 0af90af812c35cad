"""Markets: what a report is about, most important first, and nothing where the text names none."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.markets import Markets
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, focus_of, prepare

ASKED = [report for report in REPORTS if report.relevant and report.market is not None]


def read(region: Region, report: Report) -> list[str]:
    prepared = prepare(region, report)
    return [market.id for market in Markets(region)(prepared, focus_of(region, prepared))]


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_the_first_market_is_what_the_report_is_about(region, report: Report) -> None:
    assert (read(region, report) or [""])[0] == report.market


def test_every_market_of_the_lexicons_is_one_that_the_code_can_name(region) -> None:
    by_language = {code: {term.id.partition(".")[0] for term in language.terms("markets")}
                   for code, language in region.languages.items()}  # fmt: skip
    assert by_language["sq"] == by_language["mk"] == by_language["hbs"] == by_language["en"]
    assert len(by_language["sq"] - {"nothing", "unnamed"}) == 22


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "U Šapcu je uhapšen vozač kod koga je nađena droga, rekao je ministar."),
        ("mk", "Во Охрид е приведен возач кај кого е најдена дрога, рече министерот."),
        ("sq", "Në Lezhë u arrestua një shofer me drogë në makinë, tha ministri."),
        ("en", "A driver was arrested in Tuzla with drugs in his car, the minister said."),
    ],
)
def test_a_drug_that_is_not_named_gives_no_market(region, language: str, text: str) -> None:
    assert read(region, Report("unnamed", language, text)) == []


def test_the_drug_of_an_older_war_does_not_name_the_market_of_a_killing(region) -> None:
    text = (
        "U Herceg Novom je sinoć ubijen muškarac blizak jednom klanu. Rat klanova počeo je prije devet godina, "
        "kada je u Španiji nestalo 250 kilograma kokaina."
    )
    assert read(region, Report("war", "cnr", text, "Ubistvo u Herceg Novom"))[0] == "organized_violence"


def test_offences_told_in_one_breath_keep_their_order(region) -> None:
    text = "Osumnjičeni u Zenici terete se za utaju poreza, davanje mita i pranje novca."
    assert read(region, Report("list", "bs", text))[0] == "financial_crimes"
    assert set(read(region, Report("list", "bs", text))) == {"financial_crimes", "corruption", "money_laundering"}


def test_evidence_points_at_the_words_in_the_text(region) -> None:
    report = Report("words", "mk", "Полицијата во Тетово запленила пет килограми хероин.")
    prepared = prepare(region, report)
    (market,) = Markets(region)(prepared, focus_of(region, prepared))
    assert [prepared.text[slice(*span)] for span in market.evidence] == ["хероин"]
    assert 0 < market.score < 1
