"""Commands that keep a ledger: what is in it, what is taken out of it, and whether it is whole."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import opened, show_answer
from onrecord.cli.explaining import ReportId
from onrecord.cli.options import DEFAULT_LEDGER, Added, AsJson, Known, LedgerFile
from onrecord.errors import LedgerReadOnly

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.ledger import Ledger

OnlyWithdrawn = Annotated[bool, typer.Option("--withdrawn", help="Only the tombstones of those that were withdrawn.")]
Why = Annotated[str, typer.Option("--why", help="The reason, which the tombstone tells.", metavar="WORDS", show_default=False)]
By = Annotated[str | None, typer.Option("--by", help="Who does it.", metavar="NAME", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first.")]


def reports(
    known: Known = None,
    added: Added = None,
    withdrawn: OnlyWithdrawn = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """The reports of the ledger: their ids, how many claims each makes, which correct others, and which were withdrawn."""
    from onrecord.ledger import listed
    from onrecord.views.listing import table_of_reports

    with opened(ledger) as book:
        answer = listed(book, known=known, added=added, withdrawn=withdrawn)
    show_answer(answer, table_of_reports(answer, withdrawn=withdrawn), json=json)


def withdraw(
    report: ReportId,
    why: Why,
    by: By = None,
    yes: Yes = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Take a report out for good: its words and claims are gone from the file, a tombstone with the reason stays."""
    from onrecord.ledger import Ledger, withdraw
    from onrecord.views.listing import withdrawal_words

    if not why.strip():
        raise typer.BadParameter("the tombstone needs a reason.", param_hint="--why")
    with Ledger.open(ledger) as book:
        if not yes:
            _ask(report)
        done = withdraw(book, report, why=why, by=by)
    if json:
        console.print_json(done)
    else:
        console.show(*withdrawal_words(done))
    if not done.scrubbed:
        raise typer.Exit(1)


def check(ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """Look at every report, claim, judgement, span, id and reference of the ledger, and say what is wrong."""
    from onrecord.ledger import examine
    from onrecord.views.checked import checked_words

    with _writable_or_not(ledger) as book:
        found = examine(book)
    show_answer(found, checked_words(found), json=json)
    if not found.is_whole:
        raise typer.Exit(1)


def _writable_or_not(path: Path) -> Ledger:
    """The ledger at this path, for writing where that can be: SQLite compares the full-text index in no other way."""
    from onrecord.ledger import Ledger

    try:
        return Ledger.open(path)
    except LedgerReadOnly:
        return Ledger.open(path, readonly=True)


def _ask(report: str) -> None:
    """Ask whether it is meant; where nobody can be asked, it has to be said beforehand."""
    from onrecord.views.harmless import one_line

    if not sys.stdin.isatty():
        raise typer.BadParameter("its words cannot be brought back. Say --yes if that is meant.", param_hint="--yes")
    typer.confirm(f"Take out {one_line(report)} for good? Its words cannot be brought back.", abort=True)
