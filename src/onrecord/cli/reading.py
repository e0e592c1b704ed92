"""Commands that read reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.opening import opened_to_write
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    AsJson,
    LedgerFile,
    MinConfidence,
    Model,
    Names,
    NoTriage,
    Paths,
    Published,
    Without,
)
from onrecord.errors import LedgerError
from onrecord.model import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.ledger import Ledger
    from onrecord.model import Claim, Report
    from onrecord.pipeline.add import Run

Kinds = Annotated[list[Kind] | None, typer.Option("--kind", help="Only claims of this kind; may be given more than once.")]
Again = Annotated[bool, typer.Option("--again", help="Also take in what was withdrawn before.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Print one claim a line, as JSON.")]


def read(
    paths: Paths,
    published: Published = None,
    kind: Kinds = None,
    without: Without = None,
    min_confidence: MinConfidence = 0.0,
    jsonl: AsLines = False,
    json: AsJson = False,
    names: Names = None,
    model: Model = None,
    no_triage: NoTriage = False,
) -> None:
    """Show the claims of files, without a ledger."""
    run = _run(paths, published=published, model=model, triage=not no_triage, names=names, without=without)
    whole = []
    with console.progress(run):
        for report, found in run:
            claims = [
                claim for claim in found if (not kind or claim.kind in kind) and (claim.confidence or 0.0) >= min_confidence
            ]
            if jsonl:
                _print_lines(claims)
            elif json:
                whole.append({"report": report, "claims": claims})
            else:
                _show_claims(report, claims)
    if json:
        console.print_json(whole)
    _end(run, added=False)


def add(
    paths: Paths,
    ledger: LedgerFile = DEFAULT_LEDGER,
    published: Published = None,
    without: Without = None,
    json: AsJson = False,
    names: Names = None,
    model: Model = None,
    no_triage: NoTriage = False,
    again: Again = False,
) -> None:
    """Read files and put their claims into the ledger; a report that it has already is added once."""
    from onrecord.pipeline.add import add_reports

    run = _run(paths, published=published, model=model, triage=not no_triage, names=names, without=without)
    try:
        with open_or_create(ledger) as opened, console.progress(run):
            for _ in add_reports(opened, run, again=again):
                pass
    except (KeyboardInterrupt, LedgerError, OSError):
        if run.seen:
            _tell_stopped(run, json=json)
        raise
    if json:
        console.print_json(run.summary)
    _end(run, added=True)


def _tell_stopped(run: Run, *, json: bool) -> None:
    """What was added before something broke the run off."""
    from onrecord.views.summary import run_summary

    if json:
        console.print_json(run.summary)
    console.tell(run_summary(run.summary, added=True, stopped=True))


def open_or_create(path: Path) -> Ledger:
    """The ledger at this path, a new one where there is none."""
    from onrecord.ledger import Ledger

    if not path.exists():
        try:
            return Ledger.create(path)
        except LedgerError:
            if not path.exists():  # else another program has started it meanwhile
                raise
    return opened_to_write(path)


def _run(
    paths: list[Path], *, published: str | None, model: str | None, triage: bool, names: list[Path] | None, without: str | None
) -> Run:
    from onrecord.pipeline import Extractor
    from onrecord.pipeline.add import Run

    left_out = [Kind(name.strip()) for name in without.split(",")] if without is not None else []
    extractor = Extractor(model=model, triage=triage, names=names or (), without=left_out)
    return Run(paths, published=published, extractor=extractor)


def _print_lines(claims: list[Claim]) -> None:
    from onrecord.model import claim_to_json

    for claim in claims:
        console.print_line(claim_to_json(claim, own=True))


def _show_claims(report: Report, claims: list[Claim]) -> None:
    from onrecord.model import Entry, ReportCard
    from onrecord.views.tables import heading, note, table_of_claims
    from onrecord.views.wording import source_words

    card = ReportCard(report.id, report.title, report.published, report.outlet, report.url)
    console.show(heading(f"{report.title or report.id} ({source_words(card)})"))
    if claims:
        entries = [Entry(claim, card, claim.evidence.cut(report.text)) for claim in claims]
        console.show(table_of_claims(entries, width=console.width(), origin=False))
    else:
        console.show(note("No claims."))


def _end(run: Run, *, added: bool) -> None:
    from onrecord.views.summary import run_summary

    console.tell(run_summary(run.summary, added=added))
    if run.unread or run.summary.failed:
        raise typer.Exit(1)
