from __future__ import annotations

import pytest

from komshi.pipeline.match.names import agreement, name_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kiro Angjushevski", "Киро Анѓушевски"),
        ("Jovica Trelinović", "Jovica Trelinoviç"),
        ("Hašim Tačković", "Hashim Taçkoviq"),
        ("Sokol Dervishaj", "Sokol Dervishi"),
        ("Ferid Sokolak", "Ferida Sokolaka"),
        ("Zoran „Žuti“ Đurevac", "Zorana Đurevca"),
        ("Trelinović Vuk", "Vuk Trelinović"),
    ],
)
def test_spellings_and_case_endings_of_one_name_agree(left, right):
    assert agreement(name_of(left), name_of(right)) >= 0.7


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vuk Trelinović", "Marko Trelinović"),
        ("Vuk Trelinović", "Vuk Brasterović"),
        ("A. K.", "B. K."),
        ("A. K.", "Vuk Trelinović"),
        ("K.", "A. K."),
    ],
)
def test_different_names_do_not_agree(left, right):
    assert agreement(name_of(left), name_of(right)) == 0


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("A. K.", "А. К.", 0.5, 0.5),
        ("A.K.", "A. K.", 0.5, 0.5),
        ("V. T.", "Vuk Trelinović", 0.2, 0.4),
        ("Emin G.", "Emin Gradovac", 0.7, 0.9),
        ("Trelinović", "Vuk Trelinović", 0.7, 0.9),
    ],
)
def test_initials_and_halves_of_names_agree_in_part(left, right, least, most):
    assert least <= agreement(name_of(left), name_of(right)) <= most


def test_names_that_agree_share_a_key_so_that_they_meet():
    for left, right in [
        ("V. T.", "Vuk Trelinović"),
        ("Emin G.", "Emin Gradovac"),
        ("Kiro Angjushevski", "Киро Анѓушевски"),
    ]:
        assert name_of(left).keys & name_of(right).keys


@pytest.mark.parametrize("written", ["", "  ", "12", "-", "„“"])
def test_what_holds_no_letter_is_no_name(written):
    assert name_of(written) is None
