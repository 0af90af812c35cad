"""The form by which a person says what an incident or a trend does, in one dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from komshi.observatory.base import wording
from komshi.observatory.trends.choices import LONGEST_REASON
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from komshi.observatory.trends.evidence import Phrase


def _labels(kind: str) -> list[tuple[str, str]]:
    return [(one, wording.label(kind, one)) for one in vocabulary.ids(kind)]


class AssessmentForm(forms.Form):
    """One dimension. Fields of the six forms of a page are told apart by the dimension."""

    level = forms.ChoiceField(label=_("How strong is the effect?"), widget=forms.RadioSelect)
    direction = forms.ChoiceField(label=_("Where is it going?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why?"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One or two plain sentences. Name no person, no firm and no ethnic group: a reason in which a word may be "
            "a name is kept for members and not shown to the public."
        ),
    )  # fmt: skip
    reason_language = forms.ChoiceField(label=_("Language of these sentences"))
    cited = forms.MultipleChoiceField(
        label=_("What shows it?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose at least one. The public sees only those that stand on the page of the incident."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, dimension: str, phrases: Sequence[Phrase]) -> None:
        super().__init__(data, prefix=dimension, initial={"reason_language": get_language()})
        self.dimension = dimension
        self.fields["level"].choices = _labels("impact_levels")
        self.fields["direction"].choices = _labels("directions")
        self.fields["reason_language"].choices = settings.LANGUAGES
        self.fields["cited"].choices = [(one.value, f"{one.words} ({one.source})") for one in phrases]
