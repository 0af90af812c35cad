"""How well the pipeline reads and matches: a labelled set in, figures per field and language out, each with its n."""

from __future__ import annotations

from komshi.pipeline.evaluate.agreement import as_readings, read_second
from komshi.pipeline.evaluate.floors import Floors, below, measured, pin, read_floors, write_floors
from komshi.pipeline.evaluate.gold import Labelled, corpus_hash, read_gold
from komshi.pipeline.evaluate.matching import Agreement, compare_groups
from komshi.pipeline.evaluate.published import figures_of, read_published, with_set
from komshi.pipeline.evaluate.report import report_of
from komshi.pipeline.evaluate.scores import Scores, score_readings

__all__ = [
    "Agreement", "Floors", "Labelled", "Scores", "as_readings", "below", "compare_groups", "corpus_hash", "figures_of",
    "measured", "pin", "read_floors", "read_gold", "read_published", "read_second", "report_of", "score_readings",
    "with_set", "write_floors",
]  # fmt: skip
