"""What pages of outlets have and written reports have not: bylines, offices, operations, clocks, initials in lists.

All names are invented; each wording was met on a real page.
"""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.types import Article, Event

READER = Reader(regions.load())
PHOTOGRAPHED = (
    "Кокаин је заплењен у Бару, а полиција трага за возачем камиона.\n\nЗ. Грујић\n\n"
    "Жутом траком затворена је цела улица, а прилаз луци забрањен."
)


def read(language: str, text: str) -> Event:
    reading = READER.read(Article("page", text, None, language=language, published="2025-03-04"))
    assert reading.relevant, text
    return reading.events[0]


def roles(language: str, text: str) -> dict[str, str]:
    return {actor.name: actor.role for actor in read(language, text).actors if actor.kind == "person"}


def named(language: str, text: str) -> set[str]:
    return {actor.name for actor in read(language, text).actors if actor.kind == "person"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bs", "Na području Gračanice oduzete su cigarete, a akciju su vodili službenici Grupe za sprečavanje šverca."),
        ("bs", "Uhapšena su dva krijumčara kokaina i predata službenicima Odsjeka za borbu protiv droge."),
        ("bs", "Granična policija Bosne i Hercegovine uhapsila je zbog kokaina državljanina Bosne i Hercegovine."),
        ("hr", "Uhićeno je šest osoba zbog kokaina u Mostaru. U akciji naziva Trebević pretreseni su stanovi."),
        ("mk", "Кокаин е запленет на Блаце, соопшти портпаролот на Царинска управа."),
        ("mk", "Во Скопје се уапсени тројца дилери на кокаин на ул. Браќа Симјановиќ."),
        ("mk", "Во Скопје е запленет кокаин и приведени се две лица.\nС. К. ПЕТРЕВСКА"),
        ("sq", "Dy persona u arrestuan për kokainë nga Interpol Roma. Drejtori i Byrosë për Siguri Publike foli."),
        ("sr", "В.Н. 09. 02. 2026. у 10:12\n\nКокаин је заплењен у Бару, а полиција трага за возачем камиона."),
        ("sr", PHOTOGRAPHED),
        ("en", "Cocaine was seized in Bar by the Royal Australian Navy, and Pall Mall cigarettes were found."),
        ("en", "Cocaine was seized in Bar and two men were arrested by the Policia Nacional.\nM.J."),
    ],
)
def test_offices_operations_streets_and_bylines_are_no_persons(language: str, text: str) -> None:
    assert named(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "cnr",
            "Optužnica zbog šverca kokaina podignuta je u Baru protiv V.R, O.I, V.M.M, B.S. i M.R.",
            "V.R. O.I. V.M.M. B.S. M.R.",
        ),
        ("sr", "Uhapšeni su zbog kokaina J. B., D. D., G. R. i J. P. iz Rume.", "J. B. D. D. G. R. J. P."),
        ("bs", "Autor:\nOgnjen Simić\nU Banjaluci su zbog kokaina uhapšeni Milovan (48) i Dejan Simović (22).", ""),
    ],
)
def test_lists_of_initials_and_of_brothers_are_whole(language: str, text: str, expected: str) -> None:
    found = named(language, text)
    assert found == ({"Milovan Simović", "Dejan Simović"} if not expected else set(_initials(expected)))


def _initials(written: str) -> list[str]:
    words = written.split()
    return words if "." in words[0][:-1] else [" ".join(words[at : at + 2]) for at in range(0, len(words), 2)]


def test_whoever_sacked_the_accused_is_not_accused() -> None:
    text = (
        "A court in Skopje sentenced the former Macedonian defence minister Ljubco Pavlevski to three-and-a-half "
        "years in prison for embezzlement, newspapers reported Friday.\nPavlevski was sentenced in a repeat trial, "
        "after five years in courts, for a fraud involving military funds. The scandal was uncovered in late "
        "2000.\nSacked in 2001 by the former prime minister Goran Petkovski over the scandal, he was already "
        "handed a five-and-a-half-year sentence in 2003, but an appellate court ordered a retrial.\nThe poorest "
        "republic has been plagued by ethnic conflict, organized crime and corruption at the time of Petkovski's "
        "cabinet."
    )
    assert roles("en", text) == {"Ljubco Pavlevski": "convicted", "Goran Petkovski": "other"}


def test_whoever_killed_is_not_the_victim() -> None:
    text = (
        "Suspects Emil Baldic and Goran Milanovic have together with Zeljko Kovacevic, police say, allegedly "
        "assassinated Petar Krunic in Belgrade."
    )
    found = roles("en", text)
    assert found["Petar Krunic"] == "victim"
    assert found["Zeljko Kovacevic"] != "victim"


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Police in Tirana arrested 115 people and 26 others are being investigated for drug trafficking.", 115),
        ("en", "The suspect was arrested at 15:15 in Skopje for cocaine.", 1),
        ("hr", "Zbog kokaina su uhitili šest osoba iz Gruda, a na području Zvornika uhićeno je još pet osoba.", 11),
        ("hr", "Uhićeno je u prvom valu zbog kokaina sedmero. Tjedan poslije uhićeno je još troje u Zenici.", 10),
        ("hr", "Na granici u Baru nađen je kokain. Uhićeni albanski državljanin upravljao je automobilom.", 1),
        ("mk", "С.И. (44) е уапсен кај Куманово со кокаин. Полицијата го уапсила С. И. (44) на автопатот.", 1),
        ("mk", "Полицијата кај Гевгелија пронашла 12 лица мигранти и го лишила од слобода Д.Ј.(27).", 1),
        ("sr", "Pritvor do 30 dana odredio je Viši sud u Nišu šestorici osumnjičenih za kokain.", 6),
    ],
)
def test_clocks_others_and_initials_are_not_added_to_the_arrested(language: str, text: str, count: int) -> None:
    assert read(language, text).counts["arrested"] == count


