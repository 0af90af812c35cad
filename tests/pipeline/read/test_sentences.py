"""Single sentences out of running reports: too short to name what they are about, and where."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.types import Article


@pytest.fixture(scope="module")
def reader(region) -> Reader:
    return Reader(region)


def is_relevant(reader: Reader, language: str, text: str) -> bool:
    return reader.read(Article("sentence", text, language=language)).relevant


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšen je u Beogradu bivši vlasnik banke Tomislav Lipar sa još šest osoba, potvrdilo je tužilaštvo."),
        ("sr", "Kako je potvrđeno u tužilaštvu u Valjevu, pritvor do mesec dana određen je načelniku okruga."),
        ("bs", "Bivši direktor preduzeća pušten je iz pritvora u Tuzli, pošto je porodica uplatila jemstvo."),
        ("hr", "Organizator bande osuđen je na 12 godina zatvora, a produžen mu je i pritvor."),
        ("mk", "Бизнисменот од Тетово е пуштен од притвор откако уплати гаранција, потврди неговиот адвокат."),
    ],
)
def test_a_case_is_seen_though_its_offence_is_not_named(reader, language: str, text: str) -> None:
    assert is_relevant(reader, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Ratnog gradonačelnika, koga je policija uhapsila po poternici, posetili su predstavnici ambasade."),
        ("hr", "Mjesto je prazno otkako se bivši predsjednik predao Haaškom sudu, koji ga tereti optužnicom."),
        ("sr", "Venecuelanska vojska uhapsila je jednog od najtraženijih kolumbijskih krijumčara kokaina."),
        ("bs", "Trojica su uhapšena zbog krađe posmrtnih ostataka bivšeg kiparskog predsjednika."),
    ],
)
def test_wars_thefts_and_other_parts_of_the_world_are_not_relevant(reader, language: str, text: str) -> None:
    assert not is_relevant(reader, language, text)


def test_the_model_sets_nothing_aside_that_the_rules_find_in_a_single_sentence(reader) -> None:
    text = "Police in Bar searched 14 places and seized two pistols."
    opening, _ = reader.opening(Article("sentence", text, language="en"))
    assert reader._relevance(opening) >= 0.6
    assert is_relevant(reader, "en", text)
    assert not is_relevant(reader, "en", "Police in Bar said on Monday that the roads were clear again.")
