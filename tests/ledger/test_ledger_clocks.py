"""Two clocks on everything: what a ledger answers for a day is what it answered on that day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import by, claim_of, on, report_of, troops

from onrecord.errors import UnknownName
from onrecord.ledger import Ledger, assistance, disputes, due, footprint, levels, sites, speakers, timeline
from onrecord.model import Fact, Kind, Quantity, Status
from onrecord.views.answer_json import answer_to_json

BEGIN = datetime(2021, 1, 1, 8, tzinfo=UTC)
DAYS = [f"2020-0{month}-1{day}" for month in range(1, 5) for day in (0, 5)]
KINDS = st.sampled_from(["level", "loss", "cut", "plan", "denied plan", "site", "said"])
HELD = st.sampled_from(
    ["closed", "opened", "handed", "seized", "left", "not closed", "to close", "gift", "pledge", "asked", "no gift"]
)
PUBLISHED = st.sampled_from([*DAYS, "2020-03", "2020"])
REPORTS, OF_HOLDINGS = (
    st.lists(st.tuples(kinds, st.sampled_from([2500, 3000, 5200]), st.sampled_from(DAYS), PUBLISHED), min_size=1, max_size=most)
    for kinds, most in ((KINDS, 7), (HELD, 9))
)
QUIET = [HealthCheck.too_slow]


def told(number, kind, size, day, published):
    """A report of one claim by an invented force, and the claim."""
    words = f"Dispatch {number}: {kind} of {size} on {day}."
    report = report_of(words, id=f"r{number}", published=published, outlet=f"Outlet {number % 3}")
    args = {"actor": "Northland", "place": "Green Valley"}
    match kind:
        case "level":
            return report, claim_of(report, Kind.FORCE_LEVEL, args, quantity=troops(size), time=on(day))
        case "cut":
            made = Quantity(to=size, unit="personnel")
            return report, claim_of(report, Kind.FORCE_CHANGE, args | {"direction": "decrease"}, quantity=made, time=on(day))
        case "loss":
            lost = troops(delta=size // 10)
            return report, claim_of(report, Kind.FORCE_CHANGE, args | {"direction": "decrease"}, quantity=lost, time=on(day))
        case "plan" | "denied plan":
            status = Status.PLANNED if kind == "plan" else Status.DENIED
            return report, claim_of(report, Kind.FORCE_LEVEL, args, quantity=troops(size), time=by(day), status=status)
        case "site":
            return report, claim_of(
                report, Kind.SITE, {"site": "Fort Elm", "action": "closed", "actor": "Northland"}, time=on(day)
            )
        case "gift" | "pledge" | "asked" | "no gift":
            action = {"pledge": "pledged", "asked": "requested"}.get(kind, "provided")
            given = {"donor": "Northland", "recipient": "Southland", "action": action}
            status = {"pledge": Status.PLANNED, "no gift": Status.DENIED}.get(kind, Status.ACTUAL)
            sum_ = Quantity(value=size * 1000, unit="USD")
            return report, claim_of(
                report, Kind.ASSISTANCE, given, quantity=sum_, time=on(day) if number % 3 else None, status=status
            )
        case "closed" | "opened" | "handed" | "seized" | "left" | "not closed" | "to close":
            return report, site_claim(report, number, kind, size, day)
        case _:
            spoken = args | {"direction": "increase"}
            return report, claim_of(report, Kind.FORCE_CHANGE, spoken, source="Ann Voice")


def site_claim(report, number, kind, size, day):
    """What was done with a post in the valley; the size says by whom or to whom, and one in three gives no day."""
    done = {"handed": "handed_over", "left": "vacated", "not closed": "closed", "to close": "closed"}.get(kind, kind)
    party = {2500: "Northland", 3000: "Southland", 5200: "Westland"}[size]
    args = {"site": ("Fort Elm", "base at Fort Elm")[number % 2], "place": "Green Valley", "action": done}
    args |= {"actor": "Northland", "recipient": party} if kind == "handed" else {"actor": party}
    status = {"not closed": Status.DENIED, "to close": Status.PLANNED}.get(kind, Status.ACTUAL)
    time = by(day) if kind == "to close" else on(day) if number % 3 else None
    return claim_of(report, Kind.SITE, args, time=time, status=status)


def answers(ledger, **clock):
    """What every question answers, as JSON; of reports that an answer does not know, nothing."""

    def asked(question, *args, **more):
        try:
            return without_later(answer_to_json(question(ledger, *args, **more, **clock)))
        except UnknownName:
            return None

    return {
        "levels": emptied(asked(levels, "Northland", place="Green Valley")),
        "timeline": asked(timeline),
        "due": asked(due),
        "footprint": emptied(asked(footprint, "Northland", place="Green Valley", on="2020-03-01")),
        "speakers": asked(speakers),
        "sites": emptied(asked(sites, place="Green Valley", on="2020-04-20")),
        "assistance": emptied(asked(assistance)),
        "disputes": asked(disputes),
        "disputes of one": asked(disputes, actor="Northland") or [],
        "claims": [entry.claim.id for entry in ledger.claims(**clock)],
    }


def emptied(answer):
    """An answer about somebody of whom nothing was known yet is the same as not knowing the name."""
    if answer is None:
        return None
    lists = [value for value in answer.values() if isinstance(value, list) and value]
    return answer if [one for one in lists if one and not isinstance(one[0], str)] else None


def without_later(answer):
    """An answer without the moments at which this ledger took reports in."""
    if isinstance(answer, dict):
        return {name: without_later(value) for name, value in answer.items() if name not in ("added", "known")}
    return [without_later(value) for value in answer] if isinstance(answer, list) else answer


def expect_as_it_was(rows, folder):
    """What the ledger answers for the day on which each report was added is what it answered then."""
    with Ledger.create(folder / "l.db") as ledger:
        seen = []
        for number, row in enumerate(rows):
            report, claim = told(number, *row)
            ledger.add(report, [claim], added=BEGIN + timedelta(days=number))
            seen.append(answers(ledger))
        for number, then in enumerate(seen):
            assert answers(ledger, added=(BEGIN + timedelta(days=number)).date()) == then


def expect_as_if_nothing_came_later(rows, folder):
    """What the ledger answers as known on a day is what one answers that has only the reports published by then."""
    made = [told(number, *row) for number, row in enumerate(rows)]
    with Ledger.create(folder / "all.db") as whole:
        for report, claim in made:
            whole.add(report, [claim], added=BEGIN)
        for day in ("2020-01-10", "2020-02-28", "2020-03-31", "2020-04-15", "2020-12-31"):
            with Ledger.create(folder / f"{day}.db") as part:
                for report, claim in made:
                    if whole_day(report.published) <= day:
                        part.add(report, [claim], added=BEGIN)
                assert answers(whole, known=day) == answers(part, known=day)


@settings(max_examples=8, deadline=None, suppress_health_check=QUIET)
@given(rows=REPORTS)
def test_as_added_by_a_day_is_what_the_ledger_answered_then(rows, tmp_path_factory):
    expect_as_it_was(rows, tmp_path_factory.mktemp("l"))


@settings(max_examples=8, deadline=None, suppress_health_check=QUIET)
@given(rows=OF_HOLDINGS)
def test_as_added_by_a_day_sites_and_gifts_are_what_the_ledger_answered_then(rows, tmp_path_factory):
    expect_as_it_was(rows, tmp_path_factory.mktemp("l"))


@settings(max_examples=8, deadline=None, suppress_health_check=QUIET)
@given(rows=REPORTS)
def test_as_known_on_a_day_is_what_a_ledger_answers_that_was_given_no_later_report(rows, tmp_path_factory):
    expect_as_if_nothing_came_later(rows, tmp_path_factory.mktemp("l"))


@settings(max_examples=8, deadline=None, suppress_health_check=QUIET)
@given(rows=OF_HOLDINGS)
def test_as_known_on_a_day_sites_and_gifts_are_what_a_ledger_answers_that_was_given_no_later_report(rows, tmp_path_factory):
    expect_as_if_nothing_came_later(rows, tmp_path_factory.mktemp("l"))


def whole_day(published: str) -> str:
    """The last day that a date can mean."""
    return {"2020-03": "2020-03-31", "2020": "2020-12-31"}.get(published, published)


def test_the_answers_of_this_test_are_not_empty(ledger):
    for number, kind in enumerate(["level", "plan", "site", "said", "handed", "gift"]):
        report, claim = told(number, kind, 3000, "2020-01-10", "2020-01-15")
        ledger.add(report, [claim])
    report, claim = told(7, "handed", 5200, "2020-01-10", "2020-01-15")
    ledger.add(report, [claim])
    found = answers(ledger)
    assert all(found.values())
    assert all(isinstance(fact, Fact) for fact in timeline(ledger))


def test_what_is_worked_out_is_what_was_worked_out_by_then_on_either_clock(tmp_path):
    rows = [("level", 5200, "2020-01-10", "2020-01-15"), ("loss", 2500, "2020-03-10", "2020-03-15"),
            ("loss", 3000, "2020-04-10", "2020-04-15"), ("level", 3000, "2020-02-10", "2020-04-15")]  # fmt: skip
    worked_out = [[], [4950], [4950, 4650], [2750, 2450]]  # what became known last takes the place of the base
    with Ledger.create(tmp_path / "l.db") as ledger:
        for number, row in enumerate(rows):
            report, claim = told(number, *row)
            ledger.add(report, [claim], added=BEGIN + timedelta(days=number))
            assert [level.value for level in levels(ledger, "Northland", place="Green Valley").derived] == worked_out[number]
        for number, values in enumerate(worked_out):
            found = levels(ledger, "Northland", place="Green Valley", added=(BEGIN + timedelta(days=number)).date()).derived
            assert [level.value for level in found] == values
        for day, values in (("2020-03-14", []), ("2020-03-15", [4950]), ("2020-04-15", [2750, 2450])):
            found = levels(ledger, "Northland", place="Green Valley", known=day).derived
            assert [level.value for level in found] == values
            assert all(level.known <= day for level in found)
