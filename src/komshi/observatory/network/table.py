"""A file of organisations, row by row: each in the form in which it is stored, or one sentence on why not."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from komshi.observatory.base.errors import Refused
from komshi.observatory.network.given import (
    country_code,
    language_codes,
    many,
    town_ids,
    values_checked,
    vocabulary_ids,
)
from komshi.pipeline.text.fold import fold

COLUMNS = (
    "name", "own_name", "country", "town", "focus", "engagement", "entry_points", "activities", "challenges",
    "languages", "website", "email", "phone", "about", "about_language", "own_id",
)  # fmt: skip
"""Columns that a file may have, in any order; only `name` and `country` must be there. Others are ignored."""
_LONGEST_OWN_ID = 80

OnError = Callable[[int, str], None]


@dataclass(frozen=True)
class Row:
    """One organisation of a file: the line where it stands, its number there, and its values as they are stored."""

    line: int
    own_id: str
    values: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """What two rows of a file share that tell of the same organisation: number, or name, with the country."""
        return (self.values["country"], f"#{self.own_id}" if self.own_id else fold(self.values["name"]))


def rows(path: Path, *, on_error: OnError) -> Iterator[Row]:
    """The rows that can be taken in; each other one is named to `on_error`. Refused when the file is no such list."""
    seen: dict[tuple[str, str], int] = {}
    for line, cells in _cells(path):
        try:
            row = _row(line, cells)
            if row.key in seen:
                raise Refused(_("This is the organisation of line %(line)s again.") % {"line": seen[row.key]})
        except Refused as error:
            on_error(line, str(error))
            continue
        seen[row.key] = line
        yield row


def _cells(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(path)
    head = text.partition("\n")[0]
    # Office programs of the region write semicolons, because a comma stands in their numbers.
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if missing := {"name", "country"} - set(names):
            raise Refused(
                _("The file %(file)s has no column “%(column)s” in its first line.")
                % {"file": path.name, "column": min(missing)}
            )
        for written in reader:
            cells = [cell.strip() for cell in written]
            if any(cells) and not all(cell.startswith("#") for cell in cells if cell):  # a row of HXL hashtags
                yield reader.line_num, {name: cell for name, cell in zip(names, cells, strict=False) if name in COLUMNS}
    except csv.Error as error:
        raise Refused(_("The file %(file)s is no CSV table: save it as one.") % {"file": path.name}) from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Refused(f"The file {path} cannot be opened ({error.strerror}): check its name.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"The file {path.name} is not UTF-8 (byte {error.start + 1}): save it as UTF-8.") from error


def _row(line: int, cells: dict[str, str]) -> Row:
    """Raises Refused with the first thing that is wrong."""
    country = country_code(cells.get("country", ""))
    if not country:
        raise Refused(_("The row has no country."))
    if len(cells.get("own_id", "")) > _LONGEST_OWN_ID:
        raise Refused(_("This is too long: “%(start)s…”. Shorten it.") % {"start": cells["own_id"][:40]})
    values = {
        "name": cells.get("name", ""),
        "names": many(cells.get("own_name", "")),
        "country": country,
        "towns": town_ids(cells.get("town", ""), country=country),
        "focus": vocabulary_ids("focus_areas", cells.get("focus", "")),
        "engagement": _one(vocabulary_ids("engagement_levels", cells.get("engagement", ""))),
        "entry_points": vocabulary_ids("entry_points", cells.get("entry_points", "")),
        "activities": vocabulary_ids("activities", cells.get("activities", "")),
        "challenges": vocabulary_ids("challenges", cells.get("challenges", "")),
        "languages": language_codes(cells.get("languages", "")),
        "website": cells.get("website", ""),
        "email": cells.get("email", ""),
        "phone": cells.get("phone", ""),
        "about": cells.get("about", ""),
        "about_language": _one(language_codes(cells.get("about_language", ""))),
    }
    return Row(line, cells.get("own_id", ""), values_checked(values))


def _one(found: list[str]) -> str:
    if len(found) > 1:
        raise Refused(_("Only one can be true: %(values)s.") % {"values": ", ".join(found)})
    return found[0] if found else ""
