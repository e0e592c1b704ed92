"""Claims against the gold reports, the showpiece report, and the project's own posture reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evals.data import CLOSED, load_lines, needed
from evals.reading import GOLD, Reading, read, read_development, read_own, shared_names
from onrecord.model import Kind
from onrecord.scoring import Listing, Names, Score, read_claim_lines, read_listing, render_score, score
from onrecord.scoring.judging import is_optional

NAMED = (
    Kind.FORCE_LEVEL, Kind.FORCE_CHANGE, Kind.SITE, Kind.ASSISTANCE, Kind.AGREEMENT, Kind.THREAT, Kind.ATTACK, Kind.CASUALTIES, Kind.ROLE,
)  # fmt: skip
"""The kinds that this version reads at some depth; ``organization`` is read for bodies formed, joined and dissolved only."""

SLOTS = ("quantity", "status", "time", "source")
Figures = Iterator[tuple[str, float]]
Show = Callable[[str], None]


def figures_of(name: str, compared: Score) -> Figures:
    """The figures of one comparison, each named after what was compared."""
    whole, heart = compared.all, compared.heart
    for level in ("found", "usable", "exact"):
        yield f"{name}: {level}", whole.rates(level).f1
    yield f"{name}: heart_usable", heart.rates("usable").f1
    yield f"{name}: plans_as_facts", float(compared.plans_as_facts)
    for said, tally in (("", whole), ("heart ", heart)):
        for level in ("found", "usable"):
            yield f"{name}: {said}{level}, precision", tally.rates(level).precision
            yield f"{name}: {said}{level}, recall", tally.rates(level).recall
    yield f"{name}: status macro F1", compared.status_f1
    yield f"{name}: source right, of those that name one", compared.source_share(named=True)
    yield f"{name}: source invented, of those that name none", 1 - compared.source_share(named=False)
    yield f"{name}: identifying args invented, of those given", compared.invented_share


def measure_reports(show: Show, *, triage: bool) -> Figures:
    """The development reports: the kinds read in depth, with and without the reports whose licence is not open, and every kind."""
    folder = needed("eval", "claims")
    gold, names = read_claim_lines(folder / "dev.jsonl"), shared_names()
    listing = read_listing(folder / "dev.docs.jsonl")
    closed = {row["doc"] for row in load_lines(folder / "dev.docs.jsonl") if row.get("subset") in CLOSED}
    reading = read_development(triage=triage)
    named = score(gold, reading.rows, listing, names=names, kinds=NAMED)
    yield from figures_of("claims", named)
    yield from ((f"claims: {slot} right, of those found", _share(named, slot)) for slot in SLOTS)
    opened = [report for report in listing if report.doc not in closed]
    yield from figures_of("claims, open licences", score(gold, reading.rows, opened, names=names, kinds=NAMED))
    every = score(gold, reading.rows, listing, names=names)
    yield from figures_of("claims, every kind", every)
    yield from by_kind("claims", every)
    yield "claims: sentences that failed", float(reading.failed)
    show(render_score(every))


def measure_posture(show: Show) -> Figures:
    """The project's own posture reports: those that rules may be tuned on (a, b, d), and those that only measure (c)."""
    gold = read_claim_lines(GOLD / "posture" / "claims.jsonl")
    for half in ("a", "b", "c", "d"):
        name, reading = f"posture, own reports {half}", read_own("posture", half)
        compared = score(gold, reading.rows, reading.listing, names=Names.of_lexicon())
        yield from figures_of(name, compared)
        yield from by_kind(name, compared)
        show(f"{name}\n{render_score(compared)}")
    yield from _second_annotator()


def _second_annotator() -> Figures:
    """The ceiling: a second annotation of some posture reports, made without sight of the first, scored as if it were a program's."""
    gold, second = (read_claim_lines(GOLD / "posture" / f"{name}.jsonl") for name in ("claims", "second"))
    listing = [Listing(doc) for doc in sorted({row["doc"] for row in second})]
    sure = [row for row in second if not is_optional(row)]
    yield from figures_of("posture, second annotator", score(gold, sure, listing, names=Names.of_lexicon()))


def measure_seed(show: Show) -> Figures:
    """The showpiece report, with its date of publication and without."""
    folder = needed("samples", "seed.txt").parent
    for name, gold, published in (
        ("seed", "seed.claims.jsonl", "2020-12-13"),
        ("seed, undated", "seed.undated.claims.jsonl", None),
    ):
        reading: Reading = read([folder / "seed.txt"], published=published)
        listing: list[Listing] = read_listing(folder / "seed.docs.jsonl")
        compared = score(read_claim_lines(folder / gold), reading.rows, listing, names=shared_names())
        yield from figures_of(name, compared)
        show(f"{name}\n{render_score(compared)}")


def by_kind(name: str, compared: Score) -> Figures:
    """The figures of each kind, for the page of scores: F1 of each level, and how many claims are wanted and given."""
    for kind, tally in sorted(compared.kinds.items()):
        head = f"kind, {name}, {kind}"
        yield f"{head}: wanted", float(tally.wanted)
        yield f"{head}: given", float(tally.given)
        yield from ((f"{head}: {level}", tally.rates(level).f1) for level in ("found", "usable", "exact"))


def _share(compared: Score, slot: str) -> float:
    right, of = compared.slots.get(slot, (0, 0))
    return right / of if of else 0.0
