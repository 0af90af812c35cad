"""Counts of the arrested where neighbouring sentences, a verb in the plural or the roles of the named tell how many."""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.counts import Counts
from komshi.pipeline.read.who import Who
from tests.pipeline.read.reports import Report, focus_of, prepare

REGION = regions.load()
COUNTS, WHO = Counts(REGION), Who(REGION)


def arrested(region, language: str, text: str) -> int | None:
    prepared = prepare(region, Report("together", language, text, None, published="2024-03-15"))
    focus = focus_of(region, prepared)
    counts, _ = COUNTS(prepared, focus, WHO(prepared, focus))
    return counts["arrested"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "U Nišu je zbog kokaina uhapšen Marko Petrović. U Kragujevcu je priveden Jovan Nikolić."),
        ("mk", "Уапсен е Марко Петровски за дрога. Вчера е приведен и Јован Николов."),
        ("sq", "Policia arrestoi Arben Hoxhën për kokainë. Më vonë u arrestua Ilir Gashi."),
        ("en", "Police arrested Marko Petrović over cocaine. Jovan Nikolić was detained a day later."),
    ],
)
def test_persons_whom_two_sentences_arrest_are_counted_together(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšeni su Jovan Nikolić i haker poznat kao „Sova“."),
        ("mk", "Приведени се Јован Николов и возачот на комбето."),
        ("sq", "U arrestuan Ilir Gashi dhe shoferi i furgonit."),
        ("en", "Jovan Nikolić and a lorry driver were detained over cigarettes."),
    ],
)
def test_a_verb_in_the_plural_speaks_of_two_at_least(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "U Nišu je priveden Marko Petrović zbog droge. Priveden je i Jovan Nikolić, ali je pušten."),
        ("sq", "U kap Ilir Gashi me drogë, pas 20 minutash ndjekje."),
        ("en", "Marko Petrović was caught with heroin 200 metres further on."),
    ],
)
def test_who_is_let_go_and_what_is_no_person_is_not_counted_beside_one(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Kombi sa 23 migranta, dvojica uhapšena kod Subotice."),
        ("bs", "Dva kombija, 21 migrant: uhapšeni vozač i njegov suvozač."),
        ("mk", "Комбе со 23 мигранти, двајца уапсени кај Гевгелија."),
        ("sq", "Furgon me 23 emigrantë, dy të arrestuar në Korçë."),
        ("en", "Van with 23 migrants, two arrested near Bitola."),
    ],
)
def test_migrants_and_those_who_carry_them_are_no_one_number(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sr",
            "Policija je uhapsila Milenka Perića, vlasnika pogrebnog preduzeća, i još dvojicu muškaraca zbog oružja.",
        ),
        ("mk", "Полицијата го уапси Милан Перов, сопственик на погребално претпријатие, и уште двајца мажи за оружје."),
        ("sq", "Policia arrestoi Milan Hoxhën, pronar i një firme varrimi, dhe dy burra të tjerë për armë."),
        ("en", "Police arrested Milan Perić, owner of a funeral company, and two other men over arms."),
    ],
)
def test_others_come_on_top_behind_what_is_said_of_the_one_who_is_named(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 3


def test_the_age_of_one_person_is_no_number_of_persons(region) -> None:
    assert arrested(region, "en", "Police arrested a man of 42 over heroin in Fier.") == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Vođa grupe A. K. ubijen je sinoć u Beogradu. Ranjen je i njegov prijatelj."),
        ("mk", "Водачот на групата А. К. е убиен во Скопје. Ранет е и неговиот пријател."),
        ("sq", "Arben K. u vra mbrëmë në Durrës. U plagos edhe shoku i tij."),
        ("en", "Gang leader A. K. was shot dead in Durrës. His friend was also wounded."),
    ],
)
def test_who_is_hurt_beside_one_who_dies_is_one(region, language: str, text: str) -> None:
    prepared = prepare(region, Report("hurt", language, text, None, published="2024-03-15"))
    focus = focus_of(region, prepared)
    counts, _ = COUNTS(prepared, focus, WHO(prepared, focus))
    assert (counts["killed"], counts["injured"]) == (1, 1)


