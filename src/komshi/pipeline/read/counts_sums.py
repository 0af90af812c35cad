"""How numbers of persons add up: those listed beside one number, and those of other places."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from komshi.pipeline.read.counts_persons import Persons
    from komshi.pipeline.read.numerals import NumberGrammar
    from komshi.pipeline.read.prepared import Prepared

# Words from a number and its verb to that of the next place.
_PLACED = 8
# Words of “in Old Town another” before a number.
_PLACE_BEFORE = 5
# Words from a number's noun to “and a woman”.
_MORE = 3
# Behind such a mark the parts of a number are told.
_TELLS = frozenset(":;—–")
# A preposition is no longer, nor is an article.
_SHORT, _ARTICLE = 4, 3


def summed(row: list[Persons], index: int, *, prepared: Prepared, grammar: NumberGrammar) -> tuple[int, int, int]:
    """A number with those that are listed with it (“eight managers and seven owners”): value, first and last word."""
    found = row[index]
    value, first, last = found.value, found.first, found.last
    if not found.whole:
        value, last = _placed(row, index, prepared=prepared, grammar=grammar)
    if found.bare or found.whole:
        return value, first, last
    parts: list[int] = []
    for following in row[index + 1 :]:
        if following.first < last:
            continue
        # “A van with 23 migrants, two arrested”: those who are carried and those who carry them are no one number.
        alike = _is_from(prepared, found) and _is_from(prepared, following) == _is_from(prepared, found)
        if (following.bare and not alike) or following.migrants != found.migrants:
            break
        if not (_listed(prepared, last, following, grammar) or _said_again(prepared, found, following, grammar)):
            break
        parts.append(following.value)
        value, last = value + following.value, following.last
    if parts and (sum(parts) < found.value or len(parts) > 1):
        # “five people, *four men and a woman*” tells who the five are.
        rest = found.value - sum(parts)
        end = _one_more(prepared, last, grammar) if rest == 1 else last if not rest else 0
        value, last = (found.value, end) if end else (value, last)
    after, summed_up = found, False
    for before in reversed(row[:index]):
        if before.last > first:
            continue  # the same words told twice (“both”)
        if (
            before.bare
            or before.whole
            or before.migrants != found.migrants
            or not (_listed(prepared, before.last, after, grammar) or _said_again(prepared, before, after, grammar))
        ):
            break
        if summed_up and before.value == value:
            return value, before.first, last  # “*four adults*, two women and two men, were arrested”
        value, first, after, summed_up = value + before.value, before.first, before, True
    return value, first, last


def _one_more(prepared: Prepared, last: int, grammar: NumberGrammar) -> int:
    """Where somebody ends who is told behind a number and an “and” (“four men *and a woman*”); 0 if nobody is."""
    joints, words, of = grammar.joining | grammar.listing, prepared.tokens.words, prepared.sentence_of_word
    at = next((at for at in range(last, min(last + _MORE, len(words) - 2)) if words[at] in joints), None)
    return at + 3 if at is not None and of[at + 2] == of[last - 1] else 0


def _placed(row: list[Persons], index: int, *, prepared: Prepared, grammar: NumberGrammar) -> tuple[int, int]:
    """A number with those of other places: “23 were detained here, *nine in one country and three in another*”."""
    value, last = row[index].value, row[index].last
    words, tokens, folded = prepared.tokens.words, prepared.tokens, prepared.folded
    placed = False
    for following in row[index + 1 :]:
        at = following.last
        if (
            following.migrants != row[index].migrants
            or "(" in folded[tokens.ends[last - 1] : tokens.starts[following.first]]
        ):
            break  # “17 arrests (11 here, 4 there)”: the parts of the number
        # “*, and another* two in Old Town”
        beside = words[max(last, following.first - 2) : following.first]
        gap = folded[tokens.ends[max(last, following.first - 2) - 1] : tokens.starts[following.first]]
        joined = "," in gap or not (grammar.joining | grammar.listing).isdisjoint(beside)
        where = at + 1 < len(words) and words[at] in grammar.scenes and begins_place(prepared, at + 1)
        near = joined and where and following.first - last <= _PLACED
        behind = near and (placed or _names_place(prepared, last, following.first, grammar))
        if not (behind or _is_placed_before(prepared, last, following, grammar)):
            break
        placed = True
        value, last = value + following.value, at
    return value + _ones_placed(prepared, last, grammar, placed=placed), last


def _is_placed_before(prepared: Prepared, last: int, following: Persons, grammar: NumberGrammar) -> bool:
    """Whether a number comes behind its own place, and another place stands before it: “seven in A., *and in B.
    another two*”.
    """
    words, tokens, folded = prepared.tokens.words, prepared.tokens, prepared.folded
    joints = grammar.joining | grammar.listing
    near = range(max(last, following.first - _PLACE_BEFORE), following.first - 1)
    here = next((at for at in near if words[at] in grammar.scenes and prepared.is_capital(at + 1)), 0)
    if not here or (words[here - 1] not in joints and "," not in folded[tokens.ends[here - 2] : tokens.starts[here]]):
        return False
    plain = range(here + 1, following.first - following.others)
    if any(len(words[at]) > _SHORT and not prepared.is_capital(at) for at in plain):
        return False  # “in A. and B. *carried 180*”
    # “*In Old Town* seven were caught, and in B. another two”
    start = bisect_left(prepared.sentence_of_word, following.sentence)
    return not following.away and _names_place(prepared, start, here, grammar)


def begins_place(prepared: Prepared, at: int) -> bool:
    """Whether the name of a place begins at a word, or behind an article (“in *the Serbian* town of A.”)."""
    words = prepared.tokens.words
    article = at + 1 < len(words) and len(words[at]) <= _ARTICLE
    return prepared.is_capital(at) or (article and prepared.is_capital(at + 1))


def _names_place(prepared: Prepared, first: int, last: int, grammar: NumberGrammar) -> bool:
    """Whether a place is told between two words: “in A.”, “on the ground of A.”."""
    words = prepared.tokens.words
    return any(
        words[at] in grammar.scenes and (prepared.is_capital(at + 1) or (at + 2 < last and prepared.is_capital(at + 2)))
        for at in range(first, last - 1)
    )


def _ones_placed(prepared: Prepared, last: int, grammar: NumberGrammar, *, placed: bool) -> int:
    """How many more are told of other places behind a list of such, or behind one: “five here, four in A. *and one in
    B.*”, “… *and one each* in B. and C.” with the word for “each” first.
    """
    words, of = prepared.tokens.words, prepared.sentence_of_word
    joints = grammar.joining | grammar.listing
    for at in range(last, min(last + _PLACED, len(words) - 3)):
        each = words[at + 1] in grammar.each
        one = at + 1 + each
        if (
            words[at] in joints
            and one + 2 < len(words)
            and grammar.atoms.get(words[one]) == ("values", 1.0)
            and words[one + 1] in grammar.scenes
            and begins_place(prepared, one + 2)
            and of[one + 2] == of[last - 1]
            and (placed or _names_place(prepared, last, at, grammar))
        ):
            return 1 + (each and _names_two(prepared, one + 2, joints))
    return 0


def _names_two(prepared: Prepared, first: int, joints: frozenset[str]) -> bool:
    """Whether two places are told: “in *A. and B.*”."""
    words = prepared.tokens.words
    after = range(first + 1, min(first + _ARTICLE, len(words) - 1))
    return any(words[at] in joints and prepared.is_capital(at + 1) for at in after)


def _said_again(prepared: Prepared, found: Persons, following: Persons, grammar: NumberGrammar) -> bool:
    """Whether the word before a number stands before the next one too, behind an “and”: “*for* three clerks of the
    town *and for* two haulers”.
    """
    words, at = prepared.tokens.words, following.first
    if not found.first or at - found.last > 2 * _PLACED or following.others or following.away:
        return False
    short = len(words[at - 1]) <= _SHORT and words[at - 1] == words[found.first - 1]
    return short and words[at - 2] in grammar.joining | grammar.listing


def _is_from(prepared: Prepared, persons: Persons) -> str:
    """The preposition before the place that those of a number are from: “three *from* Old Town”; empty for none."""
    words, at = prepared.tokens.words, persons.last
    placed = at + 1 < len(words) and len(words[at]) <= _SHORT and prepared.is_capital(at + 1)
    return words[at] if placed else ""


def _listed(prepared: Prepared, left: int, following: Persons, grammar: NumberGrammar) -> bool:
    """Whether only a comma or an “and” stands before a number of persons; “28 people, *ten others* are wanted” goes
    elsewhere.
    """
    words = prepared.tokens.words[left : following.first]
    if not words:
        gap = prepared.folded[prepared.tokens.ends[left - 1] : prepared.tokens.starts[following.first]]
        # “three: *a couple* and …”, “nine people — *six drivers* and …” tell who those are
        return not (following.others or following.away) and _TELLS.isdisjoint(gap) and " - " not in gap
    joints = grammar.joining | grammar.listing
    if following.away:
        return False
    if words[-1] in joints and len(words) <= _PLACED and not following.others:
        # “three sailors *from Old Town and* one docker”
        return len(words) == 1 or (words[0] not in joints and prepared.is_capital(left + 1) and len(words[0]) <= _SHORT)
    return len(words) == 1 and words[0] in joints
