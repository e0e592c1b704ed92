"""Sites: who held them, what was done with them when, and what stays unknown."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import by, claim_of, on, report_of
from made_holdings import site

from onrecord.ledger import facts_of, sites
from onrecord.ledger.site_names import is_named
from onrecord.ledger.sites import counts_of, histories_of
from onrecord.model import Kind, Location, Quantity, Status, Time, TimeType


def histories(*entries, day="2031-12-31"):
    return histories_of(facts_of(entries), on=date.fromisoformat(day))


def holding(*entries, day):
    [one] = histories(*entries, day=day)
    return one.holding


def days_of(state):
    return [(day.start, day.end, day.dated_by) for day in state.days]


HANDED = site("handed_over", actor="Northland", to="Vale Army", time=on("2031-03-26"), published="2031-03-27")
OPENED = site("opened", actor="Northland", time=on("2025-05"), published="2025-06-01")
LEFT = site("vacated", actor="Vale Army", time=on("2031-09-10"), published="2031-09-11")
SEIZED = site("seized", actor="Southland", time=on("2031-10-01"), published="2031-10-02")
CLOSED = site("closed", actor="Southland", time=on("2031-11-01"), published="2031-11-02")
ALL = (OPENED, HANDED, LEFT, SEIZED, CLOSED)


@pytest.mark.parametrize(
    ("day", "state", "holder", "since"),
    [
        ("2024-01-01", "unknown", None, None),
        ("2025-05-15", "unknown", None, None),  # opened at some time in May
        ("2025-06-01", "opened", "Northland", "2025-05"),
        ("2031-03-25", "opened", "Northland", "2025-05"),
        ("2031-03-26", "handed_over", "Vale Army", "2031-03-26"),
        ("2031-09-12", "vacated", None, "2031-09-10"),
        ("2031-10-01", "seized", "Southland", "2031-10-01"),
        ("2031-12-31", "closed", "Southland", "2031-11-01"),
    ],
)
def test_the_holder_of_a_day_is_whom_the_last_act_before_it_gave_the_site(day, state, holder, since):
    found = holding(*ALL, day=day)
    assert (found.state, found.holder, found.since) == (state, holder, since)
    assert bool(found.holder) is not bool(found.why)


def test_a_handover_tells_who_had_it_before_but_not_since_when():
    found = holding(HANDED, day="2031-03-01")
    assert (found.state, found.holder) == ("unknown", None)
    assert "Northland" in found.why
    assert "2031-03-26" in found.why


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (site("handed_over", actor="Northland", time=on("2031-03-26")), "nobody said to whom"),
        (site("vacated", actor="Northland", time=on("2031-03-26")), "nobody said who came after"),
        (site("seized", time=on("2031-03-26")), "nobody said by whom"),
        (site("closed", actor="Northland", time=on("2031-03-26")), "nobody said who held it"),
    ],
)
def test_where_nobody_said_who_holds_it_the_holder_is_unknown(entry, why):
    found = holding(entry, day="2031-05-01")
    assert found.holder is None
    assert why in found.why


def test_what_a_report_without_a_date_says_is_told_though_nobody_said_when():
    found = holding(site("handed_over", actor="Northland", to="Vale", published=None), day="2031-12-31")
    assert (found.holder, found.state) == (None, "unknown")
    assert found.why == "handed over, as a report without a date says; nobody said when"
    assert len(found.by) == 1


def test_others_who_leave_take_nothing_from_the_holder():
    gone = site("vacated", actor="Southland", time=on("2031-04-02"), published="2031-04-03")
    assert holding(HANDED, gone, day="2031-05-01").holder == "Vale Army"


@pytest.mark.parametrize("status", [Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE, Status.DENIED])
def test_only_what_was_done_changes_the_holder(status):
    plan = site("handed_over", actor="Vale Army", to="Southland", time=by("2031-05-01"), status=status, published="2031-04-01")
    [one] = histories(HANDED, plan)
    assert one.holding.holder == "Vale Army"
    [state] = one.planned or one.possible or one.denied
    assert state.status is status
    assert state not in one.done


def test_different_days_of_one_handover_are_both_shown_and_between_them_the_holder_is_unknown():
    later = site("handed_over", actor="Northland", to="Vale", time=on("2031-03-29"), published="2031-03-30")
    [one] = histories(HANDED, later, day="2031-03-27")
    [state] = one.done
    assert state.differs
    assert days_of(state) == [("2031-03-26", "2031-03-26", "text"), ("2031-03-29", "2031-03-29", "text")]
    assert len(state.facts) == 2
    assert state.recipients == ("Vale Army", "Vale")
    assert (one.holding.holder, one.holding.state) == (None, "unknown")
    assert "2031-03-26 or 2031-03-29" in one.holding.why


def test_a_vague_day_and_a_telling_without_one_join_the_act_that_they_fit():
    vague = site("handed_over", time=on("2031-03"), published="2031-04-01")
    bare = site("handed_over", actor="Northland", published="2031-08-01")
    [one] = histories(vague, HANDED, bare)
    [state] = one.done
    assert not state.differs
    assert days_of(state) == [("2031-03-26", "2031-03-26", "text"), (None, None, None)]
    assert len(state.facts) >= 2


def test_a_vague_day_that_fits_two_acts_is_given_to_neither():
    twice = [
        site("handed_over", "Old Fort", actor="Northland", to="Vale Army", time=on(day), published=day)
        for day in ("2031-03-26", "2031-09-26")
    ]
    vague = site("handed_over", "Old Fort", actor="Northland", to="Vale", time=on("2031"), published="2031-12-01")
    [one] = histories(*twice, vague)
    assert len(one.done) == 3
    [one] = histories(twice[0], vague)
    assert len(one.done) == 1


@pytest.mark.parametrize(
    ("other", "acts"),
    [
        (
            site("handed_over", actor="Northland", to="Southland", time=on("2031-03-29"), published="2031-03-30"),
            2,
        ),  # to another
        (site("vacated", actor="Northland", time=on("2031-03-26"), published="2031-03-27"), 2),  # another act
        (
            site("handed_over", actor="Northland", to="Vale Army", time=on("2031-08-01"), published="2031-08-02"),
            2,
        ),  # long after
    ],
)
def test_what_may_be_two_acts_stays_two(other, acts):
    [one] = histories(HANDED, other)
    assert len(one.done) == acts


def test_an_act_repeated_after_another_is_a_second_one():
    reopened = site("opened", actor="Southland", time=on("2031-11-10"), published="2031-11-11")
    again = site("closed", actor="Southland", time=on("2031-11-20"), published="2031-11-21")
    [one] = histories(CLOSED, reopened, again)
    assert [state.action for state in one.done] == ["closed", "opened", "closed"]
    assert not any(state.differs for state in one.done)


def test_two_handovers_of_one_day_to_different_parties_leave_the_holder_unknown():
    other = site("handed_over", actor="Northland", to="Southland", time=on("2031-03-26"), published="2031-03-27")
    found = holding(HANDED, other, day="2031-05-01")
    assert found.holder is None
    assert "differ" in found.why
    assert "Southland" in found.why
    assert "Vale Army" in found.why


def test_who_gives_on_what_he_got_that_day_is_followed():
    on_ = site("handed_over", actor="Vale Army", to="Southland", time=on("2031-03-26"), published="2031-03-28")
    assert holding(HANDED, on_, day="2031-05-01").holder == "Southland"


def test_what_was_reported_was_done_before_the_report():
    vague = site("handed_over", actor="Northland", to="Vale Army", time=on("2031"), published="2031-04-06")
    assert holding(vague, day="2031-04-05").holder is None
    assert holding(vague, day="2031-04-06").holder == "Vale Army"


def test_an_act_that_only_its_report_dates_has_no_since():
    bare = site("handed_over", actor="Northland", to="Vale Army", published="2031-04-06")
    [one] = histories(bare)
    assert days_of(one.done[0]) == [("2031-04-06", "2031-04-06", "published")]
    assert (one.holding.holder, one.holding.since) == ("Vale Army", None)


def test_a_plan_is_not_put_on_the_day_of_its_report():
    [one] = histories(site("handed_over", actor="Northland", status=Status.PLANNED, published="2031-04-06"))
    assert days_of(one.planned[0]) == [(None, None, None)]


@pytest.mark.parametrize("words", ["eight bases", "bases"])
def test_a_count_without_names_stands_apart(words):
    count = site(
        "handed_over",
        words,
        actor="Northland",
        to="Vale Army",
        quantity=Quantity(value=8, unit="site"),
        time=on("2030", "2031"),
    )
    facts = facts_of([HANDED, count])
    [one] = histories_of(facts, on=date(2031, 12, 31))
    [counted] = counts_of(facts)
    assert one.site == "Mill Camp"
    assert (counted.quantity.value, counted.state.action) == (8, "handed_over")


def test_two_counts_are_not_added():
    counts = [
        site("closed", f"{number} posts", actor="Northland", quantity=Quantity(value=number, unit="site"), published=day)
        for number, day in ((3, "2031-02-01"), (5, "2031-06-01"))
    ]
    assert [one.quantity.value for one in counts_of(facts_of(counts))] == [3, 5]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (("Old Fort", "Kirk"), ("Old Fort", "Kirk"), 1),
        (("Old Fort", "Kirk"), ("The OLD FORT", None), 1),
        (("Old Fort", "Kirk"), ("Old Fort", "Kirk, North Province"), 1),
        (("Old Fort", "Kirk"), ("Old Fort", "Dale"), 2),
        (("Old Fort", "Kirk"), ("New Fort", "Kirk"), 2),
        (("base at Kirkville", "Kirkville"), ("Kirkville", None), 1),  # "will close its bases in Kirkville and Dale"
        (("base at Kirkville", "Kirkville"), ("Kirkville base", "Kirkville"), 1),
        (("base at Kirkville", "Kirkville"), ("outpost at Kirkville", "Kirkville"), 2),
        (("army post at Kirkville", "Kirkville"), ("post at Kirkville", "Kirkville"), 1),
        (("new post at Kirkville", "Kirkville"), ("post at Kirkville", "Kirkville"), 2),
        (("Georgian embassy", "Kirkville"), ("Georgian embassy", "Kirkville"), 1),
        (("Georgian embassy", "Kirkville"), ("Georgian embassy", "Dale"), 2),
        (("Georgian embassy", "Kirkville"), ("Danish embassy", "Kirkville"), 2),
        (("embassy", "Kirkville"), ("embassy", "Kirkville"), 2),
        (("base", "Kirk"), ("base", "Kirk"), 2),  # a base without a name may be another one
        (("US base", "Kirk"), ("US base", "Kirk"), 2),
    ],
)
def test_a_site_without_an_id_is_known_by_name_and_place(first, second, number):
    entries = [
        site("opened", first[0], place=first[1], time=on("2020-01-01"), published="2020-01-02"),
        site("closed", second[0], place=second[1], time=on("2031-01-01"), published="2031-01-02"),
    ]
    assert len(histories(*entries)) == number


def test_a_base_goes_by_its_fuller_name():
    plan = site("closed", "Kirkville", time=by("2031-06-01"), status=Status.PLANNED, published="2031-01-02")
    [one] = histories(plan, site("handed_over", "base at Kirkville", place="Kirkville", time=on("2031-05-01")))
    assert one.site == "base at Kirkville"


def test_what_is_planned_stands_by_its_day_among_what_was_done():
    plans = [
        site("closed", time=by(day), status=Status.PLANNED, published="2031-01-01") for day in ("2031-02-01", "2031-12-01")
    ]
    [one] = histories(*plans, site("closed", time=on("2031-06-01"), published="2031-06-02"))
    assert [state.first_day for state in one.in_order] == ["2031-02-01", "2031-06-01", "2031-12-01"]


def test_a_name_without_a_place_is_given_to_none_of_two_sites():
    placed = [site("opened", "Old Fort", place=place, time=on("2020-01-01")) for place in ("Kirk", "Dale")]
    assert len(histories(*placed, site("closed", "Old Fort", time=on("2031-01-01")))) == 3


def test_a_town_in_the_province_that_another_report_gives_is_one_place():
    town = {"place": Location("town", ("North Province", "Vale"))}
    entries = [
        site("opened", "Old Fort", place="Kirk", time=on("2020-01-01"), locations=town),
        site("closed", "Old Fort", place="North Province", time=on("2031-01-01")),
    ]
    assert len(histories(*entries)) == 1


@pytest.mark.parametrize(("name", "named"), [("Camp Mill", True), ("post", False), ("K-1", True), ("American base", False)])
def test_a_name_of_its_own_is_more_than_what_a_site_is_and_whose(name, named):
    assert is_named(name) is named


MORE = (
    site("handed_over", actor="Northland", to="Vale", time=on("2031-03-29"), published="2031-03-30"),
    site("handed_over", time=on("2031-03"), published="2031-04-01"),
    site("vacated", actor="Vale Army", published="2031-09-20"),
    site("closed", actor="Southland", time=Time("since November", "2031-11", None, TimeType.DURATION), published="2031-11-30"),
    site("handed_over", actor="Southland", to="Vale", time=by("2032-01-01"), status=Status.PLANNED, published="2031-12-01"),
)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(range(10)), min_size=1))
def test_the_order_of_the_entries_changes_nothing(shuffle: random.Random, kept: set[int]):
    entries = [entry for number, entry in enumerate((*ALL, *MORE)) if number in kept]
    mixed = list(entries)
    shuffle.shuffle(mixed)
    assert histories(*mixed) == histories(*entries)


def _add(ledger, id, action, *, actor, to=None, site="Mill Camp", place="Green Valley", published, time=None, quantity=None):
    report = report_of(f"Dispatch {id} tells of {site}: {action} by {actor}.", id=id, published=published)
    args = {"site": site, "action": action, "actor": actor, "recipient": to, "place": place}
    args = {name: value for name, value in args.items() if value}
    ledger.add(report, [claim_of(report, Kind.SITE, args, time=time, quantity=quantity)])


def test_a_history_stays_whole_where_one_actor_is_asked_for(ledger):
    _add(ledger, "a", "opened", actor="Northland", published="2030-01-02", time=on("2030-01-01"))
    _add(ledger, "b", "seized", actor="Southland", published="2031-01-02", time=on("2031-01-01"))
    _add(ledger, "c", "opened", actor="Vale", site="Dale Post", published="2031-02-02", time=on("2031-02-01"))
    answer = sites(ledger, actor="Northland", on="2031-05-01")
    [one] = answer.histories
    assert (one.site, one.holding.holder, len(one.done)) == ("Mill Camp", "Southland", 2)
    assert [one.site for one in sites(ledger, site="Dale Post").histories] == ["Dale Post"]
    assert len(sites(ledger, place="Green Valley").histories) == 2


def test_what_was_published_later_is_not_known(ledger):
    _add(ledger, "a", "opened", actor="Northland", published="2030-01-02", time=on("2030-01-01"))
    _add(ledger, "b", "seized", actor="Southland", published="2031-01-02", time=on("2030-06-01"))
    assert sites(ledger, on="2030-07-01", known="2030-12-01").histories[0].holding.holder == "Northland"
    assert sites(ledger, on="2030-07-01", known="2031-12-01").histories[0].holding.holder == "Southland"


def test_every_state_and_every_holder_reaches_its_sentence(ledger):
    _add(ledger, "a", "opened", actor="Northland", published="2030-01-02", time=on("2030-01-01"))
    [one] = sites(ledger, on="2031-01-01").histories
    assert one.holding.by[0].words == one.done[0].facts[0].words == "Dispatch a tells of Mill Camp: opened by Northland."
