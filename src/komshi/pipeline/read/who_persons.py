"""Which mentions are one person: a whole name, the same with an initial, the surname alone, any of them in any case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.text.spelling import common_start, name_key

# Names that part before their fourth letter are two names.
_SAME = 3
# Letters between two of a list (" and ").
_JOINED = 5


@dataclass(slots=True)
class Person:
    """Somebody whom the text names, with all the places where it does."""

    name: tuple[str, ...]
    keys: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    initials: bool = False
    kin: bool = False


def persons(mentions: Sequence[Mention], forms: NameForms, *, plain: bool) -> list[Person]:
    """The persons of a text in the order of their first full mention; single surnames join the person who bears them.

    A single word that nobody bears becomes a person of its own; whether it is kept is for the caller to decide.
    """
    found: list[Person] = []
    by_start: dict[str, list[Person]] = defaultdict(list)
    for kinds in (("full",), ("mixed", "initials"), ("single",)):
        for at, mention in enumerate(mentions):
            if mention.kind not in kinds:
                continue
            keys = tuple(_key(word) for word in mention.words)
            nearby = found if mention.kind == "initials" else by_start.get(_start(keys, mention), [])
            fitting = [person for person in nearby if _fits(person, keys, mention)]
            if mention.kind == "initials" and (mention.age is not None or _is_listed(mentions, at)):
                # Whoever is named by initials with an age, or among others, is not named in full later: that is the one
                # who speaks.
                fitting = [person for person in fitting if person.initials or person.mentions[0] < at]
            if len(fitting) > 1:
                # A surname alone is that of whoever has been named with it so far.
                named = [person for person in fitting if person.mentions[0] < at]
                fitting = named if len(named) == 1 else fitting
            if len(fitting) > 1 and mention.kind == "single":
                # Nor is it that of a relative whom the text calls by the given name.
                named = [person for person in fitting if not person.kin]
                fitting = named if len(named) == 1 else fitting
            if len(fitting) > 1 and mention.kind != "full":
                # Two who bear one surname: a word that may mean either says nothing of both.
                continue
            person = fitting[0] if fitting else None
            if person is None:
                as_written = mention.kind == "initials" or (mention.kind == "single" and not mention.sure)
                name = mention.words if as_written else forms.base(mention.words, plain=plain)
                person = Person(
                    name, tuple(_key(word) for word in name), initials=mention.kind == "initials", kin=mention.kin
                )
                found.append(person)
                for start in {part[:_SAME] for key in person.keys for part in _parts(key)}:
                    by_start[start].append(person)
            person.mentions.append(at)
    for person in found:
        person.mentions.sort()
    return sorted(found, key=lambda person: person.mentions[0])


def _is_listed(mentions: Sequence[Mention], at: int) -> bool:
    """Whether others named by initials stand right beside a mention."""
    beside = [pair for pair in ((at - 1, at), (at, at + 1)) if pair[0] >= 0 and pair[1] < len(mentions)]
    return any(
        mentions[left].kind == mentions[right].kind == "initials"
        and mentions[right].start - mentions[left].after <= _JOINED
        for left, right in beside
    )


def _start(keys: tuple[str, ...], mention: Mention) -> str:
    """The letters under which a person whom the mention can mean is filed: those of the part that is written out."""
    return (max(keys, key=len) if mention.kind == "mixed" else keys[-1])[:_SAME]


def _key(word: str) -> str:
    return name_key(word.rstrip("."))


def _fits(person: Person, keys: tuple[str, ...], mention: Mention) -> bool:
    if mention.kind == "initials":
        mine = person.keys
        if len(mine) != len(keys):
            return False
        return mine == keys if person.initials else all(_begins(a, b) for a, b in zip(mine, keys, strict=True))
    if person.initials:
        return False
    if mention.kind == "single":
        return any(alike(keys[0], part) for key in person.keys[1:] or person.keys for part in _parts(key))
    if len(person.keys) < 2:
        return False
    if mention.kind == "mixed":
        if _hidden(keys) and not _hidden(person.keys):
            # Whoever is called "Ana P." is not told in full; "A." with a family name may be.
            return False
        return _initial_of(person.keys[0], keys[0]) and _initial_of(person.keys[-1], keys[-1])
    mine, theirs = _parts(keys[-1]), _parts(person.keys[-1])
    return _one_given(keys[0], person.keys[0]) and any(alike(a, b) for a in mine for b in theirs)


def _one_given(a: str, b: str) -> bool:
    """Whether two given names are one in different cases: of the same length they part in the last letter only, but for
    a vowel that moves ("Petar", "Petra"). "Mario" and "Marko" are two.
    """
    moved = {a[-2:], b[-2:][::-1]} if a[-2:-1] == "a" else {b[-2:], a[-2:][::-1]}
    return alike(a, b) and (len(a) != len(b) or a[:-1] == b[:-1] or len(moved) == 1)


def _parts(key: str) -> tuple[str, ...]:
    """A name with a hyphen (a double surname, a nickname behind one) and each half, either of which stands for it."""
    return (key, *(part for part in key.split("-") if len(part) > _SAME)) if "-" in key else (key,)


def _hidden(keys: tuple[str, ...]) -> bool:
    """Whether the surname is told by its first letter only."""
    return len(keys[-1]) <= 2 < len(keys[0])


def _initial_of(a: str, b: str) -> bool:
    """Whether two keys are one name, or one of them the other's initial."""
    return a[:1] == b[:1] if min(len(a), len(b)) <= 2 else alike(a, b)


def _begins(word: str, initial: str) -> bool:
    return word.startswith(initial)


def alike(a: str, b: str) -> bool:
    """Whether two keys are one name in different case endings: they part only in the last two letters."""
    if a == b:
        return True
    if a[:_SAME] != b[:_SAME]:
        return False
    common = common_start(a, b)
    return common >= max(_SAME, min(len(a), len(b)) - 2) and max(len(a), len(b)) - common <= 4
