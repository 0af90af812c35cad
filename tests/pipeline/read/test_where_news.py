"""A report tells first where it happened: title and lead, the officers and firms of a place, unknown villages."""

from __future__ import annotations

import pytest

from komshi.pipeline.region import Region
from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region: Region) -> Asked:
    return Asked(region)


def name(ask: Asked, text: str, trigger: str, event: str = "seizure", language: str = "hbs") -> str | None:
    place, _ = ask(text, language, trigger=trigger, event=event)
    return place.name if place else None


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        (
            "hbs",
            "Džipovi nađeni u Dvorovima. Privedena su petorica. Šesti je u Šapcu. Policija je oduzela alat.",
            "oduzela",
            "Dvorovi",
        ),
        (
            "en",
            "Lorry stopped at Gradina. It smelled bad. The firm denies it. Loads seized earlier were found near Bor.",
            "seized",
            "Gradina",
        ),
    ],
)
def test_title_and_lead_say_where_it_happened_whatever_a_late_sentence_retells(
    ask, language, text, trigger, expected
) -> None:
    assert name(ask, text, trigger, "interception", language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Računovođa fabrike nameštaja iz Gradačca prevarena je za 160.000 evra.", "Gradačac"),
        ("Carinik sa Gradiške priznao je da je uzimao mito.", "Gradiška"),
        ("Uhapšen pomoćnik gradonačelnika Kikinde Pera Perić zbog mita.", "Kikinda"),
    ],
)
def test_firms_and_officers_are_at_work_in_the_place_that_they_are_from(ask, text, expected) -> None:
    assert name(ask, text, text.split()[0], "arrest") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tekst o zgradama na budvanskom Prijepolju donio je novinaru prijetnje.", "Budva"),
        ("U trebinjskom naselju Brezovica nađeno je oružje.", "Trebinje"),
        ("Pančevačko naselje Zlatar odjeknulo je od pucnjave.", "Pančevo"),
    ],
)
def test_a_quarter_that_the_gazetteer_knows_elsewhere_lies_in_the_town_of_its_adjective(ask, text, expected) -> None:
    assert name(ask, text, text.split()[-2], "attack") == expected


def test_a_letter_with_a_mark_is_not_the_plain_one(ask) -> None:
    place, _ = ask("Šljunak je vađen u Mitrovićima, gde je zatečena i mehanizacija.", "hbs", trigger="zatečena")
    assert place is None or place.country != "XK"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hbs", "Za kojim se traga zbog ubistva u Nikšiću, uhapšen je u Istanbulu.", "TR"),
        ("en", "A man wanted for murder in Budva was detained at Istanbul airport.", "TR"),
        ("en", "A wanted Serb was caught in Vienna.", "AT"),
    ],
)
def test_where_somebody_is_wanted_is_not_where_he_was_caught(ask, language, text, expected) -> None:
    trigger = next(word for word in ("uhapšen", "detained", "caught") if word in text)
    place, _ = ask(text, language, trigger=trigger, event="arrest")
    assert place is not None
    assert place.country == expected


def test_citizens_of_a_far_country_do_not_say_where_it_happened(ask) -> None:
    place, _ = ask("Vozač, državljanin Turske, zadržan je sa migrantima iz Avganistana.", "hbs", trigger="zadržan")
    assert place is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Bomba je bačena u Donjem Štoju.", "Štoj"), ("Oružje je nađeno kod Donjeg Štoja.", "Štoj")],
)
def test_soft_adjectives_in_names_are_declined(ask, text, expected) -> None:
    assert name(ask, text, text.split()[-3], "attack") == expected
