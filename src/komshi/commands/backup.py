"""Put everything into one file: all tables and unfinished imports, with a hash of each part. Works while Komshi runs.

Sessions and the secret key stay out, so that nobody can sign in with a backup; keep the file safe all the same: it
holds every text and every account.
"""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "komshi backup komshi-2026-11-25.tar.gz"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi backup`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="where it goes; must not exist yet")


def run(args: argparse.Namespace) -> int:
    """0 when the file is written."""
    from komshi.commands.django_setup import setup

    setup()
    from komshi.observatory.config.backup import backup_write

    manifest = backup_write(args.file)
    size = args.file.stat().st_size
    print(f"{args.file}: {sum(manifest['rows'].values()):,} rows of {len(manifest['rows'])} tables, {size:,} bytes.")
    return 0
