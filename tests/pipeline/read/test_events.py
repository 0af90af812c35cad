"""Events: the news of a report first, what it retells after it."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.events import EventCue, Events
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, prepare

ASKED = [report for report in REPORTS if report.relevant and report.type is not None]
TYPES = {
    "seizure", "arrest", "raid", "indictment", "trial", "conviction", "acquittal", "killing", "attack", "threat",
    "interception", "extradition", "escape", "investigation", "revelation", "sanction", "resignation", "policy",
    "other",
}  # fmt: skip


def read(region: Region, report: Report) -> list[EventCue]:
    return Events(region)(prepare(region, report))


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_the_first_event_is_the_news_of_the_report(region, report: Report) -> None:
    assert read(region, report)[0].type == report.type


def test_the_lexicons_name_no_other_type_and_leave_none_out(region) -> None:
    for code, language in region.languages.items():
        named = {term.id.partition(".")[0] for term in language.terms("events")} - {"nothing"}
        assert named == TYPES, code


def test_a_verdict_that_retells_the_arrest_is_a_conviction(region) -> None:
    text = "Osuđen je na četiri godine zatvora muškarac koji je uhapšen 2021. u Rožajama, kada je zaplijenjen heroin."
    types = [cue.type for cue in read(region, Report("verdict", "cnr", text))]
    assert types[0] == "conviction"


def test_what_a_prosecutor_asks_for_is_no_conviction(region) -> None:
    asked = {
        "hbs": "Tužilaštvo je zatražilo 12 godina zatvora na početku suđenja u Pljevljima.",
        "sq": "Prokurori kërkoi 12 vjet burg në gjyqin në Korçë.",
        "mk": "Обвинителството побара 12 години затвор на судењето во Велес.",
        "en": "Prosecutors requested 12 years in prison at the trial in Nis.",
    }
    for language, text in asked.items():
        types = [cue.type for cue in read(region, Report("asked", language, text))]
        assert types[0] == "trial", language
        assert "conviction" not in types, language


def test_a_press_conference_is_no_policy(region) -> None:
    text = "Na konferenciji za novinare u Nišu policija je pokazala zaplenjeni amfetamin."
    assert "policy" not in [cue.type for cue in read(region, Report("press", "sr", text))]


def test_found_says_seized_only_beside_goods(region) -> None:
    beside = read(region, Report("goods", "en", "Police in Presevo found eight pistols and ammunition in a garage."))
    alone = read(region, Report("alone", "en", "Police in Presevo found the lost child in a garage."))
    assert beside[0].type == "seizure"
    assert beside[0].score > alone[0].score


def test_the_trigger_is_in_the_sentence_that_the_cue_names(region) -> None:
    report = Report("trigger", "sq", "Moti ishte i keq. Në Fier u arrestua një doganier për ryshfet.")
    prepared = prepare(region, report)
    cue = Events(region)(prepared)[0]
    assert cue.trigger is not None
    assert prepared.text[slice(*cue.trigger)] == "arrestua"
    assert prepared.sentences.at(cue.trigger[0]) == cue.sentence == 1


def test_a_text_without_acts_tells_no_event(region) -> None:
    assert read(region, Report("none", "mk", "Утре ќе биде сончево.")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Пуцано је на кафић у Блоку 45. Нико није ухапшен."),
        ("sr", "Zapaljen je restoran na keju. Uhapšenih za sada nema."),
        ("bs", "Inspektori su oduzeli 140 kubika bespravno posječene jele. Nema uhapšenih."),
        ("cnr", "Policija je zaplijenila cigarete u Baru, ali niko do sada nije uhapšen."),
        ("mk", "Цариниците запленија 40 килограми тутун. Уапсени нема."),
        ("mk", "Запален е ресторан во Тетово, нема уапсени."),
        ("sq", "Policia sekuestroi 300 bimë kanabis. Askush nuk është arrestuar."),
        ("sq", "U sekuestrua kokaina në port, por nuk ka të arrestuar."),
        ("en", "Customs seized 84 Roman coins in Pristina; nobody was arrested."),
        ("en", "Police seized the cigarettes without arrests."),
    ],
)
def test_an_arrest_that_did_not_happen_is_no_event(region, language: str, text: str) -> None:
    types = [cue.type for cue in read(region, Report("denied", language, text))]
    assert types
    assert "arrest" not in types


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Zapaljen restoran u Smederevu"),
        ("hr", "Nepoznate osobe zapalile su sinoć kafić u Mostaru."),
        ("mk", "Запален кафуле во Тетово"),
        ("sq", "Digjet lokali i biznesmenit në Vlorë"),
        ("en", "The restaurant of a witness was set on fire in Bar."),
    ],
)
def test_arson_is_an_attack(region, language: str, text: str) -> None:
    assert read(region, Report("arson", language, text))[0].type == "attack"


def first(region: Region, language: str, title: str, text: str) -> str:
    return read(region, Report("news", language, text, title=title))[0].type


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "mk",
            "Акција „Маказа“: фабрика за цигари во мелница, девет приведени",
            "Полицијата утрово влезе во мелницата. Приведени се девет лица.",
        ),
        (
            "hbs",
            "Ilegalna destilerija u podrumu, dvojica uhapšena",
            "Inspektori su u podrumu zatekli ilegalnu destileriju. Uhapšena su dva brata.",
        ),
        (
            "sq",
            "Zbulohet sallë bixhozi në Lezhë, tre të arrestuar",
            "Policia hyri aty mbrëmë me urdhër gjykate. U arrestuan pronari dhe dy punonjës.",
        ),
        (
            "en",
            "Illegal casino found in cellar, four arrested",
            "Police found the illegal casino on Monday. Four men were arrested.",
        ),
    ],
)
def test_a_den_or_a_workshop_that_is_found_was_raided(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "raid"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "sq",
            "Rrahet gazetari në Fier, dy të arrestuar",
            "Gazetarin e rrahën tre vetë para banesës së tij. Dy u arrestuan mbrëmë.",
        ),
        (
            "en",
            "Ranger beaten in forest, two arrested",
            "The ranger was beaten by three men near Kolasin. Two brothers were arrested.",
        ),
        (
            "hbs",
            "Pretučen šumar kod Foče, uhapšena dvojica",
            "Šumara su pretukla trojica kradljivaca drva. Dvojica su uhapšena sinoć.",
        ),
        (
            "mk",
            "Претепан шумар кај Берово, двајца приведени",
            "Шумарот бил претепан од тројца крадци на дрва. Двајца се приведени синоќа.",
        ),
    ],
)
def test_arrests_at_the_end_of_a_title_are_what_came_of_its_news(region, language, title, text) -> None:
    assert first(region, language, title, text) == "attack"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("mk", "Исчезна осуденик", "Осуденикот не се врати од викенд-отсуство. Чуварот е приведен."),
        ("hbs", "Nestao zatvorenik", "Zatvorenik se nije vratio sa dopusta. Dvojica stražara su suspendovana."),
        ("en", "Prisoner vanished from hospital", "The prisoner went out through the window. A guard was suspended."),
        ("sq", "I dënuari nuk u kthye në burg", "I dënuari nuk u kthye nga leja. Një gardian u pezullua."),
    ],
)
def test_a_prisoner_who_does_not_come_back_has_escaped(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "escape"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hbs", "Izbušene gume i ostavljena poruka dočekali su juče urednicu portala iz Bora."),
        ("en", "A reporter found an envelope with two bullets in her mailbox in Bor."),
        ("mk", "На уредничката ѝ оставиле порака, а гумите на колата биле издупчени гуми."),
        ("sq", "Gazetarja gjeti dy fishekë te dera e shtëpisë në Vlorë."),
    ],
)
def test_bullets_and_slashed_tyres_are_a_threat(region, language: str, text: str) -> None:
    assert read(region, Report("threat", language, text))[0].type == "threat"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hbs", "Uhapšeni su službenici Uprave za izvršenje krivičnih sankcija u Zenici."),
        ("mk", "Приведени се двајца службеници на Управата за извршување на санкциите."),
    ],
)
def test_the_prison_service_imposes_no_sanctions(region, language: str, text: str) -> None:
    assert "sanction" not in [cue.type for cue in read(region, Report("service", language, text))]


def test_an_investigation_that_is_opened_retells_the_goods_it_is_about(region) -> None:
    text = "Tužilaštvo je otvorilo istragu protiv vozača koji je krijumčario 3 kilograma kokaina. Policija ga je našla."
    assert read(region, Report("opened", "hr", text))[0].type == "investigation"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sr", "Preminuo ranjeni mladić", "Mladić na koga je pucano u nedelju preminuo je jutros u bolnici."),
        ("mk", "Почина ранетиот таксист", "Таксистот на кого беше пукано почина утрово во болница."),
        ("sq", "Vdes në spital i plagosuri", "Burri që u plagos me armë të dielën vdiq në spital."),
        ("en", "Man shot outside gym dies", "A man who was wounded in a shooting on Sunday died in hospital."),
    ],
)
def test_who_dies_of_an_attack_was_killed(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "killing"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "bs",
            "Kuhinja jedne porodice",
            "Kombi dolazi svako jutro. Naši novinari pregledali su 60 ugovora. Tužilaštvo kaže da istrage nema.",
        ),
        (
            "mk",
            "Реката што исчезна",
            "Мостот стои на суво. Истражувањето на нашата редакција покажува дека фирмата копала без дозвола.",
        ),
        ("sq", "Rruga e plumbit", "Fshati zgjohet herët. Një hetim i redaksisë sonë zbulon se firma digjte bateri."),
        (
            "en",
            "The forest that left at night",
            "Trucks come every evening. Documents obtained by our newsroom show who owns them.",
        ),
    ],
)
def test_a_reporters_own_story_is_a_revelation_though_it_tells_its_finding_late(region, language, title, text) -> None:
    assert first(region, language, title, text) == "revelation"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sr", "Racija na pijaci: oduzeto 4.000 patika", "Policija je izvela raciju. Oduzeto je 4.000 pari patika."),
        (
            "hr",
            "Ilegalna kladionica",
            "Policija je zatvorila ilegalnu kladionicu i oduzela automate. Dvije su osobe uhićene.",
        ),
        ("mk", "Запечатени коцкарници", "Инспектори упаднаа во три коцкарници и одзедоа 19 апарати."),
        ("sq", "Mbyllen tri lokale të bixhozit", "Policia mbylli tri lokale dhe sekuestroi 30 aparate."),
    ],
)
def test_whoever_closes_gambling_dens_raids_them(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "raid"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Odbegli vođa klana predat je juče srpskim policajcima na aerodromu. Uhapšen je pre godinu dana."),
        ("mk", "Бегалецот вчера беше предаден на македонската полиција на граничниот премин."),
        ("en", "The fugitive was handed over to Serbian police on Friday. He was arrested last year."),
    ],
)
def test_who_is_handed_over_is_extradited(region, language: str, text: str) -> None:
    assert first(region, language, "Iza", text) == "extradition"


def test_what_somebody_says_he_would_do_is_not_done(region) -> None:
    text = 'Autorët i shkruan: "nëse nuk paguan, kemi për të djegë kamionat dhe shtëpinë tënde". Polici nisi hetimin.'
    assert first(region, "sq", "Letër me fishekë te dera e biznesmenit", text) == "threat"


def test_two_terms_that_share_a_word_count_once(region) -> None:
    alone = read(region, Report("one", "sr", "Uhapšen je carinik iz Niša."))[0]
    assert alone.score == read(region, Report("two", "en", "A customs officer was arrested in Nis."))[0].score


def test_freight_that_is_unloaded_is_no_dismissal(region) -> None:
    text = "Në portin e Vlorës u gjet naftë. Karburanti do të shkarkohej natën në breg."
    assert "resignation" not in [cue.type for cue in read(region, Report("freight", "sq", text))]
