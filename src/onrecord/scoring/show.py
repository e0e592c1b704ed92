"""A score as text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Status
from onrecord.scoring.counts import LEVELS, Score, Tally

COLUMN = 20


def render_score(score: Score) -> str:
    """Tables of the kinds, slots, harm and statuses, for a terminal."""
    return "\n".join(_lines(score))


def _lines(score: Score) -> Iterator[str]:
    yield f"{'kind':<14}{'gold':>6}{'given':>6}   " + "".join(f"{f'{level} P/R/F1':<{COLUMN}}" for level in LEVELS).rstrip()
    rows = [(kind.value, tally) for kind, tally in sorted(score.kinds.items())]
    for name, tally in (*rows, ("HEART", score.heart), ("ALL", score.all)):
        yield _row(name, tally)
    yield ""
    yield "right, of the claims found:"
    for name, (right, of) in sorted(score.slots.items()):
        yield f"  {name:<14}{right:>6} of {of:<6}{right / of:.3f}"
    for named, (right, of) in score.sources.items():
        yield f"  source, where {'one is' if named else 'none is'} named {right} of {of} ({score.source_share(named=named):.3f})"
    yield ""
    yield f"plans shown as facts: {score.plans_as_facts}"
    yield f"identifying args invented: {score.invented} of {score.identifying} given ({score.invented_share:.3f})"
    yield ""
    yield from _statuses(score)


def _row(name: str, tally: Tally) -> str:
    cells = ("{:.2f} {:.2f} {:.3f}".format(*tally.rates(level)) for level in LEVELS)
    return f"{name:<14}{tally.wanted:>6}{tally.given:>6}   " + "".join(f"{cell:<{COLUMN}}" for cell in cells).rstrip()


def _statuses(score: Score) -> Iterator[str]:
    """The matrix: a row a status of the gold, a column one that was given."""
    yield f"status of the claims found, macro F1 {score.status_f1:.3f} (rows: gold, columns: given)"
    yield f"{'':<14}" + "".join(f"{status:>12}" for status in Status) + f"{'P/R/F1':>18}"
    by_status = dict(score.status_rates())
    for wanted in Status:
        cells = "".join(f"{score.statuses[wanted, got]:>12}" for got in Status)
        rates = "{:.2f} {:.2f} {:.3f}".format(*by_status[wanted]) if wanted in by_status else "—"
        yield f"{wanted:<14}{cells}{rates:>18}"
