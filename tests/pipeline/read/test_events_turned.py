"""Events: what a court does about custody, property and appeals, and words that turn the others in their sentence."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.events import Events
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


def first(region: Region, language: str, title: str, text: str) -> str:
    return Events(region)(prepare(region, Report("news", language, text, title=title)))[0].type


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Two more months for spa director",
            "A court in Nis prolonged the detention of a director arrested in May.",
        ),
        ("en", "Ex-mayor sent home", "The ex-mayor was moved to house arrest on Monday, two weeks after his arrest."),
        ("hr", "Još mjesec dana u zatvoru", "Sud je produžio pritvor načelniku koji je uhićen u svibnju zbog mita."),
        ("sr", "Директор остаје у притвору", "Суд је продужио притвор директору ухапшеном у мају."),
    ],
)
def test_detention_that_is_prolonged_or_replaced_is_no_arrest(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "other"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Villa of jailed trafficker goes to the state",
            "A court in Durres ordered the confiscation of a villa of a man convicted of trafficking.",
        ),
        (
            "bs",
            "Vila prelazi u vlasništvo države",
            "Sud je odlučio da se vila oduzme porodici čovjeka koji je osuđen na devet godina zatvora.",
        ),
        ("cnr", "Blokirani stanovi i jahta", "Protiv vlasnika je ranije podignuta optužnica zbog pranja novca."),
    ],
)
def test_property_that_a_court_takes_is_the_news_whoever_was_sentenced(region, language, title, text) -> None:
    assert first(region, language, title, text) == "seizure"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Ten-year sentence stands",
            "The appeal was rejected and his ten-year sentence for bribery is now final.",
        ),
        ("sr", "Devet godina za trgovca", "Sud je odbio žalbu, pa je pravosnažna kazna od devet godina zatvora."),
    ],
)
def test_a_rejected_appeal_beside_a_verdict_is_a_conviction(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "conviction"


def test_who_is_to_sit_in_the_dock_is_indicted_and_who_sits_there_is_on_trial(region) -> None:
    ahead = "Na optuženičku klupu sjeda šestoro šumara, odlučilo je tužilaštvo."
    there = "Na optuženičkoj klupi danas je bilo šestoro šumara."
    assert first(region, "bs", "Šumari", ahead) == "indictment"
    assert first(region, "bs", "Šumari", there) == "trial"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A man died on Sunday after he was shot at in front of a bar in Budva."),
        ("sr", "Preminuo je muškarac na kojeg je prošle nedelje pucano u Budvi."),
    ],
)
def test_whoever_dies_in_the_sentence_of_an_attack_was_killed(region, language: str, text: str) -> None:
    assert first(region, language, "Budva", text) == "killing"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The man arrested in Bar on Sunday faces ten years behind bars."),
        ("en", "The man arrested in Bar on Sunday could be sentenced if the court finds proof."),
        ("hr", "Uhićenom u Baru prijeti osam godina zatvora."),
        ("sr", "Uhapšeni u Baru mogao bi dobiti deset godina robije."),
    ],
)
def test_a_sentence_that_threatens_is_no_conviction(region, language: str, text: str) -> None:
    assert first(region, language, "Bar", text) == "arrest"


def test_the_investigation_of_reporters_is_a_revelation(region) -> None:
    text = (
        "An investigation by the portal says much about four flats. Contracts obtained by our newsroom show who paid. "
        "The director did not answer."
    )
    assert first(region, "en", "Four flats and a garage", text) == "revelation"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sq", "Gjykata liron nga burgu Agim Lisin", "Gjykata në Pejë e liroi nga paraburgimi Agim Lisin."),
        ("sq", "Lirohet nga paraburgimi polici", "Gjykata vendosi ta lirojë nga paraburgimi policin e dyshuar."),
        ("sr", "Pušten iz pritvora", "Viši sud ukinuo je pritvor osumnjičenom i pustio ga da se brani sa slobode."),
        ("en", "Court releases suspect", "A court in Peja released the suspect from detention."),
    ],
)
def test_who_is_let_out_of_detention_is_not_acquitted(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "other"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Детето на бизнисмен е ослободено откако е платен откуп. Уапсени се четворица киднапери."),
        ("sr", "Oteti dečak oslobođen je nakon plaćenog otkupa. Uhapšena su četvorica otmičara."),
        ("sq", "Fëmija u lirua pasi u pagua shpërblimi. U arrestuan katër rrëmbyes."),
    ],
)
def test_a_hostage_who_is_freed_is_not_acquitted(region, language: str, text: str) -> None:
    assert first(region, language, "Otkup", text) == "arrest"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sr", "Branjenik je nevin", "Advokat tvrdi da je Emir D., osumnjičen za šverc oružja, nevin."),
        ("mk", "Клиентот е невин", "Адвокатот изјави дека клиентот, осомничен за шверц, е невин."),
        ("sq", "Klienti im është i pafajshëm", "Avokati tha se i dyshuari për trafik armësh është viktimë."),
        ("sr", "Jović pred sudom", "Optuženi Petar Jović rekao je da nije kriv. Sudi mu se zbog mita."),
        ("mk", "Јовев пред суд", "Обвинетиот Петар Јовев рече дека не е виновен. Му се суди за поткуп."),
        ("sq", "Teliu në gjyq", "Ish-ministri, i cili akuzohet për korrupsion, deklaroi sot se është i pafajshëm."),
        ("en", "My client is innocent", "The lawyer said that his client, suspected of arms smuggling, is innocent."),
    ],
)
def test_whoever_is_called_innocent_by_himself_or_a_lawyer_is_not_acquitted(
    region, language: str, title: str, text: str
) -> None:
    cues = Events(region)(prepare(region, Report("news", language, text, title=title)))
    assert "acquittal" not in {cue.type for cue in cues}


def test_a_quashed_verdict_that_cleared_is_no_acquittal(region) -> None:
    text = "Apelacioni sud vratio je predmet Višem sudu u Podgorici na ponovno suđenje. Uvažena je žalba tužilaštva."
    assert first(region, "cnr", "Ukinuta presuda kojom su optuženi za mito oslobođeni", text) == "other"


def test_a_plea_is_no_verdict(region) -> None:
    text = "Ivo Lipar nije htio da se izjasni, pa je sud konstatovao da se ne smatra krivim. Suđenje počinje u maju."
    assert first(region, "bs", "Počinje suđenje Liparu za mito", text) == "trial"
