"""Write fictional articles or readings (JSON Lines): for trying things out and for measuring speed.

The same seed gives the same bytes. With --truth a second file says, for each one, what it tells of.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack

from komshi import regions
from komshi.commands.output import add_output, open_output
from komshi.commands.progress import Progress
from komshi.errors import KomshiError
from komshi.pipeline.generate import generate_articles, generate_readings
from komshi.pipeline.jsonl import dump
from komshi.pipeline.records import plain, reading_to_json
from komshi.pipeline.types import Reading

EXAMPLE = "komshi generate articles -n 1000 --seed 7 -o articles.jsonl --truth truth.jsonl"
KINDS = {"articles": generate_articles, "readings": generate_readings}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi generate`."""
    parser.add_argument("kind", choices=sorted(KINDS), metavar="KIND", help="articles or readings")
    parser.add_argument("-n", dest="count", type=int, required=True, metavar="N", help="how many")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="a whole number (default: 1)")
    add_output(parser, "they")
    parser.add_argument("--truth", metavar="FILE", help="where the truth about them goes (default: nowhere)")


def run(args: argparse.Namespace) -> int:
    """Write them one by one; memory does not grow with their number."""
    if args.count < 1:
        raise KomshiError("-n must be 1 or more.")
    if args.truth and args.truth == args.out:
        raise KomshiError("The truth needs a file of its own; give another name to --truth.")
    progress = Progress(args.kind)
    with ExitStack() as stack:
        out = stack.enter_context(open_output(args.out))
        truth = stack.enter_context(open_output(args.truth)) if args.truth else None
        for made, label in KINDS[args.kind](regions.load(), count=args.count, seed=args.seed):
            out.write(dump(reading_to_json(made) if isinstance(made, Reading) else plain(made)) + "\n")
            if truth is not None:
                truth.write(dump(label) + "\n")
            progress.step()
    return progress.finish(f"{args.count:,} {args.kind} written.")
