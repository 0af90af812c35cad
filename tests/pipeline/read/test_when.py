"""When: relative words against the day of publication, written dates, and the date of the news among several."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi import regions
from komshi.pipeline.read.when import Dated, When
from komshi.pipeline.read.when_calendar import Published, published_of, weekday, without_year
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, focus_of, prepare

WHEN = When(regions.load())
FRIDAY = "2024-03-15"


def read(region: Region, language: str, text: str, published: str | None = FRIDAY, title: str | None = None) -> Dated:
    prepared = prepare(region, Report("when", language, text, title, published=published))
    return WHEN(prepared, focus_of(region, prepared))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("sr", "Policija je danas u Nišu zaplenila 12 kilograma heroina.", "2024-03-15"),
        ("sr", "Policija je juče u Nišu zaplenila 12 kilograma heroina.", "2024-03-14"),
        ("sr", "Полиција је синоћ у Нишу запленила 12 килограма хероина.", "2024-03-14"),
        ("hr", "Policija je jučer u Zadru zaplijenila 12 kilograma heroina.", "2024-03-14"),
        ("hr", "U Zadru je prekjučer uhićen krijumčar oružja.", "2024-03-13"),
        ("bs", "U Zenici je jutros uhapšen diler heroina.", "2024-03-15"),
        ("sr", "U utorak je u Nišu uhapšen diler heroina.", "2024-03-12"),
        ("sr", "U petak je u Nišu uhapšen diler heroina.", "2024-03-15"),
        ("sr", "Prošlog petka je u Nišu uhapšen diler heroina.", "2024-03-08"),
        ("sr", "U četvrtak prošle nedelje je u Nišu uhapšen diler heroina.", "2024-03-07"),
        ("hr", "U utorak prošlog tjedna uhićen je u Zadru diler heroina.", "2024-03-05"),
        ("bs", "U subotnjoj akciji u Zenici uhapšen je diler heroina.", "2024-03-09"),
        ("sr", "U nedeljno jutro u Nišu je uhapšen diler heroina.", "2024-03-10"),
        ("cnr", "U neđelju je u Nikšiću uhapšen diler heroina.", "2024-03-10"),
        ("cnr", "Prije tri dana je u Nikšiću uhapšen diler heroina.", "2024-03-12"),
        ("mk", "Полицијата вчера во Тетово заплени 12 килограми хероин.", "2024-03-14"),
        ("mk", "Во вторникот во Тетово е уапсен дилер на хероин.", "2024-03-12"),
        ("mk", "Во четвртокот минатата недела во Тетово е уапсен дилер на хероин.", "2024-03-07"),
        ("mk", "Во саботната ноќ во Тетово е уапсен дилер на хероин.", "2024-03-09"),
        ("mk", "Завчера во Тетово е уапсен дилер на хероин.", "2024-03-13"),
        ("mk", "Пред два дена во Тетово е уапсен дилер на хероин.", "2024-03-13"),
        ("sq", "Policia sekuestroi dje në Fier 12 kilogramë heroinë.", "2024-03-14"),
        ("sq", "Policia sekuestroi mbrëmë në Fier 12 kilogramë heroinë.", "2024-03-14"),
        ("sq", "Një trafikant droge u arrestua të hënën në Fier.", "2024-03-11"),
        ("sq", "Nje trafikant droge u arrestua te henen ne Fier.", "2024-03-11"),
        ("sq", "Një trafikant droge u arrestua të enjten e javës së kaluar në Fier.", "2024-03-07"),
        ("sq", "Një trafikant droge u arrestua këtë të premte në Fier.", "2024-03-15"),
        ("sq", "Një trafikant droge u arrestua dy ditë më parë në Fier.", "2024-03-13"),
        ("en", "Police in Tetovo seized 12 kilos of heroin yesterday.", "2024-03-14"),
        ("en", "A heroin dealer was arrested in Tetovo on Wednesday.", "2024-03-13"),
        ("en", "A heroin dealer was arrested in Tetovo on Thursday last week.", "2024-03-07"),
        ("en", "A heroin dealer was arrested in Tetovo three days ago.", "2024-03-12"),
    ],
)
def test_a_relative_word_is_reckoned_from_publication(region, language: str, text: str, day: str) -> None:
    dated = read(region, language, text)
    assert (dated.date, dated.precision) == (day, "day")
    assert read(region, language, text, published=None).date is None


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("sr", "14. marta 2023. godine", "2023-03-14"),
        ("sr", "14.03.2023. godine", "2023-03-14"),
        ("hr", "25. studenoga 2023.", "2023-11-25"),
        ("hr", "3. siječnja 2024.", "2024-01-03"),
        ("bs", "28. septembra 2023. godine", "2023-09-28"),
        ("sr", "devetnaestog novembra 2023.", "2023-11-19"),
        ("sr", "12-14. maja 2023.", "2023-05-12"),
        ("mk", "на 3 март 2024 година", "2024-03-03"),
        ("mk", "на 28-ми октомври 2023", "2023-10-28"),
        ("sq", "më 14 prill 2023", "2023-04-14"),
        ("sq", "më datë 14.04.2023", "2023-04-14"),
        ("en", "on March 14, 2023", "2023-03-14"),
        ("en", "on 14th March 2023", "2023-03-14"),
        ("en", "on 2023-03-14", "2023-03-14"),
    ],
)
def test_a_written_date_needs_no_publication(region, language: str, written: str, expected: str) -> None:
    sentence = {
        "sr": "Policija je {} zaplenila 12 kilograma heroina.",
        "hr": "Policija je {} zaplijenila 12 kilograma heroina.",
        "bs": "Policija je {} zaplijenila 12 kilograma heroina.", "mk": "Полицијата {} заплени 12 килограми хероин.",
        "sq": "Policia {} sekuestroi 12 kilogramë heroinë.", "en": "Police {} seized 12 kilos of heroin.",
    }[language].format(written)  # fmt: skip
    assert read(region, language, sentence, published=None).date == expected


def test_a_day_without_a_year_takes_the_year_from_publication(region) -> None:
    text = "Policija je 28. decembra zaplenila 12 kilograma heroina."
    assert read(region, "sr", text, "2024-01-10").date == "2023-12-28"
    assert read(region, "sr", text, "2023-12-30").date == "2023-12-28"
    assert read(region, "sr", text, None).date is None


@pytest.mark.parametrize(
    ("language", "text", "expected", "precision"),
    [
        ("hr", "Krajem veljače u Splitu je zaplijenjena tona kokaina.", "2024-02", "month"),
        ("mk", "Овој месец во Битола е запленет еден тон канабис.", "2024-03", "month"),
        ("sq", "Këtë muaj në Vlorë u sekuestrua një ton kanabis.", "2024-03", "month"),
        ("sr", "Prošle nedelje u Nišu je zaplenjena tona duvana.", "2024-03-04", "week"),
        ("en", "Last week police in Bar seized a ton of tobacco.", "2024-03-04", "week"),
    ],
)
def test_weeks_and_months_keep_their_precision(region, language, text, expected, precision) -> None:
    dated = read(region, language, text)
    assert (dated.date, dated.precision) == (expected, precision)


def test_the_date_of_the_news_is_not_that_of_the_background(region) -> None:
    text = (
        "Policija je u sredu na Preševu zaplenila 38 kilograma heroina. Prošle godine, 3. maja, na istom prelazu "
        "zaplenjeno je 12 kilograma. Suđenje je zakazano za 20. april."
    )
    dated = read(region, "sr", text)
    assert dated.date == "2024-03-13"
    assert [text[a:b] for a, b in dated.evidence] == ["sredu"]


def test_the_day_on_which_police_speak_is_not_the_day_of_the_find(region) -> None:
    text = (
        "Police said Friday they had made a record haul. The cocaine was found late Wednesday night in a barn in Bar."
    )
    assert read(region, "en", text, title="Cocaine found in Bar").date == "2024-03-13"


def test_a_stamp_at_the_head_of_a_text_stands_for_publication(region) -> None:
    text = "12.05.2022Policija je juče u Zenici zaplijenila pola tone duhana."
    assert read(region, "bs", text, published=None).date == "2022-05-11"


def test_the_date_in_a_menu_is_when_the_page_was_fetched(region) -> None:
    text = "Datum: 22. 11. 2024. | Početna > Hronika\n\nU Kotoru je ubijen pripadnik klana. Napadač je pobjegao."
    assert read(region, "cnr", text, published=None) == Dated()


def test_without_a_word_of_time_the_day_of_publication_is_called_so(region) -> None:
    dated = read(region, "sr", "U Nišu je zaplenjeno 12 kilograma heroina.")
    assert dated == Dated("2024-03-15", "published", (), "published")
    month = Dated("2024-03", "month", (), "published")
    assert read(region, "sr", "U Nišu je zaplenjeno 12 kilograma heroina.", "2024-03") == month


def test_what_is_still_to_come_is_not_the_date(region) -> None:
    text = "Podignuta je optužnica protiv bivšeg ministra zbog mita. Ročište je 20. aprila, a presuda do petka."
    assert read(region, "sr", text).precision == "published"


def test_the_period_of_the_offence_is_not_the_date(region) -> None:
    text = "Optuženi je od 29. januara 2010. do 31. marta 2014. uzimao mito od vozača."
    assert read(region, "sr", text, published=None) == Dated()


@given(st.dates(date(1995, 1, 1), date(2050, 12, 31)), st.integers(1, 7))
@settings(max_examples=60)
def test_a_weekday_is_the_last_one_on_or_before_publication(day: date, number: int) -> None:
    found = date.fromisoformat(weekday(published_of(day.isoformat()), number) or "")
    assert found.isoweekday() == number
    assert timedelta(0) <= day - found < timedelta(days=7)


@given(st.dates(date(1995, 1, 1), date(2050, 12, 31)), st.integers(1, 31), st.integers(1, 12))
@settings(max_examples=100)
def test_a_date_without_a_year_is_never_far_in_the_future(day: date, number: int, month: int) -> None:
    found, ahead = without_year(published_of(day.isoformat()), day=number, month=month)
    if found is not None and not ahead:
        assert date.fromisoformat(found) <= day + timedelta(days=3)
        assert day - date.fromisoformat(found) < timedelta(days=366)


@pytest.mark.parametrize("value", [None, "", "yesterday", "2024-13-45", "99999-01-01"])
def test_a_publication_that_is_no_date_says_nothing(value: str | None) -> None:
    assert published_of(value) == Published()


@given(st.text(alphabet="0123456789.-/ majapriločejuusdmtp", max_size=120))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_date_that_is_none(text: str) -> None:
    region = regions.load()
    dated = read(region, "sr", text)
    if dated.date is not None and dated.precision == "day":
        assert date.fromisoformat(dated.date) <= date(2024, 3, 18)
    assert all(0 <= a < b <= len(text) for a, b in dated.evidence)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("cnr", "U noći između ponedjeljka i utorka u Nikšiću je uhapšen diler heroina.", "2024-03-12"),
        ("sr", "U noći sa subote na nedelju u Nišu je uhapšen diler heroina.", "2024-03-10"),
        ("sq", "Natën ndërmjet së shtunës e të dielës në Fier u arrestua një trafikant droge.", "2024-03-10"),
        ("mk", "Ноќта меѓу сабота и недела во Тетово е уапсен дилер на хероин.", "2024-03-10"),
        ("en", "A heroin dealer was arrested in Tetovo in the night between Monday and Tuesday.", "2024-03-12"),
    ],
)
def test_a_night_between_two_days_is_dated_by_its_morning(region, language: str, text: str, day: str) -> None:
    assert read(region, language, text).date == day


@pytest.mark.parametrize("town", ["Nišu", "Beogradu", "Novom Sadu"])
def test_what_happened_on_two_days_is_dated_by_the_first(region: Region, town: str) -> None:
    text = f"U ponedeljak i utorak su u {town} uhapšeni dileri heroina."
    assert read(region, "sr", text).date == "2024-03-11"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "sr",
            "Viši sud ukinuo je presudu za mito. Rešenje je doneto 4. marta, a uručeno ove nedelje.",
            "2024-03-04",
        ),
        (
            "sq",
            "Gjykata e rikthen çështjen. Vendimi është marrë më 4 mars, palëve u dorëzua dje.",
            "2024-03-04",
        ),
        ("mk", "Судот ја укина пресудата за мито. Одлуката е донесена на 4 март, а доставена вчера.", "2024-03-04"),
    ],
)
def test_a_ruling_is_dated_when_it_was_made_not_when_it_was_served(region, language: str, text: str, day: str) -> None:
    title, _, rest = text.partition(". ")
    assert read(region, language, f"{title}.\n{rest}", title=f"{title}.").date == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "sq",
            "Në një konferencë për media të mbajtur sot, Policia tregoi për operacionin: u arrestuan dje katër.",
            "2024-03-14",
        ),
        ("sr", "Na konferenciji za medije danas je rečeno da su juče u Nišu uhapšeni dileri heroina.", "2024-03-14"),
    ],
)
def test_the_day_of_a_conference_is_not_the_day_of_what_it_tells(region, language: str, text: str, day: str) -> None:
    assert read(region, language, text).date == day


def test_a_month_of_last_year_is_read_over_the_small_words_between(region: Region) -> None:
    text = "U arrestua në shkurt të vitit të kaluar në Fier një trafikant droge."
    assert read(region, "sq", text).date == "2023-02"


def test_the_end_of_a_period_is_no_day_of_the_news(region: Region) -> None:
    text = "Nga 11.03.2024 në ora 06:00 deri më 12.03.2024 u arrestuan 23 persona. Në Zhur 11.03.2024 u kap heroinë."
    assert read(region, "sq", text).date == "2024-03-11"
