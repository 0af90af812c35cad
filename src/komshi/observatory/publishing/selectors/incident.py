"""One public incident: its facts, the words of each report side by side, and what became of it day by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.towns import Town, town
from komshi.observatory.publishing.selectors import filings, helpers, impact
from komshi.observatory.publishing.selectors.incidents import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from komshi.observatory.publishing.models import PublicIncident

_QUESTIONS = ("what", "where", "much")


@dataclass(frozen=True)
class Voice:
    """One report: who printed it, when, where to read it, and its words for each question of the page."""

    name: str
    url: str
    published: str
    language: str
    language_name: str
    said: list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Moment:
    """One day of the incident in one sentence. `day` is an ISO date, for the order."""

    day: str
    when: str
    sentence: str


@dataclass(frozen=True)
class IncidentPage:
    """One incident in words."""

    incident: PublicIncident
    title: str
    place: str
    town: Town | None
    when: str
    status: str
    precision: str
    quantities: list[str]
    counts: list[str]
    questions: list[tuple[str, str]]
    voices: list[Voice]
    moments: list[Moment]
    impact: impact.Grid
    filings: list[filings.PublicFilingRow]
    helpers: list[helpers.HelperEntry]


def incident_page(found: PublicIncident) -> IncidentPage:
    """Everything that the page of the incident shows, in the reader's language."""
    asked = [tone for tone in _QUESTIONS if any(source["said"].get(tone) for source in found.sources)]
    return IncidentPage(
        incident=found,
        title=wording.headline(found.event_type, markets=found.markets, quantities=found.quantities),
        place=place_of(found),
        town=town(found.town),
        when=wording.date_words(found.date, found.date_precision),
        status=wording.status_sentence(found.status),
        precision=wording.precision_words(found.precision),
        quantities=[wording.quantity_words(quantity) for quantity in found.quantities],
        counts=[wording.count_words(kind, number) for kind, number in found.counts.items()],
        questions=[(tone, _question(tone)) for tone in asked],
        voices=[_voice(source, asked) for source in found.sources],
        moments=_moments(found),
        impact=impact.of_incident(found.key),
        filings=filings.for_incident(found.key),
        helpers=helpers.beside_incident(town=found.town, country=found.country, markets=found.markets, limit=3),
    )


def _question(tone: str) -> str:
    return {"what": _("What happened"), "where": _("Where"), "much": _("How much")}[tone]


def _voice(source: Mapping[str, Any], asked: list[str]) -> Voice:
    return Voice(
        name=_name(source),
        url=source["url"],
        published=wording.date_words(source["published"]),
        language=source["language"],
        language_name=wording.language_name(source["language"]),
        said=[(tone, source["said"].get(tone, [])) for tone in asked],
    )


def _name(source: Mapping[str, Any]) -> str:
    if source["kind"] == "observation":
        return _("An observation by members of the observatory")
    if source["outlet"]:
        outlet: str = source["outlet"]
        return outlet
    return _("A report handed in by a member") if source["kind"] == "member" else _("An outlet")


def _moments(found: PublicIncident) -> list[Moment]:
    """The day of the event, the days of print, the days on which people decided: in order, one sentence each."""
    told = [(found.date, _("It happened, by what the reports say."))] if len(found.date) == 10 else []
    if found.date_precision == "published":
        told = []
    told += [
        (source["published"], _("%(outlet)s reported it.") % {"outlet": _name(source)})
        for source in found.sources
        if source["published"]
    ]
    told += [(act["on"], _decided(act["decision"], act["reports"])) for act in found.history]
    return [Moment(day, wording.date_words(day), sentence) for day, sentence in sorted(told, key=lambda one: one[0])]


def _decided(decision: str, reports: int) -> str:
    sentence = {
        "accept": ngettext(
            "Checked by a person: %(n)s report accepted.", "Checked by people: %(n)s reports accepted.", reports
        ),
        "correct": ngettext(
            "Put right by a person: %(n)s report corrected and accepted.",
            "Put right by people: %(n)s reports corrected and accepted.",
            reports,
        ),
        "reject": ngettext("%(n)s report was set aside.", "%(n)s reports were set aside.", reports),
        "undo": ngettext("%(n)s decision was taken back.", "%(n)s decisions were taken back.", reports),
    }[decision]
    return sentence % {"n": wording.number_words(reports)}
