"""The truth about fictional articles: as labels to score against, and as the readings of a reader that errs little."""

from __future__ import annotations

from typing import Any

from komshi.pipeline.generate.dice import Dice
from komshi.pipeline.generate.tellings import Telling
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.sketch import sketch_of
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import COUNT_KINDS, Actor, Event, Market, Place, Quantity, Reading

READER = "generated"
_ROLES = {"indictment": "charged", "conviction": "convicted", "killing": "victim"}


def label_of(telling: Telling) -> dict[str, Any]:
    """The labels of one article, in the form that `komshi evaluate` reads (the text stands in the article)."""
    happening, facts = telling.happening, telling.happening.facts
    place = happening.place
    quantities = (
        [{"item": facts["item"], "amount": happening.amount, "unit": facts["unit"]}] if "quantity" in facts else []
    )
    return {
        "id": telling.article.id,
        "group": happening.group,
        "language": telling.voice.code,
        "script": telling.voice.script,
        "published": telling.article.published,
        "outlet": telling.voice.outlet,
        "relevant": happening.plot is not None,
        "markets": [facts["market"]] if facts else [],
        "event_type": facts.get("type"),
        "other_event_types": [],
        "date": happening.day.isoformat() if telling.day_told and facts else None,
        "place": {
            "name": place.name,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
        },
        "quantities": quantities,
        "counts": {kind: happening.counts.get(kind) if facts else None for kind in COUNT_KINDS},
        "people": [{"name": happening.person, "role": _role(facts), "age": happening.age}] if facts else [],
        "organizations": [],
        "status": facts.get("status"),
    }


def reading_of(telling: Telling, dice: Dice) -> Reading:
    """What a good reader would say of the article, with the slips that real ones make."""
    article, happening, facts = telling.article, telling.happening, telling.happening.facts
    head = Reading(
        article.id, READER, telling.voice.code, telling.voice.script, article.outlet, article.published,
        relevant=bool(facts), relevance=0.98 if facts else 0.02,
    )  # fmt: skip
    if not facts:
        return head
    folded = fold(article.canonical)
    place = happening.place
    if dice.chance(0.15):
        place = Place(place.country or "", place.country, precision="country")
    amount = float(happening.amount)
    if amount >= 100 and dice.chance(0.15):
        amount = round(amount, 1 - len(str(happening.amount)))
    day_told = telling.day_told and not dice.chance(0.1)
    quantity = Quantity(facts["item"], amount, facts["unit"]) if "quantity" in facts else None
    event = Event(
        type=facts["type"],
        score=0.9,
        status=facts["status"],
        date=happening.day.isoformat() if day_told else None,
        date_precision="day" if day_told else None,
        place=None if dice.chance(0.05) else place,
        quantities=(quantity,) if quantity and not dice.chance(0.1) else (),
        counts={kind: None if dice.chance(0.2) else happening.counts.get(kind) for kind in COUNT_KINDS},
        actors=() if dice.chance(0.2) else (Actor(happening.person, _role(facts), age=happening.age),),
    )
    return Reading(
        **{name: getattr(head, name) for name in ("id", "reader", "language", "script", "outlet", "published")},
        relevant=True,
        relevance=head.relevance,
        title=article.title,
        sketch=sketch_of(folded, tokenize(folded), text=article.canonical),
        markets=() if dice.chance(0.05) else (Market(facts["market"], 0.9),),
        events=(event,),
    )


def _role(facts: Any) -> str:
    return _ROLES.get(facts["type"], "suspect")
