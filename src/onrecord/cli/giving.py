"""Commands that hand the ledger on: files of claims, the one-file report, and the demo."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.opening import opened
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    Actor,
    Added,
    AsJson,
    KindOption,
    Known,
    LedgerFile,
    MinConfidence,
    Place,
    Since,
    StatusOption,
    Until,
)
from onrecord.cli.reading import open_or_create

if TYPE_CHECKING:
    from onrecord.ledger import Filters, Ledger


class Format(StrEnum):
    """How claims and facts, the whole ledger, or analysts' judgements can be exported."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    LEDGER = "ledger"
    GOLD = "gold"


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format", help="JSON lines, flat tables, all that the ledger holds (to be imported), or what analysts hold right."
    ),
]
Facts = Annotated[bool, typer.Option("--facts", help="One row a fact instead of one a claim.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Without the words of the reports: offsets and addresses instead.")]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", help="Where to write it; standard output if left out.", metavar="FILE")
]
PageFile = Annotated[
    Path | None, typer.Option("-o", "--output", help="The HTML file to write.", metavar="FILE", show_default=False)
]
PdfFile = Annotated[
    Path | None,
    typer.Option("--pdf", help="Also print it as PDF, by a browser of this machine.", metavar="FILE", show_default=False),
]
Title = Annotated[str | None, typer.Option("--title", help="The page's title.", show_default=False)]
DemoLedger = Annotated[Path | None, typer.Option("--ledger", help="Keep the demo's ledger in this file.", metavar="FILE")]
DemoPage = Annotated[Path | None, typer.Option("-o", "--output", help="Also write the one-file HTML report.", metavar="FILE")]


def export(
    format: FormatOption = Format.JSONL,
    output: OutputOption = None,
    facts: Facts = False,
    no_text: NoText = False,
    actor: Actor = None,
    place: Place = None,
    kind: KindOption = None,
    status: StatusOption = None,
    since: Since = None,
    until: Until = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write claims or facts as JSON lines, CSV or Parquet, with or without the words of the reports; or the whole ledger."""
    from onrecord.ledger import Filters

    asked = Filters(
        actor=actor, place=place, kind=kind, status=status, since=since, until=until, known=known, added=added,
        min_confidence=min_confidence,
    )  # fmt: skip
    if format in (Format.LEDGER, Format.GOLD) and (facts or no_text or asked != Filters()):
        raise typer.BadParameter("a whole ledger and its gold have no filters. Leave them out.", param_hint="--format")
    with opened(ledger) as book:
        if format is Format.PARQUET:
            _write_parquet(book, output, asked, facts=facts, text=not no_text)
        else:
            _write_lines(_lines_of(book, format, asked, facts=facts, text=not no_text), output)


def report(
    output: PageFile = None,
    pdf: PdfFile = None,
    actor: Actor = None,
    place: Place = None,
    known: Known = None,
    title: Title = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write one self-contained page: level charts, promises, timeline, sites, assistance, disputes, and every sentence behind them."""
    from onrecord.cli.browsers import print_page
    from onrecord.cli.report_page import page_of
    from onrecord.views.page import render_page

    if output is None and pdf is None:
        raise typer.BadParameter("name a file to write.", param_hint="-o")
    with opened(ledger) as book:
        html = render_page(page_of(book, actor=actor, place=place, known=known, title=title))
    if output is not None:
        console.write(output, [html])
    if pdf is not None:
        with console.writing(pdf):
            print_page(html, pdf)


def _lines_of(book: Ledger, format: Format, asked: Filters, *, facts: bool, text: bool) -> Iterator[str]:
    from onrecord.ledger import export_csv, export_gold, export_jsonl, export_ledger

    if format is Format.LEDGER:
        return export_ledger(book)
    if format is Format.GOLD:
        return export_gold(book)
    export = export_csv if format is Format.CSV else export_jsonl
    return export(book, asked, facts=facts, text=text)


def _write_lines(lines: Iterable[str], output: Path | None) -> None:
    if output is None:
        console.write_out(lines)
    else:
        console.write(output, lines)


def _write_parquet(book: Ledger, output: Path | None, asked: Filters, *, facts: bool, text: bool) -> None:
    from onrecord.ledger import columns_of, rows_of, write_parquet

    if output is None:
        raise typer.BadParameter("Parquet is no text: name a file with -o.", param_hint="--format")
    with console.writing(output):
        write_parquet(output, columns_of(facts=facts, text=text), rows_of(book, asked, facts=facts, text=text))


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
