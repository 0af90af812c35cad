"""Train the models beside the rules (`komshi.pipeline.read.learned`) from labelled reports, and write their weights.

    python scripts/train_learned.py SEEN.jsonl --some-seen ARTICLES.jsonl … --unseen SHORT.jsonl … \
        --sentences SENTENCES.jsonl … --others OTHERS.jsonl … --whole WHOLE.jsonl … \
        --persons PERSONS.jsonl … [--check SET.jsonl]

UNSEEN are labelled reports that no rule was made for: from them the models learn how far the answers of the rules can
be trusted. SEEN is a set that the rules were tuned on; it adds words. SOME-SEEN are reports that of all these rules
those of roles and of places were tuned on. SENTENCES are cut out of running reports: what the news is can be learnt
from them, hardly who is who in it. OTHERS are reports by other hands: scenes and amounts are learnt from them, and
twice roles and what kind of news it is, of which no two people judge quite alike. WHOLE are more such reports, as long
as an outlet prints them: they teach scenes and amounts, and twice roles. PERSONS are hard on purpose, persons of all
parts side by side and single wordings: they teach roles alone. With `--check` the share right on a set
that neither has seen is printed for the rules alone and for both. The same files give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from train_network import LEAST, UNITS, as_text, fit_network

from komshi.pipeline.distance import kilometres
from komshi.pipeline.evaluate import read_gold
from komshi.pipeline.evaluate.amounts import compare_amounts
from komshi.pipeline.evaluate.fields import NEAR_KM
from komshi.pipeline.evaluate.people import same_person
from komshi.pipeline.jsonl import numbered, open_lines
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.how_much_units import units
from komshi.pipeline.read.learned import loads
from komshi.pipeline.read.learned.network import Features, Network
from komshi.pipeline.types import Event, Quantity
from komshi.regions import load

if TYPE_CHECKING:
    from komshi.pipeline.evaluate import Labelled

QUESTIONS = ("relevance", "type", "market", "status", "role", "amount", "place")


BOTH_WAYS = ("role", "place")
"""What is learnt from each report twice, with the answers of the rules and without, so that these are not all."""

OF_THE_NEWS = ("relevance", "type", "market", "status")
"""What is learnt from single sentences too."""

TIMES = 2
"""How often roles and the kind of news are learnt from reports by other hands: they shall not be one person's
judgement."""

WIDE = {"role": 2 * UNITS}
"""Where more hidden units tell more: half a point of the persons whom no model learns from, in each of five sets."""

SEEDS = {"role": 10}
"""Another order of learning than the first: orders differ by up to a point of role on every set, each way. It was
taken of two that were tried on 160 reports, and kept since.
"""


class Example(NamedTuple):
    """What the model is asked by, what the rules answered, and what is right."""

    features: Features
    rule: str
    right: str


Examples = dict[str, list[Example]]
"""By question."""


def main() -> None:
    """Read, fit, write, and say what is reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seen", nargs="*", type=Path)
    parser.add_argument("--some-seen", nargs="+", type=Path, default=[])
    parser.add_argument("--unseen", nargs="+", type=Path, default=[])
    parser.add_argument("--sentences", nargs="+", type=Path, default=[])
    parser.add_argument("--others", nargs="+", type=Path, default=[])
    parser.add_argument("--whole", nargs="+", type=Path, default=[])
    parser.add_argument("--persons", nargs="+", type=Path, default=[])
    parser.add_argument("--check", type=Path)
    parser.add_argument("--only", choices=QUESTIONS, help="train this model only")
    options = parser.parse_args()
    reader = Reader(load())
    learnt: list[Examples] = []
    for path in options.unseen:
        found = examples(reader, path)
        learnt += (found, _words_alone(found, BOTH_WAYS))
    for path in options.sentences:
        found = examples(reader, path)
        learnt.append({question: found[question] for question in OF_THE_NEWS})
    for path in options.some_seen:
        found = examples(reader, path)
        learnt += (found | {"place": []}, _words_alone(found, BOTH_WAYS))
    learnt += [_words_alone(examples(reader, path), QUESTIONS) for path in options.seen]
    for path in options.others:
        found = examples(reader, path)
        learnt += _told(found, ("place", "amount"))
        learnt += TIMES * [*_told(found, ("role",)), {"type": found["type"]}]
    for path in options.whole:
        found = examples(reader, path)
        learnt += [*_told(found, ("place", "amount")), *TIMES * _told(found, ("role",))]
    for path in options.persons:
        learnt += _told(examples(reader, path), ("role",))
    checked = examples(reader, options.check) if options.check else {}
    folder = Path(str(files("komshi.regions"))) / "western_balkans" / "models"
    for question in (options.only,) if options.only else QUESTIONS:
        found = [one for part in learnt for one in part.get(question, ())]
        least = 2 * LEAST if question in BOTH_WAYS else LEAST
        written, trained = _network(found, least=least, seed=SEEDS.get(question, 0), width=WIDE.get(question, UNITS))
        (folder / f"{question}.json").write_text(written, encoding="utf-8")
        print(f"{question}: {len(found)} examples, {written.count(chr(10)) - 2} features")  # noqa: T201 - to a terminal
        if checked:
            print(_reached(checked[question], trained))  # noqa: T201 - it talks to a terminal


