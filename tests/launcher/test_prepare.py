"""A set-up that was interrupted is continued; one that is done is not done again."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from launcher import prepare as module
from launcher.errors import LaunchError, Stopped
from launcher.places import Checkout
from launcher.prepare import BUILD_LOCK, DEV_LOCK, RUNTIME_LOCK, Phase, prepare


class Kitchen:
    """A phase whose ingredients and accidents a test decides."""

    def __init__(self, folder: Path) -> None:
        self.recipe = "soup"
        self.accident: BaseException | None = None
        self.dish = folder / "dish"
        self.times = 0
        self.phase = Phase("Kitchen", folder / "stamps/kitchen", lambda: self.recipe, self.cook, [self.dish])

    def cook(self) -> None:
        self.times += 1
        if self.accident:
            raise self.accident
        self.dish.write_text(self.recipe)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


def test_a_phase_is_done_once_it_was_done(kitchen: Kitchen) -> None:
    assert not kitchen.phase.is_done()
    kitchen.phase.do()
    assert kitchen.phase.is_done()


def test_a_phase_is_done_again_when_its_sources_change(kitchen: Kitchen) -> None:
    kitchen.phase.do()
    kitchen.recipe = "stew"
    assert not kitchen.phase.is_done()


def test_a_phase_is_done_again_when_its_result_is_gone(kitchen: Kitchen) -> None:
    kitchen.phase.do()
    kitchen.dish.unlink()
    assert not kitchen.phase.is_done()


@pytest.mark.parametrize("accident", [Stopped(15), LaunchError("The disk is full.")])
def test_a_phase_that_was_cut_is_not_done_even_if_it_was_before(kitchen: Kitchen, accident: BaseException) -> None:
    kitchen.phase.do()
    kitchen.accident = accident
    with pytest.raises(type(accident)):
        kitchen.phase.do()
    assert not kitchen.phase.is_done()


def test_a_phase_says_how_long_it_took(kitchen: Kitchen, capsys: pytest.CaptureFixture[str]) -> None:
    kitchen.phase.do()
    assert capsys.readouterr().out == "Kitchen ... 0.0 s\n"


class Plan:
    """Stands in for the phases: an environment that notes whether it was made afresh, and what comes after it."""

    def __init__(self, root: Path) -> None:
        self.checkout = Checkout(root)
        self.log: list[str] = []
        self.accident: BaseException | None = None

    def phases(self, checkout: Checkout, lock: str, *, afresh: bool = False) -> list[Phase]:
        def environment() -> None:
            self.log.append("afresh" if afresh else "environment")

        def packages() -> None:
            self.log.append("packages")
            if self.accident:
                raise self.accident

        stamps = checkout.environment / "komshi"
        return [
            Phase("Environment", stamps / "environment", lambda: "", environment, in_environment=True),
            Phase("Packages", stamps / "packages", lambda: lock, packages, in_environment=True),
            Phase("Front end", stamps / "built", lambda: "", lambda: self.log.append("front end")),
        ]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    plan = Plan(tmp_path)
    monkeypatch.setattr(module, "_phases", plan.phases)
    return plan


def test_only_what_changed_is_done_again(plan: Plan) -> None:
    prepare(plan.checkout, lock=RUNTIME_LOCK)
    prepare(plan.checkout, lock=RUNTIME_LOCK)
    assert plan.log == ["environment", "packages", "front end"]
    prepare(plan.checkout, lock=DEV_LOCK)
    assert plan.log[3:] == ["packages"]


def test_an_installation_that_was_cut_is_begun_afresh_and_then_counts(plan: Plan) -> None:
    plan.accident = Stopped(9)
    with pytest.raises(Stopped):
        prepare(plan.checkout)
    plan.accident = None
    prepare(plan.checkout)
    prepare(plan.checkout)
    assert plan.log == ["environment", "packages", "afresh", "packages", "front end"]


def test_a_set_up_that_was_cut_after_the_environment_goes_on_where_it_was(plan: Plan) -> None:
    prepare(plan.checkout)
    plan.checkout.stamp("built").unlink()
    prepare(plan.checkout)
    assert plan.log[3:] == ["front end"]


def empty_locks(root: Path) -> None:
    for lock in (RUNTIME_LOCK, DEV_LOCK, BUILD_LOCK):
        (root / lock).touch()


def test_a_real_environment_is_repaired_and_follows_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = Checkout(tmp_path / "one")
    checkout.environment.mkdir(parents=True)
    (checkout.environment / "half-made").touch()
    empty_locks(checkout.root)

    environment = module._environment(checkout, afresh=False)
    environment.do()
    assert not (checkout.environment / "half-made").exists()
    assert environment.is_done()
    packages = module._packages(checkout, DEV_LOCK)
    packages.do()
    assert module._packages(checkout, RUNTIME_LOCK).is_done(), "whoever has the development packages has the others"

    moved = Checkout(checkout.root.rename(tmp_path / "two"))
    assert not module._environment(moved, afresh=False).is_done()


def test_a_python_without_ensurepip_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(LaunchError, match="`apt install python3-venv`"):
        prepare(Checkout(tmp_path))
