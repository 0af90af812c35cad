"""What outlets, ways, adverbs and offices tell of where it happened, in several languages."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.places_mentions import finders_of
from komshi.pipeline.read.places_outlets import OutletNames
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import Tongue
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article
from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region) -> Asked:
    return Asked(region)


@pytest.fixture(scope="module")
def names(region) -> OutletNames:
    return OutletNames(finders_of(region), frozenset(region.countries))


@pytest.mark.parametrize(
    ("language", "outlet", "country"),
    [
        ("sq", "Radio Peja Plus", "XK"),
        ("sq", "Kukësi Sot", "AL"),
        ("hbs", "Сомборски лист", "RS"),
        ("hbs", "Bosanski pregled", "BA"),
        ("mk", "Битола Денес", "MK"),
        ("en", "Podgorica Weekly", "ME"),
        ("hbs", "Istok press", None),
    ],
)
def test_an_outlet_called_after_a_place_is_of_its_country(region, names, language, outlet, country) -> None:
    folding = Folded("Vest.")
    prepared = Prepared(
        Article("a", "Vest.", outlet=outlet),
        "Vest.",
        folding,
        tokenize(folding.folded),
        Tongue(language, language, "Latn"),
        region.languages[language],
        None,
    )
    assert names(prepared) == country


@pytest.mark.parametrize(
    ("language", "text", "trigger", "name"),
    [
        (
            "sq",
            "Policia bastisi dje zyra nga Bulqiza në Tiranë. Në Bulqizë u sekuestruan dokumente.",
            "bastisi",
            "Bulqizë",
        ),
        ("en", "Police raided offices from Tetovo to Skopje. In Tetovo, papers were seized.", "raided", "Tetovo"),
    ],
)
def test_where_a_way_ends_is_no_scene(ask, language, text, trigger, name) -> None:
    place, _ = ask(text, language, event="raid", trigger=trigger)
    assert place.name == name


@pytest.mark.parametrize(
    ("language", "text", "trigger", "country"),
    [
        (
            "hbs",
            "Iznajmljivali vozila i prodavali ih na Kosovu. Policija u Nišu uhapsila je dvojicu.",
            "uhapsila",
            "RS",
        ),
        ("mk", "Крадени возила се продавале во Србија. Полицијата во Битола уапси двајца.", "уапси", "MK"),
        ("en", "Stolen cars were sold in Serbia. Police arrested two men in Bijeljina.", "arrested", "BA"),
    ],
)
def test_the_country_that_goods_are_sold_in_is_no_scene(ask, language, text, trigger, country) -> None:
    place, _ = ask(text, language, event="arrest", trigger=trigger)
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Во двор во селото Малково, пехчевско, одземени се 300 литри гориво.", "Pehčevo"),
        ("Во двор во село Ѓурково, старонагоричанско, одземени се 300 литри гориво.", "Старо Нагоричане"),
    ],
)
def test_a_village_that_is_not_known_lies_in_the_land_that_is_named_behind_it(ask, text, name) -> None:
    place, _ = ask(text, "mk", event="seizure", trigger="одземени")
    assert place.name == name


def test_a_village_that_is_not_known_lies_in_the_town_named_behind_it(ask) -> None:
    text = "Policia ka arrestuar dy persona në fshatin Zymerak të Kamenicës. Rasti tjetër ishte në Gjilan."
    place, _ = ask(text, "sq", event="arrest", trigger="arrestuar")
    assert place.name == "Kamenicë"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "name"),
    [
        (
            "hbs",
            "Osuđenik je pobegao iz Opšte bolnice Berane. Blokirani su putevi prema Rožajama.",
            "pobegao",
            "Berane",
        ),
        ("sq", "I dënuari u arratis nga spitali i Shkodrës. Policia kontrolloi shtëpi në Gurëz.", "arratis", "Shkodër"),
    ],
)
def test_an_escape_happens_at_the_hospital_that_somebody_fled_from(ask, language, text, trigger, name) -> None:
    place, _ = ask(text, language, event="escape", trigger=trigger)
    assert place.name == name


@pytest.mark.parametrize(
    ("language", "text", "event", "name"),
    [
        ("sq", "Kuvendi i Kosovës miratoi të enjten ligjin për konfiskimin e pasurisë.", "policy", "Prishtinë"),
        ("hbs", "Poslanici Srbije usvojili su zakon o oduzimanju imovine.", "policy", "Beograd"),
        ("hbs", "Vlada Bosne i Hercegovine usvojila je zakon o oduzimanju imovine.", "policy", "Bosna i Hercegovina"),
    ],
)
def test_what_parliament_and_government_decide_is_decided_in_the_capital(ask, language, text, event, name) -> None:
    place, _ = ask(text, language, event=event, trigger="")
    assert place.name == name


def test_who_is_from_a_town_does_not_say_where_he_is_handed_over(ask) -> None:
    text = "Kosova e ekstradoi hakerin nga Gjakova. Ai u nis nga Aeroporti i Prishtinës i shoqëruar nga agjentë."
    place, _ = ask(text, "sq", event="extradition", trigger="ekstradoi")
    assert place.name == "Aeroporti i Prishtinës"


def test_a_river_bed_and_an_everyday_word_are_no_towns(ask) -> None:
    text = "Rijeku odnijeli, krivaca nema. Pijesak je vađen iz korita Lima kod Berana."
    place, _ = ask(text, "hbs", event="investigation", trigger="vađen")
    assert place.name == "Berane"


def test_a_journalist_is_no_town_abroad(ask) -> None:
    text = "Изгоре автомобилот на новинарката Арта Селими. Пожарот избувна во Тетово."
    place, _ = ask(text, "mk", event="attack", trigger="Пожарот")
    assert place.name == "Tetovo"


@pytest.mark.parametrize(
    ("language", "text", "trigger", "town"),
    [
        ("sq", "Ai banonte në Shkodër, ku u arrestua dje, ndërsa familja e tij ishte në Vlorë.", "arrestua", "Shkodër"),
        ("mk", "Тој живееше во Битола, каде што беше уапсен вчера со кокаин.", "уапсен", "Bitola"),
    ],
)
def test_a_clause_that_goes_on_where_somebody_lived_tells_the_scene(ask: Asked, language, text, trigger, town) -> None:
    place, _ = ask(text, language, trigger=trigger, event="arrest")
    assert place is not None
    assert place.name == town


def test_an_item_of_a_list_is_capped_by_its_own_list_only(ask: Asked) -> None:
    text = "Kokain je stigao preko Albanije. Policija je u susjednoj Srbiji i Hrvatskoj uhapsila dvojicu."
    place, _ = ask(text, "hbs", trigger="uhapsila", event="arrest")
    assert place is not None
    assert place.country == "HR"
