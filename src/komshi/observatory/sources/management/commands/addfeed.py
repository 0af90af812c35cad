"""Adds a feed to the sources that are followed."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from komshi.observatory.base.errors import Refused
from komshi.observatory.sources.services import source_add


class Command(BaseCommand):
    """`komshi manage addfeed KEY ADDRESS`."""

    requires_system_checks: list[str] = []  # they load every page, and tell nothing about this command
    help = "Adds an RSS or Atom feed to the sources that are followed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Key and address; the rest helps the reader."""
        parser.add_argument("key", help="a short name: letters, digits, hyphens")
        parser.add_argument("address", help="the address of the feed")
        parser.add_argument("--name", default="", help="the outlet's name (default: the key)")
        parser.add_argument("--language", default=None, help="what it writes in, for example sq")
        parser.add_argument("--country", default=None, help="two letters, for example MK")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - given by Django
        """Adds it or says why not."""
        try:
            source = source_add(
                key=options["key"],
                name=options["name"] or options["key"],
                feed_url=options["address"],
                language=options["language"],
                country=options["country"],
            )
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{source.key} is followed from the next visit on (komshi gather --once visits now).")
