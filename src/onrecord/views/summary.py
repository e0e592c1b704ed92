"""What a run read or an import took in, what it did not, and why."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Imported, RunSummary
from onrecord.views.harmless import one_line
from onrecord.views.tables import counted, note

MOST_NAMED = 5


def run_summary(summary: RunSummary, *, added: bool = False, stopped: bool = False) -> RenderableType:
    """The summary at the end of a run; ``added`` where the reports went into a ledger, ``stopped`` where it was broken off."""
    verb = "Added" if added else "Read"
    parts = [Text(f"{verb} {counted(summary.reports, 'report')} with {counted(summary.claims, 'claim')}.", style="bold")]
    if summary.already:
        parts.append(Text(f"Already in the ledger: {counted(summary.already, 'report')}."))
    if summary.silent:
        parts.append(Text(f"Without a claim that the rules know: {counted(summary.silent, 'report')}."))
    if summary.foreign:
        parts.append(Text(f"Not in English, kept without claims: {_named(summary.foreign)}."))
    if summary.undated:
        parts.append(Text(f"Without a date of publication: {_named(summary.undated)}. Supply it with --published DATE."))
    for title, rows in (("Could not be read", summary.unread), ("Failed while being read", summary.failed)):
        if rows:
            parts.append(Text(f"{title}: {len(rows)}", style="bold red"))
            parts += [Text(f"  {one_line(where)}: {one_line(why)}", style="red") for where, why in rows]
    if stopped:
        parts.append(Text("Stopped before the end. What was added stays; the same command reads the rest.", style="bold"))
    return Group(*parts)


def _named(ids: tuple[str, ...]) -> str:
    shown = ", ".join(one_line(id) for id in ids[:MOST_NAMED])
    more = len(ids) - MOST_NAMED
    return f"{shown} and {counted(more, 'other')}" if more > 0 else shown


def imported_words(done: Imported) -> RenderableType:
    """How much of a file was taken in."""
    parts = ((done.reports, "report"), (done.tombstones, "tombstone"), (done.claims, "claim"), (done.judgements, "judgement"))
    took = ", ".join(counted(number, noun) for number, noun in parts if number) or "nothing"
    already = [note(f"In the ledger before: {counted(done.already, 'claim')}.")] if done.already else []
    return Group(Text(f"Imported: {took}."), *already, *map(note, done.notes))
