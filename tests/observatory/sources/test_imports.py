"""Importing files of articles: strict, safe to repeat, resumed where it stopped."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.sources import imports
from komshi.observatory.sources.choices import JobState, SourceKind
from komshi.observatory.sources.imports import Busy, articles_import, import_source, inbox_tidy, job_from_file
from komshi.observatory.sources.inbox import claimed
from komshi.observatory.sources.models import Article, Document, ImportJob, Source

from .conftest import line

pytestmark = pytest.mark.django_db


def counts(job: ImportJob) -> tuple[int, int, int, int]:
    return job.accepted, job.changed, job.unchanged, job.refused


def actions() -> list[str]:
    return list(Event.objects.filter(action__startswith="sources:article:").values_list("action", flat=True))


def test_every_line_becomes_an_article_with_its_bytes_and_one_event(import_lines) -> None:
    job = import_lines(line(1, title="Seizure", outlet="Ohrid Post", published="2024-03-15"), line(2))
    assert (job.state, counts(job)) == (JobState.DONE, (2, 0, 0, 0))
    article = Article.objects.get(key="import:a1")
    assert (article.outlet, str(article.published_on), article.language) == ("Ohrid Post", "2024-03-15", "")
    assert article.canonical == "Seizure\nPolice seized 1 kg of cocaine in Struga."
    assert article.document.content == line(1, title="Seizure", outlet="Ohrid Post", published="2024-03-15").encode()
    assert actions() == ["sources:article:add"] * 2


def test_the_same_file_again_changes_nothing(import_lines) -> None:
    import_lines(line(1), line(2))
    job = import_lines(line(1), line(2))
    assert counts(job) == (0, 0, 2, 0)
    assert (Document.objects.count(), actions()) == (2, ["sources:article:add"] * 2)


def test_a_changed_text_is_a_new_document_and_a_changed_article(import_lines) -> None:
    import_lines(line(1), line(2))
    job = import_lines(line(1), line(2, text="Police seized 20 kg of cocaine in Struga."))
    assert counts(job) == (0, 1, 1, 0)
    article = Article.objects.get(key="import:a2")
    assert article.text == "Police seized 20 kg of cocaine in Struga."
    assert b"20 kg" in article.document.content
    assert Document.objects.count() == 3
    assert actions() == ["sources:article:add", "sources:article:add", "sources:article:change"]
    assert Event.objects.last().action == "sources:import:done"


def test_an_old_file_does_not_roll_a_newer_text_back(import_lines) -> None:
    import_lines(line(1))
    import_lines(line(1, text="The amount was 2 kg."))
    assert counts(import_lines(line(1))) == (0, 0, 1, 0)
    assert Article.objects.get().text == "The amount was 2 kg."


def test_the_same_article_written_otherwise_is_the_same_article(import_lines) -> None:
    import_lines('{"id": "x", "text": "Two men were arrested."}')
    assert counts(import_lines('{"text":"Two men were arrested.",  "id":"x"}')) == (0, 0, 1, 0)
    assert Document.objects.count() == 1


def test_an_id_that_stands_twice_in_a_file_keeps_its_last_text_and_repeating_changes_nothing(import_lines) -> None:
    job = import_lines(line(1), line(1, text="Later the police said 2 kg."))
    assert counts(job) == (1, 0, 0, 0)
    assert Article.objects.get().text == "Later the police said 2 kg."
    assert counts(import_lines(line(1), line(1, text="Later the police said 2 kg."))) == (0, 0, 2, 0)


def test_bad_lines_are_named_by_number_and_the_good_ones_stay(import_lines) -> None:
    job = import_lines(
        line(1), "{broken", line(2, published="1890-01-01"), b'{"id": "x", "text": "\xff"}', line(3, text=""),
        line(4, text="Bad\x00byte and words."), line(5, url="u" * 3000), "", line(6),
    )  # fmt: skip
    assert counts(job) == (3, 0, 0, 5)
    assert [number for number, _sentence in job.messages] == [2, 3, 4, 5, 6, 7]
    assert set(Article.objects.values_list("key", flat=True)) == {"import:a1", "import:a4", "import:a6"}
    assert "\x00" not in Article.objects.get(key="import:a4").text
    assert "“url” has more than 2000 characters" in job.messages[-1][1]


def test_messages_are_bounded(import_lines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "MESSAGES_KEPT", 3)
    job = import_lines(*["{broken"] * 10)
    assert (job.refused, len(job.messages)) == (10, 3)


def test_packed_files_are_unpacked_and_the_inbox_is_empty_afterwards(tmp_path: Path, settings, source: Source) -> None:
    path = tmp_path / "articles.jsonl.gz"
    path.write_bytes(gzip.compress(f"{line(1)}\n{line(2)}".encode()))
    job = articles_import(job_from_file(path, source=source))
    assert (job.state, job.accepted) == (JobState.DONE, 2)
    assert list((settings.DATA_DIR / "inbox").iterdir()) == []


def test_a_packed_file_that_breaks_off_is_refused_whole(tmp_path: Path, settings, source: Source) -> None:
    path = tmp_path / "articles.jsonl.gz"
    path.write_bytes(gzip.compress(line(1).encode() * 100)[:-20])
    with pytest.raises(Refused, match="breaks off or is damaged"):
        job_from_file(path, source=source)
    assert not ImportJob.objects.exists()
    assert list((settings.DATA_DIR / "inbox").iterdir()) == []


def test_an_import_goes_on_where_it_stopped(tmp_path: Path, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "LINES_A_BATCH", 3)
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(["{broken", *(line(number) for number in range(10))]))
    job = articles_import(job_from_file(path, source=source), batches=2)
    assert (job.state, job.line, job.accepted) == (JobState.RUNNING, 6, 5)
    again = job_from_file(path, source=source)
    assert again.pk == job.pk
    done = articles_import(again)
    assert (done.state, done.line, counts(done)) == (JobState.DONE, 11, (10, 0, 0, 1))
    assert Article.objects.count() == 10


def test_a_line_too_long_for_memory_is_refused_and_the_next_one_read(import_lines, monkeypatch) -> None:
    monkeypatch.setattr(imports, "LINES_A_BATCH", 1)
    monkeypatch.setattr(imports, "LONGEST_LINE", 1000)
    monkeypatch.setattr("komshi.pipeline.jsonl.LONGEST_LINE", 1000)
    job = import_lines(line(1), line(2, text="long " * 1000), line(3))
    assert counts(job) == (2, 0, 0, 1)
    assert job.messages[0][0] == 2
    assert Article.objects.filter(key="import:a3").exists()


def test_two_processes_do_not_import_one_file(tmp_path: Path, source: Source) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(line(1))
    job = job_from_file(path, source=source)
    with claimed(job.path) as stream:
        assert stream is not None
        with pytest.raises(Busy):
            articles_import(job)
    assert articles_import(job).accepted == 1


def test_an_import_whose_file_is_gone_has_failed_and_says_so(tmp_path: Path, settings, source: Source) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(line(1))
    job = job_from_file(path, source=source)
    (settings.DATA_DIR / job.path).unlink()
    failed = articles_import(job)
    assert failed.state == JobState.FAILED
    assert "import it again" in failed.messages[-1][1]


def test_an_empty_file_is_done_at_once(import_lines) -> None:
    assert (import_lines().state, Article.objects.count()) == (JobState.DONE, 0)


def test_the_inbox_keeps_what_is_waited_for_and_loses_what_was_left_a_day_ago(tmp_path: Path, settings, source) -> None:
    import os

    path = tmp_path / "articles.jsonl"
    path.write_text(line(1))
    job = job_from_file(path, source=source)
    folder = settings.DATA_DIR / "inbox"
    for name, age in ((".incoming-1-aa", 2 * 86400), (".incoming-2-bb", 10), (job.path[6:], 2 * 86400)):
        (folder / name).touch()
        os.utime(folder / name, (0, folder.stat().st_mtime - age))
    inbox_tidy()
    assert {one.name for one in folder.iterdir()} == {".incoming-2-bb", job.path[6:]}


def test_files_go_into_their_own_source_and_not_into_a_feed(db: None) -> None:
    Source.objects.create(key="post", name="Post", kind=SourceKind.FEED)
    with pytest.raises(Refused, match="does not take files"):
        import_source("post")
    with pytest.raises(Refused, match="cannot name a source"):
        import_source("a b")


def test_only_an_operator_makes_a_source_of_files(make_member) -> None:
    with pytest.raises(NotAllowed):
        import_source("archive", by=make_member())
