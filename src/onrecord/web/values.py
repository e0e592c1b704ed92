"""The values of a claim as fields of a form, and back: each by its name in the ledger's JSON, empty where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import SPECS, Claim, Kind, Stage, Status, TimeType, claim_to_json
from onrecord.model.revision import NUMBERS

PREFIX = "set."
"""What the names of these fields begin with in a form."""
OTHER = "other."
"""The same for the other part of a claim that is split."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a claim: its name, its label, what it may be, and whether words of the sentence may be put into it."""

    name: str
    label: str
    choices: tuple[str, ...] = ()
    says: str = ""
    takes_words: bool = True


DATE = "YYYY-MM-DD, or less where less is known"
TIMES = (
    Field("time.text", "time: the words"),
    Field("time.start", "time: from", says=DATE, takes_words=False),
    Field("time.end", "time: to, or due", says=DATE, takes_words=False),
    Field("time.type", "sort of time", tuple(TimeType), takes_words=False),
)
ANNOUNCED = (
    Field("announced.text", "announced: the words"),
    Field("announced.start", "announced: from", says=DATE, takes_words=False),
    Field("announced.end", "announced: to", says=DATE, takes_words=False),
)
STANDING = (
    Field("status", "status", tuple(Status), takes_words=False),
    Field("stage", "stage of a plan", tuple(Stage), takes_words=False),
    Field("source", "source", says="Empty where the report says it in its own voice"),
)
LABELS = {
    "value": "number",
    "low": "at least",
    "high": "at most",
    "from": "from how many",
    "to": "to how many",
    "delta": "by how many",
}


def fields_of(kind: Kind) -> dict[str, tuple[Field, ...]]:
    """The fields of a kind, in groups under their headings.

    >>> [field.name for field in fields_of(Kind.MEETING)["Who, where, what"]]
    ['parties', 'place']
    """
    spec = SPECS[kind]
    args = tuple(
        Field(arg, arg.replace("_", " "), spec.allowed(arg), "Several: part them by ;" if arg in ("parties", "outcome") else "", not spec.allowed(arg))
        for arg in spec.args
    )  # fmt: skip
    numbers = (
        *(Field(f"quantity.{name}", LABELS[name]) for name in NUMBERS),
        Field("quantity.unit", "of what", says="personnel, person, USD, or a noun such as rocket"),
        Field("quantity.approx", "only about", ("yes",), takes_words=False),
    )
    return {"Who, where, what": args, "How many": numbers, "When": TIMES, "Announced": ANNOUNCED, "How it stands": STANDING}


def values_in(claim: Claim) -> dict[str, str]:
    """The values that a claim has, as a form shows them."""
    row = claim_to_json(claim)
    found = {name: "; ".join(value) if isinstance(value, list) else value for name, value in row["args"].items()}
    for group in ("quantity", "time", "announced"):
        found |= {f"{group}.{part}": _text(value) for part, value in (row.get(group) or {}).items()}
    return found | {name: row.get(name) or "" for name in ("status", "stage", "source")}


def changes(claim: Claim, given: Mapping[str, str]) -> dict[str, str]:
    """Those of the values of a form that are others than the claim has."""
    had = values_in(claim)
    return {name: text.strip() for name, text in given.items() if text.strip() != had.get(name, "").strip()}


def _text(value: object) -> str:
    return "yes" if value is True else "" if value is None else str(value)
