"""The locks hold hashes, name no registry, and fit what pyproject.toml and package.json ask for."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house import tree

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")
LINUX = {
    "sys_platform": "linux",
    "platform_system": "Linux",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
}
ONLY_ON_WINDOWS = {"colorama", "win-inet-pton"}
PROJECT = tomllib.loads(tree.read(Path("pyproject.toml")))


def pins(lock: str) -> dict[str, list[Requirement]]:
    """Pinned requirements by name; a name has several where versions of Python need different ones."""
    found: dict[str, list[Requirement]] = {}
    for line in re.findall(r"^[A-Za-z0-9][^\\\n]*", tree.read(Path(lock)), re.MULTILINE):
        requirement = Requirement(line.strip())
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def wanted(lock: str) -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    asked = {
        "requirements.lock": PROJECT["project"]["dependencies"],
        "requirements-dev.lock": [
            *PROJECT["project"]["dependencies"],
            *groups["dev"],
            *groups["bench"],
            *groups["data"],
        ],
        "requirements-build.lock": groups["build"],
    }
    return [Requirement(text) for text in asked[lock]]


def fits(requirement: Requirement, locked: list[Requirement]) -> bool:
    return bool(locked) and all(
        requirement.specifier.contains(next(iter(pin.specifier)).version, prereleases=True) for pin in locked
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_fits_what_is_asked_for(lock: str) -> None:
    locked = pins(lock)
    unfit = [str(one) for one in wanted(lock) if not fits(one, locked.get(canonicalize_name(one.name), []))]
    assert unfit == [], "run `python3 run.py lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_a_version_with_hashes(lock: str) -> None:
    text = tree.read(Path(lock))
    assert all(pin.specifier and str(pin.specifier).startswith("==") for pins_ in pins(lock).values() for pin in pins_)
    for block in re.split(r"\n(?=[A-Za-z0-9])", text.strip()):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block
    assert "://" not in text
    assert "--index" not in text


def _versions(locked: list[Requirement]) -> set[str]:
    """The versions alone: which of them a newer Python takes may be written differently in a narrower lock."""
    return {str(pin.specifier) for pin in locked}


def test_one_environment_can_hold_all_locks() -> None:
    widest = pins("requirements-dev.lock")
    for lock in ("requirements.lock", "requirements-build.lock"):
        for name, locked in pins(lock).items():
            assert _versions(locked) <= _versions(widest.get(name, locked)), name


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_every_supported_python_gets_one_version_of_each_package(version: str) -> None:
    here = {"python_version": version, "python_full_version": f"{version}.1", **LINUX}
    for name, locked in pins("requirements.lock").items():
        chosen = [pin for pin in locked if pin.marker is None or Marker(str(pin.marker)).evaluate(here)]
        assert len(chosen) == 1 or name in ONLY_ON_WINDOWS, name


def test_a_lock_that_is_behind_is_noticed() -> None:
    assert not fits(Requirement("django>=99"), pins("requirements.lock")["django"])
    assert not fits(Requirement("no-such-package"), [])


def test_the_front_ends_lock_names_no_registry_and_fits() -> None:
    lock = json.loads(tree.read(Path("package-lock.json")))
    asked = json.loads(tree.read(Path("package.json")))
    assert lock["packages"][""].get("dependencies") == asked["dependencies"]
    assert lock["packages"][""].get("devDependencies") == asked["devDependencies"]
    packages = [package for name, package in lock["packages"].items() if name]
    assert all("integrity" in package and "resolved" not in package for package in packages)
    assert "omit-lockfile-registry-resolved=true" in tree.read(Path(".npmrc"))


def test_no_second_lock_is_kept() -> None:
    assert {path.name for path in tree.files(ending=".lock")} == set(LOCKS)
