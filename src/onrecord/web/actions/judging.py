"""Judging from a browser or a program: the same judgements as those of the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from onrecord.errors import BadJudgement, BadQuestion
from onrecord.ledger import Ledger, claim_as_set, claim_by_hand, judge, split, undo
from onrecord.model import Act, Claim, Judgement, Kind
from onrecord.views.answer_json import answer_to_json
from onrecord.web.action import Action, Done
from onrecord.web.bodies import Given
from onrecord.web.desk import Desk
from onrecord.web.links import address
from onrecord.web.pages.fields import KIND
from onrecord.web.pages.reviewing import REVIEW
from onrecord.web.params import Param, read_params
from onrecord.web.values import OTHER, PREFIX, changes

BY = Param("by", "Reviewer", "Who judges.", needed=True)
WHY = Param("why", "Why", "The reason, in the reviewer's words.")


def _judge(desk: Desk, given: Given) -> Done:
    act, ids = _act(given.one("act")), given.many("claims")
    with desk.book.writing() as ledger:
        value = _value(ledger, act, ids, given)
        made = judge(ledger, act, ids, by=_by(given), why=given.one("why"), value=value)
    return Done(answer_to_json(made), _next(given, made))


def _split(desk: Desk, given: Given) -> Done:
    ids = given.many("claims")
    if len(ids) != 1:
        raise BadJudgement(f"one claim is split at a time, not {len(ids)}.")
    with desk.book.writing() as ledger:
        claim = ledger.claim(ids[0]).claim
        values = (changes(claim, given.values_of(prefix)) for prefix in (PREFIX, OTHER))
        made = split(
            ledger, claim.id, [claim_as_set(ledger, claim.id, part) for part in values], by=_by(given), why=given.one("why")
        )
    return Done(answer_to_json(made), _next(given, made[0]))


def _undo(desk: Desk, given: Given) -> Done:
    with desk.book.writing() as ledger:
        made = undo(ledger, given.one("judgement"), by=_by(given), why=given.one("why"))
    return Done(answer_to_json(made), _next(given, made))


def _value(ledger: Ledger, act: Act, ids: tuple[str, ...], given: Given) -> Claim | None:
    """The claim as it should be, for the acts that want one: what the form shows otherwise than the claim has it."""
    if act in (Act.CORRECT, Act.ACCEPT) and len(ids) == 1:
        changed = changes(ledger.claim(ids[0]).claim, given.values)
        if changed and act is Act.ACCEPT:
            raise BadJudgement(f"{', '.join(changed)}: changed and not kept so. Correct the claim, or put back what it had.")
        if not changed and act is Act.CORRECT:
            raise BadJudgement("no value was changed. Change one, or accept the claim as it is.")
        return claim_as_set(ledger, ids[0], changed) if changed else None
    if act is Act.ADD:
        kind = KIND.read(given.one("kind")) if given.one("kind") else None
        if not (given.one("report") and kind and given.one("words")):
            raise BadJudgement("to add a claim, give its report, its kind and its words as they stand in the report.")
        values = {name: text for name, text in given.values.items() if text.strip()}
        return claim_by_hand(ledger, given.one("report"), Kind(kind), given.one("words"), values)
    return None


def _act(given: str) -> Act:
    if given not in set(Act) - {Act.UNDO}:
        raise BadQuestion("act", f"{given!r} is no act", f"Take one of {', '.join(act for act in Act if act is not Act.UNDO)}.")
    return Act(given)


def _by(given: Given) -> str:
    by = " ".join(given.one("by").split())
    if not by:
        raise BadJudgement("a judgement needs somebody who makes it. Write your name into Reviewer.")
    if len(by) > 100:
        raise BadJudgement("the reviewer's name is longer than 100 characters.")
    return by


def asked_of(given: Given) -> Mapping[str, Any]:
    """What the page asked from which a form was sent: ``back`` is its address, which is never one of another site."""
    parts = urlsplit(given.one("back"))
    pairs = parse_qsl(parts.query) if parts.path == REVIEW.path else []
    known = {param.name for param in REVIEW.params}
    asked = dict(read_params(REVIEW.params, [(name, text) for name, text in pairs if name in known]))
    ids = given.many("claims")
    return asked | ({"at": ids[0]} if ids and "of" not in asked else {})


def _next(given: Given, made: Judgement) -> str:
    """The claim that comes next, in the same queue; after a comment, a merging or a parting the same claim."""
    asked = dict(asked_of(given))
    if made.value is not None and not made.about:
        return address(REVIEW.path, {**asked, "of": None, "new": None, "at": made.value.id})
    stays = made.act in (Act.COMMENT, Act.MERGE, Act.PART, Act.UNDO)
    then = given.one("then") or None
    return address(REVIEW.path, {**asked, "at": asked.get("at") if stays and made.act is not Act.UNDO else then})


JUDGE = Action(
    name="judge",
    path="/judge",
    title="Judge",
    says="Accept, reject or correct a claim, merge or part claims, add one by hand, or comment. Nothing is overwritten.",
    do=_judge,
    page="review",
    params=(
        Param("act", "Act", "What to do.", "choice", tuple(act for act in Act if act is not Act.UNDO), needed=True),
        Param("claims", "Claims", "The claims that it is about, by the beginning of their ids.", many=True),
        BY,
        WHY,
        Param("report", "Report", "To add a claim: its report."),
        Param("kind", "Kind", "To add a claim: its kind.", "choice", tuple(Kind)),
        Param("words", "Words", "To add a claim: the words of the report that make it."),
    ),
    takes_values=True,
    asked=asked_of,
)
SPLITTING = Action(
    name="split",
    path="/split",
    title="Split",
    says="Split a claim whose sentence says two things: two stand in its place, and are undone as one. others has the values of the second.",
    do=_split,
    page="review",
    params=(Param("claims", "Claim", "The claim, by the beginning of its id.", needed=True), BY, WHY),
    takes_values=True,
    takes_others=True,
    asked=asked_of,
)
UNDO = Action(
    name="undo",
    path="/undo",
    title="Undo",
    says="Undo a judgement; the undoing is a judgement too, and can be undone.",
    do=_undo,
    page="review",
    params=(Param("judgement", "Judgement", "By the beginning of its id, or 'last'.", needed=True), BY, WHY),
    asked=asked_of,
)
