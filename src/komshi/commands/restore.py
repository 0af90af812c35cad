"""Bring everything back from a backup, into an empty observatory; every hash is compared before anything is touched."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "KOMSHI_DATA=/srv/komshi komshi restore komshi-2026-11-25.tar.gz"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi restore`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what `komshi backup` wrote")
    parser.add_argument("--force", action="store_true", help="throw away the observatory that is here")


def run(args: argparse.Namespace) -> int:
    """0 when everything is back."""
    from komshi.commands.django_setup import setup, while_stopped

    setup(migrate=False)
    from komshi.observatory.config.restore import restore

    with while_stopped():
        manifest = restore(args.file, force=args.force)
    print(f"{sum(manifest['rows'].values()):,} rows are back, as they were on {manifest['made_at'][:16]} (UTC).")
    return 0
