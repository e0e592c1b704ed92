"""Labelled pairs of claims: the files hold what their README says, and the figures are what they claim to be."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from evals.__main__ import main
from evals.data import Missing, data_folder, load_lines
from evals.merging import Judged, agreement, confusion, disputing, judge, kappa, merging, parting, said
from evals.pairs import FOLDER, WHYS, Pair, load_pairs, pairs_of, report_text
from evals.standoff import quotes

from onrecord.model import Cause, Dispute

LABELS = load_lines(FOLDER / "pairs.jsonl")
CLAIMS = {row["key"]: row for row in load_lines(FOLDER / "claims.jsonl")}


def claim_row(key: str, **more: object) -> dict[str, object]:
    row = {"key": key, "set": "samples", "doc": f"r-{key}", "published": "2024-05-02", "outlet": "Cape Post", "source": None}
    row |= {"kind": "force_level", "evidence": [0, 38], "status": "actual", "words": "Some 400 marines of Arcadia are in Oz."}
    return row | {"args": {"actor": "Arcadia", "place": "Oz"}, "quantity": {"value": 400, "unit": "personnel"}} | more


def pair_of(**label: object) -> Pair:
    """Two made-up claims, with this label."""
    claims = [claim_row("a"), claim_row("b", quantity={"value": 900, "unit": "personnel"})]
    [pair] = pairs_of([{"one": "a", "other": "b", "same": False, "half": "tune", **label}], claims, {})
    return pair


def judged(
    *,
    same: bool,
    merged: bool,
    why: str = "",
    also: tuple[str, ...] = (),
    causes: tuple[str, ...] = (),
    parting: str = "none",
) -> Judged:
    return Judged(pair_of(same=same, why=why, also=also), merged, causes, parting)


def test_the_readme_counts_its_pairs():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    same = sum(row["same"] for row in LABELS)
    assert f"{len(LABELS)} pairs of claims, {same} of them the same fact" in readme
    assert f"| {len(CLAIMS)} claims, each once" in readme
    assert f"a second reading of {len(load_lines(FOLDER / 'second.jsonl'))} pairs" in readme


def test_there_are_enough_pairs_of_each_sort():
    whys = [row.get("why") for row in LABELS]
    assert len(LABELS) >= 300
    assert sum(row["same"] for row in LABELS) >= 120
    assert sum(why in {"scope", "newer", "day", "rounding", "contradiction", "status"} for why in whys) >= 100


def test_every_label_is_whole():
    for row in LABELS:
        assert {row["one"], row["other"]} <= CLAIMS.keys()
        assert row["half"] in {"tune", "measure"}
        assert ("why" in row) is not row["same"]
        assert {row.get("why", "event"), *row.get("also", ())} <= set(WHYS)


def test_the_claims_of_a_pair_are_of_one_kind_or_both_about_forces():
    for row in LABELS:
        kinds = {CLAIMS[row["one"]]["kind"], CLAIMS[row["other"]]["kind"]}
        assert len(kinds) == 1 or (kinds == {"force_level", "force_change"} and not row["same"])


def test_no_pair_stands_twice():
    assert len({frozenset((row["one"], row["other"])) for row in LABELS}) == len(LABELS)


def test_the_second_reading_is_of_pairs_that_are_there():
    known = {(row["one"], row["other"]) for row in LABELS}
    assert all((row["one"], row["other"]) in known for row in load_lines(FOLDER / "second.jsonl"))


def test_claims_on_the_texts_of_others_are_without_their_words():
    for row in (row for row in CLAIMS.values() if row["set"] != "samples"):
        assert "words" not in row
        assert row["kind"] != "statement"
        assert not [name for name in ("time", "announced") if isinstance(row.get(name, {}).get("text"), str)]


def test_no_more_words_in_a_row_than_a_name_needs_stand_in_them():
    if not (data_folder() / "eval" / "claims").exists():
        pytest.skip("the texts of the development reports are not here")
    for row in (row for row in CLAIMS.values() if row["set"] == "reports"):
        text = report_text(row["doc"])
        assert not [value for value in row["args"].values() if isinstance(value, str) and quotes(value, text)]


def test_without_the_texts_the_pairs_are_missing(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("ONRECORD_EVAL_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(Missing):
        load_pairs()
    assert main(["--only", "pairs"]) == 0
    assert capsys.readouterr().out.startswith("Skipped: pairs (")


def test_words_that_are_offsets_come_back_from_the_text():
    text = "On Monday 400 marines of Arcadia landed in Oz."
    row = claim_row("a", set="reports", evidence=[0, 46], time={"text": {"at": [0, 9]}, "start": None, "end": None})
    [pair] = pairs_of([{"one": "a", "other": "a", "same": True, "half": "tune"}], [row], {"reports": lambda doc: text})
    assert pair.one.words == text
    assert pair.one.claim.time.text == "On Monday"
    assert pair.set == "reports"


def test_two_claims_with_the_same_content_are_one_fact_and_with_other_numbers_two():
    pair = pair_of(why="newer")
    assert judge(pair).merged is False
    again = replace(pair.one, report=replace(pair.one.report, id="again"))
    assert judge(replace(pair, other=replace(again, claim=replace(again.claim, doc="again")))).merged is True


def test_precision_and_recall_of_joining_are_over_the_pairs_that_are_one_fact():
    rows = [judged(same=True, merged=True), judged(same=True, merged=False), judged(same=False, merged=True, why="day")]
    figures = dict(merging("x", [*rows, judged(same=True, merged=True)]))
    assert figures["x: same fact, precision"] == pytest.approx(2 / 3)
    assert figures["x: same fact, recall"] == pytest.approx(2 / 3)
    assert figures["x: same fact, F1"] == pytest.approx(2 / 3)


def test_nothing_joined_is_no_precision_rather_than_an_error():
    assert dict(merging("x", [judged(same=False, merged=False, why="day")]))["x: same fact, F1"] == 0


def test_a_difference_of_scope_that_is_called_a_contradiction_is_counted():
    rows = [
        judged(same=False, merged=False, why="scope", causes=("contradiction",)),
        judged(same=False, merged=False, why="scope", also=("newer",), causes=("newer",)),
        judged(same=False, merged=False, why="contradiction", causes=("contradiction",)),
        judged(same=False, merged=False, why="event", causes=("contradiction",)),
        judged(same=False, merged=False, why="day"),
    ]
    figures = dict(disputing(rows))
    assert figures["pairs: scope called contradictions"] == 1
    assert figures["pairs: contradictions invented"] == 2
    assert figures["pairs: contradictions told, of all"] == 1
    assert figures["pairs: cause of dispute right, of those told"] == pytest.approx(2 / 3)
    assert figures["pairs: cause of dispute right, of all"] == pytest.approx(2 / 4)


def test_what_parts_two_is_measured_over_all_and_over_those_of_one_thing():
    rows = [
        judged(same=False, merged=False, why="scope", parting="scope"),
        judged(same=False, merged=False, why="scope", also=("newer",), parting="newer"),
        judged(same=False, merged=False, why="day", parting="contradiction"),
        judged(same=False, merged=True, why="event"),
        judged(same=True, merged=True),
    ]
    figures = dict(parting("x", rows))
    assert figures["x: why two, right"] == pytest.approx(2 / 4)
    assert figures["x: why two, of one thing, right"] == pytest.approx(2 / 3)
    assert figures["x: why two, contradictions invented"] == 1
    assert "scope           1 scope, 1 newer" in confusion(rows)


def test_the_causes_are_those_that_the_ledger_gives(monkeypatch):
    monkeypatch.setattr(
        "evals.merging.disputes_of", lambda facts: [Dispute(facts[0], facts[1], Cause.SCOPE, "they count otherwise")]
    )
    found = judge(pair_of(why="scope"))
    assert found.causes == ("scope",)
    assert found.cause == "scope"


@pytest.mark.parametrize(
    ("pairs", "figure"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a"), ("a", "a")], 1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([], 0.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs, figure):
    assert kappa(pairs) == pytest.approx(figure)


def test_the_second_reading_is_compared_pair_by_pair():
    first = [{"one": "a", "other": "b", "same": True}, {"one": "a", "other": "c", "same": False, "why": "day"}]
    second = [{"one": "a", "other": "c", "same": False, "why": "event"}, {"one": "a", "other": "b", "same": True}]
    figures = dict(agreement(first, second))
    assert figures["pairs, second reading: labelled pairs"] == 2
    assert figures["pairs, second reading: same fact, kappa"] == 1
    assert figures["pairs, second reading: same fact or why not, kappa"] < 1


def test_a_pair_on_which_ledger_and_label_part_is_shown_without_its_sentence():
    shown = said(judged(same=False, merged=True, why="newer"))
    assert shown.splitlines()[0] == "merged, labelled newer: force_level"
    assert "r-a: actor Arcadia, place Oz; value 400; actual" in shown
    assert "marines" not in shown


def test_the_files_are_json_lines():
    for name in ("pairs", "claims", "second"):
        text = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
        assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
