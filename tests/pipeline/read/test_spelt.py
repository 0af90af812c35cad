"""Words as they are spelt and typed in other ways: the northern way, and without the letters of their language."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.numerals import grammars_of
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article, Event

WRITTEN = (
    "Katër të arrestuar në Kukës\nPolicia në Kukës ka arrestuar katër persona. Është sekuestruar edhe një sasi prej 12 "
    "kilogramësh kanabis. Prokuroria ka filluar hetimet dhe ata janë dërguar në paraburgim."
)
NORTHERN = {
    "arrestuar": "arrestue",
    "Është": "Asht",
    "sekuestruar": "sekuestrue",
    "një": "nji",
    "filluar": "fillue",
    "dërguar": "dërgue",
}


def terms(region, language: str, topic: str, text: str) -> set[str]:
    lexicon = region.languages[language].lexicon(topic)
    return {hit.term.id for hit in lexicon.scan(tokenize(fold(text)))}


@pytest.mark.parametrize(
    ("language", "topic", "written", "typed", "term"),
    [
        ("hbs", "roles", "osuđen na zatvor", "osuden na zatvor", "cue.convicted.both"),
        ("hbs", "roles", "osuđen na zatvor", "osudjen na zatvor", "cue.convicted.both"),
        ("mk", "time", "минатата ноќ", "minatata nok", "night"),
        ("mk", "time", "вчера попладне", "vchera popladne", "day.-1"),
        ("sq", "counts", "u arrestuar", "u arrestue", "arrested"),
        ("sq", "counts", "është ndaluar", "asht ndalue", "arrested.one"),
    ],
)
def test_a_word_is_found_however_it_is_typed(
    region, language: str, topic: str, written: str, typed: str, term: str
) -> None:
    assert term in terms(region, language, topic, written)
    assert term in terms(region, language, topic, typed)


@pytest.mark.parametrize(("word", "value"), [("shestmina", 6), ("chetvorica", 4), ("cetvorica", 4)])
def test_so_is_a_number(region, word: str, value: int) -> None:
    assert grammars_of(region)["mk"].atoms[word] == ("people", value)


def test_a_report_that_is_spelt_as_it_is_spoken_tells_the_same(region) -> None:
    reader, spoken = Reader(region), WRITTEN
    for written, northern in NORTHERN.items():
        spoken = spoken.replace(written, northern)
    assert told(reader, spoken) == told(reader, WRITTEN)


def told(reader: Reader, text: str) -> tuple[object, ...]:
    title, _, body = text.partition("\n")
    event: Event = reader.read(Article(id="spelt", title=title, text=body, published="2025-03-14")).events[0]
    return event.type, event.status, event.counts["arrested"], [one.amount for one in event.quantities]
