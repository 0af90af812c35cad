"""The tests bring a PostgreSQL server of their own, and take it away again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from launcher import postgres, suite
from launcher.errors import LaunchError


@pytest.fixture
def folder() -> Path:
    found = postgres.programs()
    if found is None:
        pytest.skip("PostgreSQL is not on this machine")
    return found


def test_a_server_answers_on_its_socket_and_leaves_nothing_behind(folder: Path) -> None:
    with postgres.server(folder) as url:
        home = Path(unquote(urlsplit(url).netloc.split("@")[1]))
        with psycopg.connect(f"host={home} user=komshi dbname=postgres") as connection:
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
            assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
    assert not home.exists()


def test_a_server_that_cannot_start_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "FAST", ("no_such_setting=1",))
    with pytest.raises(LaunchError, match=r"PostgreSQL did not start \(.*no_such_setting.*\)"), postgres.server(folder):
        pytest.fail("it started")


def test_ci_refuses_to_leave_tests_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LaunchError, match=r"lacks PostgreSQL .* and Chromium"):
        suite._tools(is_ci=True)


def test_a_user_without_postgresql_is_told_what_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    assert suite._tools(is_ci=False) is None
    assert "Skipped here: the tests that need PostgreSQL (`apt install postgresql`)." in capsys.readouterr().out
