"""Import rules that import-linter cannot say: modules of the standard library, and what apps may show each other."""

from __future__ import annotations

import ast
from pathlib import Path

# Whoever can import one of these can open a connection.
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http.client", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib.request", "urllib3", "xmlrpc",
}  # fmt: skip
NETWORK_HOME = "src/komshi/pipeline/fetch/"
# An app may use another app's models, selectors, services and permissions; these are its own affair.
OWN_AFFAIR = {"admin", "forms", "urls", "views", "tasks"}
APPS = "komshi.observatory"


def imported(tree: ast.AST) -> set[str]:
    """Dotted names of everything that a module imports, wherever in it; `from a import b` counts as a and a.b."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def network_imports(path: Path, tree: ast.AST) -> list[str]:
    """Ways to the network that a module takes although it is not `fetch`."""
    if path.as_posix().startswith(NETWORK_HOME):
        return []
    return sorted(
        name for name in imported(tree) if any(name == door or name.startswith(f"{door}.") for door in NETWORK)
    )


def intrusions(path: Path, tree: ast.AST) -> list[str]:
    """Views, forms, addresses and admin pages of another app that a module of an app imports; config may tie them."""
    parts = path.with_suffix("").parts
    if parts[:3] != ("src", "komshi", "observatory") or len(parts) < 5 or parts[3] == "config":
        return []
    own = parts[3]
    foreign = []
    for name in sorted(imported(tree)):
        if name.startswith(f"{APPS}."):
            app, *rest = name.removeprefix(f"{APPS}.").split(".")
            if app != own and rest and rest[0] in OWN_AFFAIR:
                foreign.append(name)
    return foreign


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other in a circle (Tarjan's strongly connected components, sizes over one)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in sorted(edges.get(module, ())):
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            group = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(group) > 1:
                found.append(sorted(group))

    for module in sorted(edges):
        if module not in index:
            visit(module)
    return sorted(found)
