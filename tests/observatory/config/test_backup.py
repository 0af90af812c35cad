"""A backup brings everything back, row by row, and is never half of anything."""

from __future__ import annotations

import gzip
import io
import json
import stat
import tarfile
import threading
from pathlib import Path

import pytest

from komshi.errors import KomshiError
from komshi.observatory.config.backup import backup_write
from tests.observatory.conftest import Elsewhere

FILL = """
import datetime, io
setup(migrate=True)
from django.conf import settings
from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import *
from komshi.observatory.sources import imports, services
from komshi.observatory.sources.choices import *
from komshi.observatory.sources.models import *
from komshi.observatory.base.events import pull
user = user_create(username="ana", password="korita-balone-dudiga")
lake = organisation_create(name="Еко Езеро", country="MK")
membership_grant(user=user, organisation=lake, role=Role.OPERATOR)
services.paste_add(by=user, text="Zaplijenjeno je 3 kg kokaina u Žabljaku.", sensitivity=Sensitivity.RESTRICTED)
services.observation_add(by=user, what="Lorries.", where="Bar", when=datetime.date(2024, 3, 1),
                         certainty=Certainty.SEEN, sensitivity=Sensitivity.MEMBERS)
lines = b"".join(b'{"id": "n%d", "text": "Report %d", "published": "2024-03-15"}\\n' % (n, n) for n in range(500))
job = imports.job_from_upload(io.BytesIO(lines), name="a.jsonl", by=user,
                              source=imports.import_source("import"), sensitivity=Sensitivity.OPEN)
imports.articles_import(job, batches=1)
with pull("reading", ["sources:article:"], limit=7):
    pass
Boundary.objects.create(dataset="d", external_id="1", country="MK", name="Струга", latitude=41.1, longitude=20.7,
                        south=41, west=20, north=42, east=21.00000000000001,
                        rings=[[[[20, 41], [21.5, 41], [21, 42], [20, 41]]]])
"""
ROWS = """
import hashlib, json
from django.apps import apps
out = {}
for model in apps.get_models(include_auto_created=True):
    names = [field.attname for field in model._meta.concrete_fields]
    rows = [[bytes(v) if isinstance(v, (bytes, memoryview)) else v for v in row]
            for row in model._base_manager.order_by("pk").values_list(*names)]
    out[model._meta.label_lower] = [len(rows), hashlib.sha256(repr(rows).encode()).hexdigest()]
print(json.dumps(out))
"""
RESTORE_ALL = """
from pathlib import Path
from komshi.errors import KomshiError
from komshi.observatory.config.restore import restore
for path in %r:
    try:
        restore(Path(path), force=True)
    except KomshiError as error:
        print(error)
"""
FINISH = """
from komshi.observatory.sources import imports
from komshi.observatory.sources.models import Article, Document
for job in imports.jobs_unfinished():
    imports.articles_import(job)
print(Article.objects.filter(key__startswith="import:").count(), Document.objects.filter(kind="file").count())
"""


@pytest.fixture(scope="module")
def filled(make_elsewhere) -> Elsewhere:
    observatory = make_elsewhere("filled")
    observatory.python(FILL)
    return observatory


def rows(observatory: Elsewhere) -> dict[str, list[object]]:
    found = json.loads(observatory.python(ROWS))
    found.pop("sessions.session")
    return found


def test_everything_is_back_row_by_row_and_an_unfinished_import_goes_on(filled, make_elsewhere, tmp_path: Path) -> None:
    archive = tmp_path / "a.tar.gz"
    assert "rows of" in filled.komshi("backup", archive).stdout
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    other = make_elsewhere("other")
    other.komshi("manage", "createmember", "boro", "--organisation", "River Desk")
    before = rows(other)
    # What is here already is thrown away only when that is said.
    assert "--force" in other.komshi("restore", archive, code=2).stderr
    assert rows(other) == before
    other.komshi("restore", archive, "--force")
    assert rows(other) == rows(filled)
    assert other.python(FINISH).split() == ["500", "500"]
    other.komshi("check")
    assert "boro" in other.komshi("manage", "createmember", "boro", "--organisation", "River Desk").stdout


def test_neither_the_key_nor_a_session_is_in_a_backup(filled, tmp_path: Path) -> None:
    key = (filled.folder / "secret_key").read_text()
    filled.python(
        "from django.contrib.sessions.backends.db import SessionStore; s = SessionStore(); s['x'] = 1; s.create(); "
        "open(r'%s', 'w').write(s.session_key)" % (tmp_path / "session")
    )
    filled.komshi("backup", tmp_path / "a.tar.gz")
    content = gzip.decompress((tmp_path / "a.tar.gz").read_bytes())
    assert key.encode() not in content
    assert (tmp_path / "session").read_bytes() not in content
    assert b"import:n1" in content


