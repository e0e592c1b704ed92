"""The one-file HTML report: charts, timeline, promises, and every sentence they rest on. No script, no request."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from onrecord.model import SPECS, Commitment, Entry, Fact, LevelPoint, Levels, Span, Status
from onrecord.model.answers import correction_of
from onrecord.views.chart import render_chart, render_hatching, render_shape, shapes_of
from onrecord.views.harmless import harmless, one_line, web_address
from onrecord.views.marked import pieces
from onrecord.views.phrases import what_words
from onrecord.views.promised import (
    also_words,
    condition_words,
    count_words,
    remarks_of,
    sections_of,
    state_words,
    step_words,
    steps_of,
)
from onrecord.views.standing import origin_words, standing_words
from onrecord.views.why import spans_in_words, values_of
from onrecord.views.wording import (
    UNKNOWN,
    correction_words,
    counting_words,
    level_when,
    level_words,
    quantity_words,
    source_words,
    status_words,
    told_when,
)

TEMPLATES = files("onrecord.views") / "templates"


@dataclass(frozen=True, slots=True)
class Page:
    """What a report page shows. ``known`` is the day up to which reports count, ``made`` the day it was made."""

    title: str
    known: str
    made: str
    about: str = ""
    levels: tuple[Levels, ...] = ()
    timeline: tuple[Fact, ...] = ()
    promises: tuple[Commitment, ...] = ()
    sites: tuple[Fact, ...] = ()
    assistance: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Sources:
    """The facts that a page rests on, numbered as they are first used."""

    numbers: dict[Fact, int] = field(default_factory=dict)

    def number(self, fact: Fact) -> int:
        """The number of a fact's footnote."""
        return self.numbers.setdefault(fact, len(self.numbers) + 1)

    def anchor(self, fact: Fact) -> str:
        """The address of a fact's footnote within the page."""
        return f"source-{self.number(fact)}"


def render_page(page: Page) -> str:
    """The page as HTML."""
    sources = Sources()
    style = Markup(_file("report.css"))
    charts = [render_chart(levels, sources.anchor) for levels in page.levels]
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=page,
            sources=sources,
            charts=charts,
            hatching=render_hatching(),
            style=style,
            style_hash=_csp_hash(str(style)),
        )
    )


def marked_words(entry: Entry) -> list[tuple[str, bool]]:
    """The sentence of a claim in pieces, each with whether a value stands there."""
    return pieces(entry.words, spans_in_words(entry), Span(0, len(entry.words)))


def legend(levels: Levels) -> list[tuple[Markup, str]]:
    """The marks of a chart and what they mean."""
    used = {counting_words(point) for point in levels.points if point.status is Status.ACTUAL}
    rows = [(render_shape(shape), _way_words(way)) for way, shape in shapes_of(levels).items() if way in used]
    if _by_report(levels.points):
        rows.append((render_shape("circle", more=" by-report"), "paler: dated by the report alone"))
    if any(point.corrected_by for point in levels.points):
        rows.append((render_shape("circle", struck=True), "struck: corrected by its own outlet"))
    others = {point.status for point in levels.points if point.status is not Status.ACTUAL}
    rows += [(render_shape("diamond", status), MEANINGS[status]) for status in Status if status in others]
    return rows


def _way_words(way: str) -> str:
    return "stated, what is counted left open" if way == UNKNOWN else f"stated, {way}"


MEANINGS = {
    Status.PLANNED: "planned: drawn at its due date, dashed from the day it was announced",
    Status.CONDITIONAL: "conditional",
    Status.POSSIBLE: "possible, not confirmed",
    Status.DENIED: "denied",
}


def source_list(sources: Sources) -> Iterable[tuple[int, Fact]]:
    """The footnotes in order."""
    return ((number, fact) for fact, number in sources.numbers.items())


@cache
def _environment() -> Environment:
    env = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    env.globals |= {
        "what": what_words,
        "when": told_when,
        "quantity": quantity_words,
        "status": status_words,
        "origin": source_words,
        "level_number": level_words,
        "level_when": level_when,
        "counting": counting_words,
        "standing": standing_words,
        "origin_group": origin_words,
        "also": also_words,
        "condition": condition_words,
        "counted": count_words,
        "sections": sections_of,
        "state": state_words,
        "step": step_words,
        "remarks": remarks_of,
        "steps": steps_of,
        "correction": correction_of,
        "corrected": correction_words,
        "web_address": web_address,
        "marked_words": marked_words,
        "values": values_of,
        "legend": legend,
        "source_list": source_list,
        "by_report": _by_report,
        "one_line": one_line,
        "specs": SPECS,
    }
    return env


def _by_report(points: Sequence[LevelPoint]) -> bool:
    return any(point.dated_by == "published" for point in points)


def _shown(value: object) -> object:
    """Everything that a template prints passes here: text that is not our own markup is made harmless."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _csp_hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
