"""The answers of robots.txt, kept in the data folder between visits."""

from __future__ import annotations

import json
import time
from collections import UserDict
from pathlib import Path


class RobotsFile(UserDict[str, tuple[str, float]]):
    """A dictionary that reads itself from <data>/robots.json and is written back by `save`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            self.data = {str(origin): (str(text), float(until)) for origin, (text, until) in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            self.data = {}  # a cache that cannot be read is an empty one

    def save(self) -> None:
        """Writes what is still good, whole or not at all."""
        good = {origin: kept for origin, kept in self.data.items() if kept[1] > time.time()}
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(good), encoding="utf-8")
        fresh.replace(self.path)
