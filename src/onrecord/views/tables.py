"""Answers as tables for the terminal: values first, then who said it and the sentence, cut to fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.model import Claim, Commitment, Entry, Fact, Footprint, LevelPoint, Levels, Status
from onrecord.model.answers import correction_of
from onrecord.views.harmless import cut_around, cut_to_fit, one_line
from onrecord.views.phrases import fact_words, what_words
from onrecord.views.promised import (
    STATE_STYLES,
    also_words,
    condition_words,
    count_words,
    remarks_of,
    sections_of,
    state_words,
    step_words,
)
from onrecord.views.standing import standing_words
from onrecord.views.wording import (
    CORRECTED,
    UNKNOWN,
    broken,
    correction_words,
    counting_words,
    level_when,
    level_words,
    part_words,
    plan_words,
    quantity_words,
    series_words,
    source_words,
    status_words,
    time_words,
    told_when,
)
from onrecord.views.worked_out import WORKED_OUT, derived_when, derived_words, sum_words

STATUS_STYLES = {
    Status.ACTUAL: "bold cyan",
    Status.PLANNED: "yellow",
    Status.CONDITIONAL: "yellow",
    Status.POSSIBLE: "magenta",
    Status.DENIED: "red",
}
DATED_BY_REPORT = "* The words give no date: this is the day of the report."
NUMBER = 11
"""The width of a column of numbers: some thousand million, and a sign."""
PARTS = "Parts, not the number of {}"
NOT_STATED = "Stretches in which nobody said anything (unknown, not zero): "
NOT_GIVEN = "Stretches in which nobody gave a number of this kind: "


def table_of_levels(levels: Levels, *, width: int = 80, by: str = "") -> RenderableType:
    """The series of an actor in a place: each level with what it counts, who says so, and the sentence.

    ``by`` tells the clock of an answer that is not of today, for where nothing was stated by then: "known by 2021-05-01".
    """
    title = f"{levels.actor} in {levels.place}: {levels.unit}"
    if not levels.points and not levels.undated:
        where = f"No report {by}" if by else "Nobody in this ledger"
        nobody = empty(f"{where} states a level of {levels.unit} for {levels.actor} in {levels.place}.")
        return Group(nobody, *_parts(levels, width))
    parts: list[RenderableType] = [heading(title), *_series(levels, width)]
    if levels.gaps:
        parts.append(note(NOT_STATED + _stretches(levels.gaps)))
    if levels.undated:
        parts += [heading("Without a date", minor=True), _levels(levels.undated, width)]
    parts += [*_parts(levels, width), *_worked_out(levels, width)]
    if any(point.dated_by == "published" for point in (*levels.points, *levels.parts)):
        parts.append(note(DATED_BY_REPORT))
    return Group(*parts)


def _parts(levels: Levels, width: int) -> list[RenderableType]:
    """The levels of sites and districts, under a heading that says whose they are not."""
    if not levels.parts:
        return []
    return [heading(PARTS.format(levels.place), minor=True), _levels(levels.parts, width, place=levels.place)]


def _worked_out(levels: Levels, width: int) -> list[RenderableType]:
    """The levels that nobody stated, each with the sum and the sentence of every number in it."""
    if not levels.derived:
        return []
    table = new_table(("When", 13), ("Number", 11), ("The sum, and who states its numbers", None), right=("Number",))
    room = room_of(width, 13, 11)
    for level in levels.derived:
        said = [line for fact in level.facts for line in _said(fact, room)]
        table.add_row(derived_when(level), Text(derived_words(level), style="italic"), stacked(Text(sum_words(level)), *said))
    return [heading(WORKED_OUT, minor=True), table]


def _series(levels: Levels, width: int) -> list[RenderableType]:
    """The levels by what they count, a section each; all in one table where they count the same."""
    if len(levels.series) < 2:
        return [_levels(levels.points, width)]
    parts: list[RenderableType] = []
    for one in levels.series:
        parts += [heading(series_words(one), minor=True), _levels(one.points, width)]
        if one.gaps:
            parts.append(note(NOT_GIVEN + _stretches(one.gaps)))
    return parts


def _stretches(gaps: Sequence[tuple[str, str]]) -> str:
    return "; ".join(f"{start} to {end}" for start, end in gaps) + "."


def table_of_facts(facts: Sequence[Fact], *, width: int = 80, title: str = "Timeline") -> RenderableType:
    """Facts in the order given, each with when, what, its status, who says so and the sentence."""
    if not facts:
        return empty(
            "Nothing in this ledger answers that. If you set filters, ask with fewer; or add more reports: onrecord add FILE"
        )
    return Group(heading(f"{title}: {counted(len(facts), 'fact')}"), _facts(facts, width))


def table_of_claims(entries: Sequence[Entry], *, width: int = 80, origin: bool = True) -> RenderableType:
    """Claims with their ids, for a look at single ones (``onrecord explain ID``); ``origin`` says whose report each is of."""
    if not entries:
        return empty("No claim fits. If you set filters, ask with fewer; onrecord claims shows what there is.")
    table = new_table(("Claim", 8), ("Kind", 12), ("What it says, and where", None))
    room = room_of(width, 8, 12)
    for entry in entries:
        claim = entry.claim
        values = Text.assemble((status_words(claim.status, claim.stage), STATUS_STYLES[claim.status]))
        values.append(_figures(entry))
        table.add_row(
            _id(claim), claim.kind.value, stacked(values, Text(what_words(claim), style="bold"), *_origin(entry, room))
        )
    return Group(heading(counted(len(entries), "claim")), table)


def _id(claim: Claim) -> Text:
    """The beginning of a claim's id, and below it its confidence."""
    out = Text(claim.id[:8])
    return out if claim.confidence is None else out.append(f"\n{claim.confidence:.2f}", style="dim")