def test_a_price_per_person_charges_nobody() -> None:
    text = "Migrant smugglers in Kosovo were indicted. The facilitators charged around EUR 2800 per person."
    assert read("en", text).counts["charged"] is None


@pytest.mark.parametrize("measure", ["② godine", "² godine", "(② godina)"])
def test_digits_that_are_no_numbers_stop_nobody(measure: str) -> None:
    text = f"Viši sud u Nišu osudio je trojicu za kokain. Marko Marković {measure}, Petar Petrović 7 godina."
    assert read("sr", text).type == "conviction"


@pytest.mark.parametrize("text", ["Heroina u kap në Durrës nga policia.", "Një ton heroinë është kapur në Tiranë."])
def test_a_drug_that_is_caught_is_nobody(text: str) -> None:
    assert read("sq", text).counts["arrested"] is None


def test_a_sentence_that_is_executed_kills_nobody_and_is_not_final() -> None:
    text = (
        "Gjykata në Prishtinë e dënoi Arben Hoxhën për ryshfet me tre vjet burgim. Dënimi do të ekzekutohet pasi "
        "vendimi të marrë formë të prerë."
    )
    event = read("sq", text)
    assert (event.status, event.counts["killed"]) == ("first_instance", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bs", "Zgrada Opštine Budva evakuisana je zbog lažne dojave o bombi. Bomba nije pronađena."),
        ("sq", "Përmbaruesit në Tiranë nisën procesin e ekzekutimit të një banese. Pronari kundërshtoi."),
    ],
)
def test_a_hoax_and_a_bailiff_are_no_violence(language: str, text: str) -> None:
    assert not READER.read(Article("page", text, None, language=language)).relevant


@pytest.mark.parametrize(
    ("language", "text", "item", "amount"),
    [
        ("en", "A landfill of waste was found in Serbia. The firm had a permit for storage of 32 tons.", "waste", 32.0),
        ("en", "Customs in Serbia seized smuggled cigarettes; each pack contained 19 cigarettes.", "cigarettes", 19.0),
        (
            "en",
            "Cocaine was seized in Durres. It comes one week after 49 kilograms of cocaine were seized.",
            "cocaine",
            49.0,
        ),
        (
            "bs",
            "Krijumčar je uhapšen sa 12 migranata. U prihvatnim centrima u BiH je 4.500 migranata.",
            "migrants",
            4500.0,
        ),
    ],
)
def test_permits_contents_and_other_hauls_are_background(language: str, text: str, item: str, amount: float) -> None:
    found = {(one.item, one.amount): one.role for one in read(language, text).quantities}
    assert found[item, amount] == "background"


def test_one_firearm_told_by_its_kind_is_one() -> None:
    event = read("sq", "Policia në Vlorë sekuestroi 3 kg kokainë dhe 1 armë zjarri pistoletë.")
    assert [one.amount for one in event.quantities if one.item == "weapons"] == [1.0]


def test_a_day_named_before_its_date_is_no_other_day() -> None:
    text = (
        "• петок, 22 ноември 2024\n\nТирана, 30 јануари 2024 (МИА) - Македонски државјанин од Струга е уапсен на "
        "аеродромот во Тирана за кокаин."
    )
    reading = READER.read(Article("page", text, None, language="mk", published="2024-01-30"))
    assert reading.events[0].date == "2024-01-30"


def test_where_no_market_is_told_none_is_guessed() -> None:
    text = (
        "U Sarajevu je uhapšeno pet osoba. Uhićenja su izvršena temeljem međunarodne tjeralice radi izručenja u "
        "Italiju, gdje se sumnjiče za kriminalno udruživanje, oružane pljačke i teško razbojništvo."
    )
    assert READER.read(Article("page", text, None, language="bs")).markets == ()


def test_the_town_of_a_mayor_is_no_person() -> None:
    text = (
        "Osnovni sud u Šapcu danas je oslobodio gradonačelnika Nebojšu Petkovića optužbe da je oštetio budžet.\n\n"
        "„Odlučili su da kriminalizuju mene“, naveo je gradonačelnik Šapca."
    )
    assert roles("sr", text) == {"Nebojša Petković": "acquitted"}


def test_a_word_that_excepts_is_no_given_name() -> None:
    text = (
        "Gjykata e Apelit e shpalli të pafajshëm ish-kryetarin Salih Mekuli.\n\n"
        "Përveç Mekulit, aktgjykimi lirues është vërtetuar edhe ndaj të akuzuarve tjerë të këtij rasti."
    )
    assert roles("sq", text) == {"Salih Mekuli": "acquitted"}


def test_to_whom_somebody_belongs_is_no_given_name() -> None:
    text = "Police in Mitrovica arrested three men over heroin. Kosovo Serb Dimitrije Davidovic, a suspect, is sought."
    assert roles("en", text) == {"Dimitrije Davidovic": "suspect"}
