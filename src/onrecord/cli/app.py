"""The commands, and the door that they go through: errors become messages and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord import __version__
from onrecord.cli import (
    asking,
    cataloguing,
    comparing,
    console,
    explaining,
    finding,
    giving,
    holding,
    judging,
    keeping,
    reading,
    serving,
    speaking,
)
from onrecord.errors import BadImport, LedgerError, OnRecordError, UnreadableReport

UNREAD, USAGE, INTERRUPTED = 1, 2, 130
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NO_ROOM_LEFT = "there is no room left on a disk. Make room, or let TMPDIR name a folder for temporary files that has some."


class Door(TyperGroup):
    """Runs a command; an error that a user can mend is told without a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise
        except OnRecordError as error:
            from rich.text import Text

            from onrecord.views.harmless import harmless

            console.tell(Text(f"Error: {harmless(str(error))}", style="red"))
            raise typer.Exit(code_of(error)) from None
        except BrokenPipeError:
            leave_quietly()
            raise typer.Exit(0) from None
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            console.tell(f"Error: {NO_ROOM_LEFT} ({error.strerror})")
            raise typer.Exit(UNREAD) from None


app = typer.Typer(
    cls=Door,
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: onrecord demo",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version, metavar="")
    ] = False,
) -> None:
    """Read reports on security affairs, and keep a ledger of claims, each with the words that make it."""


COMMANDS = (
    ("Reading", reading.read, "onrecord read report.html --published 2020-12-13"),
    ("Reading", reading.add, "onrecord add reports/ --ledger iraq.db"),
    ("Asking", asking.footprint, "onrecord footprint 'United States' --in Iraq --on 2020-12-13 --known 2020-12-13"),
    ("Asking", asking.levels, "onrecord levels US --in Iraq"),
    ("Asking", asking.timeline, "onrecord timeline --in Iraq --since 2020 --kind site"),
    ("Asking", asking.due, "onrecord due --in Iraq --known 2020-12-13"),
    ("Asking", holding.sites, "onrecord sites --in Iraq --on 2020-05-01"),
    ("Asking", holding.assistance, "onrecord assistance --donor US --in Iraq"),
    ("Asking", comparing.disputes, "onrecord disputes --in Iraq --cause scope"),
    ("Asking", asking.claims, "onrecord claims --text 'rocket*' --status actual"),
    ("Asking", speaking.speakers, "onrecord speakers --about troops"),
    ("Asking", speaking.statements, "onrecord statements 'Wayne Marotto' --since 2020"),
    ("Looking closer", serving.serve, "onrecord serve iraq.db"),
    ("Looking closer", cataloguing.reports, "onrecord reports --echoes"),
    ("Looking closer", explaining.show, "onrecord show REPORT-ID"),
    ("Looking closer", explaining.explain, "onrecord explain force_level"),
    ("Looking closer", comparing.compare, "onrecord compare 1a2b3c4d 5e6f7a8b"),
    ("Looking closer", finding.find, "onrecord find dates texts.jsonl --jsonl"),
    ("Keeping", keeping.withdraw, "onrecord withdraw REPORT-ID --why 'Asked for by its publisher'"),
    ("Keeping", keeping.check, "onrecord check --ledger iraq.db"),
    ("Keeping", keeping.backup, "onrecord backup copy.db"),
    ("Keeping", keeping.import_, "onrecord import ledger.jsonl --ledger new.db"),
    ("Judging", judging.judge, "onrecord judge correct 1a2b3c4d --set place=Kuwait --why 'the base is there'"),
    (
        "Judging",
        judging.split,
        "onrecord split 1a2b3c4d --into 'actor=Spain|quantity.delta=200' --into 'actor=Poland|quantity.delta=300'",
    ),
    ("Judging", judging.undo, "onrecord undo 5e6f7a8b --why 'I was wrong'"),
    ("Judging", judging.judgements, "onrecord judgements --report REPORT-ID"),
    ("Judging", judging.reread, "onrecord reread --only-look"),
    ("Judging", judging.evaluate, "onrecord evaluate"),
    ("Handing on", giving.export, "onrecord export --format csv -o claims.csv"),
    ("Handing on", giving.report, "onrecord report -o iraq.html --actor 'United States' --in Iraq"),
    ("Reading", giving.demo, "onrecord demo -o demo.html"),
)
for panel, command, example in COMMANDS:
    app.command(rich_help_panel=panel, epilog=f"Example: {example}")(command)


def code_of(error: OnRecordError) -> int:
    """The exit code: what could not be read is 1, what was asked wrongly 2."""
    return UNREAD if isinstance(error, LedgerError | UnreadableReport | BadImport) else USAGE


def leave_quietly() -> None:
    """Let go of standard output after its reader has gone, so that nothing complains at the end."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())


def main() -> None:
    """What ``onrecord`` and ``python -m onrecord`` run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="onrecord")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
