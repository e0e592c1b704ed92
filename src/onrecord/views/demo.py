"""How the demo is told: each question with what the ledger answers, a line a fact, and what to try next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Commitment, CommitmentState, Fact, Footprint, LevelPoint, Levels, Status
from onrecord.views.harmless import cut_to_fit
from onrecord.views.phrases import what_words
from onrecord.views.tables import STATUS_STYLES, counted, cut_sentence, heading, note
from onrecord.views.wording import (
    STATE_SIGNS,
    STATUS_SIGNS,
    UNKNOWN,
    counting_words,
    level_when,
    level_words,
    quantity_words,
    source_words,
    time_words,
)

WHEN, MOST_FACTS = 17, 4
INDENT = "    "
INTRODUCTION = (
    "Sample reports by invented outlets tell of the Coalition's drawdown in Iraq. OnRecord has read them into a ledger. "
    "Below is what the ledger answers: ● is stated as a fact, ○ is planned, — is unknown; each with the sentence that says it and who carried it. A date in brackets or with * is that of the report."
)


def demo_parts(
    *,
    series: Levels,
    footprint: Footprint,
    promises: Sequence[Commitment],
    sites: Sequence[Fact],
    timeline: Sequence[Fact],
    width: int = 80,
) -> list[RenderableType]:
    """The demo's answers, one after the other."""
    actor, place = series.actor, series.place
    held = [point for point in series.points if point.status is Status.ACTUAL]
    ahead = [point for point in series.points if point.status is not Status.ACTUAL]
    met = sum(promise.state is CommitmentState.MET for promise in promises)
    dated = [promise for promise in promises if promise.due and not promise.due.startswith("XXXX")]
    shown = {point.fact for point in series.points} | {promise.fact for promise in promises} | set(sites)
    return [
        Text(INTRODUCTION),
        heading(f"How many had the {actor} in {place}? (onrecord levels)"),
        *_lines(held, _level, width),
        note("What was planned:"),
        *_lines(ahead, _level, width),
        *_gaps(series),
        heading(f"What was known of the {actor} in {place} on {footprint.on}? (onrecord footprint)"),
        *_footprint(footprint, width),
        heading(f"What was promised, and was it kept? {met} met, {len(promises) - met} open (onrecord due)"),
        *_lines(dated, _promise, width),
        note(f"Without a date: {counted(len(promises) - len(dated), 'promise')} more (onrecord due shows all)."),
        heading("Which bases were handed over? (onrecord timeline --kind site)"),
        *_lines(sites, _fact, width),
        heading("What else happened when? (onrecord timeline)"),
        *_lines([fact for fact in timeline if fact not in shown], _fact, width),
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


def _footprint(answer: Footprint, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = []
    sections: tuple[tuple[str, Sequence[Fact]], ...] = (
        ("Changes", answer.changes),
        ("Sites", answer.sites),
        ("Attacks", answer.attacks),
        ("Assistance", answer.assistance),
    )
    parts += [Text("Forces", style="bold"), *_lines(answer.forces, _level, width)]
    for name, facts in sections:
        parts += [Text(name, style="bold"), *_lines(facts[-MOST_FACTS:], _fact, width)]
        if len(facts) > MOST_FACTS:
            parts.append(note(f"The last {MOST_FACTS} of {len(facts)}; onrecord footprint shows all."))
    return [*parts, *[note(words) for words in answer.notes]]


def _level(point: LevelPoint, width: int) -> Group:
    counting = counting_words(point)
    what = Text(level_words(point), style="bold")
    if counting != UNKNOWN:
        what.append(f"  ({counting})" if point.measure == "cap" else f"  (counts {counting})", style="not bold")
    return _told(level_when(point), what, point.fact, status=point.status, width=width)


def _when(fact: Fact) -> str:
    """When a fact holds; the day of its report, in brackets, where its words do not say."""
    if fact.claim.time is not None:
        return cut_to_fit(time_words(fact.claim.time), WHEN)
    return f"({fact.report.published})" if fact.report.published else UNKNOWN


def _fact(fact: Fact, width: int) -> Group:
    claim = fact.claim
    what = Text(what_words(claim), style="bold")
    if claim.quantity is not None:
        what.append(f"  {quantity_words(claim.quantity)}")
    return _told(_when(fact), what, fact, status=claim.status, width=width)


def _promise(promise: Commitment, width: int) -> Group:
    claim = promise.fact.claim
    what = Text(f"{STATE_SIGNS[promise.state]} {promise.state.value}  ", style="green" if promise.met_by else "yellow")
    what.append(what_words(claim), style="bold default")
    if claim.quantity is not None:
        what.append(f"  {quantity_words(claim.quantity)}", style="bold default")
    told = _told(promise.due or UNKNOWN, what, promise.fact, status=claim.status, width=width)
    if promise.met_by is None:
        return told
    met = Text(f"{INDENT}✓ met by what was said later", style="green")
    return Group(told, *_with_origin(met, promise.met_by, width), _sentence(promise.met_by, width))


def _told(when: str, what: Text, fact: Fact, *, status: Status, width: int) -> Group:
    line = Text.assemble((f"{when:<{WHEN}} ", ""), (f"{STATUS_SIGNS[status]} ", STATUS_STYLES[status]), what)
    return Group(*_with_origin(line, fact, width), _sentence(fact, width))


def _with_origin(line: Text, fact: Fact, width: int) -> list[Text]:
    """The line, folded where it must be, with who says so at its end, or on a line below where there is no room."""
    more = f" +{len(fact.outlets) - 1}" if len(fact.outlets) > 1 else ""
    origin = Text(f"{cut_to_fit(source_words(fact.report), 50)}{more}", style="blue")
    lines = _folded(line, width)
    if lines[-1].cell_len + origin.cell_len + 2 > width:
        lines.append(Text())
    lines[-1].append(" " * max(width - lines[-1].cell_len - origin.cell_len, 0)).append(origin)
    return lines


def _folded(line: Text, width: int) -> list[Text]:
    """At most two lines, the second under the first one's words."""
    if line.cell_len <= width:
        return [line]
    at = line.plain.rfind(" ", WHEN + 3, width)
    first, rest = line.divide([at if at > 0 else width])
    second = Text(" " * (WHEN + 2)).append(rest)
    second.truncate(width, overflow="ellipsis")
    return [first, second]


def _sentence(fact: Fact, width: int) -> Text:
    return Text(f"{INDENT}“{cut_sentence(fact.entries[0], width - len(INDENT) - 2)}”", style="dim")


def _gaps(series: Levels) -> list[RenderableType]:
    if not series.gaps:
        return []
    return [note("Nobody said (unknown, not zero): " + "; ".join(f"{start} to {end}" for start, end in series.gaps) + ".")]
