"""Reports that were withdrawn: what a withdrawal did, and the tombstone that stays."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Listed, Withdrawal
from onrecord.views.harmless import one_line
from onrecord.views.listing import link_notes
from onrecord.views.tables import counted, heading, note
from onrecord.views.wording import UNKNOWN, WARNING, withdrawn_words


def tombstone_parts(row: Listed) -> RenderableType:
    """What stays of a report that was withdrawn."""
    stone = row.tombstone
    if stone is None:
        return Text()
    lines = [Text(one_line(f"{stone.outlet or UNKNOWN}, {stone.published or 'undated'}, id {stone.id}"), style="dim"), Text()]
    lines.append(Text(withdrawn_words(stone), style=WARNING))
    had = f"It had {counted(stone.claims, 'claim')}, added on {stone.added[:10]}. Its words are gone."
    return Group(heading("A report that was withdrawn"), *lines, Text(had), *link_notes(row))


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
