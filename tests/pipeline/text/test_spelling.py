from __future__ import annotations

import pytest

from komshi.pipeline.text.spelling import common_start, name_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Hashim", "Hašim", "Хашим"),
        ("Gjorgji", "Đorđi", "Ѓорѓи"),
        ("Vukaniq", "Vukanić", "Вуканић"),
        ("Dhimitri", "Dimitri", "Димитри"),
        ("Anna", "Ana", "Ана"),
    ],
)
def test_one_name_has_one_key_in_all_alphabets(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


def test_two_names_keep_two_keys() -> None:
    assert name_key("Marko") != name_key("Mirko")


def test_a_common_start_ends_where_the_words_part_or_one_of_them_ends() -> None:
    assert [common_start("marka", other) for other in ("marko", "mar", "petar", "")] == [4, 3, 0, 0]
