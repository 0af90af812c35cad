"""How much: what was taken, and what is a value, a price, damage or another story."""

from __future__ import annotations

import pytest

from tests.pipeline.read.amounts import read, subjects, told


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("sr", "Zaplenjena je roba vredna 1,2 miliona evra.", "value"),
        ("bs", "Budžetu je nanio štetu od 1,3 miliona KM.", "damage"),
        ("hr", "Kažnjen je novčanom kaznom od 50 tisuća eura.", "fine"),
        ("mk", "Буџетот е оштетен за 3,4 милиони евра.", "damage"),
        ("mk", "Ја купиле по цена од 500 денари.", "price"),
        ("sq", "Cigare me vlerë rreth 18 mijë euro u sekuestruan.", "value"),
        ("sq", "Dëmi vlerësohet rreth 3 milionë eurove.", "value"),
        ("sq", "Ai u dënua me gjobë 500 mijë lekë.", "fine"),
        ("en", "Smugglers hid $2.3m worth of cigarettes.", "value"),
        ("en", "The clan offered a million euros for his head.", "price"),
    ],
)
def test_money_that_was_not_taken_has_another_role(region, language: str, text: str, role: str) -> None:
    assert [one.role for one in read(region, language, text)] == [role]


def test_an_earlier_record_is_background(region) -> None:
    text = (
        "U kontejneru je zaplenjeno 600 kilograma kokaina. Pre dve godine, na istom mestu, nađeno je "
        "250 kilograma kokaina. Lane je zaplenjeno ukupno 3 tone droge."
    )
    roles = {one.amount: one.role for one in read(region, "sr", text)}
    assert roles == {600: "subject", 250: "background", 3: "background"}


def test_the_quarrel_behind_a_killing_is_background(region) -> None:
    text = "U Kotoru je jutros ubijen vođa klana. Rat klanova počeo je zbog 200 kilograma kokaina."
    assert [one.role for one in read(region, "cnr", text)] == ["background"]


def test_a_sum_of_the_period_of_the_offence_was_taken(region) -> None:
    text = "Uhićena su četiri carinika. Od travnja 2022. do lipnja 2023. uzeli su 230.000 eura mita."
    assert told(read(region, "hr", text)) == [("money", 230_000, "EUR", "subject")]


def test_a_number_of_arrested_is_no_second_weight(region) -> None:
    text = "Policia sekuestroi 30 kg kokainë në Durrës, dy të arrestuar."
    assert told(read(region, "sq", text)) == [("cocaine", 30, "kg", "subject")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "Gjykata dënoi sot dy veta për trafikim të 31 kg heroinë, të kapur në vitin 2021.", {(31, "kg")}),
        ("sr", "Sud je juče osudio trojicu zbog šverca 57 kilograma kokaina, zaplenjenih 2019.", {(57, "kg")}),
        ("mk", "Обвинетиот во 2020 година примил мито од 5.000 евра, тврди обвинителството.", {(5000, "EUR")}),
        ("en", "He was jailed for smuggling 57 kg of heroin, which police seized in 2021.", {(57, "kg")}),
    ],
)
def test_a_court_speaks_of_what_was_found_years_before(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Zaplenjeno je 5 kg heroina. Na istom prelazu je u maju nađeno 90 kg kokaina."),
        ("bs", "Zaplijenjeno je 5 kg heroina. Slučaj podsjeća na Tuzlu, gdje je nađeno 90 kg kokaina."),
        ("mk", "Запленети се 5 кг хероин. На истиот премин во мај беа најдени 90 кг кокаин."),
        ("sq", "U sekuestruan 5 kg heroinë. Një javë para këtij rasti u kapën 90 kg kokainë."),
        ("en", "Police seized 5 kg of heroin. It comes a week after another seizure of 90 kg of cocaine."),
    ],
)
def test_another_case_is_background(region, language, text) -> None:
    assert subjects(read(region, language, text)) == {(5, "kg")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Officers carried out 64 slot machines and 37,450 euros ($44,900).", {(64, "pcs"), (37_450, "EUR")}),
        ("sr", "Uzeo je od investitora 150.000 evra, odnosno oko 17,5 miliona dinara.", {(150_000, "EUR")}),
        ("mk", "Земал мито од 1.000 евра (околу 61.500 денари).", {(1000, "EUR")}),
        ("sq", "Mori ryshfet prej 1.000 eurosh (rreth 100 mijë lekë).", {(1000, "EUR")}),
    ],
)
def test_one_sum_in_two_currencies_is_read_once(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sq", "U gjetën:\n- 900 fishekë,\n- rreth 20 000 euro të padeklaruara.", {(900, "pcs"), (20_000, "EUR")}),
        (
            "sq",
            "SPAK sekuestroi pasuri. Bëhet fjalë për tri apartamente dhe 118 500 euro.",
            {(3, "pcs"), (118_500, "EUR")},
        ),
        ("sr", "Na Gradini zaplenjeno: 12,4 kg heroina i 2.000 KM.", {(12.4, "kg"), (2000, "BAM")}),
    ],
)
def test_a_list_goes_on_with_what_was_taken(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "taken"),
    [
        ("sr", "U dva stana i pretresom tri kuće pronađeno je 700 grama spida.", {(700, "g")}),
        ("mk", "Во два стана се најдени 2 килограми марихуана.", {(2, "kg")}),
        ("sq", "Gjatë kontrollit të dy shtëpive u gjetën 2 kg kanabis.", {(2, "kg")}),
        ("en", "Police raided three houses and seized 23 firearms.", {(23, "pcs")}),
        ("en", "The goods were seized after being moved with three trucks.", set()),
    ],
)
def test_houses_searched_and_vehicles_used_are_not_taken(region, language, text, taken) -> None:
    assert subjects(read(region, language, text)) == taken


