"""What can happen to a filing, and how its events are called."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from komshi.observatory.base import windows


class Outcome(StrEnum):
    """What came back. `SILENCE` is said by a person; that a time has passed is seen from the days alone."""

    WAITING = windows.WAITING
    ANSWERED = windows.ANSWERED
    PARTLY = windows.PARTLY
    REFUSED = windows.REFUSED
    SILENCE = windows.SILENCE


OUTCOMES = [
    (Outcome.WAITING.value, _("No answer yet")),
    (Outcome.ANSWERED.value, _("Answered")),
    (Outcome.PARTLY.value, _("Answered in part")),
    (Outcome.REFUSED.value, _("Refused")),
    (Outcome.SILENCE.value, _("No answer in time")),
]
ANSWERS = OUTCOMES[1:]


class Step(StrEnum):
    """What a person did with a filing."""

    ADD = "add"
    ANSWER = "answer"
    SHOW = "show"
    HIDE = "hide"


STEPS = [
    (Step.ADD.value, _("Filed")),
    (Step.ANSWER.value, _("Answer recorded")),
    (Step.SHOW.value, _("Agreed to show it in public")),
    (Step.HIDE.value, _("No longer shown in public")),
]
