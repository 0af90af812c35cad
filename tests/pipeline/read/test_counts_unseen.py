"""Counts: persons told in lists, by place, by ages in words, by what became of all of them; and who is not counted."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_counts import read


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("en", "Officers arrested a father and his two sons over cannabis.", 3),
        ("sr", "U pritvoru ostaju direktorka i njena dva zamenika.", 3),
        ("sq", "Gjykata la në burg kryebashkiakun dhe dy bashkëpunëtorët e tij.", 3),
        ("mk", "Во притвор остануваат директорката и нејзините двајца заменици.", 3),
        ("en", "The bribery raid ended with three inspectors and a notary in handcuffs.", 4),
        ("sr", "Lisice za tri inspektora i jednog beležnika u Nišu.", 4),
        ("mk", "Ставени се лисици на тројца инспектори и еден нотар.", 4),
        ("sq", "Janë vënë në pranga tre zyrtarë të Hipotekës dhe një noter.", 4),
        ("sq", "Arrestohet ish-drejtoresha e spitalit të Fierit dhe tre bashkëpunëtorë.", 4),
        ("cnr", "Lišili su slobode I. K. (33), M. V. (41) i njihovog pomagača.", 3),
        ("mk", "Лишени се од слобода двајца браќа, Д. С. (41) и Г. С. (36), и возачот Ж. П. (33).", 3),
        ("hr", "Uhićen je policajac Z. P., a uz njega i dvojica braće.", 3),
        ("sq", "Inspektorja u arrestua bashkë me kolegun e saj.", 2),
    ],
)
def test_those_who_are_listed_together_are_added_up(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text)["arrested"] == arrested


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("en", "Europol said 23 suspects were detained in Albania, nine in Italy and three in Belgium.", 35),
        ("sr", "Šest osoba uhapšeno u Srbiji, četiri u Crnoj Gori u akciji zbog droge.", 10),
        ("mk", "Шестмина уапсени во Македонија, четворица во Србија.", 10),
        ("sq", "Operacioni “Delta”: 14 të arrestuar në Shqipëri, 6 në Itali.", 20),
        ("en", "The action led to 17 arrests (11 in Serbia, 4 in Italy and 2 in France).", 17),
    ],
)
def test_the_arrested_of_several_places_are_added_up_once(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text)["arrested"] == arrested


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("sr", "Sa heroinom je uhvaćen trideset sedmogodišnjak iz Novog Pazara.", 1),
        ("hr", "Četrdesetogodišnjak je predan pritvorskom nadzorniku.", 1),
        ("mk", "Четириесетгодишникот е спроведен во затвор.", 1),
        ("en", "A collector, 61, is in custody.", 1),
        ("sq", "Shoferi, 33 vjeç, ndodhet në paraburgim.", 1),
        ("sq", "Kërkoi para për operacionin, në pranga kirurgu.", 1),
    ],
)
def test_one_who_is_told_by_age_or_trade_is_one(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text)["arrested"] == arrested


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("mk", "Кругот го движеле петмина, од кои четворица од вчера се зад решетки.", 4),
        ("sr", "Tri žene i muškarac osumnjičeni su za trgovinu ljudima, svi su uhapšeni.", 4),
        ("mk", "Три жени и еден маж се осомничени; сите се во притвор.", 4),
        ("bs", "Slobode je lišen samo E. B. (24); ostala dvojica su u Maleziji.", 1),
    ],
)
def test_a_part_or_all_of_them_is_what_the_verb_says(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text)["arrested"] == arrested


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Уапсени сè уште нема за нападот."),
        ("hr", "Za sada nema uhićenih."),
        ("sq", "Ai do të kalojë gjashtë vjet në burg."),
        ("cnr", "Vlasnik kafića pao je pogođen sa više hitaca."),
        ("en", "No arrests have been made."),
    ],
)
def test_nobody_is_counted_where_nobody_is_arrested(region, language: str, text: str) -> None:
    assert "arrested" not in read(region, language, text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "One person was killed and four were injured in the shooting.", {"killed": 1, "injured": 4}),
        ("cnr", "Ubijen muškarac na Cetinju, saputnik prevezen u bolnicu sa prostrelnim ranama.", {"injured": 1}),
        ("mk", "Погоди го во раката, мажот е надвор од животна опасност.", {"injured": 1}),
        ("sq", "Qëllohet me armë 38-vjeçari, ndërron jetë në spital.", {"killed": 1}),
        ("sr", "Slomljena tri rebra čuvaru šuma posle napada.", {"injured": None}),
    ],
)
def test_the_hurt_are_counted_by_what_befell_them(region, language: str, text: str, expected: dict) -> None:
    found = read(region, language, text)
    assert {kind: found.get(kind) for kind in expected} == expected
