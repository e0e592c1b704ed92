"""Ledgers as older versions left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def as_version_1(path: Path) -> None:
    """Turn a ledger back into one of the first version, which kept no confidence."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for view in ("claims_readable", "promises_readable", "reports_readable"):
            raw.execute(f"DROP VIEW {view}")
        for table in ("claim_spells", "readings", "report_bands", "judged_claims", "judgements"):
            raw.execute(f"DROP TABLE {table}")
        for index in (
            "claims_by_follows",
            "reports_by_notice",
            "reports_by_withdrawn",
            "reports_by_given_id",
            "reports_by_outlet",
            "reports_by_url",
        ):
            raw.execute(f"DROP INDEX {index}")
        for table, columns in (
            ("reports", ("origin", "withdrawn", "withdrawn_why", "withdrawn_by", "withdrawn_claims", "notice")),
            ("claims", ("since", "until", "read", "follows", "confidence")),
        ):
            for column in columns:
                raw.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        raw.execute("UPDATE claims SET json = json_remove(json, '$.confidence', '$.weighed', '$.origins')")
        raw.execute("UPDATE onrecord_meta SET value = '1'")
