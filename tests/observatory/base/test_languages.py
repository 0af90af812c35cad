"""Eight languages, each named in itself, and found by what browsers ask for."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation.trans_real import get_supported_language_variant

from komshi.observatory.base.languages import languages, locale_of


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("sr", "sr-cyrl"), ("sr-RS", "sr-cyrl"), ("sr-BA", "sr-cyrl"), ("sr-ME", "sr-latn"),
        ("sr-Latn", "sr-latn"), ("sr-Latn-RS", "sr-latn"), ("sr-Cyrl-BA", "sr-cyrl"), ("sh", "sr-latn"),
        ("hr-HR", "hr"), ("hr-BA", "hr"), ("bs-BA", "bs"), ("bs-Latn-BA", "bs"), ("cnr", "cnr"), ("cnr-ME", "cnr"),
        ("me", "cnr"), ("sq-AL", "sq"), ("sq-XK", "sq"), ("mk-MK", "mk"), ("en", "en"), ("en-GB", "en"),
    ],
)  # fmt: skip
def test_a_browser_gets_the_language_that_it_asks_for(asked: str, given: str) -> None:
    assert get_supported_language_variant(asked.lower()) == given


def test_the_menu_has_eight_languages_each_named_in_itself() -> None:
    names = dict(settings.LANGUAGES)
    assert list(names) == ["sq", "mk", "bs", "hr", "cnr", "sr-latn", "sr-cyrl", "en"]
    assert len(set(names.values())) == len(names)
    assert all(get_language_info(code)["bidi"] is False for code in names)


@pytest.mark.parametrize("code", [*languages(), "xx", None])
def test_babel_knows_every_language_of_the_pages(code: str | None) -> None:
    assert locale_of(code).languages["sq"]
