"""The reports of a ledger as a table, and the texts that several of them carry."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Catalogued, ReportCard
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.tables import counted, empty, heading, new_table, note, room_of, stacked
from onrecord.views.wording import UNKNOWN, source_words


def table_of_reports(found: Sequence[Catalogued], *, width: int = 80) -> RenderableType:
    """Each report with its date, outlet, title, id, number of claims, and whose text it carries."""
    if not found:
        return empty("No report in this ledger fits. Add some: onrecord add FILE")
    table = new_table(("Published", 10), ("Claims", 6), ("Report", None), right=("Claims",))
    room = room_of(width, 10, 6)
    for one in found:
        table.add_row(one.report.published or UNKNOWN, str(one.claims), stacked(*_report(one.report, room)))
    echoes = sum(one.report.origin is not None for one in found)
    last = (
        [note(f"{counted(echoes, 'report')} of these carr{'ies' if echoes == 1 else 'y'} the text of another.")]
        if echoes
        else []
    )
    return Group(heading(counted(len(found), "report")), table, *last)


def table_of_echoes(found: Sequence[Catalogued], *, width: int = 80) -> RenderableType:
    """Each text that several reports carry: the one that was known first, and the others."""
    if not found:
        return empty("No report in this ledger carries the text of another.")
    table = new_table(("Published", 10), ("Claims", 6), ("Report, and who carries its text", None), right=("Claims",))
    room = room_of(width, 10, 6)
    for one in found:
        carried = [line for card in one.echoes for line in _echo(card, room)]
        table.add_row(one.report.published or UNKNOWN, str(one.claims), stacked(*_report(one.report, room), *carried))
    return Group(heading(f"{counted(len(found), 'text')} carried by others"), table)


def _report(card: ReportCard, room: int) -> list[Text]:
    lines = [Text(cut_to_fit(one_line(card.title), room), style="bold")] if card.title else []
    lines.append(Text(cut_to_fit(one_line(card.outlet or UNKNOWN), room), style="blue"))
    lines.append(Text(one_line(f"id {card.id}"), style="dim"))
    if card.origin is not None:
        lines.append(Text(one_line(f"↳ carries the text of {card.origin}"), style="yellow"))
    return lines


def _echo(card: ReportCard, room: int) -> list[Text]:
    return [Text(cut_to_fit(f"↳ {source_words(card)}", room), style="yellow"), Text(one_line(f"  id {card.id}"), style="dim")]
