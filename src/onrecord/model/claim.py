"""A claim: one atomic proposition that one report makes about the world, tied to the words that make it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from onrecord.model.frozen import Frozen, Later
from onrecord.model.origin import Origin, Step
from onrecord.model.span import Span
from onrecord.model.values import Location, Quantity, Time
from onrecord.model.vocabulary import SPECS, Kind, Stage, Status, TimeType

V = TypeVar("V")
Arg = str | tuple[str, ...]
NO_ARGS: Frozen[Arg] = Frozen()
NO_SPANS: Frozen[Span] = Frozen()
NO_IDS: Frozen[str] = Frozen()
NO_LOCATIONS: Frozen[Location] = Frozen()
NO_ORIGINS: Frozen[Origin] = Frozen()
NO_WEIGHTS: Frozen[float] = Frozen()

ALLOWED = {kind: {arg: spec.allowed(arg) for arg in spec.args} for kind, spec in SPECS.items()}
"""By kind, each arg with the closed list of its values, empty where any words will do; looked up for every claim that is made."""
OWN = ("id", "rule", "spans", "ids", "locations", "via", "confidence", "weighed", "origins")
"""What OnRecord keeps beside the ledger's JSON."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report says. The fields are those of the ledger's JSON; those from ``rule`` on are OnRecord's own.

    ``spans`` says where each value stands: an arg's name, ``quantity``, ``time``, ``source`` or ``trigger``. ``ids`` holds the
    known ids of args (``iso3166:IQ``), ``locations`` where the place and the site lie, as far as known. Offsets are those of the report's text.

    ``confidence`` is the probability (0 to 1) that an analyst would record the claim unedited, ``None`` where nobody judged it.
    ``weighed`` says what moved it, by feature, in log-odds; ``origins`` how each value was found.
    """

    doc: str
    kind: Kind
    evidence: Span
    args: Frozen[Arg] = NO_ARGS
    quantity: Quantity | None = None
    time: Time | None = None
    announced: Time | None = None
    status: Status = Status.ACTUAL
    stage: Stage | None = None
    source: str | None = None
    rule: str = ""
    spans: Frozen[Span] = NO_SPANS
    ids: Frozen[str] = NO_IDS
    locations: Frozen[Location] = NO_LOCATIONS
    via: tuple[str, ...] = field(default=())
    confidence: float | None = None
    weighed: Frozen[float] = NO_WEIGHTS
    origins: Frozen[Origin] = NO_ORIGINS
    _id: str = field(default="", init=False, repr=False, compare=False)
    _names_known: dict[str, tuple[frozenset[str], ...]] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        allowed_of = ALLOWED[self.kind]
        for name, value in self.args.items():
            allowed = allowed_of.get(name)
            if allowed is None:
                raise ValueError(f"a claim of kind {self.kind} has no arg {name!r}")
            words = value if isinstance(value, tuple) else (value,)
            if not words or not all(map(str.strip, words)):
                raise ValueError(f"arg {name!r} is empty: leave it out")
            if allowed and not set(words) <= set(allowed):
                raise ValueError(f"arg {name!r} of {self.kind} is one of {', '.join(allowed)}, not {value!r}")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is a probability from 0 to 1, not {self.confidence}")

    def __hash__(self) -> int:
        """By where it stands and what it is, which few claims share: all of its values would take long, and be made to be looked at."""
        return hash((self.doc, self.kind, self.evidence.begin, self.evidence.end))

    @property
    def names_known(self) -> dict[str, tuple[frozenset[str], ...]]:
        """Room for what is worked out of its args again and again: by arg, the names of each whom it names."""
        if self._names_known is None:
            object.__setattr__(self, "_names_known", {})
        assert self._names_known is not None
        return self._names_known

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits made from the content, so that reading twice gives the same claim."""
        if not self._id:
            content = {k: v for k, v in claim_to_json(self).items() if k not in OWN}
            made = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]
            object.__setattr__(self, "_id", made)  # made once: it is asked for often
        return self._id

    def arg(self, name: str) -> str | None:
        """An arg as one text, lists joined by commas."""
        value = self.args.get(name)
        return ", ".join(value) if isinstance(value, tuple) else value


