"""How many an actor had in a place over time: the chart, its table, and both as files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from onrecord import ledger as asking
from onrecord.errors import BadQuestion
from onrecord.ledger import Ledger
from onrecord.model import DerivedLevel, LevelPoint, Levels, LevelSeries, first_day, last_day
from onrecord.views.answer_json import answer_to_json
from onrecord.views.level_rows import WORKED, is_drawn, mark_of, render_levels_csv
from onrecord.views.level_spec import levels_picture, levels_spec
from onrecord.views.tables import PARTS
from onrecord.views.wording import series_words
from onrecord.views.worked_out import WORKED_OUT
from onrecord.web.page import Download, Page, leaf_of
from onrecord.web.pages.fields import CLOCK_NAMES, CLOCKS, PAGE, SINCE, UNTIL, only
from onrecord.web.params import Asked, Param
from onrecord.web.pictures import draw_png, draw_svg

MOST_PAIRS = 6
UNIT = Param("unit", "Unit", "What is counted: personnel, aircraft, ship …")


def _levels(ledger: Ledger, asked: Asked) -> tuple[Levels, ...]:
    """One answer for each actor in each place; none where one of them is not told."""
    pairs = list(product(asked.get("actor", ()), asked.get("place", ())))
    if len(pairs) > MOST_PAIRS:
        raise BadQuestion("actor, place", f"they make {len(pairs)} pairs", f"Ask for at most {MOST_PAIRS} at once.")
    options = only(asked, "unit", *CLOCK_NAMES)
    found = (asking.levels(ledger, who, place=where, **options) for who, where in pairs)  # type: ignore[arg-type]
    return tuple(between(levels, asked.get("since"), asked.get("until")) for levels in found)


def between(levels: Levels, since: str | None, until: str | None) -> Levels:
    """What of the levels lies between two days, which may be open."""
    if since is None and until is None:
        return levels
    first, last = first_day(since) if since else None, last_day(until) if until else None

    def kept(points: Sequence[LevelPoint]) -> tuple[LevelPoint, ...]:
        return tuple(point for point in points if _touches(point, first, last))

    series = tuple(replace(one, points=points) for one in levels.series if (points := kept(one.points)))
    derived = tuple(level for level in levels.derived if _touches(level, first, last))
    return replace(levels, points=kept(levels.points), parts=kept(levels.parts), series=series, undated=(), derived=derived)


def _touches(point: LevelPoint | DerivedLevel, first: date | None, last: date | None) -> bool:
    begins, ends = point.start or point.end, point.end or point.start
    low, high = first_day(begins) if begins else None, last_day(ends) if ends else None
    if low is None or high is None:
        return False
    return (first is None or high >= first) and (last is None or low <= last)


def _of_levels(answer: Sequence[Levels], asked: Asked) -> Mapping[str, Any]:
    rows: list[tuple[Levels, LevelSeries | None, LevelPoint]] = [
        (levels, series, point) for levels in answer for series in levels.series for point in series.points
    ]
    rows += [(levels, None, point) for levels in answer for point in levels.undated]
    drawn = _drawn(answer)
    parts = [(levels, point) for levels in answer for point in levels.parts]
    gaps = [(levels, gap) for levels in answer for gap in levels.gaps]
    derived = [(levels, level) for levels in answer for level in levels.derived]
    words = {"series_words": series_words, "parts_words": PARTS, "derived_heading": WORKED_OUT}
    return {
        "leaf": leaf_of(rows, asked, per=100),
        "drawn": drawn.total(),
        "marks": drawn,
        "parts_of": parts,
        "gaps": gaps,
        "derived_of": derived,
        **words,
    }


def _drawn(answer: Sequence[Levels]) -> Counter[str]:
    """How many marks of each sort the chart has."""
    drawn = Counter(mark_of(point) for levels in answer for point in levels.points if is_drawn(point))
    return drawn + Counter({WORKED: sum(len(levels.derived) for levels in answer)})


def _json(answer: Sequence[Levels]) -> Any:
    """One answer as the command line gives it; of several actors or places, a list of them."""
    return answer_to_json(answer[0] if len(answer) == 1 else answer)


def _csv(answer: Sequence[Levels], _asked: Asked) -> str:
    return render_levels_csv(answer)


def _spec(answer: Sequence[Levels], asked: Asked) -> dict[str, Any]:
    known = asked.get("known") or max((point.known for levels in answer for point in levels.points), default="—")
    return levels_spec(answer, known=known, **only(asked, "since", "until"))  # type: ignore[arg-type]


def _vega(answer: Sequence[Levels], asked: Asked) -> str:
    return json.dumps(_spec(answer, asked), ensure_ascii=False)


def _svg(answer: Sequence[Levels], asked: Asked) -> str:
    return draw_svg(levels_picture(_spec(answer, asked)))


def _png(answer: Sequence[Levels], asked: Asked) -> bytes:
    return draw_png(levels_picture(_spec(answer, asked)))


LEVELS = Page(
    name="levels",
    path="/levels",
    title="Levels",
    says="How many an actor had in a place over time: plans apart from what held, unknown left unknown.",
    ask=_levels,
    params=(
        Param("actor", "Actor", "Whose forces; several may be compared.", many=True, needed=True),
        Param("place", "Place", "Where; several may be compared.", many=True, needed=True),
        UNIT,
        SINCE,
        UNTIL,
        *CLOCKS,
        PAGE,
    ),
    more=_of_levels,
    to_json=_json,
    downloads=(
        Download("csv", "text/csv", "The marks of the chart, a line each", _csv),
        Download("svg", "image/svg+xml", "The chart as a picture", _svg),
        Download("png", "image/png", "The chart as a picture in dots", _png),
        Download("vl.json", "application/json", "The chart as a Vega-Lite specification", _vega),
    ),
)
