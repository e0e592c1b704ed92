"""``python -m evals.score``, and that it says what the scorer that comes with the gold says."""

from __future__ import annotations

import json

import pytest
from evals.data import Missing, load_lines, needed, run_scorer
from evals.reading import GOLD, read_development, shared_names
from evals.score import main

from onrecord.model import HEART
from onrecord.scoring import read_claim_lines, read_listing, score

CLAIM = {"doc": "a", "kind": "role", "evidence": [0, 9], "args": {"person": "Ann Lee", "role": "mayor"}}


@pytest.fixture
def files(tmp_path):
    for name, doc in (("gold", "a"), ("given", "a"), ("other", "b")):
        (tmp_path / name).write_text(json.dumps({**CLAIM, "doc": doc}) + "\n", encoding="utf-8")
    return tmp_path


def test_claims_of_ones_own_are_scored(files, capsys):
    assert main([str(files / "gold"), str(files / "given")]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[:6] == ["role", "1", "1", "1.00", "1.00", "1.000"]


def test_missed_and_spurious_claims_are_shown_when_asked_for(files, capsys):
    (files / "given").write_text(json.dumps({**CLAIM, "evidence": [20, 29]}) + "\n", encoding="utf-8")
    assert main([str(files / "gold"), str(files / "given"), "--errors", "5", "--kind", "role"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[-2:]] == ["missed", "spurious"]


def test_claims_of_other_reports_alone_are_a_mistake(files, capsys):
    assert main([str(files / "gold"), str(files / "other")]) == 2
    assert "no claim names a report of the gold" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(files, capsys):
    assert main([str(files / "gold"), str(files / "nowhere"), "--docs", str(files / "gold")]) == 2
    assert "nowhere: cannot be read" in capsys.readouterr().err


def test_it_agrees_with_the_scorer_that_comes_with_the_gold(tmp_path):
    try:
        scorer, folder = needed("eval", "score_claims.py"), needed("eval", "claims")
    except Missing as missing:
        pytest.skip(f"the gold reports are missing: {missing}")
    rows = read_development().rows
    pred = tmp_path / "pred.jsonl"
    pred.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    command = ("--gold", str(folder / "dev.jsonl"), "--docs", str(folder / "dev.docs.jsonl"), "--pred", str(pred), "--json")
    theirs = json.loads(run_scorer(scorer, *command))
    ours = score(read_claim_lines(folder / "dev.jsonl"), rows, read_listing(folder / "dev.docs.jsonl"), names=shared_names())
    assert (ours.all.wanted, ours.all.given) == (theirs["gold"], theirs["pred"])
    for level in ("found", "usable", "exact"):
        assert ours.all.rates(level).f1 == pytest.approx(theirs[level], abs=1e-4)
    assert ours.heart.rates("usable").f1 == pytest.approx(theirs["heart_usable"], abs=1e-4)
    assert ours.plans_as_facts == theirs["plans_as_facts"]
    assert {kind for kind in ours.kinds if kind in HEART}


def test_it_agrees_on_the_second_reading_of_the_posture_reports(tmp_path):
    try:
        scorer, names = needed("eval", "score_claims.py"), shared_names()
    except Missing as missing:
        pytest.skip(f"the scorer that comes with the gold is missing: {missing}")
    gold, second = GOLD / "posture" / "claims.jsonl", GOLD / "posture" / "second.jsonl"
    docs = tmp_path / "docs.jsonl"
    docs.write_text(
        "".join(f'{{"doc": "{doc}"}}\n' for doc in sorted({row["doc"] for row in load_lines(second)})), encoding="utf-8"
    )
    theirs = json.loads(run_scorer(scorer, "--gold", str(gold), "--docs", str(docs), "--pred", str(second), "--json"))
    ours = score(read_claim_lines(gold), read_claim_lines(second), read_listing(docs), names=names)
    for level in ("found", "usable", "exact"):
        assert ours.all.rates(level).f1 == pytest.approx(theirs[level], abs=1e-4)
