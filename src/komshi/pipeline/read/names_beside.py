"""Names in the light of the rest of their text: what is no person, what ends sooner, what a list makes sure."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from komshi.pipeline.read.names_mention import Mention
    from komshi.pipeline.read.names_words import NameWords

# Shorter words begin others in small letters.
_COMMON = 5
# Letters by which a surname is the same in any case.
_STEM = 4
# Words of a name that stands alone elsewhere in the text.
_SIZES = (2, 3)


def beside_others(text: str, mentions: list[Mention], *, words: NameWords) -> list[Mention]:
    """The mentions, those that are no persons left out, those with too many words cut, those in a list sure."""
    return _listed(text, _cut(text, _without_firms(text, _without_others(text, mentions, words), words)), words)


def _without_others(text: str, mentions: list[Mention], words: NameWords) -> list[Mention]:
    """Without what looks like a name, but is no person's.

    The word before it somewhere calls it a place (“in Royal Wells”), or one of its words is a common one, which the
    text has in small letters too (“Forty Persons”). Nor without an age somebody long dead, nor a surname that nobody
    has in the text behind what stands before towns (“near A.”).
    """
    mentions = [one for one in mentions if one.age is not None or not words.is_remembered(one.words)]
    inside = {one.words for one in mentions if not one.sure and words.is_inside(text, one.start)}
    whole = {fold(one.words[-1])[:_STEM] for one in mentions if one.kind == "full"}
    return [
        one
        for one in mentions
        if one.sure or not (one.words in inside or _is_common(text, one))
        if not (one.kind == "single" and words.is_near(text, one.start) and fold(one.words[0])[:_STEM] not in whole)
    ]


def _without_firms(text: str, mentions: list[Mention], words: NameWords) -> list[Mention]:
    """Without the names of firms: “owner of the firm *Delta Gradba,* A. B.”, but not “owner of the firm *A. B.*”."""
    kept = []
    for one, behind in zip_longest(mentions, mentions[1:]):
        followed = behind is not None and behind.kind == "full" and text[one.after : behind.start] == ", "
        plain = one.kind == "full" and one.age is None and not words(one.words[-1]).sure
        whole = plain and (followed or not words(one.words[0]).given)
        begun = one.kind == "single" and text[one.end : one.end + 2].strip().isupper()  # “of the firm *A.* Trans”
        if (whole or begun) and words.is_firm(text, one.start):
            continue
        kept.append(one)
    return kept


def _is_common(text: str, mention: Mention) -> bool:
    whole = mention.kind == "full" and mention.age is None
    return whole and any(f" {word.lower()}" in text for word in mention.words if len(word) >= _COMMON)


def _cut(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names without what follows in a headline of capitals, or as a nickname, where they stand alone elsewhere."""
    known = {one.words for one in mentions if one.kind == "full" and one.sure}
    for i, one in enumerate(mentions):
        alone = next((one.words[:size] for size in _SIZES if len(one.words) > size and one.words[:size] in known), None)
        if one.kind == "full" and alone and text.startswith(written := " ".join(alone), one.start):
            end = one.start + len(written)
            mentions[i] = one._replace(words=alone, end=end, after=one.after if one.dated else end, sure=True)
    return mentions


def _listed(text: str, mentions: list[Mention], words: NameWords) -> list[Mention]:
    """A whole name with the name of a village in it is a person's where one stands beside it in a list."""
    for i, one in enumerate(mentions):
        if one.sure or one.kind != "full":
            continue
        for left, right in ((i - 1, i), (i, i + 1)):
            beside = left if right == i else right
            if 0 <= beside < len(mentions) and mentions[beside].sure and mentions[beside].kind == "full":
                gap = text[mentions[left].after : mentions[right].start]
                if gap == ", " or fold(gap.strip()) in words.joins:
                    mentions[i] = one._replace(sure=True)
    return mentions
