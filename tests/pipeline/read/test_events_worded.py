"""Events and stages as Albanian and Macedonian outlets really word them: by a scene, a byword or a passive."""

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
