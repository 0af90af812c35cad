"""What the rules are not sure of: a text that names no place is the region's by how its people are called, and a case
before court or police may be on the topic though no word of it is.
"""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.relevance import Relevance
from komshi.pipeline.types import Article
from komshi.regions import load

MACEDONIAN = (
    "Кривичниот суд вчера го ослободи {0}, а го прогласи за виновен {1}. „Судот едниот го казни, "
    "другиот го помилува“, рече пратеникот {2}, член на комисијата за транспорт. Адвокатот најави "
    "жалба: „Мојот брането лице само ги носеше фактурите, тендерот го договорија други“. "
    "Обвинителството и натаму тврди дека цената била надуена и дека јавната набавка била наместена за "
    "фирмата на градежникот, кој доби условна казна. Судијката рече дека за министерот нема доказ, "
    "освен исказот на сведок кој во меѓувреме се премислил."
)
SERBIAN = (
    "Specijalni sud juče je na tri godine osudio {0}, a oslobodio {1}. Tužilaštvo im je na teret "
    "stavljalo da su tender za puteve namestili firmi koju vodi {2}, i da je za to plaćeno u "
    "gotovini. Branilac tvrdi da se njegov klijent samo potpisivao gde su mu rekli. „Onaj koji je "
    "naredio sedi kod kuće“, kazao je on novinarima. Presuda nije pravosnažna, a sudija je u "
    "obrazloženju rekla da iskaz svedoka nije bio dovoljan za drugog optuženog, koji je od početka "
    "poricao da je išta znao o plaćanjima u kafani."
)
NAMES = {
    "mk": ("Нивниот шеф ослободен, тие во затвор", MACEDONIAN),
    "sr": ("Otišao direktor, ostale fakture", SERBIAN),
}
HERE = {
    "mk": ("Зоран Крстевски", "Мендерес Исмаиловски", "Владимир Пејоски"),
    "sr": ("Milorada Stanojčića", "Dragana Veljačića", "Zoran Perutović"),
}
ABROAD = ("Kevin Miller", "Dwight Burns", "Brian Foster")


@pytest.fixture(scope="module")
def reader() -> Reader:
    """With the models, which are asked here."""
    return Reader(load())


@pytest.mark.parametrize("language", ["mk", "sr"])
def test_a_report_without_a_place_is_ours_by_how_its_people_are_called(reader, language: str) -> None:
    title, text = NAMES[language]
    ours = reader.read(Article("a", text.format(*HERE[language]), title, language=language))
    theirs = reader.read(Article("b", text.format(*ABROAD), title, language=language))
    assert ours.relevant
    assert not theirs.relevant


CAUGHT_ABROAD = (
    "Arrestohet edhe një për vajzat e shfrytëzuara\n\n"
    "Dy ditë pas arrestimit në Sarandë të çiftit që shfrytëzonte tri vajza, karabinierët ndaluan në "
    "Brindizi edhe shtetasin shqiptar A. Z., 53 vjeç. Mbi të rëndonte një urdhër-arresti i lëshuar "
    "nga gjykata shqiptare. Pritet nisja e procedurave për ekstradim."
)
VOTES = (
    "Vazhdohet paraburgimi për katër të dyshuarit për votat\n\n"
    "Gjyqtari i procedurës paraprake në Gjykatën Themelore në Prizren ua vazhdoi edhe për dy muaj "
    "paraburgimin B. K., N. T., Sh. L. dhe kryesuesit të qendrës në Krushë, Ilir Berisha, të dyshuar "
    "se kanë ndërruar rezultatin e votave brenda të njëjtës listë. Për A. D. masa është zbutur në "
    "arrest shtëpiak, ndërsa G. R., që bashkëpunoi me hetuesit, mbrohet në liri. Në janar, për këtë "
    "çështje ishin ndaluar nëntë persona.\n\n"
    "Sipas Prokurorisë Themelore, në dhjetë vendvotime janë shtuar 1.200 vota për kandidatin për "
    "deputet Arben Rexha. Ai nuk është i dyshuar. Avokatët kanë njoftuar se do të ankohen në Apel."
)


