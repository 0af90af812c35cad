"""Who: persons with what the text says they are. Every person here is invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.prepared import Focus
from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from komshi.pipeline.types import Actor
from tests.pipeline.read.reports import Report, prepare

ACCUSED = {"suspect", "charged", "convicted"}


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


def read(who: Who, region: Region, language: str, text: str, event: str = "arrest") -> list[Actor]:
    prepared = prepare(region, Report("r", language, text))
    return list(who(prepared, Focus(event, None, 0)))


def roles(who: Who, region: Region, language: str, text: str, event: str = "arrest") -> dict[str, str]:
    return {actor.name: actor.role for actor in read(who, region, language, text, event)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Uhapšeni su M. K. (27) i B. R. (66) iz Bara.", {"M. K.": "suspect", "B. R.": "suspect"}),
        ("sr", "Policija je uhapsila Marka Brezića zbog šverca.", {"Marko Brezić": "suspect"}),
        ("sr", "Полиција је ухапсила Марка Брезића због шверца.", {"Марко Брезић": "suspect"}),
        ("hr", "Uhićen je ravnatelj tvrtke Ivo Lipar.", {"Ivo Lipar": "suspect"}),
        ("bs", "Za Adnanom Javorićem raspisana je potjernica.", {"Adnan Javorić": "suspect"}),
        ("mk", "Полицијата го уапси Стојан Јаворски од Кавадарци.", {"Стојан Јаворски": "suspect"}),
        ("mk", "Осомничениот А.Б. е приведен во Струмица.", {"А.Б.": "suspect"}),
        ("sq", "U arrestua Arben Lisi, banor i Fierit.", {"Arben Lisi": "suspect"}),
        ("sq", "Policia arrestoi Arben Plepin, 34 vjeç.", {"Arben Plepi": "suspect"}),
        ("sq", "I dyshuari A. P. u ndalua në Kukës.", {"A. P.": "suspect"}),
        ("en", "Police arrested Arben Lisi in the port on Monday.", {"Arben Lisi": "suspect"}),
    ],
)
def test_whoever_is_arrested_is_a_suspect(who, region, language: str, text: str, expected: dict[str, str]) -> None:
    assert roles(who, region, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Optužnica tereti Petra Jasenovića za pranje novca.", {"Petar Jasenović": "charged"}),
        ("bs", "Tužilaštvo je podiglo optužnicu protiv Nermina Topolića.", {"Nermin Topolić": "charged"}),
        ("mk", "Стојан Јаворски е обвинет за примање мито.", {"Стојан Јаворски": "charged"}),
        ("sq", "Prokuroria ngriti aktakuzë ndaj Ilir Plepit.", {"Ilir Plepi": "charged"}),
        ("en", "Marko Brezić was charged with money laundering.", {"Marko Brezić": "charged"}),
    ],
)
def test_whoever_is_indicted_is_charged(who, region, language: str, text: str, expected: dict[str, str]) -> None:
    assert roles(who, region, language, text, "indictment") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Viši sud osudio je Petra Jasenovića na osam godina zatvora.", {"Petar Jasenović": "convicted"}),
        ("sr", "Jelena Jasenović osuđena je na godinu dana.", {"Jelena Jasenović": "convicted"}),
        ("mk", "Стојан Јаворски е осуден на пет години затвор.", {"Стојан Јаворски": "convicted"}),
        ("sq", "Gjykata dënoi Ilir Plepin me tetë vjet burg.", {"Ilir Plepi": "convicted"}),
        ("sq", "Ilir Plepi u dënua me tetë vjet burg.", {"Ilir Plepi": "convicted"}),
        ("en", "Petar Jasenović was sentenced to eight years in prison.", {"Petar Jasenović": "convicted"}),
    ],
)
def test_whoever_is_sentenced_is_convicted(who, region, language: str, text: str, expected: dict[str, str]) -> None:
    assert roles(who, region, language, text, "conviction") == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Tužilaštvo je tražilo da Petar Jasenović bude osuđen na 20 godina.", "Petar Jasenović"),
        ("sr", "Apelacioni sud ukinuo je presudu kojom je Petar Jasenović osuđen na osam godina.", "Petar Jasenović"),
        ("sr", "Petar Jasenović nije osuđen.", "Petar Jasenović"),
        ("sr", "Petar Jasenović je osumnjičen za primanje mita.", "Petar Jasenović"),
        ("sr", "Petar Jasenović je ranije osuđivan, a sada je uhapšen.", "Petar Jasenović"),
        ("bs", "Ako bude osuđen, Nermin Topolić izgubit će mandat.", "Nermin Topolić"),
        ("mk", "Обвинителството побара Стојан Јаворски да биде осуден на десет години.", "Стојан Јаворски"),
        ("mk", "Пресудата со која беше осуден Стојан Јаворски е укината.", "Стојан Јаворски"),
        ("sq", "Prokuroria kërkoi që Ilir Plepi të dënohet me tetë vjet burg.", "Ilir Plepi"),
        ("sq", "Ilir Plepi nuk u dënua.", "Ilir Plepi"),
        ("en", "Prosecutors requested that Petar Jasenović be sentenced to eight years.", "Petar Jasenović"),
        ("en", "Petar Jasenović could be sentenced to eight years.", "Petar Jasenović"),
    ],
)
def test_a_demand_a_condition_or_a_quashed_verdict_convicts_nobody(who, region, language, text, name: str) -> None:
    found = roles(who, region, language, text, "trial")
    assert found[name] != "convicted"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Policija je demantovala da je Marko Brezić uhapšen zbog krijumčarenja kokaina u Baru.", "Marko Brezić"),
        ("sr", "Тужилаштво је демантовало наводе да је Марко Брезић осумњичен за примање мита.", "Марко Брезић"),
        ("bs", "Demantirali su da je Marko Brezić uhapšen zbog krijumčarenja kokaina.", "Marko Brezić"),
        ("mk", "МВР демантираше дека Стојан Јаворски е уапсен за шверц во Куманово.", "Стојан Јаворски"),
        ("sq", "Policia mohoi se Arben Lisi është arrestuar për trafik droge në Durrës.", "Arben Lisi"),
        ("mk", "МВР: Не е точно дека Стојан Јаворски е приведен за перење пари.", "Стојан Јаворски"),
        ("sq", "Policia ka mohuar se Arben Lisi është arrestuar për kontrabandë.", "Arben Lisi"),
        ("en", "Police denied that Arben Lisi was arrested for drug trafficking.", "Arben Lisi"),
    ],
)
def test_a_denial_accuses_nobody(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text)[name] not in ACCUSED


def test_the_denial_of_an_indictment_charges_nobody_who_is_named_first(who, region) -> None:
    text = "The prosecution denied reports that Arben Lisi had been charged with money laundering."
    assert roles(who, region, "en", text, "indictment") == {"Arben Lisi": "other"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Tužilaštvo negira da je bilo propusta, a Marko Brezić je uhapšen u Nišu.", "Marko Brezić"),
        ("sr", "Osumnjičeni Marko Brezić negirao je da je vozio drogu u Bar.", "Marko Brezić"),
        ("en", "Arben Lisi, who denied that he took bribes, was arrested in Durrës.", "Arben Lisi"),
    ],
)
def test_whoever_denies_the_deed_stays_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text)[name] in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Apelacioni sud oslobodio je optužbi Petra Jasenovića.", "Petar Jasenović"),
        ("mk", "Стојан Јаворски е ослободен од обвинението.", "Стојан Јаворски"),
        ("sq", "Gjykata e shpalli Ilir Plepin të pafajshëm.", "Ilir Plepi"),
        ("en", "Petar Jasenović was acquitted of all charges.", "Petar Jasenović"),
    ],
)
def test_whoever_is_cleared_is_acquitted(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "acquittal")[name] == "acquitted"


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("sr", "Ministar policije Goran Rudić rekao je da je uhapšeno pet osoba.", "Goran Rudić", "official"),
        ("sr", "„Nema dokaza“, kaže advokat Savo Orlić. Uhapšena su trojica.", "Savo Orlić", "other"),
        ("sr", "Portparolka suda Mira Rudić saopštila je da su optuženi priznali.", "Mira Rudić", "official"),
        ("mk", "Портпаролката Ана Рудевска изјави дека се уапсени пет лица.", "Ана Рудевска", "official"),
        ("mk", "„Молчи“, рече Иван Орлески, бранителот на осомничениот.", "Иван Орлески", "other"),
        ("sq", "Ministri i Brendshëm, Besnik Guri, tha se janë arrestuar pesë persona.", "Besnik Guri", "official"),
        ("sq", "Avokati Besnik Guri tha se klienti u arrestua pa urdhër.", "Besnik Guri", "other"),
        ("en", "Interior Minister Goran Rudić said five people were arrested.", "Goran Rudić", "official"),
    ],
)
def test_whoever_speaks_for_an_office_or_a_defence_is_not_accused(who, region, language, text, name, role) -> None:
    assert roles(who, region, language, text)[name] == role


@pytest.mark.parametrize(
    ("language", "text", "client"),
    [
        ("sr", "Žalbu branilaca Zdravka Brezića sud je odbio.", "Zdravko Brezić"),
        ("mk", "Жалбата ја поднесе бранителот на Борис Јаворски.", "Борис Јаворски"),
        ("sq", "Avokati i Ilir Plepit u ankua në gjykatë.", "Ilir Plepi"),
    ],
)
def test_the_client_of_a_lawyer_is_the_one_accused(who, region, language: str, text: str, client: str) -> None:
    assert roles(who, region, language, text, "investigation") == {client: "suspect"}


@pytest.mark.parametrize(
    ("language", "text", "victim"),
    [
        ("sr", "U Baru je ubijen Dejan Lastić.", "Dejan Lastić"),
        ("sr", "Osumnjičeni za ubistvo Dejana Lastića je u bekstvu.", "Dejan Lastić"),
        ("mk", "Дејан Ластовски беше застрелан синоќа.", "Дејан Ластовски"),
        ("mk", "Осомничен за убиството на Дејан Ластовски е во бегство.", "Дејан Ластовски"),
        ("sq", "U vra Dritan Bregu në Vlorë.", "Dritan Bregu"),
        ("sq", "Vrasja e Dritan Bregut mbetet pa autor.", "Dritan Bregu"),
        ("en", "The murder of Dejan Lastić remains unsolved.", "Dejan Lastić"),
    ],
)
def test_whoever_was_killed_is_a_victim_and_no_suspect(who, region, language: str, text: str, victim: str) -> None:
    assert roles(who, region, language, text, "arrest")[victim] == "victim"


@pytest.mark.parametrize(
    ("language", "text", "relative"),
    [
        ("sr", "Najstariji sin Sare Brezić uhapšen je u Nišu.", "Sara Brezić"),
        ("sq", "Djali i Sara Plepit u arrestua në Fier.", "Sara Plepi"),
        ("mk", "Синот на Сара Јаворска е уапсен во Битола.", "Сара Јаворска"),
    ],
)
def test_the_arrest_of_a_son_is_not_the_arrest_of_the_mother(who, region, language, text, relative: str) -> None:
    assert roles(who, region, language, text).get(relative) not in ACCUSED


def test_the_lawyer_keeps_clear_of_an_acquittal_of_somebody_else(who, region) -> None:
    text = "Branilac Savo Orlić zastupa Petra Jasenovića. Orlić je ranije oslobodio optužbi jednog biznismena."
    assert roles(who, region, "sr", text, "acquittal")["Savo Orlić"] == "other"


def test_one_person_named_three_ways_is_one_actor_with_the_strongest_role(who, region) -> None:
    text = "Uhapšen je E. Bukvić. U Baru živi dugo. Emir Bukvić tvrdi da nije kriv. Bukvića sumnjiče za šverc."
    actors = read(who, region, "sr", text)
    assert [(actor.name, actor.role, len(actor.evidence)) for actor in actors] == [("Emir Bukvić", "suspect", 3)]


def test_a_list_of_names_shares_what_is_said_of_it(who, region) -> None:
    text = "Zoran Brezić, pomoćnica direktora Ivana Lipar i načelnik Mirko Gaj oslobođeni su optužbi."
    assert set(roles(who, region, "sr", text, "acquittal").values()) == {"acquitted"}


def test_two_given_names_share_the_surname_behind_them(who, region) -> None:
    names = roles(who, region, "bs", "Uhapšeni su Nedim i Amina Topolić iz Mostara.")
    assert names == {"Nedim Topolić": "suspect", "Amina Topolić": "suspect"}


def test_a_sanction_makes_no_suspect(who, region) -> None:
    text = "Biznismen Goran Brezić je pod američkim sankcijama."
    assert roles(who, region, "sr", text, "sanction") == {"Goran Brezić": "other"}


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("sr", "Uhapšen je M. K. (35) iz Bara.", 35),
        ("sr", "Uhapšen je M.K./29/ iz Bara.", 29),
        ("sr", "Uhapšen je S.B.(29) iz Bara.", 29),
        ("sr", "Uhapšen je 31-godišnji Z.B. iz Bara.", 31),
        ("sr", "Uhapšen je tridesetjednogodišnji Z.B. iz Bara.", 31),
        ("sr", "Uhapšen je M. K. (1986) iz Bara.", None),
        ("sr", "Uhapšen je M. K. (1986.) iz Bara.", None),
        ("mk", "Приведен е 35-годишниот И.С. од Битола.", 35),
        ("mk", "Приведен е И.С. (41) од Битола.", 41),
        ("sq", "U arrestua A. B., 34 vjeç, nga Fieri.", 34),
        ("sq", "U arrestua 35-vjeçari A.K. nga Fieri.", 35),
        ("en", "Police arrested Marko Brezić, 44, in the port.", 44),
    ],
)
def test_ages_are_read_in_all_their_forms_and_a_year_of_birth_is_none(who, region, language, text, age) -> None:
    actors = read(who, region, language, text)
    assert [(actor.role, actor.age) for actor in actors] == [("suspect", age)]


def test_the_evidence_of_a_person_is_the_name_and_the_age_in_the_text(who, region) -> None:
    text = "Uhapšen je Đorđe Ćirić (35) iz Bara."
    (actor,) = read(who, region, "sr", text)
    assert [text[a:b] for a, b in actor.evidence] == ["Đorđe Ćirić", "35"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšena su dva muškarca u ulici Nikole Brezića u Baru."),
        ("sr", "Uhapšen je carinik.\n\nFoto: M. Brezić"),
        ("sr", "Uhapšen je carinik.\n\nAutor: Jelena Brezić"),
        ("sq", "U arrestua një doganier.\n\nLajmi / M.S."),
        ("sq", "U arrestua një person në rrugën Vasil Bregu."),
        ("mk", "Уапсено е едно лице.\n\nФото: Ана Рудевска"),
        ("sr", "Uprava policije Crne Gore i Tužilaštvo Bosne i Hercegovine vode istragu u Novom Sadu."),
        ("sq", "Policia e Shtetit dhe Prokuroria e Tiranës hetojnë në Fushë Kosovë."),
        ("mk", "Министерството за внатрешни работи на Северна Македонија води истрага."),
    ],
)
def test_streets_credits_and_institutions_are_no_persons(who, region, language: str, text: str) -> None:
    assert roles(who, region, language, text) == {}


def test_a_text_without_persons_has_no_actors(who, region) -> None:
    assert read(who, region, "sr", "") == []
    assert read(who, region, "sr", "zaplenjeno je 30 kilograma kokaina") == []
