"""``python -m evals``: print the figures; ``--check`` holds them against the floors, ``--pin`` raises the floors.

A floor is lowered only by ``--pin --lower``. Speeds are printed and not pinned, but the ratio to plain spaCy must stay above 0.8.
What cannot be measured because its data is missing is skipped, and the last line says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from evals.claims import Show, measure_posture, measure_reports, measure_seed
from evals.confidence import measure_confidence
from evals.costs import measure_stages
from evals.crashes import measure_crashes
from evals.crowd import measure_crowd
from evals.data import Missing
from evals.echoes import measure_echoes
from evals.floors import check, load_floors, pin
from evals.ledger import measure_ledger
from evals.merging import measure_pairs
from evals.ordinary import measure_ordinary
from evals.page import keep, write
from evals.releases import measure_isaf, measure_strikes
from evals.show import markdown, table
from evals.speed import measure_speed
from evals.stages import measure_attribution, measure_dates, measure_deadlines, measure_quantities
from evals.triage import measure_triage
from evals.web import measure_web

Figures = dict[str, float]
HEADINGS = {
    "claims": "Claims: gold reports",
    "seed": "Claims: the showpiece report",
    "posture": "Claims: the project's own posture reports",
    "ordinary": "False claims: the project's own reports about nothing military",
    "triage": "What triage costs",
    "isaf": "Claims: press releases of ISAF, fields of one incident",
    "strikes": "Claims: releases of US Central Command on its strikes",
    "confidence": "Confidence of claims: whether it keeps its word",
    "pairs": "Merging and disputes: labelled pairs of claims",
    "dates": "Dates: TimeBank",
    "quantities": "Quantities: NewsQuant",
    "attribution": "Attribution: PolNeAR, development part",
    "deadlines": "Deadlines: our own table",
    "echoes": "Echoes: copies of own reports, edited as outlets edit",
    "stages": "What each stage of reading costs",
    "crashes": "Kills and power cuts: what becomes of a ledger",
    "crowd": "Four programs write to a ledger and two read it, for a minute",
    "ledger": "A great ledger of claims made up by chance: how fast it takes in and answers",
    "web": "The pages: how fast they answer, and how fast a browser draws",
    "speed": "Speed: read against plain spaCy, same reports, in turns",
}
HARD = ("ledger", "crashes", "crowd", "web")
"""What ``--check`` leaves to the tests, which do the same on a smaller scale: it takes minutes."""

SLOW = ("speed", "stages", "ledger", "crashes", "crowd", "web")
"""What ``--no-speed`` leaves out: it takes a minute or more, or hangs on the machine."""


def main(argv: list[str] | None = None) -> int:
    """Run the measures that were asked for."""
    args = arguments(argv)
    left_out = SLOW if args.no_speed else HARD if args.check else ()
    chosen = args.only or [name for name in HEADINGS if name not in left_out]
    figures: Figures = {}
    skipped: list[str] = []
    for name in chosen:
        details: list[str] = []
        measured = _measured(name, skipped, details.append, triage=not args.no_triage)
        figures |= measured
        if measured and not args.markdown:
            print(table(HEADINGS[name], measured), flush=True)
        if args.only and not args.markdown:
            print("".join(f"{detail}\n\n" for detail in details if detail), end="")
    if args.markdown:
        print(markdown(figures))
    if args.page:
        write(keep(figures))
    floors = load_floors()
    if args.pin:
        pin(figures, floors, lower=args.lower)
    failed = check(figures, floors) if args.check else 0
    last = f"Skipped: {'; '.join(skipped)}." if skipped else "Nothing was skipped."
    print(last, file=sys.stderr if args.markdown else sys.stdout)
    return failed


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The options, with what does not go together refused."""
    parser = argparse.ArgumentParser(
        prog="python -m evals", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=list(HEADINGS),
        help="measure this alone, with the tables behind its figures (may be given several times)",
    )
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--pin", action="store_true", help="raise the floors to the figures of this run")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--markdown", action="store_true", help="print the table that README.md holds")
    parser.add_argument("--page", action="store_true", help="write docs/scores.md and the README's table anew")
    parser.add_argument(
        "--no-speed",
        action="store_true",
        help="leave out what is slow: speeds, the great ledger, crashes, the crowd and the pages",
    )
    parser.add_argument("--no-triage", action="store_true", help="parse every sentence")
    args = parser.parse_args(argv)
    if args.lower and not args.pin:
        parser.error("--lower goes with --pin")
    if (args.pin or args.page) and args.no_triage:
        parser.error("floors and the page are for the default way of reading: leave --no-triage out")
    return args


def _measured(name: str, skipped: list[str], show: Show, *, triage: bool) -> Figures:
    """The figures of one measure, none where its data is missing; ``show`` is given the tables behind them."""
    try:
        return dict(measures(show, triage=triage)[name]())
    except Missing as missing:
        skipped.append(f"{name} ({missing})")
        return {}


def measures(show: Show, *, triage: bool) -> dict[str, Callable[[], Iterator[tuple[str, float]]]]:
    """What yields the figures of each name."""
    return {
        "claims": lambda: measure_reports(show, triage=triage),
        "seed": lambda: measure_seed(show),
        "posture": lambda: measure_posture(show),
        "ordinary": lambda: measure_ordinary(show),
        "triage": lambda: measure_triage(show),
        "isaf": measure_isaf,
        "strikes": measure_strikes,
        "confidence": measure_confidence,
        "pairs": lambda: measure_pairs(show),
        "dates": measure_dates,
        "quantities": measure_quantities,
        "attribution": measure_attribution,
        "deadlines": measure_deadlines,
        "echoes": lambda: measure_echoes(show),
        "stages": measure_stages,
        "crashes": measure_crashes,
        "crowd": measure_crowd,
        "ledger": lambda: measure_ledger(show),
        "web": lambda: measure_web(show),
        "speed": measure_speed,
    }


if __name__ == "__main__":
    sys.exit(main())
