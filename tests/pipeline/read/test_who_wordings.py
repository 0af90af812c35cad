"""Who: ways to say a role that reports have and no list maker thinks of. All names are invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.prepared import Focus
from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare
from tests.pipeline.read.test_who import roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "event", "role"),
    [
        ("en", "Marko Brezic was marched out of his office in Bar on Wednesday.", "arrest", "suspect"),
        ("en", "Investigators believe that Marko Brezic ran the laboratory.", "investigation", "suspect"),
        ("en", "Marko Brezic will have to stay in detention for two more months.", "other", "suspect"),
        ("en", "A jury took two hours to convict the businessman Marko Brezic of fraud.", "conviction", "convicted"),
        ("en", "A court has handed Marko Brezic four years behind bars.", "conviction", "convicted"),
        ("en", "Marko Brezic walked out of the courtroom a free man.", "acquittal", "acquitted"),
        ("en", "According to the indictment, Marko Brezic bought stolen cars.", "indictment", "charged"),
        ("en", "Marko Brezic's attorney called the charge absurd.", "trial", "charged"),
        ("en", "Gunmen opened fire on the shop. Marko Brezic was hit in the leg.", "attack", "victim"),
        ("sr", "Sud je produžio pritvor načelniku opštine Marku Breziću.", "other", "suspect"),
        ("sr", "Istražitelji veruju da je Marko Brezić držao laboratoriju.", "raid", "suspect"),
        ("sr", "Iz stana je izveden Marko Brezić, vlasnik kafića.", "arrest", "suspect"),
        ("sr", "Kako stoji u optužnici, Marko Brezić je kupovao ukradene automobile.", "indictment", "charged"),
        ("sr", "Branilac Brezića najavio je žalbu. Marko Brezić ćuti.", "trial", "charged"),
        ("sr", "Sud je odmerio trojici kazne, a Marku Breziću izrečene su tri godine.", "conviction", "convicted"),
        ("bs", "Marko Brezić prihvatio je godinu i šest mjeseci zatvora.", "conviction", "convicted"),
        ("cnr", "Pod kišom metaka pao je pogođen Marko Brezić.", "killing", "victim"),
        ("sr", "Prema tužilaštvu u Nišu, osumnjičeni Marko Brezić uzimao je novac.", "investigation", "suspect"),
        ("sr", "Према тужилаштву у Нишу, осумњичени Marko Brezić узимао је новац.", "investigation", "suspect"),
        ("sr", "Policajci nisu osumnjičili Marka Brezića, kažu u Nišu.", "investigation", "other"),
        ("sq", "Plumbat kapën edhe Marko Brezić, shitës në dyqan.", "attack", "victim"),
        ("sq", "Në duart e policisë është Marko Brezić, administrator.", "arrest", "suspect"),
    ],
)
def test_what_is_said_in_other_words_is_read_as_well(who, region, language, text, event, role) -> None:
    found = roles(who, region, language, text, event)
    assert [said for name, said in found.items() if name.endswith(("Brezić", "Brezic"))] == [role]


@pytest.mark.parametrize(
    ("language", "text", "event", "name"),
    [
        ("en", "Sentencing Ivan Lipar to nine years, Judge Paul Gaj said he led the gang.", "conviction", "Paul Gaj"),
        ("sr", "Pritvor je odredio sudija Pavle Gaj, a osumnjičeni ćute.", "arrest", "Pavle Gaj"),
        ("sr", "Po navodima portparolke tužilaštva Azre Brezić, prebačeno je 400 ljudi.", "arrest", "Azra Brezić"),
        ("sq", "Vendimin për fajtorin e dha trupa me kryesuese Dritë Brezić.", "conviction", "Dritë Brezić"),
    ],
)
def test_the_official_who_decides_or_tells_is_accused_of_nothing(who, region, language, text, event, name) -> None:
    assert roles(who, region, language, text, event)[name] == "official"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prosecution has closed the probe into Marko Brezic, saying that there is no evidence."),
        ("en", "The complaint against Marko Brezic was dismissed."),
        ("sr", "Tužilaštvo je odbacilo prijavu protiv Marka Brezića. Istraga protiv Brezića nije ni vođena."),
    ],
)
def test_nobody_is_suspected_where_the_news_is_that_a_case_was_dropped(who, region, language, text) -> None:
    assert set(roles(who, region, language, text, "other").values()) == {"other"}


def test_whoever_is_named_in_the_first_lines_of_a_trial_is_tried_unless_a_witness(who, region) -> None:
    text = "Nastavljen je postupak zbog seče šume. Marko Brezić je govorio sat i po. Svedok je Petar Gaj."
    assert roles(who, region, "sr", text, "trial") == {"Marko Brezić": "charged", "Petar Gaj": "other"}


def test_a_dismissed_appeal_leaves_the_verdict_as_it_is(who, region) -> None:
    text = "Sud je odbacio žalbu Marka Brezića, koji služi 17 godina zbog trgovine drogom."
    assert roles(who, region, "sr", text, "other") == {"Marko Brezić": "convicted"}


def test_the_items_of_a_list_bear_what_is_said_before_its_colon(who, region) -> None:
    text = "Uhapšeni su:\n- Marko Brezić, čuvar;\n- Ana Lipar, vozač."
    assert set(roles(who, region, "sr", text, "arrest").values()) == {"suspect"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Marko Brezic and his wife Ana were arrested.", "Ana Brezic"),
        ("sr", "Uhapšeni su Marko Brezić i njegova supruga Ana.", "Ana Brezić"),
    ],
)
def test_a_wife_called_by_her_given_name_has_the_surname_of_her_husband(who, region, language, text, name) -> None:
    assert name in roles(who, region, language, text, "arrest")


def test_an_earlier_year_before_a_name_carries_no_verdict_on(who, region) -> None:
    text = "Petar Gaj was convicted in 2014 of forging orders; Brezic was the one to report him. Marko Brezic left."
    assert roles(who, region, "en", text, "revelation")["Marko Brezic"] == "other"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Three men were arrested in Bar. They were named as Marko Brezic, 38, and Petar Gaj.", 2),
        ("sr", "Uhapšene su tri osobe. To su Marko Brezić (38), Petar Gaj (45) i Ivo Lipar.", 3),
        ("bs", "Uhapšene su tri osobe. Imena: Marko Brezić (38), Petar Gaj (45) i Ivo Lipar.", 3),
        ("mk", "Тројца се уапсени во Струмица. Тоа се Марко Брезиќ (38), Петар Гај (45) и Иво Липар.", 3),
        ("sq", "Tre persona u arrestuan. Emrat: M. Brezi, 38 vjeç; P. Gaj, 45; I.L., 27.", 3),
        ("sq", "Tre persona u arrestuan. Ata janë identifikuar si Marko Brezi dhe Petrit Gaj.", 2),
    ],
)
def test_those_whom_the_next_sentence_names_are_the_ones_who_were_arrested(who, region, language, text, names) -> None:
    assert list(roles(who, region, language, text, "arrest").values()) == ["suspect"] * names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Владата го разреши Марко Брезиќ од местото директор на инспекторатот."),
        ("sq", "Qeveria e shkarkoi Marko Brezin nga posti i drejtorit të inspektoratit."),
        ("sr", "Direktor inspektorata je Marko Brezić."),
        ("sr", "Marko Brezić je direktor inspektorata i nije želeo da govori o hapšenjima."),
        ("en", "Marko Brezic is the director of the inspectorate. He did not comment on the arrests."),
    ],
)
def test_a_title_behind_the_post_that_somebody_holds_is_theirs(who, region, language, text) -> None:
    told = who.told(prepare(region, Report("r", language, text)), Focus("resignation", None, 0))
    assert [actor.role for actor, _ in told.actors] == ["official"]


@pytest.mark.parametrize(
    ("language", "text", "event", "role"),
    [
        ("en", "Two growers were caught, but Marko Brezic remains at large.", "raid", "suspect"),
        ("en", "Suspicion has fallen on Marko Brezic.", "investigation", "suspect"),
        ("en", "Thirty days' detention was ordered for Marko Brezic.", "arrest", "suspect"),
        ("en", "Named as defendants are Marko Brezic and Ana Lipar.", "indictment", "charged"),
        ("en", "Life imprisonment for Marko Brezic: that is how the verdict reads.", "conviction", "convicted"),
        ("sr", "Mozak prevare, veruju istražitelji, jeste Marko Brezić.", "investigation", "suspect"),
        ("cnr", "Pod lupom specijalnih tužilaca je Marko Brezić.", "investigation", "suspect"),
        ("sr", "Marko Brezić je s liste osumnjičenih precrtan.", "investigation", "acquitted"),
        ("mk", "Се сомничи дека Марко Брезиќ платил за пиштоли.", "investigation", "suspect"),
        ("mk", "Во притвор заврши Марко Брезиќ.", "arrest", "suspect"),
        ("mk", "Под лупата на истражителите се најде Марко Брезиќ.", "investigation", "suspect"),
        ("mk", "Пред суд е испратен Марко Брезиќ.", "indictment", "charged"),
        ("mk", "Вина негираше Марко Брезиќ.", "trial", "charged"),
        ("mk", "Поради фиктивни сметки, судот го испрати во затвор Марко Брезиќ.", "conviction", "convicted"),
        ("mk", "Петорица се виновни, а Марко Брезиќ си оди дома како слободен човек.", "conviction", "acquitted"),
        ("sq", "Në mesin e të arrestuarve është edhe Marko Brezi.", "arrest", "suspect"),
        ("sq", "Truri i skemës mendohet të jetë Marko Brezi.", "investigation", "suspect"),
        ("sq", "Nën llupën e hetuesve gjendet Marko Brezi.", "investigation", "suspect"),
        ("sq", "Për gjykim dërgohet Marko Brezi.", "indictment", "charged"),
        ("sq", "Trupi gjykues vërtetoi fajësinë e Marko Brezit (tre vjet).", "conviction", "convicted"),
        (
            "sq",
            "Vendimi i Apelit bie dhe Marko Brezi, deri dje i dënuar, është përsëri i pandehur.",
            "other",
            "charged",
        ),
    ],
)
def test_a_role_is_told_in_many_ways(who, region, language: str, text: str, event: str, role: str) -> None:
    assert set(roles(who, region, language, text, event).values()) == {role}


def test_whom_a_semicolon_parts_from_the_convict_is_not_convicted(who, region) -> None:
    text = "The court failed to find proof against two, Marko Brezic and Ana Lipar; the leader Petar Gaj was jailed."
    read = roles(who, region, "en", text, "conviction")
    assert read == {"Marko Brezic": "acquitted", "Ana Lipar": "acquitted", "Petar Gaj": "convicted"}
