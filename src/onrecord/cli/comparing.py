"""Commands that lay facts beside one another."""

from __future__ import annotations

from onrecord.cli import console
from onrecord.cli.asking import answered, dated, show_answer
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
