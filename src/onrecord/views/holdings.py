"""Sites and their holders as tables for the terminal: the named first, then those without a name, then bare counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Claim, Fact
from onrecord.model.sites import SiteCount, SiteDay, SiteHistory, SiteHolding, Sites, SiteState
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.tables import (
    DATED_BY_REPORT,
    STATUS_STYLES,
    counted,
    cut_sentence,
    empty,
    heading,
    new_table,
    note,
    room_of,
    stacked,
)
from onrecord.views.wording import UNKNOWN, interval_words, quantity_words, source_words, status_words

NONE_FITS = "No report in this ledger tells of a site that fits. If you set filters, ask with fewer; or add more reports: onrecord add FILE"


def table_of_sites(answer: Sites, *, width: int = 80) -> RenderableType:
    """Each site with its holder on the day, and what was done with it, when, by whose reports."""
    if not answer.histories and not answer.counts:
        return empty(NONE_FITS)
    named = [one for one in answer.histories if one.named]
    nameless = [one for one in answer.histories if not one.named]
    parts: list[RenderableType] = [heading(f"{_title(answer)}: {counted(len(named), 'site')}")]
    parts += [_table(named, width)] if named else []
    if nameless:
        parts += [heading("Sites without a name, each that of its report alone", minor=True), _table(nameless, width)]
    if answer.counts:
        parts += [heading("Counts that name no site", minor=True), _counts(answer.counts, width)]
    if any(day.dated_by == "published" for state in _states(answer) for day in state.days):
        parts.append(note(DATED_BY_REPORT))
    return Group(*parts, *[note(words) for words in answer.notes])


def holding_words(holding: SiteHolding) -> str:
    """Who holds a site, since when; where nobody said, that it is unknown, and what is known instead.

    >>> holding_words(SiteHolding("2020-05-01", "handed_over", "Northland", "2020-03-29", told="2020-04-02"))
    'held by Northland since 2020-03-29, last told 2020-04-02'
    >>> holding_words(SiteHolding("2020-05-01", "closed", "Northland", "2020-03-29", told="2020-04-02"))
    'closed since 2020-03-29, before that held by Northland, last told 2020-04-02'
    >>> holding_words(SiteHolding("2020-05-01", "unknown", why="nobody said"))
    'holder unknown: nobody said'
    """
    if holding.holder is None:
        return one_line(f"holder unknown: {holding.why}")
    since = f" since {holding.since}" if holding.since else ""
    told = f", last told {holding.told}" if holding.told else ""
    if holding.state == "closed":
        return one_line(f"closed{since}, before that held by {holding.holder}{told}")
    return one_line(f"held by {holding.holder}{since}{told}")


def act_words(state: SiteState) -> str:
    """What was done, by whom, to whom; further names that reports give stand behind a stroke.

    >>> from onrecord.model import Status
    >>> act_words(SiteState("handed_over", Status.ACTUAL, None, ("Northland",), ("Vale", "Vale Army"), ()))
    'handed over by Northland to Vale / Vale Army'
    """
    act = (state.action or UNKNOWN).replace("_", " ")
    by = f" by {' / '.join(state.actors)}" if state.actors else ""
    to = f" {'for' if state.action == 'opened' else 'to'} {' / '.join(state.recipients)}" if state.recipients else ""
    return one_line(f"{act}{by}{to}")


def days_words(state: SiteState) -> str:
    """The days that reports give for an act; ``*`` where only the day of the report is known.

    >>> from onrecord.model import Status
    >>> days_words(SiteState("closed", Status.ACTUAL, None, (), (), (SiteDay("2020-03-29", "2020-03-29", "published", ()),)))
    '2020-03-29*'
    """
    days = [
        f"{interval_words(day.start, day.end)}{'*' if day.dated_by == 'published' else ''}"
        for day in state.days
        if day.dated_by
    ]
    return " or ".join(days) or UNKNOWN


def _title(answer: Sites) -> str:
    what = answer.site or "Sites"
    place = f" in {answer.place}" if answer.place else ""
    actor = f" with {answer.actor}" if answer.actor else ""
    return f"{what}{place}{actor} on {answer.on}, as known on {answer.known}"


def _states(answer: Sites) -> list[SiteState]:
    return [state for one in answer.histories for state in one.states] + [one.state for one in answer.counts]


def _table(histories: Iterable[SiteHistory], width: int) -> RenderableType:
    table = new_table(("When", 13), ("Site, its holder, and what was done with it", None))
    room = room_of(width, 13)
    for number, one in enumerate(histories):
        if number:
            table.add_row("", "")
        table.add_row("", stacked(*_head(one)))
        for state in one.in_order:
            table.add_row(days_words(state), stacked(*_state(state, room)))
    return table


def _head(one: SiteHistory) -> list[Text]:
    name = Text(one_line(one.site), style="bold")
    if one.place and one.place.casefold() not in one.site.casefold():
        name.append(one_line(f", {one.place}"), style="default")
    if one.holding is None or not one.named:
        return [name]
    return [name, Text(holding_words(one.holding), style="green" if one.holding.holder else "yellow")]


def _state(state: SiteState, room: int) -> list[Text]:
    lines = [Text.assemble((status_words(state.status, state.stage), STATUS_STYLES[state.status]), ": ", act_words(state))]
    if state.differs:
        lines.append(Text("reports differ on the day", style="red"))
    for day in state.days:
        several = sum(day.dated_by is not None for day in state.days) > 1
        label = f"{interval_words(day.start, day.end)}: " if several and day.dated_by else ""
        lines += sources(day.facts, room, label=label, day=day)
    return lines


def sources(facts: Sequence[Fact], room: int, *, label: str = "", day: SiteDay | None = None) -> list[Text]:
    """Who says so, with how many other outlets, and the sentence that said it first; of a day, who puts it there."""
    entries = [entry for fact in facts for entry in fact.entries]
    entries = [entry for entry in entries if day and _gives(entry.claim, day)] or entries
    first = entries[0]
    outlets = {entry.report.outlet or entry.report.id for entry in entries}
    origin = f"{label}{source_words(first.report)}" + (f", citing {first.claim.source}" if first.claim.source else "")
    others = f" and {counted(len(outlets) - 1, 'other')}" if len(outlets) > 1 else ""
    said = f"“{cut_sentence(first, max(2 * room - 12, 40))}”"
    return [Text(cut_to_fit(origin, max(room - len(others), 30)) + others, style="blue"), Text(said, style="dim")]


def _gives(claim: Claim, day: SiteDay) -> bool:
    """Whether a claim gives this very day."""
    return claim.time is not None and {claim.time.start, claim.time.end} == {day.start, day.end}


def _counts(counts: Iterable[SiteCount], width: int) -> RenderableType:
    table = new_table(("When", 13), ("Count", 8), ("What, and who says so", None), right=("Count",))
    room = room_of(width, 13, 8)
    for one in counts:
        table.add_row(days_words(one.state), quantity_words(one.quantity), stacked(*_state(one.state, room)))
    return table
