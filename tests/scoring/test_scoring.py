"""Scoring: what agrees, what is found, usable and exact, what harm is counted, and what is said of files that cannot be used."""

from __future__ import annotations

import json

import pytest

from onrecord.errors import BadScoringInput
from onrecord.model import Kind
from onrecord.scoring import Listing, Names, read_claim_lines, read_listing, render_score, score
from onrecord.scoring.agreement import args_agree, quantities_agree, times_agree
from onrecord.scoring.words import words_of

NAMES = Names({"United States": ["US", "American"], "Iraq": ["Iraqi"], "Islamic State": ["ISIL"]})
GOLD = {
    "doc": "a",
    "kind": "force_change",
    "evidence": [100, 200],
    "args": {"actor": "United States", "place": "Iraq", "direction": "decrease"},
    "quantity": {"to": 2500, "unit": "personnel"},
    "time": {"text": "by January 15", "start": None, "end": "2021-01-15", "type": "deadline"},
    "status": "planned",
    "source": "Wayne Marotto",
}


def scored(*given, gold=(GOLD,), until=None, kinds=()):
    return score(gold, given, [Listing("a", until)], names=NAMES, kinds=kinds)


def given(**changes):
    args = {**GOLD["args"], **changes.pop("args", {})}
    return {**GOLD, **changes, "args": {name: value for name, value in args.items() if value}}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the United States", "American troops", True),
        ("US", "Iraq", False),
        ("Iraqi forces", "Iraqi army", True),
        ("Camp Taji", "Taji base", True),
        ("soldiers", "troops", False),
        ("armed men", "three armed men", True),
        ("Al Asad Air Base", "Erbil Air Base", False),
        ("Nínawá Province", "Ninawa", True),
        (None, None, True),
        ("Iraq", None, False),
        (["United States", "Iraq"], "Iraq and the US", True),
        (["United States", "Iraq"], ["Turkey"], False),
        (["Turkey", "Qatar", "Iraq"], ["Iraq"], True),
        (["Turkey", "Qatar", "Oman", "Iraq"], ["Iraq"], False),
    ],
)
def test_names_are_the_same_by_the_words_that_carry_them(one, other, same):
    assert NAMES.same(one, other) is same
    assert NAMES.same(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Pentagon", "US Department of Defense", True),
        ("ISIS", "Islamic State", True),
        ("US Army", "United States", True),
        ("French soldiers", "France", True),
        ("Islamic State", "United States", False),
        ("KFOR", "Kosovo", False),
        ("State Department", "Islamic State", False),
    ],
)
def test_the_lexicon_knows_states_and_actors_by_their_other_names(one, other, same):
    assert Names.of_lexicon().same(one, other) is same


def test_words_are_compared_without_case_accents_and_plurals():
    assert words_of("The Règime's bases and the U.S. press") == ("regime", "base", "us", "press")


@pytest.mark.parametrize(
    ("gold", "got", "agree"),
    [
        (None, None, True),
        (None, {"value": 1}, False),
        ({"value": 40, "low": None}, {"value": 40, "unit": "rocket"}, True),
        ({"low": 40}, {"value": 40}, False),
        ({"delta": 500}, {"from": 3000, "to": 2500}, True),
        ({"delta": 500}, {"to": 2500}, False),
        ({"delta": -500}, {"delta": 500}, True),
        ({"value": 3, "unit": "USD"}, {"value": 3, "unit": "EUR"}, False),
        ({"value": 3, "unit": "soldier"}, {"value": 3, "unit": "person"}, True),
        ({"value": 3, "unit": "rocket"}, {"value": 3, "unit": "aircraft"}, False),
        ({"value": 3, "unit": "rocket"}, {"value": 3}, True),
    ],
)
def test_quantities_agree_by_the_numbers_of_the_gold(gold, got, agree):
    assert quantities_agree(gold, got) is agree


@pytest.mark.parametrize(
    ("gold", "got", "agree"),
    [
        (None, None, True),
        (None, {"start": "2020", "end": "2020"}, False),
        (None, {"start": None, "end": None, "type": "duration"}, True),
        ({"start": "2020-09", "end": "2020-09"}, {"start": "2020-09-09", "end": "2020-09-09"}, True),
        ({"start": "2020", "end": "2020"}, {"start": "2020-09", "end": "2020-09"}, False),
        ({"start": "2020-09-09"}, {"end": "2020-09-09"}, True),
        ({"start": "2020-09-01", "end": "2020-09-09", "type": "deadline"}, {"end": "2020-09-09", "type": "deadline"}, True),
        ({"start": "XXXX-01-15", "end": "XXXX-01-15"}, {"start": "2021-01-15", "end": "2021-01-15"}, False),
        ({"start": "2020-01-01", "end": None, "type": "duration"}, {"start": "2020-01-01", "end": "2020-01-01"}, False),
    ],
)
def test_times_agree_at_the_precision_of_the_gold(gold, got, agree):
    assert times_agree(gold, got) is agree


