"""What a check of a ledger found, in words."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Checked
from onrecord.views.harmless import one_line
from onrecord.views.tables import counted, note

MOST_SHOWN = 50
LOOKED_AT = (
    ("reports", "text against hash, dates, spans"),
    ("tombstones", "that no word is left"),
    ("claims", "id, columns, sentence, spans, names they are found by, order of times"),
    ("judgements", "id, claims they are about, what they undo"),
    ("readings", "that their reports are there"),
)


def checked_words(checked: Checked) -> RenderableType:
    """What was looked at, how fast, and each thing that is wrong."""
    lines: list[RenderableType] = [
        Text.assemble(f"{checked.counts.get(name, 0):>9,} {name:<11}", (says, "dim")) for name, says in LOOKED_AT
    ]
    lines.append(
        Text.assemble(f"{'':>9} {'file':<11}", ("pages and indexes, references, full-text index against sentences", "dim"))
    )
    lines += [note(f"Not looked at: {words}.") for words in checked.left_out]
    rate = checked.counts.get("claims", 0) / checked.seconds if checked.seconds else 0.0
    took = Text(f"Took {checked.seconds:.1f} s, {rate:,.0f} claims a second.", style="dim")
    if checked.is_whole:
        return Group(*lines, took, Text("The ledger is whole.", style="green"))
    wrong = [Text(f"  {one_line(words)}", style="red") for words in checked.findings[:MOST_SHOWN]]
    more = len(checked.findings) - MOST_SHOWN
    rest = [Text(f"  and {more:,} more (--json has all of them)", style="red")] if more > 0 else []
    told = Text(f"The ledger is not whole: {counted(len(checked.findings), 'finding')}", style="bold red")
    return Group(*lines, took, told, *wrong, *rest, Text("Take your backup copy, or read the reports into a new ledger."))
