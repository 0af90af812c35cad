"""Whom no verdict stands against, and whom nobody suspects: the wordings of `no_verdict.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from komshi.pipeline.types import Article
from tests.pipeline.read.test_live_pages import READER

WORDINGS = tomllib.loads(Path(__file__).with_name("no_verdict.toml").read_text("utf-8"))
ACCUSED = {"suspect", "charged", "convicted"}
NAMES = {"en": "Lipar", "hbs": "Stošić", "mk": "Јаворски", "sq": "Lis"}
# What the news is, before the wording: the same words read otherwise alone than in a report.
VERDICTS = {
    "en": "A court in Bar dealt with a bribery case on Monday.",
    "hbs": "U Podgorici je u ponedjeljak sud odlučivao u predmetu mita.",
    "mk": "Судот во Скопје во понеделник одлучуваше за случај на мито.",
    "sq": "Gjykata në Tiranë vendosi të hënën në një çështje ryshfeti.",
}
ARRESTS = {
    "en": "Police in Bar arrested two people for smuggling cocaine on Monday.",
    "hbs": "Policija je u ponedjeljak u Baru uhapsila dvije osobe zbog šverca kokaina.",
    "mk": "Полицијата во понеделник во Скопје уапси две лица за шверц на кокаин.",
    "sq": "Policia arrestoi të hënën në Durrës dy persona për trafik kokaine.",
}
INDICTMENTS = {
    "en": "Prosecutors in Bar filed an indictment against a prison guard and two inmates for smuggling cocaine into "
    "the prison, they said on Monday. The guard Slaven D. took 700 euros for each packet.",
    "hbs": "Tužilaštvo je u ponedjeljak podiglo optužnicu protiv stražara i dvojice zatvorenika zbog unošenja kokaina "
    "u zatvor. Stražar Slaven D. uzimao je 700 maraka za paket.",
    "mk": "Обвинителството во понеделник поднесе обвинение против чувар и двајца затвореници за внесување кокаин во "
    "затвор. Чуварот Славен Д. земал 700 евра за пакет.",
    "sq": "Prokuroria ngriti të hënën aktakuzë ndaj një gardiani dhe dy të burgosurve për futjen e kokainës në burg. "
    "Gardiani Sokol D. merrte 700 euro për çdo pako.",
}


def wordings(*tables: str) -> Iterator[tuple[str, str]]:
    for table in tables:
        for language, texts in WORDINGS[table].items():
            yield from ((language, text) for text in texts)


def roles(language: str, text: str) -> dict[str, str]:
    reading = READER.read(Article("wording", text, None, language=language, published="2025-03-04"))
    return {one.name: one.role for event in reading.events for one in event.actors}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *wordings(
            "lifted",
            "not_theirs",
            "no_sentence",
            "only_near",
            "apart",
            "who_judged",
            "who_helped",
            "asked",
            "possible",
            "retold",
            "denied",
        )
    ],
)
def test_nobody_is_convicted_whom_no_verdict_stands_against(language: str, text: str) -> None:
    for told in (text, f"{VERDICTS[language]} {text}"):
        convicted = {name for name, role in roles(language, told).items() if role == "convicted"}
        assert not any(NAMES[language] in name for name in convicted), told


@pytest.mark.parametrize(("language", "text"), [*wordings("possible")])
def test_what_a_court_may_give_is_no_news_of_a_verdict(language: str, text: str) -> None:
    told = f"{VERDICTS[language]} {text}"
    reading = READER.read(Article("wording", told, None, language=language, published="2025-03-04"))
    assert "conviction" not in [event.type for event in reading.events[:1]], told


@pytest.mark.parametrize(("language", "text"), [*wordings("only_beside")])
def test_nobody_is_accused_who_is_told_of_beside_the_arrested(language: str, text: str) -> None:
    for told in (text, f"{ARRESTS[language]} {text}"):
        accused = {name for name, role in roles(language, told).items() if role in ACCUSED}
        assert not any(NAMES[language] in name for name in accused), told


@pytest.mark.parametrize(("language", "text"), [*wordings("no_suspects")])
def test_nobody_is_accused_of_whom_the_text_says_that_they_are_not(language: str, text: str) -> None:
    found = roles(language, text)
    assert any(NAMES[language] in name for name in found), found
    assert not ACCUSED & set(found.values()), found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The measure hits Marko Lipar, 55, who was sentenced in 2017 by a court in Bari over cocaine."),
        ("hbs", "Zaplena pogađa Marka Stošića (55), koji je 2017. godine osuđen u Bariju zbog šverca kokaina."),
        ("mk", "Мерката го погодува Марко Јаворски (55), кој во 2017 година беше осуден во Бари за кокаин."),
        ("sq", "Vendimi prek Spiro Lisin, 55 vjeç, i dënuar në vitin 2017 nga Gjykata e Barit për trafik kokaine."),
        ("sq", "Në vitin 2017 Spiro Lisi, 55 vjeç, u dënua nga Gjykata e Barit për trafik kokaine."),
    ],
)
def test_a_verdict_of_another_year_is_none_of_this_case(language: str, text: str) -> None:
    convicted = {name for name, role in roles(language, f"{ARRESTS[language]} {text}").items() if role == "convicted"}
    assert not any(NAMES[language] in name for name in convicted)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ivo Lipar, who is serving twelve years for robbery, allegedly collected the orders."),
        ("hbs", "Posao je, smatra tužilaštvo, osmislio Petar Stošić, koji služi dvanaest godina zbog razbojništva."),
        ("mk", "Стојан Јаворски, кој издржува дванаесет години за грабеж, ги примал нарачките."),
        ("sq", "Arben Lisi, i cili vuan dymbëdhjetë vjet për grabitje, mblidhte porositë."),
    ],
)
def test_who_serves_a_sentence_and_is_indicted_for_something_else_is_not_convicted_of_it(
    language: str, text: str
) -> None:
    found = roles(language, f"{INDICTMENTS[language]} {text}")
    assert [role for name, role in found.items() if NAMES[language] in name] == ["charged"]
