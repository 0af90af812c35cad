"""Counts: those told by several words of one sentence, and verbs of the news beside an old time."""

from __future__ import annotations

import pytest

from komshi.pipeline.types import Actor
from tests.pipeline.read.reports import Report, focus_of, prepare
from tests.pipeline.read.test_counts_company import COUNTS, arrested, arrested_among


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested five people, two of whom are women, over a brothel in Tuzla."),
        ("sr", "Policija je uhapsila pet osoba, dve od kojih su žene, zbog bordela u Tuzli."),
        ("mk", "Полицијата уапси пет лица, две од кои се жени, поради бордел во Битола."),
        ("sq", "Policia ka arrestuar pesë persona, dy prej të cilëve gra, për një lokal në Tuz."),
    ],
)
def test_some_of_those_counted_are_not_counted_twice(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Marko Perić and Jovan Lukić were arrested together with six employees."),
        ("sr", "Marko Perić i Jovan Lukić uhapšeni su zajedno sa šestoro zaposlenih."),
        ("mk", "Марко Петров и Јован Илиев се приведени заедно со шест вработени."),
        ("sq", "Agim Hoxha dhe Besnik Leka u arrestuan së bashku me gjashtë punonjës."),
    ],
)
def test_a_number_caught_with_those_named_is_added(region, language: str, text: str) -> None:
    names = [name for name in _NAMES if name in text]
    assert arrested_among(region, language, text, *names) == 8


_NAMES = ["Marko Perić", "Jovan Lukić", "Марко Петров", "Јован Илиев", "Agim Hoxha", "Besnik Leka"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Perić, the only one of the three still held, kept silent before the court in Novi Sad."),
        ("sr", "Od trojice na klupi samo je Perić u pritvoru, a suđenje u Novom Sadu teče dalje."),
    ],
)
def test_only_one_of_several_is_one(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 12 suspects only three were arrested in Bar."),
        ("sr", "Od 12 osumnjičenih u Baru su uhapšena samo trojica."),
    ],
)
def test_only_some_of_several_are_as_many_as_the_text_says(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plot was sold twice. Lukić and Morina, caught at the start of the month, remain in detention."),
        ("sr", "Plac je prodat dva puta. Sekretar i geometar su u spuškom pritvoru."),
    ],
)
def test_two_told_by_one_word_each_are_two(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A van was stopped in Bar. The driver, Marko Perić, born in 1981 in Nikšić, was arrested."),
        ("sq", "Në makinë u gjet drogë. Agim Hoxha, i dënuar në Austri më 2009 për trafik, u arrestua."),
    ],
)
def test_an_old_time_in_what_is_said_of_a_person_leaves_the_arrest_news(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two men were arrested in Bar. In 2019, at the same crossing, five couriers were arrested."),
        ("sr", "Dvojica su uhapšena u Baru. Prošle godine, na istom prelazu, uhapšeno je pet kurira."),
    ],
)
def test_an_arrest_of_other_years_is_not_counted(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 2


def test_semicolons_part_the_names_of_one_list(region) -> None:
    text = "Arrested were A.B. (33), a mechanic; the clerk Marko Perić (55); and the trader Jovan Lukić, from Bar."
    assert arrested_among(region, "en", text, "A.B.", "Marko Perić", "Jovan Lukić") == 3


def test_a_part_of_the_body_is_no_arrest(region) -> None:
    assert arrested(region, "en", "The journalist has a broken collarbone and six stitches in his head.") is None


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "Marko Perić went on trial in Bar on Monday. With him Jovan Lukić answers for the loans.",
            ("Marko Perić", "Jovan Lukić"),
        ),
        (
            "sr",
            "Počelo je suđenje Marku Periću u Baru. Optužen je za zajmove; tu je i Jovan Lukić.",
            ("Marku Periću", "Jovan Lukić"),
        ),
        (  # two that are counted are often some of those who are named
            "en",
            "Marko Perić went on trial in Bar. Two of his men, Jovan Lukić and Petar Vuk, are charged with the loans.",
            ("Marko Perić", "Jovan Lukić", "Petar Vuk"),
        ),
    ],
)
def test_those_named_as_charged_are_counted_where_words_count_fewer(
    region, language: str, text: str, names: tuple[str, ...]
) -> None:
    prepared = prepare(region, Report("told", language, text, None, published="2024-03-15"))
    actors = tuple(
        Actor(name, "charged", evidence=((text.index(name), text.index(name) + len(name)),)) for name in names
    )
    counts, _ = COUNTS(prepared, focus_of(region, prepared), actors)
    assert counts["charged"] == len(names)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Police stopped a van near Kumanovo and arrested its driver. He was carrying 18 migrants. A "
                "spokeswoman recalled that since January 97 smugglers have been arrested in the area."
            ),
        ),
        (
            "hr",
            (
                "Policija je kod Maljevca zaustavila kombi i uhitila vozača. Prevozio je 18 migranata. "
                "Glasnogovornica je napomenula da je ove godine na tom području zbog krijumčarenja uhićeno 97 osoba."
            ),
        ),
        (
            "mk",
            (
                "Полицијата кај Куманово запре комбе и го приведе возачот. Превезувал 18 мигранти. "
                "Портпаролката потсети дека од почетокот на годината на ова подрачје се уапсени 97 лица."
            ),
        ),
        (
            "sq",
            (
                "Policia ndali një furgon pranë Kumanovës dhe arrestoi shoferin. Ai transportonte 18 migrantë. "
                "Zëdhënësja kujtoi se këtë vit në këtë rajon janë arrestuar 97 persona."
            ),
        ),
    ],
)
def test_how_many_were_caught_since_the_year_began_is_not_the_news(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 1


def test_a_running_total_is_told_where_there_is_no_other_number(region) -> None:
    text = (
        "Policija u Karlovcu objavila je podatke o krijumčarenju. Govorili su o ruti preko Une. Ove godine zbog "
        "krijumčarenja ljudi uhićeno je 97 osoba."
    )
    assert arrested(region, "hr", text) == 97


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("mk", "Обвинителството во Делчево обвини седум лица за измама со субвенции, меѓу нив М.П.", 7),
        ("mk", "Седум лица ќе се бранат од обвиненија за поткуп.", 7),
        ("en", "The prosecution in Tirana asked the court on Monday to try four people over a rigged tender.", 4),
    ],
)
def test_whom_the_prosecution_accuses_is_charged(region, language: str, text: str, number: int) -> None:
    prepared = prepare(region, Report("accuses", language, text, None, published="2024-03-15"))
    counts, _ = COUNTS(prepared, focus_of(region, prepared), ())
    assert counts["charged"] == number
