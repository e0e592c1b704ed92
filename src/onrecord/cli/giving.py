"""Commands that hand the ledger on: files of claims, the one-file report, and the demo."""

from __future__ import annotations

import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import opened
from onrecord.cli.options import DEFAULT_LEDGER, Actor, AsJson, Known, LedgerFile, MinConfidence, Place
from onrecord.cli.reading import open_or_create

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


class Format(StrEnum):
    """How claims can be exported."""

    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help="JSON lines, or a flat table with one row a claim.")]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", help="Where to write it; standard output if left out.", metavar="FILE")
]
PageFile = Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write.", metavar="FILE", show_default=False)]
Title = Annotated[str | None, typer.Option("--title", help="The page's title.", show_default=False)]
DemoLedger = Annotated[Path | None, typer.Option("--ledger", help="Keep the demo's ledger in this file.", metavar="FILE")]
DemoPage = Annotated[Path | None, typer.Option("-o", "--output", help="Also write the one-file HTML report.", metavar="FILE")]


def export(
    format: FormatOption = Format.JSONL,
    output: OutputOption = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write the claims of the ledger as JSON lines or CSV."""
    from onrecord.ledger import Filters, export_csv, export_jsonl

    asked = Filters(min_confidence=min_confidence)
    with opened(ledger) as book:
        lines = export_csv(book, asked) if format is Format.CSV else export_jsonl(book, asked)
        if output is None:
            sys.stdout.writelines(lines)
        else:
            console.write(output, lines)


def report(
    output: PageFile,
    actor: Actor = None,
    place: Place = None,
    known: Known = None,
    title: Title = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write one self-contained HTML page: level chart, promises, timeline, and every sentence behind them."""
    with opened(ledger) as book:
        write_page(book, output, actor=actor, place=place, known=known, title=title)


def demo(ledger: DemoLedger = None, output: DemoPage = None, min_confidence: MinConfidence = 0.0, json: AsJson = False) -> None:
    """Read the sample reports that come with OnRecord, and show what the ledger then answers."""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = ledger or Path(folder) / "demo.db"
        with open_or_create(path) as book:
            _demo(book, output, min_confidence=min_confidence, json=json)
    if not json:
        from onrecord.views.demo import next_steps

        console.show(next_steps(str(ledger) if ledger else None, str(output) if output else None))


def _demo(book: Ledger, output: Path | None, *, min_confidence: float, json: bool) -> None:
    from onrecord.pipeline.demo import add_samples, ask_demo, demo_run
    from onrecord.views.demo import demo_parts
    from onrecord.views.summary import run_summary

    run = demo_run()
    with console.progress(run):
        for _ in add_samples(book, run):
            pass
    answer = ask_demo(book, min_confidence=min_confidence)
    if json:
        console.print_json(answer)
    else:
        parts = demo_parts(
            series=answer.levels,
            footprint=answer.footprint,
            promises=answer.promises,
            sites=answer.sites,
            truce=answer.truce,
            assistance=answer.assistance,
            threats=answer.threats,
            width=console.width(),
        )
        console.show(run_summary(run.summary, added=True), *parts)
    if output is not None:
        write_page(
            book, output, actor=answer.levels.actor, place=answer.levels.place, title="The Coalition in Iraq: sample reports"
        )


def write_page(
    book: Ledger,
    output: Path,
    *,
    actor: str | None = None,
    place: str | None = None,
    known: str | None = None,
    title: str | None = None,
) -> None:
    """Ask the ledger and write the page."""
    from onrecord.cli.report_page import page_of
    from onrecord.views.page import render_page

    page = page_of(book, actor=actor, place=place, known=known, title=title)
    console.write(output, [render_page(page)])
