"""Where the news happened is not where the offices, societies and papers that speak of it have their seat."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


def scene(reader: Reader, language: str, text: str, title: str | None = None) -> tuple[str, str | None] | None:
    reading = reader.read(Article("r", text, title, language=language, published="2026-10-08"))
    assert reading.relevant, reading.relevance
    place = reading.events[0].place
    return (place.name, place.country) if place else None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "sq",
            (
                "Rreth 14 tonë mbetje kimike janë gjetur të hënën në brigjet e lumit, pranë Tërgovishtit. "
                "Fuçitë ishin pa shenja. Prokuroria në Vranjë ka hapur hetim për ndotje të mjedisit."
            ),
            ("Trgovište", "RS"),
        ),
        (
            "sr",
            (
                "Riječ je o osam tona opasnog otpada, nađenog u ponedeljak kod Trgovišta. Tužilaštvo u Vranju "
                "otvorilo je predmet i vodi istragu."
            ),
            ("Trgovište", "RS"),
        ),
        (
            "mk",
            (
                "Полицијата пронајде дванаесет пушки кај Кратово. Обвинителството во Куманово отвори истрага "
                "за трговија со оружје."
            ),
            ("Kratovo", "MK"),
        ),
        (
            "bs",
            (
                "Kod Kalesije je nađeno sedam tona opasnog otpada. U Tuzli kažu da je tužilaštvo formiralo "
                "predmet i otvorilo istragu."
            ),
            ("Kalesija", "BA"),
        ),
        (
            "en",
            (
                "Inspectors found seven tonnes of chemical waste near Kalesija. The prosecution in Tuzla has "
                "opened an inquiry into the dumping."
            ),
            ("Kalesija", "BA"),
        ),
    ],
)
def test_the_seat_of_the_prosecution_is_not_the_scene(reader: Reader, language, text, expected) -> None:
    assert scene(reader, language, text) == expected


def test_where_nothing_else_is_named_the_seat_of_the_prosecution_is_the_best_guess(reader: Reader) -> None:
    text = "Tužilaštvo u Nišu otvorilo je istragu protiv dvojice carinika zbog primanja mita."
    assert scene(reader, "sr", text) == ("Niš", "RS")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "mk",
            (
                "Отровен отпад е најден кај Кратово. „Реката не покажува пасош“, вели членка на здружението "
                "„Куманово без граници“, кое бара истрага."
            ),
            ("Kratovo", "MK"),
        ),
        (
            "sq",
            ("Mbetje toksike u gjetën pranë Tërgovishtit. Mjeku foli për “Kufirin Sot” dhe kërkoi hetim."),
            ("Trgovište", "RS"),
        ),
        ("sr", "U akciji „Trebević“ policija je u Zvorniku zaplenila 12 kilograma heroina.", ("Zvornik", "BA")),
        ("bs", "Ispred kafića „Budva“ u Zvorniku policija je zaplijenila dva kilograma heroina.", ("Zvornik", "BA")),
    ],
)
def test_names_in_quotes_are_no_places(reader: Reader, language, text, expected) -> None:
    assert scene(reader, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "title", "expected"),
    [
        (
            "mk",
            (
                "БИТОЛА – Двајца членови на комисијата се осомничени за мито при набавката на апарат за "
                "битолската болница."
            ),
            "Двајца осомничени за мито, пациентите патуваат во Скопје",
            ("Bitola", "MK"),
        ),
        (
            "sq",
            "Policia e Elbasanit arrestoi dy zyrtarë të spitalit për ryshfet.",
            "Dy të arrestuar për ryshfet, pacientët udhëtojnë në Tiranë",
            ("Elbasan", "AL"),
        ),
    ],
)
def test_where_people_go_is_not_the_scene(reader: Reader, language, text, title, expected) -> None:
    assert scene(reader, language, text, title) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "sq",
            "Policia sekuestroi në Rozhajë 90 metra kub dru të prerë ilegalisht, në kufi mes Rozhajës e Pejës.",
            ("Rožaje", "ME"),
        ),
        ("sq", "Mbetje toksike u gjetën në tri pika poshtë Tërgovishtit.", ("Trgovište", "RS")),
        (
            "sr",
            "Osam tona opasnog otpada nađeno je nizvodno od Trgovišta, dvadesetak kilometara od granice.",
            ("Trgovište", "RS"),
        ),
        ("en", "Police seized 90 tonnes of toxic waste on the Drina river near Zvornik.", ("Zvornik", "BA")),
        (
            "en",
            ("A reporter was threatened in Peja after a story on illegal gravel digging on the Lumbardh river."),
            ("Pejë", "XK"),
        ),
        (
            "sr",
            (
                "СТАРО НАГОРИЧАНЕ – На обали су нађена сина бурад и осам тона опасног отпада. Тужилаштво у "
                "Куманову отворило је истрагу."
            ),
            ("Старо Нагоричане", "MK"),
        ),
    ],
)
def test_borders_rivers_and_distances_lead_to_the_scene(reader: Reader, language, text, expected) -> None:
    assert scene(reader, language, text) == expected
