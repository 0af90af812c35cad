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
        ("Ухапшена тројица у Битољу због кокаина.", "hbs", "Cyrl"),
        ("Полиција је јуче у Новом Пазару ухапсила пет особа због шверца.", "hbs", "Cyrl"),
        ("Policija je jučer u Zenici uhapsila pet osoba zbog krijumčarenja.", "hbs", "Latn"),
        ("Policija je uhitila pet osoba, priopćilo je tužiteljstvo.", "hbs", "Latn"),
        ("Police in Montenegro said on Friday that they had arrested five people.", "en", "Latn"),
        ("Полицията задържа вчера петима души за контрабанда на цигари в София.", None, "Cyrl"),
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
