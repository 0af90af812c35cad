"""The door: help that helps, and one sentence when something is wrong."""

from __future__ import annotations

from importlib import import_module

import pytest

from komshi.cli import COMMANDS, main


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert not [name for name in COMMANDS if f"  {name} " not in shown]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    example = import_module(f"komshi.commands.{COMMANDS[name][0]}").EXAMPLE
    assert f"komshi {name}" in example
    assert f"Example:\n  {example}" in shown


def test_an_unknown_command_says_where_the_list_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["raed"]) == 2
    assert capsys.readouterr().err == "komshi: There is no command “raed”; `komshi --help` lists them.\n"
