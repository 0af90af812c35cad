"""Offices that a request can go to without being an institution with a name of its own in the data."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from komshi.observatory.base.law import Name, institution_country, institution_name

OFFICES = {
    "municipality": _("Municipality"),
    "ministry": _("Ministry"),
    "inspectorate": _("Inspectorate"),
    "public_enterprise": _("Public enterprise"),
    "public_institution": _("School, hospital or other public institution"),
    "court": _("Court"),
    "police": _("Police"),
    "prosecution": _("Prosecution"),
    "other_office": _("Another public office"),
}


def office_name(identifier: str) -> Name:
    """What an office is called: the name of an institution, or its kind in the reader's language."""
    if identifier in OFFICES:
        return Name(str(OFFICES[identifier]), "")
    return institution_name(identifier)


def office_is_of(identifier: str, country: str) -> bool:
    """Whether a request in this country can go there."""
    return identifier in OFFICES or institution_country(identifier) == country
