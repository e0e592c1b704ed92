"""The command that lists what a ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import answered, show_answer
from onrecord.cli.options import DEFAULT_LEDGER, Added, AsJson, Known, LedgerFile

Echoes = Annotated[bool, typer.Option("--echoes", help="Only texts that several reports carry, with who carries them.")]

Corrections = Annotated[bool, typer.Option("--corrections", help="Only reports that correct others, or that others correct.")]
Withdrawn = Annotated[bool, typer.Option("--withdrawn", help="Only the tombstones of those that were withdrawn.")]


def reports(
    echoes: Echoes = False,
    corrections: Corrections = False,
    withdrawn: Withdrawn = False,
    known: Known = None,
    added: Added = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """The reports of the ledger, with their claims, and whose text each carries; or what was corrected, or withdrawn."""
    from onrecord.ledger import listed
    from onrecord.views.listing import table_of_echoes, table_of_reports

    rows, notes = answered(ledger, listed, known=known, added=added)
    if withdrawn:
        gone = tuple(row for row in rows if row.tombstone)
        show_answer(gone, table_of_reports(gone, width=console.width(), none="No report was withdrawn."), json=json)
    elif corrections:
        linked = tuple(row for row in rows if row.corrects or row.corrected_by)
        show_answer(linked, table_of_reports(linked, width=console.width()), json=json)
    elif echoes:
        carried = tuple(row for row in rows if row.echoes)
        show_answer(carried, table_of_echoes(carried, width=console.width()), json=json, notes=notes)
    else:
        held = tuple(row for row in rows if row.tombstone is None)
        show_answer(held, table_of_reports(held, width=console.width()), json=json, notes=notes)