COLLISION = (
    "Vozač kamiona ostaje u pritvoru\n\n"
    "VRANJE - Viši sud produžio je juče pritvor vozaču kamiona Stojanu Krstinom zbog sudara u kom je "
    "nastradao biciklista. Njegov advokat tražio je da se brani sa slobode. Tužilaštvo čeka nalaz "
    "veštaka o brzini, posle čega će odlučiti o optužnici."
)
AT_HOME = (
    "Vazhdohet paraburgimi i burrit që goditi gruan\n\n"
    "Gjykata Themelore në Gjilan ia vazhdoi për një muaj paraburgimin burrit nga Vitia që dyshohet se "
    "goditi gruan dhe vjehrrën e saj. Ai u arrestua të hënën. Prokuroria thotë se dhuna kishte "
    "zgjatur me vite, ndërsa fqinjët kishin lajmëruar policinë."
)


def told(language: str, text: str) -> Article:
    """A text of a title, an empty line and the rest, as an article."""
    title, _, rest = text.partition("\n\n")
    return Article("told", rest, title, language=language)


@pytest.mark.parametrize(("language", "text"), [("sq", CAUGHT_ABROAD), ("sq", VOTES)])
def test_a_case_in_court_may_be_on_the_topic_without_a_word_of_it(reader, language: str, text: str) -> None:
    assert reader.read(told(language, text)).relevant


@pytest.mark.parametrize(("language", "text"), [("sr", COLLISION), ("sq", AT_HOME)])
def test_any_other_case_in_court_is_not(reader, language: str, text: str) -> None:
    assert not reader.read(told(language, text)).relevant


WEDDING = (
    "Рафали на свадба, тројца во станица\n\n"
    "Музика, па рафали: жителите на едно струшко село во саботата пред полноќ ја викнале полицијата поради "
    "пукање на свадба. Приведени се братот на младоженецот и двајца гости.\n\n"
    "Одземени се два пиштола, едниот со дозвола, другиот гасен. Нема повредени. Свадбата продолжи, а приведените "
    "се вратиле пред тортата. Полицијата апелира до граѓаните среќата да ја покажуваат поинаку."
)
REMEMBERED = (
    "Përkujtohet vrasja e gazetarit\n\n"
    "Me homazhe dhe me lule, familjarë e kolegë përkujtuan sot në Gjakovë gazetarin e vrarë para njëzet vjetësh nga "
    "persona të panjohur. „Ende presim drejtësi“, tha e motra, e cila u bëri thirrje institucioneve ta rihapin "
    "dosjen. Shoqata e gazetarëve kujtoi se mbi dhjetë gazetarë mbetën të vrarë pas luftës. Në ceremoni foli edhe "
    "kryetari i komunës, ndërsa nxënësit recituan poezi."
)


QUARREL = (
    "Man wounded in a cafe over a borrowed car\n\n"
    "A 41-year-old man was wounded in the garden of a cafe in Niksic on Friday evening, and the husband of his sister "
    "was arrested a few minutes later, the police said.\n\n"
    "According to the waiters, R.M. (41) and D.P. (38) had been quarrelling since noon about a car that the latter had "
    "borrowed in the spring and never brought back. About eight in the evening D.P. pulled out a pistol and fired once "
    "into the ground and once into the other's leg. He then sat down again and waited for the patrol.\n\n"
    "The wounded man was driven to the hospital in Podgorica, where doctors say that he will recover. The weapon was "
    "held with a licence. Police say that neither is known to them as a member of a criminal clan, though some portals "
    "had at once reported another shooting of the clans."
)


@pytest.mark.parametrize(("language", "text", "sure"), [("en", QUARREL, 0.85), ("sq", REMEMBERED, 0.7)])
def test_the_words_take_back_what_the_rules_are_sure_of(reader, language: str, text: str, sure: float) -> None:
    article = told(language, text)
    opening, _ = reader.opening(article)
    assert opening is not None
    assert Relevance(reader.region)(opening) > sure
    assert not reader.read(article).relevant


def test_shots_at_a_wedding_are_none_of_a_clan(reader) -> None:
    assert not reader.read(told("mk", WEDDING)).relevant
