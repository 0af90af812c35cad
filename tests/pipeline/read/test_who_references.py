"""What sentences without a name say of the person before them, and earlier verdicts. Every person here is invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.test_who import roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Marko Brezić izručen je jutros SAD. Njega optužnica tereti za prevaru.", "Marko Brezić"),
        ("sq", "A. D. u ekstradua nga Zvicra. Ndaj tij prokuroria ka ngritur aktakuzë për mashtrim.", "A. D."),
        ("en", "Marko Brezic was extradited on Friday. He was indicted in 2022.", "Marko Brezic"),
    ],
)
def test_a_pronoun_means_the_person_of_the_sentence_before(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "extradition") == {name: "charged"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Sud je krivim proglasio optuženog Marka Brezića. Osuđen je na dve godine zatvora.", "Marko Brezić"),
        ("sq", "I akuzuari Arben Lisi doli para gjyqit. Ai u dënua me pesë vjet burg.", "Arben Lisi"),
    ],
)
def test_a_verdict_without_a_name_is_that_of_the_accused_before_it(who, region, language, text, name: str) -> None:
    assert roles(who, region, language, text, "conviction") == {name: "convicted"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Petar Gaj je svedočio o napadu. Osuđen je vozač koji je pobegao.", "Petar Gaj"),
        ("sr", "„Nema dokaza“, kaže advokat Savo Orlić. Osuđena su dvojica.", "Savo Orlić"),
        ("en", "Prosecutor Ivan Lipar spoke on Monday. Convicted were three men.", "Ivan Lipar"),
        ("mk", "Адвокатот Иван Орлески зборуваше кратко. Осуден е возачот.", "Иван Орлески"),
    ],
)
def test_a_verdict_without_a_name_does_not_fall_on_whoever_spoke_before_it(who, region, language, text, name) -> None:
    assert roles(who, region, language, text, "conviction")[name] in {"other", "official"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Marko Brezić, koji je 2015. osuđen na pet godina, uhapšen je juče u Baru.", "Marko Brezić"),
        ("sr", "Uhapšen je Marko Brezić. On je ranije osuđen na tri godine zatvora.", "Marko Brezić"),
        ("mk", "Стојан Јаворски, кој во 2016 беше осуден за шверц, вчера е уапсен.", "Стојан Јаворски"),
        ("sq", "Arben Lisi, i dënuar më parë për trafik, u arrestua sërish sot.", "Arben Lisi"),
        ("en", "Arben Lisi, who was convicted in 2015 of smuggling, was arrested again.", "Arben Lisi"),
    ],
)
def test_whoever_is_arrested_again_is_not_convicted_of_it(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text) == {name: "suspect"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Apelacioni sud ukinuo je presudu Radetu Gaju. Petar Gaj je takođe bio osuđen, i to na dve godine."),
        ("sq", "Apeli prishi dënimin e ish-drejtorit. Ilir Plepi ishte dënuar me katër vjet burg."),
        ("mk", "Апелацијата ја укина пресудата. Стојан Јаворски беше осуден на осум години."),
    ],
)
def test_a_quashed_verdict_convicts_nobody_wherever_it_is_retold(who, region, language: str, text: str) -> None:
    assert "convicted" not in roles(who, region, language, text, "other").values()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Apelacioni sud potvrdio je presudu Marku Breziću na osam godina zatvora.", "Marko Brezić"),
        ("sq", "Apeli la në fuqi dënimin me 8 vjet burg për Arben Lisin.", "Arben Lisi"),
        ("en", "The court upheld the conviction of Marko Brezic.", "Marko Brezic"),
    ],
)
def test_a_verdict_that_is_upheld_convicts(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "other") == {name: "convicted"}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("sr", "Uhapšen je Marko Brezić, poznatiji kao Mišo Asfalt.", {"Marko Brezić"}),
        ("mk", "Уапсен е Стојан Јаворски, познат како Вуди.", {"Стојан Јаворски"}),
        ("sr", "Uhapšen je carinik Marko Brezić u Luci Bar. Luka Bar saopštila je da sarađuje.", {"Marko Brezić"}),
        ("sq", "U arrestua D.M. (41) nga Novi Pazari.", {"D.M."}),
    ],
)
def test_nicknames_and_ports_are_no_second_person(who, region, language: str, text: str, names: set[str]) -> None:
    assert set(roles(who, region, language, text)) == names
