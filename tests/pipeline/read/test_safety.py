"""Nobody is wronged: what speaks for somebody's innocence convicts and acquits no one, and victims are no suspects."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article, Event

ACCUSED = {"suspect", "charged", "convicted"}


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


def main_event(reader: Reader, language: str, text: str, title: str | None = None) -> Event:
    reading = reader.read(Article("r", text, title, language=language, published="2026-10-08"))
    assert reading.relevant, reading.relevance
    return reading.events[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            (
                "Tužilaštvo u Nišu podiglo je juče optužnicu protiv carinika V. S. (47) zbog primanja mita. "
                "Okrivljeni se smatraju nevinim dok se njihova krivica ne utvrdi pravnosnažnom odlukom."
            ),
        ),
        (
            "sr",
            (
                "Тужилаштво у Нишу подигло је јуче оптужницу против цариника В. С. (47) због примања мита. "
                "Сви се сматрају невиним до правноснажне пресуде."
            ),
        ),
        (
            "bs",
            (
                "Tužilaštvo u Tuzli podiglo je optužnicu protiv carinika V. S. (47) zbog mita. Vrijedi "
                "pretpostavka nevinosti i niko nije kriv dok ga sud pravosnažno ne osudi."
            ),
        ),
        (
            "hr",
            (
                "Državno odvjetništvo u Mostaru podiglo je optužnicu protiv carinika V. S. (47) zbog mita. "
                "Svi imaju pravo na presumpciju nedužnosti dok im se krivnja ne dokaže pravomoćnom presudom."
            ),
        ),
        (
            "mk",
            (
                "Обвинителството во Битола поднесе обвинителен акт против цариникот В. С. (47) за примање "
                "мито. Секој се смета за невин додека вината не му се докаже со правосилна пресуда."
            ),
        ),
        (
            "sq",
            (
                "Prokuroria në Fier ngriti dje aktakuzë ndaj doganierit V. S. (47) për ryshfet. I akuzuari "
                "konsiderohet i pafajshëm derisa fajësia të provohet me vendim të formës së prerë."
            ),
        ),
        (
            "en",
            (
                "Prosecutors in Podgorica indicted customs officer V. S. (47) for taking bribes on Tuesday. "
                "All defendants are presumed innocent until convicted by a final verdict."
            ),
        ),
        (
            "en",
            (
                "Prosecutors in Podgorica indicted customs officer V. S. (47) for taking bribes on Tuesday. "
                "He is innocent until proven guilty, his lawyer said."
            ),
        ),
    ],
)
def test_the_presumption_of_innocence_is_no_verdict(reader: Reader, language: str, text: str) -> None:
    event = main_event(reader, language, text)
    assert (event.type, event.status) == ("indictment", "indicted")
    assert {actor.role for actor in event.actors} <= {"charged", "suspect", "other", "official"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            (
                "Pred sudom u Nišu počelo je juče suđenje cariniku V. S. (47) zbog primanja mita. On tvrdi da "
                "je nevin i da nije kriv."
            ),
        ),
        (
            "bs",
            (
                "Pred sudom u Tuzli počelo je jučer suđenje V. S. (47) zbog primanja mita. Optuženi je rekao "
                "da se ne osjeća krivim."
            ),
        ),
        (
            "mk",
            (
                "Пред судот во Битола вчера почна судењето на цариникот В. С. (47) за примање мито. Тој "
                "изјави дека е невин."
            ),
        ),
        (
            "sq",
            ("Para gjykatës në Fier nisi dje gjyqi ndaj doganierit V. S. (47) për ryshfet. Ai u deklarua i pafajshëm."),
        ),
        (
            "en",
            (
                "The trial of customs officer V. S. (47) for taking bribes began in Niš on Tuesday. He "
                "pleaded not guilty."
            ),
        ),
    ],
)
def test_a_plea_of_not_guilty_is_no_acquittal(reader: Reader, language: str, text: str) -> None:
    event = main_event(reader, language, text)
    assert (event.type, event.status) == ("trial", "on_trial")
    assert "acquitted" not in {actor.role for actor in event.actors}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            (
                "A reporter for a news site in Peja was threatened outside her newsroom on Tuesday, after a "
                "story about illegal gravel digging. Police have opened an inquiry; nobody has been arrested. "
                "Two men in a car told A. K. they knew where her daughter goes to school."
            ),
            "A. K.",
        ),
        (
            "en",
            (
                "Journalist Ana Zorova was threatened with death in Peja on Tuesday over a story about drug "
                "smuggling. Police opened an investigation."
            ),
            "Ana Zorova",
        ),
        (
            "en",
            (
                "Police in Skopje opened an investigation on Monday after threats against the prosecutor Vera "
                "Lipova, who leads the case against a criminal group."
            ),
            "Vera Lipova",
        ),
        (
            "sr",
            (
                "Policija u Nišu pokrenula je istragu jer su M. Ž. u ponedeljak stigle pretnje smrću zbog "
                "prijave protiv kriminalne grupe."
            ),
            "M. Ž.",
        ),
        (
            "sr",
            (
                "Novinarki Ani Zorić upućene su juče u Nišu pretnje smrću zbog teksta o švercu duvana. "
                "Policija je otvorila istragu."
            ),
            "Ana Zorić",
        ),
        (
            "bs",
            (
                "Nepoznati muškarci prijetili su jučer u Tuzli novinaru Adnanu Javoriću zbog teksta o "
                "krijumčarenju droge. Tužilaštvo je formiralo predmet."
            ),
            "Adnan Javorić",
        ),
        (
            "hr",
            (
                "Odvjetnik Ivo Lipar napadnut je jučer u Mostaru ispred ureda zbog slučaja reketa. Policija "
                "provodi istragu."
            ),
            "Ivo Lipar",
        ),
        (
            "mk",
            (
                "На новинарката Ана Јаворска вчера во Битола и се заканија со смрт поради текст за шверц на "
                "цигари. Полицијата отвори истрага."
            ),
            "Ана Јаворска",
        ),
        (
            "mk",
            (
                "Полицијата во Скопје отвори истрага за закани упатени кон обвинителката Вера Липова, која "
                "води предмет за криминална група."
            ),
            "Вера Липова",
        ),
        (
            "sq",
            (
                "Gazetarja Ana Plepi u kërcënua me jetë dje në Pejë për një shkrim mbi kontrabandën. Policia "
                "ka nisur hetimet."
            ),
            "Ana Plepi",
        ),
        (
            "sq",
            "Policia në Fier nisi hetimet për kërcënimet ndaj prokurorit Arben Lisi, që heton një grup kriminal.",
            "Arben Lisi",
        ),
    ],
)
def test_whoever_is_threatened_or_attacked_is_no_suspect(reader: Reader, language: str, text: str, name: str) -> None:
    roles = {actor.name: actor.role for actor in main_event(reader, language, text).actors}
    assert roles.get(name, "other") not in ACCUSED, roles


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            ("Journalist Ana Zorova was threatened in Peja on Tuesday over a story about drug smuggling."),
            "Ana Zorova",
        ),
        ("sr", "Novinarki Ani Zorić upućene su juče u Nišu pretnje smrću zbog teksta o švercu duvana.", "Ana Zorić"),
        (
            "mk",
            ("Новинарката Ана Јаворска беше нападната вчера во Битола поради текст за шверц на цигари."),
            "Ана Јаворска",
        ),
        ("sq", "Gazetarja Ana Plepi u kërcënua me jetë dje në Pejë për një shkrim mbi kontrabandën.", "Ana Plepi"),
    ],
)
def test_a_journalist_who_is_threatened_is_a_victim(reader: Reader, language: str, text: str, name: str) -> None:
    assert {actor.name: actor.role for actor in main_event(reader, language, text).actors} == {name: "victim"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "sr",
            (
                "Policija u Nišu uhapsila je juče M. K. (35) jer je pretio novinarki Ani Zorić zbog teksta o "
                "švercu duvana."
            ),
            "M. K.",
        ),
        (
            "sq",
            (
                "Policia në Fier arrestoi dje M. K., 35 vjeç, sepse kërcënoi gazetaren Ana Plepi për një "
                "shkrim mbi kontrabandën."
            ),
            "M. K.",
        ),
        (
            "en",
            (
                "Police in Podgorica arrested M. K. (35) on Tuesday for threatening reporter Ana Zorova over "
                "a story about drug smuggling."
            ),
            "M. K.",
        ),
    ],
)
def test_whoever_is_arrested_for_a_threat_is_a_suspect_and_the_one_threatened_is_not(
    reader: Reader, language: str, text: str, name: str
) -> None:
    roles = {actor.name: actor.role for actor in main_event(reader, language, text).actors}
    assert roles[name] == "suspect"
    assert not {role for other, role in roles.items() if other != name} & ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "sr",
            (
                "Тужилаштво у Врању подигло је јуче оптужни предлог против фирме „Лозна Превоз“, њеног "
                "директора В. С. (47) и возача Д. М. (39) због 14 тона медицинског отпада нађеног код "
                "Трговишта."
            ),
            "В. С.",
        ),
        (
            "sr",
            (
                "Direktor V. S. (47) i vozač D. M. (39) terete se da su kod Trgovišta istovarili 14 tona "
                "medicinskog otpada. Tužilaštvo je podiglo optužnicu."
            ),
            "V. S.",
        ),
        (
            "mk",
            (
                "Обвинителството во Врање поднесе обвинителен акт за медицински отпад. Директорот В. С. (47) "
                "и возачот Д. М. (39) се товарат дека за 2.700 евра го истовариле."
            ),
            "В. С.",
        ),
        (
            "sq",
            (
                "Prokuroria në Vranjë ka ngritur të martën akuzë ndaj një firme transporti, drejtorit të saj "
                "V. S. (47) dhe shoferit D. M. (39), për 14 tonë mbetje spitalore."
            ),
            "V. S.",
        ),
        (
            "en",
            (
                "Prosecutors in Vranje charged the director of a haulage firm, V. S. (47), on Tuesday over 14 "
                "tonnes of medical waste."
            ),
            "V. S.",
        ),
    ],
)
def test_the_director_of_a_firm_is_no_official(reader: Reader, language: str, text: str, name: str) -> None:
    roles = {actor.name: actor.role for actor in main_event(reader, language, text).actors}
    assert roles[name] in {"charged", "suspect"}, roles


def test_the_director_of_the_police_is_an_official_whoever_was_arrested(reader: Reader) -> None:
    text = "Direktor policije Zoran Brezić saopštio je da su juče u Baru uhapšene tri osobe zbog šverca kokaina."
    assert {actor.role for actor in main_event(reader, "cnr", text).actors} == {"official"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "bs",
            (
                "U Zenici je jučer uhapšen službenik preduzeća „Prostor Nova“, osumnjičen da je primio mito "
                "od 20.000 KM."
            ),
        ),
        (
            "sr",
            (
                "Direktor i vozač prevozničke firme „Kolovoz Prevoz Jug“ optuženi su u Vranju zbog 14 tona "
                "opasnog otpada."
            ),
        ),
        ("sr", "Smederevska Palanka: otkrivena laboratorija za amfetamin, dvojica uhapšena, zaplenjeno 27 kilograma."),
        ("sr", "Полиција је код Ниша запленила 27 килограма хероина. Сеоски поштар је пријавио необичне пакете."),
        ("mk", "Полицијата кај Битола заплени 27 килограми хероин. Градски инспектори го чуваа местото."),
        ("hr", "U Mostaru je jučer uhićen vlasnik obrta „Bistra Voda“ zbog pranja novca."),
    ],
)
def test_a_firm_or_an_adjective_is_no_person(reader: Reader, language: str, text: str) -> None:
    assert main_event(reader, language, text).actors == ()


def test_the_lawyer_of_somebody_named_by_initials_is_not_that_somebody(reader: Reader) -> None:
    text = (
        "U Kotoru je zaplijenjeno 73 kilograma kokaina. Uhapšeni su skiper i V. L. (40) iz Kotora. "
        "Branilac V. L. kaže da je njegov klijent samo iznajmio vez."
    )
    assert {actor.name: actor.role for actor in main_event(reader, "cnr", text).actors} == {"V. L.": "suspect"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "sq",
            "Apeli në Prishtinë la në fuqi aktgjykimin lirues për Arben Lisin, i akuzuar për ryshfet.",
            "Arben Lisi",
        ),
        ("mk", "Апелацијата ја потврди ослободителната пресуда за Стојан Јаворски за примање мито.", "Стојан Јаворски"),
        ("sr", "Apelacioni sud u Nišu potvrdio je oslobađajuću presudu za Marka Brezića za mito.", "Marko Brezić"),
        (
            "en",
            "The appeals court in Podgorica upheld the acquittal of Marko Brezic on bribery charges.",
            "Marko Brezic",
        ),
    ],
)
def test_whose_acquittal_is_upheld_is_acquitted(reader: Reader, language: str, text: str, name: str) -> None:
    assert {actor.name: actor.role for actor in main_event(reader, language, text).actors} == {name: "acquitted"}