def claim_to_json(claim: Claim, *, own: bool = False) -> dict[str, Any]:
    """The claim as the ledger's JSON; ``own`` adds the id, rule, spans and ids that OnRecord keeps beside it."""
    out: dict[str, Any] = {
        "doc": claim.doc,
        "kind": claim.kind.value,
        "evidence": [claim.evidence.begin, claim.evidence.end],
        "args": {name: list(v) if isinstance(v, tuple) else v for name, v in claim.args.items()},
    }
    if claim.quantity is not None:
        out["quantity"] = quantity_to_json(claim.quantity)
    for name in ("time", "announced"):
        time: Time | None = getattr(claim, name)
        if time is not None:
            out[name] = {"text": time.text, "start": time.start, "end": time.end, "type": time.type.value}
    out["status"] = claim.status.value
    if claim.stage is not None:
        out["stage"] = claim.stage.value
    out["source"] = claim.source
    if own:
        out |= {
            "id": claim.id,
            "rule": claim.rule,
            "spans": {name: [span.begin, span.end] for name, span in claim.spans.items()},
            "ids": dict(claim.ids),
            "locations": {name: location_to_json(where) for name, where in claim.locations.items()},
            "via": list(claim.via),
            "confidence": claim.confidence,
            "weighed": dict(claim.weighed),
            "origins": {name: origin_to_json(origin) for name, origin in claim.origins.items()},
        }
    return out


def origin_to_json(origin: Origin) -> dict[str, Any]:
    """The step, and where the words that stand for the value are, if any do."""
    through = origin.through
    return {"step": origin.step.value} | ({"through": [through.begin, through.end]} if through is not None else {})


def quantity_to_json(quantity: Quantity) -> dict[str, Any]:
    """The numbers that are given, with unit and, where so, ``approx``."""
    out: dict[str, Any] = {("from" if name == "start" else name): number for name, number in quantity.numbers.items()}
    if quantity.unit is not None:
        out["unit"] = quantity.unit
    if quantity.approx:
        out["approx"] = True
    return out


def location_to_json(location: Location) -> dict[str, Any]:
    """Precision, larger places and coordinates; what is not known is left out."""
    out: dict[str, Any] = {"precision": location.precision, "within": list(location.within)}
    if location.latitude is not None and location.longitude is not None:
        out |= {"latitude": location.latitude, "longitude": location.longitude}
    return out


def claim_from_json(row: Mapping[str, Any], *, later: bool = False) -> Claim:
    """The claim that a line of the ledger's JSON gives; unknown keys are left aside.

    With ``later``, for lines that were claims before, what few look at (spans, origins …) is made when it is looked at.

    Raises ``ValueError`` or ``KeyError`` where the line breaks the vocabulary.
    """
    return Claim(
        doc=row["doc"],
        kind=Kind(row["kind"]),
        evidence=Span(*row["evidence"]),
        args=_args(row.get("args", {})),
        quantity=_quantity(row.get("quantity")),
        time=_time(row.get("time")),
        announced=_time(row.get("announced")),
        status=Status(row.get("status", "actual")),
        stage=Stage(row["stage"]) if row.get("stage") else None,
        source=row.get("source"),
        rule=row.get("rule", ""),
        spans=_values(row, "spans", _span, later=later),
        ids=Frozen(row.get("ids", {})),
        locations=_values(row, "locations", _location, later=later),
        via=tuple(row.get("via", ())),
        confidence=row.get("confidence"),
        weighed=_values(row, "weighed", _weight, later=later),
        origins=_values(row, "origins", _origin, later=later),
    )


def claim_known_as(row: Mapping[str, Any]) -> Claim:
    """As ``claim_from_json`` of a line that was a claim before, whose id is taken as it stands there."""
    claim = claim_from_json(row, later=True)
    object.__setattr__(claim, "_id", row.get("id", ""))
    return claim


def _args(row: Mapping[str, Any]) -> Frozen[Arg]:
    return Frozen({name: tuple(v) if isinstance(v, list) else v for name, v in row.items() if v})


NUMBERS = {"value": "value", "low": "low", "high": "high", "from": "start", "to": "to", "delta": "delta"}


def _quantity(row: Mapping[str, Any] | None) -> Quantity | None:
    numbers = {NUMBERS[k]: v for k, v in (row or {}).items() if k in NUMBERS and v is not None}
    if not numbers or row is None:
        return None
    return Quantity(**numbers, unit=row.get("unit"), approx=bool(row.get("approx")))


def _values(row: Mapping[str, Any], name: str, make: Callable[[Any], V], *, later: bool) -> Frozen[V]:
    given = row.get(name) or {}
    return Later(given, make) if later else Frozen({key: make(value) for key, value in given.items()})


def _span(ends: Any) -> Span:
    return Span(*ends)


def _weight(value: Any) -> float:
    weight: float = value
    return weight


def _location(row: Any) -> Location:
    return Location(row["precision"], tuple(row.get("within", ())), row.get("latitude"), row.get("longitude"))


def _origin(row: Any) -> Origin:
    return Origin(Step(row["step"]), Span(*row["through"]) if row.get("through") else None)


def _time(row: Mapping[str, Any] | None) -> Time | None:
    if not row:
        return None
    return Time(row["text"], row.get("start"), row.get("end"), TimeType(row.get("type") or "point"))
