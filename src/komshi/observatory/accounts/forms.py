"""The form of the data-protection statement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from komshi.observatory.base.region import current_region
from komshi.observatory.base.statement import BASES, Said
from komshi.observatory.base.today import today
from komshi.observatory.base.wording import country_name

_MOST_YEARS = 100


def _years(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=_MOST_YEARS,
        help_text=_("In years. 0: as long as this observatory is run."),
        widget=forms.NumberInput(attrs={"class": "short"}),
    )  # fmt: skip


class StatementForm(forms.Form):
    """What the operator says; everything in it becomes public."""

    controller = forms.CharField(
        label=_("Who is responsible"), max_length=300,
        help_text=_("The organisation, or the organisations together, that run this observatory."),
    )  # fmt: skip
    address = forms.CharField(label=_("Address"), required=False, max_length=300)
    email = forms.EmailField(label=_("E-mail for questions about data"), required=False, max_length=200)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=60)
    country = forms.ChoiceField(
        label=_("Country whose law and authority count"), required=False
    )  # fmt: skip
    bases = forms.MultipleChoiceField(
        label=_("Legal basis"), choices=list(BASES.items()), widget=forms.CheckboxSelectMultiple,
        help_text=_("Ask a lawyer of your country which of these hold for you."),
    )  # fmt: skip
    stored_in = forms.CharField(
        label=_("Where the data lie"), required=False, max_length=200,
        help_text=_("The company or the house, and the country."),
    )  # fmt: skip
    years_reports = _years(_("How long reports of the media are kept"))
    years_observations = _years(_("How long observations of members are kept"))
    years_accounts = _years(_("How long accounts are kept after they ended"))
    since = forms.DateField(
        label=_("Valid from"), required=False, initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        names = sorted(((code, country_name(code)) for code in current_region().countries), key=lambda pair: pair[1])
        self.fields["country"].choices = [("", now("Another country")), *names]

    def said(self) -> Said:
        """What the valid form says."""
        given = self.cleaned_data
        return Said(**{**given, "bases": tuple(given["bases"])})
