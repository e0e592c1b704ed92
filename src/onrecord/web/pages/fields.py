"""The parameters that pages share."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.ledger import Filters, Ledger
from onrecord.model import Cause, CommitmentState, Kind, Status
from onrecord.web.params import Asked, Param

ACTOR = Param("actor", "Actor", "Only this actor, by any of its names.")
PLACE = Param("place", "Place", "Only this place and what lies in it.")
KIND = Param("kind", "Kind", "Only claims of this kind.", "choice", tuple(Kind))
STATUS = Param("status", "Status", "Only claims of this status.", "choice", tuple(Status))
SOURCE = Param("source", "Source", "Only what this source is cited for.")
TEXT = Param("text", "Words", 'Words whatever their endings, "phrases" and beginnings* in the sentence.')
SINCE = Param("since", "Since", "Only what holds on or after this day.", "day")
UNTIL = Param("until", "Until", "Only what holds on or before this day.", "day")
ON = Param("on", "On", "The day that is asked about.", "day")
KNOWN = Param("known", "As known on", "Reports published after this day do not count.", "day")
ADDED = Param("added", "As added by", "The ledger as it stood at the end of this day.", "day")
CONFIDENCE = Param("min_confidence", "At least this sure", "Only claims at least so likely to be right, from 0 to 1.", "share")
PAGE = Param("page", "Page", "Which leaf of a long list.", "whole")
LOOKED = Param(
    "looked",
    "Looked at",
    "About how many of the newest claims the answer is told from, or all of them.",
    "extent",
    most=100_000,
)
LIMIT = Param("limit", "Limit", "How many rows of a list the API gives at once.", "whole", most=10_000)
CAUSE = Param("cause", "Cause", "Only disputes with this cause.", "choice", tuple(Cause))
STATE = Param("state", "State", "Only promises in this state.", "choice", tuple(CommitmentState), many=True)
CLOCKS = (KNOWN, ADDED, CONFIDENCE)
LONG = (PAGE, LIMIT, LOOKED)


def only(asked: Asked, *names: str) -> dict[str, object]:
    """Those of the values that a question of the ledger takes, by their names there."""
    return {name: asked[name] for name in names if name in asked}


def looking(*names: str, kind: Kind | None = None, text: str = "text") -> Callable[[Ledger, Asked], Filters]:
    """Which claims an answer is made of: those of these filters, of one ``kind``; ``text`` is what the words are called."""

    def looks_at(_ledger: Ledger, asked: Asked) -> Filters:
        given = only(asked, *names, *CLOCK_NAMES) | ({"text": asked[text]} if text in asked else {})
        return Filters(**({"kind": kind} if kind else {}), **given)  # type: ignore[arg-type]

    return looks_at


CLOCK_NAMES = tuple(param.name for param in CLOCKS)
