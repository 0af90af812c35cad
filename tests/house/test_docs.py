"""What the documentation says is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from komshi.cli import COMMANDS
from launcher.main import COMMANDS as LAUNCHER_COMMANDS
from tests.house import docs, tree

PAGES = [path for path in tree.files(ending=".md") if path.parts[0] != "tests" or path.name == "README.md"]
DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")


@cache
def help_of(command: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", "komshi", command, "--help"], capture_output=True, text=True, check=False
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return result.stdout


def missing(text: str) -> list[str]:
    """Commands and options in a page that do not exist."""
    wrong = []
    for program, command, options in docs.commands(text):
        if program == "komshi":
            if command not in COMMANDS:
                wrong.append(f"komshi {command}")
            elif command != "manage":
                wrong += [f"komshi {command} {option}" for option in options if option not in help_of(command)]
        elif command not in LAUNCHER_COMMANDS:
            wrong.append(f"run.py {command}")
    return wrong


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_every_command_in_a_page_exists(path: Path) -> None:
    assert missing(tree.read(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_every_link_in_a_page_leads_somewhere(path: Path) -> None:
    folder = (tree.ROOT / path).parent
    assert [target for target in docs.links(tree.read(path)) if not (folder / target).exists()] == []


def test_a_command_that_does_not_exist_is_noticed() -> None:
    code = ".venv/bin/komshi read x.jsonl --fast\npython3 run.py dmeo\n"
    page = f"Type `komshi raed x.jsonl`.\n```sh\n{code}```\nThe komshi community is no command."
    assert missing(page) == ["komshi read --fast", "run.py dmeo", "komshi raed"]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(tree.read(Path("pyproject.toml")))
    asked = [
        *project["project"]["dependencies"],
        *(one for group in project["dependency-groups"].values() for one in group),
    ]
    front_end = json.loads(tree.read(Path("package.json")))
    names = {Requirement(text).name for text in asked} | {*front_end["dependencies"], *front_end["devDependencies"]}
    (record,) = tree.files("docs/decisions", ending="-dependencies.md")
    explained = set(re.findall(r"`([@\w./-]+)(?:\[[\w,-]+\])?`", tree.read(record)))
    assert names - explained == set()


def test_decision_records_are_numbered_without_a_gap() -> None:
    records = [path for path in tree.files("docs/decisions", ending=".md") if path.name != "README.md"]
    numbers = [int(found.group(1)) for path in records if (found := DECISION.fullmatch(path.name))]
    assert len(numbers) == len(records)
    assert sorted(numbers) == list(range(1, len(records) + 1))


def test_the_map_of_the_tree_names_every_package_and_folder() -> None:
    text = tree.read(Path("docs/where-things-go.md"))
    packages = {path.parent for path in tree.files("src", ending="__init__.py")}
    depth = {"src/komshi": 3, "src/komshi/pipeline": 4, "src/komshi/observatory": 4}
    named = {
        package.name
        for package in packages
        if any(len(package.parts) == depth[parent] and package.is_relative_to(parent) for parent in depth)
    }
    folders = {path.parts[0] for path in tree.files() if len(path.parts) > 1 and not path.parts[0].startswith(".")}
    assert {name for name in named | folders if f"{name}/" not in text} == set()
