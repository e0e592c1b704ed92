"""Adding reports from a browser or a program: read, looked at, then stored or discarded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.errors import UnknownName
from onrecord.web.action import Action, Done
from onrecord.web.bodies import Given
from onrecord.web.desk import Desk
from onrecord.web.drafts import Draft
from onrecord.web.links import address
from onrecord.web.pages.adding import ADD, draft_to_json
from onrecord.web.params import Param

DRAFT = Param("draft", "Draft", "What reading gave back as the draft's id.", needed=True)


def _read(desk: Desk, given: Given) -> Done:
    draft = desk.drafts.read(given)
    return Done(draft_to_json(draft), address(ADD.path, {"draft": draft.id}))


def _store(desk: Desk, given: Given) -> Done:
    draft = _draft(desk, given)
    stored: list[str] = []
    had: list[str] = []
    with desk.book.writing() as ledger:
        for report, claims in draft.read:
            (stored if ledger.add(report, list(claims)) else had).append(report.id)
    desk.drafts.discard(draft.id)
    told: dict[str, object] = {"stored": stored, "already": had}
    if len(stored) == 1:
        return Done(told, address("/report", {"id": stored[0]}))
    return Done(told, address(ADD.path, {"stored": len(stored), "already": len(had)}))


def _discard(desk: Desk, given: Given) -> Done:
    draft = _draft(desk, given)
    desk.drafts.discard(draft.id)
    return Done({"discarded": draft.id}, ADD.path)


def _draft(desk: Desk, given: Given) -> Draft:
    draft = desk.drafts.get(given.one("draft"))
    if draft is None:
        raise UnknownName("draft", given.one("draft"))
    return draft


def _asked(given: Given) -> Mapping[str, Any]:
    return {"draft": given.one("draft")} if given.one("draft") else {}


READ = Action(
    name="read",
    path="/add/read",
    title="Read",
    says="Read a report and show its claims; nothing is stored yet. Text, HTML and JSON lines are told apart by what they are.",
    do=_read,
    page="add",
    params=(
        Param("text", "Text", "The report, pasted.", needed=True),
        Param("published", "Published", "Its date, where the report has none, or another.", "day"),
        Param("outlet", "Outlet", "Who published it."),
        Param("title", "Title", "Its title."),
        Param("url", "Address", "Where it stands on the web."),
    ),
)
STORE = Action(
    name="store",
    path="/add/store",
    title="Store",
    says="Put what was read into the ledger.",
    do=_store,
    page="add",
    params=(DRAFT,),
    asked=_asked,
)
DISCARD = Action(
    name="discard",
    path="/add/discard",
    title="Discard",
    says="Forget what was read.",
    do=_discard,
    page="add",
    params=(DRAFT,),
)
