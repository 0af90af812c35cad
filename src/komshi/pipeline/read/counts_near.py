"""How far a number of persons stands from a verb that may count them."""

from __future__ import annotations

from komshi.pipeline.read.counts_persons import Persons
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit

# Words between a verb and its number; a comma, or another verb in between, parts them more than words do.
REACH, COMMA = 12, 3
# The commas around what is said of those whom a number counts.
_APPOSITION = 2
# An auxiliary or an article is no longer, and there are no more of them before a verb.
HELPER, HELPERS = 5, 3
_DASHES = frozenset("–—")


def distance_of(persons: Persons, verb: Hit, *, form: str, prepared: Prepared) -> float:
    """The words between a number and a verb, commas counted more; `REACH` where the two do not go together."""
    if persons.first < verb.last and persons.last > verb.first:
        return 0.0
    after = persons.first >= verb.last
    words = persons.first - verb.last if after else verb.first - persons.last
    if not after and _ends_between(prepared, persons.last, first=verb.first):
        return float(REACH)  # “… in block 45. One was shot”: the stop after a number looks like that of an ordinal
    if persons.total and after and persons.bare:
        words //= 2  # “the number of *those arrested* in the case of the containers has risen *to nine*”
    if words > REACH or (form == "noun" and words > (2 if after else 0)):
        return float(REACH)
    bare = persons.bare and not persons.total  # “the number of those arrested for this *rose to eleven*”
    if bare and words > (1 if after else _helpers(prepared, persons, verb=verb)):
        opens = form == "many" and not after and _opens_title(prepared, persons.first, verb.first)
        return 1.0 if opens else float(REACH)
    left, right = (verb.last, persons.first) if after else (persons.last, verb.first)
    ends, starts = prepared.tokens.ends, prepared.tokens.starts
    gap = prepared.folded[ends[left - 1] : starts[right]] if right >= left else ""
    if ";" in gap and not persons.others:
        return float(REACH)  # “three were arrested; *nineteen* guests were fined”
    if ":" in gap and gap.strip(" :"):
        return float(REACH)  # “drivers caught on the motorway: *ten people* in the boots”
    commas = gap.count(",") + gap.count(";")
    if bare and not after and (commas or not _DASHES.isdisjoint(gap)):
        return float(REACH)  # “by *two*, he was in handcuffs”, “gave back *nineteen* — father and son caught”
    if not after and not persons.bare and commas == _APPOSITION and len(gap) - gap.rfind(",") <= HELPER:
        commas = 0  # “the couple, *A. and B.*, was arrested”
    # Others come at the end of a list: “against A. B., the director, and three *others*”.
    return words + commas * (1 if persons.others and after and ";" not in gap else COMMA)


def _opens_title(prepared: Prepared, first: int, verb: int) -> bool:
    """Whether a number opens the title and nothing parts it from a verb: “9 bank and court clerks arrested”."""
    title = prepared.article.title or ""
    gap = prepared.folded[prepared.tokens.starts[first] : prepared.tokens.starts[verb]]
    return first == 0 and bool(title) and prepared.text.startswith(title) and {",", ";", ":", "."}.isdisjoint(gap)


def _helpers(prepared: Prepared, persons: Persons, *, verb: Hit) -> int:
    """How many words may stand between a bare number in letters and its verb: “two *were* wounded”."""
    between = prepared.tokens.words[persons.last : verb.first]
    digits = prepared.folded[prepared.tokens.starts[persons.first]].isdigit()
    if between and len(between[0]) > HELPER and verb.term.id.startswith("arrested"):
        # “six *borrowers* were also arrested”: no list knows every noun for persons
        return 0 if any(len(word) > HELPER for word in between[1:]) else HELPERS + 1
    return 0 if digits or any(len(word) > HELPER for word in between) else HELPERS


def _ends_between(prepared: Prepared, last: int, *, first: int) -> bool:
    """Whether a full stop before a capital stands between two words."""
    gap = prepared.folded[prepared.tokens.ends[last - 1] : prepared.tokens.starts[first]] if first else ""
    return "." in gap and first == last and prepared.is_capital(first)
