"""Imports of files of articles. Killed at any point they go on where they stopped: nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.accounts.permissions import can_operate, can_submit, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.sources.choices import DocumentKind, JobState, Sensitivity, SourceKind
from komshi.observatory.sources.inbox import Gone, Kept, claimed, discard, keep, tidy
from komshi.observatory.sources.models import ImportJob, Source
from komshi.observatory.sources.storing import Holder, Received, articles_store, check_storable
from komshi.pipeline.jsonl import LONGEST_LINE, BadLine, clean, numbered, parse_article

LINES_A_BATCH = 200
BYTES_A_BATCH = 4_000_000
MESSAGES_KEPT = 100
LARGEST_UNPACKED = 200_000_000
"""Bytes that a member's packed file may hold; larger ones are for an operator at the machine."""
UNFINISHED = (JobState.WAITING.value, JobState.RUNNING.value)

Report = Callable[[ImportJob, list[tuple[int, str]]], None]
"""Called after each batch with the job as it stands and the remarks (line, sentence) of that batch."""


class Busy(Refused):
    """Another process is importing this file just now."""

    def __init__(self) -> None:
        super().__init__(_("This file is being imported by another process: look again in a moment."))


@dataclass
class _Lines:
    """One batch of lines, read: `end` is the offset behind its last line."""

    received: list[Received] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    refused: int = 0
    line: int = 0
    end: int = 0


