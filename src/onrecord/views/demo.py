"""How the demo is told: each question with what the ledger answers, a line a fact, and what to try next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Commitment, Fact, Footprint, LevelPoint, Levels, Status, first_day
from onrecord.model.answers import correction_of
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.phrases import fact_words, what_words
from onrecord.views.promised import STATE_STYLES, also_words, count_words, has_day, state_words, step_words
from onrecord.views.tables import STATUS_STYLES, counted, cut_sentence, heading, note, strength_sections
from onrecord.views.wording import (
    CORRECTED,
    STATUS_SIGNS,
    UNKNOWN,
    correction_words,
    counting_words,
    level_when,
    level_words,
    part_words,
    plan_words,
    quantity_words,
    time_words,
)

WHEN, MOST_FACTS, MOST_STALE = 17, 2, 3
INDENT = "    "
A_YEAR = timedelta(days=366)
INTRODUCTION = (
    "Sample reports by invented outlets tell of the Coalition's drawdown in Iraq; OnRecord has read them into a ledger. "
    "● is stated as a fact, ○ is planned, ⊘ was corrected, — is unknown. A date in brackets or with * is that of the report. "
    "Under each line stands the sentence behind it; the commands in brackets show all."
)


def demo_parts(
    *,
    series: Levels,
    footprint: Footprint,
    promises: Sequence[Commitment],
    sites: Sequence[Fact],
    truce: Sequence[Fact],
    assistance: Sequence[Fact],
    threats: Sequence[Fact],
    width: int = 80,
) -> list[RenderableType]:
    """The demo's answers, one after the other."""
    actor, place = series.actor, series.place
    dated = [promise for promise in promises if has_day(promise)]
    undated = counted(len(promises) - len(dated), "promise")
    return [
        Text(INTRODUCTION),
        heading(f"How many had the {actor} in {place}? (onrecord levels)"),
        *_series(series, width),
        heading(f"What was known of the {actor} in {place} on {footprint.on}? (onrecord footprint)"),
        *_footprint(footprint, width),
        heading(f"What was promised in {place}, and was it kept? (onrecord due --in {place})"),
        note(f"{counted(len(promises), 'promise')}: {count_words(promises)}."),
        *_lines(dated, _promise, width),
        note(f"And {undated} without a date."),
        heading("Which bases were handed over? (onrecord timeline --kind site)"),
        *_lines(sites, _fact, width),
        heading("What became of the truce? (onrecord timeline --kind agreement)"),
        *_lines(truce, _fact_told, width),
        heading("What help was given, what is planned? (onrecord timeline --kind assistance)"),
        *_lines(assistance, _fact_told, width),
        heading("Who threatens what, and on which condition? (onrecord timeline --kind threat)"),
        *_lines(threats, _fact_told, width),
    ]


def next_steps(ledger: str | None, page: str | None) -> RenderableType:
    """What to try after the demo."""
    kept = ledger or "demo.db"
    steps = [] if ledger else [f"onrecord demo --ledger {kept}", "  keeps this ledger, to ask more of it:"]
    steps += [
        f"onrecord levels US --in Iraq --ledger {kept}",
        f"onrecord claims --text 'rocket*' --ledger {kept}",
        "onrecord explain force_level",
    ]
    if page is None:
        steps.append(f"onrecord report -o iraq.html --in Iraq --ledger {kept}")
    steps.append("onrecord add YOUR-REPORTS/ --ledger mine.db")
    return Group(heading("Try next"), *[Text(f"  {step}", style="" if step.startswith(" ") else "cyan") for step in steps])


Row = TypeVar("Row")


def _lines(rows: Iterable[Row], say: Callable[[Row, int], Group], width: int) -> list[RenderableType]:
    return [say(row, width) for row in rows] or [note("No report says: unknown.")]


def _series(series: Levels, width: int) -> list[RenderableType]:
    held = [point for point in series.points if point.status is Status.ACTUAL]
    ahead = [point for point in series.points if point.status is not Status.ACTUAL]
    return [
        *_lines(_told_once(held), _level_told, width),
        note("What was planned:"),
        *_lines(_told_once(ahead), _level_told, width),
        *_gaps(series),
    ]


def _told_once(points: Iterable[LevelPoint]) -> list[LevelPoint]:
    """Without numbers that only repeat the last one of their kind within a year, or that held until some day before a report."""
    shown: list[LevelPoint] = []
    last: dict[tuple[str, Status], LevelPoint] = {}
    for point in points:
        if point.start is None and point.dated_by == "published":
            continue
        way = (counting_words(point), point.status)
        if way in last and _repeats(point, last[way]):
            continue
        if not point.corrected_by:
            last[way] = point
        shown.append(point)
    return shown


def _repeats(point: LevelPoint, before: LevelPoint) -> bool:
    days = [first_day(text) for one in (before, point) if (text := one.start or one.end)]
    same = (point.value, point.low, point.high) == (before.value, before.low, before.high)
    return same and len(days) == 2 and None not in days and days[1] - days[0] <= A_YEAR  # type: ignore[operator]  # None is ruled out


