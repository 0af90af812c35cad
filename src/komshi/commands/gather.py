"""Follow the sources: visit every active feed and the pages of what is new, within robots.txt and with pauses.

Addresses that are not on the public internet are refused. Add a feed with `komshi manage addfeed`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

from komshi.errors import KomshiError

EXAMPLE = "komshi gather --once"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi gather`."""
    parser.add_argument("--once", action="store_true", help="one visit to each source, then end")
    parser.add_argument("--minutes", type=float, default=30.0, metavar="N", help="minutes between visits (default: 30)")
    parser.add_argument("--quiet", action="store_true", help="say nothing about visits that went well")


def run(args: argparse.Namespace) -> int:
    """0 when every source could be visited, 1 when one could not."""
    if args.minutes <= 0:
        raise KomshiError("--minutes must be more than 0.")
    if parent := os.environ.get("KOMSHI_PARENT"):
        from komshi.observatory.config.lifeline import die_with_parent

        die_with_parent(int(parent))
    from komshi.commands.django_setup import setup

    setup()
    while True:
        failures = _visit_all(quiet=args.quiet)
        if args.once:
            # Under the supervisor a source that is down is no crash of ours.
            return 1 if failures and not args.quiet else 0
        time.sleep(args.minutes * 60)


def _visit_all(*, quiet: bool) -> int:
    from django.conf import settings

    from komshi import __version__
    from komshi.observatory.config.flow import advance_all
    from komshi.observatory.config.robots import RobotsFile
    from komshi.observatory.sources.choices import Outcome
    from komshi.observatory.sources.following import followed_count, sources_gather
    from komshi.observatory.sources.models import FetchRun
    from komshi.pipeline.fetch.polite import Visitor

    if not followed_count():
        if not quiet:
            print("No feed is followed yet: komshi manage addfeed KEY ADDRESS adds one.", file=sys.stderr)
        return 0
    robots = RobotsFile(settings.DATA_DIR / "robots.json")
    visitor = Visitor(version=__version__, contact=settings.ENVIRONMENT.origin, robots=robots)
    failures = 0

    def report(run: FetchRun) -> None:
        nonlocal failures
        well = run.outcome in (Outcome.OK, Outcome.NOT_MODIFIED)
        failures += not well
        if not (quiet and well):
            line = f"{run.source.key}: {run.outcome}, {run.new_articles} new. {run.message}".rstrip()
            print(line, file=sys.stdout if well else sys.stderr, flush=True)

    sources_gather(visitor, report=report)
    robots.save()
    advance_all()
    return failures
