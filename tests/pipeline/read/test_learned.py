"""The models beside the rules: what they weigh, and what they may never do."""

from __future__ import annotations

import importlib
import json
import random
import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from komshi import regions
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.events import EventCue
from komshi.pipeline.read.learned import Learned, learned_of
from komshi.pipeline.read.learned.network import WHOLE, network_from
from komshi.pipeline.read.learned.news import news_features, words_behind
from komshi.pipeline.read.learned.people import settled, tells_conviction
from komshi.pipeline.read.second_look import SecondLook, is_unsure, looked_again, reached
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.meanings import Meanings
from komshi.pipeline.types import Article, Market

REGION = regions.load()
QUESTIONS = ("amount", "market", "place", "relevance", "role", "status", "type")
TOLD = {"m:events:conviction": WHOLE}
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(REGION)


def training(name: str) -> ModuleType:
    """A module of `scripts`, which are no package."""
    if str(ROOT / "scripts") not in sys.path:
        sys.path.append(str(ROOT / "scripts"))
    return importlib.import_module(name)


def network(answers: list[str], features: dict[str, list[float]], hidden: object, out: object) -> str:
    fit = training("train_network")
    rows = {name: np.asarray(row, dtype=np.float32) for name, row in features.items()}
    return fit.as_text(fit.Fitted(answers, rows, np.asarray(hidden, np.float32), np.asarray(out, np.float32)))


def learned(answers: list[str], weights: dict[str, list[float]]) -> Learned:
    """A model of roles that speaks so much for each answer."""
    return Learned(replace(REGION, models={"role": model(answers, weights)}))


def model(answers: list[str], weights: dict[str, list[float]]) -> str:
    """A network in which each of up to three features has a unit, that speaks so much for each answer."""
    units = np.eye(3, dtype=np.float32)[: len(weights)] * 3
    out = np.zeros((4, len(answers)), dtype=np.float32)
    out[: len(weights)] = [*weights.values()]
    hidden = np.zeros(3, dtype=np.float32)
    return network(answers, dict(zip(weights, units, strict=True)), hidden, out)


def article(text: str, title: str = "", language: str = "en") -> Article:
    return Article(id="x", text=text, title=title, language=language, published="2024-05-10")


def test_shares_add_up_to_one_and_what_is_unknown_says_nothing() -> None:
    model = learned(["no", "yes"], {"bribe": [0, 3]}).model("role")
    assert sum(model.shares({"bribe": WHOLE}).values()) == pytest.approx(1)
    assert model.shares({"bribe": WHOLE})["yes"] > 0.9
    assert model.shares({"never seen": WHOLE}) == model.shares({})
    assert model.speaks_for({"bribe": WHOLE, "never seen": WHOLE}, "yes") == ["bribe"]
    assert model.speaks_for({"bribe": WHOLE}, "no") == []


