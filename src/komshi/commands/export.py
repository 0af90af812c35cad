"""Write out checked incidents as the public sees them: no names, no ages, no text of a report.

With --members also what nobody has checked, with exact places and private keys: keep that file as safe as the database.
Amounts, counts and dates that are empty mean that the reports do not say.
"""

from __future__ import annotations

import argparse
import sys

from komshi.commands.output import add_output, open_output

EXAMPLE = "komshi export incidents --format geojson -o incidents.geojson"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi export`."""
    parser.add_argument("kind", choices=["incidents"], help="what to write out")
    parser.add_argument("--format", choices=["csv", "geojson"], default="csv", help="csv (default) or geojson")
    add_output(parser, "the incidents")
    parser.add_argument("--members", action="store_true", help="every incident, checked or not, with private keys")


def run(args: argparse.Namespace) -> int:
    """0 when everything is written."""
    from komshi.commands.django_setup import setup

    setup()
    from komshi.observatory.incidents import export as members
    from komshi.observatory.publishing import export as public

    columns = members.COLUMNS if args.members else public.COLUMNS
    table = members.rows() if args.members else public.rows(public.public_incidents())
    lines = public.as_csv(table, columns) if args.format == "csv" else public.as_geojson(table)
    with open_output(args.out, whole=True) as out:
        out.writelines(lines)
    if args.members:
        print("This holds what nobody has checked, with private keys: it is not for publishing.", file=sys.stderr)
    return 0
