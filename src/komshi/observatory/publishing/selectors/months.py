"""Months in the words of the reader's language."""

from __future__ import annotations

from datetime import date

from django.utils.dateformat import format as date_format
from django.utils.translation import pgettext

from komshi.observatory.base import wording


def month_name(month: str) -> str:
    """`2026-10` with its year."""
    return wording.month_words(_day(month))


def month_short(month: str) -> str:
    """`2026-10` in a few letters, for the foot of a chart."""
    # Translators: Django's date format letters; a month in a few letters, as in Oct.
    return date_format(_day(month), pgettext("date format", "M"))


def span_words(first: str, last: str) -> str:
    """From one month to another; the year once where it is the same."""
    if first == last:
        return month_name(first)
    # Translators: Django's date format letters; a month without its year, as in October.
    begin = date_format(_day(first), pgettext("date format", "F")) if first[:4] == last[:4] else month_name(first)
    return f"{begin} – {month_name(last)}"


def _day(month: str) -> date:
    return date(int(month[:4]), int(month[5:7]), 1)