def _footprint(answer: Footprint, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for name, points in strength_sections(answer):
        if points:
            more = f" (the first {MOST_STALE} of {len(points)})" if len(points) > MOST_STALE else ""
            rows = [_level_told(point, width, place=answer.place) for point in points[:MOST_STALE]]
            parts += [Text.assemble((name, "bold"), (more, "dim italic")), *rows]
    last = answer.attacks[-MOST_FACTS:]
    more = f" (the last {MOST_FACTS} of {len(answer.attacks)})" if len(answer.attacks) > MOST_FACTS else ""
    parts += [Text.assemble(("Attacks", "bold"), (more, "dim italic")), *_lines(last, _fact, width)]
    return [*parts, *[note(words) for words in answer.notes]]


def _level(point: LevelPoint, width: int, *, place: str | None = None) -> Group:
    what = Text(level_words(point), style="bold strike" if point.corrected_by else "bold")
    labels = [part_words(point.fact.claim, place), counting_words(point)]
    if told := ", ".join(label for label in labels if label not in ("", UNKNOWN)):
        what.append(f"  {told}", style="not bold not strike")
    if point.corrected_by:
        what.append(f"  {correction_words(point.corrected_by)}", style="not bold not strike red")
    return _told(level_when(point), what, point.fact, status=point.status, width=width)


def _level_told(point: LevelPoint, width: int, *, place: str | None = None) -> Group:
    return Group(_level(point, width, place=place), _sentence(point.fact, width))


def _when(fact: Fact) -> str:
    """When a fact holds; the day of its report, in brackets, where its words do not say."""
    time = fact.time or fact.claim.time
    if time is not None and (time.start or time.end):
        return cut_to_fit(time_words(time), WHEN)
    return f"({fact.report.published})" if fact.report.published else UNKNOWN


def _fact(fact: Fact, width: int) -> Group:
    claim = fact.claim
    what = Text(fact_words(fact), style="bold")
    if claim.quantity is not None:
        what.append(f", {quantity_words(claim.quantity)}")
    return _told(_when(fact), what, fact, status=claim.status, width=width)


def _fact_told(fact: Fact, width: int) -> Group:
    return Group(_fact(fact, width), _sentence(fact, width))


def _promise(promise: Commitment, width: int) -> Group:
    claim = promise.fact.claim
    what = Text(f"{state_words(promise.state)}  ", style=STATE_STYLES[promise.state])
    said = plan_words(promise.fact).partition(", ")[2]
    what.append(what_words(claim), style="bold default")
    if claim.quantity is not None:
        what.append(f", {quantity_words(claim.quantity)}", style="bold default")
    if said:
        what.append(f", {said}", style="default")
    told: list[RenderableType] = [
        _told(promise.due or UNKNOWN, what, promise.fact, status=claim.status, width=width),
        _sentence(promise.fact, width),
    ]
    if promise.also:
        told.append(Text(INDENT + cut_to_fit(also_words(promise), width - len(INDENT)), style="dim"))
    for step in promise.history[1:]:
        line = Text(INDENT + step_words(promise, step), style=STATE_STYLES[step.state])
        behind = Fact((step.entry,))
        told += [*_with_origin(line, behind, width), _sentence(behind, width)]
    return Group(*told)


def _told(when: str, what: Text, fact: Fact, *, status: Status, width: int) -> Group:
    sign = (f"{CORRECTED} ", "red") if correction_of(fact) else (f"{STATUS_SIGNS[status]} ", STATUS_STYLES[status])
    line = Text.assemble((f"{when:<{WHEN}} ", ""), sign, what)
    return Group(*_with_origin(line, fact, width))


def _with_origin(line: Text, fact: Fact, width: int) -> list[Text]:
    """The line with who says so at its end, folded where there is no room."""
    more = f" +{len(fact.outlets) - 1}" if len(fact.outlets) > 1 else ""
    more += f", {counted(len(fact.origin_groups), 'origin')}" if len(fact.reports) > 1 else ""
    origin = Text(f"{cut_to_fit(_origin(line, fact), 50)}{more}", style="blue")
    room = width - line.cell_len - origin.cell_len
    if room >= 2:
        return [Text.assemble(line, " " * room, origin)]
    return _folded(Text.assemble(line, "  ", origin), width)


def _origin(line: Text, fact: Fact) -> str:
    """Who says so, and on which day where the line does not say it already."""
    outlet = (fact.report.outlet or fact.report.id).split(" (", maxsplit=1)[0]
    day = fact.report.published
    said = day is not None and line.plain.startswith((f"{day}*", f"({day})"))
    return one_line(outlet if said else f"{outlet}, {day or 'undated'}")


def _folded(line: Text, width: int) -> list[Text]:
    """At most three lines, the later ones under the first one's words."""
    lines: list[Text] = []
    rest = line
    while rest.cell_len > width and len(lines) < 2:
        at = rest.plain.rfind(" ", WHEN + 3, width)
        first, rest = rest.divide([at if at > 0 else width])
        first.rstrip()
        lines.append(first)
        rest = Text(" " * (WHEN + 3)).append(rest[len(rest.plain) - len(rest.plain.lstrip()) :])
    rest.truncate(width, overflow="ellipsis")
    return [*lines, rest]


def _sentence(fact: Fact, width: int) -> Text:
    return Text(f"{INDENT}“{cut_sentence(fact.entries[0], width - len(INDENT) - 2)}”", style="dim")


def _gaps(series: Levels) -> list[RenderableType]:
    if not series.gaps:
        return []
    return [note("Nobody said (unknown, not zero): " + "; ".join(f"{start} to {end}" for start, end in series.gaps) + ".")]
