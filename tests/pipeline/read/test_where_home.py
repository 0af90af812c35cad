"""Which country a text is of where it names no scene: how it is spelt, and what it names of others only in passing."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region) -> Asked:
    return Asked(region)


def country(ask: Asked, text: str, language: str = "hbs", **rest: str) -> str | None:
    place, _ = ask(text, language, **rest)
    return place.country if place else None


def test_what_is_spelt_as_in_one_country_alone_is_of_that_country(ask: Asked) -> None:
    text = "Optužena su dva trenera. Svedok je pre toga menjao iskaz, a presuda je doneta posle dve godine."
    assert country(ask, text, event="indictment", trigger="Optužena") == "RS"


def test_what_is_spelt_as_in_several_countries_is_of_none(ask: Asked) -> None:
    text = "Optužena su dva trenera. Svjedok je prije toga mijenjao iskaz, a presuda je donijeta poslije dvije godine."
    assert country(ask, text, event="indictment", trigger="Optužena") is None


def test_a_foreign_town_named_in_passing_is_not_the_scene_of_a_text_from_here(ask: Asked) -> None:
    text = "Uhapšena je trojica kopača. Dete i svedok su sve videli posle pola sata. Kupac je trgovac iz Minhena."
    assert country(ask, text, event="arrest", trigger="Uhapšena") == "RS"


@pytest.mark.parametrize(
    "text",
    [
        "Produžen je pritvor braći. Osumnjičeni su da su kroz mjenjačnice u Tuzli prali novac.",
        "Pod istragom je građevinac, osumnjičen da je kod Tuzle držao radnike bez plate.",
    ],
)
def test_a_clause_of_suspicion_tells_where_the_deed_was(ask: Asked, text: str) -> None:
    place, _ = ask(text, "hbs", event="investigation", trigger="osumnjičen" if "osumnjičen " in text else "Osumnjičeni")
    assert place is not None
    assert place.name == "Tuzla"


def test_a_prosecutor_from_abroad_does_not_move_the_trial(ask: Asked) -> None:
    text = "Krešimir R. dobio je u Mostaru tri godine zatvora. O dokazima je svjedočio državni odvjetnik iz Splita."
    assert country(ask, text, event="conviction", trigger="dobio") == "BA"


def test_words_that_are_everyday_words_are_no_places_at_the_head_of_a_sentence(ask: Asked) -> None:
    text = "Van with migrants stopped. Border police stopped it near Gradiška at dawn."
    assert country(ask, text, "en", event="interception", trigger="stopped") == "BA"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("hbs", "Na Zelengori je uhapšen otac sa sinom.", "Zelengora"),
        ("hbs", "U parku prirode kod Blidinja uhapšen je čuvar.", "Blidinje"),
        ("hbs", "Na Morači je uhapšen bagerista.", "Morača"),
        ("en", "Two diggers were arrested at Apollonia.", "Apolonia"),
    ],
)
def test_mountains_rivers_and_sites_are_places(ask: Asked, language: str, text: str, name: str) -> None:
    place, _ = ask(text, language, event="arrest")
    assert place is not None
    assert (place.name, place.precision) == (name, "region")
