"""The reports of a ledger as a table: those that it holds, whose text others carry, what corrects what, and tombstones."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.model import Listed, ReportCard
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.tables import counted, empty, heading, new_table, note, room_of, stacked
from onrecord.views.wording import UNKNOWN, WARNING, source_words, withdrawn_words


def table_of_reports(
    rows: Sequence[Listed], *, width: int = 80, none: str = "No report fits. Add some: onrecord add FILE"
) -> RenderableType:
    """Each report with its date, title, outlet, id, number of claims, whose text it carries, and what it corrects.

    ``none`` is what is said where there are no rows.
    """
    if not rows:
        return empty(none)
    table, room = _table("Report", width)
    for row in rows:
        claims = "" if row.tombstone else f"{row.claims:,}"
        table.add_row(row.report.published or UNKNOWN, claims, stacked(*_told(row, room)))
    gone = sum(row.tombstone is not None for row in rows)
    held = [counted(len(rows) - gone, "report")] if len(rows) > gone else []
    echoes = sum(row.report.origin is not None for row in rows)
    carry = f"{counted(echoes, 'report')} of these carr{'ies' if echoes == 1 else 'y'} the text of another."
    head = heading(", ".join(held + ([f"{gone:,} withdrawn"] if gone else [])))
    return Group(head, table, *([note(carry)] if echoes else []))


def table_of_echoes(rows: Sequence[Listed], *, width: int = 80) -> RenderableType:
    """Each text that several reports carry: the one that was known first, and the others."""
    if not rows:
        return empty("No report in this ledger carries the text of another.")
    table, room = _table("Report, and who carries its text", width)
    for row in rows:
        carried = [line for card in row.echoes for line in _echo(card, room)]
        table.add_row(row.report.published or UNKNOWN, str(row.claims), stacked(*_told(row, room), *carried))
    return Group(heading(f"{counted(len(rows), 'text')} carried by others"), table)


def link_notes(row: Listed) -> list[RenderableType]:
    """Which reports one corrects, and by which it is corrected, a line each."""
    return [Text(words, style="yellow") for words in _links(row)]


def _table(head: str, width: int) -> tuple[Table, int]:
    return new_table(("Published", 10), ("Claims", 6), (head, None), right=("Claims",)), room_of(width, 10, 6)


def _told(row: Listed, room: int) -> list[Text]:
    card, stone = row.report, row.tombstone
    outlet = Text(cut_to_fit(one_line(card.outlet or UNKNOWN), room), style="blue")
    if stone is not None:
        return [Text(one_line(f"id {card.id}"), style="strike"), outlet, Text(withdrawn_words(stone), style=WARNING)]
    lines = [Text(cut_to_fit(one_line(card.title), room), style="bold")] if card.title else []
    lines += [outlet, Text(one_line(f"id {card.id}"), style="dim")]
    if card.origin is not None:
        lines.append(Text(one_line(f"↳ carries the text of {card.origin}"), style="yellow"))
    return [*lines, *(Text(words, style="yellow") for words in _links(row))]


def _echo(card: ReportCard, room: int) -> list[Text]:
    return [Text(cut_to_fit(f"↳ {source_words(card)}", room), style="yellow"), Text(one_line(f"  id {card.id}"), style="dim")]


def _links(row: Listed) -> list[str]:
    told = (("corrects", row.corrects), ("corrected by", row.corrected_by))
    return [one_line(f"{verb}: {', '.join(ids)}") for verb, ids in told if ids]
