"""Events: the news of a report first, what it retells after it."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.events import EventCue, Events
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, prepare

ASKED = [report for report in REPORTS if report.relevant and report.type is not None]
TYPES = {
    "seizure", "arrest", "raid", "indictment", "trial", "conviction", "acquittal", "killing", "attack", "threat",
    "interception", "extradition", "escape", "investigation", "revelation", "sanction", "resignation", "policy",
    "other",
}  # fmt: skip


def read(region: Region, report: Report) -> list[EventCue]:
    return Events(region)(prepare(region, report))


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_the_first_event_is_the_news_of_the_report(region, report: Report) -> None:
    assert read(region, report)[0].type == report.type


def test_the_lexicons_name_no_other_type_and_leave_none_out(region) -> None:
    for code, language in region.languages.items():
        named = {term.id.partition(".")[0] for term in language.terms("events")} - {"nothing"}
        assert named == TYPES, code


def test_a_verdict_that_retells_the_arrest_is_a_conviction(region) -> None:
    text = "Osuđen je na četiri godine zatvora muškarac koji je uhapšen 2021. u Rožajama, kada je zaplijenjen heroin."
    types = [cue.type for cue in read(region, Report("verdict", "cnr", text))]
    assert types[0] == "conviction"


def test_what_a_prosecutor_asks_for_is_no_conviction(region) -> None:
    asked = {
        "hbs": "Tužilaštvo je zatražilo 12 godina zatvora na početku suđenja u Pljevljima.",
        "sq": "Prokurori kërkoi 12 vjet burg në gjyqin në Korçë.",
        "mk": "Обвинителството побара 12 години затвор на судењето во Велес.",
        "en": "Prosecutors requested 12 years in prison at the trial in Nis.",
    }
    for language, text in asked.items():
        types = [cue.type for cue in read(region, Report("asked", language, text))]
        assert types[0] == "trial", language
        assert "conviction" not in types, language


def test_a_press_conference_is_no_policy(region) -> None:
    text = "Na konferenciji za novinare u Nišu policija je pokazala zaplenjeni amfetamin."
    assert "policy" not in [cue.type for cue in read(region, Report("press", "sr", text))]


def test_found_says_seized_only_beside_goods(region) -> None:
    beside = read(region, Report("goods", "en", "Police in Presevo found eight pistols and ammunition in a garage."))
    alone = read(region, Report("alone", "en", "Police in Presevo found the lost child in a garage."))
    assert beside[0].type == "seizure"
    assert beside[0].score > alone[0].score


def test_the_trigger_is_in_the_sentence_that_the_cue_names(region) -> None:
    report = Report("trigger", "sq", "Moti ishte i keq. Në Fier u arrestua një doganier për ryshfet.")
    prepared = prepare(region, report)
    cue = Events(region)(prepared)[0]
    assert cue.trigger is not None
    assert prepared.text[slice(*cue.trigger)] == "arrestua"
    assert prepared.sentences.at(cue.trigger[0]) == cue.sentence == 1


def test_a_text_without_acts_tells_no_event(region) -> None:
    assert read(region, Report("none", "mk", "Утре ќе биде сончево.")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Пуцано је на кафић у Блоку 45. Нико није ухапшен."),
        ("sr", "Zapaljen je restoran na keju. Uhapšenih za sada nema."),
        ("bs", "Inspektori su oduzeli 140 kubika bespravno posječene jele. Nema uhapšenih."),
        ("cnr", "Policija je zaplijenila cigarete u Baru, ali niko do sada nije uhapšen."),
        ("mk", "Цариниците запленија 40 килограми тутун. Уапсени нема."),
        ("mk", "Запален е ресторан во Тетово, нема уапсени."),
        ("sq", "Policia sekuestroi 300 bimë kanabis. Askush nuk është arrestuar."),
        ("sq", "U sekuestrua kokaina në port, por nuk ka të arrestuar."),
        ("en", "Customs seized 84 Roman coins in Pristina; nobody was arrested."),
        ("en", "Police seized the cigarettes without arrests."),
    ],
)
def test_an_arrest_that_did_not_happen_is_no_event(region, language: str, text: str) -> None:
    types = [cue.type for cue in read(region, Report("denied", language, text))]
    assert types
    assert "arrest" not in types


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Zapaljen restoran u Smederevu"),
        ("hr", "Nepoznate osobe zapalile su sinoć kafić u Mostaru."),
        ("mk", "Запален кафуле во Тетово"),
        ("sq", "Digjet lokali i biznesmenit në Vlorë"),
        ("en", "The restaurant of a witness was set on fire in Bar."),
    ],
)
def test_arson_is_an_attack(region, language: str, text: str) -> None:
    assert read(region, Report("arson", language, text))[0].type == "attack"
