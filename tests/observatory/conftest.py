"""People and organisations for the tests of the observatory, and an observatory of its own in another process."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.utils import translation

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.accounts.services import membership_grant, organisation_create, user_create

PASSWORD = "korita-balone-dudiga"


@pytest.fixture(autouse=True)
def _quick_passwords(settings) -> None:
    """The real hash takes half a second on purpose, for every person of every test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A request leaves its language behind in the process; the next test must not inherit it."""
    with translation.override("en"):
        yield


@pytest.fixture
def organisation(db: None) -> Organisation:
    """An organisation in the test database."""
    return organisation_create(name="Lake Watch", country="MK")


@pytest.fixture
def make_member(organisation: Organisation) -> Callable[..., User]:
    """Makes a person with a role; in `organisation` unless another is given."""

    def make(role: Role = Role.ANALYST, *, name: str = "", where: Organisation | None = None) -> User:
        # Digits: with some letters the name is too like the password.
        user = user_create(username=name or f"{role}-{secrets.randbelow(10**6)}", password=PASSWORD)
        membership_grant(user=user, organisation=where or organisation, role=role)
        return user

    return make


class Elsewhere:
    """A whole observatory with a data folder and a database of its own, used through its command line."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, "KOMSHI_DATA": str(folder), "DATABASE_URL": database_url, "PYTHONWARNINGS": "default",
        }  # fmt: skip
        for name in ("KOMSHI_PARENT", "KOMSHI_ORIGIN", "KOMSHI_DEMO", "KOMSHI_HOST", "KOMSHI_PORT"):
            self.environment.pop(name, None)

    @property
    def database(self) -> str:
        """The name of its database on the server."""
        return urlsplit(self.environment["DATABASE_URL"]).path.lstrip("/")

    def komshi(self, *arguments: str | Path, code: int = 0, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Runs one command to its end and expects this exit code."""
        done = subprocess.run(
            self.command(*arguments), env=self.environment, input=stdin, capture_output=True, text=True, check=False,
            timeout=120,
        )  # fmt: skip
        assert done.returncode == code, f"{done.stdout}\n{done.stderr}"
        return done

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Starts a command in a process group of its own."""
        return subprocess.Popen(self.command(*arguments), env=self.environment, start_new_session=True)

    def command(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "komshi", *map(str, arguments)]

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        """Rows straight from its database, without the second that Django needs to start."""
        url = self.environment["DATABASE_URL"]
        if url:
            import psycopg

            with psycopg.connect(url) as connection:
                return connection.execute(statement).fetchall()
        with closing(sqlite3.connect(self.folder / "komshi.sqlite3", timeout=20)) as connection:
            return connection.execute(statement).fetchall()

    def python(self, code: str) -> str:
        """Runs Python in this observatory; returns what it printed."""
        source = f"from komshi.commands.django_setup import setup\nsetup(migrate=False)\n{code}"
        command = [sys.executable, "-c", source]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def make_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Elsewhere]]:
    """Makes observatories of their own: on SQLite in a temporary folder, or beside the test database on PostgreSQL.

    Their tables are copied from one that is made once, unless a test asks for a `bare` one.
    """
    server = os.environ.get("DATABASE_URL", "")
    server = server if server.startswith("postgres") else ""
    made: list[str] = []
    first: list[Elsewhere] = []

    def make(name: str, *, bare: bool = False) -> Elsewhere:
        if not bare and not first:
            first.append(make("pattern", bare=True))
            first[0].python("setup(migrate=True)")
        folder = tmp_path_factory.mktemp(name) / "data"
        if not server:
            if not bare:
                folder.mkdir(mode=0o700)
                shutil.copy(first[0].folder / "komshi.sqlite3", folder)
            return Elsewhere(folder, "")
        database = f"komshi_{name}_{secrets.token_hex(4)}"
        pattern = "" if bare else f' TEMPLATE "{first[0].database}"'
        _on_server(server, f'CREATE DATABASE "{database}"{pattern}')
        made.append(database)
        return Elsewhere(folder, urlunsplit(urlsplit(server)._replace(path=f"/{database}")))

    yield make
    for database in made:
        _on_server(server, f'DROP DATABASE "{database}" WITH (FORCE)')


@pytest.fixture
def elsewhere(make_elsewhere: Callable[..., Elsewhere]) -> Elsewhere:
    """One observatory of its own."""
    return make_elsewhere("elsewhere")


def _on_server(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(urlunsplit(urlsplit(url)._replace(path="/postgres")), autocommit=True) as connection:
        connection.execute(statement)
