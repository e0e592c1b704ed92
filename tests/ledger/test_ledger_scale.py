"""In a ledger with very many claims an answer is made of few of them: the same few that the whole answer begins with."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from evals.generated import generate
from made import US_IN_IRAQ, level, on, put
from sqlalchemy import select, update

from onrecord.ledger import Filters, Ledger, check, footprint, timeline
from onrecord.ledger.nearest import LATELY
from onrecord.ledger.schema import claim_keys, claims
from onrecord.model import Kind, Status, claim_from_json, claim_to_json, last_day


@pytest.fixture(scope="module")
def great(tmp_path_factory):
    with Ledger.create(tmp_path_factory.mktemp("great") / "ledger.db") as book:
        assert book.add_all(generate(60)) == 60
        assert book.add_all(generate(60)) == 0
        yield book


@pytest.fixture(scope="module")
def whole(great):
    return great.claims()


def names(entries, arg):
    return sorted({value for entry in entries if isinstance(value := entry.claim.args.get(arg), str)})


def test_reports_added_together_are_added_as_one_by_one(great, whole, tmp_path):
    with Ledger.create(tmp_path / "one.db") as book:
        for report, found in generate(60):
            book.add(report, found)
        key = [(entry.claim, entry.words, entry.report.id) for entry in book.claims()]
    # What has no date is known from the day on which it was added, which is the same for both here.
    assert key == [(entry.claim, entry.words, entry.report.id) for entry in whole]
    assert check(great) == ()


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_a_page_of_claims_is_what_all_claims_begin_with(great, whole, limit):
    for actor in names(whole, "actor")[:8]:
        assert great.claims(actor=actor, limit=limit) == great.claims(actor=actor)[:limit]
    for place in names(whole, "place")[:8]:
        found = great.find(Filters(place=place, kinds=(Kind.ATTACK, Kind.CASUALTIES), statuses=(Status.ACTUAL,)))
        asked = Filters(place=place, kinds=(Kind.ATTACK, Kind.CASUALTIES), statuses=(Status.ACTUAL,), limit=limit)
        assert great.find(asked) == found[:limit]
    assert great.claims(limit=limit) == whole[:limit]


@pytest.mark.parametrize("words", ["attack", "the of", '"of the"', "nowhere"])
@pytest.mark.parametrize("common", [0, 4000])
def test_words_that_many_claims_have_are_found_in_the_same_order(great, words, common, monkeypatch):
    monkeypatch.setattr("onrecord.ledger.search.COMMON", common)
    for known in (None, "2013-06-30"):
        assert great.claims(text=words, limit=5, known=known) == great.claims(text=words, known=known)[:5]


def test_a_page_of_the_timeline_tells_what_comes_first(great, whole, monkeypatch):
    monkeypatch.setattr(import_module("onrecord.ledger.timeline"), "MANY", 3)
    for place in names(whole, "place")[:12]:
        page, every = timeline(great, place=place, limit=4), timeline(great, place=place)
        told = {entry for fact in every for entry in fact.entries}
        assert len(page) == min(4, len(every))
        assert all(entry in told for fact in page for entry in fact.entries)
        assert page[0].claim.id == every[0].claim.id


@pytest.fixture
def crowded(monkeypatch):
    """Any footprint is of too much."""
    nearest = import_module("onrecord.ledger.nearest")
    monkeypatch.setattr(nearest, "MANY", 10)
    monkeypatch.setattr(nearest, "SHOWN", 2)
    monkeypatch.setattr(nearest, "AWAITED", 5)


ON = "2016-07-01"


def test_a_footprint_of_too_much_says_what_it_shows(great, request):
    plain = footprint(great, "United States", on=ON)
    assert not any("much more" in note for note in plain.notes)
    request.getfixturevalue("crowded")
    bounded = footprint(great, "United States", on=ON)
    assert any("much more" in note for note in bounded.notes)
    assert (
        0
        < len(bounded.attacks) + len(bounded.assistance) + len(bounded.changes)
        < len((*plain.attacks, *plain.assistance, *plain.changes))
    )
    for part in ("attacks", "changes", "sites", "assistance"):
        assert set(getattr(bounded, part)) <= set(getattr(plain, part))


def test_a_footprint_of_too_much_still_has_every_level_that_holds_and_what_falls_due_next(great, request):
    days = [f"{year}-{month}" for year in range(2012, 2020) for month in ("01-01", "07-01")]
    asked = [(actor, day) for actor in ("United States", "Russia", "Turkey") for day in days]
    plain = {one: footprint(great, one[0], on=one[1]) for one in asked}
    request.getfixturevalue("crowded")
    looked = 0
    for (actor, day), whole in plain.items():
        since = (date.fromisoformat(day) - LATELY).isoformat()
        falls = [one for one in whole.promises if one.due and (last_day(one.due) or date.min).isoformat() >= since]
        bounded = footprint(great, actor, on=day)
        assert (bounded.forces, bounded.parts) == (whole.forces, whole.parts)
        told = {one.fact.claim: one.state for one in falls}
        assert all(told[one.fact.claim] is one.state for one in bounded.promises if one.fact.claim in told)
        assert {one.fact.claim for one in falls} <= {one.fact.claim for one in bounded.promises}
        looked += bool(falls and (whole.forces or whole.last_stated or whole.parts))
    assert looked


def test_many_attacks_leave_room_for_the_sites_and_gifts_of_a_footprint(tmp_path, request):
    request.getfixturevalue("crowded")
    with Ledger.create(tmp_path / "ledger.db") as book:
        put(book, "site", Kind.SITE, {"site": "Camp Elm", "actor": "United States", "place": "Iraq", "action": "opened"},
            published="2015-04-01")  # fmt: skip
        for day in range(1, 29):
            args = {"attacker": "United States", "target": f"post {day}", "place": "Iraq"}
            put(book, f"a{day}", Kind.ATTACK, args, published=f"2020-05-{day:02}", time=on(f"2020-05-{day:02}"))
        told = footprint(book, "United States", place="Iraq", on="2020-06-01")
        assert [fact.claim.arg("site") for fact in told.sites] == ["Camp Elm"]
        assert len(told.attacks) == 2
        assert any("attacks from 2020-05-27" in note for note in told.notes)
        assert not any("365 days" in note or "sites from" in note for note in told.notes)


def test_a_window_may_begin_with_the_first_of_all_days(great):
    assert timeline(great, actor="United States", since="0001-01-01") == timeline(great, actor="United States", since="1900")


def test_a_footprint_of_too_much_never_takes_an_old_level_for_unknown(tmp_path, request):
    request.getfixturevalue("crowded")
    with Ledger.create(tmp_path / "ledger.db") as book:
        level(book, "old", 900, published="2017-03-01")
        level(book, "site", 40, published="2020-05-01", args={**US_IN_IRAQ, "site": "Camp Elm"})
        for day in range(1, 13):
            post = {"actor": "United States", "place": "Iraq", "site": f"Post {day}"}
            level(book, f"s{day}", day, published=f"2020-05-{day:02}", args=post)
        told = footprint(book, "United States", place="Iraq", on="2020-06-01")
    assert any("much more" in note for note in told.notes)
    assert [point.value for point in told.last_stated] == [900]
    assert 40 in {point.value for point in told.parts}


def test_what_keys_repeat_is_what_the_claim_says(great):
    same = ("kind", "status", "first_day", "last_day", "known_day")
    with great.reading() as connection:
        rows = connection.execute(
            select(*(claim_keys.c[name] for name in same), *(claims.c[name].label(f"own_{name}") for name in same)).join(claims)
        ).all()
    assert rows
    assert all(tuple(row[:5]) == tuple(row[5:]) for row in rows)


def test_a_key_that_says_other_than_its_claim_is_told_by_check(tmp_path):
    with Ledger.create(tmp_path / "ledger.db") as book:
        book.add_all(generate(2))
        with book.writing() as connection:
            connection.execute(update(claim_keys).where(claim_keys.c.claim == 1).values(known_day="1999-01-01"))
        assert any("keys" in said for said in check(book))


def test_what_is_made_later_is_what_would_be_made_now():
    for _, found in generate(5):
        for claim in found:
            line = claim_to_json(claim, own=True)
            later = claim_from_json(line, later=True)
            assert later == claim
            assert hash(later) == hash(claim)
            assert claim_to_json(later, own=True) == line
