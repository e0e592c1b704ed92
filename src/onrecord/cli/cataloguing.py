"""The command that lists what a ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import opened, show_answer
from onrecord.cli.options import DEFAULT_LEDGER, Added, AsJson, Known, LedgerFile

Echoes = Annotated[bool, typer.Option("--echoes", help="Only texts that several reports carry, with who carries them.")]


def reports(
    echoes: Echoes = False,
    known: Known = None,
    added: Added = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """The reports of the ledger, with their claims, and whose text each carries."""
    from onrecord.ledger import catalogue
    from onrecord.views.catalogue import table_of_echoes, table_of_reports

    with opened(ledger) as book:
        answer = catalogue(book, known=known, added=added)
    if echoes:
        answer = tuple(one for one in answer if one.echoes)
    table = table_of_echoes if echoes else table_of_reports
    show_answer(answer, table(answer, width=console.width()), json=json)
