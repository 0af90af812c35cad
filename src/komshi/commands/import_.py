"""Take in a file: articles (JSON Lines), places (csv, tsv, GeoJSON), boundaries (GeoJSON) or organisations (csv).

Safe to repeat: what is here already changes nothing, and an import that was interrupted goes on where it stopped.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from komshi.commands.progress import Progress

EXAMPLE = "komshi import articles reports.jsonl.gz"
# More than a batch of articles brings, so that reading keeps up with importing.
EVENTS_A_BATCH = 400
KINDS = ("articles", "places", "boundaries", "organisations")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi import`."""
    parser.add_argument("kind", choices=KINDS, help="what is in the file")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--source", default="import", metavar="KEY", help="articles: the source whose ids they have (default: import)"
    )
    parser.add_argument(
        "--country", default="", metavar="XX", help="places, boundaries: the country of rows that do not name it"
    )


def run(args: argparse.Namespace) -> int:
    """0 when every line was taken in, 1 when some were refused (each is named on standard error)."""
    from komshi.commands.django_setup import setup

    setup()
    if args.kind == "articles":
        return _articles(args.file, args.source)
    if args.kind == "organisations":
        return _organisations(args.file)
    return _geography(args.kind, args.file, args.country)


def _articles(path: Path, key: str) -> int:
    from komshi.observatory.config.flow import advance, advance_all
    from komshi.observatory.sources.imports import articles_import, import_source, job_from_file
    from komshi.observatory.sources.models import ImportJob

    job = job_from_file(path, source=import_source(key))
    progress = Progress("lines")
    complain = progress.complaints_of(path.name)
    before = job.line

    def report(now: ImportJob, remarks: list[tuple[int, str]]) -> None:
        nonlocal before
        for line, sentence in remarks:
            complain(line, sentence)
        progress.step(now.line - before)
        before = now.line
        advance(EVENTS_A_BATCH)

    job = articles_import(job, report=report)
    advance_all()
    if job.refused:
        progress.complaints = max(progress.complaints, 1)  # refused before an interruption, and named then
    code = progress.finish()
    print(_summary(job.accepted, job.changed, job.unchanged, job.refused, what="articles"))
    return code


def _organisations(path: Path) -> int:
    from komshi.observatory.config.flow import advance_all
    from komshi.observatory.network.importing import organisations_import

    progress = Progress("organisations")
    counts = organisations_import(path, on_error=progress.complaints_of(path.name), report=progress.step)
    advance_all()
    code = progress.finish()
    print(_summary(counts.accepted, counts.changed, counts.unchanged, counts.refused, what="organisations"))
    if counts.kept:
        print(f"{counts.kept:,} kept something that people wrote or that the organisation agreed to show.")
    return code


def _geography(kind: str, path: Path, country: str) -> int:
    from komshi.observatory.sources.geography import boundaries_import, places_import

    progress = Progress(kind)
    counts = (places_import if kind == "places" else boundaries_import)(
        path, on_error=progress.complaints_of(path.name), country=country
    )
    print(_summary(counts.accepted, counts.changed, counts.unchanged, counts.refused, what=kind))
    sys.stdout.flush()
    return progress.finish()


def _summary(accepted: int, changed: int, unchanged: int, refused: int, *, what: str) -> str:
    return f"{what}: {accepted:,} new, {changed:,} changed, {unchanged:,} unchanged, {refused:,} refused."
