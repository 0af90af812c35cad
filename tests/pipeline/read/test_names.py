"""Names: where a text names persons, and in what base form."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.names import Names
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


@pytest.fixture(scope="module")
def names(region: Region) -> Names:
    return Names(region)


def sure(names: Names, region: Region, language: str, text: str) -> list[str]:
    found = names(prepare(region, Report("r", language, text)))
    return [" ".join(m.words) for m in found if m.sure]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Pozvali su Ljirima „Senku“ Jasića na razgovor.", ["Ljirima Senku Jasića"]),
        ("hr", "Odvjetnik Lars van Hoven nije odgovorio.", ["Lars van Hoven"]),
        ("bs", "Melisa Bukvić Topolić radi u banci.", ["Melisa Bukvić Topolić"]),
        ("en", "The judge, Cheryl L. Brook, agreed.", ["Cheryl L. Brook"]),
        ("sr", "Dž. B. i Lj.M. su pušteni.", ["Dž. B.", "Lj. M."]),
        ("sr", "Tereti se da je ubio Dejana R. Presuda će biti izrečena u julu.", ["Dejana R."]),
        ("mk", "Обвинет е Марко П. Пресудата не е правосилна.", ["Марко П."]),
        ("sq", "U arrestua Arben H. Vendimi pritet nesër.", ["Arben H."]),
        ("en", "Arrested was Arben H. Investigators seized a car.", ["Arben H."]),
        ("sr", "Direktor firme Rudnik M. V. ćuti.", ["M. V."]),
        ("sr", "MARKO BREZIĆ uhapšen u Baru", ["Marko Brezić"]),
        ("sr", "U Republici Srpskoj Miroslava Brezića znaju svi.", ["Miroslava Brezića"]),
        ("mk", "Во Скопје дојде Ѓорѓи Јаворски.", ["Ѓорѓи Јаворски"]),
        ("sq", "Te shoqeruar nga policia, Arben Plepaj zbriti.", ["Arben Plepaj"]),
        # What a man is called behind his surname is no part of it; a woman may bear two.
        ("sr", "Osuđen je Goran Lastić Gega.", ["Goran Lastić"]),
        ("mk", "Осуден е Митко Јаворовски Цане.", ["Митко Јаворовски"]),
        ("sr", "Govorila je Ana Lastić Bukva.", ["Ana Lastić Bukva"]),
        ("sr", "Osumnjičen je posrednik Halid Lastić Brka.", ["Halid Lastić"]),
        ("sr", "Presuđeno je posredniku Halidu Lastiću Brki.", ["Halidu Lastiću"]),
        ("sr", "Uhapšen je vlasnik „Putarine“ Dragić Kalamperović.", ["Dragić Kalamperović"]),
        # Where a firm of two words ends, the name of its owner begins.
        ("mk", "Обвинет е сопственикот на „Рудник Пат“ Менде Јаворовски.", ["Менде Јаворовски"]),
        ("sr", 'Traga se za vlasnikom firme "Boka Marine Lastić" Ilijom Brezićem.', ["Ilijom Brezićem"]),
    ],
)
def test_names_are_found_whole(names, region, language: str, text: str, expected: list[str]) -> None:
    assert sure(names, region, language, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Firma Drvo d.o.o. iz Novog Pazara.",
        "Po nalogu U.S. marshala.",
        "Banja Luka i Novi Sad.",
        "Velika Britanija ćuti.",
        "Trgovačka firma „Азот Градба“ ДООЕЛ из Битоља.",
    ],
)
def test_firms_and_places_are_not_surely_persons(names, region, text: str) -> None:
    assert sure(names, region, "sr", text) == []


@pytest.mark.parametrize(
    ("language", "written", "base"),
    [
        ("hbs", "Aleksandra Brezića", "Aleksandar Brezić"),
        ("hbs", "Aleksandra Brezić", "Aleksandra Brezić"),
        ("hbs", "Aleksandre Brezić", "Aleksandra Brezić"),
        ("hbs", "Nikole Brezića", "Nikola Brezić"),
        ("hbs", "Nikola Brezić", "Nikola Brezić"),
        ("hbs", "Momčila Lastića", "Momčilo Lastić"),
        ("hbs", "Stevanom Lastićem", "Stevan Lastić"),
        ("hbs", "Ranka Jasena", "Ranko Jasen"),
        ("hbs", "Anu Lastić", "Ana Lastić"),
        ("hbs", "Aleksandra Petrova", "Aleksandra Petrova"),
        ("hbs", "Dragana Petrovskog", "Dragan Petrovski"),
        ("hbs", "Фахира Тополића", "Фахир Тополић"),
        ("hbs", "Валентине Ластић", "Валентина Ластић"),
        ("sq", "Përparim Lisën", "Përparim Lisa"),
        ("sq", "Arben Plepin", "Arben Plepi"),
        ("sq", "Arben Plepit", "Arben Plepi"),
        ("sq", "Asllan Lebës", "Asllan Leba"),
        ("sq", "Arben Plepajn", "Arben Plepaj"),
        ("sq", "Jovica Lastiçin", "Jovica Lastiç"),
        ("sq", "Glenn Dublin", "Glenn Dublin"),
        ("mk", "Стојан Јаворски", "Стојан Јаворски"),
    ],
)
def test_names_are_given_in_their_base_form(names, language: str, written: str, base: str) -> None:
    assert " ".join(names.words[language].forms.base(written.split())) == base


def test_a_text_without_diacritics_keeps_its_spelling(names) -> None:
    assert names.words["sq"].forms.base(["Arben", "Lisen"], plain=True) == ("Arben", "Lisa")


def test_a_list_of_a_thousand_names_is_read_in_part(names, region) -> None:
    found = names(prepare(region, Report("r", "sr", "Marko Brezić, " * 1000)))
    assert 0 < len(found) <= 401
