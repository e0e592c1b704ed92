"""What is handed on: JSON lines, CSV, and the file itself to other programs."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from made import US_IN_IRAQ, by, claim_of, report_of, troops

import onrecord.ledger
from onrecord.ledger import COLUMNS, Filters, Ledger, export_csv, export_jsonl
from onrecord.model import Kind, Quantity, Status, claim_from_json


@pytest.fixture
def two(ledger):
    report = report_of("=2,500 will stay by mid-January.", 'The "council" and the militia signed,\nat last.')
    plan = claim_of(
        report, Kind.FORCE_CHANGE, {**US_IN_IRAQ, "direction": "decrease"}, words="=2,500 will stay by mid-January.",
        quantity=troops(to=2500, start=3000, approx=True), time=by("2021-01-15"), status=Status.PLANNED, source="A. Speaker",
    )  # fmt: skip
    truce = claim_of(report, Kind.AGREEMENT, {"parties": ("Council", "Militia"), "type": "ceasefire"},
                     words='The "council" and the militia signed,\nat last.', quantity=Quantity(value=1.5, unit="month"))  # fmt: skip
    ledger.add(report, [plan, truce])
    return ledger


def test_the_json_lines_give_the_same_claims_again(two):
    lines = list(export_jsonl(two))
    assert [claim_from_json(json.loads(line)) for line in lines] == [entry.claim for entry in two.claims()]
    assert [json.loads(line)["id"] for line in lines] == [entry.claim.id for entry in two.claims()]


def test_the_csv_has_the_documented_columns_and_a_row_a_claim(two):
    plan, truce = csv.DictReader(io.StringIO("".join(export_csv(two)), newline=""))
    assert list(plan) == list(COLUMNS)
    assert (plan["arg_actor"], plan["from"], plan["to"], plan["value"], plan["approx"]) == (
        "United States",
        "3000",
        "2500",
        "",
        "true",
    )
    assert (plan["time_start"], plan["time_end"], plan["time_type"], plan["source"]) == (
        "",
        "2021-01-15",
        "deadline",
        "A. Speaker",
    )
    assert (truce["arg_parties"], truce["value"], truce["words"]) == (
        "Council; Militia", "1.5", 'The "council" and the militia signed,\nat last.',
    )  # fmt: skip


def test_words_that_a_spreadsheet_would_run_are_made_harmless(two):
    plan, _ = csv.DictReader(io.StringIO("".join(export_csv(two)), newline=""))
    assert plan["words"] == "'=2,500 will stay by mid-January."


def test_an_export_takes_filters(two):
    assert len(list(export_jsonl(two, Filters(kind="agreement")))) == 1
    assert len(list(export_csv(two, Filters(actor="Militia")))) == 2


def test_every_column_is_documented():
    assert all(says.strip() for says in COLUMNS.values())


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (
            "claims_readable",
            {"who": "United States", "where": "Iraq", "to": 2500, "outlet": "Sample Wire", "source": "A. Speaker"},
        ),
        ("promises_readable", {"due": "2021-01-15", "who": "United States", "where": "Iraq", "to": 2500, "status": "planned"}),
        ("reports_readable", {"id": "r1", "outlet": "Sample Wire", "claims": 2}),
    ],
)
def test_the_views_give_names_in_words(two, view, expected):
    with closing(sqlite3.connect(two.path)) as raw:
        raw.row_factory = sqlite3.Row
        row = dict(raw.execute(f"SELECT * FROM {view}").fetchone())
    assert {name: row[name] for name in expected} == expected


def test_datasette_shows_tables_views_and_full_text(two):
    datasette = pytest.importorskip("datasette.app", reason="datasette is a tool for readers, not a dependency")
    two.close()
    pages = [
        "",
        "/claims",
        "/claims/1",
        "/reports",
        "/claim_args",
        "/claims_readable",
        "/promises_readable",
        "/reports_readable",
    ]

    async def ask() -> dict[str, int]:
        client = datasette.Datasette([str(two.path)]).client
        found = {page: (await client.get(f"/ledger{page}")).status_code for page in pages}
        rows = (await client.get("/ledger/claims.json?_search=militia&_shape=array")).json()
        return found | {"found": [row["kind"] for row in rows]}

    assert asyncio.run(ask()) == dict.fromkeys(pages, 200) | {"found": ["agreement"]}


def test_no_value_is_written_into_sql_by_hand():
    """Statements made by hand hold names of our own only; values are bound."""
    home = Path(onrecord.ledger.__file__).parent
    by_hand = [
        line.strip()
        for path in home.glob("*.py")
        for line in path.read_text().splitlines()
        if re.search(r'(execute|driver_sql|text)\(f"', line)
    ]
    assert sorted(by_hand) == [
        'connection.exec_driver_sql(f"CREATE VIEW {name} AS {body}".replace("%%", "%"))',
        'connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")',
        'connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")',
        'connection.execute(f"PRAGMA busy_timeout={round(timeout * 1000)}")',
        'connection.execute(f"PRAGMA {pragma}")',
    ]


def test_a_closed_ledger_is_one_file(tmp_path):
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        ledger.add(report_of("Two ships left."), [])
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]
