"""The root of every error that is meant for a person: one full sentence that says what to do."""

from __future__ import annotations


class KomshiError(Exception):
    """Something that the person at the keyboard can put right; the message tells how."""
