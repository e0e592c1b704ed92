"""Gold claims and given ones are paired one to one, the best pairs first, and the pairs counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from onrecord.model import Kind
from onrecord.scoring.counts import Score, Tally
from onrecord.scoring.judging import Verdict, is_optional, judge
from onrecord.scoring.lines import Listing
from onrecord.scoring.names import Names

Row = Mapping[str, Any]


def score(
    gold: Iterable[Row], given: Iterable[Row], listing: Iterable[Listing], *, names: Names, kinds: Collection[Kind] = ()
) -> Score:
    """Compare claims with the gold, on the reports listed and the ``kinds`` named (by default those that the gold uses).

    What is given for other reports or kinds, or begins behind a report's ``until``, is left aside.
    """
    gold = list(gold)
    chosen = set(kinds) or {Kind(row["kind"]) for row in gold}
    until = {report.doc: report.until for report in listing}
    groups: dict[tuple[str, Kind], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for number, rows in enumerate((gold, given)):
        for row in rows:
            kind, doc = Kind(row["kind"]), row["doc"]
            limit = until.get(doc) if number else None
            if kind in chosen and doc in until and (limit is None or row["evidence"][0] < limit):
                groups[doc, kind][number].append(row)
    out = Score()
    for (_, kind), (wanted, got) in groups.items():
        _count(out, kind, wanted, got, names)
    return out


def _count(out: Score, kind: Kind, gold: list[Row], given: list[Row], names: Names) -> None:
    """Count the claims of one kind in one report. Who meets an optional claim alone is neither praised nor blamed."""
    pairs = paired(gold, given, names)
    optional = {i for i, row in enumerate(gold) if is_optional(row)}
    excused = sum(i in optional for i in pairs)
    out.kinds[kind] = out.tally(kind) + Tally(wanted=len(gold) - len(optional), given=len(given) - excused)
    for i, (_, verdict) in pairs.items():
        if i not in optional:
            out.add(kind, verdict)
    met = {j for j, _ in pairs.values()}
    out.missed += [row for i, row in enumerate(gold) if i not in optional and i not in pairs]
    out.spurious += [row for j, row in enumerate(given) if j not in met]


def paired(gold: list[Row], given: list[Row], names: Names) -> dict[int, tuple[int, Verdict]]:
    """For the number of each gold claim found, that of its given claim with the verdict; claims that are asked for choose first."""
    verdicts = [(i, j, judge(want, got, names)) for i, want in enumerate(gold) for j, got in enumerate(given)]
    candidates = [(not is_optional(gold[i]), verdict.rank, -i, -j, verdict) for i, j, verdict in verdicts if verdict.found]
    out: dict[int, tuple[int, Verdict]] = {}
    taken: set[int] = set()
    for _, _, i, j, verdict in sorted(candidates, key=lambda row: row[:4], reverse=True):
        if -i not in out and -j not in taken:
            out[-i] = (-j, verdict)
            taken.add(-j)
    return out