def test_a_backup_is_of_one_moment_while_others_write(filled, tmp_path: Path) -> None:
    """Every article of the archive has its document and its event, although an import runs all the while."""
    stop = threading.Event()
    failures: list[AssertionError] = []

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            lines = "".join(f'{{"id": "w{number}-{n}", "text": "Words {n}"}}\\n' for n in range(200))
            code = (
                f"import io; from komshi.observatory.sources.imports import *\n"
                f"from komshi.observatory.accounts.models import User\n"
                f"job = job_from_upload(io.BytesIO(b'''{lines}'''), name='w', by=User.objects.get(), "
                f"source=import_source('import'), sensitivity=Sensitivity.OPEN)\narticles_import(job)"
            )
            try:
                filled.python(code)
            except AssertionError as error:
                failures.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(2):
            filled.komshi("backup", tmp_path / f"{number}.tar.gz")
    finally:
        stop.set()
        thread.join()
    assert failures == []
    for number in range(2):
        with tarfile.open(tmp_path / f"{number}.tar.gz") as archive:
            tables = {
                name: [
                    json.loads(line) for line in io.TextIOWrapper(archive.extractfile(f"tables/{name}.jsonl"), "utf-8")
                ]
                for name in ("sources.article", "sources.document", "base.event")
            }
        column = {name: {key: place for place, key in enumerate(table[0])} for name, table in tables.items()}
        articles = tables["sources.article"][1:]
        documents = {row[column["sources.document"]["id"]] for row in tables["sources.document"][1:]}
        told = {
            row[column["base.event"]["subject_id"]]
            for row in tables["base.event"][1:]
            if row[column["base.event"]["action"]] == "sources:article:add"
        }
        assert {row[column["sources.article"]["document_id"]] for row in articles} <= documents
        assert {str(row[column["sources.article"]["id"]]) for row in articles} == told


def test_a_backup_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_text("mine")
    with pytest.raises(KomshiError, match="is there already"):
        backup_write(tmp_path / "a.tar.gz")
    assert (tmp_path / "a.tar.gz").read_text() == "mine"


def test_a_backup_into_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(KomshiError, match="cannot be written"):
        backup_write(tmp_path / "no" / "a.tar.gz")


def damaged(archive: Path, target: Path, name: str, change) -> Path:
    with tarfile.open(archive) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            content = old.extractfile(member).read()
            if member.name == name:
                content = change(content)
                member.size = len(content)
            new.addfile(member, io.BytesIO(content))
    return target


def test_a_damaged_backup_is_refused_before_anything_is_touched(filled, make_elsewhere, tmp_path: Path) -> None:
    archive = tmp_path / "a.tar.gz"
    filled.komshi("backup", archive)
    other = make_elsewhere("other")
    other.komshi("manage", "createmember", "boro", "--organisation", "River Desk")
    before = rows(other)
    (tmp_path / "half.tar.gz").write_bytes(archive.read_bytes()[:-2000])
    (tmp_path / "text.tar.gz").write_text("no archive")
    changed = damaged(
        archive, tmp_path / "changed.tar.gz", "tables/sources.article.jsonl", lambda c: c.replace(b"n7", b"n8")
    )
    newer = damaged(
        archive, tmp_path / "newer.tar.gz", "manifest.json", lambda c: c.replace(b"0001_initial", b"9999_future")
    )
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as evil:
        member = tarfile.TarInfo("../outside")
        evil.addfile(member, io.BytesIO())
    expected = {
        tmp_path / "half.tar.gz": "cannot be read", tmp_path / "text.tar.gz": "cannot be read", changed: "is damaged",
        newer: "newer", tmp_path / "evil.tar.gz": "no backup of Komshi", tmp_path / "none": "cannot be read",
    }  # fmt: skip
    said = other.python(RESTORE_ALL % [str(path) for path in expected]).splitlines()
    assert len(said) == len(expected)
    for line, sentence in zip(said, expected.values(), strict=True):
        assert sentence in line
    assert rows(other) == before
    assert not (tmp_path / "outside").exists()
    assert list(other.folder.glob(".restore*")) == []


def test_check_finds_what_was_tampered_with(filled, make_elsewhere, tmp_path: Path) -> None:
    filled.komshi("backup", tmp_path / "a.tar.gz")
    other = make_elsewhere("other")
    other.komshi("restore", tmp_path / "a.tar.gz")
    other.python(
        "import zlib; from komshi.observatory.sources.models import *; from komshi.observatory.base.models import *\n"
        "Document.objects.filter(pk=Document.objects.first().pk).update(body=zlib.compress(b'other'))\n"
        "Article.objects.filter(key='import:n3').update(text='Somebody else was here')\n"
        "Cursor.objects.update(position=10**9)\n"
        "from django.db import connection\n"
        "table = '' if connection.vendor == 'sqlite' else ' ON base_event'\n"
        "connection.cursor().execute('DROP TRIGGER base_event_no_update' + table)\n"
        "import os; from django.conf import settings; from komshi.observatory.sources.imports import jobs_unfinished\n"
        "[os.unlink(settings.DATA_DIR / job.path) for job in jobs_unfinished()]"
    )
    said = other.komshi("check", code=1).stderr
    for words in (
        "bytes of document",
        "article import:n3",
        "stage reading",
        "base_event_no_update",
        "unfinished import",
    ):
        assert words in said
    assert len(said.splitlines()) == 5


def test_check_says_when_the_database_was_never_made(make_elsewhere) -> None:
    assert "older than this Komshi" in make_elsewhere("fresh", bare=True).komshi("check", code=1).stderr
