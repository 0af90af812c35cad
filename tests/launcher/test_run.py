"""`python3 run.py`: what a person sees who types the right thing, and who types the wrong one."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "run.py"


def run(*arguments: str, python: str = sys.executable, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **environment}
    command = [python, RUN, *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


def refusal(version: tuple[int, int], arguments: list[str]) -> str | None:
    spec = importlib.util.spec_from_file_location("run", RUN)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.refusal(version, arguments)


def test_help_names_the_two_commands_of_the_first_day() -> None:
    result = run("--help")
    assert result.returncode == 0
    assert "demo " in result.stdout
    assert "test " in result.stdout


def test_a_misspelt_command_gets_the_right_one_and_exit_code_2() -> None:
    result = run("dmeo")
    assert result.returncode == 2
    assert "did you mean `python3 run.py demo`" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_command_of_komshi_is_sent_to_komshi() -> None:
    assert "type `.venv/bin/komshi evaluate`" in run("evaluate").stderr


def test_an_option_that_setup_does_not_have_is_refused() -> None:
    result = run("setup", "--fast")
    assert result.returncode == 2
    assert "takes no options" in result.stderr


def test_renewing_the_locks_without_uv_says_how_to_get_it() -> None:
    result = run("lock", PATH="")
    assert result.returncode == 2
    assert "pipx install uv" in result.stderr


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write")
def test_a_data_folder_that_cannot_be_written_gets_one_sentence() -> None:
    result = run("demo", KOMSHI_DATA="/proc/komshi")
    assert result.returncode == 2
    assert "KOMSHI_DATA=/srv/komshi python3 run.py demo" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 99)])
def test_a_python_that_is_too_old_or_too_new_is_told_which_one_is_needed(version: tuple[int, int]) -> None:
    sentence = refusal(version, ["demo"])
    assert re.search(r"Python 3\.11 to 3\.\d\d and this is Python \d\.\d+; .*`python3\.\d\d run\.py demo`\.$", sentence)


def test_this_python_is_not_refused() -> None:
    assert refusal(sys.version_info[:2], []) is None


def test_run_py_parses_on_old_versions_of_python() -> None:
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 4))


def old_pythons() -> list[str]:
    """Interpreters on this machine that are too old, and that start."""
    on_path = [shutil.which(f"python{version}") for version in ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")]
    beside = Path.home().glob(".pyenv/versions/[23].[0-9]*/bin/python")
    asked = "import sys; sys.exit(sys.version_info >= (3, 11))"
    found = [str(path) for path in (*on_path, *beside) if path]
    return [
        path for path in found if not subprocess.run([path, "-c", asked], capture_output=True, check=False).returncode
    ]


def test_real_old_pythons_say_the_sentence() -> None:
    found = old_pythons()
    if not found:
        pytest.skip("no Python that is too old is on this machine")
    for python in found:
        result = run("demo", python=python)
        assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
        assert result.stderr.startswith("Komshi runs on Python 3.11 to ")


def test_ci_calls_exactly_the_command_that_everybody_types() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert script.rstrip().splitlines()[-1] == "exec python3 run.py test"
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=False).returncode == 0
