"""The languages of the pages: which, how each is called in itself, and what a browser has to ask for to get it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

LOCALE = Path(__file__).resolve().parent.parent / "locale"


@dataclass(frozen=True)
class PageLanguage:
    """One language of the pages. `base` is the code of the language that it is made from, if it is."""

    code: str
    name: str
    cldr: str
    base: str | None = None
    cyrillic: bool = False

    @property
    def folder(self) -> Path:
        """Where its catalogues lie: Django's name for the locale (`sr_Latn`)."""
        language, _dash, script = self.code.partition("-")
        return LOCALE / (f"{language}_{script.capitalize()}" if script else language) / "LC_MESSAGES"


@cache
def tables() -> Mapping[str, Mapping[str, object]]:
    """What locale/languages.toml says."""
    return tomllib.loads((LOCALE / "languages.toml").read_text(encoding="utf-8"))


@cache
def languages() -> Mapping[str, PageLanguage]:
    """The languages by code (`sr-latn`), in the order of the language menu."""
    return {code: PageLanguage(code, **fields) for code, fields in tables()["languages"].items()}  # type: ignore[arg-type]


@cache
def locale_of(code: str | None) -> Locale:
    """What Babel knows of a language of the pages; English for one that is none."""
    from babel import Locale  # noqa: PLC0415 - the settings need this module and no Babel

    found = languages().get(code or "en") or languages()["en"]
    return Locale.parse(found.cldr)


def register_languages() -> list[tuple[str, str]]:
    """Make the languages known to Django, and return them for its setting LANGUAGES.

    Django has no entry for some of them, and sends a browser that asks for `sr` to whichever variety comes first.
    """
    from django.conf.locale import LANG_INFO  # noqa: PLC0415 - the catalogues are compiled without Django

    for language in languages().values():
        known = {"bidi": False, "code": language.code, "name": language.name, "name_local": language.name}
        LANG_INFO.setdefault(language.code, known)
    for asked, given in tables()["asked"].items():
        LANG_INFO[asked] = {**LANG_INFO.get(asked, {}), "fallback": [given]}
    return [(language.code, language.name) for language in languages().values()]
