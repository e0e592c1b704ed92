"""Tables of pledges: a row with who gives and how much, under a line that says what the table is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.goods import is_money
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Story
from onrecord.model import Kind, NameKind, Status

CELL = re.compile(r"\s*[|\t]\s*")
MONEY = re.compile(r"[$€£¥]|\b(?:million|billion|dollars|euros)\b")
PLEDGES = re.compile(r"\b(?:pledges?|pledged|commitments?|promis\w+|donors?|contributions?)\b", re.IGNORECASE)
GIVEN = re.compile(r"\b(?:paid|disbursed|delivered|provided|received|given)\b", re.IGNORECASE)
BEFORE = 1500
"""Characters before a row within which its table must begin."""


def may_be_aid_row(text: str, begin: int, end: int) -> bool:
    """Whether a line is a row of a table of money under a line on pledges or gifts."""
    row = text[begin:end]
    if CELL.search(row) is None or MONEY.search(row) is None:
        return False
    return _heading(text, begin) is not None


def _heading(text: str, begin: int) -> str | None:
    """The line over the table, if it is on pledges or gifts."""
    for line in reversed(text[max(0, begin - BEFORE) : begin].split("\n")):
        if line.strip() and CELL.search(line) is None:
            return line if PLEDGES.search(line) or GIVEN.search(line) else None
    return None


@rule
def claim_aid_row(scene: Scene, story: Story) -> Iterator[Draft]:
    """A row of a table of pledges: "Japan | $3 billion | 2012-2016" under "Pledges made at the conference:"."""
    begin = scene.sentence.span.begin
    if "|" not in scene.sentence.text and "\t" not in scene.sentence.text:
        return
    if story.recipient is None or not may_be_aid_row(story.report.text, begin, scene.sentence.span.end):
        return
    cut = CELL.search(scene.sentence.text)
    name = next((n for n in scene.names if cut is not None and n.span.end <= cut.start()), None)
    money = next((m for m in scene.counts if is_money(m.value.quantity)), None)
    if name is None or money is None or not (name.value.kind is NameKind.ACTOR or name.value.type in ("country", "state")):
        return
    given = GIVEN.search(_heading(story.report.text, begin) or "") is not None
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_aid_row), scene.tokens_of(name.span)[0])
    made.standing = Standing(Status.ACTUAL if given else Status.PLANNED)
    made.put("action", "provided" if given else "pledged", scene.in_report(money.span))
    made.put("donor", as_state(of_name(scene, name)))
    made.put("recipient", story.recipient)
    made.count(money.value.quantity, scene.in_report(money.span))
    when = next((d for d in scene.dates if d.value.time is not None and d.span.begin > money.span.end), None)
    if when is not None:
        made.time, made.spans["time"] = when.value.time, scene.in_report(when.span)
    yield made
