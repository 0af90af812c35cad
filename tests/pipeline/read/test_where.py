"""Where the news happened: the scene, its precision and its evidence, and what is not the scene."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.where import Where
from komshi.pipeline.region import Outlet, Region
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import Tongue
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article, Organization, Place, PlaceMention


class Asked:
    """Asks where a text's news happened, the way the reader does."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self.where = Where(region)

    def __call__(
        self,
        text: str,
        language: str = "hbs",
        *,
        trigger: str | None = None,
        event: str = "seizure",
        outlet: str | None = None,
        organizations: tuple[Organization, ...] = (),
        code: str | None = None,
    ) -> tuple[Place | None, tuple[PlaceMention, ...]]:
        folding = Folded(text)
        source = Outlet("Primer", outlet, None) if outlet else None
        prepared = Prepared(
            Article("a", text),
            text,
            folding,
            tokenize(folding.folded),
            Tongue(language, code or language, "Latn"),
            self.region.languages[language],
            source,
        )
        span, sentence = None, 0
        if trigger:
            start = text.index(trigger)
            span, sentence = (start, start + len(trigger)), prepared.sentences.at(start)
        return self.where(prepared, Focus(event, span, sentence), organizations)


@pytest.fixture(scope="module")
def ask(region: Region) -> Asked:
    return Asked(region)


def scene(ask: Asked, text: str, language: str = "hbs", **rest: str) -> tuple[str, str | None, str] | None:
    place, _ = ask(text, language, **rest)  # type: ignore[arg-type]
    return (place.name, place.country, place.precision) if place else None


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        (
            "hbs",
            "Na prelazu Batrovci zaplenjeno je 20 kg heroina.",
            "zaplenjeno",
            ("Batrovci", "RS", "crossing"),
        ),
        ("hbs", "Policija je na Merdaru pronašla oružje.", "pronašla", ("Merdare", "XK", "crossing")),
        ("hbs", "U luci Drač otkriveno je 300 kg kokaina.", "otkriveno", ("Porti i Durrësit", "AL", "port")),
        ("hbs", "На прелазу Хоргош заплењено је 5 килограма.", "заплењено", ("Horgoš", "RS", "crossing")),
        (
            "hbs",
            "U naselju Kaluđerica uhapšene su tri osobe.",
            "uhapšene",
            ("Kaluđerica", "RS", "neighbourhood"),
        ),
        ("hbs", "Pripadnik klana izboden je u zatvoru u Spužu.", "izboden", ("UIKS Spuž", "ME", "prison")),
        (
            "hbs",
            "Na podgoričkom aerodromu zaplijenjen je novac.",
            "zaplijenjen",
            ("Aerodrom Podgorica", "ME", "airport"),
        ),
        (
            "sq",
            "Policia sekuestroi 50 kg kokainë në portin e Durrësit.",
            "sekuestroi",
            ("Porti i Durrësit", "AL", "port"),
        ),
        ("sq", "U arrestua në Kapshticë një 30-vjeçar.", "arrestua", ("Kapshticë", "AL", "crossing")),
        ("sq", "Në fshatin Lazarat u gjetën 500 bimë.", "gjetën", ("Lazarat", "AL", "settlement")),
        ("mk", "На скопскиот аеродром уапсен е државјанин на Турција.", "уапсен", ("Aerodrom Skopje", "MK", "airport")),
        ("mk", "Во Кумановско се запленети цигари.", "запленети", ("Kumanovo", "MK", "settlement")),
        ("en", "Police seized 200 kg of cannabis in Shkodra on Friday.", "seized", ("Shkodër", "AL", "settlement")),
    ],
)
def test_the_scene_is_read_with_its_precision(
    ask: Asked, language: str, text: str, trigger: str, expected: tuple[str, str, str]
) -> None:
    assert scene(ask, text, language, trigger=trigger) == expected


def test_evidence_points_at_the_words_and_the_point_is_known(ask: Asked) -> None:
    text = "Ђорђе је рекао да је у Крушевцу заплењено пет килограма."
    place, _ = ask(text, trigger="заплењено")
    assert place is not None
    assert [text[a:b] for a, b in place.evidence] == ["Крушевцу"]
    assert place.latitude == pytest.approx(43.58, abs=0.05)
    assert place.geonames_id is not None


