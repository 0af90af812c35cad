"""`-o`: where results go."""

from __future__ import annotations

from pathlib import Path

import pytest

from komshi.commands.output import open_output
from komshi.errors import KomshiError


def test_a_whole_file_is_not_there_when_the_work_breaks_off(tmp_path: Path) -> None:
    place = tmp_path / "incidents.csv"
    place.write_text("what was there before")
    with pytest.raises(RuntimeError), open_output(str(place), whole=True) as out:  # noqa: PT012 - the work is the body
        out.write("half")
        raise RuntimeError
    assert place.read_text() == "what was there before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_whole_file_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    place = tmp_path / "incidents.csv"
    place.write_text("older")
    with open_output(str(place), whole=True) as out:
        out.write("é\r\n")
    assert place.read_bytes() == "é\r\n".encode()
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("whole", [False, True])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, *, whole: bool) -> None:
    with pytest.raises(KomshiError, match="choose another place"), open_output(str(tmp_path / "no" / "x"), whole=whole):
        pass
    with (
        pytest.raises(KomshiError, match=r"No space left.*choose another place"),
        open_output("/dev/full") as out,
    ):
        out.write("x" * 100_000)
