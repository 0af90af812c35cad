"""How well incidents agree with the groups of the labels: B-cubed and pairs, over the relevant reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from komshi.pipeline.evaluate.gold import Labelled


@dataclass(frozen=True, slots=True)
class Agreement:
    """B-cubed precision and recall over `reports`, and how many of the `wanted` pairs were found or made up."""

    reports: int
    groups: int
    precision: float
    recall: float
    pairs_found: int
    pairs_made: int
    pairs_wanted: int

    @property
    def f1(self) -> float:
        """Harmonic mean of the B-cubed figures."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def figure(self) -> dict[str, Any]:
        """The figures as JSON data."""
        return {
            "bcubed": {"f1": round(self.f1, 4), "precision": round(self.precision, 4), "recall": round(self.recall, 4)},
            "pairs": {"found": self.pairs_found, "made": self.pairs_made, "wanted": self.pairs_wanted},
            "reports": self.reports,
            "groups": self.groups,
        }


def compare_groups(gold: Iterable[Labelled], incidents: Iterable[tuple[str, Sequence[str]]]) -> Agreement | None:
    """Compare incidents (id, ids of readings) with the labels; a report in none is one of its own. None: no groups."""
    want = {report.id: report.group for report in gold if report.relevant and report.group}
    if not want:
        return None
    made = {reading: f"incident {number}" for number, readings in incidents for reading in readings}
    got = {report: made.get(report, f"alone {report}") for report in want}
    want_sizes, got_sizes = Counter(want.values()), Counter(got.values())
    common = Counter((want[report], got[report]) for report in want)
    precision = sum(common[want[r], got[r]] / got_sizes[got[r]] for r in want) / len(want)
    recall = sum(common[want[r], got[r]] / want_sizes[want[r]] for r in want) / len(want)
    return Agreement(
        reports=len(want),
        groups=len(want_sizes),
        precision=precision,
        recall=recall,
        pairs_found=_pairs(common.values()),
        pairs_made=_pairs(got_sizes.values()),
        pairs_wanted=_pairs(want_sizes.values()),
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