def table_of_commitments(promises: Sequence[Commitment], *, width: int = 80, title: str = "Promised") -> RenderableType:
    """What is overdue, what falls due by when, and what became of the rest, each change with the sentence that tells it."""
    if not promises:
        return empty("Nothing promised in this ledger answers that. Try it without --actor or --in, or with a later --known.")
    parts: list[RenderableType] = [heading(f"{title}: {count_words(promises)}")]
    room = room_of(width, 10)
    for words, rows in sections_of(promises):
        table = new_table(("Due", 10), ("Promise, and what became of it", None))
        for promise in rows:
            table.add_row(promise.due or UNKNOWN, _promise(promise, room))
        parts += [heading(f"{words} ({len(rows):,})", minor=True), table]
    return Group(*parts)


def table_of_footprint(answer: Footprint, *, width: int = 80) -> RenderableType:
    """What an actor has, promised, suffered and gave in a place on a day."""
    where = f" in {answer.place}" if answer.place else ""
    parts: list[RenderableType] = [heading(f"{answer.actor}{where} on {answer.on}, as known on {answer.known}")]
    parts += _strength(answer, width)
    sections: list[tuple[str, Sequence[object], RenderableType]] = [
        ("Changes", answer.changes, _facts(answer.changes, width)),
        ("Sites", answer.sites, _facts(answer.sites, width)),
        (
            "Promises",
            answer.promises,
            table_of_commitments(answer.promises, width=width, title=f"Promised, as of {min(answer.on, answer.known)}"),
        ),
        ("Attacks", answer.attacks, _facts(answer.attacks, width)),
        ("Assistance", answer.assistance, _facts(answer.assistance, width)),
    ]
    for name, rows, table in sections:
        if rows and name != "Promises":
            parts.append(heading(name, minor=True))
        parts += [table] if rows else [Text.assemble((f"{name}: ", "bold"), ("no report says anything: unknown", "dim"))]
    points = (*answer.forces, *answer.parts, *answer.last_stated)
    if any(point.dated_by == "published" for point in points):
        parts.append(note(DATED_BY_REPORT))
    return Group(*parts, *[note(words) for words in answer.notes])


def strength_sections(answer: Footprint) -> list[tuple[str, Sequence[LevelPoint]]]:
    """The levels of a footprint under their headings, the first what is known of the day itself."""
    whole = answer.place or "a country"
    return [
        ("Strength, latest known", answer.forces),
        ("Planned next", answer.planned),
        (PARTS.format(whole), answer.parts),
        ("Last stated, long before", answer.last_stated),
    ]


