"""Children are kept, restarted, and stopped together, whatever happens to whom."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CHILD = """
import os, signal, sys, time
from pathlib import Path
from komshi.observatory.config.lifeline import die_with_parent
die_with_parent(int(os.environ["KOMSHI_PARENT"]))
if sys.argv[3:] == ["stubborn"]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
with open(Path(sys.argv[1]) / sys.argv[2], "a") as file:
    print(os.getpid(), file=file, flush=True)
if sys.argv[3:] == ["crash"]:
    sys.exit(3)
if sys.argv[3:] == ["brief"]:
    sys.exit(0)
time.sleep(120)
"""
PARENT = """
import sys
from komshi.observatory.config import supervisor
supervisor._SECONDS_TO_STOP = 1.0
code, folder = sys.argv[1:3]
children = [
    supervisor.Child(word, ["-c", code, folder, word, word], every=0.3 if word == "brief" else None)
    for word in sys.argv[3:]
]
sys.exit(supervisor.Supervisor(children, say=lambda sentence: print(sentence, flush=True)).run())
"""


def pids(path: Path) -> list[int]:
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition: Callable[[], object], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started = []

    def start(*words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PARENT, CHILD, tmp_path, *words]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
        started.append(process)
        wait_for(lambda: all(pids(tmp_path / word) for word in words))
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        for path in tmp_path.iterdir():
            for pid in pids(path):
                if alive(pid):
                    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_parent_and_children_within_seconds(tmp_path: Path, supervise, number: signal.Signals) -> None:
    process = supervise("one", "two")
    children = pids(tmp_path / "one") + pids(tmp_path / "two")
    began = time.monotonic()
    process.send_signal(number)
    assert process.wait(10) == 0
    assert time.monotonic() - began < 5
    assert not any(alive(pid) for pid in children)


def test_a_child_that_does_not_listen_is_killed(tmp_path: Path, supervise) -> None:
    process = supervise("stubborn")
    process.terminate()
    assert process.wait(10) == 0
    assert not alive(pids(tmp_path / "stubborn")[0])


def test_children_die_with_a_parent_that_is_killed(tmp_path: Path, supervise) -> None:
    process = supervise("one", "two")
    process.kill()
    process.wait()
    wait_for(lambda: not any(alive(pid) for word in ("one", "two") for pid in pids(tmp_path / word)), 5)


def test_a_child_that_is_killed_is_started_again(tmp_path: Path, supervise) -> None:
    supervise("one", "two")
    first = pids(tmp_path / "one")[0]
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: len(pids(tmp_path / "one")) == 2)
    assert len(pids(tmp_path / "two")) == 1


def test_a_child_that_crashes_again_and_again_is_started_less_and_less_often(tmp_path: Path, supervise) -> None:
    process = supervise("crash")
    wait_for(lambda: len(pids(tmp_path / "crash")) == 3)
    process.terminate()
    said = process.communicate(timeout=10)[0].splitlines()
    assert said[:2] == [
        "crash ended with code 3; it starts again in 1 s.",
        "crash ended with code 3; it starts again in 2 s.",
    ]


def test_a_child_with_a_rhythm_starts_again_after_its_pause_and_says_nothing(tmp_path: Path, supervise) -> None:
    process = supervise("brief")
    wait_for(lambda: len(pids(tmp_path / "brief")) >= 3)
    process.terminate()
    assert process.communicate(timeout=10)[0] == ""
