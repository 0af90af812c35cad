"""Running totals: how many were caught since the year began is not how many were caught in the news."""

from __future__ import annotations

from komshi.pipeline.read.counts_company import Company
from komshi.pipeline.read.counts_found import Count
from komshi.pipeline.text.lexicon import Hit

# A report ends with what was found since the year began; its title and its lead tell the news.
_LEAD = 2
Found = list[tuple[Count, Hit]]


def without_running(text: Company, found: Found) -> Found:
    """What the verbs of a text count, without running totals of the arrested if any other number is left."""
    kept = [(count, verb) for count, verb in found if not (count.numbered and _is_running(text, verb))]
    return kept if any(_is_arrest(verb) for _, verb in kept) else found


def _is_running(text: Company, verb: Hit) -> bool:
    """Whether a sentence begins with a time up to now: “*since January* 97 were arrested at this border”."""
    of = text.prepared.sentence_of_word
    sentence = of[verb.first]
    if not _is_arrest(verb) or sentence < _LEAD or sentence == text.focus.sentence or text.is_title(sentence):
        return False
    first = min((other.first for other in text.verbs if of[other.first] == sentence), default=verb.first)
    return any(of[hit.first] == sentence and hit.first < first for hit in text.by_term.get("running", ()))


def _is_arrest(verb: Hit) -> bool:
    return verb.term.id.partition(".")[0] == "arrested"
