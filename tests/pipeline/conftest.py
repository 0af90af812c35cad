from __future__ import annotations

import pytest

from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.sketch import sketch_of
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import COUNT_KINDS, Actor, Event, Market, Organization, Place, Quantity, Reading

DURRES = Place("Durrës", "AL", 41.3235, 19.4547)
DURRES_PORT = Place("Porti i Durrësit", "AL", 41.309, 19.452, precision="port")
VLORE = Place("Vlorë", "AL", 40.4696, 19.4838)
NIS = Place("Niš", "RS", 43.3247, 21.9033)
ALBANIA = Place("Shqipëria", "AL", 41.0, 20.0, precision="country")


@pytest.fixture
def reading():
    """Make a reading of a cocaine seizure in Durrës; every value can be set."""

    def make(id, **values):
        text = values.pop("text", None)
        counts = values.pop("counts", {})
        event = Event(
            type=values.pop("type", "seizure"),
            score=0.9,
            status=values.pop("status", None),
            date=values.pop("date", "2024-03-13"),
            date_precision=values.pop("date_precision", "day"),
            place=values.pop("place", DURRES),
            quantities=tuple(Quantity(*q) for q in values.pop("quantities", [("cocaine", 137.0, "kg")])),
            counts={kind: counts.get(kind) for kind in COUNT_KINDS},
            actors=tuple(Actor(name, role, age=age) for name, role, age in values.pop("actors", [])),
        )
        return Reading(
            id=id,
            reader="komshi-1",
            language=values.pop("language", "sq"),
            script=values.pop("script", "Latn"),
            outlet=values.pop("outlet", None),
            published=values.pop("published", "2024-03-14"),
            relevant=values.pop("relevant", True),
            relevance=0.9,
            sketch=sketch(text) if text else None,
            markets=tuple(Market(m, 0.9) for m in values.pop("markets", ["cocaine_trade"])),
            events=(event,),
            organizations=tuple(Organization(o) for o in values.pop("organizations", [])),
            **values,
        )

    return make


def sketch(text):
    folded = fold(text)
    return sketch_of(folded, tokenize(folded), text=text)
