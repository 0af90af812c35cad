"""Refuses to build a wheel without the front end and the compiled message catalogues, which git does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class NeedsBuiltFiles(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Stops a build that would give people pages without style sheets and without languages."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files; an editable install may come before the front end is built."""
        if version == "editable":
            return
        root = Path(self.root) / "src/komshi/observatory"
        needed = [root / "built/region.geo.json", *(po.with_suffix(".mo") for po in root.glob("locale/**/django.po"))]
        if not all(path.exists() for path in needed):
            raise SystemExit(
                "This tree has no built front end, so its wheel would not work: type `python3 run.py wheel`."
            )
        # A wheel that carries built files is still for every platform.
        build_data["pure_python"] = True
