"""The forms by which members give texts, files and observations."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from komshi.observatory.sources import choices
from komshi.observatory.sources.uploads import ENCODINGS


class PasteForm(forms.Form):
    """A text from the clipboard."""

    text = forms.CharField(label=_("Text of the report"), widget=forms.Textarea(attrs={"rows": 14}))
    title = forms.CharField(label=_("Title"), required=False, max_length=500)
    url = forms.URLField(
        label=_("Where it was published (address)"), required=False, max_length=2000, assume_scheme="https"
    )
    published = forms.DateField(
        label=_("Day of publication"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    sensitivity = forms.ChoiceField(
        label=_("Who may see it"), choices=choices.SENSITIVITIES, initial=choices.Sensitivity.OPEN.value
    )


class FileForm(forms.Form):
    """A file from the person's machine."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A text (.txt), a saved page (.html), or many reports (.jsonl); 10 MB at most."),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.html,.htm,.jsonl,.gz"}),
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"), choices=[(name, name.upper() if name == "utf-8" else name) for name in ENCODINGS]
    )
    sensitivity = forms.ChoiceField(
        label=_("Who may see it"), choices=choices.SENSITIVITIES, initial=choices.Sensitivity.OPEN.value
    )


class ObservationForm(forms.Form):
    """What a member saw or heard."""

    what = forms.CharField(label=_("What happened"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6}))
    where = forms.CharField(label=_("Where"), max_length=300)
    when = forms.DateField(
        label=_("On which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )
    certainty = forms.ChoiceField(label=_("How do you know"), choices=choices.CERTAINTIES, widget=forms.RadioSelect)
    sensitivity = forms.ChoiceField(
        label=_("Who may see it"),
        choices=choices.SENSITIVITIES,
        initial=choices.Sensitivity.MEMBERS.value,
        widget=forms.RadioSelect,
    )
