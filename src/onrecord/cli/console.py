"""Where answers and messages go: answers to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from onrecord.pipeline.add import Run

NARROWEST = 60


def out() -> Console:
    """Standard output: colours on a terminal only, and not where NO_COLOR is set."""
    from rich.console import Console

    return _wide_enough(Console(highlight=False, emoji=False, markup=False))


def err() -> Console:
    """Standard error."""
    from rich.console import Console

    return _wide_enough(Console(stderr=True, highlight=False, emoji=False, markup=False))


def show(*parts: RenderableType) -> None:
    """Print answers."""
    console = out()
    for part in parts:
        console.print(part)


def tell(part: RenderableType) -> None:
    """Print a message that is no answer."""
    err().print(part, soft_wrap=True)  # a path that is folded cannot be copied


def print_json(answer: object) -> None:
    """Print an answer as JSON."""
    from onrecord.views.answer_json import answer_to_json

    write_out([json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2) + "\n"])


def print_line(row: object) -> None:
    """Print one line of JSON."""
    write_out([json.dumps(row, ensure_ascii=False) + "\n"])


def is_terminal() -> bool:
    """Whether somebody looks at standard output."""
    return sys.stdout.isatty()


def write_out(lines: Iterable[str]) -> None:
    """Write lines for programs to standard output; on a terminal, what could steer it is shown as a sign instead."""
    if is_terminal():
        from onrecord.views.harmless import harmless

        lines = map(harmless, lines)
    sys.stdout.writelines(lines)


def width() -> int:
    """How many characters a line of output has."""
    return out().width


@contextmanager
def progress(run: Run, *, done: str = "Reading") -> Iterator[None]:
    """A line on the terminal that says how far a run has come; nothing where standard error is no terminal."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = err()
    if not console.is_terminal:
        yield
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=24), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(done, total=None)
        run.on_report = lambda: bar.update(task, description=f"{done}: {run.seen:,} reports, {run.claims:,} claims")
        yield


@contextmanager
def settling() -> Iterator[Callable[[int, int], None] | None]:
    """Who is told how far an older ledger has been brought up to date: a line on the terminal, and nobody where there is none.

    What is done before the first telling takes no line.
    """
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = err()
    if not console.is_terminal:
        yield None
        return
    text = TextColumn("Joining the claims of this ledger anew: {task.completed:,.0f} of {task.total:,.0f}")
    with Progress(text, BarColumn(bar_width=24), TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("", total=1, visible=False)
        yield lambda done, of: bar.update(task, completed=done, total=of, visible=done < of, refresh=True)


def _wide_enough(console: Console) -> Console:
    console.width = max(console.width, NARROWEST)
    return console


def write(output: Path, parts: Iterable[str], *, option: str = "-o") -> None:
    """Write a file that the user named, and say so."""
    with writing(output, option=option), output.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)


@contextmanager
def writing(output: Path, *, option: str = "-o") -> Iterator[None]:
    """Say that a file was written, or that it cannot be."""
    try:
        yield
    except OSError as error:
        raise typer.BadParameter(
            f"{output} cannot be written: {error.strerror or error}. Name another file.", param_hint=option
        ) from error
    typer.echo(f"Wrote {output}", err=True)