def test_a_village_wins_over_its_town_when_both_are_named(ask: Asked) -> None:
    text = "Dvije osobe uhapšene su u Mojanovićima, selu u Zeti nadomak Podgorice."
    assert scene(ask, text, trigger="uhapšene") == ("Mojanovići", "ME", "settlement")


def test_a_town_inside_the_text_wins_over_the_country_of_the_headline(ask: Asked) -> None:
    text = "Montenegro police find a ton of cocaine\nIt was hidden in a warehouse in Mojanovici."
    assert scene(ask, text, "en", trigger="find") == ("Mojanovići", "ME", "settlement")


def test_number_plates_are_not_the_scene(ask: Asked) -> None:
    text = "U vozilu kosovskih registarskih oznaka u Vranju zaplenjeno je 10 kg."
    assert scene(ask, text, trigger="zaplenjeno") == ("Vranje", "RS", "settlement")
    assert scene(ask, "Automobil prištinskih tablica zapalio se.") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hbs", "Pucano je u ulici Skadarska i u Bulevaru Zagreb."),
        ("hbs", "Napad se dogodio u ulici Tivat."),
        ("sq", "Atentat në Rrugën e Kavajës."),
        ("mk", "Нападот беше на улицата Охрид."),
        ("en", "The shooting took place in Skopje Street."),
    ],
)
def test_a_street_named_after_a_town_is_not_the_town(ask: Asked, language: str, text: str) -> None:
    read = scene(ask, text, language, event="attack")
    assert read is None or read[2] == "country"


def test_surnames_and_everyday_words_are_not_places(ask: Asked) -> None:
    for text in (
        "Uhapšen je Marko Kovači zbog pranja novca.",
        "Svjedok Petar Nikšić ispričao je sve. Bar je bio zatvoren.",
        "Peći su bile pune droge.",
        "Kula je srušena.",
    ):
        assert scene(ask, text, event="arrest") is None, text


def test_a_preposition_makes_an_everyday_word_a_place(ask: Asked) -> None:
    assert scene(ask, "Juče je u Baru zaplijenjen kokain.", trigger="zaplijenjen") == ("Bar", "ME", "settlement")


def test_a_peoples_name_is_not_a_country(ask: Asked) -> None:
    assert scene(ask, "U arrestuan dy shqiptarë.", "sq", event="arrest") is None


def test_the_office_of_a_country_tells_the_country(ask: Asked) -> None:
    place, _ = ask("Makedonska policija uhapsila je 29 osoba.", trigger="uhapsila", event="arrest")
    assert place is not None
    assert (place.country, place.precision, len(place.evidence)) == ("MK", "country", 1)


def test_a_dateline_is_not_the_scene(ask: Asked) -> None:
    text = "PRIŠTINA — Kosovska policija uhapsila je juče dvojicu u Zubinom Potoku."
    assert scene(ask, text, trigger="uhapsila", event="arrest") == ("Zubin Potok", "XK", "settlement")


def test_a_court_is_the_scene_of_a_trial_but_not_of_a_seizure(ask: Asked) -> None:
    trial = "Pred Višim sudom u Novom Sadu počelo je suđenje za šverc iz Subotice."
    assert scene(ask, trial, trigger="suđenje", event="trial") == ("Novi Sad", "RS", "settlement")
    seizure = "Kokain je zaplenjen u Subotici, a pritvor je odredio Viši sud u Novom Sadu."
    assert scene(ask, seizure, trigger="zaplenjen") == ("Subotica", "RS", "settlement")


def test_an_extradition_happens_where_the_person_is_handed_over(ask: Asked) -> None:
    text = "Osumnjičeni je izručen iz Albanije u Srbiju."
    assert scene(ask, text, trigger="izručen", event="extradition") == ("Shqipëri", "AL", "country")


