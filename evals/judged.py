"""Which claims an analyst would record unedited, by the gold: one to one, as the scorer pairs them."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from evals.data import needed
from onrecord.model import Claim, claim_to_json

Row = dict[str, Any]
T = TypeVar("T")


def judged(gold: Sequence[Row], docs: Iterable[Row], claims: Iterable[Claim]) -> Iterator[tuple[Claim, bool]]:
    """Each claim that the gold can judge, with whether it is usable. What is paired with an optional claim of the gold is left out,
    as the scorer leaves it out; so is what lies behind a report's ``annotated_until``, and kinds that the gold never uses."""
    scorer, names = _scorer()
    limits: Mapping[str, int | None] = {doc["doc"]: doc.get("annotated_until") for doc in docs}
    kinds = {row["kind"] for row in gold}
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        limit = limits.get(claim.doc, 0)
        if claim.kind.value in kinds and (limit is None or claim.evidence.begin < limit):
            groups.setdefault((claim.doc, claim.kind.value), []).append(claim)
    for (doc, kind), group in groups.items():
        asked = [row for row in gold if (row["doc"], row["kind"]) == (doc, kind)]
        yield from paired(scorer, names, asked, group, claim_to_json)


def paired(
    scorer: Any, names: Any, asked: Sequence[Row], claims: Sequence[T], as_row: Callable[[T], Row]
) -> Iterator[tuple[T, bool]]:
    """The claims of one report and kind, each with whether it is usable: the best agreement takes its claim of the gold first."""
    pairs = [(scorer.Pair(row, as_row(claim), names), i, j) for i, row in enumerate(asked) for j, claim in enumerate(claims)]
    found = [pair for pair in pairs if pair[0].found]
    found.sort(key=lambda p: (not scorer.is_optional(asked[p[1]]), p[0].score, -p[1], -p[2]), reverse=True)
    taken: dict[int, tuple[int, bool]] = {}
    for pair, i, j in found:
        if j not in taken and i not in {other for other, _ in taken.values()}:
            taken[j] = (i, pair.usable)
    for j, claim in enumerate(claims):
        i, usable = taken.get(j, (-1, False))
        if i < 0 or not scorer.is_optional(asked[i]):
            yield claim, usable


def asked_of(gold: Iterable[Row], docs: Iterable[Row]) -> int:
    """How many claims the gold asks for in these reports: all but the optional ones."""
    scorer, _ = _scorer()
    ids = {doc["doc"] for doc in docs}
    return sum(row["doc"] in ids and not scorer.is_optional(row) for row in gold)


def _scorer() -> tuple[ModuleType, Any]:
    """The claims' scorer as a module, with its table of names."""
    path = needed("eval", "score_claims.py")
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, _names(module, path.with_name("aliases.json"))


def _names(module: ModuleType, path: Path) -> Any:
    table = json.loads(path.read_text(encoding="utf-8"))
    return module.Names(table["aliases"], table["demonyms"])
