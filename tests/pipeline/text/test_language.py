"""The languages of the region, in both scripts, short and long."""

from __future__ import annotations

import pytest

from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.language import LanguageReader
from komshi.pipeline.text.tokens import tokenize


@pytest.fixture(scope="module")
def tell(region: Region):
    reader = LanguageReader(region)
    return lambda text, declared=None: reader(text, tokenize(fold(text)), declared=declared)


@pytest.mark.parametrize(
    ("text", "family", "script"),
    [
        ("Policia arrestoi dje në Durrës pesë persona që dyshohen për trafik droge.", "sq", "Latn"),
        ("Policia arrestoi dje ne Durres pese persona te dyshuar per trafik droge.", "sq", "Latn"),
        ("Полицијата вчера во Тетово приведе пет лица осомничени за шверц.", "mk", "Cyrl"),
        ("Запленети 20 килограми марихуана во Тетово.", "mk", "Cyrl"),
        ("Уапсени тројца во Битола за продажба на кокаин", "mk", "Cyrl"),
        ("Осомничени засега нема, соопшти полицијата.", "mk", "Cyrl"),
        ("Policijata vchera vo Tetovo privede pet lica osomnicheni za shverc, so niv bea i dve vozila.", "mk", "Latn"),
        ("Policijata včera vo Tetovo privede pet lica osomničeni za šverc, so niv bea i dve vozila.", "mk", "Latn"),
        ("Ухапшена тројица у Битољу због кокаина.", "hbs", "Cyrl"),
        ("Полиција је јуче у Новом Пазару ухапсила пет особа због шверца.", "hbs", "Cyrl"),
        ("Policija je jučer u Zenici uhapsila pet osoba zbog krijumčarenja.", "hbs", "Latn"),
        ("Policija je uhitila pet osoba, priopćilo je tužiteljstvo.", "hbs", "Latn"),
        ("Police in Montenegro said on Friday that they had arrested five people.", "en", "Latn"),
        # So short that statistics call them Indonesian, Bulgarian, English and Slovak.
        ("Dogana zuri dy ton cigare pa pulla akcize", "sq", "Latn"),
        ("Цигари без акцизни маркички", "mk", "Cyrl"),
        ("Прекршочна пријава за директорот", "mk", "Cyrl"),
        ("Plijene se vile i automobili", "hbs", "Latn"),
        ("Zapljena rekordne količine cigareta", "hbs", "Latn"),
        ("Полицията задържа вчера петима души за контрабанда на цигари в София.", None, "Cyrl"),
        ("Задържаха контрабандни цигари край Видин", None, "Cyrl"),
        ("Die Polizei hat gestern in Wien fünf Verdächtige festgenommen, teilte sie mit.", None, "Latn"),
    ],
)
def test_languages_of_the_region_are_told_apart(tell, text: str, family: str | None, script: str) -> None:
    tongue = tell(text)
    assert (tongue.family, tongue.script) == (family, script)


def test_the_variety_comes_from_the_record_when_the_text_can_be_it(tell) -> None:
    text = "Policija je jučer u Baru uhapsila pet osoba zbog krijumčarenja."
    assert tell(text, "cnr").code == "cnr"
    assert tell(text).code == "hbs"
    assert tell(text, "sq").code == "hbs"


@pytest.mark.parametrize("text", ["", " ", "\x00\x01\x02", "12345", "\ud800", "((((((", "\u0301" * 50])
def test_a_text_without_words_has_no_language_and_raises_nothing(tell, text: str) -> None:
    assert tell(text).family is None


CZECH = """Policie v Praze zadržela tři muže podezřelé z pašování drog. Podle mluvčího je jeden z nich cizinec, který o
víkendu přijel s dodávkou. V autě se našlo deset kilogramů kokainu a hotovost. Soud o vazbě rozhodne zítra, uvedl
server, který se odvolává na zdroj z vyšetřování. Muži s případem nesouhlasí a je možné, že se o věci bude jednat."""
ROMANIAN = """Poliția din București a reținut trei bărbați suspectați de trafic de droguri. Potrivit purtătorului de
cuvânt, unul dintre ei este străin, iar instanța va decide mâine. O persoană a fost rănită."""
CROATIAN = """Na konferenciji za medije, koja je održana u petak, ministar je rekao da se cijene neće mijenjati iako su
troškovi veći, ali da bi se o tome moglo razgovarati nakon ljeta, kao što je to bio slučaj i lani."""


@pytest.mark.parametrize(("text", "family"), [(CZECH, None), (ROMANIAN, None), (CROATIAN, "hbs")])
def test_small_words_tell_a_text_unless_its_letters_are_from_elsewhere(tell, text: str, family: str | None) -> None:
    assert tell(text).family == family
