"""Names of firms and towns are nobody's, and keep no accusation from the person behind them."""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.types import Article

READER = Reader(regions.load())


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Police in Bar arrested the owner of the car dealer Auto Zeta Plus, Nebojša Ćetković, over a bribe.", 1),
        ("sr", "U Nišu je zbog primanja mita uhapšen vlasnik firme Nikolić Trans, Nebojša Ćetković.", 1),
        ("bs", "U Tuzli je uhapšen direktor preduzeća Hidro Gradnja Tešanj, Nebojša Ćetković, zbog primanja mita.", 1),
        ("sq", "Në Durrës u arrestua për ryshfet pronari i firmës Alba Beton, Artan Gjoka.", 1),
        ("mk", "Во Битола поради поткуп е уапсен сопственикот на фирмата Делта Градба, Ставре Петров.", 1),
        ("sr", "U Nišu je zbog primanja mita uhapšen vlasnik firme Nebojša Ćetković.", 1),
    ],
)
def test_the_name_of_a_firm_is_no_person(language: str, text: str, person: int) -> None:
    read = READER.read(Article(id="x", text=text, language=language, published="2026-05-10"))
    names = [actor.name for actor in read.events[0].actors]
    assert len(names) == person
    assert names[0].split()[-1] in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bs", "SIPA je uhapsila jedanaest osoba. U objektu kod Hadžića pronađena je laboratorija za amfetamin."),
        ("mk", "Цариниците запленија цигари. Минатиот мај на Деве Баир беа уапсени тројца цариници за мито."),
    ],
)
def test_a_town_is_accused_of_nothing(language: str, text: str) -> None:
    read = READER.read(Article(id="x", text=text, language=language, published="2026-05-10"))
    assert not read.events[0].actors


def test_a_surname_that_somebody_has_stays_behind_what_stands_before_towns() -> None:
    text = "U Baru je uhapšen Marko Perić (33). Kod Perića su pronađena dva kilograma kokaina i pištolj."
    read = READER.read(Article(id="x", text=text, language="cnr", published="2026-05-10"))
    assert [(actor.name, actor.role) for actor in read.events[0].actors] == [("Marko Perić", "suspect")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Osuđen je bivši načelnik katastra u Čačku Velibor Jakšić (58) na tri godine zbog mita.", "Velibor Jakšić"),
        ("Optužen je zbog mita bivši načelnik Ilijaša Fahrudin Šehovac (60).", "Fahrudin Šehovac"),
    ],
)
def test_the_town_before_a_name_is_none_of_it(text: str, name: str) -> None:
    read = READER.read(Article(id="x", text=text, language="bs", published="2026-05-10"))
    assert [actor.name for actor in read.events[0].actors] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "U Nišu je zbog kokaina uhapšen Rade Pavkov, poznat i kao Jovan Perić.", "Rade Pavkov"),
        ("mk", "Полицијата во Битола го бара Раде Павков, познат и како Јован Перов, поради кокаин.", "Раде Павков"),
        ("sq", "Policia në Durrës kërkon Besnik Hotin, i njohur edhe si Artan Gjoka, për kokainë.", "Besnik Hoti"),
        ("en", "Police in Bar are looking for Rade Pavkov, also known as Jovan Peric, over cocaine.", "Rade Pavkov"),
        (
            "en",
            "Police in Bar say that Rade Pavkov was arrested over cocaine in the United Arab Emirates.",
            "Rade Pavkov",
        ),
    ],
)
def test_another_name_and_a_country_are_no_second_person(language: str, text: str, name: str) -> None:
    read = READER.read(Article(id="x", text=text, language=language, published="2026-05-10"))
    assert [actor.name for actor in read.events[0].actors] == [name]
