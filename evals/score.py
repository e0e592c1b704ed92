"""``python -m evals.score``: score claims of your own against gold claims of your own, both in the ledger's form.

The gold is JSON lines of claims. Further fields that it may have: ``optional`` (neither asked for nor punished), and ``args_alt``,
``quantity_alt``, ``time_alt``, ``status_alt``, ``source_alt``: lists of what is right as well (for ``args_alt``, by arg).

found   the same report and kind, evidence that overlaps enough, and at least one identifying arg right (where the gold has any)
usable  found, and every identifying arg, the direction or action, the number and the status right
exact   usable, time and source right, and no identifying arg filled that the gold leaves open
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from onrecord.errors import BadScoringInput
from onrecord.model import Kind
from onrecord.scoring import Listing, Names, Score, read_claim_lines, read_listing, render_score, score


def main(argv: list[str] | None = None) -> int:
    """Score the files that were named; 2 where one cannot be used."""
    args = arguments(argv)
    try:
        print(report(compared(args), errors=args.errors))
    except BadScoringInput as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.score", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="gold claims, JSON lines")
    parser.add_argument("given", type=Path, help="claims to be scored, as `onrecord read --json` or `export` write them")
    parser.add_argument(
        "--docs", type=Path, help="JSON lines with doc and annotated_until; by default the reports of the gold, whole"
    )
    parser.add_argument("--names", type=Path, help="JSON file of names that mean the same; by default OnRecord's lexicon")
    parser.add_argument(
        "--kind", action="append", type=Kind, choices=list(Kind), default=[], help="score this kind alone (repeatable)"
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show so many missed claims and spurious ones")
    return parser.parse_args(argv)


def compared(args: argparse.Namespace) -> Score:
    """The score of the files. Claims that name none of the gold's reports are a mistake, not a score of nought."""
    gold, given = read_claim_lines(args.gold), read_claim_lines(args.given)
    listing = read_listing(args.docs) if args.docs else [Listing(doc) for doc in sorted({row["doc"] for row in gold})]
    if not {report.doc for report in listing} & {row["doc"] for row in given}:
        raise BadScoringInput(
            str(args.given), "no claim names a report of the gold", "Check that `doc` is the report's id in both."
        )
    names = Names.of_file(args.names) if args.names else Names.of_lexicon()
    return score(gold, given, listing, names=names, kinds=args.kind)


def report(result: Score, *, errors: int) -> str:
    """The tables, then the errors asked for as lines of JSON."""
    lines = [render_score(result)]
    for title, rows in (("missed", result.missed), ("spurious", result.spurious)):
        lines += [f"{title} {json.dumps(dict(row), ensure_ascii=False)}" for row in rows[:errors]]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
