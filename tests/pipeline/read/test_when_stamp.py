"""When: what stands at the head of a page is its publication; what the text says comes before it."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_when import read


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("sr", " date 2024-03-15 Policija je juče u Nišu zaplenila 12 kilograma heroina.", "2024-03-14"),
        ("mk", " date 2024-03-15 Вчера во Тетово е уапсен дилер на хероин.", "2024-03-14"),
        ("sq", "Publikuar më: 15.03.2024 10:30\nNjë trafikant droge u arrestua dje në Fier.", "2024-03-14"),
        ("en", "Published: 15 March 2024\nPolice in Tetovo seized 12 kilos of heroin yesterday.", "2024-03-14"),
        ("mk", "Објавено: 15.03.2024\nВчера во Тетово е уапсен дилер на хероин.", "2024-03-14"),
        ("en", "FIER, 15 March - Police seized 12 kilos of heroin on Tuesday.", "2024-03-12"),
        ("sq", "Fier, 15 mars (ATSH) – Një trafikant droge u arrestua dje.", "2024-03-14"),
    ],
)
def test_the_date_at_the_head_is_not_that_of_the_news(region, language: str, text: str, day: str) -> None:
    assert read(region, language, text).date == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", " date 2024-03 Sot u arrestua një trafikant droge në Fier."),
        ("sr", " date 2024-03 U Nišu je juče uhapšen diler heroina."),
        ("mk", " date 2024-03 Во Тетово е уапсен дилер на хероин."),
    ],
)
def test_where_only_the_month_of_publication_is_known_the_news_is_of_that_month(region, language, text) -> None:
    dated = read(region, language, text, None)
    assert (dated.date, dated.precision) == ("2024-03", "month")


@pytest.mark.parametrize(
    ("language", "title", "text", "day"),
    [
        ("sq", "“Sot 50 euro”: në pranga një zyrtar", "Zyrtari u arrestua dje në Fier për ryshfet.", "2024-03-14"),
        ("sr", "„Danas plati“: uhapšen reketaš", "Reketaš je u Nišu uhapšen juče zbog iznude.", "2024-03-14"),
    ],
)
def test_today_in_the_mouth_of_a_suspect_is_not_today(region, language, title, text, day) -> None:
    assert read(region, language, text, title=title).date == day


@pytest.mark.parametrize("word", ["mbramë", "mbrame", "mramë"])
def test_gheg_words_of_time_are_known(region, word: str) -> None:
    assert read(region, "sq", f"Një trafikant droge asht arrestu {word} në Pejë.").date == "2024-03-14"


def test_a_day_named_is_more_exact_than_its_weekend(region) -> None:
    text = "Затвореникот избега од затворот во неделата. Од викендов е во бегство."
    assert read(region, "mk", text).date == "2024-03-10"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 4 March 2024, more than 200 officers went out. They seized 12 kilos of heroin in Fier."),
        ("sr", "Dana 4. marta 2024. u Nišu je uhapšen diler heroina."),
        ("sq", "Më datë 4 mars 2024 u arrestua në Fier një trafikant droge."),
    ],
)
def test_a_date_that_opens_the_first_sentence_is_that_of_the_news(region, language: str, text: str) -> None:
    assert read(region, language, text).date == "2024-03-04"