@pytest.mark.parametrize(
    ("language", "text", "killed", "injured"),
    [
        ("mk", "Во паркот е пронајден убиен рис. Пријавени се двајца ловокрадци.", None, None),
        ("mk", "Убиен е ловочуварот Марко П. кај Маврово.", 1, None),
        ("sr", "Novinar Emin R. pretučen je od strane trojice maskiranih muškaraca.", None, 1),
        ("mk", "Новинарот Емин Р. вчера беше претепан од тројца маскирани лица.", None, 1),
        ("sq", "Gazetari Emin R. u rrah dje nga tre persona të maskuar.", None, 1),
    ],
)
def test_neither_animals_nor_those_who_hurt_are_counted(region, language, text, killed, injured) -> None:
    prepared = prepare(region, Report("hurt", language, text, None, published="2024-03-15"))
    focus = focus_of(region, prepared)
    counts, _ = COUNTS(prepared, focus, WHO(prepared, focus))
    assert (counts["killed"], counts["injured"]) == (killed, injured)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšen je Marko Petrović iz Niša, vlasnik kafića, a za još dvojicom se traga zbog heroina."),
        ("sr", "Policija je uhapsila Marka Petrovića zbog heroina, dok se još dvojica nalaze u bekstvu."),
        ("mk", "Уапсен е Марко Петров, сопственик на кафуле, а уште двајца се бараат за хероин."),
        ("mk", "Лишен од слобода е Марко Петров, а против уште тројца е поднесена пријава за хероин."),
        ("sq", "U arrestua Marko Hoxha nga Fieri, ndërsa dy të tjerë janë në kërkim për heroinë."),
        ("en", "Police arrested Marko Petrović, owner of a cafe, while two others are at large over heroin."),
    ],
)
def test_others_who_are_sought_do_not_come_on_top(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšeni su M. S. i R. D. zbog sumnje da su planirali ubistvo vođe suparničkog klana u Beogradu."),
        ("cnr", "Policija je osujetila likvidaciju Budvanina. Uhapšene su dvije osobe."),
        ("mk", "Полицијата уапси двајца кои планирале убиство на деловен човек."),
        ("en", "Police arrested two men who plotted to kill a prosecutor."),
    ],
)
def test_a_killing_that_was_only_planned_killed_nobody(region, language: str, text: str) -> None:
    prepared = prepare(region, Report("plan", language, text, None, published="2024-03-15"))
    focus = focus_of(region, prepared)
    counts, _ = COUNTS(prepared, focus, WHO(prepared, focus))
    assert (counts["arrested"], counts["killed"]) == (2, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Полицијата изврши претреси на четири локации. Најдени се 36 грама кокаин. Лица не се приведени."),
        ("bs", "Načelnik općine demantovao je pisanje portala da je uhapšen zbog mita."),
        ("sq", "Policia mohoi lajmin se është arrestuar një biznesmen për trafik droge."),
    ],
)
def test_an_arrest_that_is_denied_arrests_nobody(region, language: str, text: str) -> None:
    assert arrested(region, language, text) is None


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("sr", "Sedam lica, među njima i jedan policijski službenik, uhapšeno je u Nišu zbog kokaina.", 7),
        ("sr", "U Nišu su zbog kokaina lišena slobode trojica meštana sela Mramor i šumar tamošnjeg gazdinstva.", 4),
        ("bs", "Direktor jedne privatne fabrike iz Zenice i dva montera uhapšeni su zbog kokaina.", 3),
        ("bs", "U Zenici su zbog kokaina uhapšeni otac M. V. (54), majka D. V. (50) i 27-godišnja kćerka.", 3),
        ("mk", "Во Штип се фатени мажот, неговата сопруга и нивниот син. Сите се лишени од слобода за кокаин.", 3),
        ("sq", "Në Gjakovë u ndaluan pronari i punishtes, mekaniku dhe një doganier për kokainë.", 3),
        ("en", "Greek police arrested five people, four Albanian nationals and one Greek, over cannabis.", 5),
        ("en", "All members of the group, D.R., Z.B. and O.K., have been deprived of liberty in Bar over cocaine.", 3),
    ],
)
def test_the_parts_of_a_number_are_no_more_and_a_list_of_persons_is_whole(region, language, text, count) -> None:
    assert arrested(region, language, text) == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Во Гостивар пет девојки ослободени, газдата и келнерот во притвор за трговија со луѓе."),
        ("en", "Four women freed from a club in Prizren, owner B. S. and waitress V. T. detained for trafficking."),
    ],
)
def test_those_who_are_freed_are_not_the_ones_arrested(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 2
