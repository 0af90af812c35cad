"""A place that a report names is called as the reader's language calls it."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from komshi.observatory.base.place_names import place_name
from komshi.observatory.base.wording import place_words


@pytest.mark.parametrize(
    ("name", "country", "language", "called"),
    [
        ("Durrës", "AL", "sq", "Durrës"),
        ("Durrës", "AL", "hr", "Drač"),
        ("Durrës", "AL", "sr-cyrl", "Драч"),
        ("Vranje", "RS", "sr-latn", "Vranje"),
        ("Vranje", "RS", "mk", "Врање"),
        ("Tamarë", "AL", "sq", "Tamarë"),
        ("Banovo brdo", "RS", "sr-cyrl", "Баново брдо"),
        ("Medaković", "RS", "mk", "Медаковиќ"),
        ("Nowhere Ynys", "AL", "mk", "Nowhere Ynys"),
        ("", "AL", "mk", ""),
    ],
)
def test_a_place_is_called_in_the_readers_language(name: str, country: str, language: str, called: str) -> None:
    with override(language):
        assert place_name(name, country) == called


def test_name_and_country_stand_in_one_alphabet() -> None:
    with override("mk"):
        assert place_words({"name": "Skopje", "country": "MK"}) == "Скопје, Северна Македонија"
        assert place_words({"name": "", "country": "MK"}) == "Северна Македонија"
