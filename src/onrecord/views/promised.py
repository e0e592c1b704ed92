"""How promises are told: their states with signs, how many there are of each, under which heading they stand, what changed when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Commitment, CommitmentState, CommitmentStep, Entry, Fact, Status, last_day
from onrecord.views.harmless import one_line
from onrecord.views.wording import UNKNOWN, quantity_words

STATE_SIGNS = {
    CommitmentState.OPEN: "…",
    CommitmentState.NO_EVIDENCE: "?",
    CommitmentState.MET: "✓",
    CommitmentState.MET_LATE: "✓",
    CommitmentState.MISSED: "✗",
    CommitmentState.CHANGED: "→",
    CommitmentState.WITHDRAWN: "⊗",
}
STATE_STYLES = {
    CommitmentState.OPEN: "yellow",
    CommitmentState.NO_EVIDENCE: "magenta",
    CommitmentState.MET: "green",
    CommitmentState.MET_LATE: "green",
    CommitmentState.MISSED: "red",
    CommitmentState.CHANGED: "cyan",
    CommitmentState.WITHDRAWN: "red",
}
HEADINGS = {
    CommitmentState.NO_EVIDENCE: "Overdue: the day has passed, and no report settles what became of it",
    CommitmentState.OPEN: "Falls due next",
    CommitmentState.MET: "Met",
    CommitmentState.MET_LATE: "Met late",
    CommitmentState.MISSED: "Missed, as a report says",
    CommitmentState.CHANGED: "Changed: a newer promise moved the target or the day",
    CommitmentState.WITHDRAWN: "Withdrawn",
}
UNDATED = "Without a date"
DISPUTED = "≠ disputed: a later report denies that"
BEARING = "may bear on it"
COUNTED = (
    CommitmentState.MET,
    CommitmentState.MET_LATE,
    CommitmentState.MISSED,
    CommitmentState.CHANGED,
    CommitmentState.WITHDRAWN,
    CommitmentState.NO_EVIDENCE,
    CommitmentState.OPEN,
)


def state_name(state: CommitmentState) -> str:
    """A state in words.

    >>> state_name(CommitmentState.NO_EVIDENCE)
    'no evidence'
    """
    return state.value.replace("_", " ")


def state_words(state: CommitmentState) -> str:
    """A state with its sign, so that it is told without colour.

    >>> state_words(CommitmentState.MET_LATE), state_words(CommitmentState.OPEN)
    ('✓ met late', '… open')
    """
    return f"{STATE_SIGNS[state]} {state_name(state)}"


def count_words(promises: Iterable[Commitment]) -> str:
    """How many promises are in which state; met and open are always told.

    >>> count_words([])
    '0 met, 0 open'
    """
    counts = Counter(promise.state for promise in promises)
    told = (CommitmentState.MET, CommitmentState.OPEN)
    return ", ".join(f"{counts[state]:,} {state_name(state)}" for state in COUNTED if counts[state] or state in told)


def sections_of(promises: Sequence[Commitment]) -> Iterator[tuple[str, list[Commitment]]]:
    """The promises under their headings, what is overdue first; headings without any are left out."""
    undated = [promise for promise in promises if promise.state is CommitmentState.OPEN and not has_day(promise)]
    for state, heading in HEADINGS.items():
        rows = [one for one in promises if one.state is state and (state is not CommitmentState.OPEN or has_day(one))]
        if rows:
            yield (heading, rows)
    if undated:
        yield (UNDATED, undated)


def has_day(promise: Commitment) -> bool:
    """Whether a promise falls due on a day that is known, be it the last of a month or year."""
    return promise.due is not None and last_day(promise.due) is not None


def steps_of(promise: Commitment) -> Iterator[tuple[CommitmentStep, Fact]]:
    """The changes of state with the fact behind each; that a promise was made is none."""
    for step in promise.history[1:]:
        behind = (fact for fact in (promise.met_by, promise.changed_to) if fact is not None and step.entry in fact.entries)
        yield (step, next(behind, None) or Fact((step.entry,)))


def step_words(promise: Commitment, step: CommitmentStep) -> str:
    """A change of state, since when it is known, and to what a promise was changed."""
    words = f"{state_words(step.state)}, known since {step.known}"
    newer = promise.changed_to
    if newer is None or step.state is not CommitmentState.CHANGED:
        return f"{words}:"
    time = newer.claim.time
    now = [f"by {day}" if (day := time and (time.end or time.start)) else "", quantity_words(newer.claim.quantity)]
    return one_line(f"{words}, now {' '.join(part for part in now if part and part != UNKNOWN) or 'otherwise'}:")


def remarks_of(promise: Commitment) -> Iterator[tuple[str, Fact]]:
    """What stands beside the history of a promise, with its words: who denies that it was met, and what may bear on it."""
    for entry in promise.disputed:
        yield (f"{DISPUTED}, known since {entry.report.published or 'it was added'}:", Fact((entry,)))
    for entry in promise.bearing:
        yield (
            f"{BEARING}{_less_words(entry, promise)}, known since {entry.report.published or 'it was added'}:",
            Fact((entry,)),
        )


def _less_words(entry: Entry, promise: Commitment) -> str:
    """How much less was done than promised: " (60 of 90)"; empty where that is not told."""
    mine, theirs = entry.claim.quantity, promise.fact.claim.quantity
    if entry.claim.kind is not promise.fact.claim.kind or mine is None or theirs is None or mine.unit != theirs.unit:
        return ""
    done, wanted = (quantity.delta if quantity.delta is not None else quantity.value for quantity in (mine, theirs))
    same_way = entry.claim.arg("direction") == promise.fact.claim.arg("direction")
    less = done is not None and wanted is not None and done < wanted and same_way and entry.claim.status is Status.ACTUAL
    return f" ({done:,.15g} of {wanted:,.15g})" if less else ""


def also_words(promise: Commitment) -> str:
    """In what other terms the promise was told: "also told: by 20 personnel; without a number; by 2022-09-01"; empty where in none."""
    terms = [quantity_words(q) if (q := fact.claim.quantity) else "without a number" for fact in promise.also]
    times = (entry.claim.time for entry in promise.fact.entries)
    days = (day for time in times if time and (day := time.end or time.start))
    others = [f"by {day}" for day in days if promise.due and not (day.startswith(promise.due) or promise.due.startswith(day))]
    told = "; ".join(dict.fromkeys([*terms, *others]))
    return f"also told: {told}" if told else ""


def condition_words(promise: Commitment) -> str:
    """The condition of a promise where the claim that stands for it does not bear it; empty where there is none."""
    words = promise.condition
    return one_line(f"on condition: “{words}”") if words and words != promise.fact.claim.arg("condition") else ""
