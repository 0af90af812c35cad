"""What members see of filings, the one whose day comes next first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.permissions import Person, check_for
from komshi.observatory.base.errors import NotAllowed, NotFound
from komshi.observatory.base.offices import office_name
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import Town, town
from komshi.observatory.base.windows import window_words
from komshi.observatory.casework.models import Filing

if TYPE_CHECKING:
    from datetime import date

    from komshi.observatory.accounts.models import User
    from komshi.observatory.base.law import Name


@dataclass(frozen=True)
class FilingRow:
    """One filing in words. `days_left` until the day that counts next: 0 on it, below 0 after it, None without one."""

    filing: Filing
    office: Name
    town: Town | None
    standing: str
    days_left: int | None


def access_filing(user: Person, pk: int) -> Filing:
    """The filing if the person may know of it; NotFound for hidden and absent alike."""
    found = Filing.objects.visible_to(user).select_related("organisation", "incident").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def filing_rows(user: User) -> list[FilingRow]:
    """Filings that the person may know of: what still runs, soonest first; then what is over, newest first."""
    day = today()
    found = Filing.objects.visible_to(user).select_related("organisation").order_by("-filed_on", "-pk")
    rows = [filing_row(filing, day=day) for filing in found]
    return sorted(rows, key=lambda row: _urgency(row.days_left))


def filing_row(filing: Filing, *, day: date) -> FilingRow:
    """One filing in words, as it stands on that day."""
    window = filing.window
    return FilingRow(
        filing,
        office_name(filing.institution),
        town(filing.town) if filing.town else None,
        window_words(window, today=day),
        window.days_left(day),
    )


def may_write(user: User, filing: Filing, *, role: Role = Role.MEMBER) -> bool:
    """Whether the person speaks for the organisation of the filing in this role."""
    try:
        check_for(filing.organisation, role, user=user)
    except NotAllowed:
        return False
    return True


def _urgency(days_left: int | None) -> tuple[int, int]:
    running = days_left is not None and days_left >= 0
    return (0, days_left or 0) if running else (1, 0)
