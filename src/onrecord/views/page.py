"""The one-file HTML report: charts, timeline, promises, and every sentence they rest on. No script, no request."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from onrecord.model import Commitment, Dispute, Fact, Levels, Status
from onrecord.model.assistance import Assistance
from onrecord.model.sites import SiteHistory
from onrecord.views import aid
from onrecord.views.chart import render_chart, render_derived_shape, render_hatching, render_shape, shapes_of
from onrecord.views.disputed import CAUSE_SIGNS, causes_words
from onrecord.views.holdings import holding_words
from onrecord.views.templating import dated_by_report, make_environment
from onrecord.views.typefaces import embedded_fonts
from onrecord.views.wording import UNKNOWN, counting_words

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
    held: tuple[SiteHistory, ...] = ()
    totals: Assistance | None = None
    disputes: tuple[Dispute, ...] = ()
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
    style = Markup(embedded_fonts() + _file("report.css"))
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


def legend(levels: Levels) -> list[tuple[Markup, str]]:
    """The marks of a chart and what they mean."""
    used = {counting_words(point) for point in levels.points if point.status is Status.ACTUAL}
    rows = [(render_shape(shape), _way_words(way)) for way, shape in shapes_of(levels).items() if way in used]
    if dated_by_report(levels.points):
        rows.append((render_shape("circle", more=" by-report"), "paler: dated by the report alone"))
    if any(point.corrected_by for point in levels.points):
        rows.append((render_shape("circle", struck=True), "struck: corrected by its own outlet"))
    others = {point.status for point in levels.points if point.status is not Status.ACTUAL}
    rows += [(render_shape("diamond", status), MEANINGS[status]) for status in Status if status in others]
    if levels.derived:
        rows.append((render_derived_shape(), "worked out from a stated level and later changes, stated by nobody"))
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
    env = make_environment(FunctionLoader(_file))
    env.globals |= {
        "legend": legend,
        "holding_words": holding_words,
        "pair_words": aid.pair_words,
        "sum_words": aid.sum_words,
        "amount_words": aid.amount_words,
        "left_out_words": aid.left_out_words,
        "cause_signs": CAUSE_SIGNS,
        "causes": causes_words,
        "source_list": source_list,
    }
    return env


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _csp_hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
