"""The options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import InvalidDate
from onrecord.model import Cause, Kind, Status, first_day, is_partial_date, last_day


def a_date(given: str | None) -> str | None:
    """A date as a user gives it, with its year."""
    if given is None:
        return None
    if not is_partial_date(given) or given.startswith("X"):
        raise typer.BadParameter(str(InvalidDate(given)))
    return given


def a_first_day(ctx: typer.Context, given: str | None) -> str | None:
    """The first day of a stretch of time."""
    return _in_order(given, a_date(given), ctx.params.get("until"))


def a_last_day(ctx: typer.Context, given: str | None) -> str | None:
    """The last day of a stretch of time; whichever of the two is read last sees the other."""
    return _in_order(given, ctx.params.get("since"), a_date(given))


def _in_order(given: str | None, since: str | None, until: str | None) -> str | None:
    first, last = (first_day(since) if since else None), (last_day(until) if until else None)
    if first and last and first > last:
        raise typer.BadParameter(f"{since} comes after {until}: no day lies between them. Exchange the two.")
    return given


def some_kinds(given: str | None) -> str | None:
    """Kinds parted by commas, each one of the ledger's."""
    for name in given.split(",") if given is not None else ():
        if name.strip() not in set(Kind):
            raise typer.BadParameter(f"{name.strip()!r} is no kind; the kinds are {', '.join(Kind)}.")
    return given


Paths = Annotated[
    list[Path], typer.Argument(help="Files or folders: text, Markdown, HTML, PDF, JSON, JSONL, RSS, Atom.", show_default=False)
]
LedgerFile = Annotated[Path, typer.Option("--ledger", envvar="ONRECORD_LEDGER", help="The ledger.", metavar="FILE")]
Actor = Annotated[str | None, typer.Option("--actor", help="Only this actor, by any of its names.", show_default=False)]
Place = Annotated[
    str | None, typer.Option("--in", help="Only this place and what lies in it.", metavar="PLACE", show_default=False)
]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="Only claims of this kind.", show_default=False)]
StatusOption = Annotated[Status | None, typer.Option("--status", help="Only claims of this status.", show_default=False)]
CauseOption = Annotated[Cause | None, typer.Option("--cause", help="Only disputes with this cause.", show_default=False)]
Since = Annotated[
    str | None, typer.Option("--since", help="Only what holds on or after this day.", metavar="DATE", callback=a_first_day)
]
Until = Annotated[
    str | None, typer.Option("--until", help="Only what holds on or before this day.", metavar="DATE", callback=a_last_day)
]
On = Annotated[str | None, typer.Option("--on", help="The day that is asked about.", metavar="DATE", callback=a_date)]
Known = Annotated[
    str | None,
    typer.Option("--known", help="As known on this day: later reports do not count.", metavar="DATE", callback=a_date),
]
Added = Annotated[
    str | None,
    typer.Option("--added", help="As this ledger stood at the end of this day.", metavar="DATE", callback=a_date),
]
Published = Annotated[
    str | None,
    typer.Option("--published", help="The date of reports that bear none.", metavar="DATE", callback=a_date),
]
Model = Annotated[
    str | None, typer.Option("--model", help="An installed spaCy pipeline for English.", metavar="NAME", show_default=False)
]
NoTriage = Annotated[bool, typer.Option("--no-triage", help="Parse every sentence, not only those that may say something.")]
Without = Annotated[
    str | None,
    typer.Option(
        "--without",
        help="Leave out claims of these kinds; what could make no other claim is not parsed.",
        metavar="KIND[,KIND]",
        show_default=False,
        callback=some_kinds,
    ),
]
Names = Annotated[
    list[Path] | None,
    typer.Option(
        "--names", help="A CSV file of names of your own; may be given more than once.", metavar="FILE", show_default=False
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        help="Only claims at least so likely to be right, from 0 to 1; 0 is all.",
        metavar="P",
        min=0.0,
        max=1.0,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]

DEFAULT_LEDGER = Path("ledger.db")
