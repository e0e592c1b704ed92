"""Commands that lay facts beside one another."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import answered, dated, show_answer
from onrecord.cli.opening import opened
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    Actor,
    Added,
    AsJson,
    CauseOption,
    KindOption,
    Known,
    LedgerFile,
    MinConfidence,
    Place,
)

One = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim, by the beginning of its id.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The claim to lay beside it.", show_default=False)]


def disputes(
    actor: Actor = None,
    place: Place = None,
    kind: KindOption = None,
    cause: CauseOption = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Where reports differ: pairs of facts that cannot both hold as they stand, and why they differ.

    The causes: newer (one takes the other's place), scope (they do not count the same), day (each is of its own day), rounding,
    repeat (an old number told again), contradiction (nothing of that explains it).
    """
    from onrecord.ledger import disputes as ask
    from onrecord.views.disputed import table_of_disputes

    (answer, day), notes = answered(
        ledger,
        dated(ask),
        actor=actor,
        place=place,
        kind=kind,
        cause=cause,
        known=known,
        added=added,
        min_confidence=min_confidence,
    )
    table = table_of_disputes(answer, width=console.width(), title=f"Disputes, as of {day}")
    show_answer(answer, table, json=json, notes=(*([f"As of {day}."] if json else []), *notes))


def compare(one: One, other: Other, ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """Whether two claims tell of one fact, and if not, what parts them.

    What may part them: event (another thing), status, scope, newer, day, rounding, repeat, contradiction.
    """
    from onrecord.ledger import compare as ask
    from onrecord.views.disputed import compared

    with opened(ledger) as book:
        answer = ask(book, one, other)
    show_answer(answer, compared(answer, width=console.width()), json=json)
