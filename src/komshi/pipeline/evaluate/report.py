"""Scores as a table that is read on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from komshi.pipeline.evaluate.scores import ALL, Scores
from komshi.pipeline.evaluate.tally import Hits, Share

_CONFUSIONS = 12


def report_of(scores: Scores, *, worst: int = 5) -> Iterable[str]:
    """The lines of the report: one row a field, one column a language, n in brackets; then what went wrong."""
    columns = [ALL, *scores.languages]
    yield f"{scores.reports} reports, {scores.relevant} of them relevant. Share right, or F1 where marked; (n)."
    yield ""
    yield f"{'':22}" + "".join(f"{column:>16}" for column in columns) + f"{'95 % interval':>18}"
    for name, row in scores.table.items():
        whole = row[ALL].figure()
        marked = f"{name} F1" if isinstance(row[ALL], Hits) else name
        cells = "".join(f"{_cell(row.get(column)):>16}" for column in columns)
        interval = f"{whole['low']:.2f} to {whole['high']:.2f}" if whole["low"] is not None else ""
        yield f"{marked:22}{cells}{interval:>18}"
    if scores.matching:
        m = scores.matching
        yield ""
        yield (
            f"Matching: B-cubed F1 {m.f1:.3f} (precision {m.precision:.3f}, recall {m.recall:.3f}); {m.pairs_found} of "
            f"{m.pairs_wanted} pairs found, {m.pairs_made - m.pairs_found} wrong, over {m.reports} reports."
        )
    for name, counts in scores.confusion.items():
        yield ""
        yield f"Wrong {name}: wanted, read, how often"
        for (want, got), n in counts.most_common(_CONFUSIONS):
            yield f"  {want:24}{got:24}{n:4}"
    if worst and scores.wrong:
        yield ""
        yield "Most errors:"
    for report, wrong in scores.worst(worst):
        yield f"  {report}: " + "; ".join(f"{a.field} {a.got!r} for {a.want!r}" for a in wrong)


def _cell(tally: Share | Hits | None) -> str:
    if tally is None or tally.value is None:
        return "-"
    return f"{tally.value:.3f} ({tally.n})"