def test_what_some_features_said_is_carried_over_to_the_others() -> None:
    model = learned_of(REGION).model("role")
    names = random.Random(2).sample(model.features, 200)
    some, others = dict.fromkeys(names[:120], WHOLE), dict.fromkeys(names[120:], WHOLE // 2)
    assert model.shares(others, model.sums(some)) == model.shares(some | others)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_model_that_ships_can_be_read(question: str) -> None:
    model = learned_of(REGION).model(question)
    assert model is not None
    assert len(model.features) > 1000
    assert sum(model.shares(dict.fromkeys(model.features[:300], WHOLE)).values()) == pytest.approx(1)


def test_without_models_the_rules_stand_alone() -> None:
    bare = Reader(replace(REGION, models={}))
    text = article("Police in Bar arrested M. K. (34) on Monday over 20 kg of cocaine, prosecutor Ana Lazić said.")
    told = bare.read(text)
    assert [(one.name, one.role) for one in told.events[0].actors] == [("M. K.", "suspect"), ("Ana Lazić", "official")]
    assert told.markets[0].id == "cocaine_trade"


def test_nobody_is_convicted_of_whom_no_word_tells_it() -> None:
    ours = learned_of(REGION).model("role")
    names = [name for name in ours.features if not tells_conviction({name: WHOLE})]
    draw = random.Random(5)
    for _ in range(400):
        features = {name: draw.randint(0, 2 * WHOLE) for name in draw.sample(names, 200)}
        for role in ("suspect", "charged", "convicted", "acquitted", "other", "official", "victim", "journalist"):
            assert settled(role, ours.shares(features), said=features) != "convicted"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Optuženi Marko Perić je u Baru osuđen na pet godina zatvora zbog krijumčarenja kokaina."),
        ("sq", "Gjykata e Durrësit e dënoi Artan Gjokën me pesë vjet burg për trafik kokaine."),
        ("mk", "Судот во Битола го осуди Марко Петров на пет години затвор за трговија со кокаин."),
        ("en", "The court in Bar convicted Marko Perić of cocaine smuggling and sentenced him to five years."),
    ],
)
def test_words_of_conviction_beside_a_name_are_known(reader: Reader, language: str, text: str) -> None:
    told = reader.questions(article(text, language=language))
    asked = [features for question, features, _, _ in told if question == "role"]
    assert asked
    assert all(tells_conviction(features) for features in asked)


def test_whom_the_rules_do_not_accuse_the_words_accuse_only_where_they_are_sure() -> None:
    ours = learned(["charged", "other", "suspect"], {"x": [0, 0, 2.8], "y": [0, 0, 6.0]}).model("role")
    assert settled("other", ours.shares({"x": WHOLE}), said=TOLD) == "other"
    assert settled("suspect", ours.shares({"x": WHOLE}), said=TOLD) == "suspect"
    assert settled("other", ours.shares({"y": WHOLE}), said=TOLD) == "suspect"


def test_whom_the_rules_accuse_stays_accused_only_where_the_words_agree() -> None:
    ours = learned(["other", "suspect", "witness"], {"x": [0, 0.5, 0], "y": [1, 0, 2.0]}).model("role")
    assert settled("suspect", ours.shares({"x": WHOLE}), said=TOLD) == "other"
    assert settled("suspect", ours.shares({"y": WHOLE}), said=TOLD) == "witness"


def test_a_conviction_needs_the_word_for_it_and_all_to_be_sure() -> None:
    words = {"tried": [5, 0, 0], "guilty": [0, 2.5, 0], "sentenced": [0, 6, 0]}
    ours = learned(["charged", "convicted", "other"], words).model("role")
    assert settled("convicted", ours.shares({"tried": WHOLE}), said=TOLD) == "charged"
    assert settled("convicted", ours.shares({"guilty": WHOLE}), said=TOLD) == "charged"
    assert settled("convicted", ours.shares({"sentenced": WHOLE}), said=TOLD) == "convicted"
    assert settled("other", ours.shares({"sentenced": WHOLE}), said=TOLD) == "convicted"
    assert settled("suspect", ours.shares({"sentenced": WHOLE}), said=TOLD) == "suspect"
    assert settled("convicted", ours.shares({"sentenced": WHOLE}), said={}) == "charged"


@pytest.mark.parametrize(
    ("role", "likely", "read"),
    [
        ("convicted", 0.94, "charged"),
        ("convicted", 0.96, "convicted"),
        ("suspect", 0.975, "suspect"),
        ("other", 0.975, "charged"),
        ("other", 0.982, "convicted"),
    ],
)
def test_without_the_rules_a_conviction_needs_to_be_surer(role: str, likely: float, read: str) -> None:
    shares = {"charged": 0.99 - likely, "convicted": likely, "other": 0.005}
    assert settled(role, shares, said=TOLD) == read


