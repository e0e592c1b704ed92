from __future__ import annotations

import sys
from pathlib import Path

import pytest
from made import IDS, by, cut, level, on, troops

from onrecord.ledger import Ledger
from onrecord.model import Status

sys.path.insert(0, str(Path(__file__).parents[2]))  # ``evals`` stands beside ``tests``, not in the package


@pytest.fixture
def ledger(tmp_path):
    with Ledger.create(tmp_path / "ledger.db") as made:
        yield made


@pytest.fixture(autouse=True)
def no_lexicon(request, monkeypatch):
    """The ledger's own rules are tested by what claims say; ``lexicon`` marks the tests that want the real one."""
    if "real_lexicon" not in request.fixturenames:
        monkeypatch.setattr("onrecord.ledger.names.lexicon_name", lambda role, given: None)


@pytest.fixture
def real_lexicon():
    """Ask the lexicon itself."""


@pytest.fixture
def drawdown(ledger):
    """From 5,200 to 3,000, then 2,500 promised and reached; told by hand-made dispatches."""
    level(ledger, "before", 5200, published="2020-07-01", ids=IDS)
    quantity = troops(start=5200, to=3000)
    cut(ledger, "first", published="2020-09-09", quantity=quantity, time=on("2020-09"), status=Status.PLANNED, ids=IDS)
    cut(
        ledger,
        "second",
        published="2020-11-17",
        quantity=troops(to=2500),
        time=by("2021-01-15"),
        status=Status.PLANNED,
        ids=IDS,
    )
    level(ledger, "middle", 3000, published="2020-11-18", ids=IDS)
    level(ledger, "after", 2500, published="2021-01-15", time=on("2021-01-15"), ids=IDS)
    return ledger
