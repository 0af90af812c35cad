"""Who is not accused although words of accusation stand near the name. Every person here is invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.test_who import ACCUSED, roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Petar Gaj, brat optuženog, čekao je ispred suda.", "Petar Gaj"),
        ("bs", "Policija je saslušala rođaka uhapšenog, Petra Gaja.", "Petar Gaj"),
        ("sq", "Arben Lisi, nipi i të dënuarit, është larguar nga vendi i tij.", "Arben Lisi"),
        ("mk", "Стојан Јаворски, братот на обвинетиот, не сакаше да зборува.", "Стојан Јаворски"),
        ("en", "Peter Gaye, brother of the accused, waited outside the court.", "Peter Gaye"),
    ],
)
def test_a_relative_of_the_accused_is_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "trial")[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Privedena je i V. J. (24), ali je saslušana kao svedok.", "V. J."),
        ("mk", "Приведена е и В. Ј. (24), но по разговорот е пуштена како сведок.", "В. Ј."),
        ("sq", "U shoqërua edhe V. J., 24 vjeç, e cila u pyet si person që ka dijeni.", "V. J."),
        ("hr", "Kapetan Ivo Lipar, prvobitno osumnjičen, sada je svjedok optužbe.", "Ivo Lipar"),
        ("en", "The owner of the farm, Ivo Lipar, is not suspected.", "Ivo Lipar"),
        ("en", "Ivo Lipar spoke. He isn't under investigation.", "Ivo Lipar"),
    ],
)
def test_a_witness_and_whoever_is_said_to_be_no_suspect_is_none(who, region, language, text, name) -> None:
    assert roles(who, region, language, text)[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sq", "Arben Lisi ishte dënuar me gjobë, por apeli e shpalli të pafajshëm.", "Arben Lisi"),
        ("en", "Marko Brezic was jailed over a contract and acquitted in a retrial.", "Marko Brezic"),
        ("mk", "Стојан Јаворски доби условна казна, а сега е ослободен.", "Стојан Јаворски"),
        ("sr", "Marko Brezić je prvo osuđen na godinu dana, a potom oslobođen.", "Marko Brezić"),
    ],
)
def test_a_verdict_that_the_same_sentence_takes_back_convicts_nobody(who, region, language, text, name) -> None:
    assert roles(who, region, language, text, "acquittal")[name] == "acquitted"


def test_a_verdict_on_another_deed_stands_beside_an_acquittal(who, region) -> None:
    text = "Marko Brezic was convicted on four counts and acquitted on the fifth count."
    assert roles(who, region, "en", text, "conviction")["Marko Brezic"] == "convicted"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sq", "Dënimi mbetet për Beqir Rufin, kurse ndaj Goran Mitrit aktgjykimi u anulua.", "Goran Mitri"),
        ("sq", "Trupi gjykues, i udhëhequr nga gjyqtari Arben Lisi, dënoi dy persona.", "Arben Lisi"),
        ("mk", "Возачот е ослободен: судијката Ана Јаворска оцени дека нема доказ.", "Ана Јаворска"),
        ("sr", "Direktor carine Vladan Orlić osudio je napad.", "Vladan Orlić"),
        ("mk", "Градоначалникот Стојан Јаворски го осуди нападот.", "Стојан Јаворски"),
    ],
)
def test_a_verdict_is_not_that_of_whoever_stands_beside_it(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "conviction")[name] not in {"convicted", "suspect", "acquitted"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("mk", "Стојан Јаворски доби четири години затвор и ги отслужува.", "Стојан Јаворски"),
        ("hbs", "Marko Brezić je odležao dvije godine.", "Marko Brezić"),
        ("sq", "Arben Lisi e kreu dënimin.", "Arben Lisi"),
        ("en", "Marko Brezic served ten years.", "Marko Brezic"),
    ],
)
def test_whoever_served_a_sentence_was_convicted(who, region, language: str, text: str, name: str) -> None:
    language = "bs" if language == "hbs" else language
    assert roles(who, region, language, text, "other")[name] == "convicted"


def test_a_surname_means_whoever_has_been_named_with_it_so_far(who, region) -> None:
    text = "Uhapšen je Marko Brezić. Brezić je optužen za šverc. Svedok je Petar Brezić."
    assert roles(who, region, "sr", text, "indictment") == {"Marko Brezić": "charged", "Petar Brezić": "other"}


def test_a_hidden_surname_is_not_that_of_a_person_named_in_full(who, region) -> None:
    text = "Uhapšen je Anel Č. (23). Greškom je objavljena slika Anela Čaušića, profesora."
    assert roles(who, region, "bs", text) == {"Anel Č.": "suspect", "Anel Čaušić": "other"}


def test_whoever_heads_a_body_that_speaks_is_an_official(who, region) -> None:
    text = 'The agency took samples of the waste. "The results are bad," its head Jela Petkanić said.'
    assert roles(who, region, "en", text, "investigation") == {"Jela Petkanić": "official"}


def test_a_sentence_that_an_appeal_cut_is_still_one(who, region) -> None:
    text = "The court upheld nine years for Slavko Krstanić. Bekir Sinanić had his sentence cut from six to four."
    assert roles(who, region, "en", text, "conviction")["Bekir Sinanić"] == "convicted"