def _network(found: list[Example], *, least: int, seed: int, width: int) -> tuple[str, Network]:
    fitted = fit_network([(one.features, one.right) for one in found], least=least, seed=seed, units=width)
    written = as_text(fitted)
    return written, loads(written)


def examples(reader: Reader, path: Path) -> Examples:
    """The examples of a file of labelled reports."""
    found: Examples = {question: [] for question in QUESTIONS}
    with open_lines(str(path)) as lines:
        gold = read_gold(numbered(lines), on_error=print)
    for report in gold:
        places: list[Example] = []
        for question, features, rule, name in reader.questions(report.article):
            right = _label(report, question, name)
            if right is not None:
                (places if question == "place" else found[question]).append(Example(features, rule, right))
        # Where the scene is not among the places, nothing is learnt of how to choose.
        if any(one.right == "yes" for one in places):
            found["place"] += places
    return found


def _without_rules(features: Features) -> Features:
    return {name: value for name, value in features.items() if name[:1] != "="}


def _told(found: Examples, questions: Sequence[str]) -> list[Examples]:
    """Some questions of a file, and of those that are asked both ways the words alone."""
    told = {question: found[question] for question in questions}
    return [told, _words_alone(told, [question for question in questions if question in BOTH_WAYS])]


def _words_alone(found: Examples, questions: Sequence[str]) -> Examples:
    """Without what the rules answered: on reports that they were made for they are right too often."""
    return {
        question: [one._replace(features=_without_rules(one.features)) for one in found[question]]
        for question in questions
    }


def _label(report: Labelled, question: str, name: str) -> str | None:
    if question == "relevance":
        return "yes" if report.relevant else "no"
    if not report.relevant:
        return None
    if question == "role":
        people = report.items("people")
        return next((one["role"] for one in people if one.get("name") and same_person(name, one["name"])), None)
    if question == "market":
        return next(iter(report.items("markets")), None)
    if question == "amount":
        return _part(report, *name.split())
    if question == "place":
        return _scene(report, *name.split())
    label: str | None = report.labels.get("event_type" if question == "type" else "status")
    return label


def _part(report: Labelled, amount: str, unit: str) -> str | None:
    """Whether an amount is what the event is about; None where the labels do not tell, or do not know the unit."""
    if report.labels.get("quantities") is None or amount == "None" or unit == "m3":
        return None
    read = Event("other", 1.0, quantities=(Quantity(None, float(amount), unit),))
    found, besides, _ = compare_amounts(report.items("quantities"), [read])
    if found or besides:
        return "yes" if found else "no"
    # Beside the main ones stand values and loans, but also goods that may have been taken.
    return None if unit in units() else "no"


def _scene(report: Labelled, country: str, kind: str, latitude: str, longitude: str) -> str | None:
    """Whether a place is where the event happened; None where the labels do not tell."""
    want = report.labels.get("place") or {}
    if not want.get("country"):
        return None
    if country != want["country"]:
        return "no"
    if want.get("country_only") or want.get("latitude") is None:
        return "yes" if kind == "country" else "no"
    if "None" in (latitude, longitude):
        return "no"
    there = (float(want["latitude"]), float(want["longitude"]))
    return "yes" if kilometres((float(latitude), float(longitude)), there) <= NEAR_KM else "no"


def _reached(found: list[Example], trained: Network) -> str:
    def share(answer: Callable[[Example], str]) -> float:
        return sum(answer(one) == one.right for one in found) / max(1, len(found))

    def read(one: Example) -> str:
        shares = trained.shares(one.features)
        return max(shares, key=shares.__getitem__)

    return f"  of {len(found)}: rules {share(lambda one: one.rule):.3f}, rules and words {share(read):.3f}"


if __name__ == "__main__":
    main()
