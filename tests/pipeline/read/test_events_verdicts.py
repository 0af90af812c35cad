"""Events in court: demands, mixed, quashed and final verdicts are told apart."""

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
            "sr",
            "Tužilac traži devet godina",
            "U završnoj reči tužilac je predložio da optuženi bude osuđen na devet godina zatvora.",
        ),
        (
            "bs",
            "Tužilaštvo traži stroge kazne",
            "Tužilaštvo je zatražilo da sud optužene osudi na po osam godina zatvora.",
        ),
        ("hr", "Obrana traži oslobađajuću presudu", "Tužitelj je na kraju suđenja zatražio šest godina zatvora."),
        (
            "mk",
            "Бараат десет години за екс-директорот",
            "Казна затвор од десет години побара вчера обвинителот на судењето.",
        ),
        (
            "sq",
            "SPAK kërkon 7 vjet burg për ish-drejtorin",
            "Prokurori kërkoi dënimin me 7 vjet burg të ish-drejtorit.",
        ),
        ("en", "14 years sought for trafficker", "Prosecutors on Monday asked the court to jail the man for 14 years."),
    ],
)
def test_a_sentence_that_is_only_asked_for_is_a_trial(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "trial"


def test_a_verdict_beside_what_was_asked_for_is_a_conviction(region) -> None:
    text = "Sud ga je osudio na pet godina zatvora, dok je tužilac tražio osam godina."
    assert first(region, "sr", "Pet godina za prodavca oružja", text) == "conviction"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "cnr",
            "Ukinuta presuda bivšem sekretaru",
            "Apelacioni sud ukinuo je presudu kojom je osuđen na tri godine zatvora.",
        ),
        (
            "sr",
            "Novo suđenje za bivšeg direktora",
            "Predmet je vraćen na ponovno suđenje, a direktor je bio osuđen na četiri godine.",
        ),
        (
            "mk",
            "Апелација ја укина пресудата",
            "Тој беше осуден на девет години затвор, а предметот е вратен на повторно судење.",
        ),
        (
            "sq",
            "Apeli e prish dënimin e ish-drejtorit",
            "Gjykata ktheu rastin në rigjykim; ai ishte dënuar me dy vjet burgim.",
        ),
        (
            "en",
            "Court scraps jail term of ex-mayor",
            "The court annulled the verdict under which he was sentenced to three years in prison.",
        ),
    ],
)
def test_a_quashed_verdict_is_no_conviction(region, language: str, title: str, text: str) -> None:
    types = [cue.type for cue in Events(region)(prepare(region, Report("quashed", language, text, title=title)))]
    assert types[0] == "other"
    assert "conviction" not in types[:1]


def test_whoever_is_cleared_by_a_higher_court_is_acquitted(region) -> None:
    text = "Apelacioni sud oslobodio je ministra optužbi i ukinuo presudu kojom je bio osuđen na tri godine zatvora."
    assert first(region, "sr", "Oslobođen bivši ministar", text) == "acquittal"
    text = "Gjykata e Apelit e shpalli të pafajshëm ish-shefin, i cili më parë ishte dënuar me tre vjet burg."
    assert first(region, "sq", "I pafajshëm ish-shefi i doganës", text) == "acquittal"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "sr",
            "Osuđen vođa grupe, vozač oslobođen",
            "Sud je vođu grupe osudio na šest godina zatvora, a vozača oslobodio optužbi.",
        ),
        (
            "mk",
            "Пет години за организаторот",
            "Судот го осуди на пет години затвор. Третиот обвинет е ослободен од обвинение.",
        ),
        ("sq", "Fajdexhiu dënohet me katër vjet, lirohet nga akuza për zhvatje", "Ai u dënua me 4 vjet burgim."),
        (
            "en",
            "Smuggler jailed, wife acquitted",
            "The court sentenced him to five years in prison and acquitted his wife.",
        ),
    ],
)
def test_a_verdict_that_convicts_some_and_clears_others_is_a_conviction(region, language, title, text) -> None:
    assert first(region, language, title, text) == "conviction"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "mk",
            "Седум години за хероин, возачот ослободен",
            "Судот двајца прогласи виновни на седум години, а возачот го ослободи од обвинение.",
        ),
        ("sq", "8 vjet për të parin, tjetri i pafajshëm", "Gjykata i shqiptoi 8 vjet burg të parit, tjetrin e liroi."),
        ("hbs", "Osam godina za heroin, vozač oslobođen", "Sud je osudio Z. K. na osam godina, a vozača oslobodio."),
    ],
)
def test_who_is_convicted_first_makes_a_mixed_verdict_a_conviction(region, language, title, text) -> None:
    assert first(region, language, title, text) == "conviction"


def test_who_is_cleared_first_makes_a_mixed_verdict_an_acquittal(region) -> None:
    text = "Inspektorka je pravosnažno oslobođena optužbe za mito. Knjigovođi je potvrđeno deset meseci zatvora."
    assert first(region, "hbs", "Apelacija oslobodila inspektorku, knjigovođi potvrđena kazna", text) == "acquittal"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cnr", "U Dubaiju je uhapšen M.P. (40) iz Nikšića, pravosnažno osuđen na devet godina zbog kokaina."),
        ("sr", "Pravosnažno osuđen na devet godina zbog kokaina, M.P. (40) iz Niša uhapšen je juče u Dubaiju."),
        ("mk", "Во Дубаи е уапсен М.П. (40) од Куманово, правосилно осуден на девет години за кокаин."),
    ],
)
def test_whoever_was_sentenced_before_and_is_caught_is_news_of_an_arrest(region, language: str, text: str) -> None:
    assert first(region, language, "Pao u bekstvu" if language != "mk" else "Падна во бегство", text) == "arrest"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cnr", "Bivši direktor luke pravosnažno osuđen na tri godine zbog mita, odlučio je Apelacioni sud."),
        ("mk", "Поранешниот директор правосилно осуден на три години за поткуп, одлучи Апелацискиот суд."),
    ],
)
def test_a_final_sentence_alone_is_news_of_a_conviction(region, language: str, text: str) -> None:
    assert first(region, language, "", text) == "conviction"
