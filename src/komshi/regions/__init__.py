"""Facts as data, one folder a region: its places, outlets, institutions, currencies and laws."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from komshi import languages
from komshi.errors import KomshiError
from komshi.pipeline.collector import collector_paused
from komshi.pipeline.region import Region, load_region

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def load(name: str = "western_balkans") -> Region:
    """A region with the languages that it needs. Raises `KomshiError` for a name that has no folder."""
    folder = files(__package__) / name
    if not (folder / "region.toml").is_file():
        raise KomshiError(f"There is no region “{name}”; the regions are the folders of komshi/regions.")
    with collector_paused():
        return _loaded(name, folder)


def _loaded(name: str, folder: Traversable) -> Region:
    codes = tomllib.loads((folder / "region.toml").read_text(encoding="utf-8"))["languages"]
    return load_region(name, folder, languages={code: languages.load(code) for code in codes})


def specimen(name: str = "western_balkans") -> dict[str, Any]:
    """The fiction of a region's demo: each TOML file of its `specimen` folder by its name, and all reports as one list.

    The reports stand in the folder `reports`, a file a language or a story; they come in the order of publication.
    """
    folder = files(__package__) / name / "specimen"
    found = {file.name.removesuffix(".toml"): _toml(file) for file in _tomls(folder)}
    reports = [report for file in _tomls(folder / "reports") for report in _toml(file)["report"]]
    found["reports"] = {"report": sorted(reports, key=lambda report: (report["published"], report["id"]))}
    return found


def _tomls(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def _toml(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
