"""How much: packets beside a weight, things in quotation marks, what is said once for two, old stories."""

from __future__ import annotations

import pytest

from tests.pipeline.read.amounts import read, subjects


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "U gjetën 18 paketa me marihuanë, me peshë totale 19,4 kg.", {(19.4, "kg")}),
        ("mk", "Откриени се 54 пакети кокаин, тешки вкупно 61 килограм.", {(61, "kg")}),
        ("cnr", "Pronađeno je 18 pakovanja skanka ukupne težine 19,6 kilograma.", {(19.6, "kg")}),
    ],
)
def test_packets_of_what_is_weighed_are_no_goods_of_their_own(region, language: str, text: str, expected: set) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Policija je našla četiri „zolje“ i sedam automatskih pušaka.", {(4, "pcs"), (7, "pcs")}),
        ("mk", "Најдени се 37 бронзени и две сребрени монети.", {(37, "pcs"), (2, "pcs")}),
        ("sr", "Pronađen je kilogram i dvesta grama marihuane.", {(1.2, "kg")}),
        ("sq", "U sekuestruan 31,400 kilogramë marihuanë.", {(31.4, "kg")}),
        ("en", "Police seized 12,400 kilograms of cannabis.", {(12_400, "kg")}),
        ("sr", "Pozajmio je 5.000 evra, a do letos im je vratio 31.000.", {(31_000, "EUR")}),
        ("sq", "Mbi banak u numëruan 1.240.000 lekë dhe 3.450 euro.", {(1_240_000, "ALL"), (3450, "EUR")}),
        ("en", "Officers seized £286,000, bundled in duvets.", {(286_000, "GBP")}),
        (
            "sr",
            "Policija je uhapsila dvojicu krijumčara oružja. Kod njih su oduzeta četiri zlatna prstena i tri pištolja.",
            {(4, "pcs"), (3, "pcs")},
        ),
    ],
)
def test_what_is_said_once_holds_for_both(region, language: str, text: str, expected: set) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            "Zaplenjen je kokain. Prošlogodišnja zaplena, kada je pao kamion sa 200 pištolja, ne vezuje se sa ovim.",
        ),
        ("sq", "U sekuestrua kokainë. Verën e kaluar u shkulën 1.300 bimë kanabisi."),
        ("mk", "Запленет е кокаин. Минатото лето лани беа запленети 40 килограми."),
    ],
)
def test_what_was_taken_last_year_is_another_story(region, language: str, text: str) -> None:
    assert not subjects(read(region, language, text))


def test_a_bribe_for_each_lorry_is_a_rate(region) -> None:
    text = "Царинскиот службеник за секој преглед земал мито по 300 евра."
    assert not subjects(read(region, "mk", text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Nađeno je 1.147 lažnih novčanica od 100 evra i 38 od 500 evra.", {(1147, "pcs"), (38, "pcs")}),
        ("en", "Police seized 62 fake banknotes of 100 dollars and 14 of 50 euros.", {(62, "pcs"), (14, "pcs")}),
    ],
)
def test_banknotes_are_counted_and_not_what_each_is_worth(region, language: str, text: str, expected: set) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They seized explosives, 180 pieces of 100 grams each, 18 kilograms.", {(180, "pcs"), (18, "kg")}),
        ("sq", "Në 26 parcela u asgjësuan 11.400 bimë kanabisi.", {(11_400, "plants")}),
        ("en", "Fourteen thousand litres of fuel seized. Customs seized 14,300 litres of diesel.", {(14_300, "l")}),
        ("en", "Police seized 11 bank accounts and a car wash from heroin smugglers.", {(11, "pcs")}),
        (
            "en",
            "A smuggling ring falls. Nine people — six Albanians, three Serbs — were arrested with 4 kg of heroin.",
            {(4, "kg")},
        ),
    ],
)
def test_what_each_holds_where_it_grew_and_who_was_caught_is_no_amount(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They seized BAM 87,400, EUR 26,000 and CHF 3,500.", {(87_400, "BAM"), (26_000, "EUR"), (3_500, "CHF")}),
        ("They seized Denar 1.9 million, EUR 38,750.", {(1_900_000, "MKD"), (38_750, "EUR")}),
        ("They seized 9,400 euros. All six were arrested.", {(9_400, "EUR")}),
    ],
)
def test_a_currency_belongs_to_the_number_behind_it(region, text: str, expected: set) -> None:
    assert subjects(read(region, "en", text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "Policia kapi në Durrës një çerek tone marihuanë.", {(0.25, "t")}),
        ("en", "Police seized one quarter tonne of cannabis.", {(0.25, "t")}),
        ("sq", "U sekuestrua toka prej 5 400 metrash katrorë e një trafikanti të drogës.", {(5400, "m2")}),
        ("en", "SPAK seized two villas (96 and 118 m2) of a drug trafficker.", {(2, "pcs"), (96, "m2"), (118, "m2")}),
    ],
)
def test_one_quarter_is_a_quarter_and_two_numbers_may_share_a_measure(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


def test_a_title_that_says_over_two_thousand_rounds_what_the_text_counts(region) -> None:
    text = "Të hënën në Lekbibaj u asgjësuan gjithsej {} bimë kanabis. Policia arrestoi dy persona."
    title = "Digjen mbi dy mijë rrënjë kanabis"
    assert subjects(read(region, "sq", text.format("2.340"), title=title)) == {(2340, "plants")}
    assert subjects(read(region, "sq", text.format("2.640"), title=title)) == {(2000, "plants"), (2640, "plants")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "sq",
            "U asgjësuan bimë kanabisi në dy parcela. Në të parën u gjetën 640 bimë, në të dytën 280. Ai u kap.",
            {(640, "plants"), (280, "plants")},
        ),
        (
            "mk",
            "Околу шеесет килограми марихуана, поточно 62,48, се запленети на преминот Меџитлија.",
            {(62.48, "kg")},
        ),
    ],
)
def test_a_number_without_a_noun_is_of_the_measure_before_it(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Oduzeta su dva pasoša, 87.000 dolara i tri sata „rolex“.", (3, "pcs")),
        ("sq", "Doganierët sekuestruan dy orë Rolex dhe 62.000 franga zvicerane.", (2, "pcs")),
    ],
)
def test_watches_are_no_hours(region, language: str, text: str, expected: tuple) -> None:
    assert expected in {(one.amount, one.unit) for one in read(region, language, text)}
    assert not read(region, language, "Zadržan je tri sata." if language == "sr" else "U mbajt tri orë.")


def test_a_small_number_before_a_noun_is_no_sum(region) -> None:
    text = "Police in Skopje seized 94,000 euros in cash and 640 drone engines that were to be smuggled to Russia."
    assert (640, "EUR") not in {(one.amount, one.unit) for one in read(region, "en", text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police seized 64 kilograms (141 pounds) of amphetamine and two pistols.", {(64, "kg"), (2, "pcs")}),
        ("Police seized 141 pounds (64 kilograms) of amphetamine.", {(64, "kg")}),
        ("Police seized 310 tonnes of waste, which was to be exported at a price of 190 euros a tonne.", {(310, "t")}),
        ("Police seized 1,141 pounds (in two envelopes) from the driver.", {(1141, "GBP")}),
    ],
)
def test_a_weight_in_pounds_and_a_price_for_each_tonne_are_no_amounts(region, text: str, expected: set) -> None:
    assert subjects(read(region, "en", text)) == expected
