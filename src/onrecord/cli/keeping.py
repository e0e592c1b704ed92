"""Commands that keep a ledger: what is in it, what is taken out of it, and whether it is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import show_answer
from onrecord.cli.explaining import ReportId
from onrecord.cli.opening import opened, opened_to_check, opened_to_write
from onrecord.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile
from onrecord.errors import BadImport

if TYPE_CHECKING:
    pass

Why = Annotated[str, typer.Option("--why", help="The reason, which the tombstone tells.", metavar="WORDS", show_default=False)]
By = Annotated[str | None, typer.Option("--by", help="Who does it.", metavar="NAME", show_default=False)]
Target = Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Replace a file of this name.")]
ImportFile = Annotated[Path, typer.Argument(metavar="FILE", help="What onrecord export wrote.", show_default=False)]
Note = Annotated[str | None, typer.Option("--why", help="Why the claims are added.", metavar="WORDS", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first.")]


def withdraw(
    report: ReportId,
    why: Why,
    by: By = None,
    yes: Yes = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Take a report out for good: its words and claims are gone from the file, a tombstone with the reason stays."""
    from onrecord.ledger import withdraw
    from onrecord.views.withdrawn import withdrawal_words

    if not why.strip():
        raise typer.BadParameter("the tombstone needs a reason.", param_hint="--why")
    with opened_to_write(ledger) as book:
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

    with opened_to_check(ledger) as book:
        found = examine(book)
    show_answer(found, checked_words(found), json=json)
    if not found.is_whole:
        raise typer.Exit(1)


def backup(target: Target, force: Force = False, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Copy the ledger as it is now into another file, while others go on using it."""
    from onrecord.ledger import backup

    with opened(ledger) as book:
        size = backup(book, target, force=force)
    typer.echo(f"Wrote {target} ({size / 1e6:,.1f} MB)", err=True)


def import_(
    file: ImportFile,
    by: By = None,
    why: Note = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Make a new ledger of an exported one, or add the claims of a file by hand to the reports that the ledger has."""
    from onrecord.ledger import import_claims, import_ledger, is_whole_ledger
    from onrecord.views.summary import imported_words

    with _lines(file) as lines:
        first = next(lines, "")
        if is_whole_ledger(first):
            done = import_ledger(chain([first], lines), ledger, name=str(file))
        elif by is None:
            raise typer.BadParameter("claims are added by hand: say by whom.", param_hint="--by")
        else:
            with opened_to_write(ledger) as book:
                done = import_claims(book, chain([first], lines), by=by, why=why or "", name=str(file))
    show_answer(done, imported_words(done), json=json)


import_.__name__ = "import"  # the command's name is a word of Python's own


@contextmanager
def _lines(file: Path) -> Iterator[Iterator[str]]:
    """The lines of a file in UTF-8; only a line feed ends one."""
    try:
        with file.open(encoding="utf-8", newline="\n") as opened_file:
            yield iter(opened_file)
    except (OSError, UnicodeDecodeError) as error:
        raise BadImport(str(file), f"it cannot be read ({error})", "Name a file that onrecord export wrote") from error


def _ask(report: str) -> None:
    """Ask whether it is meant; where nobody can be asked, it has to be said beforehand."""
    from onrecord.views.harmless import one_line

    if not sys.stdin.isatty():
        raise typer.BadParameter("its words cannot be brought back. Say --yes if that is meant.", param_hint="--yes")
    typer.confirm(f"Take out {one_line(report)} for good? Its words cannot be brought back.", abort=True)
