"""The measures: what is missing is skipped aloud, floors hold, and the output is what it says."""

from __future__ import annotations

import json

import pytest
from evals.__main__ import main, measures
from evals.data import run_scorer
from evals.floors import check, pin
from evals.ordinary import false_claims, said
from evals.reading import GOLD, Reading
from evals.releases import AS_CODED, ISAF_FIELDS
from evals.show import markdown, table
from evals.speed import best_of_turns
from evals.stages import is_right

from onrecord.model import Kind, Report
from onrecord.pipeline import Extractor


@pytest.fixture
def no_data(monkeypatch, tmp_path):
    monkeypatch.setenv("ONRECORD_EVAL_DATA", str(tmp_path / "nowhere"))


def test_what_is_missing_is_named_in_the_last_line_and_the_rest_measured(no_data, capsys, monkeypatch):
    for slow in ("crashes", "crowd", "ledger", "echoes"):  # they need no data, and minutes
        monkeypatch.setattr(f"evals.__main__.measure_{slow}", lambda *show: iter(()))
    assert main([]) == 0
    printed = capsys.readouterr().out
    last = printed.splitlines()[-1]
    assert last.startswith("Skipped: ")
    for name in ("claims", "seed", "isaf", "strikes", "dates", "quantities", "attribution", "stages", "speed"):
        assert f"{name} (" in last
    assert "deadlines: right" in printed


def test_the_posture_reports_hold_what_their_readme_says():
    gold = GOLD / "posture"
    claims = [json.loads(line) for line in (gold / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {path.stem: json.loads(path.read_text(encoding="utf-8"))["text"] for path in (gold / "reports").glob("*.json")}
    optional = sum(bool(claim.get("optional")) for claim in claims)
    assert f"{len(texts)} reports" in (gold / "README.md").read_text(encoding="utf-8")
    assert f"{len(claims):,} claims, {optional} of them optional" in (gold / "README.md").read_text(encoding="utf-8")
    for claim in claims:
        begin, end = claim["evidence"]
        assert texts[claim["doc"]][begin:end].strip() == texts[claim["doc"]][begin:end] != ""


SCORER = """
import json, sys
gold, *rest = sys.argv[1:]
if "--dump-texts" in rest:
    row = {"id": "0", "text": "Three rebels were killed in Helmand province on Monday.", "published": "2011-06-08"}
    open(rest[-1], "w").write(json.dumps(row))
else:
    claims = [json.loads(line) for line in open(rest[0])]
    assert [(c["kind"], c["quantity"]["value"]) for c in claims] == [("casualties", 3)], claims
    print(open(gold).read())
"""


@pytest.mark.parametrize(
    ("name", "scorer", "gold", "printed", "figures"),
    [
        (
            "isaf",
            "isaf_eval.py",
            "isaf/dev.jsonl",
            "field   claims  GPT-4o\n"
            + "".join(f"{field}      50.5   97.0\n" for field in ISAF_FIELDS)
            + "killq: P / R   10.0 / 9.0",
            {f"isaf: {field}": 0.505 for field in (*ISAF_FIELDS, AS_CODED)},
        ),
        (
            "strikes",
            "strikes_eval.py",
            "centcom-strikes/dev.csv",
            "9 lines in 2 releases: right 96.9, place 97.0, number 98.1; precision 98.8\nlines without an attack claim 52",
            {"strikes: right": 0.969, "strikes: place": 0.97, "strikes: number": 0.981, "strikes: precision": 0.988},
        ),
    ],
)
def test_releases_are_read_and_the_scorers_figures_shown(name, scorer, gold, printed, figures, monkeypatch, tmp_path):
    monkeypatch.setenv("ONRECORD_EVAL_DATA", str(tmp_path))
    for path, text in ((tmp_path / "eval" / scorer, SCORER), (tmp_path / "data" / gold, printed)):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    assert dict(measures(print, triage=True)[name]()) == pytest.approx(figures)


def test_the_reports_about_nothing_military_are_whole_and_of_both_halves():
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "ordinary" / "reports").glob("*.json"))]
    assert f"{len(reports)} reports" in (GOLD / "ordinary" / "README.md").read_text(encoding="utf-8")
    assert {report["id"][:2] for report in reports} == {"a-", "b-"}
    for report in reports:
        assert set(report) == {"id", "title", "published", "outlet", "text"}
        assert report["text"].startswith(report["title"] + "\n\n")
        assert "(sample)" in report["outlet"]


