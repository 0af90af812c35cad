"""Scenes abroad that people or goods of the region only lead to, and words that only look like places."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region) -> Asked:
    return Asked(region)


@pytest.mark.parametrize(
    ("text", "event", "trigger", "expected"),
    [
        (
            "A coach from Bihac was stopped on the ring road of Salzburg with eleven hand grenades.",
            "seizure",
            "stopped",
            ("Salzburg", "AT"),
        ),
        (
            "Grow house in Athlone. An Albanian from Kukes was arrested in a house in Athlone.",
            "arrest",
            "arrested",
            ("Athlone", "IE"),
        ),
        (
            "A man from Loznica should go to prison, the prosecution told the court in 's-Hertogenbosch.",
            "trial",
            "told the court",
            ("'s-Hertogenbosch", "NL"),
        ),
        (
            "The trial of a man from Loznica began in Den Bosch on Monday.",
            "trial",
            "trial",
            ("'s-Hertogenbosch", "NL"),
        ),
        (
            "Bulgarian customs stop Serbian lorry with heroin. It was on its way to Serbia, at the Lesovo checkpoint.",
            "interception",
            "stop",
            ("Lesovo", "BG"),
        ),
    ],
)
def test_a_scene_abroad_is_found_beside_places_of_the_region(ask, text, event, trigger, expected) -> None:
    place, _ = ask(text, "en", trigger=trigger, event=event)
    assert place is not None
    assert (place.name, place.country) == expected


def test_who_is_wanted_by_a_state_is_not_handed_over_by_it(ask) -> None:
    text = (
        "Two Extradited from Dubai. Two men wanted by Italy over cocaine landed at Tirana airport, handed over by the "
        "authorities of the United Arab Emirates, after Italian police had read their messages."
    )
    place, _ = ask(text, "en", trigger="Extradited", event="extradition")
    assert place is not None
    assert place.country == "AE"


@pytest.mark.parametrize(
    "text",
    [
        "Kosovo National Sentenced to 87 Months. A Kosovo national was sentenced today in Newark.",
        "A Kosovo citizen was sentenced today in Newark.",
    ],
)
def test_whose_citizen_somebody_is_tells_no_scene(ask, text) -> None:
    place, _ = ask(text, "en", trigger="entenced", event="conviction")
    assert place is not None
    assert place.country == "US"


def test_the_police_of_a_country_still_speak_for_it(ask) -> None:
    place, _ = ask("Kosovo national police arrested three men on Friday.", "en", trigger="arrested", event="arrest")
    assert place is not None
    assert place.country == "XK"


def test_a_quoted_word_before_a_comma_belongs_to_no_court(ask) -> None:
    text = (
        "Пред судскиот совет во Скопје почна судењето за мито. Адвокатот го нарече „лажичка“, но судијата ја опомена."
    )
    place, _ = ask(text, "mk", trigger="судењето", event="trial")
    assert place is not None
    assert place.name == "Skopje"


def test_a_town_is_meant_where_nothing_speaks_for_the_country_of_the_region_of_its_name(ask) -> None:
    text = "Ministria e Punëve të Brendshme e Maqedonisë së Veriut njoftoi se në Dibër u arrestuan pesë persona."
    place, _ = ask(text, "sq", trigger="arrestuan", event="arrest")
    assert place is not None
    assert (place.name, place.country) == ("Debar", "MK")


def test_a_forest_is_no_town(ask) -> None:
    place, _ = ask("Forest police were arrested in Gostivar on Monday.", "en", trigger="arrested", event="arrest")
    assert place is not None
    assert place.name == "Gostivar"
