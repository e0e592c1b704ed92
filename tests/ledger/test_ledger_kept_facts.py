"""The facts that a ledger keeps are those that comparing all of its claims gives, whatever came and went in whatever order."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from evals.generated import generate
from sqlalchemy import select, update

from onrecord.errors import LedgerOutdated
from onrecord.ledger import Ledger, check, judge, kept, undo, withdraw
from onrecord.ledger.facts import facts_of, order_of
from onrecord.ledger.filters import Filters
from onrecord.ledger.schema import fact_shelves, meta
from onrecord.model import Act, Entry

BEGUN = datetime(2024, 1, 1, tzinfo=UTC)


def kept_in(ledger: Ledger) -> set[frozenset[str]]:
    groups: dict[int | None, set[str]] = {}
    for entry in ledger.find(Filters()):
        assert entry.fact is not None
        groups.setdefault(entry.fact, set()).add(entry.claim.id)
    return {frozenset(ids) for ids in groups.values()}


def compared(entries: list[Entry]) -> set[frozenset[str]]:
    bare = [replace(entry, fact=None, tied=None, apart=()) for entry in entries]
    return {frozenset(entry.claim.id for entry in fact.entries) for fact in facts_of(bare)}


@pytest.fixture(scope="module")
def found():
    """Reports whose claims are often of the same, as they tell of few actors and places."""
    return list(generate(60, seed=5))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_order_reports_come_in_their_facts_are_those_of_comparing_all(tmp_path, found, seed):
    shuffled = list(found)
    random.Random(seed).shuffle(shuffled)
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        for at, (report, claims) in enumerate(shuffled):
            ledger.add(report, claims, added=BEGUN + timedelta(days=at))
        assert kept_in(ledger) == compared(ledger.find(Filters()))
        assert len(kept_in(ledger)) < len(ledger.find(Filters()))


def test_a_fact_is_named_by_the_claim_that_it_begins_with(tmp_path, found):
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        ledger.add_all(reversed(found))
        first: dict[int | None, list[Entry]] = {}
        for entry in sorted(ledger.find(Filters()), key=order_of):
            first.setdefault(entry.fact, []).append(entry)
        with ledger.reading() as connection:
            rows = connection.exec_driver_sql("SELECT number, id FROM claims").all()
        ids = {row.number: row.id for row in rows}
        assert all(ids[number] == entries[0].claim.id for number, entries in first.items() if number is not None)


def test_claims_that_go_and_come_back_leave_and_join_facts(tmp_path, found):
    chance = random.Random(7)
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        ledger.add_all(found[:40])
        said = []
        for step in range(12):
            claim = chance.choice(ledger.find(Filters())).claim.id
            said.append(judge(ledger, Act.REJECT, [claim], by="B. Reader", at=BEGUN + timedelta(hours=step)))
            assert kept_in(ledger) == compared(ledger.find(Filters()))
        for one in said:
            undo(ledger, one.id, by="B. Reader")
            assert kept_in(ledger) == compared(ledger.find(Filters()))


def test_a_withdrawn_report_leaves_no_shelf_behind(tmp_path, found):
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        ledger.add_all(found[:12])
        for report, _ in found[:12]:
            withdraw(ledger, report.id, why="Asked to.")
            assert kept_in(ledger) == compared(ledger.find(Filters()))
        with ledger.reading() as connection:
            assert connection.execute(select(fact_shelves)).all() == []


def test_facts_joined_by_other_rules_are_joined_anew_when_the_ledger_is_opened_for_writing(tmp_path, found):
    path = tmp_path / "ledger.db"
    with Ledger.create(path) as ledger:
        ledger.add_all(found[:20])
        before = kept_in(ledger)
        with ledger.writing() as connection:
            connection.exec_driver_sql("UPDATE claims SET fact = number")
            connection.execute(update(meta).where(meta.c.key == kept.KEY).values(value="0"))
    with pytest.raises(LedgerOutdated, match="joined by another release"):
        Ledger.open(path, readonly=True)
    with Ledger.open(path) as ledger:
        assert kept_in(ledger) == before


@pytest.mark.parametrize(("harm", "told"), [
    ("UPDATE claims SET fact = NULL WHERE number = 3", "is in no fact"),
    ("UPDATE claims SET fact = 900 WHERE number = 3", "is not there"),
    ("INSERT INTO fact_shelves VALUES (17, 9000)", "1 shelves hold facts that are not there"),
])  # fmt: skip
def test_the_check_tells_of_facts_that_are_not_whole(tmp_path, found, harm, told):
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        ledger.add_all(found[:10])
        assert check(ledger) == ()
        with closing(sqlite3.connect(ledger.path)) as raw:
            raw.execute(harm)
            raw.commit()
        assert any(told in one for one in check(ledger))