def test_a_claim_that_any_news_may_make_is_not_false():
    text = "Mayor Ann Lee said that the army killed two men in Syria on Monday. She met President Bashar al-Assad in Damascus."
    report = Report(id="a", text=text, published="2020-01-01")
    reading = Reading((report,), tuple(Extractor().claims(report)), 0, 1.0)
    assert [claim.kind for claim in false_claims(reading)] == [Kind.CASUALTIES]
    assert said(reading, false_claims(reading)[0]).splitlines()[0].startswith("a: casualties by casualties (")


def test_the_claims_behind_the_figures_are_shown_for_the_half_that_may_be_read(no_data, capsys):
    assert main(["--only", "ordinary"]) == 0
    printed = capsys.readouterr().out
    assert "ordinary reports b: false claims for ten reports" in printed
    assert not any(line.startswith("b-") for line in printed.splitlines())


def test_triage_is_measured_on_what_is_there_and_counts_what_it_costs(no_data, capsys):
    assert main(["--only", "triage"]) == 0
    printed = capsys.readouterr().out
    assert "skipped: triage on the development reports" in printed
    figures = {
        line.rpartition("  ")[0].strip(): line.split()[-1] for line in printed.splitlines() if line.startswith("  triage")
    }
    for half in "ab":
        lost = float(figures[f"triage, posture reports {half}: claims lost"])
        without = int(figures[f"triage, posture reports {half}: found without it"])
        assert 0 <= lost < 0.1
        assert without >= int(figures[f"triage, posture reports {half}: found with it"]) - 2
        assert 0.1 < float(figures[f"triage, posture reports {half}: share of words parsed"]) < 1


