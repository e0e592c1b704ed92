"""An older ledger is brought up to date a step at a time, each whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from made import level
from sqlalchemy import text

from onrecord.errors import LedgerDamaged, LedgerReadOnly, LedgerTooNew
from onrecord.ledger import Ledger, check, migrations, schema
from onrecord.ledger.migrations import migrate


def add_column(connection):
    connection.execute(text("ALTER TABLE reports ADD COLUMN origin TEXT"))


def fill_it(connection):
    connection.execute(text("UPDATE reports SET origin = 'Example Agency'"))
    connection.execute(text("CREATE TABLE origins (name TEXT)"))


def fail_late(connection):
    fill_it(connection)
    raise RuntimeError("the power went")


def state(path):
    with closing(sqlite3.connect(path)) as raw:
        version = raw.execute("SELECT value FROM onrecord_meta").fetchone()[0]
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        return version, tables, [row[1] for row in raw.execute("PRAGMA table_info(reports)")]


@pytest.fixture
def engine(ledger):
    level(ledger, "one", 10, published="2020-01-01")
    return ledger._engine


def test_each_step_is_taken_once_and_in_order(ledger, engine):
    steps = {1: add_column, 2: fill_it}
    assert migrate(engine, ledger.path, steps=steps, version=3) == (2, 3)
    version, tables, columns = state(ledger.path)
    assert (version, "origins" in tables, "origin" in columns) == ("3", True, True)
    assert tables >= {"claims_readable", "promises_readable", "reports_readable"}
    assert migrate(engine, ledger.path, steps=steps, version=3) == ()
    assert check(ledger) == ()


def test_a_step_that_fails_leaves_the_ledger_as_it_was_before_it(ledger, engine):
    with pytest.raises(RuntimeError, match="power"):
        migrate(engine, ledger.path, steps={1: add_column, 2: fail_late}, version=3)
    version, tables, columns = state(ledger.path)
    assert (version, "origins" in tables, "origin" in columns) == ("2", False, True)
    assert "claims_readable" in tables
    assert migrate(engine, ledger.path, steps={2: fill_it}, version=3) == (3,)
    with closing(sqlite3.connect(ledger.path)) as raw:
        assert raw.execute("SELECT origin FROM reports").fetchall() == [("Example Agency",)]


def test_a_version_that_nobody_wrote_is_damage(ledger, engine):
    with pytest.raises(LedgerDamaged, match="version 1"):
        migrate(engine, ledger.path, steps={}, version=2)


def test_a_version_beyond_the_programs_is_too_new(ledger, engine):
    with pytest.raises(LedgerTooNew):
        migrate(engine, ledger.path, steps={}, version=0)


def test_an_older_ledger_is_brought_up_to_date_by_opening_it_but_not_for_reading(ledger, monkeypatch):
    monkeypatch.setitem(migrations.MIGRATIONS, 0, add_column)
    ledger.close()
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as raw:
        raw.execute("UPDATE onrecord_meta SET value = '0'")
    with pytest.raises(LedgerReadOnly, match="older version 0"):
        Ledger.open(ledger.path, readonly=True)
    with Ledger.open(ledger.path):
        assert state(ledger.path)[0] == str(schema.VERSION)


def test_there_is_a_step_from_every_earlier_version():
    assert set(migrations.MIGRATIONS) == set(range(1, schema.VERSION))
