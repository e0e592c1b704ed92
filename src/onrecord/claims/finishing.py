"""What drafts still need once the whole report is read: their speakers, dates of announcement, and each said once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.claims.building import Draft
from onrecord.claims.ranking import rank_actors, rank_places
from onrecord.claims.scene import Scene
from onrecord.claims.theatres import settle_places
from onrecord.claims.topics import OF_WAR, is_fiction, topics_of
from onrecord.finders.attributions import speakers_of
from onrecord.lexicon.words import word_set
from onrecord.model import Attribution, Claim, Kind, Mention, Origin, Report, Span, Status, Step

PRESUPPOSING = frozenset(["criticized", "praised", "regretted"])
"""Manners of those who speak of a thing as known: "condemned the attack"."""

CLAIMING = frozenset(["claimed", "accused", "denied"])
"""Manners of verbs that make a claim by saying that something is so."""

OWNING_UP = re.compile(r"\bclaim(?:s|ed|ing)?\s+(?:\w+\s+){0,2}responsibility\b", re.IGNORECASE)

BLOCK = 1000
"""Characters of a stretch of a report by which attributions are looked up."""

ECHOING = (Kind.FORCE_CHANGE, Kind.ASSISTANCE)

FOLLOWING = "forces-following"
"""The rule that tells of more of the forces that were moved."""


def finish(
    report: Report,
    drafts: Iterable[Draft],
    scenes: Sequence[Scene],
    attributions: Sequence[Mention[Attribution]],
    failed: list[tuple[str, str, str]],
) -> list[Claim]:
    """The claims of a report in the order of its text, each with its speaker, each once."""
    claims: dict[tuple[object, ...], Claim] = {}
    topics = topics_of(report.text)
    drafts = [
        draft
        for draft in drafts
        if topics.allow(draft.kind, draft.args.get("type"), given=draft.args)
        and not _is_told_in_fiction(report, draft)
        and not _is_no_target(draft)
    ]
    fill_actor(drafts)
    rank_actors(drafts, scenes)
    settle_places(report, drafts)
    rank_places(drafts, scenes)
    carry_dates(drafts)
    settle_headline(drafts)
    drafts = without_echoes(drafts)
    nearby = Nearby(attributions)
    for draft in drafts:
        if draft.kind is not Kind.ROLE:
            attribute(draft, nearby.to(draft))
        try:
            claim = draft.claim(report.id)
        except ValueError as problem:
            failed.append((report.id, draft.evidence.cut(report.text), f"{draft.rule}: {problem}"))
            continue
        when = claim.time if claim.kind is Kind.AGREEMENT else None  # "extended in June and again in August"
        key = (claim.kind, claim.evidence, claim.args, claim.quantity, claim.status, when)
        claims.setdefault(key, claim)
    return sorted(claims.values(), key=lambda claim: (claim.evidence.begin, claim.spans["trigger"].begin, claim.kind))


def _is_no_target(draft: Draft) -> bool:
    """ "Our servers were attacked": what no force is used on."""
    target = draft.args.get("target")
    return (
        draft.kind is Kind.ATTACK
        and isinstance(target, str)
        and target.lower().split(" ")[-1] in word_set("attack", "nouns_no_target")
    )


def _is_told_in_fiction(report: Report, draft: Draft) -> bool:
    return draft.kind in OF_WAR and is_fiction(draft.evidence.cut(report.text))


def fill_actor(drafts: Sequence[Draft]) -> None:
    """Forces of nobody ("Pentagon puts forces at 5,200 in Iraq") are those of the one actor whose forces the report speaks of."""
    forces = [draft for draft in drafts if draft.kind in (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)]
    named = [draft for draft in forces if "actor" in draft.args]
    if len({draft.args["actor"] for draft in named}) != 1:
        return
    for draft in forces:
        if "actor" not in draft.args:
            draft.args["actor"], draft.spans["actor"] = named[0].args["actor"], named[0].spans["actor"]
            draft.origins["actor"] = Origin(Step.REPORT)
            draft.ids |= {k: v for k, v in named[0].ids.items() if k.startswith("actor")}


def settle_headline(drafts: Sequence[Draft]) -> None:
    """ "Biden Sends Troops Back to Somalia" over a report that says "has approved": the headline's present tense is a plan where the
    report first tells such a move as one to come."""
    for draft in drafts:
        if not draft.scene.is_headline or draft.standing.status is not Status.ACTUAL or draft.kind is not Kind.FORCE_CHANGE:
            continue
        told = (
            d.standing
            for d in drafts
            if d.kind is draft.kind
            and d.evidence.begin > draft.evidence.begin
            and d.args.get("direction") == draft.args.get("direction")
            and _may_be_of_one(draft, d)
        )
        first = next(told, None)
        if first is not None and first.status in (Status.PLANNED, Status.CONDITIONAL):
            draft.standing = first
            draft.spans.pop("status", None)


def _may_be_of_one(one: Draft, other: Draft) -> bool:
    """Whether two moves may be of one state's forces: "Allies add 7,000" may head what Italy promises, "British fly out" does not head
    what Americans plan."""
    first, second = one.ids.get("actor.country"), other.ids.get("actor.country")
    return first is None or second is None or first == second


def without_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """ "has withdrawn 5,000 troops from Hodeidah as part of a redeployment" is one claim: a second one in the sentence that says
    the same without the number adds nothing."""
    told: dict[object, list[Draft]] = {}
    for draft in drafts:
        if draft.quantity is not None:
            told.setdefault(_gist(draft), []).append(draft)
    return [
        draft
        for draft in drafts
        if draft.quantity is not None
        or draft.kind not in ECHOING
        or (by := told.get(_gist(draft))) is None
        or _is_told_besides(draft, by)
    ]


def _is_told_besides(draft: Draft, by: Sequence[Draft]) -> bool:
    """ "sent blankets and 200 generators", "most went in summer and 300 on Sunday", "200 left in April and the rest are following them": what
    is of other things, at another time or done after them is no echo of the counted ones."""
    if draft.kind is Kind.ASSISTANCE:
        return any(draft.spans["trigger"] == other.spans["trigger"] for other in by)
    return draft.rule == FOLLOWING or (draft.time is not None and all(draft.time != other.time for other in by))


def _gist(draft: Draft) -> tuple[object, ...]:
    args = tuple(
        sorted(
            (name, str(value))
            for name, value in draft.args.items()
            if name in ("actor", "place", "direction", "what", "donor", "recipient")
        )
    )
    return (draft.kind, draft.evidence, draft.standing.status, args)


def carry_dates(drafts: Sequence[Draft]) -> None:
    """A list of strikes has its date once, at its head: counted strikes of the same attacker that follow it undated share it."""
    head: Draft | None = None
    for draft in drafts:
        if draft.kind is not Kind.ATTACK or draft.quantity is None:
            continue
        if draft.time is not None:
            head = draft
        elif head is not None and draft.args.get("attacker") == head.args.get("attacker") and draft.args.get("attacker"):
            draft.time, draft.spans["time"] = head.time, head.spans["time"]
            draft.origins["time"] = Origin(Step.LIST)


class Nearby:
    """The attributions of a report by where they stand, so that those of a claim need not be looked for among all."""

    def __init__(self, attributions: Sequence[Mention[Attribution]]) -> None:
        self._by_block: dict[int, list[tuple[int, Mention[Attribution]]]] = {}
        for number, mention in enumerate(attributions):
            for block in _blocks(mention.span):
                self._by_block.setdefault(block, []).append((number, mention))

    def to(self, draft: Draft) -> list[Mention[Attribution]]:
        """Those that share a stretch of the report with the draft's words, in order."""
        words = [draft.spans[name] for name in ("trigger", "action", "status") if name in draft.spans]
        found = {
            number: mention for span in words for block in _blocks(span) for number, mention in self._by_block.get(block, ())
        }
        return [found[number] for number in sorted(found)]


