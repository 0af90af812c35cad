"""The refusals of the observatory. The middleware of this app turns each into one answer, in one place."""

from __future__ import annotations

from django.utils.translation import gettext as _

from komshi.errors import KomshiError


class NotFound(KomshiError):
    """The thing is not there, or this person may not know that it is: both look alike. HTTP 404."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or _("There is nothing at this address that you may see."))


class NotAllowed(KomshiError):
    """The person is known and may not do this. HTTP 403."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or _("Your role does not allow this: ask an editor or operator of your organisation."))


class Refused(KomshiError):
    """The request cannot be carried out as it stands; the message says what to change. HTTP 409 (forms show it)."""
