"""Forms by which members write down what they filed and what came back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from komshi.observatory.base import wording
from komshi.observatory.base.law import institution_ids
from komshi.observatory.base.offices import OFFICES, office_name
from komshi.observatory.base.region import current_region
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import find_towns
from komshi.observatory.casework.choices import ANSWERS
from komshi.pipeline import vocabulary


def _day(**options: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class FilingForm(forms.Form):
    """What was filed, where and when."""

    kind = forms.ChoiceField(label=_("What you filed"))
    country = forms.ChoiceField(label=_("Country"))
    institution = forms.ChoiceField(
        label=_("To which office"), help_text=_("An office, never a person. If it is not in the list, choose its kind.")
    )
    town = forms.CharField(label=_("Which town it is about"), required=False, max_length=80)
    filed_on = _day(label=_("On which day"), initial=today, help_text=_("The deadlines are counted from this day."))
    incident = forms.CharField(required=False, widget=forms.HiddenInput, max_length=300)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        countries = current_region().countries
        self.fields["kind"].choices = [(one, wording.label("legal_actions", one)) for one in _kinds()]
        self.fields["country"].choices = sorted(
            ((code, wording.country_name(code)) for code in countries), key=lambda pair: pair[1]
        )
        own = [(wording.country_name(code), _offices(institution_ids(code))) for code in countries]
        self.fields["institution"].choices = [(now("Kinds of offices"), _offices(OFFICES)), *sorted(own)]

    def clean(self) -> dict[str, Any]:
        """Find the town that was typed among those of the country."""
        given: dict[str, Any] = super().clean() or {}
        typed, country = given.get("town", ""), given.get("country")
        found = [one for one in find_towns(typed) if one.country == country] if typed else []
        exact = [one for one in found if typed.casefold() in {name.casefold() for name in one.names.values()}]
        chosen = (exact or found)[:2]
        if typed and len(chosen) != 1:
            self.add_error("town", now("No town, or more than one, has this name in that country: type it in full."))
        given["town"] = chosen[0].id if len(chosen) == 1 else ""
        return given


class AnswerForm(forms.Form):
    """What came back."""

    outcome = forms.ChoiceField(label=_("What came back"), choices=ANSWERS)
    answered_on = _day(label=_("On which day"), required=False)


def _kinds() -> list[str]:
    """Requests for information first: they are what most will file."""
    return sorted(vocabulary.ids("legal_actions"), key=lambda one: one != "foi_request")


def _offices(identifiers: Any) -> list[tuple[str, str]]:
    return [(one, office_name(one).text) for one in identifiers]
