"""The people of the observatory's tests walk through all of it."""

from tests.observatory.conftest import _english, _quick_passwords, make_member, organisation

__all__ = ["_english", "_quick_passwords", "make_member", "organisation"]
