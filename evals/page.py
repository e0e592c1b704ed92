"""``python -m evals.page``: docs/scores.md and the README's table, from the figures that ``python -m evals --page`` measured last."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from evals.data import CHECKOUT
from evals.goals import CLAIMS, GOALS, ISAF, ORDINARY, PAIRS, SETS, SLOTS, SPEED, STAGES, STRIKES, TRIAGE, Line
from evals.show import markdown, said
from onrecord.model import HEART, Kind

STORE = Path(__file__).with_name("figures.json")
TEXT = Path(__file__).with_name("scores.md.in")
PAGE = CHECKOUT / "docs" / "scores.md"
README = CHECKOUT / "README.md"
BLOCK = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
SLOT = re.compile(r"^\{\{ (\w+) \}\}$", re.MULTILINE)
Figures = dict[str, float]
NONE = "—"


def load_figures() -> Figures:
    """The figures of the last run."""
    figures: Figures = json.loads(STORE.read_text(encoding="utf-8"))
    return figures


def keep(figures: Figures) -> Figures:
    """Store the figures of a run; what it did not measure stays as it was measured before."""
    whole = (load_figures() if STORE.exists() else {}) | {name: round(figure, 6) for name, figure in figures.items()}
    STORE.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return whole


def render_page(figures: Figures) -> str:
    """The page of scores: its text with the tables put in."""
    tables = {
        "claims": claims_table(figures),
        "kinds": kinds_table(figures),
        "slots": lines_table(SLOTS, figures),
        "ordinary": lines_table(ORDINARY, figures),
        "triage": lines_table(TRIAGE, figures),
        "isaf": lines_table(ISAF, figures),
        "strikes": lines_table(STRIKES, figures),
        "pairs": lines_table([line for line in PAIRS if line.name in figures], figures),
        "stages": "\n\n".join(f"**{name}**\n\n{lines_table(lines, figures)}" for name, lines in STAGES.items()),
        "speed": lines_table(SPEED, figures),
    }
    return SLOT.sub(lambda found: tables[found[1]], TEXT.read_text(encoding="utf-8"))


def claims_table(figures: Figures) -> str:
    """A row a measure, a column a set of reports with the goal of that set in brackets, and the second annotators."""
    head = ["Measure", *SETS.values(), "real reports: second annotator"]
    rows = [[line.called, *(_of_set(name, line, figures) for name in SETS), line.peers or NONE] for line in CLAIMS]
    return _table(head, rows)


def _of_set(name: str, line: Line, figures: Figures) -> str:
    """A figure of one set with the set's own goal, or a mark where it reaches that of all sets."""
    key, goal = f"{name}: {line.name}", GOALS.get(name, {}).get(line.name)
    if goal is not None:
        return f"{_cell(replace(line, goal=goal), key, figures)} (≥ {goal:.2f})"
    return _figure(key, figures) if "annotator" in name else _cell(line, key, figures)


def kinds_table(figures: Figures) -> str:
    """F1 of each kind with the number of claims, on the gold reports and on the posture reports that only measure."""
    head = ["Kind"]
    for name in ("68 reports", "posture c"):
        head += [f"{name}: claims", "found", "usable", "exact"]
    rows = []
    for kind in Kind:
        cells = []
        for name in ("claims", "posture, own reports c"):
            key = f"kind, {name}, {kind}"
            wanted = figures.get(f"{key}: wanted")
            cells.append(f"{wanted:.0f}" if wanted is not None else NONE)
            cells += [_figure(f"{key}: {level}", figures) if wanted else NONE for level in ("found", "usable", "exact")]
        if set(cells) != {NONE}:
            rows.append([f"**{kind}**" if kind in HEART else str(kind), *cells])
    return _table(head, rows)


def lines_table(lines: Iterable[Line], figures: Figures) -> str:
    """A row a figure; columns for goals and others where a line has them."""
    lines = tuple(lines)
    goals, peers = any(line.goal is not None for line in lines), any(line.peers for line in lines)
    head = ["Measure", "OnRecord", *(["Goal"] if goals else []), *(["Others"] if peers else [])]
    rows = []
    for line in lines:
        more = ([_goal(line)] if goals else []) + ([line.peers or NONE] if peers else [])
        rows.append([line.called, _cell(line, line.name, figures), *more])
    return _table(head, rows)


def _cell(line: Line, name: str, figures: Figures) -> str:
    """A figure, with a mark where it reaches its goal."""
    return _figure(name, figures) + (" ✓" if name in figures and line.is_met(figures[name]) else "")


def _figure(name: str, figures: Figures) -> str:
    if name not in figures:
        return NONE
    return f"{figures[name]:.0f}" if name.endswith("plans_as_facts") else said(name, figures[name])


def _goal(line: Line) -> str:
    if line.goal is None:
        return NONE
    return f"{'≤' if line.most else '≥'} {line.goal:g}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *("---:" if len(head) > 5 else "---" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def stale(figures: Figures) -> Iterator[tuple[Path, str]]:
    """The documents that do not hold these figures, with what they should hold."""
    readme = README.read_text(encoding="utf-8")
    fresh = {PAGE: render_page(figures), README: BLOCK.sub(lambda found: f"{found[1]}{markdown(figures)}\n{found[2]}", readme)}
    for path, text in fresh.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text


def write(figures: Figures) -> None:
    """Write what is stale."""
    for path, text in list(stale(figures)):
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(CHECKOUT)} written")


def main() -> int:
    """Write what is stale by the figures of the last run."""
    write(load_figures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
