"""Two claims beside one another: one fact, or what parts them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Ledger
from onrecord.model import Cause, Difference, Fact
from onrecord.views.disputed import CAUSE_SIGNS
from onrecord.web.page import Page
from onrecord.web.params import Asked, Param

SAME, APART = "=", "/"


def _compare(ledger: Ledger, asked: Asked) -> Fact | Difference | None:
    if "one" not in asked or "other" not in asked:
        return None
    return asking.compare(ledger, asked["one"], asked["other"])


def _of_compare(answer: Fact | Difference | None, _asked: Asked) -> Mapping[str, Any]:
    """The answer in a sign and a word, and its sides: of one fact the claims, of two the facts."""
    if answer is None:
        return {}
    if isinstance(answer, Fact):
        joined = f"They tell of one fact{f' ({answer.joined})' if answer.joined else ''}"
        sides = tuple(Fact((entry,)) for entry in answer.entries)
        return {"is_one": True, "sign": SAME, "name": "one fact", "says": joined, "sides": sides}
    name = answer.parting.value
    sign = CAUSE_SIGNS[Cause(name)] if name in set(Cause) else APART
    return {"is_one": False, "sign": sign, "name": name, "says": answer.why, "sides": (answer.one, answer.other)}


COMPARE = Page(
    name="compare",
    path="/compare",
    title="Compare",
    says="Whether two claims tell of one fact, and if not, what parts them.",
    ask=_compare,
    params=(
        Param("one", "Claim", "The claim's id, or the beginning of it that no other has.", needed=True),
        Param("other", "Other claim", "The claim to lay beside it.", needed=True),
    ),
    more=_of_compare,
    in_nav=False,
    under="disputes",
    told_whole=True,
)
