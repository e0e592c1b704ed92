"""Merging and disputes against labelled pairs: what the ledger joins, and what it says of the claims that it keeps apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evals.data import load_lines
from evals.pairs import FOLDER, WHYS, Pair, load_pairs
from onrecord.ledger import difference_of, disputes_of, facts_of
from onrecord.model import Claim

DISPUTED = ("newer", "scope", "day", "rounding", "contradiction")
"""The whys that are causes of a dispute; another event and another status are none."""
NONE = "none"
Figures = Iterator[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, whether the ledger makes one fact of it, the causes of the disputes that it sees there, and what else parts the two."""

    pair: Pair
    merged: bool
    causes: tuple[str, ...] = ()
    parting: str = NONE

    @property
    def cause(self) -> str:
        """The first cause, or that there is none."""
        return self.causes[0] if self.causes else NONE


def measure_pairs(show: Callable[[str], None]) -> Figures:
    """Precision, recall and F1 of "the same fact", over all pairs, by half and by set; then the disputes."""
    judged = [judge(pair) for pair in load_pairs()]
    yield "pairs: labelled pairs", float(len(judged))
    yield from merging("pairs", judged)
    for half in ("tune", "measure"):
        yield from merging(f"pairs, half to {half}", [row for row in judged if row.pair.half == half])
    for name in sorted({row.pair.set for row in judged}):
        yield from merging(f"pairs, {name}", [row for row in judged if row.pair.set == name])
    yield from disputing(judged)
    yield from parting("pairs", judged)
    for half in ("tune", "measure"):
        yield from parting(f"pairs, half to {half}", [row for row in judged if row.pair.half == half])
    show(confusion(judged))
    yield from agreement(load_lines(FOLDER / "pairs.jsonl"), load_lines(FOLDER / "second.jsonl"))
    show("\n".join(said(row) for row in judged if row.pair.half == "tune" and row.merged != row.pair.same))


def judge(pair: Pair) -> Judged:
    """What the ledger makes of a pair, as if it held nothing else."""
    facts = list(facts_of([pair.one, pair.other]))
    causes = tuple(str(dispute.cause.value) for dispute in disputes_of(facts))
    merged = len(facts) == 1
    return Judged(pair, merged, causes, NONE if merged else difference_of(*facts).parting.value)


def merging(name: str, judged: Sequence[Judged]) -> Figures:
    """Precision, recall and F1 of joining."""
    right = sum(row.merged and row.pair.same for row in judged)
    given, wanted = sum(row.merged for row in judged), sum(row.pair.same for row in judged)
    yield f"{name}: same fact, precision", right / given if given else 0.0
    yield f"{name}: same fact, recall", right / wanted if wanted else 0.0
    yield f"{name}: same fact, F1", 2 * right / (given + wanted) if given + wanted else 0.0


def disputing(judged: Sequence[Judged]) -> Figures:
    """How many that differ in scope alone are called contradictions, and how far the causes agree with the labels."""
    yield "pairs: scope called contradictions", float(sum(_invented(row) for row in judged if row.pair.why == "scope"))
    yield "pairs: contradictions invented", float(sum(_invented(row) for row in judged))
    contrary = [row for row in judged if row.pair.why == "contradiction"]
    yield "pairs: contradictions told, of all", sum("contradiction" in row.causes for row in contrary) / max(1, len(contrary))
    disputed = [row for row in judged if row.pair.why in DISPUTED]
    told = [row for row in disputed if row.causes]
    right = sum(row.cause in row.pair.whys for row in told)
    yield "pairs: cause of dispute right, of those told", right / len(told) if told else 0.0
    yield "pairs: cause of dispute right, of all", right / len(disputed) if disputed else 0.0


def parting(name: str, judged: Sequence[Judged]) -> Figures:
    """How often the ledger says rightly why two are no one fact: of all, and of those that are of one thing in another scope, time or number.

    What it merges is wrong here.
    """
    others = [row for row in judged if not row.pair.same]
    for words, rows in (("why two", others), ("why two, of one thing", [row for row in others if row.pair.why in DISPUTED])):
        yield f"{name}: {words}, right", sum(row.parting in row.pair.whys for row in rows) / max(1, len(rows))
    wrong = sum(row.parting == "contradiction" and "contradiction" not in row.pair.whys for row in others)
    yield f"{name}: why two, contradictions invented", float(wrong)


def _invented(row: Judged) -> bool:
    return "contradiction" in row.causes and "contradiction" not in row.pair.whys


def confusion(judged: Sequence[Judged]) -> str:
    """For each label what the ledger says parts the two, the most frequent first."""
    lines = []
    for why in ("", *WHYS):
        causes = Counter("merged" if row.merged else row.parting for row in judged if row.pair.why == why)
        lines.append(f"{why or 'same fact':<16}" + ", ".join(f"{count} {cause}" for cause, count in causes.most_common()))
    return "\n".join(lines)


def agreement(first: Sequence[dict[str, Any]], second: Sequence[dict[str, Any]]) -> Figures:
    """How far a second reading, made without sight of the first, agrees beyond chance (Cohen's kappa)."""
    if not second:
        return
    known = {(row["one"], row["other"]): row for row in first}
    both = [(known[row["one"], row["other"]], row) for row in second]
    yield "pairs, second reading: labelled pairs", float(len(both))
    yield "pairs, second reading: same fact, kappa", kappa([(str(a["same"]), str(b["same"])) for a, b in both])
    yield "pairs, second reading: same fact or why not, kappa", kappa([(a.get("why", ""), b.get("why", "")) for a, b in both])


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Agreement beyond chance.

    >>> kappa([("a", "a"), ("b", "b")]), kappa([("a", "b"), ("b", "a")])
    (1.0, -1.0)
    """
    if not pairs:
        return 0.0
    total = len(pairs)
    seen = sum(one == other for one, other in pairs) / total
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones) / total**2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def said(row: Judged) -> str:
    """A pair on which ledger and label part: what each says, then both claims, a line each."""
    verdict = f"merged, labelled {row.pair.why}" if row.merged else "kept apart, labelled the same"
    return f"{verdict}: {row.pair.one.claim.kind}\n    {gist(row.pair.one.claim)}\n    {gist(row.pair.other.claim)}"


def gist(claim: Claim) -> str:
    """A claim in a line, without its sentence."""
    args = ", ".join(f"{name} {claim.arg(name)}" for name in claim.args)
    numbers = ", ".join(f"{name} {number:g}" for name, number in (claim.quantity.numbers if claim.quantity else {}).items())
    when = f"{claim.time.start} to {claim.time.end}" if claim.time else ""
    return f"{claim.doc}: " + "; ".join(part for part in (args, numbers, when, claim.status.value) if part)
