"""Relevance: what sounds like the field and is not, and what belongs to it without the words for it."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.relevance import Relevance
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


@pytest.fixture(scope="module")
def relevance(region: Region) -> Relevance:
    return Relevance(region)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            (
                "Inspektorka je juče u Senti održala predavanje učenicima srednje škole o trgovini ljudima i drogi. "
                "Na kraju su podeljene brošure, a policija je pokazala zaplenjenu marihuanu."
            ),
        ),
        (
            "mk",
            (
                "Инспектор им одржа предавање на ученици во Пробиштип за криумчарење мигранти и кокаин. "
                "Средношколците прашаа дали има осудени, а предавањето продолжува идната недела."
            ),
        ),
        (
            "sq",
            (
                "Policët mbajtën një leksion për nxënësit e gjimnazit në Peqin për kokainën dhe trafikantë. "
                "U shpërndanë fletushka dhe u tregua një sasi e sekuestruar."
            ),
        ),
        (
            "en",
            (
                "A police inspector gave a lecture on cocaine smuggling to pupils of a secondary school in Vranje. "
                "The workshop told of two men convicted of trafficking."
            ),
        ),
    ],
)
def test_a_lesson_to_a_class_is_no_event(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("lesson", language, text))) < 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Diler uhapšen ispred srednje škole u Senti: učenicima prodavao kokain, zaplenjeno 40 paketića."),
        ("mk", "Уапсен дилер пред гимназијата во Прилеп, на ученици им продавал марихуана."),
        ("sq", "Arrestohet shpërndarësi i kokainës pranë gjimnazit në Peqin, drogën ua shiste nxënësve."),
    ],
)
def test_a_dealer_at_a_school_is(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("dealer", language, text))) >= 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            (
                "Golman Bora uhapsio penal u sudijskoj nadoknadi: Radnik iz Niša u drugom poluvremenu bez pogotka. "
                "Ovo je mafija, vikao je trener i dobio žuti karton."
            ),
        ),
        (
            "sq",
            (
                "Sulmuesi i Bylisit e ekzekutoi portierin nga penalltia në minutën e 90. Ai e quajti mafioz gjyqtarin "
                "dhe mori karton të verdhë në Ballsh."
            ),
        ),
    ],
)
def test_a_match_told_in_the_words_of_crime_is_a_match(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("match", language, text))) < 0.5


def test_the_mafia_that_a_neighbour_speaks_of_counts_for_less_than_that_of_the_police(region, relevance) -> None:
    said = "U Kladovu je uhapšen muškarac. „Ovo je mafija“, kaže komšija."
    told = "U Kladovu je uhapšen muškarac. Ovo je mafija, kaže komšija."
    scores = [relevance(prepare(region, Report("speech", "sr", text))) for text in (said, told)]
    assert scores[0] < scores[1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            "Direktor bolnice u Pirotu uhapšen zbog nameštene nabavke. Firma je naplatila 40 odsto više.",
        ),
        ("bs", "U Livnu uhapšeno pet policajaca. Prema podacima istrage propuštali su grupe migranata preko granice."),
        ("sq", "Në Shtime u arrestuan dy hakerë. Me një program të dëmshëm zbrazën tri bankomate."),
    ],
)
def test_a_word_in_passing_makes_no_other_subject(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("passing", language, text))) >= 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sq",
            "Dokumentet e siguruara nga redaksia tregojnë se kontratën e plazhit në Himarë e mori kunati i kryetarit.",
        ),
        ("mk", "Документите покажуваат дека земјиштето во Берово го добил кумот на градоначалникот."),
        ("bs", "Pokazuju dokumenti: parcelu u Jajcu je za jednu marku kupio zet načelnika općine."),
    ],
)
def test_a_favour_to_kin_is_on_the_topic_though_no_offence_is_named(region, relevance, language, text) -> None:
    assert relevance(prepare(region, Report("kin", language, text))) >= 0.5


def test_words_of_two_sentences_make_no_phrase(region, relevance) -> None:
    apart = "Ministar je osudio napad. Novinar je pitao za puteve u Kladovu."
    features = relevance.features(prepare(region, Report("apart", "sr", apart)))
    assert features is None or not features["topic"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Kumanovë, vrau vëllanë për tokën, dorëzohet në polici. Motivi është një grindje për mezhdën."),
        ("sq", "Durrës, drejtonte i dehur dhe pa patentë, arrestohet 46-vjeçari. Policia Rrugore bëri kontrolle."),
        ("sq", "Në Durrës tre pronarë u arrestuan për kundërshtim të punonjësit të policisë dhe muzikë të lartë."),
        ("cnr", "Uhapšen zbog ubistva brata u Tivtu. Povod je bio spor oko nasljedstva."),
        ("mk", "Уапсен таксист во Гостивар што претепал колега поради паркинг. Повредениот е во болница."),
    ],
)
def test_a_family_murder_a_drunk_driver_and_a_brawl_are_ordinary(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("ordinary", language, text, None, published=None))) < 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Na aerodromu „Nikola Tesla“ uhapšen je muškarac za kojim je Italija raspisala poternicu zbog kokaina."),
        ("cnr", "SDT je odredilo zadržavanje za trojicu carinika. Jedan osumnjičeni je u Njemačkoj."),
        ("sq", "I kërkuar nga Vjena për kokainë dhe heroinë, u kap në dasmë në Gostivar. Pritet ekstradimi."),
    ],
)
def test_an_office_or_an_airport_of_ours_ties_what_names_a_country_abroad(region, relevance, language, text) -> None:
    assert relevance(prepare(region, Report("tied", language, text, None, published=None))) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The goalkeeper took an envelope. Prosecutors in Gjilan charged four bookmakers over a fixed match.",
        "Five surveyors of the cadastre in Resen are investigated: a mayor's wife got state land by the lake.",
        "The assembly in Pristina adopted the law on a bureau for the verification of unjustified assets of officials.",
    ],
)
def test_a_fixed_match_a_surveyor_and_a_law_on_wealth_are_on_the_topic(region, relevance, text) -> None:
    assert relevance(prepare(region, Report("on", "en", text))) >= 0.5
