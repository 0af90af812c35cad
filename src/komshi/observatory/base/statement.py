"""The data-protection statement that an operator fills in: who is responsible, on what basis, and for how long."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from komshi.observatory.base.models import Statement

BASES = {
    "legitimate_interests": _("Legitimate interests: society has one in knowing what is done to it"),
    "public_interest": _("A task in the public interest"),
    "expression": _("Freedom of expression and information: journalism, research and the work of civil society"),
    "consent": _("Consent of the people concerned"),
    "contract": _("An agreement with the members who take part"),
}


@dataclass(frozen=True)
class Said:
    """What the operator says. Empty and None mean that it says nothing of it; years of 0: as long as it is run."""

    controller: str
    address: str = ""
    email: str = ""
    phone: str = ""
    country: str = ""
    bases: tuple[str, ...] = ()
    stored_in: str = ""
    years_reports: int | None = None
    years_observations: int | None = None
    years_accounts: int | None = None
    since: date | None = None

    def to_json(self) -> dict[str, Any]:
        """For the database."""
        return {**asdict(self), "bases": list(self.bases), "since": self.since.isoformat() if self.since else None}


def statement() -> Said | None:
    """What stands now; None while nobody has filled it in."""
    newest = Statement.objects.order_by("-pk").first()
    return _said(newest.values) if newest else None


def _said(values: dict[str, Any]) -> Said:
    known = {one.name for one in fields(Said)}
    kept = {name: value for name, value in values.items() if name in known}
    since = date.fromisoformat(kept["since"]) if kept.get("since") else None
    return Said(**{**kept, "bases": tuple(kept.get("bases") or ()), "since": since})
