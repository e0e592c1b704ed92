"""Claims against the gold reports and the showpiece report."""

from __future__ import annotations

from collections.abc import Iterator

from evals.data import CHECKOUT, CLOSED, data_folder, load_lines, load_reports, needed, score_claims
from onrecord.model import Kind
from onrecord.pipeline import Extractor

POSTURE = CHECKOUT / "evals" / "gold" / "posture"
NAMED = (
    Kind.FORCE_LEVEL, Kind.FORCE_CHANGE, Kind.SITE, Kind.ASSISTANCE, Kind.AGREEMENT, Kind.THREAT, Kind.ATTACK, Kind.CASUALTIES, Kind.ROLE,
)  # fmt: skip
"""The kinds that this version reads at some depth; ``organization`` is read for bodies formed, joined and dissolved only."""

SLOTS = ("quantity", "status", "time", "source")
SHOWN = ("found", "usable", "exact", "heart_usable", "plans_as_facts")


def measure_reports(*, triage: bool) -> Iterator[tuple[str, float]]:
    folder = data_folder() / "eval" / "claims"
    if not folder.exists():
        print(f"skipped: claims ({folder} is not there)")
        return
    docs = load_lines(folder / "dev.docs.jsonl")
    extractor = Extractor(triage=triage)
    reports = load_reports(folder / "reports" / f"{d['doc']}.json" for d in docs)
    claims = [claim for _, row in extractor.claims_of(reports) for claim in row]
    kinds = ("--kinds", ",".join(kind.value for kind in NAMED))
    open_docs = [d for d in docs if d.get("subset") not in CLOSED]
    for name, listed, more in (
        ("claims", docs, kinds),
        ("claims, open licences", open_docs, kinds),
        ("claims, every kind", docs, ()),
    ):
        figures = score_claims(folder / "dev.jsonl", listed, claims, *more)
        yield from ((f"{name}: {field}", float(figures[field])) for field in SHOWN)
        if name == "claims":
            yield from ((f"{name}: {slot} right, of those found", figures["slots"][slot]) for slot in SLOTS)
    yield "claims: sentences that failed", float(len(extractor.failed))


def measure_posture() -> Iterator[tuple[str, float]]:
    """The project's own posture reports: those that rules may be tuned on (a), and those that only measure (b)."""
    needed("eval", "score_claims.py")
    extractor = Extractor()
    for half, name in (("a", "posture, own reports a"), ("b", "posture, own reports b")):
        reports = load_reports(sorted((POSTURE / "reports").glob(f"{half}-*.json")))
        claims = [claim for _, row in extractor.claims_of(reports) for claim in row]
        docs = [{"doc": report.id, "date": report.published, "annotated_until": None} for report in reports]
        figures = score_claims(POSTURE / "claims.jsonl", docs, claims)
        yield from ((f"{name}: {field}", float(figures[field])) for field in SHOWN)


def measure_seed() -> Iterator[tuple[str, float]]:
    folder = data_folder() / "samples"
    if not folder.exists():
        print(f"skipped: the showpiece ({folder} is not there)")
        return
    for name, gold, published in (
        ("seed", "seed.claims.jsonl", "2020-12-13"),
        ("seed, undated", "seed.undated.claims.jsonl", None),
    ):
        [report] = load_reports([folder / "seed.txt"], published=published)
        claims = Extractor().claims(report)
        figures = score_claims(folder / gold, load_lines(folder / "seed.docs.jsonl"), claims)
        yield from ((f"{name}: {field}", float(figures[field])) for field in SHOWN)
