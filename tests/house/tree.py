"""What the house rules are asked of: the files that git holds or would hold."""

from __future__ import annotations

import ast
import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Folders that hold what was made, not what was written; needed only where there is no git (a source archive).
MADE = {".venv", "node_modules", "built", "build", "dist", "__pycache__", ".git"}


@functools.cache
def files(under: str = "", *, ending: str = "") -> tuple[Path, ...]:
    """Files of the tree, relative to its root, in the folder `under`, whose names end in `ending`."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=False, text=True,
    )  # fmt: skip
    if listed.returncode == 0:
        found = {Path(name) for name in listed.stdout.split("\0") if name}
    else:
        found = {path.relative_to(ROOT) for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts)}
    chosen = (path for path in found if path.is_relative_to(under) and path.name.endswith(ending))
    return tuple(sorted(path for path in chosen if (ROOT / path).is_file()))


def sources() -> tuple[Path, ...]:
    """The Python modules that make up Komshi and its launcher: no tests, no migrations."""
    return tuple(
        path
        for path in files(ending=".py")
        if path.parts[0] not in {"tests", "docs"} and "migrations" not in path.parts
    )


def read(path: Path) -> str:
    """The text of a file of the tree."""
    return (ROOT / path).read_text(encoding="utf-8")


@functools.cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file of the tree."""
    return ast.parse(read(path), filename=str(path))
