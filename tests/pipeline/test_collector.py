"""The collector: not at work while what stays is loaded, and never again over it."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from komshi.pipeline.collector import collector_paused


def fail() -> None:
    assert not gc.isenabled()
    raise ValueError("halfway")


def test_it_is_as_it_was_before_also_after_an_error() -> None:
    with pytest.raises(ValueError, match="halfway"), collector_paused():
        fail()
    assert gc.isenabled()


def test_whoever_paused_it_around_finds_it_paused() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()


def test_a_process_that_reads_leaves_its_word_lists_out() -> None:
    script = """
import gc
from komshi.commands.read import _start
_start(None)
assert gc.isenabled()
print(gc.get_freeze_count())
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=120)
    assert int(done.stdout) > 100_000
