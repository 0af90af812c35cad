"""Django's own commands and the operator's: createmember, addfeed, changepassword, shell, dbshell and more."""

from __future__ import annotations

import argparse

EXAMPLE = 'komshi manage createmember ana --role editor --organisation "Lake Watch"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything after `manage` belongs to the command of Django."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="COMMAND …", help="for example: help")


def run(args: argparse.Namespace) -> int:
    """The exit code of the command."""
    from django.core.management import execute_from_command_line

    from komshi.commands.django_setup import setup

    words = args.arguments or ["help"]
    setup(migrate=words[0] not in ("help", "migrate", "makemigrations", "check", "sqlmigrate", "showmigrations"))
    execute_from_command_line(["komshi manage", *words])
    return 0
