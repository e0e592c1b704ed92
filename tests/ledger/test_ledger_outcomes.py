"""What became of promises: each state on its evidence, and on nothing less."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import US_IN_IRAQ, by, claim_of, on, report_of, troops

from onrecord.ledger import commitments, due
from onrecord.model import (
    CommitmentState,
    Entry,
    Frozen,
    Kind,
    Quantity,
    ReportCard,
    Span,
    Stage,
    Status,
    Time,
    TimeType,
)

CUT = {**US_IN_IRAQ, "direction": "decrease"}
CHANGE, LEVEL, SITE = Kind.FORCE_CHANGE, Kind.FORCE_LEVEL, Kind.SITE
PLANNED, DENIED = Status.PLANNED, Status.DENIED
TO_2500 = {"quantity": troops(to=2500), "time": by("2021-01-15")}
BASE = {"site": "Camp Heron", "action": "handed_over"}
NOT = "It was not done."


def tell(ledger, id, kind, args, *, published="2020-11-17", said="So it is told.", word=None, **more):
    """Add a report of one claim; ``word`` is what decided its status."""
    words = f"{said} ({id})"
    report = report_of(words, id=id, published=published)
    claim = claim_of(report, kind, dict(args), **more)
    if word:
        at = words.index(word)
        claim = replace(claim, spans=Frozen({"status": Span(at, at + len(word))}))
    ledger.add(report, [claim])


def promise(ledger, **more):
    """The United States is to be down to 2,500 in Iraq by 15 January 2021."""
    tell(ledger, "promise", CHANGE, CUT, **{"status": PLANNED, **TO_2500, **more})


def denial(ledger, args=CUT, *, kind=CHANGE, id="denial", said=NOT, word="not", **more):
    tell(ledger, id, kind, args, said=said, word=word, status=DENIED, **more)


def state(ledger, **asked):
    """The state of the promise, and which reports told its changes."""
    [one] = [one for one in due(ledger, **asked) if one.history[0].entry.report.id == "promise"]
    return (one.state.value, [step.entry.report.id for step in one.history[1:]])


def day_passes(ledger, day="2021-06-01"):
    """A report on something else, so that the ledger knows of a later day."""
    tell(ledger, "later", Kind.MEETING, {"parties": ("A", "B")}, published=day)


@pytest.mark.parametrize(
    ("latest", "asked", "found"),
    [
        ("2021-01-15", {}, "open"),
        ("2021-01-16", {}, "no_evidence"),
        ("2021-06-01", {"known": "2021-01-15"}, "open"),
        ("2020-12-01", {"known": "2021-02-01"}, "no_evidence"),
    ],
)
def test_silence_after_the_due_day_is_no_evidence_and_never_missed(ledger, latest, asked, found):
    promise(ledger)
    day_passes(ledger, latest)
    assert state(ledger, **asked) == (found, [])


@pytest.mark.parametrize(
    ("due_day", "found"),
    [("2021-03", "open"), ("2021", "open"), ("2021-02", "no_evidence"), ("XXXX-01-15", "open"), (None, "open")],
)
def test_a_month_is_over_on_its_last_day_and_an_unknown_year_never(ledger, due_day, found):
    promise(ledger, time=by(due_day) if due_day else None)
    day_passes(ledger, "2021-03-31")
    assert state(ledger) == (found, [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"published": "2021-01-16"}, "met"),
        ({"published": "2021-02-20", "time": on("2021-01-14")}, "met"),
        ({"published": "2021-02-20", "time": on("2021-01")}, "met"),
        ({"published": "2021-02-20", "time": on("2021-02-11")}, "met_late"),
        (
            {"published": "2021-02-20", "kind": LEVEL, "args": US_IN_IRAQ, "quantity": troops(2500), "time": on("2021-02-11")},
            "met",
        ),
        ({"published": "2021-02-20", "time": on("2020-10-11")}, "no_evidence"),
        ({"published": "2021-02-20", "status": Status.POSSIBLE}, "no_evidence"),
        ({"published": "2021-02-20", "args": {**CUT, "place": "Syria"}}, "no_evidence"),
    ],
)
def test_met_late_is_what_the_words_date_after_the_due_day(ledger, more, found):
    promise(ledger)
    tell(ledger, "done", **{"kind": CHANGE, "args": CUT, "quantity": troops(to=2500), **more})
    assert state(ledger)[0] == found


AS_OF = {"published": "2021-02-03", "time": on("2021-02-01"), "quantity": troops(3000)}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "missed"),
        ({"quantity": troops(low=3000)}, "missed"),
        ({"kind": CHANGE, "args": CUT, "quantity": troops(start=3200, to=3000)}, "missed"),
        # within rounding, or on the right side
        ({"quantity": troops(2700)}, "no_evidence"),
        ({"quantity": troops(2000)}, "no_evidence"),
        ({"quantity": troops(high=3000)}, "no_evidence"),
        # the words give no day, one before or at the due day, one that may be before it, or one long after
        ({"time": None}, "no_evidence"),
        ({"time": on("2021-01-15")}, "no_evidence"),
        ({"time": on("2021-01")}, "no_evidence"),
        ({"time": on("2021-12-01"), "published": "2021-12-02"}, "no_evidence"),
        # an earlier report looks ahead
        ({"published": "2020-11-16"}, "no_evidence"),
        # something else is counted, somewhere else, of somebody else
        ({"quantity": Quantity(value=3000, unit="aircraft")}, "no_evidence"),
        ({"args": {**US_IN_IRAQ, "counting": "with contractors"}}, "no_evidence"),
        ({"args": {**US_IN_IRAQ, "measure": "cap"}}, "no_evidence"),
        ({"args": {**US_IN_IRAQ, "site": "Camp Heron"}}, "no_evidence"),
        ({"args": {**US_IN_IRAQ, "place": "Syria"}}, "no_evidence"),
        ({"args": {**US_IN_IRAQ, "actor": "Italy"}}, "no_evidence"),
        # a rumour, a plan
        ({"status": Status.POSSIBLE}, "no_evidence"),
        ({"status": PLANNED}, "no_evidence"),
    ],
)
def test_a_level_after_the_due_day_shows_a_promise_missed_only_where_nothing_else_may_be_meant(ledger, more, found):
    promise(ledger)
    tell(ledger, "level", **{"kind": LEVEL, "args": US_IN_IRAQ, **AS_OF, **more})
    day_passes(ledger)
    assert state(ledger) == (found, ["level"] if found == "missed" else [])


def test_a_promise_of_more_is_missed_by_less(ledger):
    tell(ledger, "promise", CHANGE, {**US_IN_IRAQ, "direction": "increase"}, status=PLANNED, **TO_2500)
    tell(ledger, "level", LEVEL, US_IN_IRAQ, published="2021-02-03", time=on("2021-02-01"), quantity=troops(1800))
    assert state(ledger) == ("missed", ["level"])


@pytest.mark.parametrize(
    ("more", "found"),
    [({}, "met_late"), ({"time": on("2021-02-18")}, "met_late"), ({"time": on("2021-01-10")}, "met")],
)
def test_a_promise_that_was_missed_is_met_late_when_a_report_says_so(ledger, more, found):
    promise(ledger)
    tell(ledger, "level", LEVEL, US_IN_IRAQ, **AS_OF)
    tell(ledger, "done", CHANGE, CUT, published="2021-02-20", quantity=troops(to=2500), **more)
    assert state(ledger) == (found, ["level", "done"])
    assert state(ledger, known="2021-02-10") == ("missed", ["level"])
    assert state(ledger, known="2021-02-01") == ("no_evidence", [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"quantity": troops(to=2500)}, "missed"),
        ({"time": by("2021-01-15")}, "missed"),
        ({"time": by("2021-01"), "quantity": troops(to=2500)}, "missed"),
        ({"time": by("2021-02-28"), "quantity": troops(to=2500)}, "missed"),
        # not yet: before the day is over
        ({"quantity": troops(to=2500), "published": "2021-01-15"}, "no_evidence"),
        # another day, another number, none at all
        ({"time": on("2021-03-02"), "quantity": troops(to=2500), "published": "2021-03-03"}, "no_evidence"),
        ({"time": by("2020-12-15")}, "no_evidence"),
        ({"quantity": troops(to=2000)}, "no_evidence"),
        ({}, "no_evidence"),
        ({"quantity": troops(to=2500), "published": "2023-01-01"}, "no_evidence"),
        # another place, way or counting
        ({"args": {**CUT, "place": "Syria"}, "time": by("2021-01-15")}, "no_evidence"),
        ({"args": {**CUT, "direction": "increase"}, "time": by("2021-01-15")}, "no_evidence"),
        ({"args": {**CUT, "counting": "with contractors"}, "time": by("2021-01-15")}, "no_evidence"),
        # an intention is denied, not the deed
        ({"quantity": troops(to=2500), "said": "It does not intend to do so.", "published": "2021-01-20"}, "no_evidence"),
    ],
)
def test_a_report_that_it_was_not_done_by_its_day_makes_it_missed(ledger, more, found):
    promise(ledger)
    denial(ledger, **{"published": "2021-01-20", **more})
    day_passes(ledger, "2023-06-01")
    assert state(ledger) == (found, ["denial"] if found == "missed" else [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"time": by("2021-03")}, "missed"),
        ({}, "missed"),
        ({"args": {**BASE, "site": "Camp Hill"}}, "no_evidence"),
        ({"args": {**BASE, "action": "closed"}}, "no_evidence"),
        ({"published": "2021-03-10"}, "no_evidence"),
    ],
)
def test_a_base_that_was_not_handed_over_as_promised_is_missed(ledger, more, found):
    tell(ledger, "promise", SITE, BASE, status=PLANNED, time=by("2021-03"))
    denial(ledger, **{"kind": SITE, "args": BASE, "published": "2021-04-06", **more})
    assert state(ledger, known="2021-05-01")[0] == found


DROPPED = {"said": "The plan was cancelled.", "word": "cancelled", "published": "2020-12-05"}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"quantity": troops(to=2500)}, "withdrawn"),
        ({"quantity": troops(to=2500), "said": "It called the cut off.", "word": "called"}, "withdrawn"),
        ({"quantity": troops(to=2500), "said": "It will not go down.", "word": "not"}, "withdrawn"),
        ({"quantity": troops(to=2500), "said": "It will no longer go down.", "word": "no"}, "withdrawn"),
        ({"quantity": troops(to=2500), "source": "Ada Holm"}, "withdrawn"),
        ({"quantity": troops(to=2500), "source": "United States"}, "withdrawn"),
        ({}, "withdrawn"),
        # denied, but no plan given up
        ({"quantity": troops(to=2500), "said": "It has not gone down yet.", "word": "not"}, "open"),
        ({"quantity": troops(to=2500), "said": "It called for calm.", "word": "called"}, "open"),
        ({"quantity": troops(to=2500), "word": None}, "open"),
        # somebody else's word
        ({"quantity": troops(to=2500), "source": "Bo Lind"}, "open"),
        # another plan
        ({"quantity": troops(to=2000)}, "open"),
        ({"quantity": troops(to=2500), "time": by("2021-05-01")}, "open"),
        ({"args": {**CUT, "place": "Syria"}}, "open"),
        ({"args": {**CUT, "actor": "Italy"}}, "open"),
        ({"args": {**CUT, "direction": "increase"}}, "open"),
        # an earlier report, and a rumour
        ({"quantity": troops(to=2500), "published": "2020-11-01"}, "open"),
        ({"quantity": troops(to=2500), "status": Status.POSSIBLE}, "open"),
    ],
)
def test_a_promise_is_withdrawn_where_the_promiser_gives_it_up(ledger, more, found):
    promise(ledger, source="Ada Holm")
    tell(ledger, "denial", **{"kind": CHANGE, "args": CUT, "status": DENIED, **DROPPED, **more})
    assert state(ledger) == (found, ["denial"] if found == "withdrawn" else [])


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("American Defence Secretary Ana Lind", "withdrawn"),
        ("Defence Secretary Ana Lind", "withdrawn"),
        ("officials", "withdrawn"),
        ("the government", "withdrawn"),
        ("American officials", "withdrawn"),
        ("Belgian Prime Minister Ana Lind", "open"),
        ("South Korean officials", "open"),
        ("Iraqi officials", "open"),
        ("rebel officials", "open"),
        ("a former minister", "open"),
        ("analysts", "open"),
        ("Ana Lind", "open"),
    ],
)
@pytest.mark.parametrize("noted", [True, False])
def test_who_holds_an_office_of_the_promiser_may_give_the_promise_up(ledger, real_lexicon, speaker, found, noted):
    promise(ledger, ids={"actor": "iso3166:US"})
    words = f"It will not go down, {speaker} said."
    report = report_of(words, id="denial", published="2020-12-05")
    source = "Ana Lind" if speaker.endswith("Ana Lind") else speaker
    made = claim_of(report, CHANGE, CUT, status=DENIED, quantity=troops(to=2500), source=source, ids={"actor": "iso3166:US"})
    places = {"status": "not", **({"source": speaker} if noted else {})}
    spans = {name: Span(words.index(part), words.index(part) + len(part)) for name, part in places.items()}
    ledger.add(report, [replace(made, spans=Frozen(spans))])
    assert state(ledger) == (found, ["denial"] if found == "withdrawn" else [])


def test_a_report_may_tell_of_a_promise_and_that_it_is_given_up(ledger):
    report = report_of("It will go down to 2,500.", "It will not go down to 2,500.", id="promise", published="2020-11-17")
    first, second = report.text.split(". ")
    made = claim_of(report, CHANGE, CUT, words=first, status=PLANNED, **TO_2500)
    dropped = claim_of(report, CHANGE, CUT, words=second, status=DENIED, quantity=troops(to=2500))
    at = report.text.index("not")
    ledger.add(report, [made, replace(dropped, spans=Frozen({"status": Span(at, at + 3)}))])
    assert state(ledger) == ("withdrawn", ["promise"])


@pytest.mark.parametrize(
    ("more", "disputed"),
    [
        ({"quantity": troops(to=2500)}, True),
        ({"quantity": troops(to=2500), "time": by("2021-01-15")}, True),
        ({"quantity": troops(to=2500), "time": on("2020-12-20")}, False),
        ({"quantity": troops(to=2000)}, False),
        ({"quantity": troops(to=2500), "args": {**CUT, "place": "Syria"}}, False),
        ({"quantity": troops(to=2500), "said": "It will not go down."}, False),
        ({"quantity": troops(to=2500), "published": "2021-01-10"}, False),
    ],
)
def test_who_denies_later_that_a_promise_was_met_is_heard(ledger, more, disputed):
    promise(ledger)
    tell(ledger, "done", CHANGE, CUT, published="2021-01-14", quantity=troops(to=2500), time=on("2021-01-12"))
    denial(ledger, **{"published": "2021-01-20", **more})
    denial(ledger, id="other", kind=LEVEL, args=US_IN_IRAQ, published="2021-01-21", quantity=troops(9))
    [one] = due(ledger)
    assert (one.state.value, [entry.report.id for entry in one.disputed]) == ("met", ["denial"] if disputed else [])
    assert due(ledger, known="2021-01-15")[0].disputed == ()


def test_a_plan_dropped_without_its_number_may_be_another_one_of_the_same_kind(ledger):
    promise(ledger)
    tell(ledger, "other", CHANGE, CUT, published="2020-10-01", status=PLANNED, quantity=troops(to=2800), time=by("2020-12-24"))
    denial(ledger, **DROPPED)
    assert state(ledger) == ("open", [])


def test_a_promise_that_was_withdrawn_may_still_be_kept(ledger):
    promise(ledger)
    denial(ledger, quantity=troops(to=2500), **DROPPED)
    tell(ledger, "done", CHANGE, CUT, published="2021-01-10", quantity=troops(to=2500))
    assert state(ledger) == ("met", ["denial", "done"])


NEWER = {"published": "2020-12-20", "status": PLANNED, "quantity": troops(to=2500), "time": by("2021-05-01")}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "changed"),
        ({"quantity": troops(to=2000), "time": by("2021-01-15")}, "changed"),
        ({"kind": LEVEL, "args": US_IN_IRAQ, "quantity": troops(2500)}, "changed"),
        ({"published": "2021-02-20"}, "changed"),
        ({"published": "2020-11-19", "said": "The cut was postponed until May."}, "changed"),
        # a slip of another outlet, days after the first
        ({"published": "2020-11-19"}, "open"),
        # a next step, a round number, another target by another day
        ({"quantity": troops(start=2500, to=2000), "time": by("2021-01-15")}, "open"),
        ({"quantity": troops(to=2450), "time": by("2021-01-15")}, "open"),
        ({"quantity": troops(to=2000)}, "open"),
        # told in hindsight, told of a past day, only proposed, only on a condition, no day
        ({"announced": on("2020-10-01")}, "open"),
        ({"time": by("2020-12-01")}, "open"),
        ({"stage": Stage.PROPOSED}, "open"),
        ({"status": Status.CONDITIONAL}, "open"),
        ({"status": Status.POSSIBLE}, "open"),
        ({"time": by("XXXX-05-01")}, "open"),
        # another place, actor, unit or counting
        ({"args": {**CUT, "place": "Syria"}}, "open"),
        ({"args": {**CUT, "actor": "Italy"}}, "open"),
        ({"quantity": Quantity(to=2500, unit="aircraft")}, "open"),
        ({"args": {**CUT, "counting": "with contractors"}}, "open"),
        ({"published": "2020-11-01"}, "open"),
    ],
)
def test_a_newer_promise_changes_an_older_one_where_it_moves_its_day_or_its_target(ledger, more, found):
    promise(ledger)
    tell(ledger, "newer", **{"kind": CHANGE, "args": CUT, **NEWER, **more})
    assert state(ledger, known="2021-03-01" if more.get("published", "") > "2021" else "2021-01-15") == (
        found,
        ["newer"] if found == "changed" else [],
    )


def test_a_changed_promise_names_the_newer_one(ledger):
    promise(ledger)
    tell(ledger, "newer", CHANGE, CUT, **NEWER)
    tell(ledger, "twin", CHANGE, CUT, **{**NEWER, "published": "2020-12-28", "quantity": troops(start=3000, to=2500)})
    old, new = due(ledger)
    assert (old.state.value, new.state.value) == ("changed", "open")
    assert old.changed_to == new.fact


@pytest.mark.parametrize(
    ("published", "time", "found"),
    [
        ("2021-01-10", None, ["changed", "met"]),
        ("2021-04-20", on("2021-04-18"), ["changed"]),
        ("2021-04-20", None, ["changed"]),
    ],
)
def test_a_changed_promise_is_met_only_by_its_own_old_day(ledger, published, time, found):
    promise(ledger)
    tell(ledger, "newer", CHANGE, CUT, **NEWER)
    tell(ledger, "done", CHANGE, CUT, published=published, quantity=troops(to=2500), time=time)
    old, new = due(ledger)
    assert [step.state.value for step in old.history[1:]] == found
    assert new.state.value == "met"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The transfer was put off.", "changed"),
        ("It will send more.", "open"),
        ("It will send another 500.", "open"),
        ("It will send 500.", "changed"),
    ],
)
def test_the_same_size_by_another_day_is_a_change_where_no_word_makes_it_a_further_one(ledger, said, found):
    more = {"status": PLANNED, "quantity": troops(delta=500)}
    tell(ledger, "promise", CHANGE, CUT, time=by("2021-01-15"), **more)
    tell(ledger, "newer", CHANGE, CUT, said=said, published="2021-01-02", time=by("2021-05"), **more)
    assert state(ledger)[0] == found


@pytest.mark.parametrize(
    ("first", "newer", "found"),
    [
        ("They will withdraw their troops.", "They will withdraw their troops.", "changed"),
        ("They will withdraw their troops.", "They will withdraw all their 90 soldiers.", "changed"),
        ("Troops will leave.", "Troops will leave.", "changed"),
        ("Troops will leave.", "More troops will leave.", "open"),
        ("Troops will leave.", "Some troops will leave.", "open"),
    ],
)
def test_a_pullout_without_a_number_is_moved_to_another_day(ledger, first, newer, found):
    tell(ledger, "promise", CHANGE, CUT, said=first, status=PLANNED, time=by("2021-01-15"))
    quantity = troops(delta=90) if "90" in newer else None
    more = {"published": "2021-01-02", "time": by("2021-05"), "status": PLANNED, "quantity": quantity}
    tell(ledger, "newer", CHANGE, CUT, said=newer, **more)
    assert state(ledger)[0] == found


@pytest.mark.parametrize(("direction", "found"), [("decrease", "changed"), ("increase", "open")])
def test_who_sends_the_same_number_again_may_send_others(ledger, direction, found):
    more = {"status": PLANNED, "quantity": troops(delta=500), "said": "So many soldiers."}
    tell(ledger, "promise", CHANGE, {**US_IN_IRAQ, "direction": direction}, time=by("2021-01-15"), **more)
    tell(ledger, "newer", CHANGE, {**US_IN_IRAQ, "direction": direction}, published="2021-01-02", time=by("2021-05"), **more)
    assert state(ledger)[0] == found


def test_the_same_money_by_another_day_is_another_promise(ledger):
    aid = {"donor": "Northland", "recipient": "Valley", "goods": "aid", "action": "provided"}
    more = {"status": PLANNED, "quantity": Quantity(value=500, unit="USD")}
    tell(ledger, "promise", Kind.ASSISTANCE, aid, time=by("2021-01-15"), **more)
    tell(ledger, "newer", Kind.ASSISTANCE, aid, published="2021-01-02", time=by("2021-05"), **more)
    assert state(ledger)[0] == "open"


@pytest.mark.parametrize(
    ("number", "published", "found"),
    [(400, "2020-11-18", "changed"), (400, "2020-11-17", "open"), (190, "2020-11-18", "open"), (400, "2022-11-18", "open")],
)
def test_who_is_to_keep_another_number_has_changed_his_mind(ledger, number, published, found):
    tell(ledger, "promise", LEVEL, US_IN_IRAQ, status=PLANNED, quantity=troops(200))
    tell(ledger, "newer", LEVEL, US_IN_IRAQ, status=PLANNED, quantity=troops(number), published=published)
    assert state(ledger) == (found, ["newer"] if found == "changed" else [])


@pytest.mark.parametrize(("said", "rival", "found"), [
    ("The rest was postponed to May.", None, "changed"),
    ("The rest will go by May.", None, "open"),
    ("The rest was postponed to May.", troops(to=2800), "open"),
])  # fmt: skip
def test_a_move_in_other_terms_counts_where_no_third_promise_may_be_meant(ledger, said, rival, found):
    promise(ledger)
    if rival:
        tell(ledger, "third", CHANGE, CUT, published="2020-12-01", status=PLANNED, quantity=rival, time=by("2020-12-24"))
    more = {"quantity": troops(delta=500), "time": by("2021-05"), "status": PLANNED, "published": "2021-01-02"}
    tell(ledger, "newer", CHANGE, CUT, said=said, **more)
    assert state(ledger)[0] == found


def test_a_promise_for_the_end_of_the_calendar_breaks_nothing(ledger):
    promise(ledger, time=by("9999"))
    denial(ledger, quantity=troops(to=2500), published="2021-01-20")
    tell(ledger, "level", LEVEL, US_IN_IRAQ, **AS_OF)
    tell(ledger, "newer", CHANGE, CUT, **NEWER)
    assert state(ledger) == ("changed", ["newer"])


def test_a_condition_is_kept_and_nobody_takes_it_for_fulfilled(ledger):
    truce = {"parties": ("A", "B"), "type": "ceasefire", "action": "signed", "condition": "talks begin"}
    tell(ledger, "promise", Kind.AGREEMENT, truce, status=Status.CONDITIONAL, time=by("2020-12-01"))
    day_passes(ledger)
    [one] = due(ledger)
    assert (one.condition, one.state.value, one.fact.claim.status) == ("talks begin", "no_evidence", Status.CONDITIONAL)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "2021-02-11", "until": "2021-04"}, "missed"),
        ({"until": "2021-02-28"}, "met"),
        ({"since": "2021-05-01"}, "open"),
        ({"states": ("met", "open")}, "met open undated"),
        ({"states": ("missed",)}, "missed"),
        ({"states": ("withdrawn",)}, ""),
        ({"on": "2021-04"}, "met missed"),
        ({}, "met missed open undated"),
    ],
)
def test_promises_are_asked_for_by_window_and_state(ledger, asked, found):
    for id, time in {"met": by("2021-02-10"), "missed": by("2021-03"), "open": by("2022"), "undated": None}.items():
        tell(ledger, id, SITE, {**BASE, "site": f"Camp {id}"}, status=PLANNED, time=time)
    tell(ledger, "done", SITE, {**BASE, "site": "Camp met"}, published="2021-02-01")
    denial(ledger, {**BASE, "site": "Camp missed"}, kind=SITE, published="2021-04-02")
    assert " ".join(one.fact.report.id for one in due(ledger, **asked)) == found


DAYS = [f"2021-0{month}-0{day}" for month in (1, 2, 3) for day in (1, 5, 9)]
QUANTITIES = [None, troops(to=2500), troops(start=3000, to=2500), troops(delta=500), troops(to=2000)]
TIMES = [None, by("2021-02"), by("2021-02-03"), by("2021-03-04"), on("2021-02-20"), Time("soon"), on("2021-03-01")]


@st.composite
def stories(draw):
    """Claims on one force, told in a row of reports."""
    entries = []
    for number in range(draw(st.integers(2, 9))):
        kind = draw(st.sampled_from([CHANGE, CHANGE, LEVEL]))
        status = draw(st.sampled_from([PLANNED, PLANNED, Status.CONDITIONAL, Status.ACTUAL, Status.ACTUAL, DENIED]))
        quantity = draw(st.sampled_from(QUANTITIES)) if kind is CHANGE else troops(draw(st.sampled_from([2500, 3000, 2000])))
        word = draw(st.sampled_from(["not", "cancelled"]))
        report = report_of(f"It was {word} so, says {number}.", id=f"r{number}", published=draw(st.sampled_from(DAYS)))
        more = {"quantity": quantity, "time": draw(st.sampled_from(TIMES)), "status": status}
        if draw(st.booleans()):
            more["announced"] = on("2020-12-20")
        claim = claim_of(report, kind, dict(CUT if kind is CHANGE else US_IN_IRAQ), **more)
        if status is DENIED:
            claim = replace(claim, spans=Frozen({"status": Span(7, 7 + len(word))}))
        card = ReportCard(report.id, published=report.published, outlet="Wire", added="2026-01-01T00:00:00+00:00")
        entries.append(Entry(claim, card, report.text))
    return entries


def told(found):
    """Each promise by its first telling: what tells it, when it is due, what became of it."""
    return {
        one.history[0].entry.claim.id: (
            {entry.claim.id for fact in (one.fact, *one.also) for entry in fact.entries},
            one.fact.entries[0],
            one.due,
            one.state,
            one.history,
        )
        for one in found
    }


@settings(max_examples=150, deadline=None)
@given(entries=stories(), day=st.sampled_from(DAYS))
def test_what_was_known_on_a_day_is_the_beginning_of_what_is_known_later(entries, day):
    then = told(commitments([entry for entry in entries if entry.report.published <= day], known=day))
    now = told(commitments(entries, known="2021-12-31"))
    assert then == told(commitments(entries, known=day))
    assert set(then) == {id for id, (_, _, _, _, history) in now.items() if history[0].known <= day}
    for id, (tellings, _, _, _, history) in then.items():
        later, _, _, _, whole = now[id]
        assert history == tuple(step for step in whole if step.known <= day)
        assert tellings == later & {entry.claim.id for entry in entries if entry.report.published <= day}


@settings(max_examples=60, deadline=None)
@given(entries=stories(), order=st.randoms(use_true_random=False))
def test_the_order_in_which_reports_are_read_changes_nothing(entries, order):
    mixed = list(entries)
    order.shuffle(mixed)
    assert commitments(mixed) == commitments(entries)


@settings(max_examples=60, deadline=None)
@given(entries=stories())
def test_every_change_of_state_has_its_claim_and_missed_is_never_without_one(entries):
    for one in commitments(entries, known="2021-12-31"):
        states = [step.state for step in one.history]
        assert states[0] is CommitmentState.OPEN
        assert CommitmentState.NO_EVIDENCE not in states
        assert [step.known for step in one.history] == sorted(step.known for step in one.history)
        for step in one.history[1:]:
            assert step.entry in entries
            assert step.state is not CommitmentState.MISSED or step.entry.claim.status in (DENIED, Status.ACTUAL)


@pytest.mark.parametrize(("words", "time_type"), [("from May on", TimeType.DURATION), ("every May", TimeType.RECURRING)])
def test_what_comes_back_or_begins_falls_due_where_it_has_an_end_or_a_beginning(ledger, words, time_type):
    promise(ledger, time=Time(words, "2021-05", None, time_type))
    [one] = due(ledger)
    assert one.due == ("2021-05" if time_type is TimeType.DURATION else None)


def test_a_report_without_a_date_does_not_move_the_day_as_of_which_a_promise_is_overdue(ledger):
    promise(ledger, time=by("2021-03-31"))
    tell(ledger, "undated", SITE, BASE, status=PLANNED, time=by("2021-06-30"), published=None)
    assert [(one.due, one.state.value) for one in due(ledger)] == [("2021-03-31", "open"), ("2021-06-30", "open")]
    assert ledger.latest() == "2020-11-17" < ledger.last_known()
    [asked] = due(ledger, known="2021-04-01")
    assert (asked.due, asked.state.value) == ("2021-03-31", "no_evidence")
