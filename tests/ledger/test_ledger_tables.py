"""Flat tables of claims and facts: documented columns, stable ids, on request without a word of the reports."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from datetime import date

import pytest
from made import US_IN_IRAQ, by, claim_of, level, on, report_of, troops

from onrecord.errors import MissingExtra
from onrecord.ledger import (
    COLUMNS,
    FACT_COLUMNS,
    Filters,
    columns_of,
    export_csv,
    export_jsonl,
    judge,
    rows_of,
    timeline,
    withdraw,
    write_parquet,
)
from onrecord.model import Act, Kind, Status, claim_from_json

MARKER = "Zanthorpe"
PLAN = f"{MARKER} will cut to 3,000 if the pelicanids leave."
SAID = f"“{MARKER} stays,” she said."
WORDY = ("title", "words", "time_text", "announced_text", "arg_content", "arg_condition", "arg_act", "arg_cue")


@pytest.fixture
def three(ledger):
    """A level that two outlets state, the second a day later; and a report with a plan and a statement, full of marked words."""
    level(ledger, "late", 5200, published="2020-09-10", time=on("2020-09-01"))
    level(ledger, "early", 5200, published="2020-09-09", time=on("2020-09-01"), source="A. Speaker")
    report = replace(
        report_of(PLAN, SAID, id="worded", published="2020-09-11"), title=f"{MARKER} to cut", url="https://wire.example/1"
    )
    plan = claim_of(
        report, Kind.FORCE_CHANGE, {**US_IN_IRAQ, "direction": "decrease", "counting": f"{MARKER} and all who came with it from the north"},
        words=PLAN, quantity=troops(to=3000), time=replace(by("2021-01"), text=f"by {MARKER} day"), announced=on("2020-09", text=MARKER),
        status=Status.PLANNED,
    )  # fmt: skip
    said = claim_of(report, Kind.STATEMENT, {"speaker": "she", "cue": "said", "content": f"{MARKER} stays"}, words=SAID)
    ledger.add(report, [plan, said])
    return ledger


@pytest.mark.parametrize("columns", [columns_of(facts=facts, text=text) for facts in (False, True) for text in (False, True)])
def test_every_column_says_what_it_holds_and_is_of_a_known_type(columns):
    assert all(column.says.strip() for column in columns.values())
    assert {column.type for column in columns.values()} <= {"text", "number", "whole", "truth", "day", "texts"}


def test_without_text_the_columns_that_hold_words_are_not_there():
    assert [name for name in COLUMNS if name not in columns_of(text=False)] == [
        "title", "arg_act", "arg_condition", "arg_content", "arg_cue", "time_text", "announced_text", "words",
    ]  # fmt: skip
    gone = [name for name in FACT_COLUMNS if name not in columns_of(facts=True, text=False)]
    assert gone == ["arg_act", "arg_condition", "arg_content", "arg_cue", "time_text", "words"]


@pytest.mark.parametrize("facts", [False, True])
@pytest.mark.parametrize("export", [export_csv, export_jsonl])
def test_without_text_no_word_of_a_report_goes_out(three, export, facts):
    assert MARKER in "".join(export(three, facts=facts))
    out = "".join(export(three, facts=facts, text=False))
    assert MARKER not in out
    assert "“" not in out
    assert "https://wire.example/1" in out


def test_without_text_a_claim_still_says_where_it_stands_and_in_which_text(three):
    whole = [json.loads(line) for line in export_jsonl(three, Filters(kind="force_change"))]
    [line] = [json.loads(line) for line in export_jsonl(three, Filters(kind="force_change"), text=False)]
    assert line["id"] == whole[0]["id"] == three.claims(kind="force_change")[0].claim.id
    assert line["evidence"] == whole[0]["evidence"]
    assert line["args"] == {"actor": "United States", "place": "Iraq", "direction": "decrease"}
    assert line["time"] == {"start": None, "end": "2021-01", "type": "deadline"}
    assert line["report"] == {
        "outlet": "Sample Wire", "published": "2020-09-11", "url": "https://wire.example/1", "hash": three.report("worded").hash,
    }  # fmt: skip


def test_a_fact_is_a_row_with_counts_and_the_ids_of_its_claims(three):
    [row] = rows_of(three, Filters(kind="force_level"), facts=True)
    early, late = (three.claims(doc=id)[0].claim.id for id in ("early", "late"))
    assert row["id"] == f"f-{early}"
    assert row["claim_ids"] == [early, late]
    assert (row["claims"], row["reports"], row["outlets"], row["origins"], row["reviewed"]) == (2, 2, 1, 1, 0)
    assert (row["arg_actor"], row["value"], row["unit"], row["known"]) == ("United States", 5200, "personnel", "2020-09-09")
    assert (row["first_day"], row["last_day"], row["dated_by"], row["joined"]) == (
        "2020-09-01",
        "2020-09-01",
        "text",
        "same values",
    )


def test_the_id_of_a_fact_stays_when_later_reports_join_it(three):
    before = {row["id"]: row["claims"] for row in rows_of(three, facts=True)}
    level(three, "later", 5200, published="2020-09-12", time=on("2020-09-01"))
    after = {row["id"]: row["claims"] for row in rows_of(three, facts=True)}
    assert before.keys() == after.keys()
    assert sum(after.values()) == sum(before.values()) + 1


def test_the_facts_are_those_of_the_answers(three):
    [told] = timeline(three, kind="force_level")
    [row] = rows_of(three, Filters(kind="force_level"), facts=True)
    assert row["words"] == told.words
    then = list(rows_of(three, Filters(known="2020-09-09"), facts=True))
    assert [row["claims"] for row in then] == [1]


def test_a_row_says_what_analysts_said(three):
    judge(three, Act.ACCEPT, [three.claims(doc="early")[0].claim.id], by="Anna")
    assert [row.get("review") for row in rows_of(three, Filters(kind="force_level"))] == ["accepted", None]
    assert [row["reviewed"] for row in rows_of(three, Filters(kind="force_level"), facts=True)] == [1]


def test_what_an_outlet_took_back_is_marked_with_what_replaced_it(ledger):
    for id, number, corrects in (("first", 8992, None), ("second", 8892, "first")):
        report = report_of(f"{number} soldiers.", id=id, published="2020-07-01", corrects=corrects)
        ledger.add(report, [claim_of(report, Kind.FORCE_LEVEL, dict(US_IN_IRAQ), quantity=troops(number))])
    old, new = rows_of(ledger, facts=True)
    assert (old["corrected_by"], "corrected_by" in new) == (new["claim_ids"][0], False)


def test_csv_joins_lists_and_keeps_the_order_of_the_columns(three):
    rows = list(csv.DictReader(io.StringIO("".join(export_csv(three, facts=True)), newline="")))
    assert list(rows[0]) == list(FACT_COLUMNS)
    assert max(len(row["claim_ids"].split("; ")) for row in rows) == 2


def test_parquet_has_the_same_rows_with_types(three, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    for facts in (False, True):
        path, columns = tmp_path / f"{facts}.parquet", columns_of(facts=facts)
        rows = list(rows_of(three, facts=facts))
        assert write_parquet(path, columns, rows) == len(rows) == parquet.read_metadata(path).num_rows
        table = parquet.read_table(path)
        assert table.schema.names == list(columns)
        assert [row["id"] for row in table.to_pylist()] == [row["id"] for row in rows]
        assert [row["to"] for row in table.to_pylist()] == [row.get("to") for row in rows]
        assert table.schema.field("value").metadata == {b"says": b"the number that is stated"}
    row = table.to_pylist()[0]
    assert (row["first_day"], row["claims"], row["value"], row["approx"]) == (date(2020, 9, 1), 2, 5200.0, None)
    assert isinstance(row["claim_ids"], list)


def test_an_empty_ledger_gives_a_table_without_rows(ledger, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    assert write_parquet(tmp_path / "none.parquet", columns_of(), rows_of(ledger)) == 0
    assert parquet.read_table(tmp_path / "none.parquet").schema.names == list(COLUMNS)
    assert len(list(export_csv(ledger, facts=True))) == 1


def test_without_pyarrow_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'onrecord\[parquet\]'"):
        write_parquet(tmp_path / "x.parquet", columns_of(), [])


def test_what_is_withdrawn_is_in_no_table(three):
    withdraw(three, "worded", why="Asked for")
    assert "worded" not in "".join([*export_csv(three), *export_csv(three, facts=True), *export_jsonl(three, text=False)])


def test_claims_without_words_are_told_to_be_no_claims_when_they_come_in(three):
    lines = list(export_jsonl(three, Filters(kind="force_change"), text=False))
    with pytest.raises(KeyError, match="text"):
        claim_from_json(json.loads(lines[0]))
