"""Score the reader and the matcher against a labelled set, per field and language, each figure with its number.

With --floors the figures are held against what was pinned before: the command fails (exit code 1) below a floor. With
--second nothing is read: other labels of the same reports are scored, which tells how far two labellings agree.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from komshi import regions
from komshi.commands.progress import Progress
from komshi.errors import KomshiError
from komshi.pipeline.evaluate import (
    Labelled,
    Scores,
    as_readings,
    below,
    compare_groups,
    corpus_hash,
    figures_of,
    pin,
    read_floors,
    read_gold,
    read_second,
    report_of,
    score_readings,
    with_set,
    write_floors,
)
from komshi.pipeline.jsonl import numbered, open_lines
from komshi.pipeline.match import match
from komshi.pipeline.read.compose import READER, Reader

EXAMPLE = "komshi evaluate tests/evaluation/gold.jsonl --floors tests/evaluation/floors.toml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi evaluate`."""
    parser.add_argument("gold", metavar="GOLD", help="labelled reports (JSON Lines)")
    parser.add_argument("--json", action="store_true", help="figures as one JSON object")
    parser.add_argument(
        "--worst", type=int, default=5, metavar="N", help="show the N reports with most errors (default: 5)"
    )
    parser.add_argument("--second", metavar="FILE", help="score other labels of the same reports: how far they agree")
    parser.add_argument("--floors", metavar="FILE", help="fail if a figure is below its floor in this file")
    parser.add_argument("--pin", action="store_true", help="write today's figures into the floors instead")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: why a floor may be lowered")
    parser.add_argument("--publish", metavar="FILE", help="put the figures into this file, for the page on the method")


def run(args: argparse.Namespace) -> int:
    """Read, match, score, print; 1 if a line was bad or a floor was not reached."""
    if args.pin and not args.floors:
        raise KomshiError("--pin writes floors; name their file with --floors.")
    if args.lower and not args.pin:
        raise KomshiError("--lower goes with --pin.")
    if args.second and args.floors:
        raise KomshiError("--floors holds the reader to its figures; --second does not read. Give one of them.")
    progress = Progress("reports")
    with open_lines(args.gold) as lines:
        gold = read_gold(numbered(lines), on_error=progress.complaints_of(args.gold))
    if not gold:
        raise KomshiError(f"The file {args.gold} holds no labelled report.")
    scores = _agreement(args.second, gold, progress) if args.second else scores_of(gold, progress)
    code = progress.finish()
    if args.json:
        print(json.dumps(scores.to_json(worst=args.worst), ensure_ascii=False))
    else:
        print("\n".join(report_of(scores, worst=args.worst)))
    if args.publish:
        _publish(args, gold, scores)
    return _floors(args, gold, scores) or code if args.floors else code


def scores_of(gold: list[Labelled], progress: Progress | None = None) -> Scores:
    """What the reader and the matcher of this installation score on labelled reports."""
    region = regions.load()
    reader = Reader(region)
    readings = {}
    for report in gold:
        readings[report.id] = reader.read(report.article)
        if progress:
            progress.step()
    scores = score_readings(gold, readings, family=region.family)
    incidents = match(readings.values(), region=region)
    scores.matching = compare_groups(gold, [(incident.id, incident.readings) for incident in incidents])
    return scores


def _agreement(file: str, gold: list[Labelled], progress: Progress) -> Scores:
    """What the second labels score, over the reports that have both."""
    with open_lines(file) as lines:
        second = read_second(numbered(lines), on_error=progress.complaints_of(file))
    both = [report for report in gold if report.id in second]
    if not both:
        raise KomshiError(f"The file {file} labels none of these reports; its lines need their ids.")
    return score_readings(both, as_readings(both, second), family=regions.load().family)


def _publish(args: argparse.Namespace, gold: list[Labelled], scores: Scores) -> None:
    path = Path(args.publish)
    published = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    figures = figures_of(scores, corpus=corpus_hash(gold), reader="" if args.second else READER)
    path.write_text(with_set(published, name=Path(args.second or args.gold).stem, figures=figures), encoding="utf-8")


def _floors(args: argparse.Namespace, gold: list[Labelled], scores: Scores) -> int:
    """Pin, or compare: 0 if every floor holds."""
    path, name, corpus = Path(args.floors), Path(args.gold).stem, corpus_hash(gold)
    sets = read_floors(path.read_text(encoding="utf-8")) if path.exists() else {}
    if args.pin:
        sets[name] = pin(sets.get(name), scores, corpus=corpus, reason=args.lower)
        path.write_text(write_floors(sets), encoding="utf-8")
        print(f"{len(sets[name].floors)} floors of “{name}” pinned in {path}.", file=sys.stderr)
        return 0
    if name not in sets:
        raise KomshiError(f"{path} has no floors for “{name}”; pin them with --pin.")
    failures = below(sets[name], scores, corpus=corpus)
    for sentence in failures:
        print(sentence, file=sys.stderr)
    return 1 if failures else 0
