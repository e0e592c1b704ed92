"""Commands that put a question to the ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from onrecord.cli import console
from onrecord.cli.drawing import PngFile, SvgFile, draw
from onrecord.cli.opening import opened
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    Actor,
    Added,
    AsJson,
    KindOption,
    Known,
    LedgerFile,
    MinConfidence,
    On,
    Place,
    Since,
    StatusOption,
    Until,
    a_first_day,
    a_last_day,
)
from onrecord.model import CommitmentState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType

    from onrecord.ledger import Ledger

ActorArgument = Annotated[str, typer.Argument(help="Whose, by any of its names: 'United States', US.", show_default=False)]
PlaceNeeded = Annotated[str, typer.Option("--in", help="Where.", metavar="PLACE", show_default=False)]
Unit = Annotated[str, typer.Option("--unit", help="What is counted: personnel, aircraft, …")]
Words = Annotated[
    str | None,
    typer.Option("--text", help='Words whatever their endings, "phrases" and beginnings* in the sentence.', show_default=False),
]
Source = Annotated[str | None, typer.Option("--source", help="Only what this source says.", show_default=False)]
Limit = Annotated[int | None, typer.Option("--limit", help="At most so many.", min=1, show_default=False)]


DueFrom = Annotated[
    str | None, typer.Option("--from", help="Only what falls due on or after this day.", metavar="DATE", callback=a_first_day)
]
DueUntil = Annotated[
    str | None, typer.Option("--until", help="Only what falls due on or before this day.", metavar="DATE", callback=a_last_day)
]
States = Annotated[
    list[CommitmentState] | None,
    typer.Option("--state", help="Only promises in this state; may be given more than once.", show_default=False),
]
CalendarFile = Annotated[
    Path | None,
    typer.Option("--ics", help="Write them to this file as an iCalendar, those that have a day.", metavar="FILE"),
]


def footprint(
    actor: ActorArgument,
    place: Place = None,
    on: On = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """What an actor has, promised, suffered and gave in a place on a day, as known on another day."""
    from onrecord.ledger import footprint as ask
    from onrecord.views.tables import table_of_footprint

    with opened(ledger) as book:
        day = on or known or book.latest(added=added) or datetime.now(UTC).date().isoformat()
        answer = ask(book, actor, place=place, on=day, known=known, added=added, min_confidence=min_confidence)
    show_answer(answer, table_of_footprint(answer, width=console.width()), json=json)


def levels(
    actor: ActorArgument,
    place: PlaceNeeded,
    unit: Unit = "personnel",
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    svg: SvgFile = None,
    png: PngFile = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """How many an actor had in a place over time: plans apart from what held, unknown left unknown."""
    from onrecord.ledger import levels as ask
    from onrecord.views.tables import table_of_levels

    answer, notes = answered(
        ledger, ask, actor, place=place, unit=unit, known=known, added=added, min_confidence=min_confidence
    )
    by = " and ".join(f"{clock} by {day}" for clock, day in (("known", known), ("added", added)) if day)
    draw(answer, svg=svg, png=png)
    show_answer(answer, table_of_levels(answer, width=console.width(), by=by), json=json, notes=notes)


def timeline(
    actor: Actor = None,
    place: Place = None,
    kind: KindOption = None,
    since: Since = None,
    until: Until = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """What happened when, the same fact of several reports told once."""
    from onrecord.ledger import timeline as ask
    from onrecord.views.tables import table_of_facts

    answer, notes = answered(
        ledger,
        ask,
        actor=actor,
        place=place,
        kind=kind,
        since=since,
        until=until,
        known=known,
        added=added,
        min_confidence=min_confidence,
    )
    show_answer(answer, table_of_facts(answer, width=console.width()), json=json, notes=notes)


def due(
    actor: Actor = None,
    place: Place = None,
    on: On = None,
    since: DueFrom = None,
    until: DueUntil = None,
    state: States = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ics: CalendarFile = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """What is promised by when, and what became of it: what is overdue, falls due next, was met, missed, changed or withdrawn.

    With --on, what had fallen due by that day. Nothing is missed unless a report says so; --ics writes a calendar.
    """
    from onrecord.ledger import due as ask
    from onrecord.views.tables import table_of_commitments

    (answer, day), notes = answered(
        ledger,
        dated(ask),
        actor=actor,
        place=place,
        on=on,
        since=since,
        until=until,
        states=state or tuple(CommitmentState),
        known=known,
        added=added,
        min_confidence=min_confidence,
    )
    if ics is not None:
        from onrecord.views.calendar import render_calendar

        console.write(ics, [render_calendar(answer)], option="--ics")
    else:
        table = table_of_commitments(answer, width=console.width(), title=f"Promised, as of {day}")
        show_answer(answer, table, json=json, notes=(*([f"As of {day}."] if json else []), *notes))


def claims(
    actor: Actor = None,
    place: Place = None,
    kind: KindOption = None,
    status: StatusOption = None,
    source: Source = None,
    since: Since = None,
    until: Until = None,
    known: Known = None,
    added: Added = None,
    text: Words = None,
    limit: Limit = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Single claims, by filters and by the words of their sentences."""
    from onrecord.ledger import Ledger
    from onrecord.views.tables import table_of_claims

    answer, notes = answered(
        ledger,
        Ledger.claims,
        kind=kind,
        actor=actor,
        place=place,
        status=status,
        source=source,
        since=since,
        until=until,
        text=text,
        known=known,
        added=added,
        limit=limit,
        min_confidence=min_confidence,
    )
    show_answer(answer, table_of_claims(answer, width=console.width()), json=json, notes=notes)


Answer = TypeVar("Answer")


def answered(
    ledger: Path, question: Callable[..., Answer], *args: object, known: str | None, added: str | None, **asked: object
) -> tuple[Answer, tuple[str, ...]]:
    """What a question answers by both clocks, and what is to be said of reports that were withdrawn."""
    from onrecord.ledger import withdrawn_notes

    with opened(ledger) as book:
        answer = question(book, *args, known=known, added=added, **asked)
        return answer, tuple(withdrawn_notes(book, known=known, added=added))


def dated(question: Callable[..., Answer]) -> Callable[..., tuple[Answer, str]]:
    """The question, answered with the day as of which it is: the one that is asked for, else that of the latest report."""

    def ask(book: Ledger, *, known: str | None, added: str | None, **asked: object) -> tuple[Answer, str]:
        from onrecord.ledger.clock import asked_day

        answer = question(book, known=known, added=added, **asked)
        day = asked_day(known, where="known").isoformat() if known is not None else book.latest(added=added)
        return answer, day or "no day: nothing is known"

    return ask


def show_answer(answer: object, table: RenderableType, *, json: bool, notes: Sequence[str] = ()) -> None:
    """An answer as JSON, or as its table, with whether analysts looked at what it rests on; notes go to standard error beside JSON."""
    from onrecord.views.reviewed import review_note
    from onrecord.views.tables import note

    if json:
        console.print_json(answer)
        for words in notes:
            console.tell(note(words))
    else:
        reviewed = review_note(answer)
        console.show(table, *([reviewed] if reviewed else []), *map(note, notes))
