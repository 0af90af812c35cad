"""Folders that cannot be written and disks that are full are noticed before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from launcher.errors import LaunchError
from launcher.places import Checkout, check_checkout, check_space, fingerprint, is_writable


def test_a_folder_that_does_not_exist_yet_is_judged_by_its_parent(tmp_path: Path) -> None:
    assert is_writable(tmp_path / "not/yet/there")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write")
def test_a_folder_that_nobody_can_write_is_noticed() -> None:
    assert not is_writable(Path("/proc/komshi"))
    with pytest.raises(LaunchError, match="cannot be written: copy Komshi to a folder of yours"):
        check_checkout(Checkout(Path("/proc/komshi")))


def test_a_disk_without_room_is_noticed_before_it_is_filled(tmp_path: Path) -> None:
    check_space(tmp_path, need=0)
    with pytest.raises(LaunchError, match="The disk is full: free about 1000000000 MB"):
        check_space(tmp_path, need=1_000_000_000)


def test_a_fingerprint_sees_a_change_a_new_file_and_a_missing_one(tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    missing = fingerprint([file])
    file.write_text("red")
    red = fingerprint([file])
    file.write_text("blue")
    seen = {missing, red, fingerprint([file]), fingerprint([file, tmp_path / "b.css"]), fingerprint([])}
    assert len(seen) == 5
