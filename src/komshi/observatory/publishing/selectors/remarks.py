"""What a reader must know beside a series before taking the numbers for more than they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.chart import Column, Words
from komshi.observatory.publishing.selectors.months import month_name, month_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from komshi.observatory.publishing.selectors.series import Trend


def on_comparison(trend: Trend) -> Iterator[str]:
    """What speaks against reading much into the difference of the two half-years; makes sense without a chart."""
    found = trend.comparison
    if found.now and found.events_before is None:
        yield _("There is nothing to compare with: fewer than six months were read before.")
        return
    if found.reading_changed:
        told = {name: wording.number_words(number) for name, number in _articles(trend).items()}
        yield (
            _(
                "%(before)s articles were read in the six months before and %(now)s in the last six: the difference "
                "may show more or less reading, and not more or fewer events."
            )
            % told
        )
    if found.by_chance:
        yield _("Small numbers go up and down by chance: they can differ this much even if nothing changed.")
    if found.gaps:
        yield ngettext(
            "Nothing was read in %(n)s of the months that are compared.",
            "Nothing was read in %(n)s of the months that are compared.",
            found.gaps,
        ) % {"n": wording.number_words(found.gaps)}


def on_what_is_missing(trend: Trend) -> Iterator[str]:
    """What the chart leaves out, and where its reading is that of something larger."""
    if trend.undated:
        yield ngettext(
            "%(n)s incident is not in the chart, because no report tells its month.",
            "%(n)s incidents are not in the chart, because no report tells their month.",
            trend.undated,
        ) % {"n": wording.number_words(trend.undated)}
    if trend.unread:
        yield ngettext(
            "%(n)s incident is not in the chart, because nothing was read in its month; later reports told of it.",
            "%(n)s incidents are not in the chart, because nothing was read in their months; other reports told of "
            "them.",
            trend.unread,
        ) % {"n": wording.number_words(trend.unread)}
    if trend.chosen.town:
        yield _("How much is read is known for a country, not for a town: the lower bars are those of the country.")


def columns(trend: Trend) -> list[Column]:
    """The months as the columns of a chart."""
    return [
        Column(one.month, month_short(one.month), one.events, one.articles, complete=one.complete)
        for one in trend.months
    ]


def small_columns(trend: Trend) -> list[Column]:
    """The same for a small chart, which has no names."""
    now = trend.now
    return [
        Column(point.month, "", point.events, point.articles_read, complete=point.month < now) for point in trend.points
    ]


def chart_words(trend: Trend, *, mark: str = "", alone: bool = False) -> Words:
    """What the chart says, with a text that says the same as its bars; `alone` also what its page says beside it."""
    last = trend.months[-1] if trend.months else None
    return Words(
        title=trend.sentence,
        description=_description(trend),
        above=_("Incidents a month"),
        below=_("Articles read a month"),
        incomplete=_("%(month)s: not complete") % {"month": last.name} if last and not last.complete else "",
        lead=trend.sentence,
        mark=mark,
        notes=()
        if not alone
        else (
            _("Incidents that people have checked, counted once however many reports tell of them."),
            _("Hatched: nothing was read. Drawn with a broken line: the month is not complete."),
            *on_comparison(trend),
            *on_what_is_missing(trend),
        ),
    )


def _articles(trend: Trend) -> dict[str, int]:
    found = trend.comparison
    return {
        "now": sum(point.articles_read for point in found.now),
        "before": sum(point.articles_read for point in found.before),
    }


def _description(trend: Trend) -> str:
    """The numbers of every month, for those who do not see the bars."""
    told = [
        f"{month_name(one.month)}: {_('nothing read') if one.events is None else one.events}" for one in trend.months
    ]
    return f"{_('Incidents a month')}. {'; '.join(told)}."
