"""Status: nobody is read as further than the text says, above all nobody as convicted."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.status import Status
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, focus_of, prepare

ASKED = [report for report in REPORTS if report.relevant and report.status != "not asked"]


IN_HAND = "under_investigation"


def read(region: Region, report: Report) -> str | None:
    prepared = prepare(region, report)
    return Status(region)(prepared, focus_of(region, prepared))[0]


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_the_stage_is_the_one_that_the_report_states(region, report: Report) -> None:
    assert read(region, report) == report.status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("sr", "Potvrđena je optužnica protiv bivšeg načelnika zbog primanja mita.", "indicted"),
        ("bs", "Suđenje za krijumčarenje oružja nastavlja se u Banjoj Luci, presuda se očekuje na jesen.", "on_trial"),
        ("cnr", "Osuđen je zbog pranja novca, ali presuda još nije pravosnažna.", "first_instance"),
        ("sr", "Nepravosnažno je osuđen na tri godine zbog utaje poreza.", "first_instance"),
        ("hr", "Pravomoćno je osuđen na tri godine zbog utaje poreza.", "final_conviction"),
        ("mk", "Истрагата за поткуп е отворена, осомничени се двајца инспектори.", "under_investigation"),
        ("mk", "Осуден е на две години затвор за проневера, пресудата не е правосилна.", "first_instance"),
        ("sq", "U hap hetim për tenderin; i pandehuri do të pyetet nesër.", "under_investigation"),
        (
            "sq",
            "Gjykata e dënoi me tre vjet burg për kontrabandë duhani, vendimi mori formën e prerë.",
            "final_conviction",
        ),
        (
            "sq",
            "Gjykata e dënoi me tre vjet burg për kontrabandë duhani, vendimi nuk ka marrë formën e prerë.",
            "first_instance",
        ),
        ("en", "He was sentenced to four years for bribery; the verdict is not final.", "first_instance"),
        ("en", "The appeals court upheld the verdict and he was convicted of bribery.", "final_conviction"),
    ],
)
def test_small_words_decide_the_stage(region, language: str, text: str, status: str) -> None:
    assert read(region, Report("stage", language, text)) == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Osumnjičeni za šverc cigareta saslušan je u Vranju."),
        ("sr", "Prvostepena presuda direktoru je ukinuta, sud je vratio predmet na ponovno suđenje."),
        ("bs", "Tužilac traži kaznu od deset godina zatvora za bivšeg ministra."),
        ("cnr", "Zbog šverca duvana prijeti mu kazna do osam godina zatvora, rekli su iz policije po hapšenju u Baru."),
        ("mk", "Приведен е осомничен за трговија со дрога, му се заканува казна затвор."),
        ("sq", "I pandehuri u arrestua në Durrës dhe rrezikon deri në 15 vjet burg."),
        ("sq", "Prokurori kërkoi 15 vjet burg për ish-ministrin."),
        ("en", "The suspect was arrested in Tetovo and faces up to ten years in prison."),
    ],
)
def test_a_suspect_a_demand_and_a_quashed_verdict_are_no_conviction(region, language: str, text: str) -> None:
    assert read(region, Report("suspect", language, text)) not in {"first_instance", "final_conviction"}


def test_a_visa_ban_is_no_stage_of_a_criminal_case(region) -> None:
    text = "Stejt department zabranio je ulazak u SAD bivšem ministru zbog umešanosti u korupciju."
    assert read(region, Report("ban", "sr", text)) is None


def test_a_stage_that_is_read_shows_its_words(region) -> None:
    report = Report("words", "sr", "Osuđen je na tri godine zatvora zbog mita. Presuda je pravosnažna.")
    prepared = prepare(region, report)
    status, evidence = Status(region)(prepared, focus_of(region, prepared))
    assert status == "final_conviction"
    assert [prepared.text[slice(*span)] for span in evidence] == ["Presuda je pravosnažna"]


@pytest.mark.parametrize(
    ("language", "title", "text", "status"),
    [
        (
            "sr",
            "Uhapšen vozač autobusa",
            (
                "Policija je na Horgošu pronašla 2.000 paklica cigareta. Osumnjičenom je određeno zadržavanje "
                "do 48 sati i on će, uz krivičnu prijavu, biti priveden tužilaštvu."
            ),
            "under_investigation",
        ),
        (
            "sr",
            "Zaplenjeno 200 boksova cigareta",
            "Carinici su na Preševu pronašli 200 boksova cigareta u kamionu. Roba je oduzeta.",
            "reported",
        ),
        (
            "sr",
            "Kamion sa 40 kilograma marihuane",
            "Policija je zaplenila 40 kilograma marihuane. Uhapšena su dvojica muškaraca.",
            "reported",
        ),
        (
            "sr",
            "Osuđen na osam godina",
            (
                "Viši sud u Nišu osudio je M. P. na osam godina zatvora zbog trgovine drogom. Tužilaštvo je "
                "tražilo dvanaest. Presuda nije pravnosnažna."
            ),
            "first_instance",
        ),
        (
            "sr",
            "Pravnosnažno osam godina za vođu grupe",
            (
                "Apelacioni sud potvrdio je prvostepenu presudu kojom je M. P. osuđen na osam godina zatvora "
                "zbog trgovine drogom."
            ),
            "final_conviction",
        ),
        (
            "sr",
            "Smanjena kazna bivšem direktoru",
            "Apelacioni sud u Novom Sadu smanjio je kaznu bivšem direktoru sa četiri na dve godine zatvora zbog mita.",
            "final_conviction",
        ),
        (
            "bs",
            "Ukinuta oslobađajuća presuda",
            "Vrhovni sud ukinuo je presudu kojom je bivši načelnik oslobođen optužbe za mito i naredio novo suđenje.",
            "on_trial",
        ),
        (
            "bs",
            "Obustavljena istraga protiv ministra",
            "Tužilaštvo Kantona Sarajevo obustavilo je istragu protiv bivšeg ministra zbog zloupotrebe položaja.",
            "dismissed",
        ),
        (
            "hr",
            "Tužiteljstvo odustalo od optužbe",
            "USKOK je odustao od optužnice protiv bivšeg župana za primanje mita.",
            "dismissed",
        ),
        (
            "hr",
            "Traže dvanaest godina za vođu",
            (
                "Državno odvjetništvo zatražilo je dvanaest godina zatvora za vođu skupine koja je krijumčarila "
                "kokain. Presuda se očekuje u rujnu."
            ),
            "on_trial",
        ),
        (
            "cnr",
            "Počelo suđenje za šverc",
            "Pred Višim sudom u Podgorici počelo je suđenje petorici optuženih za šverc cigareta.",
            "on_trial",
        ),
        (
            "cnr",
            "Pucano na kuću biznismena",
            (
                "Nepoznate osobe su sinoć pucale na kuću biznismena u Baru. Povrijeđenih nema. Uviđajem "
                "rukovodi državni tužilac."
            ),
            "under_investigation",
        ),
        (
            "sr",
            "Zapaljen automobil novinara",
            "Automobil novinara izgoreo je noćas u Čačku. Povređenih nema.",
            "under_investigation",
        ),
        (
            "mk",
            "Обвинителството бара 12 години",
            "На завршните зборови обвинителството побара 12 години затвор за водачот на групата што шверцувала кокаин.",
            "on_trial",
        ),
        (
            "mk",
            "Апелација ја намали казната",
            "Апелацискиот суд му ја намали казната на екс-директорот од шест на четири години затвор за поткуп.",
            "final_conviction",
        ),
        (
            "mk",
            "Укината пресудата",
            (
                "Апелација ја укина пресудата за екс-министерот и предметот го врати на повторно судење. Тој "
                "беше осуден на пет години за поткуп."
            ),
            "on_trial",
        ),
        (
            "mk",
            "Запрена постапката против директорот",
            "Обвинителството ја запре постапката против директорот осомничен за поткуп.",
            "dismissed",
        ),
        (
            "mk",
            "Осуден на пет години",
            (
                "Кривичниот суд го осуди М. Т. на пет години затвор за трговија со дрога. Обвинителката бараше "
                "осум. Пресудата не е правосилна."
            ),
            "first_instance",
        ),
        (
            "mk",
            "Уапсени двајца",
            "Полицијата во Куманово уапси двајца и им најде два килограма хероин.",
            "under_investigation",
        ),
        (
            "mk",
            "Запленети 30 килограми марихуана",
            (
                "Полицијата запленила 30 килограми марихуана, двајца се приведени. По расчистување на случајот "
                "ќе биде поднесена кривична пријава."
            ),
            "under_investigation",
        ),
        (
            "sq",
            "Apeli lë në fuqi dënimin",
            "Gjykata e Posaçme e Apelit la në fuqi dënimin me 8 vjet burg për ish-drejtorin, për korrupsion.",
            "final_conviction",
        ),
        (
            "sq",
            "Apeli prish vendimin, çështja kthehet në rigjykim",
            (
                "Gjykata e Apelit prishi vendimin ndaj ish-kryebashkiakut, i dënuar me 5 vjet për shpërdorim "
                "detyre, dhe e ktheu çështjen për rigjykim."
            ),
            "on_trial",
        ),
        (
            "sq",
            "SPAK kërkon 10 vjet burg për ish-ministrin",
            (
                "Në pretencë, prokurorët kërkuan 10 vjet burg për ish-ministrin e akuzuar për korrupsion. "
                "Vendimi pritet në mars."
            ),
            "on_trial",
        ),
        (
            "sq",
            "Prokuroria pushon hetimin",
            "Prokuroria e Tiranës pushoi hetimin ndaj ish-drejtorit për korrupsion.",
            "dismissed",
        ),
        (
            "sq",
            "U kapën 20 kg kanabis",
            "Policia e Fierit sekuestroi 20 kg kanabis. U arrestua A. B., 33 vjeç.",
            "reported",
        ),
        (
            "sq",
            "Operacion antidrogë, 6 të arrestuar",
            "Policia e Shtetit sekuestroi 23 kg kokainë dhe 45 mijë euro në Durrës.",
            "reported",
        ),
        (
            "sq",
            "Masa sigurie për 38 persona",
            (
                "Gjykata dha masën arrest në burg për 38 persona. Deri tani janë arrestuar 28 persona, 10 të "
                "tjerë shpallen në kërkim për trafik droge."
            ),
            "under_investigation",
        ),
        (
            "sq",
            "Gjykata dënon me 7 vjet ish-doganierin",
            (
                "Gjykata e dënoi me 7 vjet burg ish-doganierin për trafik heroine. Prokuroria kishte kërkuar 10 "
                "vjet. Avokati tha se do ta apelojë."
            ),
            "first_instance",
        ),
        (
            "en",
            "Ex-minister jailed for bribery",
            (
                "A Pristina court sentenced the ex-minister to five years in prison for bribery. Prosecutors "
                "had sought eight years. The verdict can be appealed."
            ),
            "first_instance",
        ),
        (
            "en",
            "Appeals court upholds sentence",
            "The appeals court in Tirana upheld the seven-year sentence of a former mayor convicted of corruption.",
            "final_conviction",
        ),
        (
            "en",
            "Court orders retrial of ex-director",
            (
                "The Supreme Court in Belgrade overturned the conviction of a former director sentenced to four "
                "years for bribery and ordered a retrial."
            ),
            "on_trial",
        ),
        (
            "en",
            "Prosecutors drop case against mayor",
            "Prosecutors in Skopje dropped the investigation into the mayor over alleged bribery.",
            "dismissed",
        ),
        (
            "en",
            "Two held with heroin",
            "Police in Kosovo seized 12 kilograms of heroin and arrested two men near Prizren.",
            "reported",
        ),
        (
            "en",
            "Prosecutors seek 12 years for gang leader",
            (
                "Prosecutors in Sarajevo asked the court on Monday to sentence the leader of a drug gang to 12 "
                "years in prison."
            ),
            "on_trial",
        ),
    ],
)
def test_a_title_and_its_lead_decide_the_stage(region, language: str, title: str, text: str, status: str) -> None:
    assert read(region, Report("lead", language, text, title)) == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Apelacioni sud potvrdio je pritvor bivšem ministru osumnjičenom za mito."),
        ("sq", "Apeli la në fuqi masën arrest në burg për ish-ministrin e dyshuar për korrupsion."),
        ("mk", "Апелација го потврди притворот за директорот осомничен за поткуп."),
        ("en", "The appeals court upheld the detention of the former minister suspected of bribery."),
        ("bs", "Presuda još uvijek nije pravosnažna, a bivši direktor osuđen je zbog mita na dvije godine."),
        ("sr", "Presuda nije pravnosnažna. Osuđen je na tri godine zatvora zbog mita."),
    ],
)
def test_a_higher_court_that_keeps_somebody_in_custody_ends_no_case(region, language: str, text: str) -> None:
    assert read(region, Report("custody", language, text)) not in {"final_conviction", "final_acquittal"}


@pytest.mark.parametrize(
    ("language", "title", "text", "status"),
    [
        ("sq", "Në pranga drejtori", "U arrestua dje në Vlorë drejtori i ujësjellësit për ryshfet.", IN_HAND),
        ("mk", "Експлозија во Битола", "Експлозивна направа го оштети локалот на угостител во Битола.", IN_HAND),
        ("sr", "Velika akcija", "Policija od jutros pretresa objekte kriminalnog klana u Kotoru.", IN_HAND),
        (
            "en",
            "Cigarettes found",
            "Customs officers found 4,000 packs of cigarettes in a truck near Pirot.",
            "reported",
        ),
    ],
)
def test_an_arrest_a_raid_and_an_attack_are_looked_into_though_no_word_says_so(
    region, language: str, title: str, text: str, status: str
) -> None:
    assert read(region, Report("early", language, text, title)) == status


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("mk", "Конечно осуден", "Апелациониот суд ја одби жалбата на директорот, осуден на четири години за поткуп."),
        ("sr", "Definitivno osuđen", "Apelacioni sud odbio je žalbu direktora, osuđenog na četiri godine zbog mita."),
        ("en", "Sentenced for good", "The Supreme Court rejected the appeal of an ex-mayor sentenced to four years."),
    ],
)
def test_an_appeal_that_is_rejected_makes_a_verdict_final(region, language: str, title: str, text: str) -> None:
    assert read(region, Report("final", language, text, title)) == "final_conviction"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sq", "Apeli lë në burg drejtorin", "Apeli rrëzoi ankesën e drejtorit ndaj masës së paraburgimit."),
        ("hr", "Ostaje u pritvoru", "Vrhovni sud odbio je žalbu na pritvor osumnjičenom načelniku."),
        ("sq", "Lirimi mbetet", "Gjykata e Apelit e refuzoi ankesën e prokurorisë; zyrtarët u liruan nga akuzat."),
    ],
)
def test_an_appeal_against_custody_or_by_the_prosecutor_convicts_nobody(region, language, title, text) -> None:
    assert read(region, Report("custody", language, text, title)) != "final_conviction"
