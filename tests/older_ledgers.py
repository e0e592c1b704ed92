"""Ledgers as older versions left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

OLD = {"onrecord_meta", "reports", "claims", "claim_args", "claim_keys", "claims_fts"}
"""The tables of versions 1 and 2."""

OLD_COLUMNS = {
    "reports": """number id given_id title outlet author published known_day added url language path corrects dateline_begin
        dateline_end dateline_place dateline_agency repeats hash text""".split(),
    "claims": """number id report kind status stage source words begin end value low high from to delta unit approx time_text
        time_start time_end time_type first_day last_day dated_by rule confidence json""".split(),
    "claim_keys": ["role", "key", "claim"],
}
"""The columns that version 2 had of tables that later gained some."""


def as_version_2(path: Path) -> None:
    """Turn a ledger back into one of the second version: without history, judgements, echoes and facts."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for index in ("claims_to_settle", "claims_to_leave"):
            raw.execute(f"DROP INDEX {index}")
        for view in ("claims_readable", "promises_readable", "reports_readable"):
            raw.execute(f"DROP VIEW {view}")
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table not in OLD and not table.startswith(("claims_fts", "sqlite_")):
                raw.execute(f"DROP TABLE {table}")
        for table, kept in OLD_COLUMNS.items():
            gained = [row[1] for row in raw.execute(f"PRAGMA table_info({table})") if row[1] not in kept]
            for _, index, *_ in raw.execute(f"PRAGMA index_list({table})").fetchall():
                on = {row[2] for row in raw.execute(f"PRAGMA index_info({index})")}
                if on & set(gained):
                    raw.execute(f"DROP INDEX {index}")
            for column in gained:
                raw.execute(f'ALTER TABLE {table} DROP COLUMN "{column}"')
        for index in ("reports_by_given_id", "reports_by_outlet", "reports_by_url"):
            raw.execute(f"DROP INDEX {index}")
        raw.execute("DELETE FROM onrecord_meta WHERE key <> 'version'")
        raw.execute("UPDATE onrecord_meta SET value = '2'")


def as_version_1(path: Path) -> None:
    """Turn a ledger back into one of the first version, which kept no confidence either."""
    as_version_2(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("ALTER TABLE claims DROP COLUMN confidence")
        raw.execute("UPDATE claims SET json = json_remove(json, '$.confidence', '$.weighed', '$.origins')")
        raw.execute("UPDATE onrecord_meta SET value = '1' WHERE key = 'version'")