def _strength(answer: Footprint, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for name, points in strength_sections(answer):
        if points:
            parts += [heading(name, minor=True), _levels(points, width, place=answer.place)]
    if not answer.forces:
        parts.insert(0, Text.assemble(("Strength: ", "bold"), ("no report says anything: unknown", "dim")))
    return parts


def heading(words: str, *, minor: bool = False) -> RenderableType:
    """A line above a table."""
    return Padding(Text(one_line(words), style="bold" if minor else "bold underline"), (1, 0, 0, 0))


def note(words: str) -> RenderableType:
    """A remark below a table."""
    return Text(one_line(words), style="dim italic")


def empty(words: str) -> RenderableType:
    """What is shown where there is nothing to show: it says what to do."""
    return Text(one_line(words), style="yellow")


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "claim"), counted(2500, "claim")
    ('1 claim', '2,500 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _levels(points: Iterable[LevelPoint], width: int, *, place: str | None = None) -> Table:
    table = new_table(("When", 13), ("Number", NUMBER), ("Counts, and who says so", None), right=("Number",))
    room = room_of(width, 13, NUMBER)
    for point in points:
        status = _standing_of(point)
        labels = [part_words(point.fact.claim, place), *([counted] if (counted := counting_words(point)) != UNKNOWN else [])]
        status.append("".join(f" · {label}" for label in labels if label), style="default")
        said = Text(broken(level_words(point), NUMBER), style="strike" if point.corrected_by else STATUS_STYLES[point.status])
        table.add_row(level_when(point), said, stacked(status, *_said(point.fact, room)))
    return table


def _standing_of(point: LevelPoint) -> Text:
    """As ``_standing``; of a plan with the day on which it was announced."""
    if point.corrected_by or not point.is_plan:
        return _standing(point.fact, point.status)
    return Text(plan_words(point.fact), style=STATUS_STYLES[point.status])


def _standing(fact: Fact, status: Status) -> Text:
    """The status of a fact; that its outlet took it back, where it did."""
    by = correction_of(fact)
    if by is not None:
        return Text(f"{CORRECTED} {correction_words(by)}", style="red")
    stage = fact.claim.stage if status is fact.claim.status else None  # the level before a plan is no plan
    return Text(status_words(status, stage), style=STATUS_STYLES[status])


def _facts(facts: Iterable[Fact], width: int) -> Table:
    table = new_table(("When", 13), ("Kind", 12), ("What, and who says so", None))
    room = room_of(width, 13, 12)
    for fact in facts:
        claim = fact.claim
        status = _standing(fact, claim.status)
        status.append(_figures(fact.entries[0], dated=False))
        struck = "bold strike" if correction_of(fact) else "bold"
        table.add_row(
            told_when(fact), claim.kind.value, stacked(status, Text(fact_words(fact), style=struck), *_said(fact, room))
        )
    return table


def _promise(promise: Commitment, room: int) -> Text:
    fact = promise.fact
    claim = fact.claim
    first = Text.assemble((state_words(promise.state), STATE_STYLES[promise.state]), " · ")
    first.append(plan_words(fact), style=STATUS_STYLES[claim.status])
    first.append(_figures(fact.entries[0], dated=False))
    lines = [first, Text(what_words(claim), style="bold"), *_said(fact, room)]
    if also := also_words(promise):
        lines.append(Text(also, style="dim"))
    if condition := condition_words(promise):
        lines.append(Text(condition, style="dim"))
    for step in promise.history[1:]:
        lines += [Text(step_words(promise, step), style=STATE_STYLES[step.state]), *_origin(step.entry, room)]
    for words, fact in remarks_of(promise):
        style = "bold red" if promise.disputed else "dim"
        lines += [Text(one_line(words), style=style), *_origin(fact.entries[0], room)]
    return stacked(*lines)


def _figures(entry: Entry, *, dated: bool = True) -> Text:
    claim = entry.claim
    parts = []
    if claim.quantity is not None:
        parts.append(quantity_words(claim.quantity))
    if dated and claim.time is not None:
        parts.append(time_words(claim.time))
    return Text("".join(f" · {part}" for part in parts), style="default")


def _said(fact: Fact, room: int) -> list[Text]:
    lines = _origin(fact.entries[0], room)
    standing = standing_words(fact)
    return [lines[0].append(f" ({standing})"), *lines[1:]] if standing else lines


def _origin(entry: Entry, room: int, *, outlet: bool = True) -> list[Text]:
    parts = [source_words(entry.report)] if outlet else []
    parts += [f"citing {entry.claim.source}"] if entry.claim.source else []
    origin = [Text(cut_to_fit(", ".join(parts), max(room, 30)), style="blue")] if parts else []
    return [*origin, Text(f"“{cut_sentence(entry, max(2 * room - 12, 40))}”", style="dim")]


def cut_sentence(entry: Entry, width: int) -> str:
    """The sentence of a claim, cut to fit around the number or the words that it hangs on."""
    claim = entry.claim
    spans = [claim.spans[name] for name in ("quantity", "trigger", "time") if name in claim.spans]
    inside = [span for span in [*spans, *claim.spans.values()] if claim.evidence.covers(span)]
    if not inside:
        return cut_to_fit(entry.words, width)
    shift = claim.evidence.begin
    return cut_around(entry.words, inside[0].begin - shift, inside[0].end - shift, width)


def stacked(*lines: Text) -> Text:
    """Lines of one cell."""
    return Text("\n").join(lines)


def room_of(width: int, *taken: int) -> int:
    """How many characters the columns of these widths leave to the last one."""
    return width - sum(taken) - 2 * (len(taken) + 1)


def new_table(*columns: tuple[str, int | None], right: tuple[str, ...] = ()) -> Table:
    """A table with columns of these widths; one without a width takes the rest."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, show_edge=False, padding=(0, 1, 0, 0))
    for name, width in columns:
        # The words column folds at blanks; fixed columns keep their figures whole.
        table.add_column(
            name, width=width, overflow="fold", justify="right" if name in right else "left", ratio=None if width else 1
        )
    return table
