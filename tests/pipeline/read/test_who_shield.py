"""Whom an accusation does not mean, and whom it means behind a remark or a list. Every person here is invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.prepared import Focus
from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare
from tests.pipeline.read.test_who import ACCUSED, roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The suspects will be handed over to prosecutor Ivo Lipar.", "Ivo Lipar"),
        ("sr", "Tužilac Petar Gajić, koji je za prvooptuženog tražio deset godina, žaliće se.", "Petar Gajić"),
        ("mk", "Стојан Јаворски вчера пред судијата Петар Гајоски ја призна вината.", "Петар Гајоски"),
        ("sq", "Prokurori Arben Lisi e kërkonte paraburgimin për të tetë.", "Arben Lisi"),
        ("sq", "Ajo tregoi para trupit gjykues të udhëhequr nga Arben Lisi.", "Arben Lisi"),
        ("en", "The origin will be the subject of an investigation led by Ana Lipar.", "Ana Lipar"),
    ],
)
def test_an_office_that_acts_is_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] == "official"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "His colleague Ivo Lipar, who was also a suspect, died in detention.", "Ivo Lipar"),
        ("mk", "Четворица се судат; петтиот, Петар Гајоски, се самоуби во притвор.", "Петар Гајоски"),
        ("sq", "Mungon i katërti, Arben Lisi, i cili u vetëvar në paraburgim.", "Arben Lisi"),
        ("sr", "Osumnjičen je bio i Petar Gajić, ali je tužilaštvo odustalo od gonjenja.", "Petar Gajić"),
        ("en", "A co-worker, Ivo Lipar, who was detained with him, testified and was never charged.", "Ivo Lipar"),
    ],
)
def test_the_dead_and_those_left_out_are_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Kod trgovca Petra Gajića su zatečeni predmeti, ali se protiv njega postupak ne vodi.", "Petar Gajić"),
        ("cnr", "Prema optužnici je u krađi bio i Petar Gajić, no protiv njega nema optužbe.", "Petar Gajić"),
        ("mk", "Петар Гајоски, против кого беше отворена па затворена истрага за рекет, се оградува.", "Петар Гајоски"),
        ("sq", "Pas dy drejtorëve të arrestuar, Arben Lisi u pafajësua në vitin 2017.", "Arben Lisi"),
        ("en", "Ivo Lipar was detained in the same raid but is not being prosecuted.", "Ivo Lipar"),
    ],
)
def test_against_whom_no_case_is_open_is_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "mk",
            "За петтиот е распишана потерница, изјави за порталот Петар Гајоски, портпарол на обвинителството.",
            "Петар Гајоски",
        ),
        ("sr", "Uhapšen je vozač, rekao je portparol tužilaštva Petar Gajić.", "Petar Gajić"),
        ("en", "Three suspects were arrested, said Ana Lipar, a spokeswoman for the prosecution.", "Ana Lipar"),
    ],
)
def test_who_only_speaks_for_an_office_is_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] == "official"


def test_a_spokesman_who_is_arrested_is_accused(who, region) -> None:
    text = "Uhapšen je i portparol opštine Petar Gajić, kod kog je nađen novac."
    assert roles(who, region, "sr", text, "arrest")["Petar Gajić"] in ACCUSED


def test_the_murdered_is_not_accused_by_what_follows(who, region) -> None:
    text = "Ukinuta je presuda za ubistvo Petra Gajića, optuženima se sudi iz početka."
    assert roles(who, region, "sr", text, "other")["Petar Gajić"] == "victim"


def test_whom_a_convict_shot_is_not_convicted(who, region) -> None:
    text = "Стојан Јаворски, возачот од кој беше застрелан Петар Гајоски, е осуден на 12 години затвор."
    assert roles(who, region, "mk", text, "conviction")["Петар Гајоски"] == "victim"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("bs", "Optužnica ga tereti da je unajmio dvojicu da iz puške ubiju Petra Gajića u naselju.", "Petar Gajić"),
        ("mk", "Обвинетиот ангажирал двајца да го убијат Петар Гајоски пред дуќанот.", "Петар Гајоски"),
        ("sq", "Sipas akuzës ai pagoi dy veta që të vrasin Arben Lisin para shtëpisë.", "Arben Lisi"),
        ("en", "He is accused of hiring two men to murder Ivo Lipar in his car.", "Ivo Lipar"),
    ],
)
def test_whom_somebody_was_to_kill_is_the_victim(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "indictment")[name] == "victim"


def test_who_loses_an_appeal_against_extradition_is_not_convicted(who, region) -> None:
    text = "Ivo Lipar arrived on Monday. He lost his final appeal against extradition in August."
    assert roles(who, region, "en", text, "extradition")["Ivo Lipar"] != "convicted"


def test_the_cousin_is_suspected_and_not_whose_cousin_he_is(who, region) -> None:
    text = "Policia pyeti Besnik Gurin, kushëri i Arben Lisit, që dyshohet se e bleu kartelën."
    assert roles(who, region, "sq", text, "threat")["Arben Lisi"] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sq", "Dëshmitari i parë, transportuesi Arben Lisi, tha se paratë i fuste në pasaportë.", "Arben Lisi"),
        ("mk", "Сведоци допрва треба да се сослушаат, меѓу нив и увозникот Петар Гајоски.", "Петар Гајоски"),
    ],
)
def test_a_witness_of_a_trial_is_not_tried(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "trial")[name] == "other"


def test_a_debtor_told_by_initials_is_no_suspect(who, region) -> None:
    text = "Një prej tyre, mësuesi N.I., tha se për 4.000 euro borxh i morën shtëpinë."
    assert roles(who, region, "sq", text, "raid")["N.I."] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("sr", "Uhapšeni su i njegov pašenog Petar Gajić i vlasnik marine Ivo Lipar.", ["Petar Gajić", "Ivo Lipar"]),
        ("mk", "Лишени се од слобода сопственикот Петар Гајоски и неговиот зет Иван Липоски.", ["Иван Липоски"]),
        (
            "en",
            "Apprehended are Petar Gajić (51), the organiser; his bookkeeper Ana Lipar; and Ivo Vid.",
            ["Ana Lipar"],
        ),
        ("en", "Ana Lipar is in custody, as is the owner of the farm, Ivo Vid.", ["Ana Lipar", "Ivo Vid"]),
        ("en", "Under investigation for running games without a licence are Ivo Vid and nine others.", ["Ivo Vid"]),
        ("sq", "Të arrestuarit janë Arben Lisi si dhe Besnik Guri.", ["Arben Lisi", "Besnik Guri"]),
    ],
)
def test_a_list_goes_on_with_relatives_and_trades(who, region, language: str, text: str, names: list[str]) -> None:
    found = roles(who, region, language, text, "arrest")
    assert {name: found[name] for name in names} == dict.fromkeys(names, "suspect")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("mk", "Возачот Петар Гајоски (38), државјанин на Северна Македонија, е задржан.", "Петар Гајоски"),
        ("en", "Guard Ivo Vid, in whose locker 4,500 euros were found, has been arrested.", "Ivo Vid"),
    ],
)
def test_a_clause_goes_on_behind_what_commas_hold(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] == "suspect"


def test_a_pronoun_takes_up_the_one_named_before_beside_another_name(who, region) -> None:
    text = "Kuća pripada Petru Gajiću (47). On i njegova supruga Ana Lipar završili su u pritvoru."
    assert roles(who, region, "bs", text, "seizure") == {"Petar Gajić": "suspect", "Ana Lipar": "suspect"}


def test_a_number_takes_up_those_of_two_sentences(who, region) -> None:
    text = "Vozač Ivo Vid kaže da ne zna. Isto tvrdi otpremnik Petar Gajić. Protiv obojice je podneta krivična prijava."
    assert roles(who, region, "sr", text, "seizure") == {"Ivo Vid": "suspect", "Petar Gajić": "suspect"}


def test_another_case_tells_nothing_of_this_one(who, region) -> None:
    text = "Për Arben Lisin prokurori kërkoi dhjetë vjet. Në një rast tjetër, Lisi ishte liruar nga akuza."
    assert roles(who, region, "sq", text, "trial")["Arben Lisi"] == "charged"


def test_an_official_attacked_is_the_victim(who, region) -> None:
    text = "Granatë shpërtheu në oborrin e Arben Lisit, drejtor i Urbanizmit në komunë. Askush s'u lëndua."
    assert roles(who, region, "sq", text, "attack")["Arben Lisi"] == "victim"


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        (
            "sr",
            "„Ptice su zaštićene“, kaže biolog Petar Gajić iz Zavoda za zaštitu prirode.",
            "Petar Gajić",
            "official",
        ),
        ("mk", "Вредноста ја проценува екологот Петар Гајоски од друштвото за птици.", "Петар Гајоски", "other"),
        ("sr", "Portparol sindikata Petar Gajić traži istragu.", "Petar Gajić", "other"),
        ("en", "The inspector who measured it, Ivo Vid, said the level was high.", "Ivo Vid", "official"),
        ("hr", "Državna odvjetnica Ana Lipar zatražila je istražni zatvor.", "Ana Lipar", "official"),
    ],
)
def test_who_holds_an_office(who, region, language: str, text: str, name: str, role: str) -> None:
    assert roles(who, region, language, text, "seizure")[name] == role


@pytest.mark.parametrize(
    ("language", "text", "relative", "convict"),
    [
        ("sr", "Petar Gajić, otac Ivana Gajića koji je osuđen na 10 godina, žali se zbog kokaina.", "Petar Gajić", ""),
        ("bs", "Besim Lekić, brat Ilije Lekića, osuđenog zbog kokaina, otvorio je hotel u Tuzli.", "Besim Lekić", ""),
        ("mk", "Бесим Лекоски, брат на Илија Лекоски, кој е осуден за кокаин, отвори хотел.", "Бесим Лекоски", ""),
        (
            "en",
            "Besnik Leka, the brother of Ilir Leka, who was convicted of cocaine, has a hotel.",
            "Besnik Leka",
            "Ilir Leka",
        ),
    ],
)
def test_a_relative_of_somebody_convicted_is_not_accused(who, region, language, text, relative, convict) -> None:
    said = roles(who, region, language, text)
    assert said[relative] not in ACCUSED
    if convict:
        assert said[convict] == "convicted"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Advokat Ivo Lipar, branilac Petra Gajića koji je juče uhapšen zbog mita, žaliće se.", "Ivo Lipar"),
        ("mk", "Синот на министерот Петар Гајоски, Иван Гајоски, сослушан е како осомничен за мито.", "Петар Гајоски"),
        (
            "mk",
            "Лидерот на партијата, Иван Гајоски, изјави дека обвиненијата против Петар Лозов за мито се лажни.",
            "Иван Гајоски",
        ),
        (
            "en",
            "The leader of the party, Ivo Lipar, said that charges against Ana Gajić over bribes are political.",
            "Ivo Lipar",
        ),
        ("mk", "Убиецот на Петар Гајоски е осуден на доживотен затвор.", "Петар Гајоски"),
        ("sr", "Ubica Petra Gajića osuđen je na 40 godina zatvora.", "Petar Gajić"),
    ],
)
def test_in_a_note_nobody_is_accused_for_standing_beside_the_accused(who, region, language, text, name) -> None:
    assert roles(who, region, language, text)[name] not in ACCUSED


def test_a_pronoun_that_opens_a_sentence_is_no_surname(who, region) -> None:
    text = "Uhapšen je Petar Gajić. Njegov brat Ivan i njegova žena Ana nisu osumnjičeni. Njegov sin Marko ćuti."
    assert not [name for name in roles(who, region, "sr", text) if "Njegov" in name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "His neighbour Ivo Lipar was caught off guard by the arrest.", "Ivo Lipar"),
        ("en", "Ivo Lipar has been accused of nothing.", "Ivo Lipar"),
        ("en", "Ivo Lipar suspects that his neighbour had help.", "Ivo Lipar"),
        ("en", "Ivo Lipar accused the police of brutality.", "Ivo Lipar"),
        ("en", "Ivo Lipar, a former cellmate of the suspect, refused to talk.", "Ivo Lipar"),
        ("en", "Ivo Lipar, 40, charged his phone at the pump when police arrived.", "Ivo Lipar"),
        ("en", "Police were looking for the missing Ivo Lipar.", "Ivo Lipar"),
        ("en", "Ivo Lipar is wanted as a witness.", "Ivo Lipar"),
        ("en", "The court rejected the indictment against Ivo Lipar.", "Ivo Lipar"),
        ("sr", "Komšija Petar Gajić zatečen je vešću o hapšenju.", "Petar Gajić"),
        ("sr", "Policija traga za nestalim Petrom Gajićem.", "Petar Gajić"),
        ("bs", "Petra Gajića su mediji proglasili krivim bez dokaza.", "Petar Gajić"),
        ("sr", "Poternica za Petrom Gajićem povučena je lane.", "Petar Gajić"),
        ("sq", "Urdhër-arresti për Arben Lisin u tërhoq vitin e kaluar.", "Arben Lisi"),
        ("mk", "Потерницата за Петар Гајоски беше повлечена лани.", "Петар Гајоски"),
        ("hr", "Stanodavac Petar Gajić priznao je da se plašio.", "Petar Gajić"),
        ("bs", "Petar Gajić, osuđen da živi pored dilera, kaže da mu je laknulo.", "Petar Gajić"),
        ("sq", "Fqinji Arben Lisi u kap në befasi nga lajmi.", "Arben Lisi"),
        ("sq", "Arben Lisi, i ngarkuar me hetimin, nuk dha hollësi.", "Arben Lisi"),
        ("sq", "Gjykata e rrëzoi aktakuzën kundër Arben Lisit.", "Arben Lisi"),
        ("mk", "Полицијата трага по исчезнатиот Петар Гајоски.", "Петар Гајоски"),
        ("mk", "Петар Гајоски, осуден да живее покрај дилер, вели дека му олеснало.", "Петар Гајоски"),
    ],
)
def test_words_that_only_sound_like_an_accusation_accuse_nobody(who, region, language, text, name) -> None:
    assert roles(who, region, language, text, "arrest")[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "event", "name"),
    [
        (
            "mk",
            "На обвинителна клупа ќе седнат Марко Брезиќ и Ана Липар, а судијата Петар Гај закажа рочиште.",
            "trial",
            "Петар Гај",
        ),
        (
            "sr",
            "Uhapšeni su Marko Brezić i Ivo Lipar; direktor Petar Gaj saopštio je da istraga traje.",
            "arrest",
            "Petar Gaj",
        ),
        (
            "sq",
            "Pas hekurave përfunduan Marko dhe Ilir Brezi; drejtoresha Silvana Gaj njoftoi se hetimi vazhdon.",
            "arrest",
            "Silvana Gaj",
        ),
        ("bs", "Marko Brezić, koji se nagodio s tužiteljkom Anom Gaj, odležaće 18 mjeseci.", "conviction", "Ana Gaj"),
        ("mk", "Марко Брезиќ, кој се спогоди со тужителката Ана Гај, ќе одлежи 18 месеци.", "conviction", "Ана Гај"),
        (
            "mk",
            "Тројца осуденици избегаа. Петар Гај, на кого ништо не му се става на товар, е разрешен.",
            "resignation",
            "Петар Гај",
        ),
        ("sq", "Londra vendosi sanksione. Në krye të grupit shqiptar vihet Luan Gaj.", "sanction", "Luan Gaj"),
        ("mk", "Собранието избра обвинител; противкандидатот Петар Гај доби девет.", "other", "Петар Гај"),
        ("mk", "Судскиот совет го води судијата Ана Липар, а поротници се Петар Гај и Ива Брег.", "trial", "Петар Гај"),
    ],
)
def test_who_acts_for_the_law_beside_the_accused_is_not_accused(who, region, language, text, event, name) -> None:
    assert roles(who, region, language, text, event)[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("hr", "Uhićen je odvjetnik Ivo Lipar zbog pranja novca.", "suspect"),
        ("sr", "Advokat Ivo Lipar uhapšen je zbog pranja novca.", "suspect"),
        ("mk", "Адвокатот Иво Липар е уапсен поради перење пари.", "suspect"),
        ("sq", "Avokati Ilir Lisi u arrestua për pastrim parash.", "suspect"),
        ("en", "Lawyer Ivo Lipar was arrested over money laundering.", "suspect"),
        ("sr", "Uhapšen je klijent, kaže advokat Ivo Lipar.", "other"),
        ("sr", "Advokat Ivo Lipar nije uhapšen.", "other"),
        ("en", "Lawyer Ivo Lipar was not arrested.", "other"),
        ("sr", "Advokat uhapšenog, Ivo Lipar, najavio je žalbu.", "other"),
        ("en", "The lawyer of the arrested man, Ivo Lipar, will appeal.", "other"),
    ],
)
def test_a_lawyer_is_accused_where_the_sentence_leaves_no_other(who, region, language, text, role) -> None:
    told = who.told(prepare(region, Report("r", language, text)), Focus("arrest", None, 0))
    assert [actor.role for actor, _ in told.actors] == [role]
