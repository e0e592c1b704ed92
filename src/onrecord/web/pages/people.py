"""Who is on the record, and what somebody said over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Filters, Ledger
from onrecord.model import Speaker, Statements
from onrecord.web.page import Page, leaf_of
from onrecord.web.pages.fields import CLOCK_NAMES, CLOCKS, LONG, LOOKED, PAGE, SINCE, UNTIL, only
from onrecord.web.params import Asked, Param

ABOUT = Param("about", "About", 'Words whatever their endings, "phrases" and beginnings* in the sentence.')
NAMES = ("about", "since", "until", *CLOCK_NAMES)


def _speakers(ledger: Ledger, asked: Asked) -> tuple[Speaker, ...]:
    return asking.speakers(ledger, **only(asked, *NAMES))  # type: ignore[arg-type]


def _on_record(_ledger: Ledger, asked: Asked) -> Filters:
    return asking.on_record(**only(asked, *NAMES))  # type: ignore[arg-type]


def _of_speakers(answer: Sequence[Speaker], asked: Asked) -> Mapping[str, Any]:
    return {"leaf": leaf_of(answer, asked)}


SPEAKERS = Page(
    name="speakers",
    path="/speakers",
    title="Speakers",
    says="Who is on the record: offices, how many statements and claims, in which days.",
    ask=_speakers,
    params=(ABOUT, SINCE, UNTIL, *CLOCKS, *LONG),
    more=_of_speakers,
    looks_at=_on_record,
    listed=True,
)


def _statements(ledger: Ledger, asked: Asked) -> Statements | None:
    if "person" not in asked:
        return None
    return asking.statements(ledger, asked["person"], **only(asked, *NAMES))  # type: ignore[arg-type]


def _of_statements(answer: Statements | None, asked: Asked) -> Mapping[str, Any]:
    return {"leaf": leaf_of(answer.said, asked)} if answer else {}


def _all_of(ledger: Ledger, asked: Asked) -> Filters:
    """All that somebody is on the record with."""
    given = only(asked, *CLOCK_NAMES) | ({"text": asked["about"]} if "about" in asked else {})
    return Filters(speakers=asking.spellings(ledger, asked["person"]), **given)  # type: ignore[arg-type]


STATEMENTS = Page(
    name="statements",
    path="/statements",
    title="Statements",
    says="What somebody said over time, with the words, the report and the claims that the words make.",
    ask=_statements,
    params=(
        Param("person", "Person", "Whose, by name, or a part of it that only one speaker has.", needed=True),
        ABOUT,
        SINCE,
        UNTIL,
        *CLOCKS,
        PAGE,
        LOOKED,
    ),
    more=_of_statements,
    looks_at=_all_of,
    in_nav=False,
    under="speakers",
)
