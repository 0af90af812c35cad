"""Facts as data, one folder a region: its places, outlets, institutions, currencies and laws."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from komshi import languages
from komshi.errors import KomshiError
from komshi.pipeline.region import Region, load_region


@cache
def load(name: str = "western_balkans") -> Region:
    """A region with the languages that it needs. Raises `KomshiError` for a name that has no folder."""
    folder = files(__package__) / name
    if not (folder / "region.toml").is_file():
        raise KomshiError(f"There is no region “{name}”; the regions are the folders of komshi/regions.")
    codes = tomllib.loads((folder / "region.toml").read_text(encoding="utf-8"))["languages"]
    return load_region(name, folder, languages={code: languages.load(code) for code in codes})


def specimen(name: str = "western_balkans") -> dict[str, Any]:
    """The fictional reports, organisations and people of a region's demo: the TOML files of its `specimen` folder."""
    folder = files(__package__) / name / "specimen"
    return {
        file.removesuffix(".toml"): tomllib.loads((folder / file).read_text(encoding="utf-8"))
        for file in ("reports.toml", "people.toml")
    }
