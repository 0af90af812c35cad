"""Who is accused no longer or by nothing that is told, and whom an enumeration means. Every person here is invented."""

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
        ("en", "Ivo Lipar was detained but later released.", "Ivo Lipar"),
        ("sr", "Vlasnica hotela Ana Lipar saslušana je i puštena.", "Ana Lipar"),
        ("mk", "Сметководителката Ана Липоска е само сослушана.", "Ана Липоска"),
        ("sq", "Kushëriri i tij Arben Lisi u shoqërua në komisariat dhe u la i lirë.", "Arben Lisi"),
        ("en", "The bookkeeper, Ana Lipar, will be questioned tomorrow.", "Ana Lipar"),
    ],
)
def test_who_was_only_heard_and_let_go_is_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] not in ACCUSED


def test_the_convicts_of_a_sentence_without_names_are_others_in_news_of_a_raid(who, region) -> None:
    text = "Nën hetim është administratorja Ana Lisi. Të dënuarit e një rasti më parë janë në burg."
    assert roles(who, region, "sq", text, "raid")["Ana Lisi"] == "suspect"


def test_among_them_inside_a_sentence_are_those_of_the_sentence(who, region) -> None:
    text = (
        "Petar Gajić, serving eleven years, broke out. "
        "The service suspended four guards, among them supervisor Ivo Lipar, who was later detained."
    )
    assert roles(who, region, "en", text, "escape")["Ivo Lipar"] == "suspect"


@pytest.mark.parametrize(
    ("language", "text", "kind", "name", "role"),
    [
        (
            "en",
            "Two were dropped from the case; the third, Ivo Vid, was sentenced.",
            "conviction",
            "Ivo Vid",
            "convicted",
        ),
        (
            "sr",
            "Oduzeta je imovina koju je tužilaštvo tražilo od Petra Gajića, koji izdržava kaznu od šest godina.",
            "seizure",
            "Petar Gajić",
            "convicted",
        ),
        (
            "sr",
            "Petar Gajić je oslobođen, iako je tužilaštvo tražilo osam godina.",
            "conviction",
            "Petar Gajić",
            "acquitted",
        ),
        (
            "sq",
            "Taksistin e akuzuar Arben Lisi, gjyqtarja Ana Guri tha se s'dinte gjë e shpalli të pafajshëm.",
            "conviction",
            "Arben Lisi",
            "acquitted",
        ),
    ],
)
def test_whose_demand_and_whose_verdict_it_is(who, region, language, text, kind, name, role) -> None:
    assert roles(who, region, language, text, kind)[name] == role


def test_where_a_verdict_fell_whoever_had_it_waits_for_another(who, region) -> None:
    text = (
        "Апелација ја укина пресудата со која тројца беа осудени, и предметот го врати на повторно судење. "
        "Директорот Петар Гајоски беше осуден на три години, а благајникот Иван Липоски на две."
    )
    assert roles(who, region, "mk", text, "other")["Иван Липоски"] == "charged"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("sq", "Pronari Arben Lisi, shefja Ana Guri dhe roja Besnik Toma u kapën dje.", ["Arben Lisi", "Ana Guri"]),
        ("sr", "Bivši sekretar Petar Gajić i geometar Ivo Lipar uhapšeni su juče.", ["Petar Gajić", "Ivo Lipar"]),
        ("mk", "Уапсени се шпедитерот Петар Гајоски (42) и царинската службеничка Ана Л.", ["Ана Л."]),
        (
            "en",
            "Police arrested Ivo Vid (48), owner of a night bar in a village near the lake, and Ana Lipar (36).",
            ["Ana Lipar"],
        ),
    ],
)
def test_an_enumeration_is_one_list(who, region, language: str, text: str, names: list[str]) -> None:
    found = roles(who, region, language, text, "arrest")
    assert {name: found[name] for name in names} == dict.fromkeys(names, "suspect")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The guard was Ivo Vid, whom the police arrested.", "Ivo Vid"),
        ("hr", "Istraga se bavi vlasnikom hladnjače Petrom Gajićem, kojega je policija uhitila.", "Petar Gajić"),
        ("sq", "Brenda gjetën rojën, Arben Lisi, të cilin e arrestuan.", "Arben Lisi"),
    ],
)
def test_the_pronoun_of_an_object_leads_to_the_name(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] == "suspect"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The fish, says Ivo Vid of the institute, were caught by night.", "Ivo Vid"),
        ("sr", "Ministar Petar Gajić potpisao je rešenje. On se tereti za pranje novca.", "Petar Gajić"),
        ("sr", "„Imao je kapu“, ispričao je sinoć preko linka iz Beča svedok Petar Gajić.", "Petar Gajić"),
    ],
)
def test_who_speaks_or_signs_is_not_accused_by_the_rest(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ivo Lipar was charged in 2019 with abuse of office. All six were acquitted today."),
        ("sr", "Ivo Lipar je optužen 2019. za zloupotrebu položaja. Svi optuženi su danas oslobođeni."),
        ("mk", "Иво Липоски е обвинет во 2019 за злоупотреба. Сите обвинети се ослободени денеска."),
        ("sq", "Ivo Lipar akuzohet që nga 2019 për shpërdorim detyre. Të gjithë u shpallën sot të pafajshëm."),
    ],
)
def test_where_all_are_acquitted_an_old_charge_accuses_nobody(who, region, language: str, text: str) -> None:
    """Though the text begins with the charge, and that is taken for its news."""
    (found,) = roles(who, region, language, text, "indictment").values()
    assert found == "acquitted"


def test_who_only_asks_for_an_acquittal_of_all_is_still_charged(who, region) -> None:
    text = "Ivo Lipar was charged with abuse of office. The defence asked that all six be acquitted."
    assert roles(who, region, "en", text, "indictment")["Ivo Lipar"] == "charged"
