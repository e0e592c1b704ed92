"""A program that is killed in the middle of a change of the tables leaves the old ledger, which opens and is changed the next time."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import accumulate

import pytest
from evals.acting import made_up

from older_ledgers import as_version_2
from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, check, schema
from onrecord.ledger.migrations import VERSION_3, VERSION_4, VERSION_5

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
REPORTS = 60

SLOW = """
import sys, time
from onrecord.ledger import Ledger, migrations, sqlite

def slowly(statements):
    def step(connection):
        for statement in statements:
            connection.exec_driver_sql(statement)
            print("done", flush=True)
            sys.stdin.readline()
    return step

sqlite.PRAGMAS += ("cache_size=5",)  # so that what is not committed goes to the disk too
migrations.MIGRATIONS.update({2: slowly(migrations.VERSION_3), 3: slowly(migrations.VERSION_4), 4: slowly(migrations.VERSION_5)})
Ledger.open(sys.argv[1]).close()
"""
"""Opens a ledger; says when a statement is done, and waits for a line before it goes on."""


STEPS = (VERSION_3, VERSION_4, VERSION_5)


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """A ledger of the second version, with some hundred claims."""
    path = tmp_path_factory.mktemp("older") / "older.db"
    with Ledger.create(path) as ledger:
        ledger.add_all(made_up(number) for number in range(REPORTS))
    as_version_2(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("VACUUM")  # no free pages, so that a change needs new ones
    return path


def version_of(path):
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("SELECT value FROM onrecord_meta WHERE key = 'version'").fetchone()[0])


def rows_of(path):
    """All that the old tables held, by the columns that they had."""
    with closing(sqlite3.connect(path)) as raw:
        texts = raw.execute("SELECT id, given_id, published, known_day, added, hash, text FROM reports ORDER BY id").fetchall()
        claims = raw.execute("SELECT id, kind, words, json, confidence FROM claims ORDER BY id").fetchall()
        return texts, claims, raw.execute('SELECT role, "key", claim FROM claim_keys ORDER BY 1, 2, 3').fetchall()


def kill_after(path, statements, moment):
    """Kill a child ``moment`` seconds into what follows so many statements."""
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        for number in range(statements):
            assert child.stdout.readline() == "done\n", f"the change ended after {number} statements"
            if number < statements - 1 or moment is not None:
                child.stdin.write("\n")
                child.stdin.flush()
        try:
            child.wait(moment or 0)
        except subprocess.TimeoutExpired:
            child.kill()


def places():
    """In each step: after the first statement, in the middle, after the last; and at any moment near their ends."""
    first, second, last = accumulate(map(len, STEPS))
    yield from ((number, None) for number in (1, first // 2, first, first + 1, second, second + 2, last))
    chance = random.Random(3)
    yield from ((number, chance.uniform(0, 0.02)) for number in (first, second, last))


@pytest.mark.parametrize(("statements", "moment"), [*places()])
def test_a_kill_in_a_migration_leaves_the_old_ledger_whole(older, tmp_path, statements, moment):
    path = tmp_path / "ledger.db"
    shutil.copy(older, path)
    kill_after(path, statements, moment)
    found = version_of(path)
    if moment is None:
        assert found == 2 + sum(statements > done for done in accumulate(map(len, STEPS[:-1])))
    assert rows_of(path) == rows_of(older)
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == REPORTS
        assert check(ledger) == ()
        assert ledger.add(*made_up(REPORTS))
    assert version_of(path) == schema.VERSION


def test_a_disk_that_fills_up_in_a_migration_leaves_the_old_ledger_whole(older, tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    shutil.copy(older, path)
    with closing(sqlite3.connect(path)) as raw:
        [pages] = raw.execute("PRAGMA page_count").fetchone()
    with monkeypatch.context() as full:
        full.setattr("onrecord.ledger.sqlite.PRAGMAS", (f"max_page_count={pages + 4}",))
        with pytest.raises(LedgerError, match="disk is full"):
            Ledger.open(path)
    assert version_of(path) == 2
    assert rows_of(path) == rows_of(older)
    with Ledger.open(path) as ledger:
        assert check(ledger) == ()
        assert len(ledger.reports()) == REPORTS
