"""What the surroundings decide."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from komshi.errors import KomshiError
from komshi.observatory.config.environment import data_folder, read_environment, secret_key


def test_nothing_set_means_sqlite_in_the_platforms_folder_on_the_loopback() -> None:
    found = read_environment({})
    assert found.data.is_absolute()
    assert found.database_url == f"sqlite:///{found.data}/komshi.sqlite3"
    assert (found.host, found.port, found.demo, found.https) == ("127.0.0.1", 8000, False, False)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "80 80", "٨٠"])
def test_a_port_that_is_none_is_refused_by_name(port: str) -> None:
    with pytest.raises(KomshiError, match="KOMSHI_PORT"):
        read_environment({"KOMSHI_PORT": port})


@pytest.mark.parametrize("origin", ["komshi.example.org", "ftp://x", "https://"])
def test_an_origin_that_is_none_is_refused_by_name(origin: str) -> None:
    with pytest.raises(KomshiError, match="KOMSHI_ORIGIN"):
        read_environment({"KOMSHI_ORIGIN": origin})


def test_a_public_origin_is_a_host_that_may_be_asked_for() -> None:
    found = read_environment({"KOMSHI_ORIGIN": "https://komshi.example.org/", "KOMSHI_HOST": "0.0.0.0"})
    assert found.https
    assert found.allowed_hosts == ["127.0.0.1", "localhost", "[::1]", "komshi.example.org"]


def test_a_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    made = data_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_data_folder_that_cannot_be_made_names_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KomshiError, match="set KOMSHI_DATA"):
        data_folder(tmp_path / "file" / "data")


def test_the_secret_key_is_made_once_whoever_asks_first(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key(tmp_path), range(16)))
    assert len(keys) == 1
    assert len(keys.pop()) > 40
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_an_empty_secret_key_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    assert secret_key(tmp_path)
    assert secret_key(tmp_path) == secret_key(tmp_path)


def test_a_model_on_another_machine_is_refused_and_none_is_the_default() -> None:
    assert read_environment({}).model == ""
    assert read_environment({"KOMSHI_MODEL": "http://127.0.0.1:8080/v1"}).model == "http://127.0.0.1:8080/v1"
    with pytest.raises(KomshiError, match="another machine"):
        read_environment({"KOMSHI_MODEL": "https://models.example.org/v1"})
