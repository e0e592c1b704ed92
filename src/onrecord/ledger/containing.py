"""Amounts that contain others: running totals, and parts of a sum that is told beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.ledger.amounts import are_apart, published_day, status_of, when
from onrecord.ledger.parties import first_of
from onrecord.model import Entry, Fact, Status, TimeType
from onrecord.model.assistance import Amount

PART, TOTAL = "aid-part", "aid-total"
LOOKED_AT = 160
"""So many characters on each side of a number say what it is to others."""
SUMS = r"(?:total|sum|amount|aid|assistance|support|package|money|funds?|figure|commitments?|pledges?|billion|million)"
IS_PART_BEFORE = re.compile(
    rf"\bof (?:which|it|them)\b|\b[Oo]f (?:the|that|this|these|its|their) (?:[\w$€£,.]+ ){{0,3}}{SUMS}\b"
    r"|\b(?:including|includes?|included|comprising|comprises)\b|\b(?:tranche|instalment|installment|portion|slice) of [^.;]{0,12}$"
)
IS_PART_AFTER = re.compile(rf"^[^.;]{{0,12}}\bof (?:the|that|this) (?:[\w$€£,.]+ ){{0,3}}{SUMS}\b")
IS_TOTAL_BEFORE = re.compile(
    rf"\b(?:bring|rais|lift|tak|increas)(?:e|es|ing|ed|s)?\b[^.;]{{0,80}}\b{SUMS}\b[^.;]{{0,60}}\bto\b[^.;]{{0,24}}$"
    rf"|\bbrought\b[^.;]{{0,80}}\b{SUMS}\b[^.;]{{0,60}}\bto\b[^.;]{{0,24}}$"
    rf"|\b{SUMS}\b[^.;\d]{{0,60}}\b(?:now|so far|to date)\b[^.;\d]{{0,30}}$"
)
IS_TOTAL_AFTER = re.compile(
    r"^[^.;\d]{0,60}\b(?:so far|to date|all told|over the years)\b|^[^.;\d]{0,60}\bsince (?:\w+ )?\d{4}\b"
)


def is_running_total(amount: Amount) -> bool:
    """Whether an amount sums up what was given before: by its words, or since some day and up to now."""
    time, dated_by = when(amount.fact)
    if (
        time
        and dated_by == "text"
        and time.type is TimeType.DURATION
        and time.start
        and not time.end
        and status_of(amount.fact) is Status.ACTUAL
    ):
        return True
    return any(entry.claim.rule == TOTAL or _is_told_as_total(entry) for entry in amount.fact.entries)


@dataclass(frozen=True, slots=True)
class Wholes:
    """Amounts that may contain others, in the order in which they became known, and by report."""

    all: tuple[Amount, ...]
    by_report: Mapping[str, tuple[Amount, ...]]

    @classmethod
    def of(cls, amounts: Iterable[Amount]) -> Self:
        """Shelve these amounts."""
        amounts = tuple(amounts)
        shelf: dict[str, list[Amount]] = {}
        for amount in amounts:
            for report in _reports(amount.fact):
                shelf.setdefault(report, []).append(amount)
        return cls(amounts, {report: tuple(told) for report, told in shelf.items()})

    def beside(self, amount: Amount) -> list[tuple[str, Amount]]:
        """The amounts that the reports of this one give as well, each with the report."""
        reports = sorted(_reports(amount.fact))
        return [(report, other) for report in reports for other in self.by_report.get(report, ()) if other is not amount]


def whole_of(amount: Amount, wholes: Wholes) -> Amount | None:
    """The amount that contains this one, where the words call it a part, or where one report gives a sum and all its parts."""
    own = [(report, other) for report, other in wholes.beside(amount) if _may_contain(other, amount)]
    if not any(entry.claim.rule == PART or _is_told_as_part(entry) for entry in amount.fact.entries):
        return next((other for report, other in own if _is_summed(amount, other, report, wholes)), None)
    if own:
        return own[0][1]
    earlier = (other for other in wholes.all if published_day(other) <= published_day(amount))
    return next((other for other in earlier if _may_contain(other, amount)), None)


def _is_told_as_total(entry: Entry) -> bool:
    before, after = _around(entry)
    return bool(IS_TOTAL_BEFORE.search(before) or IS_TOTAL_AFTER.search(after))


def _is_told_as_part(entry: Entry) -> bool:
    before, after = _around(entry)
    return bool(IS_PART_BEFORE.search(before) or IS_PART_AFTER.search(after))


def _around(entry: Entry) -> tuple[str, str]:
    """The words before and after the number, as far as the claim says where it stands."""
    claim = entry.claim
    span = claim.spans.get("quantity")
    if span is None or not claim.evidence.covers(span):
        return "", ""
    begin, end = span.begin - claim.evidence.begin, span.end - claim.evidence.begin
    return entry.words[max(0, begin - LOOKED_AT) : begin], entry.words[end : end + LOOKED_AT]


def _may_contain(whole: Amount, part: Amount) -> bool:
    if whole.low is None or part.low is None or whole.low <= part.low:
        return False
    return _unit(whole.fact) == _unit(part.fact) and _parties_fit(whole.fact, part.fact) and not are_apart(whole, part)


def _parties_fit(one: Fact, other: Fact) -> bool:
    """Whether donor and recipient are the same; who is not told may be anybody."""
    pairs = [(first_of(one, arg), first_of(other, arg)) for arg in ("donor", "recipient")]
    return all(mine is None or theirs is None or mine.key == theirs.key for mine, theirs in pairs)


def _is_summed(amount: Amount, whole: Amount, report: str, wholes: Wholes) -> bool:
    """Whether a report gives, next to one another, a sum and the amounts that come to it, this one among them."""
    told = [(place, one) for one in wholes.by_report[report] for place in _places(one.fact, report)]
    row = [one for _, one in sorted(told, key=lambda item: item[0]) if one is whole or _may_contain(whole, one)]
    at = row.index(whole)
    runs = (_run(row[at + 1 :], whole), _run(row[:at][::-1], whole))
    return any(part is amount for parts in runs for part in parts)


def _run(row: Sequence[Amount], whole: Amount) -> Sequence[Amount]:
    """The first amounts of a row that come to the whole, none where they do not."""
    reached = 0.0
    for number, one in enumerate(row, start=1):
        reached += one.low or 0
        if reached >= (whole.low or 0):
            return row[:number] if number > 1 and reached == whole.low else ()
    return ()


def _places(fact: Fact, report: str) -> Iterator[tuple[int, int]]:
    """Where a report gives the amount."""
    for entry in fact.entries:
        if entry.report.id == report:
            span = entry.claim.spans.get("quantity") or entry.claim.evidence
            yield (span.begin, span.end)


def _reports(fact: Fact) -> set[str]:
    return {entry.report.id for entry in fact.entries}


def _unit(fact: Fact) -> str | None:
    return fact.claim.quantity.unit if fact.claim.quantity else None
