"""The command that lists what a ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import opened, show_answer
from onrecord.cli.options import DEFAULT_LEDGER, Added, AsJson, Known, LedgerFile
from onrecord.model import Listed

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
    from onrecord.ledger import catalogue, listed, withdrawn_notes
    from onrecord.views.catalogue import table_of_echoes, table_of_reports

    with opened(ledger) as book:
        if corrections or withdrawn:
            _show_listed(listed(book, known=known, added=added, withdrawn=withdrawn), corrections=corrections, json=json)
            return
        answer = catalogue(book, known=known, added=added)
        notes = withdrawn_notes(book, known=known, added=added)
    if echoes:
        answer = tuple(one for one in answer if one.echoes)
    table = table_of_echoes if echoes else table_of_reports
    show_answer(answer, table(answer, width=console.width()), json=json, notes=notes)


def _show_listed(rows: tuple[Listed, ...], *, corrections: bool, json: bool) -> None:
    from onrecord.views.listing import table_of_reports

    answer = tuple(row for row in rows if row.corrects or row.corrected_by) if corrections else rows
    show_answer(answer, table_of_reports(answer, withdrawn=not corrections), json=json)
