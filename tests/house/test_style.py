"""Ruff's rules and mypy's, as they stand in pyproject.toml, and that they bite where they must."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tree

PROGRAMS = Path(sys.executable).parent

# Where a planted line stands, the line, the rule that must notice it.
PLANTS = [
    ("src/komshi/pipeline/x.py", "def read(text: str) -> str:\n    return text\n", "D103"),
    ("src/komshi/pipeline/x.py", 'def read(text):\n    """Read."""\n    return text\n', "ANN001"),
    ("src/komshi/observatory/base/x.py", 'def read(text: str):\n    """Read."""\n    return text\n', "ANN201"),
    ("src/komshi/pipeline/x.py", "x = 1\n", "D100"),
    ("src/komshi/pipeline/x.py", '"""X."""\n\nimport datetime\n\nx = datetime.datetime.now()\n', "DTZ005"),
    ("src/komshi/pipeline/x.py", f'"""{"word " * 30}"""\n', "E501"),
    ("src/komshi/pipeline/x.py", '"""X."""\n\nprint(1)\n', "T201"),
    ("src/komshi/observatory/base/x.py", '"""X."""\n\nx = _(f"{1} report")\n', "INT001"),
    ("src/komshi/observatory/base/x.py", '"""X."""\n\nx = gettext_lazy("%s report" % 1)\n', "INT003"),
    ("src/komshi/observatory/base/x.py", '"""X."""\n\nx = ngettext_lazy("{}".format(1), "b", 2)\n', "INT002"),
]


def ruff(*arguments: str, source: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [PROGRAMS / "ruff", "check", "--no-cache", "--output-format", "concise", *arguments]
    return subprocess.run(command, cwd=tree.ROOT, input=source, capture_output=True, text=True, check=False)


def mypy(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [PROGRAMS / "mypy", *arguments]
    return subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True, check=False)


def test_ruff_finds_nothing() -> None:
    result = ruff(".")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("path", "source", "rule"), PLANTS)
def test_ruff_notices(path: str, source: str, rule: str) -> None:
    assert f" {rule} " in ruff("--stdin-filename", path, "-", source=source).stdout


def test_mypy_finds_nothing_in_the_pipeline_and_the_launcher() -> None:
    result = mypy()
    assert result.returncode == 0, result.stdout + result.stderr


def test_mypy_is_strict(tmp_path: Path) -> None:
    plant = tmp_path / "plant.py"
    plant.write_text("def read(words: list) -> object:\n    return words\n")
    assert "type-arg" in mypy(str(plant)).stdout


def test_every_ignored_rule_has_a_reason() -> None:
    lines = tree.read(Path("pyproject.toml")).splitlines()
    start = lines.index("ignore = [")
    ignored = lines[start + 1 : lines.index("]", start)]
    assert [line for line in ignored if "#" not in line] == []


def test_every_exception_in_a_line_has_a_reason() -> None:
    bare = [
        f"{path}:{number}"
        for path in tree.files(ending=".py")
        if path.name != Path(__file__).name
        for number, line in enumerate(tree.read(path).splitlines(), 1)
        if ("# noqa" in line and " - " not in line.split("# noqa", 1)[1])
    ]
    assert bare == []
