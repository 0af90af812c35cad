"""Filters and tags for templates: labels of the vocabulary, values in words, and the same page in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.urls import translate_url
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from komshi.observatory.base import wording
from komshi.observatory.base.place_names import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.template import Context

    from komshi.observatory.base.drawing import Dot

_SHORT = 999
"""A larger number is written smaller, so that it fits into its dot."""

register = template.Library()
register.filter("country", wording.country_name)
register.filter("language", wording.language_name)
register.filter("when", wording.date_words)
register.filter("day", wording.day_words)
register.filter("place", wording.place_words)
register.filter("place_name", place_name)
register.filter("quantity", wording.quantity_words)
register.filter("number", wording.number_words)
register.filter("precision", wording.precision_words)


@register.filter
def label(identifier: str | None, kind: str) -> str:
    """`{{ market|label:"markets" }}`: what the page calls an entry of the vocabulary."""
    return wording.label(kind, identifier)


@register.simple_tag(takes_context=True)
def here_in(context: Context, language: str) -> str:
    """The address of this page in another language."""
    request = context.get("request")
    if request is None:
        return f"/{language}/"
    path = request.get_full_path()
    return f"/{language}/" if path.split("?")[0] == "/" else translate_url(path, language)


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """The query string of this page with some values changed (an empty one is taken out), with its question mark."""
    values = context["request"].GET.copy()
    for key, value in changes.items():
        values.pop(key, None)
        if value not in ("", None):
            values[key] = value
    return f"?{values.urlencode()}" if values else "?"


@register.simple_tag
def dots(drawn: Iterable[Dot]) -> SafeString:
    """The dots of a map as links, in one piece like `options`: a map has more than a hundred of them."""
    return mark_safe("".join(map(_dot, drawn)))  # noqa: S308 - text is escaped below


def _dot(dot: Dot) -> str:
    x, y = round(dot.x), round(dot.y)
    shape = f'<circle class="dot" cx="{x}" cy="{y}" r="{round(dot.radius)}"/>'
    if dot.helps:
        shape = f'<path class="dot helps" d="{dot.corners}"/>'
    if dot.number > 1:
        kind = "count long" if dot.number > _SHORT else "count"
        number = escape(wording.number_words(dot.number))
        shape += f'<text class="{kind}" x="{x}" y="{y}" dy=".35em" aria-hidden="true">{number}</text>'
    return f'<a href="{escape(dot.address)}"><title>{escape(dot.title)}</title>{shape}</a>'


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a choice, `chosen` marked: in one piece, because a page with two lists of months has hundreds."""
    made = (
        f'<option value="{escape(one)}"{" selected" if one == chosen else ""}>{escape(name)}</option>'
        for one, name in choices
    )
    return mark_safe("".join(made))  # noqa: S308 - both parts are escaped above


@register.inclusion_tag("includes/field.html")
def field(bound: Any) -> Mapping[str, Any]:
    """A form field with its label, its hint and its errors, tied together for screen readers."""
    return {"field": bound}
