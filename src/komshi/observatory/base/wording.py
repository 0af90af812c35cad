"""Values in the words of the reader's language: labels, dates that may be partial, amounts, and what a status means."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from babel.numbers import format_decimal
from django.utils.dateformat import format as date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from komshi.observatory.base.languages import locale_of
from komshi.observatory.base.place_names import place_name
from komshi.observatory.base.region import current_region
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Script tags are written with a capital in the data (`sr-Latn`), without one in addresses (`sr-latn`).
_SCRIPTS = {"latn": "Latn", "cyrl": "Cyrl"}


def label(kind: str, identifier: str | None) -> str:
    """What a page calls an entry of the vocabulary (`markets`, `event_types`, `statuses`, ...); empty for none."""
    return _label(kind, identifier, get_language() or "en") if identifier else ""


@lru_cache(maxsize=8192)
def _label(kind: str, identifier: str, written: str) -> str:
    """Kept, because a map says the same few labels thousands of times."""
    region = current_region()
    code, _dash, script = written.partition("-")
    variety = f"{code}-{_SCRIPTS[script]}" if script in _SCRIPTS else code
    language = region.languages.get(region.family.get(variety, region.family.get(code, "en"))) or region.languages["en"]
    return vocabulary.label(kind, identifier, language=language, variety=variety)


def country_name(code: str | None) -> str:
    """The country in the reader's language; the code itself where nobody has named it."""
    named = label("countries", code)
    if named and named != code:
        return named
    return locale_of(get_language()).territories.get(code or "", code or "")


def language_name(code: str | None) -> str:
    """The language in the reader's language; the code itself where nobody has named it."""
    names = locale_of(get_language()).languages
    own = {"cnr": _("Montenegrin"), "hbs": _("Bosnian, Croatian, Montenegrin or Serbian")}
    code = (code or "").partition("-")[0]
    return own.get(code) or names.get(code, code)


def date_words(value: str | None, precision: str | None = None) -> str:
    """`2023-03-14` as a day, `2023-03` as a month, `2023` as a year; empty when there is nothing to say."""
    parts = [int(part) for part in (value or "").split("-") if part.isdigit()]
    if not parts:
        return ""
    if len(parts) == 1:
        return str(parts[0])
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    if len(parts) == 2 or precision == "month":
        return month_words(day)
    words = day_words(day)
    if precision == "week":
        return _("in the week of %(day)s") % {"day": words}
    if precision == "published":
        return _("%(day)s (when it was published)") % {"day": words}
    return words


def day_words(day: date | None) -> str:
    """A day of the calendar; empty for none."""
    # Translators: Django's date format letters; the day of an event, as in 21 October 2026. E is the month in the form
    # that it takes beside a day, where F is its name.
    return date_format(day, pgettext("date format", "j F Y")) if day else ""


def month_words(day: date) -> str:
    """The month of a day, with its year."""
    # Translators: Django's date format letters; a month with its year, as in October 2026.
    return date_format(day, pgettext("date format", "F Y"))


def place_words(place: Mapping[str, Any] | None) -> str:
    """Name and country of a place in the reader's language; empty when there is none."""
    if not place:
        return ""
    parts = [place_name(place.get("name") or "", place.get("country")), country_name(place.get("country"))]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def number_words(value: float) -> str:
    """A number with the language's separators, without a trailing `.0`."""
    return _number(value, get_language())


@lru_cache(maxsize=8192)
def _number(value: float, written: str | None) -> str:
    return format_decimal(value, locale=locale_of(written))


def unit_words(amount: float | None, unit: str) -> str:
    """An amount with its unit; `an unknown amount` when the text names the thing and not how much."""
    if amount is None:
        return _("amount not stated")
    number, whole = number_words(amount), int(amount)
    counted = {
        "pcs": ngettext("%(n)s piece", "%(n)s pieces", whole),
        "plants": ngettext("%(n)s plant", "%(n)s plants", whole),
        "tablets": ngettext("%(n)s tablet", "%(n)s tablets", whole),
        "packs": ngettext("%(n)s pack", "%(n)s packs", whole),
        "vehicles": ngettext("%(n)s vehicle", "%(n)s vehicles", whole),
        "persons": ngettext("%(n)s person", "%(n)s people", whole),
    }
    if unit in counted:
        return counted[unit] % {"n": number}
    return f"{number}\N{NO-BREAK SPACE}{ {'m2': 'm²', 'm3': 'm³'}.get(unit, unit) }".strip()


