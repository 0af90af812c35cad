"""How much: amounts with unit and item; and what is no amount at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi import regions
from tests.pipeline.read.amounts import read, subjects, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Zaplenjeno je dva i po kilograma marihuane.", ("cannabis", 2.5, "kg")),
        ("sr", "На Хоргошу је заплењено 38 килограма хероина.", ("heroin", 38, "kg")),
        ("hr", "U Splitu je zaplijenjena tona i pol kokaina.", ("cocaine", 1.5, "t")),
        ("bs", "U magacinu je pronađeno preko tone kokaina.", ("cocaine", 1, "t")),
        ("sr", "Zaplenjeno je pola tone rezanog duvana.", ("tobacco", 0.5, "t")),
        ("hr", "Zaplijenjeno je 30.896 kg heroina.", ("heroin", 30.896, "kg")),
        ("hr", "Zaplijenjeno je 2.500 kilograma kokaina.", ("cocaine", 2500, "kg")),
        ("sr", "Zaplenjeno je 40kg skanka.", ("cannabis", 40, "kg")),
        ("cnr", "Uništene su 182 stabljike konoplje.", ("cannabis plants", 182, "plants")),
        ("sr", "Carinici su otkrili 1.354 litra dizela.", ("diesel", 1354, "l")),
        ("sr", "Oduzeto je četrnaest luksuznih automobila.", ("vehicles", 14, "vehicles")),
        ("sr", "Pronađeno je 25.000 tableta ekstazija.", ("ecstasy", 25000, "tablets")),
        ("sr", "Zaplenjeno je 85 komada municije.", ("ammunition", 85, "pcs")),
        ("bs", "U kombiju su otkrivena 23 migranta.", ("migrants", 23, "pcs")),
        ("sr", "U kombiju su otkrili četvoricu migranata.", ("migrants", 4, "pcs")),
        ("bs", "Od vozača je primio mito od 500 KM.", ("money", 500, "BAM")),
        ("sr", "Prali su novac: oprano je 180 miliona dinara.", ("money", 180_000_000, "RSD")),
        ("sr", "Na Merdaru je zaplenjeno 700 000 evra.", ("money", 700_000, "EUR")),
        ("mk", "Запленети се тон и пол тутун.", ("tobacco", 1.5, "t")),
        ("mk", "Запленети се 20.000 кутии цигари.", ("cigarettes", 20_000, "packs")),
        ("mk", "Полицијата заплени 70 илјади фалсификувани евра.", ("counterfeit money", 70_000, "EUR")),
        ("mk", "Запленети се 7,66 грама марихуана.", ("cannabis", 7.66, "g")),
        ("sq", "U sekuestrua gjysmë toni kanabis.", ("cannabis", 0.5, "t")),
        ("sq", "U asgjësuan 500 fidanë kanabisi.", ("cannabis plants", 500, "plants")),
        ("sq", "Mori një ryshfet prej 150.000 lekësh.", ("money", 150_000, "ALL")),
        ("mk", "Одземени се четири моторни пили.", ("tools", 4, "pcs")),
        ("hr", "Zaplijenjene su 93 diplome.", ("documents", 93, "pcs")),
        ("sq", "U gjetën tri (3) thika luftarake.", ("knives", 3, "pcs")),
        ("sq", "Policia gjeti 13 objekte arkeologjike.", ("artefacts", 13, "pcs")),
        ("en", "Police seized more than a ton of cocaine.", ("cocaine", 1, "t")),
        ("en", "Officers found €12,300 in the car.", ("money", 12_300, "EUR")),
        ("en", "He took a bribe of 1.2 million euros.", ("money", 1_200_000, "EUR")),
    ],
)
def test_what_was_taken_is_read_with_unit_and_item(region, language: str, text: str, expected: tuple) -> None:
    assert told(read(region, language, text)) == [(*expected, "subject")]


def test_the_rounded_amount_of_the_title_gives_way_to_the_exact_one(region) -> None:
    found = read(
        region, "hr", "U Zeti je zaplijenjeno 1612 kilograma kokaina.", title="Zaplijenjena tona i pol kokaina"
    )
    assert told(found) == [("cocaine", 1612, "kg", "subject")]
    assert len(found[0].evidence) == 2


def test_an_amount_said_twice_is_one_quantity(region) -> None:
    found = read(region, "mk", "Полицијата вчера заплени 40 тони канабис.", title="Запленети 40 тони канабис")
    assert told(found) == [("cannabis", 40, "t", "subject")]


def test_two_amounts_of_one_list_are_two(region) -> None:
    text = "U Nišu je zaplenjeno 6,4 kg heroina i 6,4 kg skanka, dva pištolja i 500 metaka."
    assert {(one.item, one.amount) for one in read(region, "sr", text)} == {
        ("heroin", 6.4), ("cannabis", 6.4), ("weapons", 2), ("ammunition", 500),
    }  # fmt: skip


def test_the_second_of_two_places_shares_the_unit(region) -> None:
    text = "Zaplijenjeno je deset tona marihuane u Skoplju, a čak trideset u selu kod Strumice."
    assert [(one.amount, one.unit) for one in read(region, "cnr", text)] == [(10, "t"), (30, "t")]


def test_bounds_stand_beside_the_amount(region) -> None:
    [more] = read(region, "en", "Police seized more than 30 tonnes of cocaine.")
    assert (more.amount, more.low, more.high) == (30, 30, None)
    [between] = read(region, "mk", "Земале мито од 20 до 50 евра.")
    assert (between.amount, between.low, between.high) == (None, 20, 50)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšen je A. B. (1986) u ulici Vojvode Stepe 35, u automobilu Audi A8."),
        ("sr", "Određeno mu je zadržavanje do 48 časova, po članu 358. stav 3. zakona."),
        ("sr", "U akciji je 120 policajaca pretreslo 15 lokacija na 30 kilometara od Niša."),
        ("hr", "Osuđen je na 12 godina zatvora, a priziv je najavio u roku od 15 dana."),
        ("sr", "Policija je 2019. g. pokrenula istragu."),
        ("en", "A 35-year-old man was jailed for 7 years."),
        ("sq", "Një 35-vjeçar u dënua me 5 vjet burg."),
        ("mk", "Уапсен е 41-годишен скопјанец, телефон 02 123 456."),
    ],
)
def test_ages_streets_laws_terms_and_police_are_no_quantities(region, language: str, text: str) -> None:
    assert read(region, language, text) == ()


def test_the_evidence_is_the_words_of_the_original_text(region) -> None:
    text = "На граничном прелазу је заплењено 38 килограма хероина."
    [found] = read(region, "sr", text)
    assert [text[a:b] for a, b in found.evidence] == ["38 килограма хероина"]


@given(
    st.lists(st.sampled_from(["5 kg", "kokaina", "evra", "1.205", "paketa", ",", ".", "zaplenjeno", "€", "(", "tona"]))
)
@settings(max_examples=60, deadline=None)
def test_no_mixture_of_numbers_and_units_breaks_the_reader(words: list[str]) -> None:
    text = " ".join(words)
    for one in read(regions.load(), "sr", text):
        assert one.amount is None or one.amount > 0
        assert all(0 <= a < b <= len(text) for a, b in one.evidence)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšen zbog krijumčarenja migranata: prevezao 11 ljudi u kombiju."),
        ("mk", "Приведен е возач за криумчарење мигранти, превезувал 11 лица од Сирија."),
        ("en", "A driver was arrested for smuggling migrants after he transported 11 people."),
    ],
)
def test_people_who_are_smuggled_are_migrants(region, language: str, text: str) -> None:
    assert ("migrants", 11, "pcs", "subject") in told(read(region, language, text))


def test_kilograms_and_grams_are_one_weight(region) -> None:
    assert told(read(region, "sq", "U sekuestruan 4 kilogramë e 200 gramë heroinë.")) == [
        ("heroin", 4.2, "kg", "subject")
    ]


def test_a_sum_of_the_title_that_the_text_repeats_is_one_sum(region) -> None:
    found = read(
        region,
        "sr",
        "Osumnjičeni je uhapšen u Nišu. Posao je bio vredan 20.000 evra, a mito je primio od direktora.",
        title="Uhapšen inspektor, tražio 20.000 evra",
    )
    assert [(one.amount, one.unit) for one in found] == [(20_000, "EUR")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("bs", "Policija je oduzela oko 90 kubnih metara bespravno posječenog drveta.", ("timber", 90, "m3")),
        ("cnr", "Oduzeto je 90 kubika bespravno posječene šume.", ("timber", 90, "m3")),
        ("sr", "Заплењено је 140 м³ трупаца.", ("timber", 140, "m3")),
        ("hr", "Zaplijenjeno je 12,5 m3 ogrjevnog drva.", ("timber", 12.5, "m3")),
        ("sr", "Firma je ukrala 5.400 kubika šljunka bez dozvole.", ("sand", 5400, "m3")),
        ("sr", "Zaplenjeno je 28 kubnih metara nafte.", ("fuel", 28, "m3")),
        ("mk", "Запленети се 35 кубни метри огревно дрво.", ("timber", 35, "m3")),
        ("mk", "Запленети се 35 метри кубни дрва.", ("timber", 35, "m3")),
        ("sq", "U sekuestruan 90 metra kub dru të prerë ilegalisht.", ("timber", 90, "m3")),
        ("sq", "Policia ka sekuestruar rreth 90 meter kub dru te prere ilegalisht.", ("timber", 90, "m3")),
        ("sq", "U sekuestruan 1.200 metër kub zhavorr.", ("sand", 1200, "m3")),
        ("en", "Police seized 90 cubic metres of timber.", ("timber", 90, "m3")),
        ("en", "Inspectors seized 600 m3 of gravel.", ("sand", 600, "m3")),
    ],
)
def test_wood_gravel_and_fuel_are_told_in_cubic_metres(region, language, text, expected) -> None:
    assert told(read(region, language, text)) == [(*expected, "subject")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "bs",
            (
                "Tužilaštvo poziva one koji su od proljeća 2025. kupili vozilo preko oglasa. Uhapšena je "
                "grupa za krađu vozila."
            ),
        ),
        ("sr", "Krađom je od 2021. oštećeno više vlasnika vozila, zaplenjena su kola."),
        ("sr", "U maju 2024. vozila su zaplenjena na Horgošu."),
        ("mk", "Во 2023 возила се запленети на границата."),
        ("sq", "Në vitin 2024 automjete të vjedhura u sekuestruan në kufi."),
        ("en", "Since 2024 cars have been stolen and seized at the border."),
    ],
)
def test_a_year_counts_nothing(region, language, text) -> None:
    assert read(region, language, text) == ()


def test_a_number_that_looks_like_a_year_still_counts_beside_its_thing(region) -> None:
    assert told(read(region, "sr", "Zaplenjeno je 2025 komada municije.")) == [("ammunition", 2025, "pcs", "subject")]
    assert told(read(region, "sr", "Primio je mito od 2000 evra.")) == [("money", 2000, "EUR", "subject")]
    assert told(read(region, "sq", "Mori ryshfet prej 2000 eurosh.")) == [("money", 2000, "EUR", "subject")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Полицијата заплени околу 45.000 фалсификувани таблети."),
        ("sr", "Zaplenjeno je 45.000 falsifikovanih tableta."),
        ("hr", "Zaplijenjeno je 45.000 krivotvorenih tableta."),
        ("sq", "U sekuestruan 45.000 tableta të falsifikuara."),
        ("en", "Police seized 45,000 counterfeit tablets."),
    ],
)
def test_false_tablets_are_medicines(region, language, text) -> None:
    assert told(read(region, language, text)) == [("medicines", 45_000, "tablets", "subject")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Police seized approximately EUR 212 000 in cash.", (212_000, "EUR")),
        ("sq", "U sekuestruan mbi 6 mijë pako cigare, saktësisht 6.200.", (6200, "packs")),
        ("sq", "U gjetën dy kilogramë e gjysmë tritol.", (2.5, "kg")),
        ("sr", "Ilegalno su posekli 96 stabala.", (96, "pcs")),
        ("en", "At least 3,120 beech and spruce trees were cut without a permit.", (3120, "pcs")),
        ("bs", "U hali je uskladišteno 640 tona baliranog otpada.", (640, "t")),
        ("mk", "Фирмата закопала најмалку 1.850 тони отпад.", (1850, "t")),
        ("sq", "U gjetën 37 aparate të lojërave të fatit.", (37, "pcs")),
    ],
)
def test_every_market_has_its_goods(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == {expected}


def test_a_rounded_total_gives_way_to_its_parts(region) -> None:
    text = "Oduzeto je 1.240 pari patika i 3.315 majica, sve lažno."
    found = read(region, "cnr", text, title="Oduzeto preko 4.500 komada lažne robe")
    assert subjects(found) == {(1240, "pcs"), (3315, "pcs")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "U poslednje dve godine predmete su iskopavali na njivama. Zaplenjen je rimski novac."),
        ("hr", "Vlasti su 18. listopada zaplijenile objekte."),
    ],
)
def test_years_and_days_count_no_things(region, language, text) -> None:
    assert read(region, language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "U sekuestruan 1 pistoletë, 1 armë gjahu dhe 5.000 euro.", [1, 1, 5000]),
        ("sr", "Zaplenjen je jedan pištolj, jedna puška i 5.000 evra.", [1, 1, 5000]),
    ],
)
def test_two_sorts_of_one_thing_in_a_list_are_two_amounts(region, language, text, expected) -> None:
    assert [one.amount for one in read(region, language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Police found half a kilo of cocaine in the car.", (0.5, "kg")),
        ("mk", " date 2025-10-31 130 килограми марихуана заплени Царината.", (130, "kg")),
        ("sr", " date 2025-10-31 130 kilograma marihuane zaplenila je Uprava carina.", (130, "kg")),
        ("sq", "U sekuestruan 17.000 pulla akcize të falsifikuara.", (17_000, "pcs")),
        ("hr", "Zaplijenjeno je 900 pari tenisica.", (900, "pcs")),
        ("mk", "Запленети се 40 птенци на сив сокол.", (40, "pcs")),
    ],
)
def test_amounts_in_less_common_dress_are_read(region, language, text, expected) -> None:
    assert expected in subjects(read(region, language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Në stallë u gjetën dy presa tabletash."),
        ("sr", "Zaplenjene su dve prese za tablete."),
        ("en", "Officers seized two pill presses."),
        ("sr", "Zaplenjeno je 40 kilograma skanka, a uhapšen P. Đ. (45) iz Bara."),
    ],
)
def test_machines_and_ages_are_no_tablets_and_no_kilograms(region, language, text) -> None:
    assert not {amount for amount, unit in subjects(read(region, language, text)) if amount in {2, 45}}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Grupi vodhi 87.200 euro nga bankomatet. Në dhomë u gjetën 51 mijë prej tyre."),
        ("sr", "Ukrali su 87.200 evra. U stanu je nađeno 51 hiljadu, kažu u policiji."),
    ],
)
def test_thousands_share_the_currency_of_the_sum_before(region, language, text) -> None:
    assert (51_000, "EUR") in subjects(read(region, language, text))


def test_parts_of_a_total_are_not_counted_again(region) -> None:
    text = (
        "Uhapšeni su krijumčari koji su prevozili 22 migranta. U kamionu je bilo 16 migranata, a u kombiju 6 migranata."
    )
    assert subjects(read(region, "sr", text)) == {(22, "pcs")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Osuđenom za pranje novca oduzeto je 30 ari zemlje i 2 hektara šume.", {3000.0, 20_000.0}),
        ("bs", "Grupi osumnjičenoj za pranje novca oduzeto je 15 duluma zemlje.", {15_000.0}),
        ("mk", "Одземени се 2 хектари земја и 20 ари од група за перење пари.", {20_000.0, 2000.0}),
        ("sq", "Për pastrim parash iu sekuestrua një tokë prej 18 arësh.", {1800.0}),
        ("en", "Prosecutors confiscated 1.5 hectares of land over money laundering.", {15_000.0}),
    ],
)
def test_land_is_told_in_square_metres(region, language, text, expected) -> None:
    assert {one.amount for one in read(region, language, text) if one.unit == "m2"} == expected


def test_tonnes_of_something_unknown_are_no_hard_drug(region) -> None:
    text = "Во двојното дно биле 31,2 кг хероин. Приколката и стоката, 18 тони стиропор, се задржани."
    found = [one[:3] for one in told(read(region, "mk", text))]
    assert ("heroin", 31.2, "kg") in found
    assert ("heroin", 18, "t") not in found
