"""One language from another: letter by letter or word by word, and nothing that is not a word."""

from __future__ import annotations

import pytest

from komshi.observatory.base import catalogues
from komshi.observatory.base.catalogues import in_cyrillic, in_words_of


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Njegov ključ, džep i NJIVA", "Његов кључ, џеп и ЊИВА"),
        ("injekcija, konjunktura, nadživeti", "инјекција, конјунктура, надживети"),
        ("%(n)s događaja, %d znakova, {number}", "%(n)s догађаја, %d знакова, {number}"),
        ('<a href="%(url)s">Mapa</a>&nbsp;ovde', '<a href="%(url)s">Мапа</a>&nbsp;овде'),
        ("Komshi čita CSV i .jsonl sa https://primer.rs/put", "Komshi чита CSV и .jsonl са https://primer.rs/put"),
        ("Pišite na ime@primer.rs", "Пишите на ime@primer.rs"),
    ],
)
def test_another_alphabet_changes_words_and_nothing_else(latin: str, cyrillic: str) -> None:
    assert in_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(
    ("code", "base", "own"),
    [
        ("cnr", "Gde je mesto?", "Gdje je mjesto?"),
        ("bs", "OPŠTINA i Opština", "OPĆINA i Općina"),
        ("hr", "Šta je tačno: %(sta)s", "Što je točno: %(sta)s"),
        ("hr", "<strong>Ko</strong> zna", "<strong>Tko</strong> zna"),
        ("cnr", "rečenica i reč", "rečenica i riječ"),
        ("bs", "posle promene", "poslije promjene"),
        ("cnr", "Ništa što je isto.", "Ništa što je isto."),
    ],
)
def test_a_neighbouring_language_changes_the_words_that_differ(code: str, base: str, own: str) -> None:
    assert in_words_of(base, code=code) == own


def test_what_a_language_says_itself_goes_before_what_is_made_for_it() -> None:
    whole = catalogues.effective("hr")
    for message in catalogues.read(catalogues.languages()["hr"].folder / "framework.po"):
        if message.id:
            assert whole.get(message.id, context=message.context).string == message.string


def test_the_codes_of_a_date_stay_codes() -> None:
    assert catalogues.effective("sr-cyrl").get("j F Y", context="date format").string == "j. E Y."