def _blocks(span: Span) -> range:
    return range(span.begin // BLOCK, span.end // BLOCK + 1)


def attribute(draft: Draft, attributions: Sequence[Mention[Attribution]]) -> None:
    """Give a draft the innermost named speaker of its trigger's words, and those by way of whom it comes, the nearest first.

    The verb that makes the claim is not the saying of it, unless it says no more than that somebody says so ("claimed responsibility
    for", "blamed"). Who condemns or welcomes a thing takes it for known: that he does is no source for it.
    """
    made_by = [draft.spans[name] for name in ("action", "trigger") if name in draft.spans]
    others = [
        m
        for m in attributions
        if m.value.manner not in PRESUPPOSING and not any(cue.overlaps(span) for cue in m.value.cue for span in made_by)
    ]
    trigger = draft.spans["trigger"]
    told_by = [draft.spans[name] for name in ("action", "trigger", "status") if name in draft.spans]
    chain = [
        m
        for m in attributions
        if draft.kind is not Kind.STATEMENT
        and m.value.manner in CLAIMING
        and any(cue.overlaps(span) for cue in m.value.cue for span in told_by)
    ]
    chain = [mention for mention in (*chain, *speakers_of(others, trigger)) if mention.value.speaker is not None]
    if not chain:
        _claim_by_itself(draft)
        return
    draft.source, *through = ((mention.value.speaker or "").strip(" ()[]") for mention in chain)
    draft.via = tuple(dict.fromkeys(name for name in through if name and name != draft.source))
    if chain[0].value.source:
        draft.spans["source"] = join(chain[0].value.source)


def _claim_by_itself(draft: Draft) -> None:
    """ "The group claimed responsibility for the bombing": who claims an attack is the source of it."""
    attacker = draft.args.get("attacker")
    if draft.kind is Kind.ATTACK and isinstance(attacker, str) and OWNING_UP.search(draft.scene.sentence.text):
        draft.source, draft.spans["source"] = attacker, draft.spans["attacker"]


def join(spans: Sequence[Span]) -> Span:
    """The smallest span over several."""
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.join(span)
    return whole