def test_flow_is_told_by_prepositions_and_verbs_of_motion(ask: Asked) -> None:
    text = "U Prijepolju je zaplenjena droga koja je krijumčarena iz Crne Gore preko Sandžaka za Mađarsku."
    place, others = ask(text, trigger="zaplenjena")
    assert place is not None
    assert place.name == "Prijepolje"
    assert {(o.name, o.flow_role) for o in others} == {
        ("Crna Gora", "origin"),
        ("Sandžak", "transit"),
        ("Mađarska", "destination"),
    }


def test_into_is_told_from_in_by_the_case(ask: Asked) -> None:
    _, others = ask("Zaplenjeno je u Nišu, a pošiljka je išla u Srbiju i u Bar.", trigger="Zaplenjeno")
    assert {(o.name, o.flow_role) for o in others} == {("Srbija", "destination"), ("Bar", "destination")}


@pytest.mark.parametrize(
    ("text", "outlet", "country"),
    [
        ("U Novom Gradu, kod Prijedora, uhapšen je jedan muškarac.", None, "BA"),
        ("U Peći na Kosovu uhapšen je jedan muškarac.", None, "XK"),
        ("U selu Gračanica kod Prištine uhapšen je jedan muškarac.", None, "XK"),
        ("U Gračanici kod Tuzle uhapšen je jedan muškarac.", None, "BA"),
        ("U Petrovcu, nedaleko od Budve, uhapšen je jedan muškarac.", None, "ME"),
        ("U Bijelom Polju uhapšen je jedan muškarac.", "ME", "ME"),
    ],
)
def test_homonyms_are_told_apart_by_what_else_is_named(ask: Asked, text: str, outlet: str | None, country: str) -> None:
    place, _ = ask(text, trigger="uhapšen", event="arrest", outlet=outlet)
    assert place is not None
    assert place.country == country


def test_the_outlet_gives_the_country_when_nothing_else_does_and_says_so(ask: Asked) -> None:
    place, _ = ask("Policija je zaplenila pet kilograma droge.", trigger="zaplenila", outlet="RS")
    assert place is not None
    assert (place.country, place.precision, place.evidence, place.inferred_from) == ("RS", "country", (), "outlet")


def test_an_institution_outweighs_the_outlet(ask: Asked) -> None:
    spak = (Organization("SPAK", "al-spak", ((0, 4),)),)
    place, _ = ask("SPAK uhapsio petoricu.", trigger="uhapsio", outlet="RS", organizations=spak)
    assert place is not None
    assert (place.country, place.inferred_from) == ("AL", "institution")


def test_money_of_one_country_tells_the_country(ask: Asked) -> None:
    place, _ = ask("Oduzeto je 157.000 denara i dva kilograma marihuane.", trigger="Oduzeto")
    assert place is not None
    assert (place.country, place.inferred_from) == ("MK", "currency")


def test_where_the_text_says_nothing_nothing_is_guessed(ask: Asked) -> None:
    assert ask("Policija je zaplijenila pet kilograma droge.", trigger="zaplijenila") == (None, ())
    assert ask("") == (None, ())


def test_both_scripts_and_missing_marks_read_the_same(ask: Asked) -> None:
    latin = scene(ask, "U Đakovici je zaplenjeno 5 kg.", trigger="zaplenjeno")
    cyrillic = scene(ask, "У Ђаковици је заплењено 5 кг.", trigger="заплењено")
    plain = scene(ask, "U Djakovici je zaplenjeno 5 kg.", trigger="zaplenjeno")
    assert latin == cyrillic == plain == ("Gjakovë", "XK", "settlement")


PIECES = st.sampled_from(
    [
        "Durrës",
        "u Baru",
        "Peći",
        "PODGORICA —",
        "\n",
        "­",
        "ﬁ",
        "İ",
        "Qafë",
        "të",
        "Banja",
        "Lu\u200bka",
        "US",
        "…",
        "đ",
        "Љ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=12), max_size=25), language=st.sampled_from(["hbs", "mk", "sq", "en"]))
def test_any_text_is_read_and_evidence_stays_inside_it(ask: Asked, pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    place, others = ask(text, language)
    spans = [*(place.evidence if place else ()), *(span for other in others for span in other.evidence)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
