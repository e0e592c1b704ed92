from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord.ledger import Ledger

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
