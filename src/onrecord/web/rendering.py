"""Pages as HTML: one environment of templates, which escapes everything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader

from onrecord import __version__
from onrecord.model import Entry, Fact, Kind
from onrecord.views.disputed import CAUSE_SIGNS, said_by
from onrecord.views.harmless import cut_to_fit
from onrecord.views.promised import HEADINGS
from onrecord.views.reviewed import entries_behind, review_words
from onrecord.views.speaking import office_words
from onrecord.views.tables import counted
from onrecord.views.templating import make_environment
from onrecord.views.wording import number_words, part_words, plan_words, time_words
from onrecord.web.kinds import GROUPS, group_of

TEMPLATES = files("onrecord.web") / "templates"
MOST_LOOKED = 5_000


def render(template: str, context: Mapping[str, Any]) -> str:
    """A template with what it shows."""
    return environment().get_template(template).render(context)


@cache
def environment() -> Environment:
    """The templates of the web face."""
    env = make_environment(FunctionLoader(_file))
    env.globals |= {
        "version": __version__,
        "number": number_words,
        "things": counted,
        "group_of": group_of,
        "groups": GROUPS,
        "plan": plan_words,
        "part": part_words,
        "time_words": time_words,
        "cut": cut_to_fit,
        "said_by": said_by,
        "cause_signs": CAUSE_SIGNS,
        "headings": HEADINGS,
        "office_words": office_words,
        "kind_words": kind_words,
        "title_of": title_of,
    }
    return env


def kind_words(kind: Kind | str) -> str:
    """A kind as words.

    >>> kind_words("force_level")
    'force level'
    """
    return str(kind).replace("_", " ")


def title_of(fact: Fact) -> str:
    """The report of a fact by its title, else by its id."""
    return fact.report.title or fact.report.id


def reviewed_words(answer: object) -> str:
    """How many of the claims behind an answer an analyst looked at; empty where it rests on none."""
    seen: dict[str, Entry] = {}
    for entry in entries_behind(answer):
        seen[entry.claim.id] = entry
        if len(seen) >= MOST_LOOKED:
            break
    return review_words(seen.values()) if seen else ""


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
