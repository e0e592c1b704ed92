"""A small ledger about an invented valley, and a way to run commands on it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span, Status, Time, TimeType

TEXT = "Northland has 5,200 soldiers in Green Valley. It will cut them to 3,000 by May 31."
LATER = "Northland now has 3,000 soldiers in Green Valley.\x1b[2J"
FIRST, SECOND = Span(0, 45), Span(46, len(TEXT))


@pytest.fixture
def ledger_file(tmp_path):
    path = tmp_path / "valley.db"
    args = Frozen({"actor": "Northland", "place": "Green Valley"})
    with Ledger.create(path) as ledger:
        level = Claim(
            "r1",
            Kind.FORCE_LEVEL,
            FIRST,
            args=args,
            quantity=Quantity(value=5200, unit="personnel"),
            rule="force_level",
            spans=Frozen({"quantity": Span(14, 28), "actor": Span(0, 9)}),
        )
        plan = Claim(
            "r1",
            Kind.FORCE_CHANGE,
            SECOND,
            args=Frozen({**args, "direction": "decrease"}),
            quantity=Quantity(to=3000, unit="personnel"),
            time=Time("by May 31", None, "2031-05-31", TimeType.DEADLINE),
            status=Status.PLANNED,
        )
        ledger.add(Report("r1", TEXT, title="Numbers", published="2031-03-04", outlet="Valley Wire"), [level, plan])
        done = Claim("r2", Kind.FORCE_LEVEL, Span(0, 49), args=args, quantity=Quantity(value=3000, unit="personnel"))
        ledger.add(Report("r2", LATER, published="2031-06-01", outlet="Valley Wire"), [done])
    return path


@pytest.fixture
def run(ledger_file):
    """Run a command on the ledger; colours off, 80 columns."""
    env = {"ONRECORD_LEDGER": str(ledger_file), "NO_COLOR": "1", "COLUMNS": "80", "TERMINAL_WIDTH": "80"}
    return lambda *args: CliRunner().invoke(app, [str(arg) for arg in args], env=env)
