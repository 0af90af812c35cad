"""Writes: what the operator says about data protection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from komshi.observatory.accounts.permissions import can_operate, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.base.models import Statement
from komshi.observatory.base.region import current_region
from komshi.observatory.base.statement import BASES, Said

if TYPE_CHECKING:
    from komshi.observatory.accounts.models import User


def statement_set(*, said: Said, by: User | None) -> Statement:
    """Put a new statement in the place of the one that stood; earlier ones are kept.

    Raises NotAllowed for anybody but an operator (None: the command line of the machine), Refused where it cannot be.
    """
    membership = check(can_operate, by) if by is not None else None
    if not said.controller.strip() or not (said.email or said.address or said.phone):
        raise Refused(_("Say who is responsible, and give at least one way to reach them."))
    if said.country and said.country not in current_region().countries:
        raise Refused(_("Choose one of the countries of this observatory."))
    if not set(said.bases) <= BASES.keys() or not said.bases:
        raise Refused(_("Choose at least one legal basis."))
    if said.email:
        try:
            validate_email(said.email)
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
    with writing():
        kept = Statement.objects.create(values=said.to_json())
        organisation = membership.organisation if membership else None
        record("accounts:statement:set", subject=kept, actor=by, organisation=organisation)
    return kept