def test_only_what_is_asked_for_is_measured(no_data, capsys):
    assert main(["--only", "deadlines"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing was skipped."


@pytest.mark.parametrize("options", [["--lower"], ["--pin", "--no-triage"], ["--page", "--no-triage"], ["--only", "verbs"]])
def test_options_that_do_not_go_together_are_refused(options, no_data, capsys):
    with pytest.raises(SystemExit) as stop:
        main(options)
    assert stop.value.code == 2


def test_floors_rise_and_fall_only_when_told(tmp_path):
    file, floors = tmp_path / "floors.json", {"dates: value F1": 0.8}
    pin(
        {"dates: value F1": 0.81239, "speed, news: times plain spaCy": 2.0, "dates: tokens a second": 9.0},
        floors,
        lower=False,
        path=file,
    )
    assert json.loads(file.read_text()) == {"dates: value F1": 0.81}
    pin({"dates: value F1": 0.7}, floors, lower=False, path=file)
    assert json.loads(file.read_text()) == {"dates: value F1": 0.81}
    pin({"dates: value F1": 0.7}, floors, lower=True, path=file)
    assert json.loads(file.read_text()) == {"dates: value F1": 0.7}


def test_what_should_be_none_has_a_ceiling(tmp_path, capsys):
    floors: dict[str, float] = {}
    pin({"claims: plans_as_facts": 1.0}, floors, lower=False, path=tmp_path / "floors.json")
    pin({"claims: plans_as_facts": 2.0}, floors, lower=False, path=tmp_path / "floors.json")
    assert floors == {"claims: plans_as_facts": 1.0}
    assert check({"claims: plans_as_facts": 0.0}, floors) == 0
    assert check({"claims: plans_as_facts": 2.0}, floors) == 1
    assert "ABOVE ITS CEILING" in capsys.readouterr().out


def test_a_figure_holds_against_the_floor_that_it_set(tmp_path):
    floors: dict[str, float] = {}
    for figure in (2 / 3, 0.29, 1.0, 0.57):
        pin({"a": figure}, floors, lower=True, path=tmp_path / "floors.json")
        assert check({"a": figure}, floors) == 0


def test_a_share_that_should_be_low_has_a_ceiling_rounded_up(tmp_path):
    floors: dict[str, float] = {}
    name = "ordinary reports a: false claims for ten reports"
    pin({name: 1.2501}, floors, lower=False, path=tmp_path / "f")
    pin({name: 2.0}, floors, lower=False, path=tmp_path / "f")
    assert floors == {name: 1.255}
    assert (check({name: 1.2501}, floors), check({name: 1.26}, floors)) == (0, 1)


def test_parts_of_a_figure_are_not_pinned(tmp_path):
    floors: dict[str, float] = {}
    pin(
        {"claims: found, recall": 0.7, "kind, claims, site: found": 0.6, "triage, news: claims lost": 0.01},
        floors,
        lower=False,
        path=tmp_path / "f",
    )
    assert floors == {}


def test_a_limit_set_by_hand_holds_and_stays(tmp_path):
    floors = {"triage, news: claims lost": 0.01}
    pin({"triage, news: claims lost": 0.0}, floors, lower=False, path=tmp_path / "f")
    assert (floors, check({"triage, news: claims lost": 0.011}, floors)) == ({"triage, news: claims lost": 0.01}, 1)


def test_more_claimed_wrongly_than_missed_fails_the_check(capsys):
    assert check({"claims: found, precision": 0.6, "claims: found, recall": 0.7}, {}) == 1
    assert "PRECISION BELOW RECALL: claims: found: 0.600, 0.700" in capsys.readouterr().out
    assert check({"claims: found, precision": 0.7, "claims: found, recall": 0.6}, {}) == 0


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"a": 0.49}, "BELOW ITS FLOOR: a: 0.4900, pinned at 0.5000"),
        ({"speed, news: times plain spaCy": 0.7}, "SLOWER THAN PLAIN SPACY"),
    ],
)
def test_a_fall_fails_the_check_and_is_said(figures, said, capsys):
    assert check(figures, {"a": 0.5}) == 1
    assert said in capsys.readouterr().out


def test_the_table_is_aligned():
    lines = table(
        "Dates", {"dates: value F1": 0.81, "dates: tokens a second": 36061.9, "isaf: sound rows": 0.9, "deadlines: rows": 331.0}
    ).splitlines()
    assert lines[0] == "Dates"
    assert [line.split()[-1] for line in lines[1:5]] == ["0.810", "36,062", "0.900", "331"]
    assert len(lines[1]) == len(lines[2])


def test_the_readmes_table_leaves_out_what_was_not_measured():
    rows = markdown({"deadlines: right": 0.98}).splitlines()
    assert rows[:2] == ["| Figure | Value |", "| --- | --- |"]
    assert [row.split(" | ")[-1] for row in rows[2:]] == ["0.980 |"]


def test_works_take_turns_and_each_is_timed():
    done: list[str] = []
    best = best_of_turns(lambda: iter([done.append("a")]), lambda: iter([done.append("b")]), turns=2)
    assert "".join(done) == "baabba"
    assert all(0 < seconds < 1 for seconds in best)


def test_a_deadline_is_right_only_as_a_whole():
    row = {
        "sentence": "Troops leave by May 1.",
        "base": "2021-02-20",
        "text": "by May 1",
        "start": "",
        "end": "2021-05-01",
        "type": "deadline",
    }
    assert is_right(row)
    assert not is_right(row | {"end": "2020-05-01"})


def test_a_scorer_that_fails_stops_the_run(tmp_path):
    scorer = tmp_path / "scorer.py"
    scorer.write_text("raise SystemExit('no gold')")
    with pytest.raises(SystemExit, match="no gold"):
        run_scorer(scorer)