def test_houses_and_vehicles_that_are_seized_are_taken(region) -> None:
    text = "U konfiskua një vilë, tri apartamente dhe dy vetura luksoze."
    assert subjects(read(region, "sq", text)) == {(1, "pcs"), (3, "pcs"), (2, "vehicles")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Krijumčari su otkriveni u kombiju; migranti su put plaćali po 3.500 evra."),
        ("mk", "Откриени се мигранти кои за патот плаќале по 3.500 евра."),
        ("sq", "U kapën emigrantë që kishin paguar nga 3.500 euro secili."),
        ("en", "Smuggled migrants were found who had paid 3,500 euros each."),
    ],
)
def test_what_each_traveller_pays_is_a_price(region, language, text) -> None:
    assert [(one.amount, one.role) for one in read(region, language, text)] == [(3500, "price")]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("sr", "Osuđeni je pozajmio 3.000 evra ribaru.", "value"),
        ("sq", "Ai i kishte dhënë 8 mijë euro hua.", "value"),
        ("en", "His client owed £17,500 to the gang.", "value"),
        ("mk", "Неплатените давачки изнесуваат 71.000 евра.", "damage"),
        ("hr", "Otmičari su tražili otkupninu od 60.000 eura.", "price"),
    ],
)
def test_loans_duties_and_ransoms_have_their_own_roles(region, language, text, role) -> None:
    assert [one.role for one in read(region, language, text)] == [role]


def test_the_dead_and_injured_are_no_second_number_of_migrants(region) -> None:
    text = "U kombiju su otkrivena 24 migranta. Sedam migranata je lakše povređeno."
    assert subjects(read(region, "sr", text)) == {(24, "pcs")}
    text = "Prevozio je 31 migranta, među kojima devetoro dece. Uhapšen je zbog krijumčarenja ljudi."
    assert subjects(read(region, "sr", text)) == {(31, "pcs")}


def test_the_suspects_own_telephones_are_beside_the_goods(region) -> None:
    found = {one.item: one.role for one in read(region, "en", "Police seized 5 kg of heroin and three phones.")}
    assert found == {"heroin": "subject", "phones": "background"}
    assert subjects(read(region, "sq", "U sekuestruan 46 telefona të kontrabanduar.")) == {(46, "pcs")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "sq",
            "U sekuestruan një regjistër me borxhe, 1.260.000 lekë dhe 3.400 euro.",
            {(1_260_000, "ALL"), (3400, "EUR")},
        ),
        ("sr", "Optuženi su pristali da im se oduzme 412.000 evra.", {(412_000, "EUR")}),
        ("mk", "На сметките на фирмата легнале 71,3 милиони денари, тврди обвинителството.", {(71_300_000, "MKD")}),
        ("en", "He is accused of having taken 1.4 million euros in bribes.", {(1_400_000, "EUR")}),
    ],
)
def test_money_that_reached_them_was_taken(region, language, text, expected) -> None:
    assert subjects(read(region, language, text)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sq",
            "Një shpërthim dëmtoi makinën. Po shqyrtohen kamerat e tri lokaleve dhe janë marrë në pyetje dy shtetas.",
        ),
        ("mk", "Обвинети се осум лица, меѓу кои двајца државјани на Пакистан."),
        ("sq", "U rrënuan edhe 12 objekte ku luhej bixhoz."),
    ],
)
def test_who_is_accused_and_what_is_torn_down_was_not_taken(region, language, text) -> None:
    assert not subjects(read(region, language, text))


def test_the_whole_of_which_some_were_found_is_no_find(region) -> None:
    assert subjects(read(region, "sr", "Pronađene su dve od šest ukradenih ikona.")) <= {(2, "pcs")}


def test_a_half_in_words_repeats_the_exact_weight(region) -> None:
    text = "Në kontroll u gjetën 3.65 kg heroinë. “Tri kile e gjysmë drogë nuk janë provë”, tha avokati."
    assert subjects(read(region, "sq", text)) == {(3.65, "kg")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Bivši predsednik opštine osuđen je zbog primanja mita u vrednosti od 120.000 evra."),
        ("mk", "Поранешниот градоначалник е осуден за поткуп во вредност од 120.000 евра."),
        ("sq", "Ish-kryebashkiaku u dënua për ryshfet me vlerë 120.000 euro."),
        ("en", "The former mayor was sentenced for taking bribes worth 120,000 euros."),
    ],
)
def test_a_bribe_worth_a_sum_is_no_value_of_goods(region, language: str, text: str) -> None:
    assert told(read(region, language, text)) == [("money", 120_000, "EUR", "subject")]


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("mk", "Уапсени се четворица кои пренесувале кокаин. Во нивните возила се најдени 14 килограми.", 14),
        ("sr", "Zbog heroina su uhapšena dvojica. U njihovoj kući nađeno je 3 kilograma.", 3),
    ],
)
def test_a_car_and_a_house_have_no_kilograms(region, language: str, text: str, amount: float) -> None:
    assert [
        (one.amount, one.item) for one in read(region, language, text) if one.item in ("vehicles", "real estate")
    ] == []
    assert amount in {one.amount for one in read(region, language, text)}
