"""Pictures: PNG with our own fonts in both scripts, QR codes, and an honest refusal without fonts."""

from __future__ import annotations

import os
import struct

import pytest

from komshi.observatory.base import pictures
from komshi.observatory.base.errors import NotFound

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" font-family="{}">'
    '<text y="50" font-size="40">{}</text></svg>'
)
# CI builds the front end first: there, missing fonts are a failure.
needs_fonts = pytest.mark.skipif(
    not (pictures.can_draw() or os.environ.get("CI")), reason="the front end has not been built"
)


def drawn(words: str) -> bytes:
    return pictures.png_of(DRAWING.format(pictures.FONT, words))


@needs_fonts
def test_a_picture_has_the_size_of_its_drawing_and_its_words_in_both_scripts() -> None:
    latin, cyrillic = drawn("Vranjë"), drawn("Врање")
    assert latin[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", latin[16:24]) == (300, 80)
    # Letters that the font lacks would all be the same box.
    assert len({latin, cyrillic, drawn("Кумановo"), drawn("Ќафа")}) == 4


def test_without_fonts_a_picture_is_refused_and_says_why(monkeypatch) -> None:
    monkeypatch.setattr(pictures, "_found", lambda: ())
    assert not pictures.can_draw()
    with pytest.raises(NotFound, match="fonts are missing"):
        drawn("x")


def test_a_code_is_a_drawing_with_a_name_and_nothing_of_its_text_breaks_out() -> None:
    svg = pictures.qr_svg("http://127.0.0.1/en/towns/x/?a=1&b=<2>", label='The <address> & "more"')
    assert svg.startswith("<svg xmlns=")
    assert "&lt;address&gt; &amp;" in svg
    assert "style=" not in svg
