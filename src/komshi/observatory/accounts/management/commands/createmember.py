"""Makes a person who can sign in, with a role in an organisation."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.accounts.services import (
    membership_grant,
    organisation_create,
    password_change,
    password_new,
    user_create,
)
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import writing


class Command(BaseCommand):
    """`komshi manage createmember NAME --role editor --organisation "Lake Watch"`."""

    requires_system_checks: list[str] = []  # they load every page, and tell nothing about this command
    help = (
        "Makes a person with a role in an organisation (both are made when they are new) and prints a password once. "
        "For a person who is here already it changes the role; --new-password gives a new password."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name, role, organisation, and where the password comes from."""
        parser.add_argument("username")
        parser.add_argument("--role", choices=[role.value for role in Role], default=Role.ANALYST.value)
        parser.add_argument("--organisation", required=True, help="name of the organisation")
        parser.add_argument("--country", default="", help="of a new organisation, two letters")
        parser.add_argument("--ask", action="store_true", help="ask for the password, or read it from standard input")
        parser.add_argument("--new-password", action="store_true", help="give a person who is here a new password")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - given by Django
        """All or nothing."""
        password = _asked() if options["ask"] else password_new()
        try:
            with writing():
                user, fresh = _person(options["username"], password, renew=options["new_password"] or options["ask"])
                organisation = Organisation.objects.filter(name=options["organisation"].strip()).first()
                if organisation is None:
                    organisation = organisation_create(name=options["organisation"], country=options["country"])
                membership_grant(user=user, organisation=organisation, role=Role(options["role"]))
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.username} is {options['role']} of {organisation.name}.")
        if fresh and not options["ask"]:
            self.stdout.write(f"Password, shown this once: {password}")


def _person(username: str, password: str, *, renew: bool) -> tuple[User, bool]:
    """The person, and whether the password is new."""
    user = User.objects.filter(username=username).first()
    if user is None:
        return user_create(username=username, password=password), True
    if renew:
        password_change(user=user, password=password)
    return user, renew


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass("Password: ")
    if getpass("Once more: ") != password:
        raise CommandError("The two are not the same: try again.")
    return password
