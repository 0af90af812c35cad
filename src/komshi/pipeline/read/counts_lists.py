"""What stands before a name: whether the second goes on with the list of the first."""

from __future__ import annotations

from komshi.pipeline.read.counts_nouns import STOPS
from komshi.pipeline.text.fold import fold

# As many words and no comma between two names, and the second one is not on the list of the first.
_MOST_IN_LIST = 4
# Words from the “and” before the last of a list to his name.
_LAST = 4
# Words from a verb to the name that is its object.
_OBJECT = 2


def is_near(gap: str) -> bool:
    """Whether a name stands so near behind a verb that it is its object: “arrested *Judge A. B.*”."""
    return len(gap.split()) <= _OBJECT and STOPS.isdisjoint(gap)


def goes_elsewhere(gap: str, *, joining: frozenset[str]) -> bool:
    """Whether words that do not go on with a list stand between two names: “… *because he threatened* the …”."""
    words = fold(gap).split()
    return len(words) >= _MOST_IN_LIST and "," not in gap and joining.isdisjoint(words)


def is_last_of_list(gap: str, *, joints: frozenset[str]) -> bool:
    """Whether words end with an “and” and who the next one is: “…, who rented the school, *and the farmer* …”."""
    after = fold(gap).rpartition(",")[2].split()
    return "," in gap and len(after) <= _LAST and not joints.isdisjoint(after[:1])
