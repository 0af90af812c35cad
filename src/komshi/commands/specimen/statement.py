"""What the fictional operators of the demo say about data protection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from komshi.observatory.accounts.statements import statement_set
from komshi.observatory.base.statement import Said, statement


def statement_add(row: Mapping[str, Any]) -> None:
    """Fill in the statement, unless it was filled in already."""
    if statement() is None:
        statement_set(said=Said(**{**row, "bases": tuple(row["bases"])}), by=None)
