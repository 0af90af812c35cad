"""What the law of each country of the region lets people do: whom to call, how to report, ask and object.

The data stand with the region (`law/`): facts with a source and the day on which somebody looked, never advice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from komshi.observatory.base.region import current_region
from komshi.pipeline.deadlines import NO_DAYS_OFF, DaysOff, days_off_of
from komshi.pipeline.text.cyrillic import to_cyrillic

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

REPORT, ASK, COMPLAIN, OBJECT = "criminal_report", "foi_request", "foi_complaint", "objection"
PATHS = (REPORT, ASK, COMPLAIN, OBJECT)
NEXT = {ASK: COMPLAIN, REPORT: OBJECT}
"""What can be done about an answer, or about none."""


@dataclass(frozen=True)
class Name:
    """A proper name, and the language that it is written in."""

    text: str
    language: str


@dataclass(frozen=True)
class Call:
    """Whom to call or write to. `kind` says for what: emergency, police, prosecution, information, ombudsman, ..."""

    kind: str
    basis: str
    seen: date
    institution: str = ""
    phone: str = ""
    url: str = ""
    source: str = ""


@dataclass(frozen=True)
class Rule:
    """One thing that people can do by law. None and empty mean: not known to us; `doubts` are fields not settled.

    `within_*`: how long the person may take; `answer_*`: how long the office may. Kinds of days: calendar, working.
    """

    action: str
    law: Mapping[str, str]
    basis: str
    seen: date
    check: str
    who: str = ""
    article: str = ""
    bodies: tuple[str, ...] = ()
    to_court: bool = False
    ways: tuple[str, ...] = ()
    anonymous: str = ""
    no_reason: bool = False
    several_laws: bool = False
    highest_to_court: bool = False
    on_silence: bool = False
    within_days: int | None = None
    within_kind: str = ""
    older_days: int | None = None
    untold_months: int | None = None
    answer_days: int | None = None
    answer_kind: str = ""
    longer_days: int | None = None
    longer_when: str = ""
    urgent_hours: int | None = None
    since: date | None = None
    until: date | None = None
    doubts: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class CountryLaw:
    """What is known of one country."""

    country: str
    calls: tuple[Call, ...]
    rules: tuple[Rule, ...]
    data_protection: str = ""
    days_off: DaysOff = field(default=NO_DAYS_OFF)

    def rule(self, action: str, *, on: date) -> Rule | None:
        """The rule that holds for what is done on that day; None where we know of none."""
        for rule in self.rules:
            if rule.action == action and (rule.since or on) <= on <= (rule.until or on):
                return rule
        return None


def country_law(country: str) -> CountryLaw | None:
    """The law of one country of the region; None for every other."""
    return _laws().get(country)


def institution_ids(country: str) -> list[str]:
    """Institutions of a country that have a name to show, in the order of the data."""
    known = current_region().files.get("institutions", {})
    return [one for one in current_region().law.get("names", {}) if known.get(one, {}).get("country") == country]


def institution_country(identifier: str) -> str:
    """The country of an institution; empty for one that nobody knows."""
    found: str = current_region().files.get("institutions", {}).get(identifier, {}).get("country") or ""
    return found


def institution_name(identifier: str) -> Name:
    """What an institution is called: in the reader's language if it has a name in it, otherwise as on its own door."""
    names: Mapping[str, str] = current_region().law.get("names", {}).get(identifier, {})
    own = {language: text for language, text in names.items() if language != "en"}
    return in_readers_words(own, english=names.get("en", "")) or Name(identifier, "")


def in_readers_words(own: Mapping[str, str], *, english: str = "") -> Name | None:
    """Of one name in several languages the one for the reader: own variety, same family, English, else the first."""
    code = get_language() or "en"
    tag, _dash, script = code.partition("-")
    wanted = f"{tag}-{script.capitalize()}" if script else tag
    if wanted in own:
        return Name(own[wanted], code)
    if tag == "en" and english:
        return Name(english, "en")
    family = current_region().family
    near = [language for language in own if family.get(language, language) == family.get(tag, tag)]
    if near:
        best = next((one for one in near if one.startswith(tag)), near[0])
        return Name(to_cyrillic(own[best]), code) if script == "cyrl" else Name(own[best], _tag(best))
    language = next(iter(own), "")
    return Name(own[language], _tag(language)) if language else None


def _tag(language: str) -> str:
    """A tag that browsers and readers know."""
    return "sh" if language == "hbs" else language


@cache
def _laws() -> dict[str, CountryLaw]:
    law = current_region().law
    off = law.get("holidays", {})
    return {
        table["country"]: CountryLaw(
            table["country"],
            tuple(Call(**call) for call in table["calls"]),
            tuple(_rule(rule) for rule in table["rules"]),
            table.get("data_protection", ""),
            days_off_of(off.get(table["country"], {})),
        )
        for table in law.values()
        if "rules" in table
    }


def _rule(table: Mapping[str, Any]) -> Rule:
    return Rule(**{key: tuple(value) if isinstance(value, list) else value for key, value in table.items()})