def quantity_words(quantity: Mapping[str, Any]) -> str:
    """`cocaine, 137 kg`: the thing first, so that no language needs a case."""
    amount = unit_words(quantity.get("amount"), quantity.get("unit") or "")
    low, high = quantity.get("low"), quantity.get("high")
    if quantity.get("amount") is None and (low is not None or high is not None):
        ends = [number_words(end) for end in (low, high) if end is not None]
        amount = f"{'–'.join(ends)}\N{NO-BREAK SPACE}{quantity.get('unit') or ''}".strip()
    item = label("items", quantity.get("item"))
    if item and quantity.get("amount") is not None and _is_the_thing(quantity["unit"], quantity["item"]):
        amount = number_words(quantity["amount"])
    words = f"{item}, {amount}" if item else amount
    role = role_of_quantity(quantity.get("role"))
    return f"{words} ({role})" if role else words


def _is_the_thing(unit: str, item: str) -> bool:
    """Whether the unit only says the thing again: `weapons, 12 pieces`, `cannabis plants, 40 plants`."""
    return unit == "pcs" or item.endswith(unit)


def role_of_quantity(role: str | None) -> str:
    """What part an amount plays, when it is not the thing that the event is about."""
    return {
        "value": pgettext("amount", "value"),
        "damage": pgettext("amount", "damage"),
        "fine": pgettext("amount", "fine"),
        "price": pgettext("amount", "price"),
        "background": pgettext("amount", "background"),
    }.get(role or "", "")


def count_words(kind: str, number: int) -> str:
    """`2 people arrested`."""
    words = {
        "arrested": ngettext("%(n)s person arrested", "%(n)s people arrested", number),
        "charged": ngettext("%(n)s person charged", "%(n)s people charged", number),
        "killed": ngettext("%(n)s person killed", "%(n)s people killed", number),
        "injured": ngettext("%(n)s person injured", "%(n)s people injured", number),
        "victims": ngettext("%(n)s person harmed", "%(n)s people harmed", number),
    }
    return words[kind] % {"n": number_words(number)}


def count_name(kind: str) -> str:
    """The name of a count, for a form or the head of a column."""
    return {
        "arrested": _("People arrested"),
        "charged": _("People charged"),
        "killed": _("People killed"),
        "injured": _("People injured"),
        "victims": _("People harmed"),
    }[kind]


def status_sentence(status: str | None) -> str:
    """What the status of the proceedings means for the people in them: nobody is guilty before a final judgment."""
    return {
        "reported": _("This was reported. No step of the authorities is known, and nobody has been found guilty."),
        "under_investigation": _(
            "The authorities are looking into it. Those involved are suspected, not found guilty."
        ),
        "indicted": _("Charges have been filed. Those charged are presumed innocent until a final judgment."),
        "on_trial": _("A trial is under way. Those on trial are presumed innocent until a final judgment."),
        "first_instance": _(
            "A court has ruled in first instance. The judgment can still be appealed and is not final."
        ),
        "final_conviction": _("The conviction is final."),
        "final_acquittal": _("The court has acquitted, and the judgment is final."),
        "dismissed": _("The report was rejected or the proceedings were stopped. Nobody was found guilty."),
    }.get(status or "", _("The reports do not say how far the proceedings are. Nobody is to be taken as guilty."))


def precision_words(precision: str | None) -> str:
    """How exactly a point on the map is meant."""
    return {
        "crossing": _("a border crossing"),
        "port": _("a port"),
        "airport": _("an airport"),
        "prison": _("a prison"),
        "neighbourhood": _("a neighbourhood, not a doorstep"),
        "settlement": _("the town or village, not a doorstep"),
        "municipality": _("the municipality; the point is its seat"),
        "region": _("a region; the point is only its middle"),
        "country": _("the country only; there is no point on the map"),
        "blurred": _("blurred on purpose: somewhere within about ten kilometres"),
    }.get(precision or "", "")


def headline(event_type: str, *, markets: Iterable[str], quantities: Iterable[Mapping[str, Any]] = ()) -> str:
    """`Seizure: cocaine, 137 kg`, or `Arrest: Corruption`: what happened in a few words that every language can say."""
    kind = label("event_types", event_type or "other")
    kind = kind[:1].upper() + kind[1:]
    subjects = [quantity_words(q) for q in quantities if q.get("role", "subject") == "subject" and q.get("item")]
    names = subjects[:1] or [label("markets", market) for market in list(markets)[:1]]
    return f"{kind}: {names[0]}" if names else kind
