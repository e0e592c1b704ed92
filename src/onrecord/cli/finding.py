"""The command that finds mentions in lines of text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from onrecord.cli import console
from onrecord.cli.options import Model, Names
from onrecord.errors import UnreadableReport


class Sought(StrEnum):
    """What can be found, named here so that help comes without loading a parser."""

    DATES = "dates"
    QUANTITIES = "quantities"
    NAMES = "names"
    PLACES = "places"
    ATTRIBUTIONS = "attributions"


What = Annotated[Sought, typer.Argument(help="What to find.", show_default=False)]
File = Annotated[
    Path, typer.Argument(help='Lines of JSON, {"doc" or "id", "dct", "text"} each; - for standard input.', show_default=False)
]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Print one mention a line, as JSON.")]


def find(what: What, file: File, jsonl: AsLines = False, names: Names = None, model: Model = None) -> None:
    """Find dates, quantities, names, places or attributions in lines of text."""
    from onrecord.pipeline.find import BadLine, find_in_lines
    from onrecord.pipeline.find import What as Finder

    bad = 0
    with _lines_of(file) as lines:
        for found in find_in_lines(Finder(what.value), lines, model=model, names=names or ()):
            if isinstance(found, BadLine):
                bad += 1
                typer.echo(f"{file}, {found}", err=True)
            elif jsonl:
                console.print_line(found)
            else:
                _show(found)
    if bad:
        raise typer.Exit(1)


def _show(row: dict[str, Any]) -> None:
    from onrecord.views.harmless import one_line

    typer.echo("  ".join(f"{name} {one_line(_words(value))}" for name, value in row.items() if value not in (None, [])))


def _words(value: Any) -> str:
    """A value as a reader expects it: names in a list parted by commas."""
    return ", ".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else str(value)


@contextmanager
def _lines_of(file: Path) -> Iterator[TextIO]:
    if str(file) == "-":
        yield sys.stdin
        return
    try:
        opened = file.open(encoding="utf-8-sig", errors="replace", newline="\n")
    except OSError as error:
        raise UnreadableReport(str(file), f"{error.strerror or error}. Name a file of JSON lines.") from error
    with opened:
        yield opened
