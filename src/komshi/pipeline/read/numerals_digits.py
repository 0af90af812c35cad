"""Numbers in digits: which mark separates thousands and which decimals, told from the groups that it makes."""

from __future__ import annotations

import re

from komshi.pipeline.text.tokens import Tokens

SPACES = frozenset(" \u00a0\u2009\u202f")
_TICKS = frozenset("'’")
_GLUED = re.compile(r"([0-9]+)([^\W\d_]\w*)?")
# Longer runs are account, card or case numbers; below this length a float is exact.
_MOST_DIGITS = 15
# What stands before the last figures of a date as machines write it: “2024-05-31 130 kilos” are two numbers.
_OF_DATE = re.compile(r"(?:19|20)[0-9]{2}-(?:[0-9]{2}-)?$")


def digit_run(i: int, *, folded: str, tokens: Tokens) -> tuple[list[str], str, str, int]:
    """The groups of digits that stand together from word `i` on, the marks between them, letters glued to the last
    group (`kg`), and the index of the word after them.
    """
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    groups: list[str] = []
    marks: list[str] = []
    at = i
    dated = _OF_DATE.search(folded[max(0, starts[i] - 8) : starts[i]]) is not None
    while True:
        match = _GLUED.fullmatch(words[at])
        if match is None:  # a digit of another script stands inside the word: the number ends before its mark
            return (groups, "".join(marks[:-1]), "", at) if groups else (groups, "", words[at], at + 1)
        groups.append(match.group(1))
        at += 1
        if match.group(2) or at >= len(words):
            return groups, "".join(marks), match.group(2) or "", at
        mark = folded[ends[at - 1]]
        apart = starts[at] - ends[at - 1] != 1 or not "0" <= words[at][0] <= "9"
        if apart or (dated and mark in SPACES) or not _continues(groups, marks, mark, words[at]):
            return groups, "".join(marks), "", at
        marks.append(" " if mark in SPACES else "'" if mark in _TICKS else mark)


def _continues(groups: list[str], marks: list[str], mark: str, word: str) -> bool:
    if mark in ".,":
        return True
    if mark in SPACES or mark in _TICKS:
        kind = " " if mark in SPACES else "'"
        thousands = len(word) == 3 or (len(word) > 3 and not word[3].isdigit() and word[:3].isdigit())
        return thousands and len(groups[0]) <= 3 and (not marks or marks[-1] == kind)
    return False


def resolve(groups: list[str], marks: str, *, thousands: str) -> tuple[float, float | None] | None:
    """The value of groups of digits, and the other value that they can have; None when they are no number (a date, an
    account). `thousands` holds the marks that separate thousands in the language.
    """
    if sum(map(len, groups)) > _MOST_DIGITS:
        return None
    if not marks:
        return float(groups[0]), None
    whole, last, mark = groups[:-1], groups[-1], marks[-1]
    grouped = len(whole[0]) <= 3 and all(len(group) == 3 for group in whole[1:])
    if len(marks) > 1 or mark in " '":
        if len(set(marks)) == 1:
            return (float("".join(groups)), None) if grouped and len(last) == 3 and mark != "" else None
        if len(set(marks[:-1])) == 1 and mark in ".," and grouped:
            return float("".join(whole) + "." + last), None
        return None
    decimal = float(f"{whole[0]}.{last}")
    if len(last) != 3 or len(whole[0]) > 3 or whole[0].startswith("0"):
        return decimal, None
    thousand = float(whole[0] + last)
    return (thousand, decimal) if mark in thousands else (decimal, thousand)
