"""Modules and functions stay short enough to be read in one go."""

from __future__ import annotations

import statistics

from tests.house import budgets, tree

# Path (and what it says) -> why it may. Whoever adds a line here says so in the commit.
EXCEPTIONS: dict[str, str] = {}


def test_every_module_keeps_its_budget() -> None:
    found = [f"{path}: {complaint}" for path in tree.sources() for complaint in budgets.complaints(tree.read(path))]
    assert [complaint for complaint in found if complaint not in EXCEPTIONS] == []


def test_every_exception_is_still_needed() -> None:
    found = {f"{path}: {complaint}" for path in tree.sources() for complaint in budgets.complaints(tree.read(path))}
    assert set(EXCEPTIONS) - found == set()


def test_half_of_the_modules_have_at_most_120_lines() -> None:
    lengths = [lines for path in tree.sources() if (lines := tree.read(path).count("\n")) > 1]
    assert statistics.median(lengths) <= budgets.MEDIAN_MODULE_LINES


def test_tests_and_front_end_sources_keep_the_length_of_a_module() -> None:
    others = [
        *tree.files("tests", ending=".py"),
        *tree.files("assets", ending="js"),
        *tree.files("assets", ending=".css"),
    ]
    too_long = {str(path): lines for path in others if (lines := tree.read(path).count("\n")) > budgets.MODULE_LINES}
    assert too_long == {}


def test_a_long_module_is_noticed() -> None:
    assert budgets.complaints("x = 1\n" * 401) == ["has 401 lines"]
    assert budgets.complaints("x = 1\n" * 400) == []


def test_a_long_function_is_noticed_wherever_it_stands() -> None:
    body = "        x = 1\n" * 50
    assert budgets.complaints(f"class Case:\n    def close(self):\n{body}") == ["Case.close has 51 lines"]
    assert budgets.complaints(f"if True:\n    def close():\n{body}") == ["close has 51 lines"]


def test_many_parameters_are_noticed() -> None:
    assert budgets.complaints("def close(a, b, *, c, d, e, f, g): ...\n") == ["close has 7 parameters"]
    assert budgets.complaints("def close(a, b, c): ...\n") == ["close has 3 positional parameters"]


def test_self_private_names_and_nested_functions_do_not_count() -> None:
    assert budgets.complaints("def close():\n    def join(a, b, c): ...\n") == []
    assert budgets.complaints("class Case:\n    def close(self, a, b): ...\n") == []
    assert budgets.complaints("def _close(a, b, c): ...\n") == []
