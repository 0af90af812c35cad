"""Outlets: by name, by address, or the country that an address ends in."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.outlets import Outlets
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article


@pytest.fixture(scope="module")
def outlets(region: Region) -> Outlets:
    return Outlets(region)


def article(outlet: str | None = None, url: str | None = None) -> Article:
    return Article("a", "text", outlet=outlet, url=url)


@pytest.mark.parametrize(
    ("outlet", "url", "country", "language"),
    [
        ("Koha.net", None, "XK", "sq"),
        ("KOHA DITORE", None, "XK", "sq"),
        ("Вечерње новости", None, "RS", "sr"),
        (None, "https://www.klix.ba/vijesti/crna-hronika/1", "BA", "bs"),
        (None, "https://rs.n1info.rs/vesti/", "RS", "sr"),
        (None, "//user@portal.vijesti.me:443/clanak", "ME", "cnr"),
        (None, "http://www.nepoznat-portal.rs/vest", "RS", "sr"),
        ("Sasvim nepoznat", "https://nepoznat.mk/1", "MK", None),
        ("Gradski.me", None, "ME", "cnr"),
    ],
)
def test_an_outlet_is_known_by_name_or_address(outlets, outlet, url, country: str, language: str | None) -> None:
    found = outlets(article(outlet, url))
    assert found is not None
    assert (found.country, found.language) == (country, language)


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        (None, None),
        ("Sasvim nepoznat", None),
        (None, "https://example.com/a"),
        (None, "not an address"),
        ("", "http://"),
    ],
)
def test_nothing_is_guessed_of_an_unknown_outlet(outlets, outlet, url) -> None:
    assert outlets(article(outlet, url)) is None


def test_the_name_wins_over_the_address(outlets) -> None:
    found = outlets(article("Danas", "https://prenosi.me/danas"))
    assert found is not None
    assert found.country == "RS"
