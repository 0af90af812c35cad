"""Look whether everything stored is whole: bytes, hashes, log, references, migrations. Each fault is one sentence."""

from __future__ import annotations

import argparse
import sys

EXAMPLE = "komshi check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi check`."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes its arguments
    """0 when everything is whole, 1 when something is not."""
    from komshi.commands.django_setup import setup

    setup(migrate=False)
    from komshi.observatory.config.integrity import CHECKS

    faults = 0
    for name, check in CHECKS.items():
        found = 0
        for sentence in check():
            found += 1
            print(f"{name}: {sentence}", file=sys.stderr)
        faults += found
        if not found:
            print(f"{name}: whole")
        elif name == "migrations":
            break  # the other checks read tables that may not be there
    return 1 if faults else 0
