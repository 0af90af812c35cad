"""Data moves one way, and only one package can open a connection."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

from tests.house import imports, tree

# Path -> why it may import a way to the network although it is not `fetch`.
NETWORK_EXCEPTIONS: dict[str, str] = {
    "src/komshi/commands/up.py": "asks this machine whether the port is free before it starts",
}

# A line planted in a module -> the contract that it breaks.
PLANTS = {
    ("pipeline.read", "import django"): "The pipeline knows no framework",
    ("pipeline.read", "from komshi import regions"): "The pipeline knows no framework",
    ("pipeline.read", "from komshi import cli"): "Data moves one way",
    ("languages", "from komshi import regions"): "Data moves one way",
    ("observatory.sources", "from komshi.observatory import reading"): "Each app reads only the apps before it",
    ("observatory.incidents", "from komshi import regions"): "Apps get their region from the settings",
    (
        "observatory.publishing.pages",
        "from komshi.observatory import incidents",
    ): "Public pages read the public projection",
    ("observatory.surprise", "x = 1"): "Each app reads only the apps before it",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def skeleton(folder: Path) -> None:
    """A Komshi of empty modules with the contracts of the real one."""
    config = tomllib.loads(tree.read(Path("pyproject.toml")))["tool"]["importlinter"]
    names = {f"komshi.observatory.{app}" for app in config["contracts"][1]["layers"]}
    for contract in config["contracts"]:
        listed = contract.get("layers", []) + contract.get("source_modules", []) + contract.get("forbidden_modules", [])
        names |= {name for name in listed if name.startswith("komshi.")}
    for name in names | {
        "komshi.pipeline.read",
        "komshi.observatory.publishing.pages",
        "komshi.observatory.publishing.build",
    }:
        place = folder.joinpath(*name.split("."))
        place.mkdir(parents=True, exist_ok=True)
        for package in (place, *place.parents[: len(name.split(".")) - 1]):
            (package / "__init__.py").touch()
    shutil.copy(tree.ROOT / "pyproject.toml", folder)


def test_the_contracts_of_the_layers_hold() -> None:
    result = lint_imports(tree.ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_contracts_hold_for_a_clean_tree(tmp_path: Path) -> None:
    skeleton(tmp_path)
    (tmp_path / "komshi/observatory/publishing/build/incidents.py").write_text(
        "from komshi.observatory import incidents\n"
    )
    result = lint_imports(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("module", "line"), PLANTS)
def test_a_planted_import_breaks_its_contract(tmp_path: Path, module: str, line: str) -> None:
    skeleton(tmp_path)
    place = tmp_path.joinpath("komshi", *module.split("."))
    place.mkdir(parents=True, exist_ok=True)
    (place / "__init__.py").write_text(f"{line}\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert PLANTS[module, line] in result.stdout


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("komshi", cache_dir=None)
    edges = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert imports.cycles(edges) == []


def test_a_circle_is_noticed() -> None:
    edges = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}
    assert imports.cycles(edges) == [["b", "c"]]


def test_only_fetch_can_open_a_connection() -> None:
    found = {
        str(path): names
        for path in tree.sources()
        if path.parts[0] == "src" and (names := imports.network_imports(path, tree.parsed(path)))
    }
    assert {path: names for path, names in found.items() if path not in NETWORK_EXCEPTIONS} == {}
    assert set(NETWORK_EXCEPTIONS) <= set(found), "an exception is no longer needed"


@pytest.mark.parametrize(
    "line", ["import socket", "from urllib import request", "import urllib.request", "import httpx as h"]
)
def test_a_way_to_the_network_is_noticed(line: str) -> None:
    module = ast.parse(f"def f():\n    {line}\n")
    assert imports.network_imports(Path("src/komshi/pipeline/read/what.py"), module)
    assert imports.network_imports(Path("src/komshi/pipeline/fetch/page.py"), module) == []
    assert imports.network_imports(Path("src/komshi/pipeline/read/what.py"), ast.parse("import urllib.parse")) == []


def test_apps_keep_to_each_others_doors() -> None:
    found = {str(path): names for path in tree.sources() if (names := imports.intrusions(path, tree.parsed(path)))}
    assert found == {}


def test_an_import_of_another_apps_views_is_noticed() -> None:
    path = Path("src/komshi/observatory/reading/services.py")
    assert imports.intrusions(path, ast.parse("from komshi.observatory.sources import views"))
    assert imports.intrusions(path, ast.parse("from komshi.observatory.sources.forms import PasteForm"))
    assert imports.intrusions(path, ast.parse("from komshi.observatory.sources.models import Article")) == []
    assert imports.intrusions(path, ast.parse("from komshi.observatory.reading.forms import CorrectForm")) == []
