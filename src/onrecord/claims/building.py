"""Putting a claim together: the parts that rules give, checked once, with the words behind each value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onrecord.claims.confidence import weigh
from onrecord.claims.hit_countries import countries_hit
from onrecord.claims.origins import origins_of
from onrecord.claims.scene import Scene
from onrecord.claims.states import of_capital
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.times import announced_for, stage_at_the_end, time_for
from onrecord.claims.tree import children
from onrecord.model import (
    STEPS,
    Claim,
    Frozen,
    Kind,
    Location,
    Origin,
    Quantity,
    Span,
    Stage,
    Status,
    Step,
    Time,
    TimeType,
    first_day,
    last_day,
)
from onrecord.nlp.tokens import Token

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BEFORE_LABEL = re.compile(r"[\W_]*(?:in\s+)?", re.IGNORECASE)
COUNTED = re.compile(
    r"(?:(?:about|some|around|nearly|roughly|almost|up to) )?\d[\d,.]* (?:\w+ ){0,3}(?:troops|soldiers|personnel|forces)$"
)
SAME_IN_PAST = frozenset("quit cut put set let shut hit split".split())
STANDING_FOR = {
    Kind.FORCE_LEVEL: ("actor",),
    Kind.FORCE_CHANGE: ("actor",),
    Kind.ASSISTANCE: ("donor",),
    Kind.AGREEMENT: ("parties",),
    Kind.MEETING: ("parties",),
    Kind.SANCTION: ("actor", "target"),
    Kind.THREAT: ("actor", "target"),
    Kind.ATTACK: ("attacker",),
}
"""Args in which the name of a capital means its state: "sanctions on Moscow", "talks between Seoul and Pyongyang"."""
ArgGiven = Participant | str | list[Participant] | tuple[str, ...] | None


@dataclass(slots=True)
class Draft:
    """A claim in the making, before speaker and ids are known."""

    kind: Kind
    evidence: Span
    rule: str
    scene: Scene = field(repr=False)
    args: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)
    quantity: Quantity | None = None
    time: Time | None = None
    announced: Time | None = None
    standing: Standing = field(default_factory=lambda: Standing(Status.ACTUAL))
    source: str | None = None
    via: tuple[str, ...] = ()
    origins: dict[str, Origin] = field(default_factory=dict)

    def put(self, name: str, given: ArgGiven, span: Span | None = None) -> None:
        """Set an arg; ``None`` and empty lists leave it out."""
        if not given or (name == "actor" and isinstance(given, Participant) and _is_only_a_number_of(given)):
            return
        if name in STANDING_FOR.get(self.kind, ()):
            if isinstance(given, Participant):
                given = of_capital(given)
            elif isinstance(given, list):
                given = [of_capital(who) for who in given]
        if isinstance(given, Participant):
            self.args[name] = given.text
            self.spans[name] = given.span
            self._note(name, [given])
            self._put_ids(name, given)
        elif isinstance(given, list):
            self.args[name] = tuple(p.text for p in given)
            self.spans[name] = given[0].span
            self._note(name, given)
            for number, who in enumerate(given):
                self._put_ids(f"{name}.{number}", who)
        else:
            self.args[name] = given
            if span is not None:
                self.spans[name] = span

    def _note(self, name: str, given: list[Participant]) -> None:
        """Keep how an arg was found; of several, the least sure way."""
        noted = [who.origin for who in given if who.origin is not None]
        self.origins.pop(name, None)
        if noted:
            self.origins[name] = max(noted, key=lambda origin: STEPS.index(origin.step))

    def copy(self) -> Draft:
        """The same draft, to be changed by itself."""
        return replace(
            self,
            args=dict(self.args),
            spans=dict(self.spans),
            ids=dict(self.ids),
            locations=dict(self.locations),
            origins=dict(self.origins),
        )

    def drop(self, name: str) -> None:
        """Take an arg out again, with its words and ids."""
        self.args.pop(name, None)
        for kept in (self.spans, self.ids, self.locations, self.origins):
            kept.pop(name, None)

    def _put_ids(self, name: str, who: Participant) -> None:
        if who.id:
            self.ids[name] = who.id
        if who.country:
            self.ids[f"{name}.country"] = who.country
        if who.name is not None and (where := who.name.location) is not None:
            self.locations[name] = where

    def count(self, quantity: Quantity | None, span: Span | None = None) -> None:
        """Set the quantity with its words."""
        self.quantity = quantity
        if quantity is not None and span is not None:
            self.spans["quantity"] = span

    @property
    def _stage(self) -> Stage | None:
        """A plan has its stage; of what is actual only what is still going on."""
        if self.standing.status in (Status.PLANNED, Status.CONDITIONAL):
            return self.standing.stage
        return Stage.UNDERWAY if self.standing.stage is Stage.UNDERWAY and self.kind is Kind.FORCE_CHANGE else None

    def claim(self, doc: str) -> Claim:
        """The finished claim, with how each value was found, and how far that is to be trusted."""
        known = frozenset(name for name in self.args if name in self.ids or f"{name}.0" in self.ids)
        origins = origins_of(self.scene, self.evidence, self.spans, self.origins, known)
        made = Claim(
            doc=doc,
            kind=self.kind,
            evidence=self.evidence,
            args=Frozen(self.args),
            quantity=self.quantity,
            time=self.time,
            announced=self.announced,
            status=self.standing.status,
            stage=self._stage,
            source=self.source,
            rule=self.rule,
            spans=Frozen(self.spans),
            ids=Frozen(self.ids | countries_hit(self.scene, self.args, self.ids, self.spans)),
            locations=Frozen(self.locations),
            via=self.via,
            origins=Frozen(origins),
        )
        return weigh(made, self.scene)


def _is_only_a_number_of(who: Participant) -> bool:
    """ "600 troops" says how many, and not whose they are."""
    return who.name is None and COUNTED.match(who.text) is not None


def draft(scene: Scene, kind: Kind, rule: str, head: Token, *heads: Token | None, status: Token | None = None) -> Draft:
    """A draft on one sentence: status from the clause of ``head``, time from ``head`` and ``heads``."""
    made = Draft(kind, scene.sentence.span, rule, scene, standing=standing_of(status or head, headline=scene.is_headline))
    made.spans["trigger"] = scene.at(head)
    if made.standing.word is not None and made.standing.status is not Status.ACTUAL:
        made.spans["status"] = scene.at(made.standing.word)
    said = announced_for(scene, head, *heads)
    if said is not None:
        made.announced, made.spans["announced"] = said
        stage = stage_at_the_end(head)
        if stage is not None and made.standing.stage is None and made.standing.status is Status.PLANNED:
            made.standing = replace(made.standing, stage=stage)
    timed = time_for(scene, head, *heads)
    if timed is not None and (said is None or timed[1] != said[1]):
        made.time, made.spans["time"] = timed
    date_the_order(scene, made)
    _not_yet(scene, made, status or head)
    _take_the_only_day(scene, made)
    _take_the_label(scene, made)
    return made


def _take_the_label(scene: Scene, made: Draft) -> None:
    """ "2002: the force falls to 39,000": the date that heads a line of a list is that of all that the line tells."""
    if made.time is not None or not scene.dates or ":" not in scene.lower:
        return
    label = scene.dates[0]
    text = scene.sentence.text
    dated = YEAR.search(label.span.cut(text)) is not None
    opens = dated and BEFORE_LABEL.fullmatch(text[: label.span.begin]) is not None
    if opens and label.value.time is not None and text[label.span.end :].lstrip().startswith(":"):
        made.time, made.spans["time"] = label.value.time, scene.in_report(label.span)
        made.origins["time"] = Origin(Step.ORDER)


def _take_the_only_day(scene: Scene, made: Draft) -> None:
    """ "killed three insurgents and seized opium in Helmand province yesterday": the one day at the end of the sentence is that of
    all that it tells, wherever the parse hung it."""
    if made.kind not in (Kind.ATTACK, Kind.CASUALTIES) or made.standing.status is not Status.ACTUAL:
        return
    text = scene.sentence.text
    others = [m for m in scene.dates if made.announced is None or scene.in_report(m.span) != made.spans["announced"]]
    if made.time is not None or len(others) != 1:
        return
    [mention] = others
    time = mention.value.time
    if (
        time is None
        or time.type is not TimeType.POINT
        or time.start is None
        or time.start != time.end
        or time.start.count("-") != 2
    ):
        return
    if not text[mention.span.end :].strip(' .,;)"”'):
        made.time, made.spans["time"] = time, scene.in_report(mention.span)
        made.origins["time"] = Origin(Step.ORDER)


def _not_yet(scene: Scene, made: Draft, head: Token) -> None:
    """ "the second phase starts in July": what begins after the report was published is planned, though the tense is present."""
    past = any(
        (t.tag_ == "VBD" and t.lower_ not in SAME_IN_PAST) or t.lower_ in ("has", "have", "'ve")
        for t in (head, *children(head, "aux", "auxpass"), *_carried_out(head))
    )
    if past or made.standing.status is not Status.ACTUAL or made.time is None or scene.base is None:
        return
    if made.time.start is not None:
        begins = first_day(made.time.start)
    else:
        begins = last_day(made.time.end or "") if made.time.type is TimeType.DEADLINE else None
    published = last_day(scene.base)
    if begins is not None and published is not None and begins > published:
        made.standing = Standing(Status.PLANNED, made.standing.word, made.standing.stage)


def _carried_out(head: Token) -> list[Token]:
    """ "have completed their withdrawal a month ahead of the deadline": what is completed is over, whatever day stands by it."""
    verb = head.head if head.dep_ == "dobj" else None
    over = verb is not None and verb.lower_ in ("completed", "finished", "concluded")
    return [verb, *children(verb, "aux", "auxpass")] if verb is not None and over else []


def date_the_order(scene: Scene, made: Draft) -> None:
    """ "ordered the withdrawal of troops on Wednesday": a day that is over dates the order, not what is still to come."""
    if made.announced is not None or made.time is None or made.standing.status is Status.ACTUAL or scene.base is None:
        return
    ordered = made.standing.stage in (Stage.ORDERED, Stage.ANNOUNCED, Stage.PROPOSED)
    last, published = last_day(made.time.end or ""), last_day(scene.base)
    if ordered and made.time.type is TimeType.POINT and last is not None and published is not None and last <= published:
        made.announced, made.spans["announced"] = made.time, made.spans.pop("time")
        made.time = None


Rule = Callable[[Scene, Story], Iterator[Draft]]
F = TypeVar("F", bound=Callable[..., Iterator[Draft]])
_RULES: dict[str, Callable[..., Iterator[Draft]]] = {}


def rule(function: F) -> F:
    """Registers a rule under its name; its docstring is what ``explain`` shows."""
    _RULES[function.__name__.replace("_", "-").removeprefix("claim-")] = function
    return function


def name_of(function: Callable[..., Iterator[Draft]]) -> str:
    """The name under which a rule is known."""
    return function.__name__.replace("_", "-").removeprefix("claim-")


def rules_by_name() -> Mapping[str, str]:
    """The explanation of each rule, by name."""
    return {name: " ".join((function.__doc__ or "").split()) for name, function in sorted(_RULES.items())}
