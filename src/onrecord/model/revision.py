"""A claim with values set by hand: "quantity.to=2500", "place=Kuwait", "status=planned"."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from onrecord.model.claim import Claim, claim_from_json, claim_to_json
from onrecord.model.dates import first_day, is_partial_date, last_day
from onrecord.model.frozen import Frozen
from onrecord.model.span import Span
from onrecord.model.vocabulary import SPECS, Kind, Stage, Status, TimeType

BY_HAND = "by hand"
NUMBERS = ("value", "low", "high", "from", "to", "delta")
QUANTITY = (*NUMBERS, "unit", "approx")
TIME = ("text", "start", "end", "type")
PLAIN = ("status", "stage", "source")
Naming = Callable[[str, str], tuple[str, str | None]]


def as_written(arg: str, words: str) -> tuple[str, str | None]:
    """The words themselves, without an id: for where no lexicon is asked."""
    return (words, None)


def made_by_hand(
    doc: str, kind: Kind, evidence: Span, values: Mapping[str, str], *, text: str, naming: Naming = as_written
) -> Claim:
    """A claim that no rule read: of this sentence, with these values. ``naming`` gives the canonical name and id of an arg's words.

    Raises ``ValueError`` where a value that identifies such a claim is not given; an empty one says that the report does not tell it.
    """
    missing = [arg for arg in SPECS[kind].identifying if arg not in values]
    if missing:
        told = " and ".join(SPECS[kind].identifying)
        empty = ", ".join(f"{arg}=" for arg in missing)
        raise ValueError(
            f"{kind} is told by {told}: set {' and '.join(missing)} too, or leave empty what the report does not tell ({empty})"
        )
    return revised(Claim(doc, kind, evidence, rule=BY_HAND), values, text=text, naming=naming)


def revised(claim: Claim, values: Mapping[str, str], *, text: str, naming: Naming = as_written) -> Claim:
    """The claim with other values; an empty one takes a value away, and ``;`` parts the members of a list.

    Names are those of the claim as JSON: an arg, ``quantity.to``, ``time.start``, ``status``, ``stage``, ``source``. What is set by hand
    loses the span and origin of what it replaces; its own words are looked for in the sentence. Raises ``ValueError`` for a name or
    value that the vocabulary does not have.

    >>> claim = Claim("r", Kind.FORCE_LEVEL, Span(0, 9))
    >>> revised(claim, {"quantity.value": "300", "place": "Kuwait"}, text="x" * 9).quantity.value
    300
    """
    row = claim_to_json(claim, own=True) | {"rule": BY_HAND, "confidence": 1.0, "weighed": {}}
    for name, given in values.items():
        _set(row, claim, name, given.strip())
        _point_to(row, claim, name, given.strip(), text)
        if name in SPECS[claim.kind].args:
            _identify(row, name, naming)
    _settle(row)
    for group in ("time", "announced"):
        if any(name.startswith(f"{group}.") for name in values):
            _expect_in_order(group, row[group])
    made = claim_from_json(row)
    return replace(made, spans=Frozen({name: span for name, span in made.spans.items() if span.end <= len(text)}))


def _set(row: dict[str, Any], claim: Claim, name: str, given: str) -> None:
    group, _, part = name.partition(".")
    if name in SPECS[claim.kind].args:
        several = [value.strip() for value in given.split(";") if value.strip()]
        row["args"] = {arg: value for arg, value in row["args"].items() if arg != name}
        if several:
            row["args"][name] = several if len(several) > 1 or isinstance(claim.args.get(name), tuple) else several[0]
    elif group == "quantity" and part in QUANTITY:
        row["quantity"] = (row.get("quantity") or {}) | {part: _quantity_value(part, given)}
    elif group in ("time", "announced") and part in TIME:
        old = row.get(group) or {"text": "", "start": None, "end": None, "type": TimeType.POINT.value}
        row[group] = old | {part: given or None}
    elif (name in ("time", "announced") and not given) or (name == "quantity" and not given):
        row[name] = None
    elif name in PLAIN:
        allowed = {"status": set(Status), "stage": {"", *Stage}}.get(name)
        if allowed is not None and given not in allowed:
            raise ValueError(f"{name} is one of {', '.join(sorted(filter(None, allowed)))}, not {given!r}")
        row[name] = given or None
    else:
        raise ValueError(f"a claim of kind {claim.kind} has no {name!r}; it has {', '.join(_names(claim.kind))}")


def _names(kind: Kind) -> tuple[str, ...]:
    return (*SPECS[kind].args, *(f"quantity.{part}" for part in QUANTITY), *(f"time.{part}" for part in TIME), *PLAIN)


def _quantity_value(part: str, given: str) -> object:
    if not given:
        return None
    if part == "approx":
        return given.casefold() in ("true", "yes", "1")
    if part == "unit":
        return given
    try:
        number = float(given.replace(",", ""))
    except ValueError as error:
        raise ValueError(f"quantity.{part} is a number, not {given!r}") from error
    if not math.isfinite(number):
        raise ValueError(f"quantity.{part} is a number, not {given!r}")
    if number < 0:
        raise ValueError(f"quantity.{part} is never below zero, as {given} is; a change has its sign in direction")
    return int(number) if number.is_integer() else number


def _settle(row: dict[str, Any]) -> None:
    """What is left once all is set: a quantity with a number or none, times with the words that give them or none."""
    kept = {name: value for name, value in (row.get("quantity") or {}).items() if value is not None}
    row["quantity"] = kept if any(name in kept for name in NUMBERS) else None
    for name in ("time", "announced"):
        time = row.get(name)
        if time is not None:
            words = time["text"] or time["start"] or time["end"]
            row[name] = time | {"text": words} if words else None


def _expect_in_order(group: str, time: dict[str, Any] | None) -> None:
    """See that a time does not end before it begins."""
    begins, ends = (time["start"], time["end"]) if time else (None, None)
    if not (begins and ends and is_partial_date(begins) and is_partial_date(ends)):
        return
    first, last = first_day(begins), last_day(ends)
    if first is not None and last is not None and last < first:
        raise ValueError(f"{group}.end, {ends}, is before {group}.start, {begins}: set both, or leave empty what is not known")


def _point_to(row: dict[str, Any], claim: Claim, name: str, given: str, text: str) -> None:
    """Where the new words stand in the sentence; what a machine noted of the old ones goes."""
    key = name.partition(".")[0]
    for noted in ("spans", "origins"):
        row[noted] = {slot: value for slot, value in row[noted].items() if slot.partition(".")[0] != key}
    at = claim.evidence.cut(text).casefold().find(given.casefold()) if given and key == name else -1
    if at >= 0:
        row["spans"][key] = [claim.evidence.begin + at, claim.evidence.begin + at + len(given)]


def _identify(row: dict[str, Any], arg: str, naming: Naming) -> None:
    """The canonical name of each new value, and its id."""
    value = row["args"].get(arg, ())
    several = [value] if isinstance(value, str) else list(value)
    row["ids"] = {slot: id for slot, id in row["ids"].items() if slot.partition(".")[0] != arg}
    row["locations"] = {slot: where for slot, where in row["locations"].items() if slot != arg}
    named = [naming(arg, words) for words in several]
    if named:
        row["args"][arg] = named[0][0] if isinstance(value, str) else [canonical for canonical, _ in named]
    row["ids"] |= {
        (arg if isinstance(value, str) else f"{arg}.{position}"): id for position, (_, id) in enumerate(named) if id is not None
    }