@pytest.mark.parametrize("news", ["conviction", "acquittal"])
def test_where_a_verdict_is_the_news_its_words_are_believed_sooner(news: str) -> None:
    told = {**TOLD, f"=news:{news}": WHOLE, "=spared": WHOLE}
    shares = {"charged": 0.005, "convicted": 0.985, "other": 0.01}
    assert settled("other", shares, said=told) == "convicted"
    assert settled("other", shares, said={**TOLD, "=news:arrest": WHOLE, "=spared": WHOLE}) == "charged"
    assert settled("other", {**shares, "charged": 0.04, "convicted": 0.95}, said=told) == "charged"
    assert settled("charged", shares, said=told) == "charged"
    for lifted in ("convicted", "quashed", "denied", "nothing", "fined"):
        assert settled("other", shares, said=told | {f"=said:{lifted}": WHOLE}) != "convicted"


def test_a_sentence_served_long_ago_accuses_nobody() -> None:
    shares = {"charged": 0.003, "convicted": 0.994, "other": 0.003}
    assert settled("other", shares, said={**TOLD, "=news:seizure": WHOLE, "=said:served": WHOLE}) == "other"


def test_where_an_indictment_is_the_news_no_word_convicts_whom_the_rules_do_not() -> None:
    shares = {"charged": 0.003, "convicted": 0.995, "other": 0.002}
    assert settled("other", shares, said={**TOLD, "=news:arrest": WHOLE}) == "convicted"
    assert settled("other", shares, said={**TOLD, "=news:indictment": WHOLE}) == "charged"


@pytest.mark.parametrize(
    ("role", "likely", "read"),
    [("suspect", 0.68, "other"), ("suspect", 0.72, "suspect"), ("other", 0.96, "other"), ("other", 0.98, "suspect")],
)
def test_nobody_is_accused_whom_words_alone_are_not_sure_of(role: str, likely: float, read: str) -> None:
    assert settled(role, {"suspect": likely, "other": 1 - likely}, said=TOLD) == read


def test_who_is_not_surely_accused_is_not_cleared_by_that() -> None:
    shares = {"acquitted": 0.21, "official": 0.17, "other": 0.02, "suspect": 0.6}
    assert settled("suspect", shares, said=TOLD) == "official"
    assert settled("acquitted", shares, said=TOLD) == "acquitted"
    assert settled("other", {"acquitted": 0.6, "other": 0.1, "suspect": 0.3}, said=TOLD) == "acquitted"


def test_who_is_not_surely_accused_is_not_what_hardly_anything_says() -> None:
    shares = {"journalist": 0.09, "victim": 0.09, "official": 0.09, "other": 0.05, "suspect": 0.68}
    assert settled("suspect", shares, said=TOLD) == "other"
    assert settled("official", shares, said=TOLD) == "official"


def test_what_the_rules_found_counts_twice() -> None:
    ours = learned(["official", "other", "victim"], {"x": [0, 0, 0.5], "y": [0, 0, 1.5]}).model("role")
    assert settled("official", ours.shares({"x": WHOLE}), said=TOLD) == "official"
    assert settled("official", ours.shares({"y": WHOLE}), said=TOLD) == "victim"


def test_the_network_speaks_as_it_was_written_one_line_a_feature() -> None:
    draw = np.random.default_rng(3)
    features = {name: draw.normal(size=6).astype(np.float32) for name in ("l:шеф", "r:arrest", "s:court")}
    hidden, out = draw.normal(size=6).astype(np.float32), draw.normal(size=(7, 3)).astype(np.float32)
    written = network(["a", "b", "c"], features, hidden, out)
    assert len(written.splitlines()) == len(features) + 2
    read = network_from(json.loads(written))
    for said in ({}, {"l:шеф": WHOLE}, {"r:arrest": 10, "s:court": 26, "never seen": WHOLE}):
        sums = hidden + sum(features[name] * value / WHOLE for name, value in said.items() if name in features)
        loud = np.append(np.tanh(sums), 1) @ out
        wanted = np.exp(loud) / np.exp(loud).sum()
        assert read.shares(said) == pytest.approx(dict(zip("abc", wanted, strict=True)), abs=0.03)


