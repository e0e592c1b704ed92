"""A report pasted or uploaded, with its claims before they are stored."""

from __future__ import annotations

from typing import Any

from onrecord.ledger import Ledger
from onrecord.views.answer_json import answer_to_json
from onrecord.web.bodies import MOST_BYTES
from onrecord.web.desk import Desk
from onrecord.web.drafts import Draft
from onrecord.web.page import Page
from onrecord.web.params import Asked, Param


def _nothing(_ledger: Ledger, _asked: Asked) -> None:
    """The ledger is not asked: drafts are the desk's."""


def _draft(desk: Desk, asked: Asked) -> Draft | None:
    return desk.drafts.get(asked["draft"]) if "draft" in asked else None


def draft_to_json(draft: Draft | None) -> Any:
    """What was read as JSON: the reports with their claims as ``onrecord read --json`` gives them."""
    if draft is None:
        return None
    read = [{"report": report, "claims": claims} for report, claims in draft.read]
    return answer_to_json(
        {"draft": draft.id, "read": read, "unread": [{"where": where, "why": why} for where, why in draft.unread]}
    )


def _more(_answer: Draft | None, _asked: Asked) -> dict[str, Any]:
    return {"most_mb": MOST_BYTES // 1_000_000}


ADD = Page(
    name="add",
    path="/add",
    title="Add",
    says="Paste or upload a report, and see its claims before they are stored.",
    ask=_nothing,
    ask_desk=_draft,
    params=(
        Param("draft", "Draft", "What was read and is not stored yet."),
        Param("stored", "Stored", "How many reports were stored.", "text"),
        Param("already", "Already", "How many the ledger had.", "text"),
    ),
    more=_more,
    to_json=draft_to_json,
)
