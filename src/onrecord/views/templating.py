"""Templates that escape everything, make untrusted words harmless, and share the wording of all other views."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from onrecord.model import SPECS, Entry, LevelPoint, Span
from onrecord.model.answers import correction_of
from onrecord.views.chart import render_derived_shape
from onrecord.views.harmless import harmless, one_line, web_address
from onrecord.views.marked import pieces
from onrecord.views.phrases import fact_words, what_words
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
    correction_words,
    counting_words,
    level_when,
    level_words,
    quantity_words,
    source_words,
    status_words,
    told_when,
)
from onrecord.views.worked_out import derived_id, derived_when, derived_words, sum_words


def make_environment(loader: BaseLoader) -> Environment:
    """An environment whose templates escape, refuse what is not defined, and have the words of the views at hand."""
    env = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=shown
    )
    env.globals |= WORDS
    return env


def marked_words(entry: Entry) -> list[tuple[str, bool]]:
    """The sentence of a claim in pieces, each with whether a value stands there."""
    return pieces(entry.words, spans_in_words(entry), Span(0, len(entry.words)))


def dated_by_report(points: Sequence[LevelPoint]) -> bool:
    """Whether one of these levels has no other date than that of its report."""
    return any(point.dated_by == "published" for point in points)


def shown(value: object) -> object:
    """Everything that a template prints passes here: text that is not our own markup is made harmless."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


WORDS = {
    "what": what_words,
    "what_of": fact_words,
    "when": told_when,
    "quantity": quantity_words,
    "status": status_words,
    "origin": source_words,
    "level_number": level_words,
    "level_when": level_when,
    "counting": counting_words,
    "derived_id": derived_id,
    "derived_mark": render_derived_shape,
    "derived_number": derived_words,
    "derived_when": derived_when,
    "derived_sum": sum_words,
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
    "by_report": dated_by_report,
    "one_line": one_line,
    "specs": SPECS,
}
"""What every template can call, by the name that it has there."""
