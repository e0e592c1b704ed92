"""What analysts decide is appended, holds until it is undone, and survives a reading by a newer version."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import US_IN_IRAQ, by, claim_of, level, on, report_of, troops

from onrecord.errors import BadJudgement, UnknownName
from onrecord.ledger import check, due, judge, judgements_of, levels, reread, split, timeline, undo
from onrecord.ledger.ledger import Ledger
from onrecord.model import Act, Claim, Frozen, Kind, Review, Span, Status
from onrecord.views.promised import also_words
from onrecord.views.reviewed import review_note

ANNA = "Anna Analyst"


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 1, day, hour, tzinfo=UTC)


def ids(ledger, **asked) -> set[str]:
    return {entry.claim.id for entry in ledger.claims(**asked)}


def values(ledger, **asked) -> list[float | None]:
    return [entry.claim.quantity.value for entry in ledger.claims(**asked)]


def corrected(claim: Claim, number: float) -> Claim:
    return replace(claim, quantity=troops(number), rule="by hand")


def test_an_accepted_claim_says_so(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    judge(ledger, Act.ACCEPT, [claim.id], by=ANNA, why="read it twice")
    [entry] = ledger.claims()
    assert entry.review is Review.ACCEPTED
    [fact] = timeline(ledger)
    assert fact.reviewed == 1


def test_a_rejected_claim_is_left_out_until_that_is_undone(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    made = judge(ledger, Act.REJECT, [claim.id], by=ANNA)
    assert ids(ledger) == set()
    undone = undo(ledger, made.id, by=ANNA, why="it was right")
    assert ids(ledger) == {claim.id}
    undo(ledger, undone.id, by=ANNA)
    assert ids(ledger) == set()
    assert [one.undone_by is not None for one in judgements_of(ledger)] == [False, True, False]
    with pytest.raises(BadJudgement, match="undone already"):
        undo(ledger, undone.id, by=ANNA)


def test_a_correction_puts_another_claim_in_the_place_of_the_first(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    made = judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=corrected(claim, 300))
    [entry] = ledger.claims()
    assert (entry.claim.quantity.value, entry.review) == (300, Review.CORRECTED)
    assert [point.value for point in levels(ledger, "United States", place="Iraq").points] == [300]
    undo(ledger, made.id, by=ANNA)
    assert values(ledger) == [3000]


def test_a_corrected_place_is_found_where_it_belongs(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    value = replace(claim, args=Frozen({"actor": "United States", "place": "Kuwait"}))
    judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=value)
    assert values(ledger, place="Kuwait") == [3000]
    assert values(ledger, place="Iraq") == []


def test_a_claim_added_by_hand_stands_beside_those_that_were_read(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    value = replace(claim, kind=Kind.FORCE_LEVEL, status=Status.PLANNED, rule="by hand")
    judge(ledger, Act.ADD, [], by=ANNA, value=value)
    assert {(entry.claim.status, entry.review) for entry in ledger.claims()} == {
        (Status.ACTUAL, None),
        (Status.PLANNED, Review.ADDED),
    }
    assert check(ledger) == ()


def test_merged_claims_are_one_fact_and_parted_ones_two(ledger):
    one = level(ledger, "one", 3000, published="2020-01-01")
    other = level(ledger, "two", 3000, published="2020-01-02")
    third = level(ledger, "three", 2900, published="2020-01-03")
    assert len(timeline(ledger)) == 2
    merged = judge(ledger, Act.MERGE, [other.id, third.id], by=ANNA, why="the same count, rounded")
    [fact] = timeline(ledger)
    assert [entry.report.id for entry in fact.entries] == ["one", "two", "three"]
    judge(ledger, Act.PART, [one.id, other.id], by=ANNA)
    assert len(timeline(ledger)) == 2
    undo(ledger, merged.id, by=ANNA)
    assert len(timeline(ledger)) == 3


@pytest.mark.parametrize(
    ("act", "number", "why"),
    [
        (Act.ACCEPT, 0, "about one claim"),
        (Act.MERGE, 1, "2 or more claims"),
        (Act.CORRECT, 1, "needs"),
        (Act.ADD, 1, "needs"),
    ],
)
def test_a_judgement_that_cannot_be_says_why(ledger, act, number, why):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    with pytest.raises(BadJudgement, match=why):
        judge(ledger, act, [claim.id] * number, by=ANNA)
    assert judgements_of(ledger) == ()


def test_claims_of_two_kinds_are_never_merged(ledger):
    one = level(ledger, "one", 3000, published="2020-01-01")
    report = report_of("The force was cut.", id="two")
    other = claim_of(report, Kind.FORCE_CHANGE, US_IN_IRAQ)
    ledger.add(report, [other])
    with pytest.raises(BadJudgement, match="different kinds"):
        judge(ledger, Act.MERGE, [one.id, other.id], by=ANNA)


def test_a_correction_beyond_the_text_or_of_nothing_is_refused(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    with pytest.raises(BadJudgement, match="beyond the text"):
        judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=replace(claim, evidence=Span(0, 5000)))
    with pytest.raises(BadJudgement, match="changes nothing"):
        judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=claim)
    with pytest.raises(UnknownName, match="ffff"):
        judge(ledger, Act.ACCEPT, ["ffff"], by=ANNA)


def test_every_judgement_has_its_place_in_the_ledgers_own_history(ledger):
    report = report_of("3000 soldiers are there.", id="one", published="2020-01-01")
    claim = claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(3000))
    ledger.add(report, [claim], added=at(1))
    first = judge(ledger, Act.REJECT, [claim.id], by=ANNA, at=at(3))
    undo(ledger, first.id, by=ANNA, at=at(5))
    judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=corrected(claim, 300), at=at(7))
    shown = [values(ledger, added=f"2026-01-0{day}") for day in range(1, 9)]
    assert shown == [[3000], [3000], [], [], [3000], [3000], [300], [300]]
    assert values(ledger, added="2025-12-31") == []


# Reading again


@pytest.fixture
def told(ledger):
    """A report with two claims, and a function that reads it again."""
    report = report_of("3000 soldiers are there.", "Two bases were closed.", id="one", published="2020-01-01")
    soldiers = claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, words="3000 soldiers are there.", quantity=troops(3000))
    bases = claim_of(report, Kind.SITE, {"site": "bases", "action": "closed"}, words="Two bases were closed.")
    ledger.add(report, [soldiers, bases], added=at(1))
    return soldiers, bases


def test_reading_again_tells_what_is_gained_lost_and_changed(ledger, told):
    soldiers, bases = told
    moved = replace(soldiers, args=Frozen({"actor": "United States", "place": "Kuwait"}))
    gained = replace(bases, kind=Kind.FORCE_CHANGE, args=Frozen({"actor": "United States"}))
    seen = reread(ledger, "one", [moved, gained], at=at(2), keep=False)
    assert ids(ledger) == {soldiers.id, bases.id}
    result = reread(ledger, "one", [moved, gained], at=at(2))
    assert result == seen
    assert (result.gained, result.lost, result.changed, result.same) == ((gained,), (bases,), ((soldiers, moved),), 0)
    assert ids(ledger) == {moved.id, gained.id}
    assert ids(ledger, added="2026-01-01") == {soldiers.id, bases.id}
    back = reread(ledger, "one", [soldiers, bases], at=at(3))
    assert len(back.gained) + len(back.changed) == 2
    assert ids(ledger) == {soldiers.id, bases.id}
    assert ids(ledger, added="2026-01-02") == {moved.id, gained.id}
    assert check(ledger) == ()


def test_what_an_analyst_accepted_stands_against_a_newer_reading(ledger, told):
    soldiers, bases = told
    judge(ledger, Act.ACCEPT, [soldiers.id], by=ANNA, at=at(2))
    moved = replace(soldiers, args=Frozen({"actor": "United States", "place": "Kuwait"}))
    result = reread(ledger, "one", [moved, bases], at=at(3))
    assert (result.kept, result.changed, result.open) == ((soldiers,), (), ())
    assert ids(ledger) == {soldiers.id, bases.id}


def test_what_was_corrected_stays_corrected_and_what_was_rejected_stays_away(ledger, told):
    soldiers, bases = told
    judge(ledger, Act.CORRECT, [soldiers.id], by=ANNA, value=corrected(soldiers, 300), at=at(2))
    rejected = judge(ledger, Act.REJECT, [bases.id], by=ANNA, at=at(2))
    again = [replace(soldiers, source="Somebody"), replace(bases, source="Somebody")]
    result = reread(ledger, "one", again, at=at(3))
    assert values(ledger) == [300]
    assert result.open == ()
    undo(ledger, rejected.id, by=ANNA, at=at(4))
    assert ids(ledger) == {corrected(soldiers, 300).id, again[1].id}


def test_a_rejected_claim_that_is_now_read_otherwise_is_listed_to_look_at(ledger, told):
    soldiers, bases = told
    rejected = judge(ledger, Act.REJECT, [soldiers.id], by=ANNA, at=at(2))
    other = replace(soldiers, quantity=troops(30))
    result = reread(ledger, "one", [other, bases], at=at(3))
    assert result.open == (rejected,)
    assert ids(ledger) == {other.id, bases.id}


@pytest.mark.parametrize(
    ("more", "stands"),
    [
        ({"actor": "Southland"}, True),  # perhaps that was what was wrong with it
        ({"actor": "Northland", "recipient": "Westland"}, False),
        ({"actor": "Northland", "time": on("2020-03-02")}, True),
    ],
)
def test_a_rejected_claim_that_now_names_somebody_else_or_another_day_is_listed(ledger, more, stands):
    report = report_of("The camp was closed.", id="one", published="2020-01-01")
    args = {"site": "Camp Elm", "action": "closed"}
    first = claim_of(report, Kind.SITE, {**args, "actor": "Northland"}, time=on("2020-03-01"))
    ledger.add(report, [first], added=at(1))
    rejected = judge(ledger, Act.REJECT, [first.id], by=ANNA, at=at(2))
    time = {"time": on("2020-03-01"), **more}["time"]
    newer = claim_of(report, Kind.SITE, {**args, **{name: value for name, value in more.items() if name != "time"}}, time=time)
    result = reread(ledger, "one", [newer], at=at(3))
    assert (ids(ledger), result.open) == (({newer.id}, (rejected,)) if stands else (set(), ()))


def test_a_judgement_whose_claim_is_no_longer_read_is_listed_and_never_dropped(ledger, told):
    _, bases = told
    comment = judge(ledger, Act.COMMENT, [bases.id], by=ANNA, why="which bases?", at=at(2))
    result = reread(ledger, "one", [], at=at(3))
    assert result.open == (comment,)
    [one] = judgements_of(ledger)
    assert (one.judgement, one.matched) == (comment, (None,))


def test_merged_claims_stay_merged_through_a_newer_reading(ledger, told):
    soldiers, bases = told
    other = level(ledger, "two", 2900, published="2020-01-03")
    judge(ledger, Act.MERGE, [soldiers.id, other.id], by=ANNA, at=at(2))
    reread(ledger, "one", [replace(soldiers, source="Somebody"), bases], at=at(3))
    facts = [fact for fact in timeline(ledger) if fact.claim.kind is Kind.FORCE_LEVEL]
    assert [len(fact.entries) for fact in facts] == [2]


deeds = st.lists(st.tuples(st.sampled_from(["accept", "reject", "correct", "undo", "reread"]), st.integers(0, 3)), max_size=8)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds=deeds)
def test_the_view_of_each_day_stays_what_it_was(deeds, tmp_path_factory):
    with Ledger.create(tmp_path_factory.mktemp("ledger") / "l.db") as ledger:
        report = report_of(*(f"{n}000 soldiers are in camp {n}." for n in range(4)), id="one", published="2020-01-01")
        read = [
            claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, words=f"{n}000 soldiers are in camp {n}.", quantity=troops(n))
            for n in range(4)
        ]
        ledger.add(report, read, added=at(1))
        views = {1: state(ledger)}
        for day, (deed, number) in enumerate(deeds, start=2):
            do(ledger, deed, number, read, at(day))
            views[day] = state(ledger)
        for day, seen in views.items():
            assert state(ledger, added=f"2026-01-{day:02}") == seen
        assert check(ledger) == ()


def state(ledger, **asked) -> set[tuple[str, Review | None]]:
    return {(entry.claim.id, entry.review) for entry in ledger.claims(**asked)}


def do(ledger, deed, number, read, moment) -> None:
    standing = sorted(ids(ledger))
    made = [one for one in judgements_of(ledger) if one.undone_by is None]
    if deed == "reread":
        reread(ledger, "one", [replace(claim, source=f"Voice {number}") for claim in read[number:]], at=moment)
    elif deed == "undo" and made:
        with suppress(BadJudgement):  # where two versions would stand, and then nothing is changed
            undo(ledger, made[number % len(made)].judgement.id, by=ANNA, at=moment)
    elif deed in ("accept", "reject") and standing:
        judge(ledger, Act(deed), [standing[number % len(standing)]], by=ANNA, at=moment)
    elif deed == "correct" and standing:
        claim = ledger.claim(standing[number % len(standing)]).claim
        judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=replace(claim, quantity=troops(90 + moment.day)), at=moment)


def test_what_an_analyst_accepted_passes_every_threshold(ledger):
    sure, unsure = (level(ledger, id, 3000, published="2020-01-01", confidence=p) for id, p in (("a", 0.9), ("b", 0.2)))
    assert ids(ledger, min_confidence=0.5) == {sure.id}
    judge(ledger, Act.ACCEPT, [unsure.id], by=ANNA, at=at(5))
    assert ids(ledger, min_confidence=0.5) == {sure.id, unsure.id}


def test_a_merged_promise_falls_due_by_the_sentence_that_speaks_for_it(ledger):
    more = {"quantity": troops(delta=800), "status": Status.PLANNED}
    ids = []
    for id, day in (("first", "2020-06-01"), ("newer", "2020-09-01"), ("again", "2020-09-01")):
        report = report_of(f"They will withdraw 800 soldiers, says {id}.", id=id, published=f"2020-0{len(ids) + 1}-05")
        claim = claim_of(report, Kind.FORCE_CHANGE, {**US_IN_IRAQ, "direction": "decrease"}, time=by(day), **more)
        ledger.add(report, [claim])
        ids.append(claim.id)
    assert [one.due for one in due(ledger)] == ["2020-06-01", "2020-09-01"]
    judge(ledger, Act.MERGE, ids, by=ANNA, why="one plan")
    [one] = due(ledger)
    assert (one.due, one.fact.words) == ("2020-06-01", "They will withdraw 800 soldiers, says first.")
    assert also_words(one) == "also told: by 2020-09-01"
    assert "merged or parted 3" in str(review_note(due(ledger)))


def test_an_answer_says_that_an_analyst_merged_or_parted_what_it_rests_on(ledger):
    one, other = (level(ledger, id, 3000, published="2020-01-01") for id in ("one", "two"))
    assert "No analyst has reviewed these 2 claims" in str(review_note(timeline(ledger)))
    judge(ledger, Act.PART, [one.id, other.id], by=ANNA)
    assert "Of 2 claims behind this, an analyst merged or parted 2." in str(review_note(timeline(ledger)))
    judge(ledger, Act.ACCEPT, [one.id], by=ANNA)
    assert "an analyst reviewed 1, and merged or parted 1 more" in str(review_note(timeline(ledger)))


def test_a_judgement_on_what_an_analyst_made_is_never_lost(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    first, second = corrected(claim, 2500), corrected(claim, 2000)
    judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=first)
    judge(ledger, Act.REJECT, [first.id], by=ANNA)
    judge(ledger, Act.CORRECT, [first.id], by=ANNA, value=second)
    assert values(ledger) == [2000]
    assert [one.matched for one in judgements_of(ledger)] == [(claim.id,), (first.id,), (first.id,)]


# Judging what does not stand


@pytest.mark.parametrize("act", [Act.ACCEPT, Act.REJECT, Act.CORRECT])
def test_a_corrected_claim_is_judged_by_what_stands_in_its_place(ledger, act):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    first, second = corrected(claim, 2500), corrected(claim, 2000)
    made = judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=first)
    value = second if act is Act.CORRECT else None
    with pytest.raises(BadJudgement, match=f"was corrected: {first.id} stands in its place.*or undo judgement {made.id} first"):
        judge(ledger, act, [claim.id], by=ANNA, value=value)
    assert len(judgements_of(ledger)) == 1
    undo(ledger, made.id, by=ANNA)
    judge(ledger, act, [claim.id], by=ANNA, value=value)
    assert values(ledger) == {Act.ACCEPT: [3000], Act.REJECT: [], Act.CORRECT: [2000]}[act]


def test_a_claim_corrected_twice_over_names_the_last_correction(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    first, second = corrected(claim, 2500), corrected(claim, 2000)
    judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=first)
    judge(ledger, Act.CORRECT, [first.id], by=ANNA, value=second)
    for id in (claim.id, first.id):
        with pytest.raises(BadJudgement, match=f"{second.id} stands in its place"):
            judge(ledger, Act.ACCEPT, [id], by=ANNA)
    judge(ledger, Act.CORRECT, [second.id], by=ANNA, value=claim)  # back to what was read
    assert ids(ledger) == {claim.id}


def test_a_correction_that_was_undone_does_not_come_to_stand_beside_the_claim(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    first = corrected(claim, 2500)
    made = judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=first)
    undone = undo(ledger, made.id, by=ANNA)
    with pytest.raises(BadJudgement, match=f"does not stand: {claim.id} stands in its place"):
        judge(ledger, Act.ACCEPT, [first.id], by=ANNA)
    undo(ledger, undone.id, by=ANNA)
    assert ids(ledger) == {first.id}


def test_a_rejected_claim_can_be_accepted_after_all_where_nothing_stands_for_it(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    judge(ledger, Act.REJECT, [claim.id], by=ANNA)
    judge(ledger, Act.ACCEPT, [claim.id], by=ANNA)
    assert ids(ledger) == {claim.id}


def test_a_newer_reading_of_what_was_corrected_is_refused(ledger, told):
    soldiers, bases = told
    first = corrected(soldiers, 300)
    judge(ledger, Act.CORRECT, [soldiers.id], by=ANNA, value=first, at=at(2))
    newer = replace(soldiers, source="Somebody")
    reread(ledger, "one", [newer, bases], at=at(3))
    for id in (soldiers.id, newer.id):
        with pytest.raises(BadJudgement, match=f"{first.id} stands in its place"):
            judge(ledger, Act.ACCEPT, [id], by=ANNA)
    assert ids(ledger) == {first.id, bases.id}


def test_an_older_reading_that_is_accepted_takes_the_place_of_the_newer(ledger, told):
    soldiers, bases = told
    newer = replace(soldiers, source="Somebody")
    reread(ledger, "one", [newer, bases], at=at(2))
    judge(ledger, Act.ACCEPT, [soldiers.id], by=ANNA, at=at(3))
    assert ids(ledger) == {soldiers.id, bases.id}
    with pytest.raises(BadJudgement, match=f"does not stand: {soldiers.id} stands in its place"):
        judge(ledger, Act.ACCEPT, [newer.id], by=ANNA, at=at(4))


def test_an_analyst_may_merge_what_differs_in_status(ledger):
    one = level(ledger, "one", 3000, published="2020-01-01")
    other = replace(one, status=Status.PLANNED)
    judge(ledger, Act.ADD, [], by=ANNA, value=other)
    assert len(timeline(ledger)) == 2
    judge(ledger, Act.MERGE, [one.id, other.id], by=ANNA)
    assert len(timeline(ledger)) == 1


DEEDS = st.lists(st.tuples(st.sampled_from(["accept", "reject", "correct", "split", "undo", "undo"]), st.integers(0, 9),
                           st.integers(0, 9)), min_size=3, max_size=14)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds=DEEDS)
def test_of_one_sentence_no_two_versions_ever_stand(deeds, tmp_path_factory):
    with Ledger.create(tmp_path_factory.mktemp("judged") / "l.db") as ledger:
        claim = level(ledger, "one", 3000, published="2020-01-01")
        versions = [claim, *(corrected(claim, number) for number in (2500, 2000, 1500))]
        parts = parts_of(claim, 1000, 900, 800, 700)
        for hour, (deed, one, other) in enumerate(deeds):
            try:
                if deed == "undo":
                    made = judgements_of(ledger)
                    if made:
                        undo(ledger, made[one % len(made)].judgement.id, by=ANNA, at=at(2, hour))
                elif deed == "split":
                    split(ledger, versions[one % 4].id, [parts[other % 4], parts[(other + 1) % 4]], by=ANNA, at=at(2, hour))
                else:
                    value = versions[other % 4] if deed == "correct" else None
                    judge(ledger, Act(deed), [versions[one % 4].id], by=ANNA, value=value, at=at(2, hour))
            except (BadJudgement, UnknownName):
                continue
            standing = ids(ledger)
            assert len(standing) <= 1 or standing <= {part.id for part in parts}, deeds[: hour + 1]


def test_a_correction_on_which_another_rests_is_undone_after_that_one(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    first, second, third = corrected(claim, 2500), corrected(claim, 2000), corrected(claim, 1500)
    judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=first)
    middle = judge(ledger, Act.CORRECT, [first.id], by=ANNA, value=second)
    last = judge(ledger, Act.CORRECT, [second.id], by=ANNA, value=third)
    with pytest.raises(BadJudgement, match=f"would both stand for the same sentence. Undo judgement {last.id} first"):
        undo(ledger, middle.id, by=ANNA)
    undo(ledger, last.id, by=ANNA)
    undone = undo(ledger, middle.id, by=ANNA)
    judge(ledger, Act.CORRECT, [first.id], by=ANNA, value=third)
    with pytest.raises(BadJudgement, match="would both stand for the same sentence"):
        undo(ledger, undone.id, by=ANNA)
    assert ids(ledger) == {third.id}
    assert check(ledger) == ()


def parts_of(claim: Claim, *numbers: float) -> list[Claim]:
    return [corrected(claim, number) for number in numbers]


def test_a_claim_is_split_into_several_that_stand_in_its_place_and_are_undone_as_one(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    made = split(ledger, claim.id, parts_of(claim, 1000, 2000, 500), by=ANNA, why="three countries", at=at(1))
    assert sorted(values(ledger)) == [500, 1000, 2000]
    assert {entry.review for entry in ledger.claims()} == {Review.CORRECTED}
    assert [one.together for one in judgements_of(ledger)] == [
        tuple(other.id for other in made if other is not one) for one in made
    ]
    undone = undo(ledger, made[1].id, by=ANNA, at=at(2))
    assert ids(ledger) == {claim.id}
    assert all(one.undone_by for one in judgements_of(ledger)[:3])
    undo(ledger, undone.id, by=ANNA, at=at(3))
    assert sorted(values(ledger)) == [500, 1000, 2000]
    undo(ledger, "last", by=ANNA, at=at(4))
    assert ids(ledger) == {claim.id}
    assert sorted(values(ledger, added=at(1))) == [500, 1000, 2000]
    assert not check(ledger)


def test_corrections_of_several_claims_are_undone_one_by_one(ledger):
    one, other = (level(ledger, name, number, published="2020-01-01") for name, number in (("one", 3000), ("two", 4000)))
    made = [judge(ledger, Act.CORRECT, [claim.id], by=ANNA, value=corrected(claim, 9), at=at(1)) for claim in (one, other)]
    undo(ledger, made[0].id, by=ANNA, at=at(2))
    assert sorted(values(ledger)) == [9, 3000]
    assert [one.together for one in judgements_of(ledger)] == [(), (), ()]


def test_the_parts_of_a_merged_claim_are_not_merged_with_what_it_was_merged_with(ledger):
    one, other = (level(ledger, name, number, published="2020-01-01") for name, number in (("one", 3000), ("two", 4000)))
    judge(ledger, Act.MERGE, [one.id, other.id], by=ANNA)
    assert len(timeline(ledger)) == 1
    split(ledger, one.id, parts_of(one, 1000, 2000), by=ANNA)
    assert len(timeline(ledger)) == 3


@pytest.mark.parametrize(
    ("numbers", "why"),
    [((1000,), "two parts or more"), ((1000, 3000), "itself"), ((1000, 1000), "two parts have the same values")],
)
def test_a_split_that_cannot_be_says_why_and_changes_nothing(ledger, numbers, why):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    with pytest.raises(BadJudgement, match=why):
        split(ledger, claim.id, parts_of(claim, *numbers), by=ANNA)
    assert ids(ledger) == {claim.id}
    assert judgements_of(ledger) == ()


def test_what_was_split_is_split_no_more_and_keeps_its_parts_through_a_newer_reading(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    split(ledger, claim.id, parts_of(claim, 1000, 2000), by=ANNA)
    with pytest.raises(BadJudgement, match="stand in its place"):
        split(ledger, claim.id, parts_of(claim, 1, 2), by=ANNA)
    reread(ledger, "one", [claim])
    assert sorted(values(ledger)) == [1000, 2000]


def test_a_part_that_was_accepted_keeps_its_split_from_being_undone(ledger):
    claim = level(ledger, "one", 3000, published="2020-01-01")
    made = split(ledger, claim.id, parts_of(claim, 1000, 2000), by=ANNA, at=at(1))
    accepted = judge(ledger, Act.ACCEPT, [made[0].value.id], by=ANNA, at=at(2))
    with pytest.raises(BadJudgement, match=f"would both stand for the same sentence. Undo judgement {accepted.id} first"):
        undo(ledger, made[1].id, by=ANNA, at=at(3))
    assert sorted(values(ledger)) == [1000, 2000]
    undo(ledger, accepted.id, by=ANNA, at=at(4))
    undo(ledger, made[1].id, by=ANNA, at=at(5))
    assert ids(ledger) == {claim.id}


def test_a_correction_to_what_another_claim_says_is_undone_and_brings_back_none_that_was_replaced(ledger):
    words = "Spain and Poland have 200 soldiers each in Iraq."
    report = report_of(words, id="one", published="2020-01-01")
    one, other = (
        claim_of(report, Kind.FORCE_LEVEL, {"actor": name, "place": "Iraq"}, quantity=troops(200))
        for name in ("Spain", "Poland")
    )
    ledger.add(report, [one, other])
    judge(ledger, Act.CORRECT, [other.id], by=ANNA, value=one, at=at(1))
    undo(ledger, "last", by=ANNA, at=at(2))
    assert ids(ledger) == {one.id, other.id}
    judge(ledger, Act.CORRECT, [one.id], by=ANNA, value=corrected(one, 50), at=at(3))
    with pytest.raises(BadJudgement, match="would both stand for the same sentence"):
        judge(ledger, Act.CORRECT, [other.id], by=ANNA, value=one, at=at(4))
    assert sorted(values(ledger)) == [50, 200]
