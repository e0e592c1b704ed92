"""Which claims wait for an analyst, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ledger import Ledger, judge, undo, waiting
from onrecord.model import Act, Claim, Frozen, Kind, Quantity, Report, Span

TEXT = "Northland has 5,200 soldiers in Green Valley. Rockets hit Mill Camp."
LEVEL = Claim(
    "r1", Kind.FORCE_LEVEL, Span(0, 45), args=Frozen({"actor": "Northland"}), quantity=Quantity(value=5200), confidence=0.9
)
ATTACK = Claim("r1", Kind.ATTACK, Span(46, 68), args=Frozen({"target": "Mill Camp"}), confidence=0.2)
UNSURE = replace(LEVEL, doc="r2", confidence=None)


@pytest.fixture
def book(tmp_path):
    with Ledger.create(tmp_path / "l.db") as made:
        made.add(Report("r1", TEXT, published="2031-03-04"), [LEVEL, ATTACK])
        made.add(Report("r2", TEXT + " So it was.", published="2031-03-05"), [UNSURE])
        yield made


def ids(found):
    return [entry.claim.id for entry in found.entries]


def test_the_least_certain_waits_first(book):
    assert ids(waiting(book)) == [UNSURE.id, ATTACK.id, LEVEL.id]
    assert ids(waiting(book, kind="attack")) == [ATTACK.id]
    assert ids(waiting(book, report="r1")) == [ATTACK.id, LEVEL.id]


@pytest.mark.parametrize("act", [Act.ACCEPT, Act.REJECT])
def test_what_was_ruled_on_waits_no_longer_until_that_is_undone(book, act):
    judge(book, act, [ATTACK.id], by="Anna")
    left = waiting(book)
    assert ids(left) == [UNSURE.id, LEVEL.id]
    assert left.left == 2
    undo(book, "last", by="Anna")
    assert ids(waiting(book))[1] == ATTACK.id


def test_a_comment_leaves_a_claim_waiting(book):
    judge(book, Act.COMMENT, [ATTACK.id], by="Anna", why="Which camp?")
    assert ATTACK.id in ids(waiting(book))


def test_a_second_analyst_has_a_queue_of_his_own(book):
    judge(book, Act.ACCEPT, [ATTACK.id], by="Anna")
    assert ids(waiting(book, by="Anna")) == [UNSURE.id, LEVEL.id]
    second = waiting(book, by="Ben")
    assert (ids(second), second.left, second.total) == ([UNSURE.id, ATTACK.id, LEVEL.id], 3, 3)
