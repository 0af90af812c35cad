"""Organised: what the text states of a group, on whose word; never what the offence suggests."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.organised import Organised
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, focus_of, prepare

ASKED = [report for report in REPORTS if report.relevant and report.organised is not None]


def read(region: Region, report: Report) -> str:
    prepared = prepare(region, report)
    return Organised(region)(prepared, focus_of(region, prepared))[0]


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_a_group_is_read_only_where_the_report_states_one(region, report: Report) -> None:
    assert read(region, report) == report.organised


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Tužilaštvo za organizovani kriminal podiglo je optužnicu protiv carinika zbog mita."),
        ("mk", "Обвинителството за гонење организиран криминал отвори истрага за поткуп."),
        ("sq", "Prokuroria kundër korrupsionit dhe krimit të organizuar po heton një tender."),
        ("en", "The prosecution for organised crime opened an investigation into a tender."),
        ("bs", "U kamionu je nađeno 400 kilograma kokaina."),
    ],
)
def test_the_name_of_an_office_and_the_size_of_a_load_state_no_group(region, language: str, text: str) -> None:
    assert read(region, Report("office", language, text)) == "none_stated"


def test_an_arrest_never_makes_a_group_convicted(region) -> None:
    text = "Uhapšeni su članovi kriminalne grupe, a njihov vođa ranije je osuđen."
    assert read(region, Report("arrest", "sr", text)) == "suspected"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cnr", "Podignuta je optužnica zbog šverca kokaina. Optuženi su djelovali kao organizovana grupa."),
        ("sq", "U ngrit aktakuzë për ryshfet. Të pandehurit kanë vepruar si grup i organizuar kriminal në vitin 2022."),
    ],
)
def test_a_group_that_the_charges_name_is_charged(region, language: str, text: str) -> None:
    assert read(region, Report("charges", language, text, published="2024-03-15")) == "charged"


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("sr", "Razbijena je petočlana grupa koja je švercovala cigarete.", "suspected"),
        ("cnr", "Uhapšeni su pripadnici OKG zbog šverca kokaina.", "suspected"),
        ("bs", "Uhapšena je trojica; otkrivena je mreža krijumčara migranata.", "suspected"),
        ("mk", "Разбиена е петчлена група за криумчарење мигранти.", "suspected"),
        ("mk", "Уапсен е маж кој ја предводел групата.", "suspected"),
        ("sr", "Uhapšen je vozač sa 30 kilograma kokaina, nema dokaza da je grupa postojala.", "none_stated"),
    ],
)
def test_a_group_is_known_by_its_many_names(region, language: str, text: str, said: str) -> None:
    assert read(region, Report("named", language, text)) == said
