"""Words as data, one folder a language, one file a question. A native speaker can read and mend them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from komshi.pipeline.region import Language, load_language


@cache
def load(code: str) -> Language:
    """The language with this code (`sq`, `mk`, `hbs`, `en`). Raises `KomshiError` if one of its files is broken."""
    return load_language(code, files(__package__) / code)
