"""What an organisation can agree to show, and which columns each part of that is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

GROUPS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "place": ("country", "towns"),
    "focus": ("focus", "engagement", "entry_points", "activities", "languages"),
    "about": ("about", "about_language"),
    "contact": ("website", "email", "phone"),
    "challenges": ("challenges",),
}
"""The parts of a profile that are agreed to one by one, in the order in which a page shows them."""

GROUP_CHOICES = [
    ("name", _("The name. Without it nothing else is shown.")),
    ("place", _("The country and the towns, never an address")),
    ("focus", _("What you work on: focus, how directly, kind of organisation, activities, languages")),
    ("about", _("The sentences about yourselves")),
    ("contact", _("Website, e-mail and telephone")),
    ("challenges", _("What makes your work hard")),
]

KINDS = {
    "focus": "focus_areas",
    "engagement": "engagement_levels",
    "entry_points": "entry_points",
    "activities": "activities",
    "challenges": "challenges",
}
"""Columns whose values are ids of the vocabulary, with the kind that they are of."""

LISTS = ("names", "towns", "focus", "entry_points", "activities", "challenges", "languages")
TEXTS = ("name", "country", "engagement", "website", "email", "phone", "about", "about_language")
FIELDS = (*TEXTS, *LISTS)
"""Every column that a person or a file can fill."""

LONGEST = {"name": 200, "website": 300, "email": 200, "phone": 60, "about": 1000}
"""Characters that a text may have."""
