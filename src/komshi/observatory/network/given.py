"""What people and files write about an organisation, taken for what it is: ids of towns and words, contacts."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import override

from komshi.observatory.base import wording
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.given import web_address
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import find_towns, town
from komshi.observatory.network.choices import KINDS, LISTS, LONGEST, TEXTS
from komshi.pipeline import vocabulary
from komshi.pipeline.jsonl import clean
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BETWEEN = re.compile(r"[;|\n]")
_PHONE = re.compile(r"\+?[\d\s()/.-]+")
_LONGEST_INDEX = 900
_FEWEST_DIGITS, _MOST_DIGITS = 5, 20


def values_checked(given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a profile in the form in which they are stored. Refused, in one sentence, when one cannot be."""
    if unknown := set(given) - {*TEXTS, *LISTS}:
        raise ValueError(f"A profile has no {', '.join(sorted(unknown))}.")
    values = {name: _line(given[name]) for name in TEXTS if name in given}
    values |= {name: list(dict.fromkeys(given[name])) for name in LISTS if name in given}
    if "about" in given:
        values["about"] = clean(str(given["about"] or "")).strip()
    for name, most in LONGEST.items():
        if len(values.get(name, "")) > most:
            raise Refused(_("This is too long: “%(start)s…”. Shorten it.") % {"start": values[name][:40]})
    if "name" in values and not values["name"]:
        raise Refused(_("The organisation has no name: give it one."))
    if len(indexed(values.get("towns", ()))) > _LONGEST_INDEX:
        raise Refused(_("These are too many towns: leave them out if you work in the whole country."))
    _check_ids(values)
    _check_contacts(values)
    return values


def many(written: str) -> list[str]:
    """The parts of a cell that holds several values, divided by `;`, `|` or line ends."""
    return [part.strip() for part in _BETWEEN.split(written) if part.strip()]


def vocabulary_ids(kind: str, written: str) -> list[str]:
    """The ids that a cell names by id or by label in any language of the region; Refused names what is unknown."""
    known, found = _by_label(kind), []
    for part in many(written):
        pieces = [part] if fold(part) in known else [piece.strip() for piece in part.split(",") if piece.strip()]
        for piece in pieces:
            if fold(piece) not in known:
                raise Refused(
                    _("“%(word)s” is not known here. Known are: %(ids)s.")
                    % {"word": piece[:60], "ids": ", ".join(vocabulary.ids(kind))}
                )
            found.append(known[fold(piece)])
    return list(dict.fromkeys(found))


def language_codes(written: str) -> list[str]:
    """The codes of languages that a cell names by code or by name; Refused names what is unknown."""
    known, found = _by_language_name(), []
    for part in _pieces(written):
        code = known.get(fold(part)) or known.get(fold(part).partition("-")[0])
        if code is None:
            raise Refused(
                _("“%(word)s” is no language that is known here. Known are: %(codes)s.")
                % {"word": part[:60], "codes": ", ".join(spoken())}
            )
        found.append(code)
    return list(dict.fromkeys(found))


def town_ids(written: str, *, country: str = "") -> list[str]:
    """The ids of municipalities that a cell names by id or name, the country's own first; Refused names the unknown."""
    return list(dict.fromkeys(_town_id(part, country) for part in _pieces(written)))


def country_code(written: str) -> str:
    """The code of a country of the region, by code or by name in any language; Refused when it is none."""
    if not written.strip():
        return ""
    code = _by_country_name().get(fold(written.strip()))
    if code is None:
        codes = ", ".join(current_region().countries)
        raise Refused(
            _("“%(word)s” is no country of this observatory. Known are: %(codes)s.")
            % {"word": written[:60], "codes": codes}
        )
    return code


def spoken() -> list[str]:
    """Codes of the languages that organisations of the region work in, in the order of a form."""
    codes: list[str] = current_region().files["region"].get("spoken", list(current_region().languages))
    return codes


def indexed(values: Iterable[str]) -> str:
    """`|a|b|`, so that one value can be looked for; empty for none."""
    joined = "|".join(values)
    return f"|{joined}|" if joined else ""


@lru_cache(maxsize=4096)
def _town_id(written: str, country: str) -> str:
    if found := town(written.strip().lower()):
        return found.id
    wanted = fold(written.strip())
    exact = [one for one in find_towns(written) if any(fold(name) == wanted for name in one.names.values())]
    here = [one for one in exact if one.country == country] or exact
    if len(here) == 1:
        return here[0].id
    if not here:
        raise Refused(_("“%(word)s” is no town that is known here: write its name or its id.") % {"word": written[:60]})
    raise Refused(
        _("Several towns are called “%(word)s”. Write the id of one of them: %(ids)s.")
        % {"word": written[:60], "ids": ", ".join(one.id for one in here)}
    )


def _pieces(written: str) -> list[str]:
    return [piece.strip() for part in many(written) for piece in part.split(",") if piece.strip()]


def _line(written: Any) -> str:
    return " ".join(clean(str(written or "")).split())


def _check_ids(values: dict[str, Any]) -> None:
    for name, kind in KINDS.items():
        held = values.get(name) or []
        for identifier in [held] if isinstance(held, str) else held:
            if identifier not in vocabulary.ids(kind):
                raise ValueError(f"{identifier!r} is not among the {kind}.")
    for identifier in values.get("towns", ()):
        if town(identifier) is None:
            raise ValueError(f"{identifier!r} is no town.")
    if values.get("country") and values["country"] not in current_region().countries:
        raise ValueError(f"{values['country']!r} is no country of this observatory.")


def _check_contacts(values: dict[str, Any]) -> None:
    website, email, phone = (values.get(name, "") for name in ("website", "email", "phone"))
    if website and not web_address(website):
        if not web_address(f"https://{website}") or "." not in website or ":" in website:
            raise Refused(_("“%(word)s” is no address of a website.") % {"word": website[:60]})
        values["website"] = f"https://{website}"
    if email:
        try:
            validate_email(email)
        except ValidationError as error:
            raise Refused(_("“%(word)s” is no e-mail address.") % {"word": email[:60]}) from error
    digits = sum(sign.isdigit() for sign in phone)
    if phone and not (_PHONE.fullmatch(phone) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS):
        raise Refused(_("“%(word)s” is no telephone number.") % {"word": phone[:60]})


def _language_codes_of_pages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


@cache
def _by_label(kind: str) -> dict[str, str]:
    """Folded id and folded labels of every language -> id."""
    found: dict[str, str] = {}
    for identifier in vocabulary.ids(kind):
        found[fold(identifier)] = identifier
        found[fold(identifier.replace("_", " "))] = identifier
    for code in _language_codes_of_pages():
        with override(code):
            for identifier in vocabulary.ids(kind):
                found.setdefault(fold(wording.label(kind, identifier)), identifier)
    return found


@cache
def _by_language_name() -> dict[str, str]:
    found = {fold(code): code for code in spoken()}
    for page in _language_codes_of_pages():
        with override(page):
            for code in spoken():
                found.setdefault(fold(wording.language_name(code)), code)
    return found


@cache
def _by_country_name() -> dict[str, str]:
    found = {fold(code): code for code in current_region().countries}
    for page in _language_codes_of_pages():
        with override(page):
            for code in current_region().countries:
                found.setdefault(fold(wording.country_name(code)), code)
    return found
