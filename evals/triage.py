"""What triage costs: the gold claims that are found when every sentence is parsed, and no longer when most are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from evals.data import Missing, needed
from evals.reading import GOLD, Reading, read_development, read_own, shared_names
from onrecord.scoring import Listing, Names, Score, read_claim_lines, read_listing, score

Row = dict[str, Any]


def measure_triage(show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Claims lost and words parsed, on the development reports and on the project's own posture reports."""
    for half in ("a", "b"):
        yield f"triage, ordinary reports {half}: share of words parsed", read_own("ordinary", half).parsed
    for name, gold, listing, read, names in _sets():
        full, cut = read(False), read(True)
        without, with_ = (score(gold, reading.rows, listing, names=names) for reading in (full, cut))
        lost = _lost(without, with_)
        found = without.all.found
        yield f"triage, {name}: found without it", float(found)
        yield f"triage, {name}: found with it", float(with_.all.found)
        yield f"triage, {name}: claims lost", len(lost) / found
        yield f"triage, {name}: precision of found without it", without.all.rates("found").precision
        yield f"triage, {name}: precision of found with it", with_.all.rates("found").precision
        yield f"triage, {name}: share of words parsed", cut.parsed
        if "reports c" not in name:
            show("\n".join(f"lost: {row['doc']}: {row['kind']} {row['evidence']} {row.get('args')}" for row in lost))


def _sets() -> Iterator[tuple[str, list[Row], list[Listing], Callable[[bool], Reading], Names]]:
    """Each set: its name, gold, listing, how it is read, and its names; the development reports where they are."""
    try:
        folder = needed("eval", "claims")
    except Missing as missing:
        print(f"skipped: triage on the development reports ({missing})")
    else:
        gold, listing = read_claim_lines(folder / "dev.jsonl"), read_listing(folder / "dev.docs.jsonl")
        yield "development reports", gold, listing, _read_development, shared_names()
    gold = read_claim_lines(GOLD / "posture" / "claims.jsonl")
    for half in ("a", "b", "c", "d"):
        reads = partial(_read_posture, half)
        yield f"posture reports {half}", gold, reads(True).listing, reads, Names.of_lexicon()


def _lost(without: Score, with_: Score) -> list[Row]:
    """The gold claims that are missed with triage alone."""
    anyway = {id(row) for row in without.missed}
    return [dict(row) for row in with_.missed if id(row) not in anyway]


def _read_development(triage: bool) -> Reading:
    return read_development(triage=triage)


def _read_posture(half: str, triage: bool) -> Reading:
    return read_own("posture", half, triage=triage)
