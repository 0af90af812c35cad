"""A list of organisations comes in: good rows go in, bad ones are named, and a repeated list changes nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from komshi.commands import import_
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.models import Event
from komshi.observatory.network.importing import Counts, organisations_import
from komshi.observatory.network.models import Consent, Profile
from komshi.observatory.network.services import consent_record, profile_change
from komshi.observatory.publishing.models import PublicHelper
from tests.observatory.told import flow

pytestmark = pytest.mark.django_db

HEAD = (
    "name,country,town,focus,engagement,entry_points,activities,languages,website,email,phone,about,about_language,"
    "own_id,shoe_size"
)
HXL = "#org+name,#country,#adm2,#sector,,,,,,,,,,,"
RIVER = (
    'Чиста река,RS,Врање;Bujanoc,Environment,indirect,Youth organisation,act_workshop,"sr, shqip",'
    "reka.example,pisite@reka.example,+381 17 555 0101,Merimo vodu.,Serbian,17,42"
)
LAKE = "Lake People,North Macedonia,mk-kumanovo,environment|gender,,,,mk,,,,,,18,"


@pytest.fixture
def bring(tmp_path: Path):
    """Imports rows below the usual head; returns the counts and what was complained about."""

    def run(*rows: str, head: str = HEAD, name: str = "list.csv") -> tuple[Counts, list[tuple[int, str]]]:
        path, said = tmp_path / name, []
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8-sig")
        return organisations_import(path, on_error=lambda line, words: said.append((line, words))), said

    return run


def test_ids_and_labels_of_any_language_are_understood(bring) -> None:
    counts, said = bring(HXL, RIVER, LAKE)
    assert (counts, said) == (Counts(accepted=2), [])
    river = Profile.objects.get(own_id="17")
    assert (river.name, river.country, river.towns) == ("Чиста река", "RS", ["rs-vranje", "rs-bujanovac"])
    assert (river.focus, river.engagement, river.entry_points) == (["environment"], "indirect", ["youth"])
    assert (river.languages, river.about_language) == (["sr", "sq"], "sr")
    assert (river.website, river.source) == ("https://reka.example", "list.csv")
    lake = Profile.objects.get(name="Lake People")
    assert (lake.country, lake.towns, lake.focus) == ("MK", ["mk-kumanovo"], ["environment", "gender"])


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",RS,,,,,,,,,,,,,", "no name"),
        ("A,,,,,,,,,,,,,,", "no country"),
        ("A,Atlantis,,,,,,,,,,,,,", "no country of this observatory"),
        ("A,RS,Nowhere,,,,,,,,,,,,", "no town that is known here"),
        ("A,RS,,knitting,,,,,,,,,,,", "“knitting” is not known here. Known are: drug_use"),
        ("A,RS,,,direct;indirect,,,,,,,,,,", "Only one can be true"),
        ("A,RS,,,,,,Elvish,,,,,,,", "no language that is known here"),
        ("A,RS,,,,,,,javascript:x,,,,,,", "no address of a website"),
        ("A,RS,,,,,,,,nobody,,,,,", "no e-mail address"),
        ("A,RS,,,,,,,,,call us,,,,", "no telephone number"),
        (f"A,RS,,,,,,,,,,{'a' * 1001},,,", "too long"),
        (LAKE, "line 2 again"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_the_good_ones_go_in(bring, row: str, words: str) -> None:
    counts, said = bring(LAKE, row, RIVER)
    assert (counts.accepted, counts.refused) == (2, 1)
    ((line, sentence),) = said
    assert line == 3
    assert words in sentence


def test_the_same_list_again_changes_nothing(bring) -> None:
    bring(RIVER, LAKE)
    events = Event.objects.count()
    assert bring(RIVER, LAKE) == (Counts(unchanged=2), [])
    assert bring(RIVER, LAKE, name="renamed.csv") == (Counts(unchanged=2), [])
    assert (Event.objects.count(), Profile.objects.count()) == (events, 2)


def test_a_changed_row_updates_and_a_new_name_is_found_by_its_number(bring) -> None:
    bring(RIVER, LAKE)
    counts, _said = bring(RIVER.replace("Чиста река", "Чиста вода"), LAKE.replace("gender", "migration"))
    assert counts == Counts(changed=2)
    assert Profile.objects.get(own_id="17").name_key == "cista voda"
    assert Profile.objects.get(own_id="18").focus_index == "|environment|migration|"


def test_what_a_person_changed_stays_whatever_the_list_says(bring) -> None:
    bring(RIVER)
    profile_change(profile=Profile.objects.get(), by=None, phone="+381 17 555 0199")
    assert bring(RIVER)[0] == Counts(unchanged=1)
    counts, _said = bring(RIVER.replace("0101", "0102").replace("Merimo vodu", "Merimo vazduh"))
    assert counts == Counts(changed=1, kept=1)
    profile = Profile.objects.get()
    assert (profile.phone, profile.about) == ("+381 17 555 0199", "Merimo vazduh.")


def test_an_import_grants_no_consent_and_changes_nothing_that_was_agreed_to(bring, make_member) -> None:
    bring(RIVER)
    flow()
    assert not Consent.objects.exists()
    assert not PublicHelper.objects.exists()
    consent_record(
        profile=Profile.objects.get(), shows=["name", "about"], by=make_member("editor"), given_by="coordinator"
    )
    counts, _said = bring(RIVER.replace("Merimo vodu", "Privatno").replace("0101", "0102"))
    flow()
    assert counts == Counts(changed=1, kept=1)
    assert PublicHelper.objects.get().about == "Merimo vodu."
    assert Profile.objects.get().phone.endswith("0102")


def test_two_of_one_name_are_told_apart_by_number_and_town_or_stay_out(bring) -> None:
    two = ["Red Tent,RS,Vranje,,,,,,,,,,,1,", "Red Tent,RS,Subotica,,,,,,,,,,,2,"]
    assert bring(*two)[0] == Counts(accepted=2)
    assert bring(*two)[0] == Counts(unchanged=2)
    counts, _said = bring("Red Tent,RS,Subotica,gender,,,,,,,,,,,", name="other.csv")
    assert counts == Counts(changed=1)
    counts, said = bring("Red Tent,RS,,gender,,,,,,,,,,,", name="other.csv")
    assert counts == Counts(refused=1)
    assert "give the row its town or its number" in said[0][1]


@pytest.mark.parametrize("between", [";", "\t"])
def test_tables_of_office_programs_are_read(bring, between: str) -> None:
    counts, _said = bring(between.join(["Lake People", "MK", "18"]), head=between.join(["Name", "COUNTRY", "own_id"]))
    assert counts == Counts(accepted=1)


def test_a_file_that_is_no_such_list_is_refused_in_a_sentence(bring, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no column “country”"):
        bring("A", head="name")
    (tmp_path / "old.csv").write_bytes("name,country\nŠuma,RS\n".encode("cp1250"))
    with pytest.raises(Refused, match="save it as UTF-8"):
        organisations_import(tmp_path / "old.csv", on_error=print)
    with pytest.raises(Refused, match="cannot be opened"):
        organisations_import(tmp_path / "none.csv", on_error=print)


def test_the_command_says_what_came_in_and_names_each_bad_row(tmp_path: Path, capsys) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{HEAD}\n{RIVER}\nNobody,Atlantis,,,,,,,,,,,,,\n", encoding="utf-8")
    asked = argparse.Namespace(kind="organisations", file=path, source="", country="")
    assert import_.run(asked) == 1
    said = capsys.readouterr()
    assert said.out == "organisations: 1 new, 0 changed, 0 unchanged, 1 refused.\n"
    assert "list.csv, line 3: “Atlantis” is no country of this observatory." in said.err
    assert import_.run(asked) == 1
    assert "0 new, 0 changed, 1 unchanged, 1 refused" in capsys.readouterr().out


def test_the_example_of_the_documentation_comes_in(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs/how-to/organisations.md").read_text(encoding="utf-8")
    path, said = tmp_path / "list.csv", []
    path.write_text(page.partition("```csv\n")[2].partition("```")[0], encoding="utf-8")
    counts = organisations_import(path, on_error=lambda line, words: said.append((line, words)))
    assert (counts, said) == (Counts(accepted=1), [])
    assert Profile.objects.get().towns == ["mk-kumanovo", "mk-lipkovo"]
