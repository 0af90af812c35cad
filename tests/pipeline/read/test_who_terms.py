"""Who: measures of punishment that stand at a name, without a word for the verdict. All names are invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.test_who import roles

NAMES = ("Marko Brezić", "Jovan Lukić", "Petar Savić")
TWO = ("Марко Брезиќ", "Јован Лукиќ")


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("sr", "Po jedanaest godina dobili su Marko Brezić i Jovan Lukić, a po osam Petar Savić.", NAMES),
        ("sr", "Slede Marko Brezić (7 godina), Jovan Lukić (pet godina) i Petar Savić (18 meseci zatvora).", NAMES),
        ("mk", "Осум години му се изречени на Марко Брезиќ, а по шест на Јован Лукиќ.", TWO),
        ("sq", "Pas saj vijnë Ilir Gashi (7 vjet) dhe Arben Hoxha (3 vjet e gjysmë).", ("Ilir Gashi", "Arben Hoxha")),
        ("en", "Ten years each went to Marko Brezić and Jovan Lukić.", ("Marko Brezić", "Jovan Lukić")),
    ],
)
@pytest.mark.parametrize("event", ["conviction", "acquittal"])
def test_whoever_got_so_many_years_is_convicted(who, region, language, text, names, event) -> None:
    found = roles(who, region, language, text, event)
    assert {name: found.get(name) for name in names} == dict.fromkeys(names, "convicted")


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("sr", "Po jedanaest godina rada dobili su otpremnine Marko Brezić i drugi.", "resignation"),
        ("sr", "Na slobodi su Marko Brezić (35 godina) i njegov brat.", "conviction"),
        ("sr", "Grupa je dobila pet godina, rekao je sudija Marko Brezić.", "conviction"),
        ("mk", "Групата доби десет години. За Марко Брезиќ судот не најде докази.", "conviction"),
        ("sq", "Grupi mori dhjetë vjet. Për Ilir Gashin gjykata nuk gjeti prova.", "conviction"),
    ],
)
def test_an_age_a_career_and_the_years_of_others_convict_nobody(who, region, language, text, event) -> None:
    assert "convicted" not in roles(who, region, language, text, event).values()


def test_years_that_a_prosecutor_asks_for_convict_nobody(who, region) -> None:
    text = "Tužilac je za sve tražio kazne: po jedanaest godina za Marka Brezića i Jovana Lukića."
    assert "convicted" not in roles(who, region, "sr", text, "conviction").values()