def job_from_file(path: Path, *, source: Source) -> ImportJob:
    """Takes a file of the machine in; an unfinished import of the same bytes into the same source is taken up again."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise Refused(f"The file {path} cannot be opened ({error.strerror}): check its name.") from error
    with stream:
        kept = keep(stream, name=path.name)
    with writing():
        unfinished = ImportJob.objects.filter(sha256=kept.sha256, source=source, state__in=UNFINISHED).first()
        if unfinished is None:
            return _job_add(kept, name=path.name, source=source)
    discard(kept.path)
    return unfinished


def job_from_upload(stream: BinaryIO, *, name: str, by: User, source: Source, sensitivity: Sensitivity) -> ImportJob:
    """Takes a member's file in; the worker imports it. The articles belong to the member's organisation."""
    membership = check(can_submit, by)
    kept = keep(stream, name=name, most=LARGEST_UNPACKED)
    with writing():
        return _job_add(
            kept, name=name, source=source, by=by, organisation=membership.organisation, sensitivity=sensitivity
        )


def _job_add(
    kept: Kept,
    *,
    name: str,
    source: Source,
    by: User | None = None,
    organisation: Organisation | None = None,
    sensitivity: Sensitivity = Sensitivity.OPEN,
) -> ImportJob:  # fmt: skip
    job = ImportJob.objects.create(
        source=source,
        path=kept.path,
        name=clean(name)[:300],
        sha256=kept.sha256,
        size=kept.size,
        by=by,
        organisation=organisation,
        sensitivity=sensitivity.value,
    )
    record("sources:import:add", subject=job, actor=by, organisation=organisation, data={"size": kept.size})
    return job


def import_source(key: str, *, by: User | None = None) -> Source:
    """The source that files of an operator go into, made when it is new. Refused when it is a feed's or members'."""
    if not key or not all(sign.isascii() and (sign.isalnum() or sign in "-_") for sign in key) or len(key) > 80:
        raise Refused(f"{key!r} cannot name a source: use letters, digits and hyphens.")
    with writing():
        if by is not None:
            check(can_operate, by)
        source, created = Source.objects.get_or_create(key=key, defaults={"name": key, "kind": SourceKind.IMPORT.value})
        if source.kind != SourceKind.IMPORT:
            raise Refused(f"The source {key} does not take files: choose another key.")
        if created:
            record("sources:source:add", subject=source, actor=by)
    return source


def jobs_unfinished() -> Iterator[ImportJob]:
    """Imports that wait or were interrupted, the oldest first."""
    yield from ImportJob.objects.filter(state__in=UNFINISHED).order_by("pk")


def articles_import(job: ImportJob, *, report: Report | None = None, batches: int | None = None) -> ImportJob:
    """Imports from where the job stands, at most `batches` batches; returns the job as it then stands.

    Busy when another process is importing this file just now. An exception leaves the job to be resumed; a job whose
    file is gone has failed.
    """
    try:
        with claimed(job.path) as stream:
            if stream is None:
                raise Busy
            job.refresh_from_db()
            while job.state in UNFINISHED and batches != 0:
                job = _import_batch(job, stream, report)
                batches = None if batches is None else batches - 1
    except Gone as error:
        return _job_fail(job, str(error))
    if job.state == JobState.DONE:
        discard(job.path)
    return job


def inbox_tidy() -> None:
    """Removes from the inbox what no unfinished import needs."""
    tidy({job.path for job in jobs_unfinished()})


def _job_fail(job: ImportJob, message: str) -> ImportJob:
    with writing():
        fresh = ImportJob.objects.select_for_update().get(pk=job.pk)
        if fresh.state in UNFINISHED:
            fresh.state = JobState.FAILED.value
            fresh.messages = [*fresh.messages, (fresh.line, message)][:MESSAGES_KEPT]
            fresh.save()
            record("sources:import:fail", subject=fresh, actor=fresh.by, organisation=fresh.organisation)
    return fresh


def _import_batch(job: ImportJob, stream: BinaryIO, report: Report | None) -> ImportJob:
    """Reads outside the transaction, stores and moves the offset within it."""
    lines = _read_batch(stream, job)
    holder = Holder(
        source=job.source,
        kind=DocumentKind.FILE if job.by_id else DocumentKind.IMPORT,
        by=job.by,
        organisation=job.organisation,
        sensitivity=Sensitivity(job.sensitivity),
    )
    with writing():
        fresh = ImportJob.objects.select_for_update().get(pk=job.pk)
        if fresh.offset != job.offset or fresh.state not in UNFINISHED:
            raise Busy
        stored = articles_store(lines.received, holder=holder)
        fresh.accepted += len(stored.added)
        fresh.changed += len(stored.changed)
        fresh.unchanged += stored.unchanged
        fresh.refused += lines.refused
        fresh.messages = [*fresh.messages, *lines.remarks][:MESSAGES_KEPT]
        fresh.offset, fresh.line = lines.end, lines.line
        fresh.state = (JobState.DONE if lines.end >= fresh.size else JobState.RUNNING).value
        fresh.save()
        if fresh.state == JobState.DONE:
            counts = {name: getattr(fresh, name) for name in ("accepted", "changed", "unchanged", "refused")}
            record("sources:import:done", subject=fresh, actor=fresh.by, organisation=fresh.organisation, data=counts)
    if report is not None:
        report(fresh, lines.remarks)
    return fresh


def _read_batch(stream: BinaryIO, job: ImportJob) -> _Lines:
    stream.seek(job.offset)
    lines, size = _Lines(line=job.line), 0
    for number, raw in numbered(stream):
        lines.line = job.line + number
        size += len(raw)
        _read_line(raw, lines)
        # A line without an end is the last one, or the beginning of one too long, whose rest numbered() still skips.
        if raw.endswith(b"\n") and (number >= LINES_A_BATCH or size >= BYTES_A_BATCH):
            break
    lines.end = stream.tell()
    return lines


def _read_line(raw: bytes, lines: _Lines) -> None:
    if not raw.strip():
        return
    try:
        if len(raw) >= LONGEST_LINE:
            raise BadLine(f"The line has more than {LONGEST_LINE:,} bytes; no article is that long.")
        article, notice = parse_article(raw)
        check_storable(article)
    except (BadLine, Refused) as error:
        lines.refused += 1
        lines.remarks.append((lines.line, str(error)))
        return
    if notice:
        lines.remarks.append((lines.line, notice))
    lines.received.append(Received(article=article, raw=raw.rstrip(b"\r\n"), media_type="application/json"))
