"""A ledger whose facts are joined anew when it is opened says on the terminal how far it is, and elsewhere nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from onrecord.cli import console
from onrecord.ledger import Ledger, kept
from onrecord.ledger.schema import meta
from onrecord.model import Claim, Frozen, Kind, Report, Span


@pytest.fixture
def older(tmp_path, monkeypatch):
    """A ledger of seven claims whose facts other rules joined, and which are joined three at a time."""
    monkeypatch.setattr(kept, "CHUNK", 3)
    path = tmp_path / "older.db"
    with Ledger.create(path) as ledger:
        for number in range(7):
            report = Report(f"r{number}", f"Camp Elm was closed, says dispatch {number}.", published="2020-01-01")
            args = Frozen({"site": "Camp Elm", "action": "closed"})
            ledger.add(report, [Claim(report.id, Kind.SITE, Span(0, len(report.text)), args)])
        with ledger.writing() as connection:
            connection.execute(update(meta).where(meta.c.key == kept.KEY).values(value="of old"))
    return path


def test_who_opens_an_older_ledger_is_told_how_far_it_is(older):
    told = []
    Ledger.open(older, on_settled=lambda done, of: told.append((done, of))).close()
    assert told == [(3, 7), (6, 7), (7, 7)]
    Ledger.open(older, on_settled=lambda done, of: told.append((done, of))).close()
    assert len(told) == 3


@pytest.mark.parametrize("terminal", [True, False])
def test_only_a_terminal_is_told_and_only_while_more_is_to_do(older, terminal, monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR" if terminal else "NO_COLOR", "1")
    monkeypatch.setenv("TTY_INTERACTIVE", "1" if terminal else "0")
    with console.settling() as on_settled:
        assert (on_settled is not None) is terminal
        Ledger.open(older, on_settled=on_settled).close()
    assert ("of this ledger anew" in capsys.readouterr().err) is terminal
