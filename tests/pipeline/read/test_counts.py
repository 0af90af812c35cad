"""Counts: persons by number word, by name, or by a verb that speaks of one; silence stays silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi import regions
from komshi.pipeline.read.counts import Counts
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, focus_of, prepare

COUNTS = Counts(regions.load())


def read(region: Region, language: str, text: str, title: str | None = None) -> dict[str, int]:
    prepared = prepare(region, Report("counts", language, text, title, published="2024-03-15"))
    counts, evidence = COUNTS(prepared, focus_of(region, prepared))
    assert set(evidence) == {kind for kind, value in counts.items() if value is not None}
    return {kind: value for kind, value in counts.items() if value is not None}


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("sr", "Uhapšena su petorica muškaraca zbog krijumčarenja.", 5),
        ("sr", "Ухапшена су тројица осумњичених за рекет.", 3),
        ("sr", "Dvadesetpetorica navijača privedena su posle tuče.", 25),
        ("sr", "Policija je uhapsila 29 lica zbog trgovine drogom.", 29),
        ("sr", "U Nišu je lišeno slobode devet lica.", 9),
        ("hr", "Uhićen je 32-godišnji državljanin Srbije zbog krijumčarenja.", 1),
        ("bs", "Uhapšeno je osam od devet osumnjičenih za utaju poreza.", 8),
        ("sr", "Od 12 osumnjičenih uhapšeno je 11.", 11),
        ("sr", "Uhapšeni su M. K. (27) i B. K. (66) zbog kokaina.", 2),
        ("sr", "Uhapšeni su A. K. (34), B. L. (29) i još dve osobe.", 4),
        ("sr", "Uhapšena je V. B. zbog primanja mita.", 1),
        ("sr", "Policija je uhapsila muškarca zbog krijumčarenja droge.", 1),
        ("sr", "Hapšenje petorice policajaca potvrđeno je danas.", 5),
        ("sr", "Uhapšena su dva brata zbog uzgoja konoplje.", 2),
        ("sr", "Osam rukovodilaca i sedam vlasnika firmi uhapšeno je zbog mita.", 15),
        ("mk", "Уапсени се пет лица за трговија со дрога во Скопје и Тетово.", 5),
        ("mk", "Полицијата во Тетово вчера уапси четворица за трговија со дрога.", 4),
        ("mk", "Приведен е 41-годишен скопјанец за изнуда на угостител.", 1),
        ("mk", "Уапсени се осуммина полицајци што земале мито.", 8),
        ("sq", "Policia arrestoi dje pesë persona për trafik droge.", 5),
        ("sq", "Dy vëllezërit u arrestuan për armë pa leje.", 2),
        ("sq", "Në Vlorë u arrestua një shtetas italian për kokainë.", 1),
        ("sq", "Bashkë me të u arrestuan edhe dy persona të tjerë për mitë.", 3),
        ("en", "Two men, aged 34 and 41, were arrested with cocaine.", 2),
        ("en", "Police arrested six people in a cocaine raid.", 6),
        ("en", "The mayor was arrested for taking a bribe.", 1),
    ],
)
def test_the_arrested_are_counted(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text).get("arrested") == arrested


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Za sedam osumnjičenih se traga."),
        ("sr", "Nalog za hapšenje izdat je za 26 osoba."),
        ("hr", "Privedeno je nekoliko osoba zbog kokaina."),
        ("sr", "U akciji je učestvovalo 120 policajaca."),
        ("sr", "Osumnjičeni nije uhapšen."),
        ("en", "Border police found 37 migrants in a van."),
        ("sq", "Lirohet i dyshuari që u kap me armë."),
    ],
)
def test_suspects_warrants_police_and_silence_are_no_arrests(region, language: str, text: str) -> None:
    assert "arrested" not in read(region, language, text)


def test_migrants_who_are_stopped_are_not_arrested(region) -> None:
    text = "Granična policija pronašla je 37 migranata u kombiju i privela vozača."
    assert read(region, "sr", text) == {"arrested": 1}


@pytest.mark.parametrize(
    ("language", "text", "charged"),
    [
        ("sr", "Podignute su 44 optužnice zbog ubistva.", 44),
        ("bs", "Potvrđena je optužnica protiv sedam osoba zbog mita.", 7),
        ("mk", "Поднесен е обвинителен акт против него, а покрај него се обвинети уште шестмина.", 7),
        ("mk", "Обвинителството поднесе обвинение против тројца полицајци што земале мито.", 3),
        ("sq", "Pesë persona u akuzuan për trafik qeniesh njerëzore.", 5),
        ("sq", "U ngrit aktakuzë ndaj Arben Mollës dhe dy bashkëpunëtorëve për mitë.", 3),
        ("en", "He and six others were charged with smuggling cigarettes.", 7),
    ],
)
def test_the_charged_are_counted_with_those_they_are_named_beside(region, language, text, charged) -> None:
    assert read(region, language, text).get("charged") == charged


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "U pucnjavi su ubijena dvojica muškaraca, a jedna žena je ranjena.", {"killed": 2, "injured": 1}),
        ("cnr", "Vođa klana ubijen je u Kotoru.", {"killed": 1}),
        ("mk", "Водачот на навивачите беше застрелан во Белград.", {"killed": 1}),
        ("sq", "Dy persona humbën jetën e tre të tjerë u plagosën nga shpërthimi.", {"killed": 2, "injured": 3}),
        ("en", "A gang leader was shot dead in Budva and two bystanders were wounded.", {"killed": 1, "injured": 2}),
    ],
)
def test_the_dead_and_the_injured_are_counted(region, language: str, text: str, expected: dict) -> None:
    assert read(region, language, text) == expected


def test_the_dead_of_other_years_are_not_those_of_the_news(region) -> None:
    text = "U Nikšiću je sinoć ranjen A. B. (29), a prije dvije godine na istom mjestu ubijen je njegov brat."
    assert read(region, "cnr", text) == {"injured": 1}


def test_names_beside_the_word_victims_are_not_counted(region) -> None:
    text = "Ministar Petar Zorić otvorio je sigurnu kuću: pomagaće se žrtvama trgovine ljudima, rekla je Ana Kolar."
    assert "victims" not in read(region, "sr", text)


def test_the_number_called_a_total_beats_its_parts(region) -> None:
    text = "U policiju su privedene dvije, a potom još tri osobe, dok je ukupno uhapšeno osam osumnjičenih."
    assert read(region, "bs", text)["arrested"] == 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police arrested three more people for fuel smuggling, bringing the number of those in custody to 11.",
            {"arrested": 11},
        ),
        (
            "A man was arrested with migrants. He drove. From the beginning of the year police arrested 96 people.",
            {"arrested": 1},
        ),
        (
            "The trial of 12 people who are accused of extortion opened in Bar. Ten of the accused sat in court.",
            {"charged": 12},
        ),
    ],
)
def test_what_a_report_says_of_all_is_told_from_what_it_says_of_some(region, text: str, expected: dict) -> None:
    found = read(region, "en", text)
    assert {kind: found.get(kind) for kind in expected} == expected


@given(
    st.lists(
        st.sampled_from(["uhapšen", "pet", "osoba", "A. B.", "(27)", "i", "još", ",", "od", "ubijena", "nije", "."])
    )
)
@settings(max_examples=60, deadline=None)
def test_no_mixture_of_numbers_names_and_verbs_breaks_the_counter(words: list[str]) -> None:
    for value in read(regions.load(), "sr", " ".join(words)).values():
        assert value > 0


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("sq", "U arrestuan dy shtetas, 34 dhe 41 vjeç, për kokainë.", 2),
        ("en", "Police arrested 19 people, among them two Serbian nationals.", 19),
        ("sr", "Uhapšeno je 11 osoba, među njima dva policajca.", 11),
        ("sr", "Slobode su lišena trojica Budvana zbog krađe vozila.", 3),
    ],
)
def test_ages_and_parts_of_the_whole_are_not_added(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text)["arrested"] == arrested


def test_a_number_that_ends_a_sentence_does_not_count_the_next(region) -> None:
    text = "Пуцано је на кафић у Блоку 45. Рањен је мушкарац познат полицији."
    assert read(region, "sr", text)["injured"] == 1


@pytest.mark.parametrize(
    ("language", "text", "charged"),
    [
        (
            "sr",
            (
                "Пред судом у Приједору почело је суђење за намјештени тендер. Оптужени Г. С. (56) и П. Ђ. "
                "(48), као и још двије особе, изјавили су да нису криви."
            ),
            4,
        ),
        ("bs", "Optuženi G. S. i P. Đ., te još tri osobe, terete se za primanje mita.", 5),
        ("mk", "Обвинетите Г. С. (56) и П. Ѓ. (48), како и уште две лица, изјавија дека не се виновни за мито.", 4),
        ("sq", "Të akuzuarit G. S. dhe P. G., si dhe dy persona të tjerë, u deklaruan të pafajshëm për ryshfet.", 4),
        ("en", "The defendants G. S. (56) and P. D. (48), as well as two others, pleaded not guilty to bribery.", 4),
    ],
)
def test_the_charged_are_those_named_and_the_others_with_them(
    region: Region, language: str, text: str, charged: int
) -> None:
    assert read(region, language, text).get("charged") == charged


def test_two_persons_joined_by_and_are_two(region: Region) -> None:
    text = "Direktor i vozač firme optuženi su u Vranju da su istovarili opasan otpad."
    assert read(region, "sr", text) == {"charged": 2}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Uhapšeni su vozač kamiona i suvozač zbog krijumčarenja 30 kilograma marihuane.", {"arrested": 2}),
        ("sr", "Lisice su stavljene na ruke Marku Periću (44) i još trojici osumnjičenih.", {"arrested": 4}),
        ("sr", "Policija je uhapsila P. R. (29) i njegovu devojku zbog kokaina.", {"arrested": 2}),
        ("hr", "Dvojica braće i njihov otac uhićeni su zbog krijumčarenja duhana.", {"arrested": 3}),
        (
            "hr",
            "Uhićeno je ukupno 14 osoba, devet u Splitu i pet u Mostaru, zbog krijumčarenja kokaina.",
            {"arrested": 14},
        ),
        ("bs", "Sud je odredio jednomjesečni pritvor četvorici osumnjičenih za mito.", {"arrested": 4}),
        ("bs", "U akciji SIPA-e pretreseno je 16 lokacija, a slobode je lišeno sedam lica.", {"arrested": 7}),
        (
            "cnr",
            "Razbijena je šestočlana kriminalna grupa, uhapšeno je pet osoba, a za jednom se traga.",
            {"arrested": 5},
        ),
        ("cnr", "Uhapšena šestočlana kriminalna grupa zbog zelenašenja.", {"arrested": 6}),
        ("sr", "Pali su direktor, inspektor i još dve osobe zbog mita.", {"arrested": 4}),
        ("sr", "Za još dve osobe je raspisana poternica, a uhapšen je jedan muškarac.", {"arrested": 1}),
        ("sr", "Od petorice osumnjičenih četvorica su uhapšena.", {"arrested": 4}),
        ("sr", "U akciji je učestvovalo 250 policajaca, uhapšeno je 12 osoba.", {"arrested": 12}),
        ("mk", "Приведени се возачот и сопственикот на фирмата поради шверц на цигари.", {"arrested": 2}),
        ("mk", "Полицијата лиши од слобода шест лица, меѓу кои двајца полицајци.", {"arrested": 6}),
        ("mk", "Уапсени се двајца браќа и нивниот татко за дрога.", {"arrested": 3}),
        ("mk", "Петчлена група е уапсена за кражба на возила.", {"arrested": 5}),
        ("mk", "За тројца осомничени е определен притвор.", {"arrested": 3}),
        ("mk", "Судијата им определи притвор на четворица цариници за поткуп.", {"arrested": 4}),
        ("sq", "Vihen në pranga pesë persona për trafik droge në Durrës.", {"arrested": 5}),
        ("sq", "Në pranga përfunduan tre shtetas, ndërsa dy të tjerë janë shpallur në kërkim.", {"arrested": 3}),
        ("sq", "Arrestohet efektivi i policisë dhe katër persona të tjerë për ryshfet.", {"arrested": 5}),
        ("sq", "Policia arrestoi Artan Gjokën dhe vëllain e tij për kokainë.", {"arrested": 2}),
        ("sq", "U arrestuan A. K., 34 vjeç, B. D., 29 vjeç, dhe E. M., 41 vjeç, për trafik droge.", {"arrested": 3}),
        ("sq", "Katër të arrestuar për prostitucion në Tiranë.", {"arrested": 4}),
        ("sq", "SPAK lëshoi 26 urdhër-arreste, 18 prej tyre u ekzekutuan, pjesa tjetër në kërkim.", {}),
        ("sq", "Policia shpalli në kërkim tre persona dhe arrestoi një 35-vjeçar me kokainë.", {"arrested": 1}),
        ("en", "Police arrested a customs officer and three truck drivers over cigarette smuggling.", {"arrested": 4}),
        ("en", "Eleven suspects, including four police officers, were arrested in a cocaine raid.", {"arrested": 11}),
        ("en", "Of the 12 suspects, 11 have been arrested.", {"arrested": 11}),
        ("en", "A court ordered 30 days of detention for five customs officers suspected of bribery.", {"arrested": 5}),
        ("en", "Two brothers and their father were arrested with heroin.", {"arrested": 3}),
        ("en", "Police issued arrest warrants for six people over the cocaine ring.", {}),
        ("en", "Police detained the mayor and two of his aides over bribes.", {"arrested": 3}),
        ("sr", "Podignuta je optužnica protiv Zorana Kukića i još petorice zbog mita.", {"charged": 6}),
        ("sr", "Optužnica obuhvata dvanaest lica zbog utaje poreza.", {"charged": 12}),
        ("sr", "Optužnicom je obuhvaćeno 19 osoba i tri firme.", {"charged": 19}),
        ("bs", "Tužilaštvo je optužilo bivšeg direktora i tri člana komisije za mito.", {"charged": 4}),
        (
            "hr",
            "USKOK je podigao optužnicu protiv trinaestero okrivljenika zbog krijumčarenja duhana.",
            {"charged": 13},
        ),
        ("mk", "Поднесено е обвинение против 11 лица за перење пари.", {"charged": 11}),
        ("mk", "Обвинителен акт против екс-министерот и уште четворица за поткуп.", {"charged": 5}),
        ("sq", "Prokuroria ngriti aktakuzë kundër nëntë personave për pastrim parash.", {"charged": 9}),
        ("sq", "SPAK dërgon në gjyq ish-ministrin dhe gjashtë të tjerë për korrupsion.", {"charged": 7}),
        ("en", "Prosecutors indicted a former minister and eight others for bribery.", {"charged": 9}),
        ("en", "Seven people have been charged with money laundering.", {"charged": 7}),
        ("sr", "U eksploziji automobila poginula je jedna osoba, a tri su povređene.", {"killed": 1, "injured": 3}),
        ("sr", "U pucnjavi su ranjena dvojica mladića, a jedan je preminuo u bolnici.", {"killed": 1, "injured": 2}),
        ("mk", "Во пукањето едно лице загина, а двајца се потешко ранети.", {"killed": 1, "injured": 2}),
        ("sq", "Një i vrarë dhe dy të plagosur në një përplasje me armë në Shkodër.", {"killed": 1, "injured": 2}),
        ("sq", "U qëlluan me armë dy vëllezër, njëri vdiq, tjetri u plagos.", {"killed": 1, "injured": 1}),
        ("en", "One man was killed and three others injured in a shooting in Vlora.", {"killed": 1, "injured": 3}),
        (
            "hr",
            "U obračunu klanova ubijena su dva muškarca, a prolaznica je lakše ozlijeđena.",
            {"killed": 2, "injured": 1},
        ),
    ],
)
def test_lists_groups_parts_and_others_are_counted_as_they_are_said(
    region, language: str, text: str, expected: dict
) -> None:
    found = read(region, language, text)
    assert {kind: value for kind, value in found.items() if kind != "victims"} == expected


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        ("sr", "Drugo hapšenje u Vranju", "Uhapšen je i deseti osumnjičeni za mito, M. R. (46).", {"arrested": 10}),
        ("hr", "Uhićena dvojica", "Uhićeni su A. B. (1986) i C. D. (1993) zbog krijumčarenja oružja.", {"arrested": 2}),
        ("bs", "Zadržan u bolnici", "Nakon napada inspektor je zadržan u bolnici.", {}),
        ("mk", "Нападнат шумар", "Шумарот е нападнат и задржан во болница.", {}),
        ("sq", "Masa për 38 persona", "Gjykata dha masën arrest në burg për 38 persona, asnjëri nuk u kap.", {}),
        ("en", "Warrants", "Police issued arrest warrants for 26 people over the cocaine ring.", {}),
        (
            "sr",
            "Napadnut čuvar šume",
            "Čuvar Ž. R. (44) teško je povređen. Njegov kolega S. M. (39) prošao je sa lakšim povredama.",
            {"injured": 2},
        ),
    ],
)
def test_the_tenth_suspect_years_of_birth_and_look_alikes(region, language, title, text, expected: dict) -> None:
    found = read(region, language, text, title)
    assert {kind: value for kind, value in found.items() if kind != "victims"} == expected


@pytest.mark.parametrize(
    ("language", "title", "text", "arrested"),
    [
        ("sq", "Shoqërohen pesë persona", "Në polici u shoqëruan pesë persona. U arrestuan 3 prej tyre.", 3),
        ("sq", "Shoqërohen pesë persona", "Në polici u shoqëruan pesë persona për kanabis.", 5),
    ],
)
def test_to_be_brought_in_counts_only_where_nobody_is_arrested(region, language, title, text, arrested: int) -> None:
    assert read(region, language, text, title).get("arrested") == arrested


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Sud je osudio dvojicu od trojice optuženih za mito.", {"charged": 3}),
        ("mk", "Судот осуди двајца од тројцата обвинети за поткуп.", {"charged": 3}),
        ("sq", "Prokuroria kërkoi 20 vjet burg për katër të pandehurit.", {"charged": 4}),
        ("en", "The court convicted two of the three defendants of bribery.", {"charged": 3}),
        ("sr", "Pritvor je određen za četvoro od deset uhapšenih carinika.", {"arrested": 10}),
    ],
)
def test_a_noun_that_says_what_befell_them_counts_the_whole(region, language: str, text: str, expected: dict) -> None:
    found = read(region, language, text)
    assert {kind: found.get(kind) for kind in expected} == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Prosecutors indicted Marko Perić and Ivan Kos. Another 12 members were charged.", {"charged": 14}),
        ("hr", "Uhićen je direktor Marko Perić. Uhićena je i Ana Kos.", {"arrested": 2}),
        ("sr", "Uhapšeno je pet osoba zbog mita. Uhapšen je i direktor Marko Perić.", {"arrested": 5}),
        ("sr", "Uhapšen je vlasnik lokala M. P. (53) i konobarica A. K. (30).", {"arrested": 2}),
        ("hr", "Uhićen je M. P. (24), dok se za vozačem A. K. (27) još traga.", {"arrested": 1}),
        ("sr", "Zadržana su dva „golfa“ i lišena su slobode trojica vozača.", {"arrested": 3}),
        (
            "sq",
            "Një i vrarë dhe një i plagosur në Elbasan. Një i vrarë dhe një i plagosur, tha policia.",
            {"killed": 1},
        ),
        ("hr", "Vozača, 38-godišnjeg državljanina Srbije, uhitila je policija.", {"arrested": 1}),
        ("mk", "Водат истрага за 13 лица за перење пари. Седум се веќе уапсени.", {"arrested": 7}),
        ("mk", "Двајца веќе се во 48-часовен притвор за дрога.", {"arrested": 2}),
        ("sq", "Në pranga ka rënë një oficer që transportonte kokainë.", {"arrested": 1}),
        ("sq", "Gjykata caktoi 30 ditë paraburgim për dy doganierë.", {"arrested": 2}),
    ],
)
def test_who_comes_on_top_and_who_is_somebody_else(region, language: str, text: str, expected: dict) -> None:
    found = read(region, language, text)
    assert {kind: found.get(kind) for kind in expected} == expected


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("sq", "Policia në Pogradec arrestoi më 24 shtator 2025 shtetasin K. M., 28 vjeç, për drogë.", 1),
        ("sr", "Policija je 24. septembra 2025 osumnjičenog M. P. uhapsila zbog droge.", 1),
        ("en", "Police in Tirana arrested on 24 September 2025 citizens A. B. and C. D. for smuggling cocaine.", 2),
        ("en", "Police forces of the region arrested 2000 people for smuggling cocaine.", 2000),
    ],
)
def test_a_year_is_no_number_of_persons_and_a_number_no_year(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text, "")["arrested"] == arrested
