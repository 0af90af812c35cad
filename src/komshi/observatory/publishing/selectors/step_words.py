"""The sentences in which a rule of law is told: each whole, so that every language can say it in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from komshi.observatory.base.law import Rule

PURPOSES: Mapping[str, Callable[[], str]] = {
    "emergency": lambda: _("Emergency: somebody is in danger"),
    "police": lambda: _("Police"),
    "prosecution": lambda: _("Prosecution"),
    "special_prosecution": lambda: _("Prosecution for organised crime and corruption"),
    "anti_corruption": lambda: _("Conflicts of interest and assets of officials"),
    "information": lambda: _("Access to information"),
    "police_oversight": lambda: _("Offences by the police"),
    "ombudsman": lambda: _("Ombudsman: when an office treats you wrongly"),
}
ANONYMOUS: Mapping[str, Callable[[], str]] = {
    "yes": lambda: _("You need not give your name."),
    "no": lambda: _("A report without a name is not used."),
    "unknown": lambda: _("We do not know whether a report without a name is used."),
}
WHO_OBJECTS: Mapping[str, Callable[[], str]] = {
    "reporter": lambda: _("You can object if you made the report, and also if you were harmed."),
    "injured": lambda: _("Only a person who was harmed can object, as far as we know."),
}
_WAYS: Mapping[str, Callable[[], str]] = {
    "written": lambda: _("in writing"),
    "oral": lambda: _("by word of mouth"),
    "phone": lambda: _("by telephone"),
    "electronic": lambda: _("electronically"),
}


def ways(rule: Rule) -> str:
    """In which ways it can be done; empty where nobody knows."""
    return _("How: %(ways)s.") % {"ways": ", ".join(_WAYS[way]() for way in rule.ways)} if rule.ways else ""


def days_to_answer(rule: Rule) -> str:
    """How long the office may take to answer a request."""
    if rule.answer_days is None:
        return _("We do not know how many days the office has to answer.")
    if rule.answer_kind == "working":
        words = ngettext(
            "The office has %(n)s working day to answer.", "The office has %(n)s working days to answer.",
            rule.answer_days,
        )  # fmt: skip
    else:
        words = ngettext(
            "The office has %(n)s day to answer.", "The office has %(n)s days to answer.", rule.answer_days
        )
    return words % {"n": rule.answer_days}


def days_to_decide(rule: Rule) -> str:
    """How long the office may take to decide on a report, a complaint or an objection."""
    number = rule.answer_days or 0
    if rule.answer_kind == "working":
        words = ngettext(
            "It has %(n)s working day to decide.", "It has %(n)s working days to decide.", number
        )  # fmt: skip
    else:
        words = ngettext("It has %(n)s day to decide.", "It has %(n)s days to decide.", number)
    return words % {"n": number}


def days_to_act(rule: Rule) -> str:
    """How long the person may take."""
    if rule.within_days is None:
        return _("We do not know how many days you have: ask a lawyer at once.")
    if rule.within_kind == "working":
        words = ngettext(
            "You have %(n)s working day from the day on which you were told.",
            "You have %(n)s working days from the day on which you were told.",
            rule.within_days,
        )
    else:
        words = ngettext(
            "You have %(n)s day from the day on which you were told.",
            "You have %(n)s days from the day on which you were told.",
            rule.within_days,
        )
    return words % {"n": rule.within_days}


def longer(rule: Rule) -> str:
    """When the office may take longer; empty where nothing says so."""
    if not rule.longer_days:
        return ""
    number = rule.longer_days
    if rule.longer_when == "forwarded":
        words = ngettext(
            "If it passes the request on to another office: %(n)s working day.",
            "If it passes the request on to another office: %(n)s working days.",
            number,
        )
    elif rule.longer_when == "told":
        words = ngettext(
            "If it tells you in time that it needs longer: up to %(n)s day.",
            "If it tells you in time that it needs longer: up to %(n)s days.",
            number,
        )
    else:
        words = ngettext("In exceptional cases: up to %(n)s day.", "In exceptional cases: up to %(n)s days.", number)
    return words % {"n": number}


def urgent(rule: Rule) -> str:
    """How fast it must be where somebody is in danger; empty where nothing says so."""
    if not rule.urgent_hours:
        return ""
    words = ngettext(
        "If life, liberty, health or the environment is in danger: %(n)s hour.",
        "If life, liberty, health or the environment is in danger: %(n)s hours.",
        rule.urgent_hours,
    )
    return words % {"n": rule.urgent_hours}


def older(rule: Rule) -> str:
    """A shorter period in another text of the law: who acts within it is safe."""
    if not rule.older_days:
        return ""
    words = ngettext(
        "An older text of the law says %(n)s day: to be safe, act within it.",
        "An older text of the law says %(n)s days: to be safe, act within them.",
        rule.older_days,
    )
    return words % {"n": rule.older_days}


def untold(rule: Rule) -> str:
    """How long one may take whom nobody told; empty where nothing says so."""
    if not rule.untold_months:
        return ""
    words = ngettext(
        "If nobody told you: %(n)s month from the decision.", "If nobody told you: %(n)s months from the decision.",
        rule.untold_months,
    )  # fmt: skip
    return words % {"n": rule.untold_months}


def doubts(rule: Rule) -> str:
    """What the source does not settle, as one sentence; empty where there is nothing."""
    found = [_doubt(one) for one in rule.doubts]
    if rule.several_laws:
        found.append(_("which of several laws holds where you live"))
    return _("Not certain: %(what)s.") % {"what": "; ".join(dict.fromkeys(found))} if found else ""


def _doubt(field: str) -> str:
    if field in ("answer_days", "within_days"):
        return _("the number of days")
    if field in ("answer_kind", "within_kind"):
        return _("whether all days count or only working days")
    return {
        "bodies": _("which office takes it"),
        "article": _("the number of the article"),
        "since": _("from which day the new law is applied"),
    }[field]
