"""How long a module and a function may be, and how many parameters a function may have."""

from __future__ import annotations

import ast
from collections.abc import Iterator

MODULE_LINES = 400
MEDIAN_MODULE_LINES = 120
FUNCTION_LINES = 50
PARAMETERS = 6
POSITIONAL = 2

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST, *, prefix: str = "", in_class: bool = False) -> Iterator[tuple[str, Function, bool]]:
    """Every function with its dotted name, and whether it is a method; nested ones too."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            name = f"{prefix}{node.name}"
            yield name, node, in_class
            yield from functions(node, prefix=f"{name}.")
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, prefix=f"{prefix}{node.name}.", in_class=True)
        else:
            yield from functions(node, prefix=prefix, in_class=in_class)


def complaints(source: str) -> list[str]:
    """What a module has too much of; [] when it keeps the budgets."""
    found = []
    lines = source.count("\n")
    if lines > MODULE_LINES:
        found.append(f"has {lines} lines")
    for name, node, is_method in functions(ast.parse(source)):
        # A nested function is called within sight; an underscore says that nobody else calls it.
        is_public = node.col_offset == (4 if is_method else 0) and "._" not in f".{name}"
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION_LINES:
            found.append(f"{name} has {length} lines")
        free, keyword = _parameters(node, is_method=is_method)
        if free + keyword > PARAMETERS:
            found.append(f"{name} has {free + keyword} parameters")
        if free > POSITIONAL and is_public:
            found.append(f"{name} has {free} positional parameters")
    return found


def _parameters(node: Function, *, is_method: bool) -> tuple[int, int]:
    given = node.args
    is_static = any(isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in node.decorator_list)
    free = len(given.posonlyargs) + len(given.args) - (1 if is_method and not is_static else 0)
    return free, len(given.kwonlyargs)
