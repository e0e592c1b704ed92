"""Promises and what answers them are found by all who take part and by what is told: few are fetched, and none is missing."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import by, claim_of, on, put, report_of, troops
from sqlalchemy import delete, select, update

from onrecord.errors import LedgerOutdated
from onrecord.ledger import Ledger, check, due, falls_between, footprint, kept_parties
from onrecord.ledger.schema import claim_parties, meta
from onrecord.ledger.targets import overlap
from onrecord.ledger.whole_parties import own_keys, sought_keys
from onrecord.model import Claim, Kind, Quantity, Stage, Status

NAMES = st.sampled_from(["Northland", "Southland", "Eastland", "the Westland Army", "Westland Army"])
PARTIES = st.lists(NAMES, max_size=4, unique=True).map(tuple)
WORDS = (
    "It is told in dispatch {}.",
    "The pullout was put off, says dispatch {}.",
    "It has now sent only some of them, says dispatch {}.",
    "All troops left, says dispatch {}.",
    "It has cancelled the plan, says dispatch {}.",
    "Another group follows, says dispatch {}.",
)
ACTORS, PLACES = ("Northland", "Southland"), ("Mali", "Chad")


def agreement(*parties: str) -> Claim:
    report = report_of("They agreed.")
    args = {"parties": parties if len(parties) > 1 else "".join(parties), "type": "agreement", "action": "signed"}
    return claim_of(report, Kind.AGREEMENT, {name: value for name, value in args.items() if value})


@given(PARTIES, PARTIES)
def test_claims_of_the_same_parties_always_meet(one, other):
    promised, made = agreement(*one), agreement(*other)
    if overlap("parties", promised, made):
        assert own_keys(made, ahead=False) & sought_keys(promised, ahead=False)
        assert own_keys(promised, ahead=True) & sought_keys(made, ahead=True)
    assert own_keys(made, ahead=True).isdisjoint(own_keys(made, ahead=False))


@pytest.mark.parametrize(("made", "kept"), [
    (("Northland", "Southland"), True),
    (("Southland", "Northland", "Eastland"), True),
    (("Northland", "Eastland"), False),
    (("Northland",), True),
])  # fmt: skip
def test_an_agreement_with_somebody_else_is_not_the_one_that_was_promised(ledger, made, kept):
    args = {"type": "agreement", "action": "signed"}
    put(ledger, "a", Kind.AGREEMENT, {"parties": ("Northland", "Southland"), **args}, published="2020-01-01",
        status=Status.PLANNED, time=by("2020-06-30"))  # fmt: skip
    parties = made if len(made) > 1 else made[0]
    put(ledger, "b", Kind.AGREEMENT, {"parties": parties, **args}, published="2020-06-02", time=on("2020-06-01"))
    for asked in ({}, {"since": "2020-06-01", "until": "2020-06-30"}):
        [one] = due(ledger, actor="Northland", **asked)
        assert (one.state.value == "met") is kept


@pytest.mark.parametrize(("words", "promised", "kept"), [
    ("Northland signed the agreement.", ("Northland", "Southland"), True),
    ("Northland signed an agreement.", ("Northland", "Southland"), False),
    ("Northland signs deal.", ("Northland", "Southland"), True),
    ("Northland has signed another peace deal.", ("Northland", "Southland"), False),
    ("Northland signed an agreement.", "Northland", True),
])  # fmt: skip
def test_some_agreement_or_other_of_one_of_them_is_not_the_one_that_two_promised(ledger, words, promised, kept):
    args = {"type": "agreement", "action": "signed"}
    put(ledger, "a", Kind.AGREEMENT, {"parties": promised, **args}, published="2020-01-01", status=Status.PLANNED,
        time=by("2020-06-30"))  # fmt: skip
    report = report_of(words, id="b", published="2020-06-02")
    ledger.add(report, [claim_of(report, Kind.AGREEMENT, {"parties": "Northland", **args}, time=on("2020-06-01"))])
    for asked in ({}, {"since": "2020-06-01", "until": "2020-06-30"}):
        [one] = due(ledger, actor="Northland", **asked)
        assert (one.state.value == "met") is kept


@pytest.mark.parametrize(("more", "kept"), [
    ({}, True),
    ({"place": "Chad"}, False),
    ({"perpetrator": "Southland"}, False),
])  # fmt: skip
def test_civilians_killed_by_others_or_elsewhere_keep_no_threat(ledger, more, kept):
    args = {"victims": "civilians", "outcome": "killed", "perpetrator": "Northland", "place": "Mali"}
    told = {"quantity": Quantity(value=12, unit="person")}
    put(ledger, "a", Kind.CASUALTIES, args, published="2020-01-01", status=Status.CONDITIONAL, time=by("2020-06-30"), **told)
    put(ledger, "b", Kind.CASUALTIES, {**args, **more}, published="2020-06-02", time=on("2020-06-01"), **told)
    for asked in ({}, {"since": "2020-06-01", "until": "2020-06-30"}):
        [one] = due(ledger, actor="Northland", **asked)
        assert (one.state.value == "met") is kept


def tell(ledger: Ledger, chance: random.Random, number: int) -> None:
    """Add a report that says something by chance of one of few: so much of it answers, moves or may be taken for something else."""
    words = chance.choice(WORDS).format(number)
    day = f"20{chance.choice(['19', '20', '20', '21', '23'])}-{chance.randint(1, 12):02}-{chance.choice(['05', '20', '28'])}"
    report = report_of(words, id=f"r{number}", published=day, outlet=f"Outlet {number % 5}")
    kind = chance.choice([Kind.FORCE_CHANGE, Kind.FORCE_CHANGE, Kind.FORCE_LEVEL, Kind.ASSISTANCE])
    amount = chance.choice([500, 500, 800, 1000, 3000])
    ledger.add(report, [_claim(report, kind, amount, chance)])


def _claim(report, kind, amount, chance):
    status = chance.choice([Status.PLANNED, Status.PLANNED, Status.CONDITIONAL, Status.ACTUAL, Status.ACTUAL, Status.DENIED])
    ahead = status in (Status.PLANNED, Status.CONDITIONAL)
    stage = chance.choice([None, None, Stage.PROPOSED]) if ahead else None
    dates = ["2020-06-30", "2020-12-31", "2021-01-15", "2021"]
    time = chance.choice(
        [None, by(chance.choice(dates)), by(chance.choice(dates))] if ahead else [None, on(chance.choice(dates))]
    )
    if kind is Kind.ASSISTANCE:
        args = {"donor": chance.choice(ACTORS), "recipient": chance.choice(PLACES), "action": "pledged" if ahead else "provided",
                "goods": "trucks"}  # fmt: skip
        return claim_of(
            report, kind, args, quantity=Quantity(value=amount / 100, unit="truck"), time=time, status=status, stage=stage
        )
    args = {"actor": chance.choice(ACTORS), "place": chance.choice(PLACES)}
    if chance.random() < 0.1:
        del args["place"]
    if kind is Kind.FORCE_LEVEL:
        return claim_of(report, kind, args, quantity=troops(amount), time=time, status=status, stage=stage)
    args |= {"direction": chance.choice(["decrease", "decrease", "increase"]), "what": "troops"}
    quantity = chance.choice([None, troops(delta=amount), troops(to=amount), troops(start=3000, to=amount)])
    return claim_of(report, kind, args, quantity=quantity, time=time, status=status, stage=stage)


@pytest.mark.parametrize("seed", range(16))
def test_a_window_is_that_part_of_the_whole_where_much_may_be_taken_for_something_else(tmp_path, seed):
    chance = random.Random(seed)
    with Ledger.create(tmp_path / "l.db") as ledger:
        for number in range(70):
            tell(ledger, chance, number)
        for asked in (
            {"actor": "Northland"},
            {"place": "Mali"},
            {"actor": "Southland", "place": "Chad", "known": "2020-12-31"},
        ):
            whole = due(ledger, **asked)
            for first, last in (("2020-06-01", "2020-06-30"), ("2020-12-15", "2021-01-31"), (None, "2020-12-31")):
                part = [one for one in whole if falls_between(one.due, first, last)]
                assert list(due(ledger, **asked, since=first, until=last)) == part


def test_parties_kept_by_other_rules_are_kept_anew_when_the_ledger_is_opened_for_writing(tmp_path):
    path = tmp_path / "ledger.db"
    with Ledger.create(path) as ledger:
        for number in range(20):
            tell(ledger, random.Random(number), number)
        with ledger.writing() as connection:
            before = connection.execute(select(claim_parties)).all()
            connection.execute(delete(claim_parties))
            connection.execute(update(meta).where(meta.c.key == kept_parties.KEY).values(value="0"))
    with pytest.raises(LedgerOutdated, match="another release"):
        Ledger.open(path, readonly=True)
    with Ledger.open(path) as ledger, ledger.reading() as connection:
        assert len(before) > 10
        assert connection.execute(select(claim_parties)).all() == before


@pytest.mark.parametrize("harm", [
    "DELETE FROM claim_parties WHERE claim = 1",
    "UPDATE claim_parties SET tells = 'ffffffff' WHERE claim = 1",
    "UPDATE claim_parties SET known_day = '2031-01-01' WHERE claim = 1",
])  # fmt: skip
def test_the_check_tells_of_parties_that_are_not_those_of_the_claim(ledger, harm):
    put(ledger, "a", Kind.FORCE_LEVEL, {"actor": "Northland", "place": "Mali"}, quantity=troops(500))
    assert check(ledger) == ()
    with closing(sqlite3.connect(ledger.path)) as raw:
        raw.execute(harm)
        raw.commit()
    assert any("the parties by which promises find claim" in told for told in check(ledger))


def test_a_window_knows_of_rivals_that_it_does_not_show(ledger):
    """Somewhat more went than was to go: of two promises, nobody can tell which of them that keeps."""
    args = {"actor": "Northland", "place": "Mali", "direction": "decrease", "what": "troops"}
    put(ledger, "a", Kind.FORCE_CHANGE, args, published="2020-01-01", status=Status.PLANNED, quantity=troops(delta=500),
        time=by("2020-06-30"))  # fmt: skip
    put(ledger, "c", Kind.FORCE_CHANGE, args, published="2020-05-02", quantity=troops(delta=600), time=on("2020-05-01"))
    window = {"actor": "Northland", "since": "2020-06-01", "until": "2020-06-30"}
    assert [one.state.value for one in due(ledger, **window)] == ["met"]
    put(ledger, "b", Kind.FORCE_CHANGE, args, published="2020-02-01", status=Status.PLANNED, quantity=troops(delta=1500),
        time=by("2021-12-31"))  # fmt: skip
    assert [one.state.value for one in due(ledger, **window)] == ["open"]
    promises = footprint(ledger, "Northland", place="Mali", on="2020-06-01").promises
    assert [one.state.value for one in promises] == ["open", "open"]
