"""Charts and the report as files: SVG, PNG and PDF."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from onrecord.cli import app, browsers
from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span

LEVELS = ["levels", "Northland", "--in", "Green Valley"]


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "valley.db"
    text = "Northland has 5,200 soldiers in Green Valley."
    args = Frozen({"actor": "Northland", "place": "Green Valley"})
    with Ledger.create(path) as book:
        claim = Claim("r", Kind.FORCE_LEVEL, Span(0, len(text)), args=args, quantity=Quantity(value=5200, unit="personnel"))
        book.add(Report("r", text, published="2031-03-04", outlet="Valley Wire"), [claim])
    return path


def run(*args):
    return CliRunner().invoke(app, [str(arg) for arg in args])


def test_the_chart_is_drawn_as_svg_and_png(ledger, tmp_path):
    pytest.importorskip("vl_convert")
    svg, png = tmp_path / "chart.svg", tmp_path / "chart.png"
    done = run(*LEVELS, "--svg", svg, "--png", png, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert svg.read_text(encoding="utf-8").startswith("<svg")
    assert png.read_bytes().startswith(b"\x89PNG")


def test_no_level_makes_no_picture(ledger, tmp_path):
    done = run(
        "levels", "Northland", "--in", "Green Valley", "--unit", "aircraft", "--svg", tmp_path / "no.svg", "--ledger", ledger
    )
    assert done.exit_code == 0
    assert not (tmp_path / "no.svg").exists()
    assert "nothing to draw" in done.output


@pytest.mark.skipif(not browsers.find_browser(), reason="no Chromium is installed: apt-get install chromium")
def test_the_report_is_printed_by_a_browser(ledger, tmp_path):
    done = run("report", "--pdf", tmp_path / "valley.pdf", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "valley.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_browser_it_is_told_what_to_do(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(browsers, "find_browser", lambda: None)
    done = run("report", "--pdf", tmp_path / "valley.pdf", "--ledger", ledger)
    assert done.exit_code == 2
    assert "needs a browser" in done.output
    assert not (tmp_path / "valley.pdf").exists()


def test_a_browser_that_prints_nothing_is_told(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(browsers, "find_browser", lambda: "/bin/false")
    done = run("report", "--pdf", tmp_path / "valley.pdf", "--ledger", ledger)
    assert done.exit_code == 2
    assert "did not print the page" in done.output


def test_a_report_needs_a_file(ledger):
    assert run("report", "--ledger", ledger).exit_code == 2
