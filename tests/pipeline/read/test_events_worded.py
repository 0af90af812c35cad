"""Events and stages as outlets really word them: by a scene, a byword or a passive."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.events import Events
from komshi.pipeline.read.status import Status
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, focus_of, prepare


def told(region: Region, language: str, title: str, text: str) -> str:
    return Events(region)(prepare(region, Report("news", language, text, title=title)))[0].type


def stage(region: Region, language: str, title: str, text: str) -> str | None:
    prepared = prepare(region, Report("stage", language, text, title=title))
    return Status(region)(prepared, focus_of(region, prepared))[0]


@pytest.mark.parametrize(
    ("language", "title", "text", "kind"),
    [
        ("sq", "Kapet me zarf në dorë", "Nga liria u privuan dy zyrtarë të komunës, të dyshuar për ryshfet.", "arrest"),
        ("sq", "Përfundon në qeli shitësi", "Policia e gjeti natën e djeshme me 12 doza kokainë në xhep.", "arrest"),
        ("mk", "Продавал дипломи", "Деканот беше затекнат на дело додека земал 700 евра од студент.", "arrest"),
        ("mk", "Однесени од смена", "Инспекторите однеле шестмина вработени, кои биле приведени утрово.", "arrest"),
        ("sq", "Ruletë pas perdes", "Policia dhe inspektorët ia behën mbrëmë një lokali në Klinë.", "raid"),
        ("mk", "Рулет во дневна соба", "Полицијата вчера упаднала во станот каде што се играло без лиценца.", "raid"),
        ("sq", "Mbetet pa jetë 30-vjeçari", "Të panjohur e qëlluan mbrëmë para banesës së tij në Lezhë.", "killing"),
        ("mk", "Куршуми пред кафуле", "Мажот го загуби животот откако на него пукале двајца на мотор.", "killing"),
        (
            "sq",
            "Të përjetshme për porositësin",
            "Gjykata e la dje në fuqi vendimin për vrasjen në Belsh.",
            "conviction",
        ),
        ("sq", "Ujdi me prokurorin", "Marrëveshja për pranimin e fajësisë u miratua, iu dhanë 14 muaj.", "conviction"),
        ("mk", "Се нагоди со обвинителството", "Инспекторот доби условна казна за поткуп.", "conviction"),
        ("mk", "Зад него остана дупка", "Државната ревизија утврди дека болницата плаќала двојно.", "revelation"),
        ("mk", "Сметките под катанец", "СПАК му ги замрзна вилите и сметките на бизнисменот од Валона.", "seizure"),
        ("sq", "Prokuroria s'gjen krim", "Prokuroria e hodhi poshtë kallëzimin penal ndaj drejtorit.", "other"),
        ("mk", "Мерката заменета", "Судот му го замени притворот на нотарот со куќен притвор.", "other"),
        ("mk", "Слета од Виена во лисици", "Бегалецот беше вратен на скопскиот аеродром.", "extradition"),
        ("sq", "PTHKO dorëzon akuzën", "Prokuroria e ka dorëzuar propozim-akuzën ndaj ish-drejtorit.", "indictment"),
    ],
)
def test_an_act_is_known_by_the_words_of_outlets(region, language: str, title: str, text: str, kind: str) -> None:
    assert told(region, language, title, text) == kind


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("mk", "Под седиште", "Полицијата го лиши од слобода В. К. (34), бидејќи се најдени 2 килограми марихуана."),
        ("sq", "Në çantë", "U arrestua mbrëmë një 30-vjeçar, pasi në çantën e tij u gjetën 2 kg kanabis."),
    ],
)
def test_an_arrest_told_before_the_find_is_the_news(region, language: str, title: str, text: str) -> None:
    assert told(region, language, title, text) == "arrest"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sq", "Nëntë vjet për shefin: kaq do prokuroria", "Prokurori i kërkoi gjykatës t'i shpallë fajtorë."),
        ("sq", "SPAK do 6 vjet për ish-drejtorin", "Për teknikun u kërkua pafajësi në fjalën përfundimtare."),
        ("sq", "Apeli nuk e ndryshon masën", "Apeli la në fuqi vendimin për paraburgimin e ish-drejtorit."),
        ("sq", "Gjashtë vjet punë në doganë", "E mori tenderin pesë vjet më parë, sot heton prokuroria."),
        ("mk", "Пресудата за плацовите падна", "Апелација ја урна пресудата и го врати предметот назад."),
        ("mk", "Останува во притвор", "Останува во сила одлуката за притвор на поранешниот шеф."),
        ("mk", "Пред судија", "Обвинетиот пред судот рече дека е невин, а расправата продолжува."),
    ],
)
def test_who_is_asked_for_held_or_tried_again_is_not_convicted(region, language: str, title: str, text: str) -> None:
    assert stage(region, language, title, text) not in {"first_instance", "final_conviction", "final_acquittal"}


@pytest.mark.parametrize(
    ("language", "title", "text", "status"),
    [
        (
            "mk",
            "Конечна е казната",
            "Апелацискиот суд во Штип ја одби жалбата, тој доби пет години.",
            "final_conviction",
        ),
        ("sq", "Apeli ia vërteton dënimin", "Gjykata e Apelit e la dje në fuqi dënimin me 5 vjet.", "final_conviction"),
        ("mk", "Нема дело", "Обвинителството ја отфрла кривичната пријава против градоначалникот.", "dismissed"),
        ("mk", "Разрешен по апсењето", "Советот го разреши директорот, кој е во притвор.", "under_investigation"),
        ("sq", "Kthehet në pikën zero", "Apeli e anuloi dënimin dhe urdhëroi rigjykim.", "on_trial"),
    ],
)
def test_the_stage_after_the_news_is_read(region, language: str, title: str, text: str, status: str) -> None:
    assert stage(region, language, title, text) == status


def test_warrants_that_are_executed_kill_nobody(region) -> None:
    text = "Nga nëntë masat e sigurisë u ekzekutuan pesë, ndërsa katër të tjerë janë në kërkim."
    assert "killing" not in [cue.type for cue in Events(region)(prepare(region, Report("warrants", "sq", text)))]


@pytest.mark.parametrize(
    ("language", "title", "text", "kind"),
    [
        ("sq", "Gjobë 20 mijë euro për gurthyesin", "Inspektorati e gjobiti firmën dhe ia hoqi lejen.", "sanction"),
        ("mk", "Клуб без дозвола", "Општината му ја одзеде дозволата на клубот и му изрече глоба.", "sanction"),
        ("sq", "Bosi ikën nga arresti", "I akuzuari u zhduk nga spitali dhe kërkohet.", "escape"),
        ("mk", "Го снема пред пресуда", "Обвинетиот исчезна од куќен притвор во Струга.", "escape"),
        ("sq", "Sillet nga Belgjika", "Dorëzimi i 40-vjeçarit nga Fieri u bë në kufi.", "extradition"),
        ("mk", "Испорачан во Скопје", "Осомничениот беше предаден од Чешка со лет вчера.", "extradition"),
        ("sq", "Ligji i ri për lojërat", "Kuvendi e miratoi projektligjin me 71 vota.", "policy"),
        ("mk", "Мораториум за песок", "Владата реши да ги запре концесиите.", "policy"),
        ("sq", "Kush e mori zhavorrin", "Kemi lexuar 40 kontrata, tha redaksia jonë.", "revelation"),
        ("mk", "Тутун без марка", "Нашата екипа со скриена камера купи десет пакувања.", "revelation"),
        ("sq", "Hakerat bllokojnë spitalin", "Një ransomware kyçi sistemin e klinikës.", "attack"),
        ("mk", "Истепан шумар", "Со лост го удирале двајца непознати кај Берово.", "attack"),
        ("mk", "Сопрен камион со цигари", "Камионот бил запрен вчера на патот кон Велес.", "interception"),
        ("sq", "Akuza rrëzohet", "Gjykata e liroi ish-drejtorin në mungesë provash.", "acquittal"),
    ],
)
def test_fines_flights_laws_and_own_findings_are_told_apart(
    region, language: str, title: str, text: str, kind: str
) -> None:
    assert told(region, language, title, text) == kind


def test_a_quashed_verdict_for_a_killing_tells_no_new_killing(region) -> None:
    text = "Gjykata e Lartë e prishi dënimin për vrasjen e tregtarit, i vrarë më 2016, dhe urdhëroi rigjykim."
    assert told(region, "sq", "Vrasja në Lezhë, rikthehet në rigjykim", text) == "other"


@pytest.mark.parametrize(
    ("language", "title", "text", "kind"),
    [
        (
            "sr",
            "Mlekara bez dozvole",
            "Inspekcija je pekari u Valjevu oduzela licencu zbog lažnih deklaracija.",
            "sanction",
        ),
        ("hr", "Lovcima zabranjen lov", "Prekršajni sud u Livnu izrekao je trojici zabranu lova.", "sanction"),
        ("en", "Quarry stripped of its permit", "The mining inspectorate fined the firm 9,000 euros.", "sanction"),
        ("bs", "Umakao policiji preko krova", "Vođa grupe umakao je specijalcima u Zenici.", "escape"),
        ("en", "Suspect skips the country", "A broker from Bar fled abroad before police came.", "escape"),
        ("sr", "„Znamo kojim putem ideš“", "Aktivistkinji iz Bora prete zbog snimaka seče.", "threat"),
        ("en", "Baker told 'pay or we burn you'", "A noose was nailed to the gate of the shop.", "threat"),
        ("hr", "Ravnatelj odstupio", "Ravnatelj bolnice stavio je mandat na raspolaganje.", "resignation"),
        ("en", "Customs head gives up post", "He put his post at the disposal of the cabinet.", "resignation"),
        ("sr", "Vlada uvodi registar oružja", "Odlukom vlade formira se nova jedinica za kontrolu.", "policy"),
        ("en", "Cabinet tightens rules for scrap", "A draft law obliges dealers to keep records.", "policy"),
        ("bs", "Kako nestaje šuma", "Skrivenom kamerom naša redakcija snimila je noćne kamione.", "revelation"),
        ("en", "The pills that travel by post", "Reporters followed a parcel from Doboj to Oslo.", "revelation"),
        ("hr", "Svi nevini", "Sudac ih je riješio krivnje zbog nedostatka dokaza.", "acquittal"),
        ("en", "Notary walks free", "The panel ruled innocent the notary from Peja.", "acquittal"),
        ("sr", "Na klupi petorica", "U nastavku procesa svedočio je pred sudom vlasnik pumpe.", "trial"),
        ("en", "Guards plead not guilty", "Two guards told the court on Monday that they saw nothing.", "trial"),
    ],
)
def test_the_rarer_kinds_of_news_are_known_by_their_words(
    region, language: str, title: str, text: str, kind: str
) -> None:
    assert told(region, language, title, text) == kind


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sr", "Zaplenjeno 20 kilograma heroina, jedan pobegao preko ograde", "Policija je našla drogu u kući u Boru."),
        ("en", "Police seize 20 kg of heroin, driver fled abroad", "The drug was found in a house in Bor."),
    ],
)
def test_who_gets_away_from_a_find_is_not_the_news(region, language: str, title: str, text: str) -> None:
    assert told(region, language, title, text) == "seizure"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Five arrested",
            (
                "Police arrested five people in Bar. They will be held for two days in Podgorica. "
                "Among them is a cook convicted of theft."
            ),
        ),
        (
            "sr",
            "Uhapšeno petoro",
            (
                "Policija je u Baru uhapsila petoro ljudi. Zadržani su do dva dana u Podgorici. "
                "Među njima je kuvar, osuđen na tri godine zatvora."
            ),
        ),
    ],
)
def test_the_sentence_of_one_man_further_down_is_not_the_news(region, language: str, title: str, text: str) -> None:
    assert told(region, language, title, text) == "arrest"
