"""Amounts that the words around them settle: other cases, unknown things, people in vans, sums without a currency."""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.how_much import HowMuch
from komshi.pipeline.read.how_much_learned import settled
from komshi.pipeline.read.prepared import Focus
from komshi.pipeline.types import Article


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(regions.load("western_balkans"))


def asked(reader: Reader, language: str, text: str) -> dict[tuple[float | None, str], str]:
    """What the rules answer for each amount that the model is asked of."""
    prepared, _ = reader.opening(Article(id="x", text=text, language=language))
    assert prepared is not None
    questions = HowMuch(reader.region).questions(prepared, Focus("seizure", None, 0))
    return {(quantity.amount, quantity.unit): said for quantity, _, said in questions}


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("sq", "Policia sekuestroi dy pistoleta dhe 17 trenerka në depo.", 17),
        ("sr", "Policija je u Nišu juče zaplenila dva pištolja i 17 lutaka u magacinu, saopštilo je tužilaštvo.", 17),
        ("mk", "Полицијата запленила два пиштола и 17 кивоти во магацин.", 17),
        ("en", "Police seized two pistols and 17 dolls in a depot.", 17),
    ],
)
def test_things_without_a_name_in_the_lists_are_left_to_the_model(reader, language, text, amount) -> None:
    assert asked(reader, language, text)[amount, "pcs"] == "no"


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("sq", "Policia sekuestroi 12 kg heroinë dhe një kallashnikov të vjetër në depo.", "pcs"),
        ("sq", "Policia sekuestroi 12 kg heroinë. U konfiskua edhe furgoni i shoferit.", "vehicles"),
        ("sr", "Zaplenjeni su 12 kg heroina, automatska puška i dva mobilna telefona.", "pcs"),
        ("mk", "Запленети се 12 кг хероин, пиштол и 14.300 евра.", "pcs"),
        ("en", "Police seized 12 kg of heroin and a hunting rifle in a depot.", "pcs"),
    ],
)
def test_a_thing_without_a_number_stands_for_one_and_is_left_to_the_model(reader, language, text, unit) -> None:
    assert (1, unit) in asked(reader, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Policia sekuestroi katër armë automatike kallashnikov në depo."),
        ("sr", "Zaplenjena su četiri nova pištolja, a vozilo je parkirano."),
        ("en", "Police seized four old pistols. The car was parked."),
    ],
)
def test_what_a_number_counts_already_is_not_one_more(reader, language, text) -> None:
    assert (1, "pcs") not in asked(reader, language, text)


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("sq", "Policia i kapi për trafik emigrantësh: në furgon ishin 24 persona.", 24),
        ("sr", "Zbog krijumčarenja migranata je uhapšen vozač, a u kombiju su bila 24 lica.", 24),
        ("mk", "Возачот е приведен за криумчарење мигранти, во комбето имало 24 лица.", 24),
        ("en", "The driver was held for migrant smuggling; there were 24 people in the van.", 24),
    ],
)
def test_people_where_people_are_smuggled_are_left_to_the_model(reader, language, text, amount) -> None:
    assert (amount, "pcs") in asked(reader, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Policia e Korçës arrestoi 11 persona për trafik emigrantësh."),
        ("sr", "Zbog krijumčarenja migranata 11 osoba je uhapšeno u Subotici."),
        ("mk", "Полицијата уапси 11 лица за криумчарење мигранти."),
        ("en", "Police arrested 11 people over migrant smuggling."),
    ],
)
def test_who_is_arrested_for_smuggling_people_is_not_asked_of(reader, language, text) -> None:
    assert (11, "pcs") not in asked(reader, language, text)


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("sr", "Tražio je 50.000 evra, a 20.000 je već primio.", "EUR"),
        ("sq", "Kërkoi 50.000 euro, ndërsa 20.000 i mori më parë.", "EUR"),
        ("mk", "Побарал 50.000 денари, а 20.000 веќе примил.", "MKD"),
        ("en", "He asked for 50,000 euros, and 20,000 was paid at once.", "EUR"),
    ],
)
def test_a_sum_without_a_currency_shares_the_one_before(reader, language, text, currency) -> None:
    assert (20_000, currency) in asked(reader, language, text)


def test_a_year_and_a_number_of_months_are_no_sums(reader) -> None:
    found = asked(reader, "sr", "Tražio je 50.000 evra, a 2019 je osuđen na 120 dana.")
    assert set(found) == {(50_000, "EUR")}


def test_a_machine_that_makes_pills_is_not_taken_for_an_unknown_thing(reader) -> None:
    assert not asked(reader, "sr", "Policija je u kući u Nišu zaplenila dve prese za tablete, saopštilo je tužilaštvo.")


@pytest.mark.parametrize(
    ("role", "share", "expected"),
    [
        ("subject", 0.1, "background"),
        ("subject", 0.3, "subject"),
        ("background", 0.5, "subject"),
        ("value", 0.5, "value"),
        ("value", 0.9, "subject"),
        (None, 0.1, None),
        (None, 0.9, "subject"),
    ],
)
def test_the_model_speaks_where_it_is_sure(role, share, expected) -> None:
    assert settled(role, share) == expected


def test_what_another_case_was_about_is_background(reader) -> None:
    text = (
        "Carinici su juče na prelazu zaplenili 16 kilograma heroina u autobusu. Vozač je uhapšen. Tužilac je odredio "
        "zadržavanje do 48 sati. Putnici su nastavili put drugim autobusom. Vrednost droge još nije procenjena. "
        "Na istom prelazu je u januaru zaplenjeno 60 kilograma heroina u kamionu."
    )
    prepared, _ = reader.opening(Article(id="x", text=text, language="sr"))
    assert prepared is not None
    found = HowMuch(reader.region)(prepared, Focus("seizure", None, 0))
    assert {one.amount for one in found if one.role == "subject"} == {16}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Nine indicted over cigarettes that vanished from the port of Bar.", []),
        ("Albanian police found 200 kilos of cocaine in a banana container in Durrës, three in custody.", [200.0]),
        ("Police in Bar searched 14 places and seized two pistols.", [2.0]),
    ],
)
def test_people_and_places_are_no_amounts(reader, text: str, amounts: list[float]) -> None:
    read = reader.read(Article(id="x", text=text, language="en", published="2026-05-10"))
    found = [quantity.amount for event in read.events for quantity in event.quantities]
    assert found == amounts
