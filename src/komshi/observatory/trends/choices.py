"""What an assessment can say, and how many people each dimension needs."""

from __future__ import annotations

PEOPLE_NEEDED = {"interethnic_relations": 2}
"""Dimensions that one person alone must not speak of in public; every other needs one."""
LONGEST_REASON = 600
"""Characters: one or two sentences."""
