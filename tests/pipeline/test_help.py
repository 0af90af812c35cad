"""Which work helps against which market: every market has some, every id is known, every line has its reason."""

from __future__ import annotations

import pytest

from komshi.pipeline import vocabulary
from komshi.pipeline.vocabulary.help import helping_focus, reasons


@pytest.mark.parametrize("market", vocabulary.ids("markets"))
def test_every_market_has_work_that_helps_with_its_reasons(market: str) -> None:
    assert reasons()[market]
    assert set(helping_focus([market])) <= set(vocabulary.ids("focus_areas"))
    assert all(reason.endswith(".") and len(reason) > 20 for reason in reasons()[market].values())


def test_no_market_is_made_up() -> None:
    assert set(reasons()) - {"always"} == set(vocabulary.ids("markets"))


def test_the_first_market_counts_first_and_without_one_nothing_is_looked_for() -> None:
    assert helping_focus(["waste_crimes", "heroin_trade"])[:4] == (
        "environment", "human_rights_rule_of_law", "anti_corruption", "drug_use",
    )  # fmt: skip
    assert "organized_crime_direct" in helping_focus(["flora_crimes"])
    assert helping_focus([]) == helping_focus(["no_such", "always"]) == ()
