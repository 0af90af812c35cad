"""What a file from somebody's machine says: its encoding, and the article in a text or HTML file."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext as _

from komshi.observatory.base.errors import Refused
from komshi.pipeline.fetch.page import page_text
from komshi.pipeline.jsonl import LONGEST_TEXT, clean

ENCODINGS = ("utf-8", "windows-1250", "windows-1251")
LARGEST_FILE = 10 * 1024 * 1024
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
# What an HTML file of the region may declare beside UTF-8.
_HTML_ENCODINGS = {*ENCODINGS, "iso-8859-2", "iso-8859-5"}


@dataclass(frozen=True)
class Written:
    """The article in a file. Empty where the file does not say."""

    text: str
    title: str = ""
    url: str = ""
    published: str = ""


def decoded(content: bytes, *, declared: str = "utf-8") -> str:
    """The text of a file; Refused with the way out when it is not what it is declared to be."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refused(_("The file is in UTF-16, which is not read here: save it as UTF-8."))
    encoding = declared.lower()
    if encoding not in _HTML_ENCODINGS:
        raise Refused(_("The encoding “%(name)s” is not read here: save the file as UTF-8.") % {"name": declared[:30]})
    try:
        return content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        values = {"byte": error.start + 1, "name": encoding.upper() if encoding == "utf-8" else encoding}
        sentence = _("Byte %(byte)d of the file is not %(name)s: save it as UTF-8, or say which of the others it is.")
        raise Refused(sentence % values) from error


def written(name: str, content: bytes, *, encoding: str = "utf-8") -> Written:
    """The article in a .txt or .html file; Refused for other kinds of files."""
    ending = PurePath(name).suffix.lower()
    if ending in (".txt", ""):
        return Written(text=given_text(decoded(content, declared=encoding)))
    if ending in (".html", ".htm"):
        found = _DECLARED.search(content[:4096])
        named = found.group(1).decode("ascii") if found and encoding == "utf-8" else encoding
        page = page_text(decoded(content, declared=named))
        if page is None:
            raise Refused(_("No article was found in this page: copy its text and paste it instead."))
        return Written(text=given_text(page.text), title=page.title, url=page.url, published=page.published)
    raise Refused(_("Files of this kind are not read here: give a .txt, .html or .jsonl file, or paste the text."))


def given_text(text: str) -> str:
    """A text that somebody gave, without control characters; Refused when there is nothing in it or far too much."""
    text = clean(text).strip("\ufeff \t\n")
    if not text:
        raise Refused(_("There is no text to read: paste the words of the report."))
    if len(text) > LONGEST_TEXT:
        raise Refused(
            _("The text has %(number)d characters; one report may have %(most)d at most: give one report at a time.")
            % {"number": len(text), "most": LONGEST_TEXT}
        )
    return text
