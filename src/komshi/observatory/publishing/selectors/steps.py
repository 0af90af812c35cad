"""What people of a country can do: whom to call, how to report, ask and object, in sentences with their source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from komshi.observatory.base.law import ASK, COMPLAIN, OBJECT, PATHS, REPORT, country_law, in_readers_words
from komshi.observatory.base.law import institution_name as named
from komshi.observatory.base.today import today
from komshi.observatory.base.wording import day_words
from komshi.observatory.publishing.selectors import step_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from komshi.observatory.base.law import Call, Name, Rule


@dataclass(frozen=True)
class CallLine:
    """Whom to call for what. `dial` is the number as a telephone takes it."""

    purpose: str
    office: Name | None
    phone: str
    url: str

    @property
    def dial(self) -> str:
        """For a `tel:` link."""
        return "".join(c for c in self.phone if c.isdigit() or c == "+")


@dataclass(frozen=True)
class Path:
    """One thing that one can do: its sentences, where it goes, the law, and what is not certain."""

    id: str
    title: str
    sentences: list[str]
    bodies: list[Name]
    law: Name | None
    article: str
    doubts: str
    origin: str


@dataclass(frozen=True)
class Steps:
    """Everything for one country. `calls` have a number to dial; `offices` have none that we know."""

    country: str
    calls: list[CallLine]
    calls_origin: str
    offices: list[CallLine]
    paths: list[Path]
    looked_on: date


def for_country(code: str) -> Steps | None:
    """What can be done in a country, by the rules that hold today; None for a country outside the region."""
    law = country_law(code)
    if law is None:
        return None
    day = today()
    rules = [rule for action in PATHS if (rule := law.rule(action, on=day))]
    lines = [_line(call) for call in law.calls]
    return Steps(
        country=code,
        calls=[line for line in lines if line.phone],
        calls_origin=_origin_of_numbers([call for call in law.calls if call.phone]),
        offices=[line for line in lines if not line.phone],
        paths=[_path(rule) for rule in rules],
        looked_on=max(one.seen for one in (*law.calls, *rules)),
    )


def _line(call: Call) -> CallLine:
    return CallLine(
        words.PURPOSES[call.kind](), named(call.institution) if call.institution else None, call.phone, call.url
    )  # fmt: skip


def _path(rule: Rule) -> Path:
    title, sentences = {
        REPORT: (_("Report it"), _report),
        ASK: (_("Ask an office for information"), _ask),
        COMPLAIN: (_("If the office refuses or does not answer"), _complain),
        OBJECT: (_("If your report is turned down"), _object),
    }[rule.action]
    return Path(
        id=rule.action,
        title=title,
        sentences=[sentence for sentence in sentences(rule) if sentence],
        bodies=[named(one) for one in rule.bodies],
        law=in_readers_words(rule.law),
        article=rule.article,
        doubts=words.doubts(rule),
        origin=_origin(rule),
    )


def _report(rule: Rule) -> list[str]:
    return [
        _("Anyone can report. Say what happened, where, when, and how you know it; the office finds the offence."),
        words.ways(rule),
        words.ANONYMOUS[rule.anonymous]() if rule.anonymous else "",
        words.days_to_decide(rule) if rule.answer_days else "",
        _("Report what you know or have good reason to believe. A report that is knowingly false is an offence."),
    ]


def _ask(rule: Rule) -> list[str]:
    return [
        _("Anyone can ask any public office for information that it holds, also a municipality."),
        _("You need not say why you ask.") if rule.no_reason else "",
        words.ways(rule),
        words.days_to_answer(rule),
        words.longer(rule),
        words.urgent(rule),
    ]


def _complain(rule: Rule) -> list[str]:
    return [
        words.days_to_act(rule),
        _("You can also complain when there was no answer at all; the days then run from the last day for an answer.")
        if rule.on_silence
        else "",
        words.days_to_decide(rule) if rule.answer_days else "",
        _("Against some of the highest offices of the state you go to court instead.") if rule.highest_to_court else "",
        "" if rule.bodies else _("We do not know for certain which office takes the complaint."),
    ]


def _object(rule: Rule) -> list[str]:
    return [
        words.WHO_OBJECTS[rule.who](),
        _("The objection goes to the court.") if rule.to_court else "",
        words.days_to_act(rule),
        words.older(rule),
        words.untold(rule),
        words.days_to_decide(rule) if rule.answer_days else "",
    ]


def _origin_of_numbers(calls: Sequence[Call]) -> str:
    sources = "; ".join(dict.fromkeys(one for call in calls if call.source for one in call.source.split("; ")))
    seen = all(call.basis == "seen" for call in calls)
    return _origin_words(sources, seen=seen, day=max(call.seen for call in calls))


def _origin(rule: Rule) -> str:
    return _origin_words(rule.source, seen=rule.basis == "seen", day=rule.seen)


def _origin_words(source: str, *, seen: bool, day: date) -> str:
    given = {"source": source, "day": day_words(day)}
    if source and seen:
        return _("Source: %(source)s (looked at: %(day)s).") % given
    if source:
        return _("Partly from general knowledge. Source: %(source)s (looked at: %(day)s).") % given
    return _("From general knowledge; no source was read (noted: %(day)s).") % given
