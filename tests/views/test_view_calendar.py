"""Promises as an iCalendar file, read back by the library that others read it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from onrecord.model import Commitment, CommitmentState, CommitmentStep, Frozen, Kind, Quantity, Status, Time, TimeType
from onrecord.views.calendar import render_calendar

from .conftest import fact_of

HOSTILE = "It will; go, soon\\ by\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged\x07\x1b[2J 2031."


def plan_of(words="Northland will close the post.", *, due="2032-01-15", url="https://wire.example/a;b,c?d=1", **more):
    args = {"actor": "Northland", "site": "Hill Post", "action": "closed"}
    time = Time("by then", None, due, TimeType.DEADLINE)
    plan = fact_of(words, Kind.SITE, args=args, status=more.pop("status", Status.PLANNED), time=time, url=url, **more)
    step = CommitmentStep(CommitmentState.OPEN, "2031-03-04", plan.entries[0])
    return Commitment(plan, due, CommitmentState.OPEN, (step,))


def events_of(*promises):
    return list(Calendar.from_ical(render_calendar(promises)).walk("VEVENT"))


def test_a_promise_is_an_event_of_one_day_with_its_sentence_state_and_source():
    promise = plan_of()
    [event] = events_of(promise)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2032, 1, 15), date(2032, 1, 16))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["uid"] == f"{promise.fact.claim.id}@onrecord"
    assert event["summary"] == "… open: Hill Post: closed by Northland"
    assert event["url"] == "https://wire.example/a;b,c?d=1"
    for words in ("Northland will close the post.", "… open", "Valley Wire, 2031-03-04", "Due by 2032-01-15"):
        assert words in event["description"]


@pytest.mark.parametrize(
    ("due", "day", "words"),
    [
        ("2032-02", date(2032, 2, 29), "the month alone: this is its last day"),
        ("2032", date(2032, 12, 31), "the year alone: this is its last day"),
        ("2032-02-03", date(2032, 2, 3), "Due by 2032-02-03"),
    ],
)
def test_a_month_or_a_year_stands_on_its_last_day_and_says_so(due, day, words):
    [event] = events_of(plan_of(due=due))
    assert event.decoded("dtstart") == day
    assert words in event["description"]
    assert ("last day" in event["description"]) is (len(due) < 10)


@pytest.mark.parametrize("due", ["XXXX-01-15", None])
def test_what_has_no_day_has_no_event(due):
    promise = plan_of()
    assert events_of(replace(promise, due=due)) == []


def test_what_may_bear_on_a_promise_is_told_in_its_event():
    near = fact_of("Northland left\nthe post in part.", Kind.SITE, args={"site": "Hill Post", "action": "vacated"})
    [event] = events_of(replace(plan_of(), bearing=near.entries))
    assert "may bear on it, known since 2031-03-04:\n“Northland left the post in part.”" in event["description"]


def test_the_words_of_a_report_stay_text():
    promise = plan_of(HOSTILE, source="A;B\r\nX-EVIL:1", url="https://wire.example/\r\nATTACH:x")
    lines = render_calendar([promise]).split("\r\n")
    assert [line for line in lines if line.startswith(("BEGIN:", "END:", "X-EVIL", "ATTACH", "URL"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert all(len(line.encode()) <= 75 for line in lines)
    [event] = events_of(promise)
    assert "It will; go, soon\\ by END:VEVENT BEGIN:VEVENT SUMMARY:forged⟨U+0007⟩⟨U+001B⟩[2J 2031." in event["description"]
    assert "\x07" not in render_calendar([promise])


def test_the_same_promises_give_the_same_bytes_and_the_stamp_is_the_ledgers():
    promise = plan_of()
    stamped = replace(promise.fact.entries[0].report, added="2026-05-04T12:30:01.25+02:00")
    entry = replace(promise.fact.entries[0], report=stamped)
    promise = replace(
        promise, fact=replace(promise.fact, entries=(entry,)), history=(replace(promise.history[0], entry=entry),)
    )
    assert render_calendar([promise]) == render_calendar([promise])
    [event] = events_of(promise)
    assert event.decoded("dtstamp").isoformat() == "2026-05-04T10:30:01+00:00"
    [unstamped] = events_of(plan_of())
    assert unstamped.decoded("dtstamp").isoformat() == "2031-03-04T00:00:00+00:00"


def test_an_event_stays_one_when_its_promise_changes(promises):
    _, kept = promises
    before = replace(kept, state=CommitmentState.OPEN, history=kept.history[:1], met_by=None, due="2031-07-01")
    [then], [now] = events_of(before), events_of(replace(kept, due="2031-07-01"))
    assert then["uid"] == now["uid"]
    assert (int(then["sequence"]), int(now["sequence"])) == (0, 1)
    assert "Northland closed the Hill Post in June." in now["description"]


def test_what_is_given_up_or_moved_is_cancelled_and_what_hangs_on_a_condition_tentative():
    promise = plan_of()
    newer = fact_of("It will close in May.", Kind.SITE, args={"site": "Hill Post", "action": "closed"}, status=Status.PLANNED)
    dropped = CommitmentStep(CommitmentState.WITHDRAWN, "2031-05-01", newer.entries[0])
    moved = replace(dropped, state=CommitmentState.CHANGED)
    withdrawn = replace(promise, state=CommitmentState.WITHDRAWN, history=(*promise.history, dropped))
    changed = replace(promise, state=CommitmentState.CHANGED, history=(*promise.history, moved), changed_to=newer)
    states = [event["status"] for event in events_of(promise, withdrawn, changed, plan_of(status=Status.CONDITIONAL))]
    assert states == ["CONFIRMED", "CANCELLED", "CANCELLED", "TENTATIVE"]


def test_the_last_day_of_the_calendar_is_a_day_like_others():
    [event] = events_of(plan_of(due="9999"))
    assert event.decoded("dtstart") == date.max


def test_amounts_and_conditions_are_told():
    plan = plan_of()
    claim = replace(plan.fact.claim, quantity=Quantity(value=3, unit="site"), args=Frozen({**plan.fact.claim.args}))
    entry = replace(plan.fact.entries[0], claim=claim)
    told = replace(plan, fact=replace(plan.fact, entries=(entry,)), condition="talks begin; soon")
    [event] = events_of(told)
    assert "3 sites" in event["summary"]
    assert "On condition: talks begin; soon" in event["description"]
