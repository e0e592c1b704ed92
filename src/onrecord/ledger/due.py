"""What was promised, by when, and what has become of it. Silence never makes a promise missed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.ledger.bearing import Bearing
from onrecord.ledger.clock import Day, asked_day, known_since
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import Order, facts_of, order_of_fact
from onrecord.ledger.falling_due import AHEAD, TOLD, Kin, kin_of, promised_between
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.names import Asked
from onrecord.ledger.origins import with_origins
from onrecord.ledger.outcomes import Evidence, Outcome, outcome_of
from onrecord.ledger.own_words import is_asked_for
from onrecord.ledger.promises import Promise, due_by, promises_of, tellings_of
from onrecord.ledger.site_names import is_named
from onrecord.ledger.targets import names_in
from onrecord.model import Commitment, CommitmentState, Entry, Fact, Kind, Status, first_day, last_day
from onrecord.model.commitment import KEPT

ALL = tuple(CommitmentState)


def due(
    ledger: Ledger,
    *,
    actor: str | None = None,
    place: str | None = None,
    on: Day | None = None,
    since: Day | None = None,
    until: Day | None = None,
    states: Collection[CommitmentState | str] = ALL,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> tuple[Commitment, ...]:
    """Everything promised, planned or conditional, in the order in which it falls due; what has no date stands last.

    What somebody asks of another ("asked for 48 launchers") nobody has promised.

    With ``on``, only what has fallen due by the end of that day; with ``since`` and ``until``, only what falls due between them.
    A promise that reports put in other terms ("from 50 to 30", "by 20", "to 30") is one; what its outlet corrected is none.
    What became of it is told by reports published later alone, see ``verdicts``; where its day has passed by ``known`` (else by
    the ledger's latest report) and none tells, it is ``no_evidence``.
    """
    first = asked_day(since, at_end=False, where="since").isoformat() if since is not None else None
    last = asked_day(until, where="until").isoformat() if until is not None else None
    seen = asked_day(known, where="known").isoformat() if known is not None else None
    filters = Filters(actor=actor, place=place, known=seen, added=added, min_confidence=min_confidence)
    entries, kin = told_between(ledger, filters, first, last)
    besides = told_of_sites(ledger, filters, entries)
    corrected = corrected_in(ledger, [*entries, *besides])
    found = commitments(
        (entry for entry in entries if not corrected or entry not in corrected),
        besides=[entry for entry in besides if not corrected or entry not in corrected],
        on=on,
        known=known,
        today=known or ledger.latest(added=added),
        bearing=True,
        between=(first, last),
        kin=kin,
    )
    asked = {CommitmentState(state) for state in states}
    return tuple(one for one in found if one.state in asked)


def told_between(ledger: Ledger, asked: Filters, first: str | None, last: str | None) -> tuple[list[Entry], Kin | None]:
    """What tells of promises that fall due between two days, and what finds the rest; all that passes where no day is given."""
    if (first is None and last is None) or asked.added is not None:
        return ledger.find(asked), None
    asked = ledger.resolved(asked)
    kin = kin_of(ledger, asked, promised_between(ledger, asked, (first or FIRST, last or LAST)))
    return kin.entries, kin


def told_of_sites(ledger: Ledger, asked: Filters, found: Iterable[Entry]) -> list[Entry]:
    """What else is told of the sites that these promises name, by who leaves out whose they are and where they lie."""
    if asked.actor is None and asked.place is None:
        return []
    promised = (entry.claim for entry in found if entry.claim.kind is Kind.SITE and entry.claim.status in AHEAD)
    own = (claim for claim in promised if "site" in claim.ids or is_named(claim.arg("site") or ""))
    keys = sorted({key for claim in own for key in names_in("site", claim)})
    if not keys:
        return []
    named = (Asked("place", "", tuple(keys)),)
    told = ledger.find(replace(asked, actor=None, place=None, resolved=named, kind=Kind.SITE, statuses=TOLD))
    known = {entry.claim.id for entry in found}
    return [entry for entry in told if entry.claim.id not in known]


def commitments(
    entries: Iterable[Entry],
    *,
    on: Day | None = None,
    known: Day | None = None,
    today: Day | None = None,
    bearing: bool = False,
    between: tuple[str | None, str | None] = (None, None),
    besides: Iterable[Entry] = (),
    kin: Kin | None = None,
) -> tuple[Commitment, ...]:
    """The promises among these entries, each with what these entries say has become of it, as far as they were known by ``known``.

    ``today`` is the day as of which a promise is overdue, else ``known`` or that of the latest report with a date. ``between`` leaves out
    those that do not fall due between two days, each of which may be open. ``bearing`` adds to those of which nobody says what became
    of them what else is told of the same parties. What is told ``besides`` may decide a promise, and bears on none that it does not.
    Where these entries are not all that there is, ``kin`` finds what else is asked for.
    """
    told = list(entries)
    seen = asked_day(known, where="known").isoformat() if known is not None else LAST
    told = [entry for entry in told if known_since(entry.report) <= seen]
    day = today if today is not None else known
    as_of = asked_day(day, where="known").isoformat() if day is not None else _latest(told)
    ahead = facts_of(
        entry for entry in told if entry.claim.status in (Status.PLANNED, Status.CONDITIONAL) and not is_asked_for(entry)
    )
    promised = promises_of(tellings_of(ahead))
    late = [entry for entry in besides if known_since(entry.report) <= seen]
    asked = [promise for promise in promised if falls_between(due_by(promise.on(seen)), *between)]
    if kin is not None:
        late += kin.answers(asked)
    evidence = Evidence({entry.claim.id: entry for entry in (*told, *late)}.values(), promised, kin.rivals if kin else None)
    found = [(promise, outcome_of(promise, evidence)) for promise in asked]
    leads = {id(fact): promise.on(seen)[0] for promise in promised for fact in promise.told}
    made = [_commitment(promise, outcome, (seen, as_of), leads.get(id(outcome.fact))) for promise, outcome in found]
    if bearing:
        made = _with_bearing(made, kin.bearing if kin is not None else Bearing(told).on_each)
    if on is not None:
        until = asked_day(on, where="on")
        made = [one for one in made if one.due and (day := last_day(one.due)) and day <= until]
    return tuple(sorted(made, key=_order))


def _commitment(promise: Promise, outcome: Outcome, days: tuple[str, str], newer: Fact | None) -> Commitment:
    """The commitment of which a promise tells, as known on one day and as of another; ``newer`` is what moved it, if anything."""
    seen, today = days
    told = promise.on(seen)
    falls, state = due_by(told), outcome.state
    day = last_day(falls) if falls else None
    if state is CommitmentState.OPEN and day is not None and day.isoformat() < today:
        state = CommitmentState.NO_EVIDENCE
    return Commitment(
        fact=told[0],
        due=falls,
        state=state,
        history=outcome.steps,
        met_by=with_origins(outcome.fact) if state in KEPT else None,
        also=told[1:],
        changed_to=newer if state is CommitmentState.CHANGED else None,
        disputed=outcome.disputed,
        condition=next((words for fact in told if (words := fact.claim.arg("condition"))), None),
    )


def _with_bearing(
    made: list[Commitment], near: Callable[[Sequence[tuple[Fact, ...]]], list[tuple[Entry, ...]]]
) -> list[Commitment]:
    """The commitments, beside those that nothing decides what else is told of the same parties."""
    undecided = [one for one in made if _is_undecided(one)]
    found = {id(one): told for one, told in zip(undecided, near([(one.fact, *one.also) for one in undecided]), strict=True)}
    return [replace(one, bearing=found[id(one)]) if id(one) in found else one for one in made]


def _is_undecided(one: Commitment) -> bool:
    """Whether the day of a promise has passed, or it has none, and nothing decides."""
    return one.state is CommitmentState.NO_EVIDENCE or (one.state is CommitmentState.OPEN and one.due is None)


def _latest(entries: list[Entry]) -> str:
    dated = [known_since(entry.report) for entry in entries if entry.report.published]
    return max(dated or [known_since(entry.report) for entry in entries], default="")


def falls_between(due: str | None, first: str | None, last: str | None) -> bool:
    """Whether something falls due within a window; what has no day does so only where none is asked for.

    >>> falls_between("2021-01", "2021-01-15", None), falls_between(None, None, None), falls_between(None, None, "2021-01-15")
    (True, True, False)
    """
    if first is None and last is None:
        return True
    begins, ends = (first_day(due), last_day(due)) if due else (None, None)
    if begins is None or ends is None:
        return False
    return (first is None or ends.isoformat() >= first) and (last is None or begins.isoformat() <= last)


def _order(one: Commitment) -> tuple[bool, bool, str, Order]:
    day = last_day(one.due) if one.due else None
    return (one.due is None, day is None, day.isoformat() if day else one.due or "", order_of_fact(one.fact))
