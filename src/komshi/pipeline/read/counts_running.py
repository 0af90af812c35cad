"""Running totals: how many were caught since the year began is not how many were caught in the news."""

from __future__ import annotations

from komshi.pipeline.read.counts_company import Company
from komshi.pipeline.read.counts_found import Count
from komshi.pipeline.read.counts_persons import Persons
from komshi.pipeline.text.lexicon import Hit

# A report ends with what was found since the year began; its title and its lead tell the news.
_LEAD = 2
Found = list[tuple[Count, Hit]]


def without_running(text: Company, found: Found) -> Found:
    """What the verbs of a text count, without running totals of the arrested if any other number is left."""
    kept = [
        (count, verb) for count, verb in found if not (count.numbered and not count.added and _is_running(text, verb))
    ]
    return kept if any(_is_arrest(verb) for _, verb in kept) else found


def grown_to(text: Company) -> Persons | None:
    """The number that all the arrested of a case have grown to: “bringing the number of those in custody *to 31*”."""
    of, best = text.prepared.sentence_of_word, None
    ends = {hit.last for hit in text.by_term.get("total", ()) if hit.term.attributes.get("rises")}
    running = {of[hit.first] for hit in text.by_term.get("running", ())}
    arrests = [verb for verb in text.verbs if _is_arrest(verb)]
    for sentence, row in text.wholes.items():
        if sentence in text.focus.background or sentence in running:
            continue
        for one in row:
            caught = any(of[verb.first] == sentence and verb.last <= one.first for verb in arrests)
            if one.first in ends and caught and (best is None or one.value > best.value):
                best = one
    return best


def _is_running(text: Company, verb: Hit) -> bool:
    """Whether a sentence begins with a time up to now: “*since January* 97 were arrested at this border”."""
    of = text.prepared.sentence_of_word
    sentence = of[verb.first]
    if not _is_arrest(verb) or sentence < _LEAD or text.is_title(sentence):
        return False
    first = min((other.first for other in text.verbs if of[other.first] == sentence), default=verb.first)
    return any(of[hit.first] == sentence and hit.first < first for hit in text.by_term.get("running", ()))


def _is_arrest(verb: Hit) -> bool:
    return verb.term.id.partition(".")[0] == "arrested"
