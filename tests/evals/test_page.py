"""The page of scores is made from the figures of the last run, and of the form that the program gives it."""

from __future__ import annotations

import pytest
from evals.__main__ import main
from evals.goals import CLAIMS, ISAF, ORDINARY, SETS, SLOTS, SPEED, STAGES, STRIKES, TRIAGE, Line
from evals.page import load_figures, render_page, stale

from evals import page

LINES = [*SLOTS, *ORDINARY, *TRIAGE, *ISAF, *STRIKES, *SPEED, *(line for lines in STAGES.values() for line in lines)]


def test_the_page_and_the_readme_hold_the_figures_of_the_last_run():
    assert [path.name for path, _ in stale(load_figures())] == [], "run python -m evals.page"


@pytest.mark.parametrize("name", [line.name for line in LINES] + [f"{name}: {line.name}" for name in SETS for line in CLAIMS])
def test_every_line_of_the_page_was_measured(name: str):
    assert name in load_figures()


def test_every_slot_of_the_text_has_its_table():
    text = render_page(load_figures())
    assert "{{" not in text
    assert text.count("| Measure | OnRecord |") >= 8


@pytest.mark.parametrize(
    ("line", "figure", "met"),
    [
        (Line("a", "a", 0.8), 0.8, True),
        (Line("a", "a", 0.8), 0.799, False),
        (Line("a", "a", 1, most=True), 1.0, True),
        (Line("a", "a", 1, most=True), 1.25, False),
        (Line("a", "a"), 1.0, False),
    ],
)
def test_a_goal_is_a_floor_or_a_ceiling(line: Line, figure: float, met: bool):
    assert line.is_met(figure) is met


def test_a_figure_that_reaches_its_goal_is_marked():
    table = page.lines_table([Line("dates: value F1", "value", 0.8, "HeidelTime 0.781")], {"dates: value F1": 0.8123})
    assert table.splitlines() == [
        "| Measure | OnRecord | Goal | Others |",
        "| --- | --- | --- | --- |",
        "| value | 0.812 ✓ | ≥ 0.8 | HeidelTime 0.781 |",
    ]


def test_a_set_has_goals_of_its_own():
    figures = {"seed: usable": 0.88, "claims, every kind: usable": 0.66, "claims: usable": 0.69, "seed: found": 0.93}
    rows = {row.split(" | ")[0]: row.split(" | ") for row in page.claims_table(figures).splitlines()}
    assert rows["| usable"][1:4] == ["0.660 ✓ (≥ 0.65)", "0.690", "0.880 (≥ 0.90)"]
    assert rows["| found"][3] == "0.930"


def test_a_run_writes_the_page_anew_and_keeps_what_it_did_not_measure(monkeypatch, tmp_path, capsys):
    for name in ("STORE", "PAGE", "README"):
        path = tmp_path / name
        path.write_text(
            {"STORE": '{"dates: value F1": 0.5}', "README": "<!-- figures -->\n<!-- /figures -->\n"}.get(name, ""),
            encoding="utf-8",
        )
        monkeypatch.setattr(page, name, path)
    monkeypatch.setattr(page, "CHECKOUT", tmp_path)
    assert main(["--only", "deadlines", "--page"]) == 0
    assert load_figures()["deadlines: right"] == 1.0
    assert load_figures()["dates: value F1"] == 0.5
    assert "| words, start, end and type all right | 1.000 ✓ | ≥ 0.95 |" in (tmp_path / "PAGE").read_text(encoding="utf-8")
    assert "| … of values | 0.500 |" in (tmp_path / "README").read_text(encoding="utf-8")
    assert "README written" in capsys.readouterr().out
