"""An older ledger is brought up to date a step at a time, each whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from made import level
from sqlalchemy import text

from older_ledgers import as_version_1
from onrecord.errors import LedgerDamaged, LedgerOutdated, LedgerTooNew
from onrecord.ledger import Ledger, check, migrations, schema
from onrecord.ledger.migrations import migrate

NOW = schema.VERSION


def add_column(connection):
    connection.execute(text("ALTER TABLE reports ADD COLUMN mood TEXT"))


def fill_it(connection):
    connection.execute(text("UPDATE reports SET mood = 'Example Agency'"))
    connection.execute(text("CREATE TABLE moods (name TEXT)"))


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
    steps = {NOW: add_column, NOW + 1: fill_it}
    assert migrate(engine, ledger.path, steps=steps, version=NOW + 2) == (NOW + 1, NOW + 2)
    version, tables, columns = state(ledger.path)
    assert (version, "moods" in tables, "mood" in columns) == (str(NOW + 2), True, True)
    assert tables >= {"claims_readable", "promises_readable", "reports_readable"}
    assert migrate(engine, ledger.path, steps=steps, version=NOW + 2) == ()
    assert check(ledger) == ()


def test_a_step_that_fails_leaves_the_ledger_as_it_was_before_it(ledger, engine):
    with pytest.raises(RuntimeError, match="power"):
        migrate(engine, ledger.path, steps={NOW: add_column, NOW + 1: fail_late}, version=NOW + 2)
    version, tables, columns = state(ledger.path)
    assert (version, "moods" in tables, "mood" in columns) == (str(NOW + 1), False, True)
    assert "claims_readable" in tables
    assert migrate(engine, ledger.path, steps={NOW + 1: fill_it}, version=NOW + 2) == (NOW + 2,)
    with closing(sqlite3.connect(ledger.path)) as raw:
        assert raw.execute("SELECT mood FROM reports").fetchall() == [("Example Agency",)]


def test_a_version_that_nobody_wrote_is_damage(ledger, engine):
    with pytest.raises(LedgerDamaged, match=f"version {NOW}"):
        migrate(engine, ledger.path, steps={}, version=NOW + 1)


def test_a_version_beyond_the_programs_is_too_new(ledger, engine):
    with pytest.raises(LedgerTooNew):
        migrate(engine, ledger.path, steps={}, version=0)


def test_an_older_ledger_is_brought_up_to_date_by_opening_it_but_not_for_reading(ledger, engine):
    ledger.close()
    as_version_1(ledger.path)
    with pytest.raises(LedgerOutdated, match="older version 1"):
        Ledger.open(ledger.path, readonly=True)
    with Ledger.open(ledger.path) as book:
        assert state(ledger.path)[0] == str(schema.VERSION)
        assert [entry.claim.confidence for entry in book.claims()] == [None]
        assert book.claims(min_confidence=0.1) == []
        level(book, "two", 20, published="2020-01-02", confidence=0.8)
        assert [entry.claim.confidence for entry in book.claims(min_confidence=0.1)] == [0.8]
        assert check(book) == ()
    with closing(sqlite3.connect(ledger.path)) as raw:
        assert raw.execute("SELECT confidence FROM claims_readable ORDER BY report").fetchall() == [(None,), (0.8,)]


def test_there_is_a_step_from_every_earlier_version():
    assert set(migrations.MIGRATIONS) == set(range(1, schema.VERSION))
