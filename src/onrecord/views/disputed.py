"""Disputes for the terminal: the cause in words, then both sides, each with its value, who says so and the sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Cause, Difference, Dispute, Fact
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.phrases import what_words
from onrecord.views.tables import STATUS_STYLES, counted, cut_sentence, empty, heading, new_table, room_of, stacked
from onrecord.views.wording import quantity_words, source_words, status_words, told_when

CAUSE_SIGNS = {
    Cause.NEWER: "→",
    Cause.SCOPE: "⊂",
    Cause.DAY: "◷",
    Cause.ROUNDING: "≈",
    Cause.REPEAT: "↺",
    Cause.CONTRADICTION: "≠",
}
CAUSE_WIDTH = len("≠ contradiction")
CAUSE_STYLES = {Cause.CONTRADICTION: "bold red", Cause.REPEAT: "yellow"}


def table_of_disputes(disputes: Sequence[Dispute], *, width: int = 80, title: str = "Disputes") -> RenderableType:
    """Pairs of facts that cannot both hold as they stand, with what explains each."""
    if not disputes:
        return empty(
            "No two facts in this ledger dispute each other there. If you set filters, ask with fewer; or add more reports."
        )
    table = new_table(("Cause", CAUSE_WIDTH), ("What differs, and who says so", None))
    room = room_of(width, CAUSE_WIDTH)
    for dispute in disputes:
        cause = Text(f"{CAUSE_SIGNS[dispute.cause]} {dispute.cause.value}", style=CAUSE_STYLES.get(dispute.cause, "cyan"))
        why = Text(one_line(f"{dispute.why[:1].upper()}{dispute.why[1:]}."))
        table.add_row(cause, stacked(why, *_side(dispute.one, room), *_side(dispute.other, room)))
    return Group(heading(f"{title}: {causes_words(disputes)}"), table)


def compared(answer: Fact | Difference, *, width: int = 80) -> RenderableType:
    """Two claims beside one another: that they are one fact, or what parts them, and both sides."""
    room = room_of(width, CAUSE_WIDTH)
    table = new_table(("Answer", CAUSE_WIDTH), ("Why, and who says so", None))
    if isinstance(answer, Fact):
        joined = f"They tell of one fact{f' ({answer.joined})' if answer.joined else ''}."
        sides = [line for entry in answer.entries for line in _side(Fact((entry,)), room)]
        table.add_row(Text("= one fact", style="cyan"), stacked(Text(joined), *sides))
        return Group(heading("One fact"), table)
    name = answer.parting.value
    sign = CAUSE_SIGNS[Cause(name)] if name in set(Cause) else "/"
    style = CAUSE_STYLES.get(Cause(name), "cyan") if name in set(Cause) else "cyan"
    why = Text(one_line(f"{answer.why[:1].upper()}{answer.why[1:]}."))
    table.add_row(Text(f"{sign} {name}", style=style), stacked(why, *_side(answer.one, room), *_side(answer.other, room)))
    return Group(heading("Two facts"), table)


def causes_words(disputes: Sequence[Dispute]) -> str:
    """How many disputes there are of each cause, the gravest first."""
    counts = Counter(dispute.cause for dispute in disputes)
    return ", ".join(f"{counts[cause]} {cause.value}" for cause in reversed(Cause) if counts[cause])


def said_by(fact: Fact) -> str:
    """Who says a fact, when, in whose name, and how many others carried it."""
    parts = [source_words(fact.report)] + ([f"citing {fact.claim.source}"] if fact.claim.source else [])
    others = len(fact.outlets) - 1
    return one_line(", ".join(parts) + (f" and {counted(others, 'other')}" if others else ""))


def _side(fact: Fact, room: int) -> list[Text]:
    claim = fact.claim
    first = Text(f"{told_when(fact)} · {status_words(claim.status, claim.stage)}", style=STATUS_STYLES[claim.status])
    if claim.quantity is not None:
        first.append(f" · {quantity_words(claim.quantity)}", style="default")
    sentence = Text(f"“{cut_sentence(fact.entries[0], max(2 * room - 12, 40))}”", style="dim")
    return [
        first,
        Text(what_words(claim), style="bold"),
        Text(cut_to_fit(said_by(fact), max(room, 30)), style="blue"),
        sentence,
    ]
