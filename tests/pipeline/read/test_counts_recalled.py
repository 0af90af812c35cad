"""Counts of the arrested: those whom a court report recalls, and those of several towns and peoples."""

from __future__ import annotations

import pytest

from komshi.pipeline.types import Article
from tests.pipeline.read.test_counts_company import arrested
from tests.pipeline.read.test_live_pages import READER

_HARBOUR = (
    "Former harbour master Dragomir Veljić and two customs officers, Petko Šunjar and Rade Vukmanj, spent Tuesday "
    "night in a cell in Podgorica. They are suspected of letting containers of cigarettes out of the port of Bar.\n\n"
    "A court convicted a member of the same group in 2021."
)


def read(language: str, text: str, title: str | None = None) -> list[int | None]:
    reading = READER.read(Article("one", text, title, language=language, published="2026-11-12"))
    return [event.counts["arrested"] for event in reading.events]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("bs", "Policija je lišila slobode dvojicu Barana, trojicu Ulcinjana i jednog Podgoričanina.", 6),
        ("sr", "Uhapšeno je šest državljana Avganistana, kao i mesni taksista.", 7),
        ("mk", "Петмина осомничени се уапсени во Драч, а уште двајца во Скопје.", 7),
        ("mk", "Полицијата го уапси Арсен Симов (47), а неговиот брат Благој Симов (44) е во бегство.", 1),
    ],
)
def test_lists_of_towns_and_peoples_add_up(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_two_who_open_a_title_may_be_many() -> None:
    text = "Dvanaest osoba uhapšeno je juče zbog mita. Među njima je deset carinika, te dvojica špeditera iz Trgovišta."
    assert 12 in read("sr", text, "Carinici i špediter uhapšeni na Prohoru: sumnja se na mito")


def test_a_name_before_an_and_is_nobody_more() -> None:
    text = (
        "Janë arrestuar pronari Qemail Hyseni (1971), kamerieri F.B. dhe një shtetase e Moldavisë me inicialet O.R. "
        "për trafikim me njerëz. Gjyqtari la në paraburgim Hysenin dhe shtetasen moldave."
    )
    assert 3 in read("sq", text, "Trafikim me njerëz në Ferizaj: arrestohen tre, katër viktima të strehuara")


COURT = {
    "sr": "Specijalni sud u Beogradu drži ročište protiv grupe optužene za trgovinu kokainom. Okrivljeni će se "
    "izjasniti. Istraga je otvorena 12. maja prošle godine; tada je lišeno slobode 14 ljudi.",
    "en": "A court in Skopje sentenced the ex-spy chief Goran Petrevski to 18 months in prison for bribery. "
    "Petrevski and another ex-official were arrested in Greece last month under an Interpol warrant.",
}


@pytest.mark.parametrize(("language", "number"), [("sr", 14), ("en", 2)])
def test_a_court_report_recalls_how_many_were_arrested(language: str, number: int) -> None:
    assert number in read(language, COURT[language])


def test_that_one_was_arrested_years_ago_is_no_number_of_a_trial() -> None:
    text = (
        "Sud u Podgorici počeo je suđenje Marku Kraljiću za šverc kokaina. Optužnica je potvrđena u martu. "
        "On je uhapšen 2021. godine u Baru."
    )
    assert read("cnr", text)[0] is None


@pytest.mark.parametrize(
    ("language", "title", "text", "number"),
    [
        (
            "en",
            "Montenegro arrests former harbour master, 2 others in cigarette smuggling",
            _HARBOUR,
            3,
        ),
        (
            "mk",
            "Градоначалникот на Вевчани на сослушување, напладне во притвор",
            """Редзо Муртезовски, кој ја води општината од 2021 година, вчера е лишен од слобода под сомнение дека за
градежна дозвола побарал стан.""",
            1,
        ),
    ],
)
def test_where_an_arrest_is_the_news_the_named_suspects_are_the_arrested(language, title, text, number) -> None:
    assert read(language, text, title)[0] == number


def test_whoever_is_named_counts_where_a_number_beside_the_verb_is_of_something_else() -> None:
    text = (
        "The court in Zenica has approved one month in custody for Adnan Hrustanić, director of the waste company "
        "Eko-Plast, and for his foreman Mesud Spahanić. About 340 tonnes of hospital waste had been buried in Kakanj."
    )
    assert read("en", text, "Medical waste under the motorway: director detained for a month")[0] == 2
