"""Promises as an iCalendar file (RFC 5545): one event on the day on which each falls due. The library escapes and folds the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from onrecord.model import Commitment, CommitmentState, Entry, Status, last_day
from onrecord.views.harmless import one_line, web_address
from onrecord.views.phrases import what_words
from onrecord.views.promised import also_words, remarks_of, state_words, step_words
from onrecord.views.wording import quantity_words, source_words, status_words

MAKER = "-//OnRecord//Promises//EN"
PRECISIONS = {4: "year", 7: "month"}


def render_calendar(promises: Iterable[Commitment], *, name: str = "Promises on record") -> str:
    """The promises that fall due on a day as one calendar; the same promises give the same bytes.

    What is due in a month or year stands on its last day, and says so. What has no day, or none with a year, has no event.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", one_line(name))
    for promise in promises:
        if promise.due is not None and (day := last_day(promise.due)):
            calendar.add_component(_event(promise, promise.due, day))
    return str(calendar.to_ical(), "utf-8")


def _event(promise: Commitment, due: str, day: date) -> Event:
    """An all-day event. Its UID is that of the claim that promised first, so that a calendar that has it keeps one event."""
    first, last = promise.history[0].entry, promise.history[-1].entry
    event = Event()
    event.add("uid", f"{first.claim.id}@onrecord")
    event.add("dtstamp", _stamp(last, promise.history[-1].known))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", _summary(promise))
    event.add("description", "\n".join(_description(promise, due)))
    event.add("sequence", len(promise.history) - 1)
    event.add("status", _status(promise))
    event.add("transp", "TRANSPARENT")
    if url := web_address(promise.fact.report.url):
        event.add("url", url)
    return event


def _summary(promise: Commitment) -> str:
    """The state, what is promised, and how much of it."""
    claim = promise.fact.claim
    amount = f", {quantity_words(claim.quantity)}" if claim.quantity is not None else ""
    return one_line(f"{state_words(promise.state)}: {what_words(claim)}{amount}")


def _description(promise: Commitment, due: str) -> Iterator[str]:
    """Line by line: when it is due, who says so in which words, and each change with its own."""
    claim = promise.fact.claim
    span = PRECISIONS.get(len(due))
    yield f"Due by {due}" + (f" (the reports give the {span} alone: this is its last day)" if span else "")
    yield f"State: {state_words(promise.state)}; {status_words(claim.status, claim.stage)}"
    if promise.condition:
        yield one_line(f"On condition: {promise.condition}")
    yield from _said(promise.fact.entries[0])
    if also := also_words(promise):
        yield also
    for step in promise.history[1:]:
        yield step_words(promise, step)
        yield from _said(step.entry)
    for words, fact in remarks_of(promise):
        yield one_line(words)
        yield from _said(fact.entries[0])


def _said(entry: Entry) -> Iterator[str]:
    citing = f", citing {entry.claim.source}" if entry.claim.source else ""
    yield one_line(f"“{entry.words}”")
    address = f", {entry.report.url}" if web_address(entry.report.url) else ""
    yield one_line(f"{source_words(entry.report)}{citing}{address}")


def _status(promise: Commitment) -> str:
    if promise.state in (CommitmentState.WITHDRAWN, CommitmentState.CHANGED):
        return "CANCELLED"
    return "TENTATIVE" if promise.fact.claim.status is Status.CONDITIONAL else "CONFIRMED"


def _stamp(entry: Entry, known: str) -> datetime:
    """When the ledger took in what the event says last; never the clock of whoever makes the file."""
    moment = datetime.fromisoformat(entry.report.added or f"{known}T00:00:00+00:00")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
