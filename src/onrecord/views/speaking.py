"""Speakers and what they said, as tables for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Entry, Kind, Office, Said, Speaker, Statements, Status
from onrecord.views.harmless import cut_to_fit, one_line
from onrecord.views.phrases import what_words
from onrecord.views.tables import DATED_BY_REPORT, STATUS_STYLES, counted, empty, heading, new_table, note, room_of, stacked
from onrecord.views.wording import UNKNOWN, quantity_words, source_words, status_words, time_words


def table_of_speakers(speakers: Sequence[Speaker], *, width: int = 80) -> RenderableType:
    """Who is on the record, in which offices, how often and from when to when."""
    if not speakers:
        return empty(
            "Nobody in this ledger says anything that fits. If you set filters, ask with fewer; or add more reports: onrecord add FILE"
        )
    table = new_table(
        ("Speaker", None),
        ("Said", 5),
        ("Claims", 6),
        ("Reports", 7),
        ("First", 10),
        ("Last", 10),
        right=("Said", "Claims", "Reports"),
    )
    for one in speakers:
        name = Text(one_line(one.name), style="bold")
        offices = [Text(office_words(office), style="dim") for office in one.offices[:3]]
        table.add_row(
            stacked(name, *offices),
            str(one.statements),
            str(one.claims),
            str(one.reports),
            one.first or UNKNOWN,
            one.last or UNKNOWN,
        )
    return Group(
        heading(counted(len(speakers), "speaker")), table, note("Said: statements. Claims: what else rests on this source.")
    )


def table_of_statements(answer: Statements, *, width: int = 80) -> RenderableType:
    """What somebody said, in order: the words, where they stand, and the claims that they make."""
    if not answer.said:
        return empty(
            f"{one_line(answer.speaker)} said nothing in this ledger that fits. Ask for less: fewer words, or other days."
        )
    table = new_table(("Said on", 11), ("What was said, and where", None))
    room = room_of(width, 11)
    for said in answer.said:
        table.add_row(_day(said), stacked(*_lines(said, room)))
    parts: list[RenderableType] = [heading(f"{one_line(answer.speaker)}: {counted(len(answer.said), 'statement')}")]
    parts += [note("; ".join(office_words(office) for office in answer.offices))] if answer.offices else []
    parts.append(table)
    if any(said.dated_by == "published" for said in answer.said):
        parts.append(note(DATED_BY_REPORT))
    return Group(*parts)


def office_words(office: Office) -> str:
    """An office with its body.

    >>> office_words(Office("spokesman", "the Coalition", "2020-12-13"))
    'spokesman, the Coalition (2020-12-13)'
    """
    body = f", {office.organization}" if office.organization else ""
    return one_line(f"{office.role}{body} ({office.known})")


def _day(said: Said) -> str:
    if said.day is None:
        return UNKNOWN
    return f"{said.day}{'*' if said.dated_by == 'published' else ''}"


def _lines(said: Said, room: int) -> list[Text]:
    claim = said.entry.claim
    lines: list[Text] = []
    if claim.kind is Kind.STATEMENT:
        cue, content = (one_line(claim.arg(name) or "") for name in ("cue", "content"))
        how = "" if claim.status is Status.ACTUAL else f"{status_words(claim.status, None)} · "
        verb = cue if any(map(str.isalpha, cue)) else "said"
        lines.append(Text(f"{how}{verb}: “{cut_to_fit(content, 3 * room)}”"))
    else:
        lines.append(_claim(said.entry, room))
    lines += [_claim(entry, room) for entry in said.claims]
    return [*lines, Text(cut_to_fit(source_words(said.entry.report), room), style="blue")]


def _claim(entry: Entry, room: int) -> Text:
    claim = entry.claim
    out = Text.assemble(
        "→ ", (status_words(claim.status, claim.stage), STATUS_STYLES[claim.status]), " ", (what_words(claim), "bold")
    )
    for part in (quantity_words(claim.quantity) if claim.quantity else "", time_words(claim.time) if claim.time else ""):
        out.append(f" · {part}" if part else "")
    return out