@pytest.mark.parametrize(
    ("name", "gold", "got", "agree"),
    [
        ("outcome", ["killed", "wounded"], ["wounded", "killed"], True),
        ("outcome", "killed", "wounded", False),
        ("goods", "training and advice", "advice", True),
        ("goods", "rifles, trucks and fuel", "fuel", True),
        ("goods", "rifles, trucks, tents and fuel", "fuel", False),
        ("actor", "Iraq", None, False),
    ],
)
def test_closed_values_must_be_equal_and_free_words_shared_by_half(name, gold, got, agree):
    assert args_agree(name, gold, got, NAMES) is agree


@pytest.mark.parametrize(
    ("changes", "levels"),
    [
        ({}, (1, 1, 1)),
        ({"kind": "force_level", "args": {"direction": None}}, (0, 0, 0)),
        ({"doc": "b"}, (0, 0, 0)),
        ({"evidence": [160, 260]}, (0, 0, 0)),
        ({"evidence": [140, 200]}, (1, 1, 1)),
        ({"args": {"actor": "Turkey", "place": "Syria"}}, (0, 0, 0)),
        ({"args": {"actor": None}}, (1, 0, 0)),
        ({"args": {"direction": "increase"}}, (1, 0, 0)),
        ({"quantity": None}, (1, 0, 0)),
        ({"status": "actual"}, (1, 0, 0)),
        ({"time": None}, (1, 1, 0)),
        ({"source": None}, (1, 1, 0)),
    ],
)
def test_found_usable_and_exact_ask_for_more_and_more(changes, levels):
    whole = scored(given(**changes)).all
    assert (whole.found, whole.usable, whole.exact) == levels


@pytest.mark.parametrize(
    ("more", "changes"),
    [
        ({"args_alt": {"actor": ["Germany"]}}, {"args": {"actor": "Germany"}}),
        ({"quantity_alt": [{"delta": 500}]}, {"quantity": {"delta": 500}}),
        ({"time_alt": [None]}, {"time": None}),
        ({"status_alt": ["possible"]}, {"status": "possible"}),
        ({"source_alt": [None, "Pentagon"]}, {"source": None}),
    ],
)
def test_what_a_second_annotator_accepts_is_right(more, changes):
    assert scored(given(**changes), gold=[{**GOLD, **more}]).all.exact == 1
    assert scored(given(**changes)).all.exact == 0


def test_an_identifying_arg_that_the_gold_leaves_open_is_invented():
    gold = {**GOLD, "args": {"actor": "United States", "direction": "decrease"}}
    result = scored(given(), gold=[gold])
    assert (result.invented, result.identifying, result.invented_share) == (1, 2, 0.5)
    assert (result.all.usable, result.all.exact) == (1, 0)
    assert scored(given(), gold=[{**gold, "args_alt": {"place": ["Iraq"]}}]).invented == 0


def test_a_plan_given_as_a_fact_is_counted_unless_the_gold_accepts_it():
    assert scored(given(status="actual")).plans_as_facts == 1
    assert scored(given(status="possible")).plans_as_facts == 0
    assert scored(given(status="actual"), gold=[{**GOLD, "status_alt": ["actual"]}]).plans_as_facts == 0


def test_the_status_of_a_call_or_a_pledge_is_not_compared():
    pledge = {**GOLD, "kind": "assistance", "args": {"donor": "US", "recipient": "Iraq", "action": "pledged"}}
    result = scored({**pledge, "status": "actual"}, gold=[pledge])
    assert (result.all.usable, result.plans_as_facts, sum(result.statuses.values())) == (1, 0, 0)


def test_an_optional_claim_is_neither_asked_for_nor_punished():
    optional = {**GOLD, "optional": True}
    for whole in (scored(gold=[optional]).all, scored(given(), gold=[optional]).all):
        assert (whole.wanted, whole.given, whole.found) == (0, 0, 0)
    both = scored(given(), gold=[optional, GOLD])
    assert (both.all.wanted, both.all.given, both.all.found, both.missed) == (1, 1, 1, [])


def test_each_claim_meets_one_and_the_better_pair_comes_first():
    result = scored(given(time=None), given(), gold=[GOLD])
    assert (result.all.exact, result.all.given) == (1, 2)
    assert [row["time"] for row in result.spurious] == [None]
    assert scored(given(), gold=[GOLD, {**GOLD, "status": "actual"}]).missed == [{**GOLD, "status": "actual"}]


