"""Judgements, readings by newer versions, and scores by judgements, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Act, Claim, Judged, Judgement, Reread
from onrecord.views.harmless import one_line
from onrecord.views.phrases import what_words
from onrecord.views.tables import counted, empty, heading, new_table, note, stacked
from onrecord.views.wording import quantity_words, status_words

DONE = {
    Act.ACCEPT: "accepted",
    Act.REJECT: "rejected",
    Act.CORRECT: "corrected",
    Act.MERGE: "merged",
    Act.PART: "parted",
    Act.ADD: "added",
    Act.COMMENT: "commented on",
    Act.UNDO: "undone",
}
SPLIT = "split"
SHOWN = 8


def judged_words(one: Judgement) -> RenderableType:
    """One judgement, in a line: "1a2b3c4d: claim 5e6f7a8b rejected by Anna"."""
    why = f" ({one_line(one.why)})" if one.why else ""
    return Text(f"{one.id[:SHOWN]}: {about_words(one)} {DONE[one.act]} by {one_line(one.by)}{why}")


def split_words(made: Sequence[Judgement]) -> RenderableType:
    """A split, in a line: "1a2b3c4d: claim 5e6f7a8b split in 2 by Anna"."""
    one = made[0]
    why = f" ({one_line(one.why)})" if one.why else ""
    return Text(f"{one.id[:SHOWN]}: {about_words(one)} {SPLIT} in {len(made)} by {one_line(one.by)}{why}")


def is_part(one: Judged) -> bool:
    """Whether a judgement gives one of the claims into which another was split."""
    return one.judgement.act is Act.CORRECT and bool(one.together)


def done_words(one: Judged) -> str:
    """What a judgement did: "corrected", "split"."""
    return SPLIT if is_part(one) else DONE[one.judgement.act]


def table_of_judgements(found: Sequence[Judged], *, width: int = 80) -> RenderableType:
    """Judgements, each with who, when and why, and whether it still holds."""
    if not found:
        return empty("No judgement here. Accept or correct a claim: onrecord judge accept CLAIM --why '…'")
    table = new_table(("Judgement", 9), ("When", 10), ("What, by whom, and why", None))
    for one in found:
        made = one.judgement
        lines = [Text(f"{about_words(made)} {done_words(one)} by {one_line(made.by)}", style="bold")]
        if made.value is not None:
            lines.append(Text(f"{'a part' if is_part(one) else 'as it should be'}: {_said(made.value)}"))
        if made.why:
            lines.append(Text(one_line(made.why)))
        if one.undone_by:
            lines.append(Text(f"undone by {one.undone_by[:SHOWN]}", style="dim"))
        elif one.withdrawn:
            lines.append(Text(one_line(f"withdrawn, and its claims with it: {', '.join(one.withdrawn)}"), style="yellow"))
        if one.is_lost:
            lines.append(Text("no claim of its report can be told to be this one now: look again", style="red"))
        table.add_row(Text(made.id[:SHOWN]), Text(made.at[:10]), stacked(*lines))
    return Group(heading(counted(len(found), "judgement")), table)


def rereading(done: Sequence[Reread], *, width: int = 80, kept: bool = True) -> RenderableType:
    """What reading again changed, report by report, and in sum."""
    parts: list[RenderableType] = []
    for one in done:
        if one.gained or one.lost or one.changed or one.kept or one.open:
            parts += [heading(one_line(one.report), minor=True), *_changes(one)]
    gained, lost, changed = (sum(len(getattr(one, name)) for one in done) for name in ("gained", "lost", "changed"))
    same = sum(one.same for one in done)
    head = f"{counted(len(done), 'report')} read again: {gained} gained, {lost} lost, {changed} changed, {same} the same"
    parts.append(note(head + ("." if kept else ". Nothing was changed: this was only a look.")))
    waiting = sum(len(one.open) for one in done)
    if waiting:
        parts.append(note(f"{counted(waiting, 'judgement')} to look at again: onrecord judgements"))
    return Group(*parts)


def _changes(one: Reread) -> Iterable[RenderableType]:
    yield from (Text(f"+ {_said(claim)}", style="green") for claim in one.gained)
    yield from (Text(f"- {_said(claim)}", style="red") for claim in one.lost)
    for before, after in one.changed:
        yield Text(f"~ {_said(before)}")
        yield Text(f"  now: {_said(after)}", style="yellow")
    yield from (Text(f"= {_said(claim)} (an analyst keeps it)") for claim in one.kept)
    yield from (Text.assemble("? ", judged_words_plain(made), ": look again") for made in one.open)


def judged_words_plain(one: Judgement) -> str:
    """A judgement as words within a line."""
    return f"{about_words(one)} {DONE[one.act]} by {one_line(one.by)} ({one.id[:SHOWN]})"


def evaluation_text(row: Mapping[str, Any]) -> RenderableType:
    """The figures of a score by judgements: of the sentences ruled on, and of the reports judged whole."""
    if not row["reports"]:
        return empty("Nobody has judged a claim of this ledger yet. Begin with: onrecord judge accept CLAIM")
    parts: list[RenderableType] = [
        heading(
            f"{counted(row['reports'], 'report')} with judgements: {counted(row['right'], 'claim')} right, {row['wrong']} wrong"
        ),
        Text("Of the sentences that an analyst ruled on:"),
        *_rates(row["judged"]),
    ]
    if row["whole"] is not None:
        parts += [Text(f"Of the {counted(row['whole_reports'], 'report')} judged whole:"), *_rates(row["whole"])]
    parts.append(note(f"{counted(row['unjudged'], 'claim')} read where nobody has ruled: counted for nothing."))
    return Group(*parts)


def _rates(rates: Mapping[str, Mapping[str, float]]) -> Iterable[Text]:
    for level, row in rates.items():
        yield Text(f"  {level:7} precision {row['precision']:.2f}  recall {row['recall']:.2f}  F1 {row['f1']:.2f}")


def about_words(one: Judgement) -> str:
    """What a judgement is about: "claim 5e6f7a8b"."""
    if one.undoes is not None:
        return f"judgement {one.undoes[:SHOWN]}"
    ids = [anchor.claim[:SHOWN] for anchor in one.about] or ([one.value.id[:SHOWN]] if one.value is not None else [])
    return f"{'claim' if len(ids) == 1 else 'claims'} {', '.join(ids)}"


def _said(claim: Claim) -> str:
    numbers = quantity_words(claim.quantity) if claim.quantity is not None else ""
    said = ", ".join(part for part in (claim.kind.value, status_words(claim.status, claim.stage), numbers) if part)
    return f"{said}: {one_line(what_words(claim))} [{claim.id[:SHOWN]}]"