def test_words_of_several_languages_mean_the_same() -> None:
    meanings = {code: Meanings(language.glosses) for code, language in REGION.languages.items()}
    for words in ({"en": "arrested", "hbs": "uhapsen", "mk": "apsenje", "sq": "arrestuar"},
                  {"en": "prosecutor", "hbs": "tuzilac", "mk": "obvinitel", "sq": "prokurori"}):  # fmt: skip
        assert len({meanings[code][word] for code, word in words.items()}) == 1, words
    assert meanings["en"]["never-written"] == ""


@pytest.mark.parametrize("code", sorted(REGION.languages))
def test_each_gloss_is_a_folded_stem_and_a_plain_word(code: str) -> None:
    glosses = REGION.languages[code].glosses
    assert len(glosses) > 3000
    assert list(glosses) == sorted(glosses)
    for stem, meaning in glosses.items():
        assert stem == fold(stem), stem
        assert re.fullmatch("[a-z]{1,12}", stem), stem
        assert re.fullmatch("[a-z]+(_[a-z]+)*", meaning), stem


@pytest.mark.parametrize(("one", "other"), [("Marko Brezić", "Jovan Tešić"), ("Ana Lazić", "Sara Perić")])
def test_a_name_is_no_feature(one: str, other: str) -> None:
    reader = Reader(REGION)
    text = "Osnovni sud u Nišu osudio je {} na dve godine zatvora, a tužilac Petar Simić najavio je žalbu."

    def told(name: str) -> list[object]:
        asked = reader.questions(article(text.format(name), language="sr"))
        return [features for question, features, _, _ in asked if question == "role"]

    assert told(one)
    assert told(one) == told(other)


def test_words_beside_a_name_are_known_ones_and_end_with_the_sentence() -> None:
    text = "Police arrested Marko Brezić (34). The lawyer Ana Lazić and Petar Simić spoke."
    asked = Reader(REGION).questions(article(text))
    told = {name: features for question, features, _, name in asked if question == "role"}
    assert {"l0:arrest", "r0:|", "r2:lawyer"} <= told["Marko Brezić"].keys()
    # The names of a list are one word, whatever stands between them.
    assert {"l0:and", "l1:@", "l2:lawyer", "r0:speak"} <= told["Petar Simić"].keys()


def test_an_answer_that_the_words_give_comes_with_the_words() -> None:
    reader, meanings = Reader(REGION), learned_of(REGION).meanings
    opening, _ = reader.opening(article("The court sent the case back for a new trial.", "Verdict quashed"))
    assert opening is not None
    spans = words_behind(opening, meanings, names=["T:quash", "A:court", "=rule:on_trial", "L:unknown"])
    assert [opening.text[start:end] for start, end in spans] == ["quashed", "court"]
    assert "T:quash" in news_features(opening, meanings)


def asked_again(type_: str) -> SecondLook:
    opening, _ = Reader(REGION).opening(article("The court sent the case back for a new trial.", "Verdict quashed"))
    written = model([type_, "other"], {"A:court": [4, 0]})
    return SecondLook(Learned(replace(REGION, models=dict.fromkeys(("type", "market", "status"), written))), opening)


def test_the_likeliest_news_comes_first_and_what_no_rule_found_shows_its_words() -> None:
    cues = [EventCue("arrest", 0.9, (0, 7), 0), EventCue("trial", 0.5, (40, 45), 1)]
    assert [cue.type for cue in asked_again("trial").events(cues)] == ["trial", "arrest"]
    look = asked_again("escape")
    first, *rest = look.events(cues)
    assert (first.type, rest) == ("escape", cues)
    assert look.prepared.text[slice(*first.trigger)] == "court"
    assert look.events([])[0].type == "escape"


@pytest.mark.parametrize(
    ("loud", "score", "relevant"), [(0.3, 0.3, False), (2, 0.3, True), (2, 0.05, False), (6, 0.05, True)]
)
def test_where_the_rules_hardly_doubt_the_words_have_to_be_surer(loud: float, score: float, *, relevant: bool) -> None:
    opening, _ = Reader(REGION).opening(article("The court sent the case back for a new trial.", "Verdict quashed"))
    written = model(["yes", "no"], {"A:court": [loud, 0]})
    assert opening is not None
    assert is_unsure(score)
    assert not is_unsure(0.02)
    found = looked_again(Learned(replace(REGION, models={"relevance": written})), opening, score=score)
    assert (found >= 0.5) is relevant


