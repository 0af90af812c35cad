"""Pictures made on the server: PNG out of SVG with the fonts that the front-end build brings, and QR codes."""

from __future__ import annotations

import io
from functools import cache

import resvg_py
import segno
from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _

from komshi.observatory.base.errors import NotFound

FONT = "Source Sans 3"
"""The family that a drawing names; it has the letters of both scripts, in weights 400 and 600."""
_FILES = ("SourceSans3_400Regular.ttf", "SourceSans3_600SemiBold.ttf")


class NoFonts(NotFound):
    """A picture was asked for before the front end was built; the fonts come with it. HTTP 404."""

    def __init__(self) -> None:
        super().__init__(
            _("This picture cannot be drawn, because its fonts are missing: the operator has to build the front end.")
        )


def png_of(svg: str) -> bytes:
    """The drawing as PNG, in the size that the drawing states; text in it is set in `FONT`, and in no other font.

    Raises NoFonts when the front end has not been built: a picture without its words would mislead.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            font_files=_fonts(),
            font_family=FONT,
            sans_serif_family=FONT,
            skip_system_fonts=True,
        )
    )


def can_draw() -> bool:
    """Whether `png_of` has its fonts, so that a page promises no picture that cannot be drawn."""
    return bool(_found())


def qr_svg(text: str, *, label: str) -> str:
    """A QR code as an SVG file with a quiet zone, without a fixed size; `label` tells what it is to the blind."""
    out = io.BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(out, kind="svg", border=4, title=label, omitsize=True, dark="#000", light="#fff", xmldecl=False)
    return out.getvalue().decode("utf-8")


def _fonts() -> list[str]:
    if not _found():
        raise NoFonts
    return list(_found())


@cache
def _found() -> tuple[str, ...]:
    paths = [finders.find(name) for name in _FILES]
    return tuple(str(path) for path in paths) if all(paths) else ()
