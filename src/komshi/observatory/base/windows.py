"""Until when an office has to answer and a person may object, and how that is said on a given day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base.law import NEXT, country_law
from komshi.observatory.base.wording import day_words
from komshi.pipeline.deadlines import last_day

if TYPE_CHECKING:
    from datetime import date

    from komshi.observatory.base.law import CountryLaw

WAITING, ANSWERED, PARTLY, REFUSED, SILENCE = "waiting", "answered", "partly", "refused", "silence"
OUTCOMES = (WAITING, ANSWERED, PARTLY, REFUSED, SILENCE)
_TO_OBJECT_TO = (PARTLY, REFUSED)
# Only who was told or who asked may object in these; elsewhere it is for the person who was harmed.
_MAY_OBJECT = ("anyone", "requester", "reporter")


@dataclass(frozen=True)
class Filed:
    """What counts for the deadlines of one filing."""

    kind: str
    country: str
    filed_on: date
    outcome: str = WAITING
    answered_on: date | None = None


@dataclass(frozen=True)
class Window:
    """The days of one filing; None where the law, or what we know of it, gives none."""

    filed_on: date
    outcome: str
    answered_on: date | None
    answer_due: date | None
    object_by: date | None

    def is_silent(self, today: date) -> bool:
        """Whether the office let its time pass without an answer."""
        overdue = self.answer_due is not None and self.answer_due < today
        return self.outcome == SILENCE or (self.outcome == WAITING and overdue)

    def next_day(self, today: date) -> date | None:
        """The day that counts next: of the objection if there is something to object to, otherwise of the answer."""
        if self.outcome == ANSWERED:
            return None
        open_to_object = self.outcome in _TO_OBJECT_TO or self.is_silent(today)
        return self.object_by if open_to_object else self.answer_due

    def days_left(self, today: date) -> int | None:
        """Days until the day that counts next, 0 on that day, below 0 after it; None where no day counts."""
        day = self.next_day(today)
        return (day - today).days if day else None


def window_of(filed: Filed) -> Window:
    """The deadlines of a filing by the law of its country, as far as it is known."""
    law = country_law(filed.country)
    due = _answer_due(filed, law) if law else None
    return Window(
        filed.filed_on, filed.outcome, filed.answered_on, due, _object_by(filed, due, law) if law else None
    )  # fmt: skip


def window_words(window: Window, *, today: date) -> str:
    """One or two whole sentences on where a filing stands today."""
    return f"{_standing(window, today)} {_objecting(window, today)}".strip()


def _answer_due(filed: Filed, law: CountryLaw) -> date | None:
    rule = law.rule(filed.kind, on=filed.filed_on)
    if rule is None or rule.answer_days is None:
        return None
    return last_day(filed.filed_on, rule.answer_days, kind=rule.answer_kind, days_off=law.days_off)


def _object_by(filed: Filed, due: date | None, law: CountryLaw) -> date | None:
    """Counted from the answer, or from the day on which it was due; the earlier day where texts differ."""
    rule = law.rule(NEXT.get(filed.kind, ""), on=filed.filed_on)
    if rule is None or rule.within_days is None or rule.who not in _MAY_OBJECT or filed.outcome == ANSWERED:
        return None
    told = filed.outcome in _TO_OBJECT_TO
    begin = filed.answered_on if told else due
    if begin is None or not (told or rule.on_silence):
        return None
    days = min(rule.within_days, rule.older_days or rule.within_days)
    return last_day(begin, days, kind=rule.within_kind, days_off=law.days_off)


def _standing(window: Window, today: date) -> str:
    answered = day_words(window.answered_on)
    if window.outcome == ANSWERED:
        return _("Answered (%(day)s).") % {"day": answered}
    if window.outcome == PARTLY:
        return _("Answered in part (%(day)s).") % {"day": answered}
    if window.outcome == REFUSED:
        return _("Refused (%(day)s).") % {"day": answered}
    if window.is_silent(today):
        return _("There was no answer in time.")
    if window.answer_due is None:
        return _("It waits for an answer. We do not know by when the office has to answer.")
    left = (window.answer_due - today).days
    if left == 0:
        return _("Today is the last day for an answer.")
    words = ngettext(
        "%(n)s day left for an answer (last day: %(day)s).", "%(n)s days left for an answer (last day: %(day)s).",
        left,
    )  # fmt: skip
    return words % {"n": left, "day": day_words(window.answer_due)}


def _objecting(window: Window, today: date) -> str:
    if window.outcome not in _TO_OBJECT_TO and not window.is_silent(today):
        return ""
    if window.object_by is None:
        return _("We do not know until when one can object: ask a lawyer at once.")
    left = (window.object_by - today).days
    if left < 0:
        return _("The time to object is over (last day: %(day)s).") % {"day": day_words(window.object_by)}
    if left == 0:
        return _("Today is the last day to object.")
    words = ngettext(
        "%(n)s day left to object (last day: %(day)s).", "%(n)s days left to object (last day: %(day)s).", left
    )
    return words % {"n": left, "day": day_words(window.object_by)}
