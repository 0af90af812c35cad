"""The form by which a person puts a reading right. Says in one sentence each what is missing."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from komshi.observatory.base import wording
from komshi.observatory.base.region import current_region
from komshi.observatory.reading.corrections import NO_COUNTS, first_event
from komshi.observatory.reading.gazetteer import Candidate, place_find, place_get
from komshi.observatory.reading.known import known_items, known_units
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

_EARLIEST = 1990
_SPARE_ROWS = 2
_ROLES = ("subject", "value", "damage", "fine", "price", "background")
SILENT = gettext_lazy("the text does not say")


def _labels(kind: str, *, empty: bool = False) -> list[tuple[str, str]]:
    choices = [(identifier, wording.label(kind, identifier)) for identifier in vocabulary.ids(kind)]
    return [("", str(SILENT)), *choices] if empty else choices


def _plain(value: Any) -> Any:
    """A whole number without its `.0`, as a person would type it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _small_choice(choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=choices, widget=forms.Select({"class": "short"}))


class CorrectionForm(forms.Form):
    """Every value that a person may correct, filled with what stands now."""

    type = forms.ChoiceField(label=gettext_lazy("What happened"), choices=partial(_labels, "event_types"))
    markets = forms.MultipleChoiceField(
        label=gettext_lazy("Which market"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=partial(_labels, "markets"),
    )  # fmt: skip
    place = forms.CharField(
        label=gettext_lazy("Where"), required=False, max_length=120,
        help_text=gettext_lazy("The town, village, crossing or port, in any script. Empty: the text names no place."),
    )  # fmt: skip
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), required=False,
        help_text=gettext_lazy("Enough by itself when the text names no place."),
    )  # fmt: skip
    place_id = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    date = forms.CharField(
        label=gettext_lazy("When"), required=False, max_length=10,
        help_text=gettext_lazy("As exactly as the text says: 2023-03-14, or 2023-03, or 2023. Empty: it does not say."),
    )  # fmt: skip
    status = forms.ChoiceField(
        label=gettext_lazy("How far the proceedings are"), required=False,
        choices=partial(_labels, "statuses", empty=True),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Note for colleagues"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=gettext_lazy("Seen by members only."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, payload: Mapping[str, Any]) -> None:
        self.event = first_event(payload)
        self.kept_place: dict[str, Any] | None = self.event.get("place")
        self.candidates: list[Candidate] = []
        self.kept_quantities: list[dict[str, Any]] = list(self.event.get("quantities") or [])
        super().__init__(data, initial=self._initial(payload))
        countries = [(code, wording.country_name(code)) for code in current_region().countries]
        kept = (self.kept_place or {}).get("country")
        if kept and kept not in dict(countries):
            countries.append((kept, wording.country_name(kept)))
        self.fields["country"].choices = [("", str(SILENT)), *sorted(countries, key=lambda pair: pair[1])]
        self._add_numbers()

    @property
    def count_fields(self) -> list[forms.BoundField]:
        """The fields for the numbers of people."""
        return [self[f"count_{kind}"] for kind in NO_COUNTS]

    @property
    def quantity_rows(self) -> list[dict[str, forms.BoundField]]:
        """One row of fields for each amount, and spare rows for those that the reader missed."""
        parts = ("item", "amount", "unit", "role")
        return [{part: self[f"q{n}_{part}"] for part in parts} for n in range(len(self.kept_quantities) + _SPARE_ROWS)]

    def wanted(self) -> dict[str, Any]:
        """Every value as the person wants it; only for a form that is valid."""
        given = self.cleaned_data
        return {
            "type": given["type"],
            "markets": given["markets"],
            "status": given["status"] or None,
            "date": given["date"] or None,
            "date_precision": self._precision(given["date"]),
            "place": given["chosen_place"],
            "quantities": given["quantities"],
            "counts": {kind: given[f"count_{kind}"] for kind in NO_COUNTS},
        }

    def clean_markets(self) -> list[str]:
        """The chosen markets; those that the reader put first stay first."""
        order = self.initial["markets"]
        return sorted(self.cleaned_data["markets"], key=lambda m: order.index(m) if m in order else len(order))

    def clean_date(self) -> str:
        """An ISO date that may stop at the month or the year."""
        value = self.cleaned_data["date"].strip()
        if not value:
            return ""
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
            raise forms.ValidationError(_("Write the date as 2023-03-14, 2023-03 or 2023."))
        year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
        try:
            first = date(year, month, day)
        except ValueError:
            raise forms.ValidationError(_("There is no such day in the calendar.")) from None
        if year < _EARLIEST or first > timezone.now().date():
            raise forms.ValidationError(_("The date must lie between 1990 and today."))
        return value

    def clean(self) -> dict[str, Any]:
        """Finds the place, and puts the rows of amounts together."""
        given = super().clean() or self.cleaned_data
        given["chosen_place"] = self._chosen_place(given)
        given["quantities"] = [
            q for n in range(len(self.kept_quantities) + _SPARE_ROWS) if (q := self._quantity(given, n))
        ]
        return given

    def _initial(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        place, counts = self.kept_place or {}, self.event.get("counts") or {}
        name = "" if place.get("precision") == "country" else place.get("name") or ""
        numbers = {f"count_{kind}": counts.get(kind) for kind in NO_COUNTS}
        return numbers | {
            "type": self.event["type"],
            "markets": [market["id"] for market in payload.get("markets") or []],
            "place": name,
            "country": place.get("country") or "",
            "date": self.event.get("date") or "",
            "status": self.event.get("status") or "",
        }

    def _add_numbers(self) -> None:
        for kind in NO_COUNTS:
            self.fields[f"count_{kind}"] = forms.IntegerField(
                label=wording.count_name(kind), required=False, min_value=0, max_value=100_000,
                widget=forms.NumberInput(attrs={"class": "short"}),
            )  # fmt: skip
        for number in range(len(self.kept_quantities) + _SPARE_ROWS):
            kept = self.kept_quantities[number] if number < len(self.kept_quantities) else {}
            self._add_quantity_row(number, kept)

    def _add_quantity_row(self, number: int, kept: Mapping[str, Any]) -> None:
        items = [("", "—"), *((item, wording.label("items", item)) for item in known_items(kept.get("item")))]
        units = [("", "—"), *((unit, unit) for unit in known_units(kept.get("unit")))]
        roles = [(role, wording.role_of_quantity(role) or _("what it is about")) for role in _ROLES]
        number_box = forms.NumberInput({"class": "short", "step": "any"})
        for part, label, field in (
            ("item", _("Thing"), _small_choice(items)),
            ("amount", _("Amount"), forms.FloatField(required=False, min_value=0, widget=number_box)),
            ("unit", _("Unit"), _small_choice(units)),
            ("role", _("Part"), _small_choice(roles)),
        ):
            field.label, field.initial = label, _plain(kept.get(part))
            self.fields[f"q{number}_{part}"] = field

    def _quantity(self, given: Mapping[str, Any], number: int) -> dict[str, Any] | None:
        kept = self.kept_quantities[number] if number < len(self.kept_quantities) else {}
        item, amount = given.get(f"q{number}_item") or None, given.get(f"q{number}_amount")
        unit, role = given.get(f"q{number}_unit") or "", given.get(f"q{number}_role") or "subject"
        if amount is None and not item:
            return None
        if amount is not None and not unit:
            self.add_error(f"q{number}_unit", _("Choose the unit of this amount."))
        same = kept and (item, amount, unit, role) == tuple(kept.get(k) for k in ("item", "amount", "unit", "role"))
        if same:
            return dict(kept)
        return {"item": item, "amount": amount, "low": None, "high": None, "unit": unit, "role": role, "evidence": []}

    def _chosen_place(self, given: Mapping[str, Any]) -> dict[str, Any] | None:
        text, country = (given.get("place") or "").strip(), given.get("country") or ""
        kept = self.kept_place or {}
        unchanged = text == self.initial["place"] and country == self.initial["country"] and not given.get("place_id")
        if unchanged:
            return self.kept_place
        if chosen := place_get(given.get("place_id") or ""):
            return chosen.payload
        if not text:
            return self._country_alone(country)
        self.candidates = place_find(text, country=country if country != kept.get("country") else "")
        exact = [place for place in self.candidates if place.name.casefold() == text.casefold()]
        if len(self.candidates) == 1 or len(exact) == 1:
            return (exact or self.candidates)[0].payload
        if self.candidates:
            self.add_error("place", _("Several places fit: choose the one that is meant below."))
        else:
            unknown = _(
                "No place of this name is known. Give the municipality, or leave it empty and choose the country."
            )
            self.add_error("place", unknown)
        return None

    @staticmethod
    def _country_alone(country: str) -> dict[str, Any] | None:
        if not country:
            return None
        return {
            "name": wording.country_name(country), "country": country, "latitude": None, "longitude": None,
            "geonames_id": None, "precision": "country", "evidence": [], "inferred_from": None,
        }  # fmt: skip

    def _precision(self, value: str) -> str | None:
        if value and value == self.initial["date"]:
            return self.event.get("date_precision")
        return {4: "year", 7: "month", 10: "day"}.get(len(value))
