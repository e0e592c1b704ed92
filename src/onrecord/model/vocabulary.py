"""The ledger's vocabulary: kinds with their args, actions, status, stages and types of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a claim says."""

    FORCE_LEVEL = "force_level"
    FORCE_CHANGE = "force_change"
    SITE = "site"
    ASSISTANCE = "assistance"
    ATTACK = "attack"
    CASUALTIES = "casualties"
    TERRITORY = "territory"
    AGREEMENT = "agreement"
    THREAT = "threat"
    SANCTION = "sanction"
    MEETING = "meeting"
    ROLE = "role"
    ORGANIZATION = "organization"
    STATEMENT = "statement"


class Status(StrEnum):
    """How far the text commits itself to the thing."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    DENIED = "denied"


class Stage(StrEnum):
    """How far a plan has come."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    ORDERED = "ordered"
    UNDERWAY = "underway"


class TimeType(StrEnum):
    """What a time is to its claim."""

    POINT = "point"
    DURATION = "duration"
    DEADLINE = "deadline"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class KindSpec:
    """What the vocabulary says of one kind: its sentence, identifying and further args, and closed value lists."""

    says: str
    identifying: tuple[str, ...]
    further: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    quantity: str = ""

    @property
    def args(self) -> tuple[str, ...]:
        """All args that a claim of this kind may have."""
        return self.identifying + self.further

    def allowed(self, arg: str) -> tuple[str, ...]:
        """The closed list of values of ``arg``, empty where any words will do."""
        return next((values for name, values in self.values if name == arg), ())


SPECS: dict[Kind, KindSpec] = {
    Kind.FORCE_LEVEL: KindSpec(
        "an actor has N personnel, aircraft, … somewhere",
        ("actor", "place"),
        ("site", "counting", "measure"),
        (("measure", ("strength", "cap")),),
        "value",
    ),
    Kind.FORCE_CHANGE: KindSpec(
        "forces are sent, added, cut, withdrawn, rotated",
        ("actor", "place"),
        ("site", "direction", "what", "measure", "counting"),
        (("direction", ("increase", "decrease", "none")), ("measure", ("strength", "cap"))),
        "from, to, delta",
    ),
    Kind.SITE: KindSpec(
        "a base, post, embassy or facility changes hands or state",
        ("site",),
        ("actor", "recipient", "place", "action"),
        (("action", ("handed_over", "vacated", "closed", "opened", "seized")),),
        "value: how many sites",
    ),
    Kind.ASSISTANCE: KindSpec(
        "money, goods, arms, training, relief",
        ("donor", "recipient"),
        ("goods", "action"),
        (("action", ("pledged", "provided", "divested", "sold", "requested", "trained")),),
        "value and unit: a currency or a thing",
    ),
    Kind.ATTACK: KindSpec(
        "a use of force, an offensive, an advance",
        ("attacker", "target"),
        ("mode", "place"),
        (("mode", ("airstrike", "rocket", "bombing", "shooting", "drone", "shelling", "ground", "other")),),
        "value and unit: how many strikes, attacks, rockets",
    ),
    Kind.CASUALTIES: KindSpec(
        "people killed, wounded, captured, missing, displaced",
        ("victims", "outcome"),
        ("perpetrator", "place"),
        (("outcome", ("killed", "wounded", "captured", "missing", "displaced")),),
        "value",
    ),
    Kind.TERRITORY: KindSpec(
        "a place is taken, lost, held, besieged, relieved",
        ("place", "actor"),
        ("loser", "action"),
        (("action", ("taken", "lost", "held", "besieged", "relieved")),),
        "area, share",
    ),
    Kind.AGREEMENT: KindSpec(
        "ceasefire, treaty, accord, resolution",
        ("parties", "type"),
        ("name", "action", "condition"),
        (
            ("type", ("ceasefire", "agreement", "resolution")),
            ("action", ("announced", "signed", "violated", "ended", "called_for")),
        ),
        "value and unit of a duration",
    ),
    Kind.THREAT: KindSpec(
        "an actor threatens or warns of an act", ("actor", "target"), ("act", "condition"), (), "as the act's"
    ),
    Kind.SANCTION: KindSpec(
        "sanctions, embargo, expulsion, broken relations",
        ("actor", "target"),
        ("action",),
        (("action", ("imposed", "lifted", "called_for")),),
        "how many listings",
    ),
    Kind.MEETING: KindSpec("talks, visits, calls, conferences", ("parties",), ("place",), (), "how many took part"),
    Kind.ROLE: KindSpec("a person holds an office", ("person", "role"), ("organization",)),
    Kind.ORGANIZATION: KindSpec(
        "a body is formed, joined, left, dissolved",
        ("organization", "action"),
        ("member", "founder"),
        (("action", ("formed", "joined", "left", "dissolved")),),
        "how many members",
    ),
    Kind.STATEMENT: KindSpec(
        "someone says, writes or thinks something",
        ("speaker",),
        ("cue", "content", "addressee", "mode"),
        (("mode", ("direct", "indirect", "mixed")),),
    ),
}

HEART = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE, Kind.SITE, Kind.ASSISTANCE, Kind.AGREEMENT, Kind.THREAT)
