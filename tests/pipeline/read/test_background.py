"""Background: sentences that retell are told from the news."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.background import Background
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


def background(region: Region, report: Report) -> list[str]:
    prepared = prepare(region, report)
    spans = prepared.sentences.spans
    return [prepared.text[slice(*spans[i])].strip() for i in sorted(Background(region)(prepared))]


@pytest.mark.parametrize(
    ("language", "news", "old"),
    [
        ("sr", "Policija je zaplenila 30 kilograma kokaina.", "Prošle godine na istom mestu nađeno je 12 kilograma."),
        ("hr", "Uhićen je ravnatelj tvrtke.", "Podsjećamo, protiv njega je već vođena istraga."),
        ("mk", "Полицијата заплени 30 килограми кокаин.", "Лани на исто место се најдени 12 килограми."),
        ("sq", "Policia sekuestroi 30 kg kokainë.", "Një vit më parë, në të njëjtin vend, u gjetën 12 kg."),
        ("en", "Police seized 30 kilograms of cocaine.", "Two years ago, 12 kilograms were found in the same place."),
    ],
)
def test_a_sentence_on_an_earlier_event_is_background(region, language: str, news: str, old: str) -> None:
    assert background(region, Report("old", language, f"{news} {old}")) == [old]


def test_an_old_year_makes_background_only_beside_a_newer_report(region) -> None:
    text = "Sud je osudio carinika. Optužen je da je mito uzimao 2017. na prelazu."
    assert background(region, Report("old", "sr", text, published="2021-05-04")) == [
        "Optužen je da je mito uzimao 2017. na prelazu."
    ]
    assert background(region, Report("new", "sr", text, published="2017-05-04")) == []


def test_the_title_and_the_lead_of_a_text_without_one_are_never_background(region) -> None:
    retold = "Prošle godine uhapšen je carinik."
    assert background(region, Report("lead", "sr", retold)) == []
    assert background(region, Report("title", "sr", "Danas počinje suđenje.", retold)) == []


def test_a_date_in_brackets_of_this_year_is_news(region) -> None:
    text = "Policija je izvršila racije. Deset osoba uhapšeno je u četvrtak 4. maja 2021. godine."
    assert background(region, Report("now", "bs", text, published="2021-05-05")) == []


def test_what_happened_last_night_is_news_whatever_year_it_names(region) -> None:
    text = "Muškarac za kojim se traga zbog ubistva 2021. godine uhapšen je sinoć u Bijeljini."
    report = Report("fresh", "bs", text, title="Uhapšen po potjernici", published="2024-02-22")
    assert not Background(region)(prepare(region, report))


def test_a_menu_line_is_background_and_the_next_sentence_the_lead(region) -> None:
    text = "Naslovnica | Crna hronika | 0 SHARES\nSinoć je u Gradačcu uhapšena i deseta osoba."
    report = Report("menu", "bs", text, title="Pao i deseti")
    prepared = prepare(region, report)
    assert Background(region)(prepared) == {1}
    assert Background(region).lead(prepared) == 2


def test_the_lead_is_the_first_sentence_below_the_title(region) -> None:
    report = Report("lead", "sr", "Prošle godine uhapšeni carinik osuđen je juče u Nišu.", title="Osuđen carinik")
    assert Background(region).lead(prepare(region, report)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Policia arrestoi dy persona. Ata dyshohen për shpërndarje të kokainës në qytet."),
        ("sr", "Policija je uhapsila dve osobe. To je potvrdio naš izvor blizak istrazi u ovom slučaju."),
    ],
)
def test_a_word_that_also_stands_on_share_buttons_makes_no_background(region, language: str, text: str) -> None:
    assert background(region, Report("word", language, text)) == []
