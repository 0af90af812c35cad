"""Whatever the launcher starts ends with the launcher."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from launcher.errors import LaunchError
from launcher.processes import child, run_logged, run_shown

ROOT = Path(__file__).resolve().parents[2]
# A program that starts another, writes both numbers to a file, and waits.
FAMILY = """
import os, pathlib, subprocess, sys, time
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
place = pathlib.Path(sys.argv[1])
place.with_suffix(".new").write_text(f"{os.getpid()} {grandchild.pid}")
place.with_suffix(".new").rename(place)
time.sleep(60)
"""
# What run.py does with a program: stop it when asked to, and exit as programs do that a signal ended.
LAUNCHER = """
import sys
from launcher.errors import Stopped
from launcher.processes import run_shown, stoppable
try:
    with stoppable():
        sys.exit(run_shown([sys.executable, "-c", sys.argv[1], sys.argv[2]]))
except Stopped as stopped:
    sys.exit(128 + stopped.number)
"""


def wait_until(condition: Callable[[], bool], *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # A process that has ended may wait for somebody to ask how.
    status = Path(f"/proc/{number}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def family(place: Path) -> list[int]:
    wait_until(place.exists)
    return [int(number) for number in place.read_text().split()]


def test_leaving_the_block_ends_a_program_and_what_it_started(tmp_path: Path) -> None:
    with child([sys.executable, "-c", FAMILY, tmp_path / "numbers"]):
        numbers = family(tmp_path / "numbers")
        assert all(is_running(number) for number in numbers)
    wait_until(lambda: not any(is_running(number) for number in numbers))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_launcher_stops_its_children_and_gives_the_usual_code(
    tmp_path: Path, number: signal.Signals
) -> None:
    command = [sys.executable, "-c", LAUNCHER, FAMILY, tmp_path / "numbers"]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL) as launcher:
        numbers = family(tmp_path / "numbers")
        launcher.send_signal(number)
        assert launcher.wait(20) == 128 + number
    wait_until(lambda: not any(is_running(one) for one in numbers))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_a_child_does_not_survive_a_killed_launcher(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LAUNCHER, FAMILY, tmp_path / "numbers"]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL) as launcher:
        program, grandchild = family(tmp_path / "numbers")
        launcher.kill()
        launcher.wait(20)
    wait_until(lambda: not is_running(program))
    if is_running(grandchild):  # its own parent, the program, is the one who must look after it
        os.kill(grandchild, signal.SIGKILL)


def test_an_exit_code_is_passed_on() -> None:
    assert run_shown([sys.executable, "-c", "raise SystemExit(5)"]) == 5
    assert run_shown([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 137


def test_a_failing_step_names_the_log_that_holds_its_output(tmp_path: Path) -> None:
    log = tmp_path / "build/setup.log"
    with pytest.raises(
        LaunchError, match=r"The front end: this step failed \(no such colour\)\. Details: .*setup\.log\."
    ):
        run_logged(
            [sys.executable, "-c", "print('no such colour'); raise SystemExit(1)"], what="The front end", log=log
        )
    assert "no such colour" in log.read_text()


def test_a_step_is_not_blamed_for_what_an_earlier_one_printed(tmp_path: Path) -> None:
    log = tmp_path / "setup.log"
    run_logged([sys.executable, "-c", "print('No space left on device')"], what="One", log=log)
    with pytest.raises(LaunchError, match="Two: this step failed"):
        run_logged([sys.executable, "-c", "raise SystemExit('broken')"], what="Two", log=log)
