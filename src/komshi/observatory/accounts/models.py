"""People, organisations, and who belongs where."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from komshi.observatory.accounts.choices import ROLE_CHOICES
from komshi.observatory.base.models import BaseModel


class User(AbstractUser):
    """A person who signs in. What the person may do follows from memberships alone (accounts/permissions.py)."""


class Organisation(BaseModel):
    """A civil society organisation that takes part in the observatory."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, two letters")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(BaseModel):
    """A person in an organisation, with one role. A membership that ended is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "organisation"], name="accounts_membership_one")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} of {self.organisation_id}"
