"""What an organisation asked of an office, what came back, and, append-only, who wrote down what and when."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.permissions import active_memberships
from komshi.observatory.base.models import BaseModel
from komshi.observatory.base.windows import Filed, Window, window_of
from komshi.observatory.casework.choices import OUTCOMES, STEPS, Outcome


class FilingQuerySet(models.QuerySet["Filing"]):
    """Filings that a person may know of."""

    def visible_to(self, user: Any) -> FilingQuerySet:
        """Those of the person's own organisations, and those that are public; for an operator also those of nobody."""
        memberships = active_memberships(user)
        if not memberships:
            return self.none()
        seen = models.Q(public=True) | models.Q(organisation__in=[one.organisation_id for one in memberships])
        if any(one.role == Role.OPERATOR for one in memberships):
            seen |= models.Q(organisation=None)
        return self.filter(seen)


class Filing(BaseModel):
    """One request or report. `institution` is the id of an institution or a kind of office, never a person.

    `organisation` is empty for one that takes no part in the observatory; `profile` may then name it in the network.
    """

    organisation = models.ForeignKey(
        "accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="filings"
    )
    profile = models.SlugField(max_length=80, blank=True, default="")
    kind = models.CharField(max_length=40)
    institution = models.CharField(max_length=80)
    country = models.CharField(max_length=2)
    town = models.CharField(max_length=80, blank=True, default="")
    incident = models.ForeignKey("incidents.Incident", null=True, on_delete=models.SET_NULL, related_name="filings")
    filed_on = models.DateField()
    answered_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, choices=OUTCOMES, default=Outcome.WAITING)
    public = models.BooleanField(default=False)

    objects = FilingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "filed_on"], name="filing_of")]

    def __str__(self) -> str:
        return f"filing {self.pk}"

    @property
    def window(self) -> Window:
        """Its deadlines by the law of its country."""
        return window_of(Filed(self.kind, self.country, self.filed_on, self.outcome, self.answered_on))


class FilingEvent(models.Model):
    """One step of one person. `day` is when it happened, `at` when it was written down."""

    append_only = True

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20, choices=STEPS)
    outcome = models.CharField(max_length=20, choices=OUTCOMES, blank=True, default="")
    day = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.step} of filing {self.filing_id}"