@pytest.mark.parametrize("verdict", ["conviction", "acquittal"])
def test_no_word_tells_a_verdict_where_the_rules_find_none(verdict: str) -> None:
    cues = [EventCue("arrest", 0.9, (0, 7), 0)]
    assert asked_again(verdict).events(cues) == cues
    told = [*cues, EventCue(verdict, 0.4, (10, 17), 0)]
    assert [cue.type for cue in asked_again(verdict).events(told)] == [verdict, "arrest"]


@pytest.mark.parametrize("stage", ["first_instance", "final_conviction", "final_acquittal"])
def test_no_word_tells_a_judgement_where_the_news_is_no_verdict(stage: str) -> None:
    assert asked_again(stage).status("on_trial", (), kind="trial") == ("on_trial", ())
    assert asked_again(stage).status("on_trial", (), kind="conviction")[0] == stage
    assert asked_again("indicted").status("on_trial", (), kind="trial")[0] == "indicted"


def test_the_likeliest_market_comes_first_with_the_words_that_speak_for_it() -> None:
    said = (Market("corruption", 0.8, ((0, 7),)), Market("fauna_crimes", 0.3, ()))
    assert [one.id for one in asked_again("fauna_crimes").markets(said, kind="trial")] == ["fauna_crimes", "corruption"]
    found = asked_again("cocaine_trade").markets(said, kind="trial")
    assert [one.id for one in found] == ["cocaine_trade", "corruption", "fauna_crimes"]
    assert found[0].evidence
    assert asked_again("corruption").markets(said, kind="trial") == said


def test_the_network_learns_what_no_single_word_tells() -> None:
    fit = training("train_network")
    pairs = [({"a": WHOLE}, "yes"), ({"b": WHOLE}, "yes"), ({"a": WHOLE, "b": WHOLE}, "no"), ({"c": WHOLE}, "no")]
    written = fit.as_text(fit.fit_network(pairs * 200))
    read = network_from(json.loads(written))
    for features, right in pairs:
        assert max(read.shares(features).items(), key=lambda one: one[1])[0] == right
    assert fit.as_text(fit.fit_network(pairs * 200)) == written


def test_what_the_rules_answered_is_not_learnt_from_reports_that_they_were_made_for() -> None:
    train = training("train_learned")
    rows = {"role": [train.Example({"=rule:suspect": 2 * WHOLE, "l:arrest": WHOLE}, "suspect", "suspect")]}
    assert train._words_alone(rows, ["role"])["role"][0].features == {"l:arrest": WHOLE}


def test_networks_side_by_side_say_what_each_says_alone() -> None:
    ours = learned_of(REGION)
    draw = random.Random(3)
    known = sorted({name for question in ("type", "market", "status") for name in ours.model(question).features})
    features = {name: draw.choice((WHOLE, WHOLE // 2)) for name in draw.sample(known, 300)} | {"never seen": WHOLE}
    together = ours.news.sums(features)
    assert set(together) == {"type", "market", "status"}
    for question, said in together.items():
        assert ours.model(question).shares({}, said) == ours.model(question).shares(features)


@pytest.mark.parametrize(
    ("stage", "kind", "least"),
    [
        ("under_investigation", "indictment", "indicted"),
        ("on_trial", "indictment", "on_trial"),
        ("on_trial", "conviction", "first_instance"),
        ("final_conviction", "conviction", "final_conviction"),
        (None, "conviction", None),
        ("under_investigation", "arrest", "under_investigation"),
    ],
)
def test_a_case_has_come_as_far_as_its_news(stage: str | None, kind: str, least: str | None) -> None:
    assert reached(stage, kind=kind) == least
