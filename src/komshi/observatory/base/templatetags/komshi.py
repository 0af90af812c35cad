"""Filters and tags for templates: labels of the vocabulary, values in words, and the same page in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.urls import translate_url

from komshi.observatory.base import wording
from komshi.observatory.base.place_names import place_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.template import Context

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


@register.inclusion_tag("includes/field.html")
def field(bound: Any) -> Mapping[str, Any]:
    """A form field with its label, its hint and its errors, tied together for screen readers."""
    return {"field": bound}
