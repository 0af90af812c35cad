"""Headlines that write every word with a capital name nobody whom the text below does not know."""

from __future__ import annotations

import pytest

from komshi.pipeline.types import Article
from tests.pipeline.read.test_live_pages import READER

BODY = (
    "The Court of Bosnia and Herzegovina sentenced the former intelligence chief Osman Mehmedic to three years in "
    "prison for taking bribes from a drug gang. His deputy was acquitted on Monday."
)


def names(title: str, body: str = BODY) -> set[str]:
    reading = READER.read(Article("one", body, title, language="en", published="2026-11-20"))
    return {actor.name for event in reading.events for actor in event.actors if actor.kind == "person"}


@pytest.mark.parametrize(
    "title",
    [
        "Ex-Intelligence Chief Gets Prison, His Deputy Walks Free",
        "Bosnian Journalist Quoted Before Bribery Verdict Against Spy Chief",
        "Sarajevo Mayor Outraged After Bribery Verdict Against Spy Chief",
    ],
)
def test_a_word_of_a_headline_is_nobody(title: str) -> None:
    assert names(title) == {"Osman Mehmedic"}


def test_a_name_of_a_headline_that_the_text_says_again_is_somebody() -> None:
    assert names("Former Spy Chief Mehmedic Gets Prison Over Bribery") == {"Osman Mehmedic"}


def test_a_name_in_an_ordinary_headline_needs_not_be_said_again() -> None:
    body = "He was arrested in Bar on Monday on suspicion of smuggling 20 kilograms of cocaine, police said."
    assert "Goran Petrovic" in names("Police in Bar arrest the suspected smuggler Goran Petrovic", body)
