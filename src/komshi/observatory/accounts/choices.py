"""Roles, from the least to the most."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """What a person is in an organisation. Each role may do what those before it may."""

    MEMBER = "member"
    ANALYST = "analyst"
    EDITOR = "editor"
    OPERATOR = "operator"

    @property
    def rank(self) -> int:
        """0 for a member, rising."""
        return list(Role).index(self)


ROLE_CHOICES = [
    (Role.MEMBER.value, _("Member: reads and submits")),
    (Role.ANALYST.value, _("Analyst: also reviews")),
    (Role.EDITOR.value, _("Editor: also publishes")),
    (Role.OPERATOR.value, _("Operator: also runs the observatory")),
]
