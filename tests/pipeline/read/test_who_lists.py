"""Lists and turns of phrase: how far what is said of one person goes on to the next. Every person here is invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.test_who import ACCUSED, roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "sr",
            "M. J. (35) osuđen je na pet godina, A. K. (41) na četiri, a N. S. na dve.",
            ["M. J.", "A. K.", "N. S."],
        ),
        ("hr", "Ivan Lipar osuđen je na sedam godina, a Ante Javor na tri.", ["Ivan Lipar", "Ante Javor"]),
        ("sr", "Sud je Marka Brezića kaznio sa šest godina zatvora.", ["Marko Brezić"]),
        ("sr", "Sud je proglasio Marka Brezića krivim.", ["Marko Brezić"]),
        (
            "mk",
            "Судот го осуди Стојан Јаворски на осум години, а Иван Орлески на шест.",
            ["Стојан Јаворски", "Иван Орлески"],
        ),
        ("sq", "Arben Lisi u dënua me 8 vjet burg, ndërsa Ilir Plepi me 4 vjet.", ["Arben Lisi", "Ilir Plepi"]),
        ("en", "A court sentenced Marko Brezic to eight years and Ivan Lipar to five.", ["Marko Brezic", "Ivan Lipar"]),
        ("en", "The judge found Marko Brezic guilty.", ["Marko Brezic"]),
        ("hr", "Kaznu su dobili i Ivan Lipar i Ante Javor.", ["Ivan Lipar", "Ante Javor"]),
        ("sr", "Vozaču Marku Breziću potvrđeno je osam godina.", ["Marko Brezić"]),
        ("mk", "Единствена виновна е советничката Ана Јаворска.", ["Ана Јаворска"]),
    ],
)
def test_a_verdict_said_once_holds_for_all_whose_years_are_told(who, region, language, text, names: list[str]) -> None:
    assert roles(who, region, language, text, "conviction") == dict.fromkeys(names, "convicted")


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "sr",
            "Tužilac traži 15 godina zatvora za Marka Brezića i 10 za Ivana Lipara.",
            ["Marko Brezić", "Ivan Lipar"],
        ),
        (
            "mk",
            "Обвинителството побара 10 години затвор за Стојан Јаворски и осум за Иван Орлески.",
            ["Стојан Јаворски"],
        ),
        (
            "sq",
            "Prokuroria kërkoi 12 vjet burg për Arben Lisin dhe 9 vjet për Ilir Plepin.",
            ["Arben Lisi", "Ilir Plepi"],
        ),
        (
            "en",
            "Prosecutors sought 12 years for Marko Brezic and eight for Ivan Lipar.",
            ["Marko Brezic", "Ivan Lipar"],
        ),
    ],
)
@pytest.mark.parametrize("event", ["trial", "conviction"])
def test_demanded_years_convict_nobody_on_the_list(who, region, language, text, names: list[str], event: str) -> None:
    found = roles(who, region, language, text, event)
    assert "convicted" not in found.values()
    assert all(found[name] == "charged" for name in names)


@pytest.mark.parametrize(
    ("language", "text", "victims"),
    [
        (
            "sr",
            "Marko Brezić osuđen je za ubistvo Dejana Lastića i za pokušaj ubistva Petra Gaja.",
            ["Dejan Lastić", "Petar Gaj"],
        ),
        ("sq", "Arben Lisi u dënua për vrasjen e Dritan Bregut.", ["Dritan Bregu"]),
        ("mk", "Стојан Јаворски е осуден за убиството на Дејан Ластовски.", ["Дејан Ластовски"]),
    ],
)
def test_the_victims_of_whom_is_sentenced_are_not_sentenced(who, region, language, text, victims: list[str]) -> None:
    found = roles(who, region, language, text, "conviction")
    assert [found[name] for name in victims] == ["victim"] * len(victims)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("sr", "Uhapšeni su: M. K. (35), A. R. iz Niša i N. P.", ["M. K.", "A. R.", "N. P."]),
        ("sr", "Uhapšeni su policijski službenik Marko Brezić i carinik Ivan Lipar.", ["Marko Brezić", "Ivan Lipar"]),
        ("sr", "Prijava je podneta protiv Z. M. (44), vlasnika firme, i poslovođe D. J.", ["Z. M.", "D. J."]),
        ("mk", "Приведени се Т.К. (44) и Г.К. (39), браќа од Битола, и З.М. (52).", ["Т.К.", "Г.К.", "З.М."]),
        ("sq", "Prokuroria hapi hetim kundër E.S., pronar i firmës, si dhe kundër inspektorit R.I.", ["E.S.", "R.I."]),
        ("mk", "Меѓу осомничените е и началникот Стојан Јаворски.", ["Стојан Јаворски"]),
        ("sr", "Uhapšeno je osam osoba. Među njima je načelnik Marko Brezić.", ["Marko Brezić"]),
        ("en", "Police arrested eight people. Among them is Marko Brezic.", ["Marko Brezic"]),
    ],
)
def test_whoever_stands_on_the_list_of_the_arrested_is_a_suspect(who, region, language, text, names) -> None:
    assert roles(who, region, language, text) == dict.fromkeys(names, "suspect")


@pytest.mark.parametrize(
    ("language", "text", "person", "role"),
    [
        ("sr", "Kuću drži Ana Brezić, supruga Marka Brezića, koji je osuđen na sedam godina.", "Ana Brezić", "other"),
        ("sr", "Uhapšen je njegov brat Petar Brezić.", "Petar Brezić", "suspect"),
        (
            "en",
            "The brother of convicted trafficker Marko Brezic, Ivan Brezic, was shot dead.",
            "Ivan Brezic",
            "victim",
        ),
        ("sq", "Avokati i Gjetës, Petrit Rrushi, tha se klienti u arrestua pa faj.", "Petrit Rrushi", "other"),
        ("hr", "Odvjetnik uhićenih Zlatko Bor rekao je da šute.", "Zlatko Bor", "other"),
        ("sr", "Predsednik Sindikata policije Marko Gaj rekao je da je uhapšen carinik.", "Marko Gaj", "other"),
        ("sr", "Direktor bolnice Marko Gaj rekao je da je uhapšen hirurg.", "Marko Gaj", "official"),
        ("sq", "Drejtori i Policisë së Fierit, Besnik Guri, tha se u arrestuan pesë veta.", "Besnik Guri", "official"),
        ("en", "If convicted, he faces 20 years, prosecutor Ivan Lipar said.", "Ivan Lipar", "official"),
    ],
)
def test_relatives_lawyers_and_speakers_keep_their_own_role(who, region, language, text, person, role) -> None:
    assert roles(who, region, language, text)[person] == role


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Postupak protiv Marka Brezića, koji je preminuo, obustavljen je.", "Marko Brezić"),
        ("mk", "Постапката против Стојан Јаворски, кој почина, е запрена.", "Стојан Јаворски"),
        ("en", "Charges against Marko Brezic were dropped.", "Marko Brezic"),
    ],
)
def test_proceedings_that_are_over_accuse_nobody(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "trial")[name] not in ACCUSED
