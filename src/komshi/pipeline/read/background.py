"""Which sentences of a text are not its news: they retell, cite the law, count the year or point to other stories."""

from __future__ import annotations

import re

from komshi.pipeline.read.cues import cues
from komshi.pipeline.read.prepared import Prepared, remembered
from komshi.pipeline.region import Region

# Not a year of birth in brackets, beside a name.
_YEAR = re.compile(r"(?<!\()\b(?:19[89]\d|20[0-4]\d)\b")
# A sentence needs this much to be taken out: one plain phrase ("last year") or two weak ones ("already"). At 0.4, one
# weak word, the first market falls from 49 to 46 of 51 on written.dev; with nothing taken out the status falls from
# 37 to 36 of 39.
_ENOUGH = 0.8
_OLD_YEAR = 0.8
# A lead has at least this many characters.
_SHORTEST_LEAD = 30
# Yesterday and today.
_FRESH = frozenset({"day.0", "day.-1"})


class Background:
    """Tells the sentences that carry the news from those that do not."""

    def __init__(self, region: Region) -> None:
        self._region = region

    @remembered
    def __call__(self, prepared: Prepared) -> frozenset[int]:
        """Indexes of the background sentences. Never the title, and never the only sentence of a text."""
        said = [0.0] * len(prepared.sentences)
        for cue in cues(prepared, "background"):
            said[cue.sentence] += cue.weight
        for sentence in self._old_years(prepared):
            said[sentence] += _OLD_YEAR
        for sentence in self._menus(prepared) | self._teased(prepared):
            said[sentence] += _ENOUGH
        first = self._first(prepared)
        return frozenset(i for i, worth in enumerate(said) if i > first and worth >= _ENOUGH)

    def lead(self, prepared: Prepared) -> int:
        """The first sentence below the title that is neither a menu nor a pointer: it tells news, whatever it dates."""
        hits = prepared.hits.get("background", ())
        pointers = {prepared.sentence_of_word[hit.first] for hit in hits if hit.term.id == "teaser"}
        pointers |= self._menus(prepared)
        sentence = self._first(prepared) + bool(prepared.article.title)
        while sentence < len(prepared.sentences) and (sentence in pointers or self._is_short(prepared, sentence)):
            sentence += 1
        return sentence

    @staticmethod
    def _is_short(prepared: Prepared, sentence: int) -> bool:
        start, end = prepared.sentences.spans[sentence]
        return end - start < _SHORTEST_LEAD

    @staticmethod
    def _teased(prepared: Prepared) -> set[int]:
        """The lines below “Read also:” up to the next blank line: they tell other stories."""
        text, sentences = prepared.text, prepared.sentences
        found: set[int] = set()
        for hit in prepared.hits.get("background", ()):
            sentence = prepared.sentence_of_word[hit.first]
            if hit.term.id != "teaser" or sentence in found:
                continue
            start, end = sentences.spans[sentence]
            if text[start:end].rstrip().endswith(":"):
                stop = text.find("\n\n", end)
                found |= set(range(sentence, sentences.at((stop if stop >= 0 else len(text)) - 1) + 1))
        return found

    @staticmethod
    def _menus(prepared: Prepared) -> set[int]:
        """Lines of a page's furniture: “Home | News | 0 shares”."""
        text, found, at = prepared.text, set[int](), prepared.text.find(" | ")
        while at >= 0:
            found.add(prepared.sentences.at(at))
            at = text.find(" | ", at + 1)
        return found

    @staticmethod
    def _first(prepared: Prepared) -> int:
        """The last sentence that is always news: the end of the title, or the lead of a text without one."""
        title = prepared.article.title
        if title and prepared.text.startswith(title) and len(title) < len(prepared.text):
            return prepared.sentences.at(len(title) - 1)
        return 0

    @staticmethod
    def _old_years(prepared: Prepared) -> set[int]:
        """Sentences whose latest year is before the report's (if that is unknown, before the latest year named)."""
        years: dict[int, int] = {}
        for match in _YEAR.finditer(prepared.text):
            sentence = prepared.sentences.at(match.start())
            years[sentence] = max(years.get(sentence, 0), int(match.group()))
        published = prepared.article.published or ""
        now = int(published[:4]) if published[:4].isdecimal() else max(years.values(), default=0)
        # “… wanted for a murder in 2021, was arrested last night” is news, whatever year it names.
        fresh = {prepared.sentence_of_word[hit.first] for hit in prepared.hits.get("time", ()) if hit.term.id in _FRESH}
        return {sentence for sentence, year in years.items() if year < now} - fresh
