"""The forms by which an organisation is added, changed and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from komshi.observatory.accounts.models import Organisation
from komshi.observatory.base import wording
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import town
from komshi.observatory.network.choices import FIELDS, GROUP_CHOICES, KINDS, LONGEST
from komshi.observatory.network.given import many, spoken, town_ids, values_checked
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from komshi.observatory.network.models import Profile

_FEW_LINES = forms.Textarea(attrs={"rows": 3})


class ProfileForm(forms.Form):
    """An organisation: who it is, where it works, on what, and how to reach it."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST["name"])
    names = forms.CharField(
        label=gettext_lazy("Other names and spellings"),
        help_text=gettext_lazy("In another language or alphabet, or the short form. One on each line."),
        required=False,
        widget=_FEW_LINES,
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    towns = forms.CharField(
        label=gettext_lazy("Towns"),
        help_text=gettext_lazy(
            "The municipalities where you work, your seat first, one on each line, in any alphabet. No street, no "
            "house number. Leave it empty if you work in the whole country."
        ),
        required=False,
        widget=_FEW_LINES,
    )
    focus = forms.MultipleChoiceField(label=gettext_lazy("Works on"), required=False)
    engagement = forms.ChoiceField(
        label=gettext_lazy("How directly it deals with organised crime and corruption"),
        help_text=gettext_lazy(
            "Direct: it is named in your aims or is your main work. Indirect: your work keeps people out of its reach."
        ),
        required=False,
    )
    entry_points = forms.MultipleChoiceField(label=gettext_lazy("What kind of organisation"), required=False)
    activities = forms.MultipleChoiceField(label=gettext_lazy("What it does"), required=False)
    languages = forms.MultipleChoiceField(label=gettext_lazy("Languages"), required=False)
    about = forms.CharField(
        label=gettext_lazy("About, in your own words"),
        help_text=gettext_lazy("One or two sentences that a neighbour understands. Name no private person."),
        required=False,
        max_length=LONGEST["about"],
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    about_language = forms.ChoiceField(label=gettext_lazy("Language of these sentences"), required=False)
    website = forms.CharField(label=gettext_lazy("Website"), required=False, max_length=LONGEST["website"])
    email = forms.CharField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("Of the organisation, better not of a person."),
        required=False,
        max_length=LONGEST["email"],
        widget=forms.EmailInput,
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        required=False,
        max_length=LONGEST["phone"],
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    challenges = forms.MultipleChoiceField(
        label=gettext_lazy("What makes your work hard"),
        help_text=gettext_lazy("Members of the observatory see it; the public only if you agree to that part."),
        required=False,
    )
    account = forms.ChoiceField(
        label=gettext_lazy("Takes part in this observatory as"),
        help_text=gettext_lazy("Its own people then speak for it, and nobody else. This cannot be undone here."),
        required=False,
    )

    def __init__(self, *args: Any, accounts: bool = False, **kwargs: Any) -> None:
        """`accounts`: the person may say which organisation of the observatory it is."""
        super().__init__(*args, **kwargs)
        none = [("", _("Not said"))]
        countries = sorted(((one, wording.country_name(one)) for one in current_region().countries), key=_by_name)
        languages = [(code, wording.language_name(code)) for code in spoken()]
        self.fields["country"].choices = [("", _("Choose")), *countries]
        for name, kind in KINDS.items():
            choices = [(one, wording.label(kind, one)) for one in vocabulary.ids(kind)]
            self.fields[name].choices = [*none, *choices] if name == "engagement" else choices
        self.fields["languages"].choices, self.fields["about_language"].choices = languages, [*none, *languages]
        for field in self.fields.values():
            if isinstance(field, forms.MultipleChoiceField):
                field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
        if accounts:
            free = Organisation.objects.filter(profile=None).order_by("name")
            self.fields["account"].choices = [("", _("It does not")), *((str(one.pk), one.name) for one in free)]
        else:
            del self.fields["account"]

    @classmethod
    def values_of(cls, profile: Profile) -> dict[str, Any]:
        """What a form for this profile starts with."""
        towns = [found.name for identifier in profile.towns if (found := town(identifier))]
        values = {name: getattr(profile, name) for name in FIELDS}
        return values | {"names": "\n".join(profile.names), "towns": "\n".join(towns)}

    def clean_names(self) -> list[str]:
        """One name a line."""
        return many(self.cleaned_data["names"])

    def clean_towns(self) -> list[str]:
        """Ids of municipalities."""
        return _or_error(lambda: town_ids(self.cleaned_data["towns"], country=self.cleaned_data.get("country", "")))

    def clean_website(self) -> str:
        """With its scheme."""
        return self._checked("website")

    def clean_email(self) -> str:
        """An address."""
        return self._checked("email")

    def clean_phone(self) -> str:
        """A number."""
        return self._checked("phone")

    def values(self) -> dict[str, Any]:
        """What the services take, once the form is valid."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    def _checked(self, name: str) -> str:
        return _or_error(lambda: values_checked({name: self.cleaned_data[name]})[name])


class ConsentForm(forms.Form):
    """Which parts the organisation agrees to show."""

    shows = forms.MultipleChoiceField(
        label=gettext_lazy("What may the public see?"),
        choices=GROUP_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class GivenForm(forms.Form):
    """Who of the organisation said so."""

    given_by = forms.CharField(
        label=gettext_lazy("Who in the organisation agreed"),
        help_text=gettext_lazy("The role is enough, such as “coordinator”. This stays private."),
        required=False,
        max_length=200,
    )


def _by_name(pair: tuple[str, str]) -> str:
    return pair[1]


def _or_error(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except Refused as refusal:
        raise ValidationError(str(refusal)) from refusal