def test_what_begins_behind_the_annotated_part_or_is_of_another_kind_is_left_aside():
    assert scored(given(), gold=[], until=100, kinds=[Kind.FORCE_CHANGE]).all.given == 0
    assert scored(given(), gold=[], until=101, kinds=[Kind.FORCE_CHANGE]).all.given == 1
    assert scored(given(), gold=[], kinds=[Kind.SITE]).all.given == 0


def test_every_status_weighs_the_same_in_the_macro_f1():
    rows = [{**GOLD, "evidence": [n, n + 9]} for n in range(0, 50, 10)]
    gold = [{**row, "status": "actual"} for row in rows[:4]] + [{**rows[4], "status": "denied"}]
    result = scored(*({**row, "status": "actual"} for row in rows), gold=gold)
    assert result.statuses == {("actual", "actual"): 4, ("denied", "actual"): 1}
    assert result.status_f1 == pytest.approx((8 / 9 + 0) / 2)
    assert scored().status_f1 == 0.0


def test_the_table_shows_kinds_harm_and_the_statuses():
    gold = [GOLD, {**GOLD, "evidence": [300, 400]}]
    lines = render_score(scored(given(status="actual"), gold=gold)).splitlines()
    assert lines[1].split() == [
        "force_change",
        "2",
        "1",
        "1.00",
        "0.50",
        "0.667",
        "0.00",
        "0.00",
        "0.000",
        "0.00",
        "0.00",
        "0.000",
    ]
    assert lines[2].split()[0] == "HEART"
    assert "plans shown as facts: 1" in lines
    assert "identifying args invented: 0 of 2 given (0.000)" in lines
    assert next(line for line in lines if line.startswith("planned")).split()[1:3] == ["1", "0"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: no JSON"),
        ("[1]", "line 2: a list, not an object"),
        (json.dumps({**GOLD, "doc": ""}), "no `doc`. Give the report's id"),
        (json.dumps({**GOLD, "kind": "war"}), "`kind` is 'war'. Write one of force_level"),
        (json.dumps({**GOLD, "evidence": [9, 9]}), "`evidence` is [9, 9]"),
        (json.dumps({**GOLD, "evidence": "here"}), "`evidence` is 'here'"),
        (json.dumps({**GOLD, "args": ["x"]}), "`args` is no object"),
        (json.dumps({**GOLD, "status": "done"}), "`status` is 'done'. Write one of actual"),
        (json.dumps({**GOLD, "status_alt": ["done"]}), "`status_alt` is 'done'"),
        (json.dumps({**GOLD, "quantity": {"value": "40"}}), "`quantity` has value '40'. Write numbers without"),
        (json.dumps({**GOLD, "quantity": 40}), "`quantity` is 40"),
        (json.dumps({**GOLD, "time": "2020"}), "`time` is '2020'"),
    ],
)
def test_a_line_that_is_no_claim_is_told_with_its_place_and_remedy(line, said, tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text(f"{json.dumps(GOLD)}\n{line}\n", encoding="utf-8")
    with pytest.raises(BadScoringInput, match=r"claims\.jsonl, line 2: ") as raised:
        read_claim_lines(path)
    assert said in str(raised.value)


def test_files_of_claims_reports_and_names_that_cannot_be_read_are_told(tmp_path):
    bad = tmp_path / "bad"
    bad.write_bytes(b'"\xff"')
    for read in (read_claim_lines, read_listing, Names.of_file):
        with pytest.raises(BadScoringInput, match="bad: "):
            read(bad)
    with pytest.raises(BadScoringInput, match=r"nowhere: cannot be read"):
        read_listing(tmp_path / "nowhere")


def test_a_listing_says_how_far_a_report_is_annotated(tmp_path):
    path = tmp_path / "docs.jsonl"
    path.write_text('{"doc": "a"}\n\n{"doc": "b", "annotated_until": 90}\n', encoding="utf-8")
    assert read_listing(path) == [Listing("a"), Listing("b", 90)]
    path.write_text('{"doc": "a", "annotated_until": "all"}\n', encoding="utf-8")
    with pytest.raises(BadScoringInput, match="line 1: `annotated_until` is 'all'"):
        read_listing(path)


def test_sources_are_counted_by_whether_the_gold_names_one():
    named, own = GOLD, {**GOLD, "doc": "a", "evidence": [300, 400], "source": None}
    said = [given(source="Ann Lee"), {**given(), "evidence": [300, 400], "source": "Ann Lee"}]
    compared = scored(*said, gold=(named, own))
    assert (compared.source_share(named=True), compared.source_share(named=False)) == (0.0, 0.0)
    right = scored(given(), {**given(), "evidence": [300, 400], "source": None}, gold=(named, own))
    assert (right.source_share(named=True), right.source_share(named=False)) == (1.0, 1.0)
