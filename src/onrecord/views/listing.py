"""The reports of a ledger as a table, and the tombstone of one that was withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Imported, Listed, Tombstone, Withdrawal
from onrecord.views.harmless import one_line
from onrecord.views.tables import counted, empty, heading, new_table, note, stacked
from onrecord.views.wording import UNKNOWN

WARNING = "red"


def table_of_reports(rows: Sequence[Listed], *, withdrawn: bool = False) -> RenderableType:
    """Reports with their ids, one a row: when they were published, how many claims they make, what corrects what."""
    if not rows:
        return empty("No report was withdrawn." if withdrawn else "No report fits. Add some: onrecord add FILE")
    table = new_table(("Published", 10), ("Claims", 6), ("Report", None), right=("Claims",))
    for row in rows:
        claims = "" if row.tombstone else f"{row.claims:,}"
        table.add_row(row.report.published or UNKNOWN, claims, stacked(*_told(row)))
    gone = sum(row.tombstone is not None for row in rows)
    held = [counted(len(rows) - gone, "report")] if len(rows) > gone else []
    return Group(heading(", ".join(held + ([f"{gone:,} withdrawn"] if gone else []))), table)


def tombstone_parts(row: Listed) -> RenderableType:
    """What stays of a report that was withdrawn."""
    stone = row.tombstone
    if stone is None:
        return Text()
    lines = [Text(one_line(f"{stone.outlet or UNKNOWN}, {stone.published or 'undated'}, id {stone.id}"), style="dim"), Text()]
    lines.append(Text(_withdrawn_words(stone), style=WARNING))
    had = f"It had {counted(stone.claims, 'claim')}, added on {stone.added[:10]}. Its words are gone."
    return Group(heading("A report that was withdrawn"), *lines, Text(had), *link_notes(row))


def link_notes(row: Listed) -> list[RenderableType]:
    """Which reports one corrects, and by which it is corrected, a line each."""
    return [Text(words, style="yellow") for words in _links(row)]


def withdrawal_words(done: Withdrawal) -> list[RenderableType]:
    """What a withdrawal did, and what it could not do."""
    stone = done.tombstone
    also = f" and {counted(done.judgements, 'judgement')}" if done.judgements else ""
    parts: list[RenderableType] = [
        Text(one_line(f"Withdrawn: {stone.id}. Its text, {counted(stone.claims, 'claim')}{also} are gone; a tombstone stays."))
    ]
    if not done.scrubbed:
        busy = "Traces may still lie in the file, as another program reads it or the disk is full. Mend that, and withdraw it again."
        parts.append(Text(busy, style=WARNING))
    if done.same_text:
        ids = ", ".join(done.same_text)
        parts.append(Text(one_line(f"The same text is still there, by others: {ids}"), style="yellow"))
    return [*parts, note("Backups and exports that were made before still hold it.")]


def imported_words(done: Imported) -> RenderableType:
    """How much of a file was taken in."""
    parts = ((done.reports, "report"), (done.tombstones, "tombstone"), (done.claims, "claim"), (done.judgements, "judgement"))
    took = ", ".join(counted(number, noun) for number, noun in parts if number) or "nothing"
    already = [note(f"In the ledger before: {counted(done.already, 'claim')}.")] if done.already else []
    return Group(Text(f"Imported: {took}."), *already)


def _told(row: Listed) -> list[Text]:
    card, stone = row.report, row.tombstone
    origin = Text(one_line(f"{card.outlet or UNKNOWN}, added {card.added[:10]}"), style="blue")
    if stone is not None:
        return [Text(one_line(card.id), style="strike"), origin, Text(_withdrawn_words(stone), style=WARNING)]
    title = [Text(one_line(card.title))] if card.title else []
    links = [Text(words, style="yellow") for words in _links(row)]
    return [Text(one_line(card.id), style="bold"), *title, origin, *links]


def _withdrawn_words(stone: Tombstone) -> str:
    by = f" by {stone.by}" if stone.by else ""
    return one_line(f"withdrawn {stone.withdrawn[:10]}{by}: {stone.why}")


def _links(row: Listed) -> list[str]:
    told = (("corrects", row.corrects), ("corrected by", row.corrected_by))
    return [one_line(f"{verb}: {', '.join(ids)}") for verb, ids in told if ids]
