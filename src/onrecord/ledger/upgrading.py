"""A ledger of an older version, or whose facts were found by other rules: brought up to date where it is opened for writing, else refused."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from onrecord.errors import LedgerOutdated
from onrecord.ledger import families, kept, kept_parties, migrations, sqlite
from onrecord.ledger.schema import VERSION


def expect_version(engine: Engine, path: Path, *, readonly: bool, on_settled: kept.OnSettled | None) -> None:
    """Bring a ledger up to date that is open for writing; raise ``LedgerOutdated`` where one for reading would have to be."""
    if not readonly:
        migrations.migrate(engine, path)
        _settle_older(engine, on_settled)
        return
    with engine.connect() as connection:
        found = migrations.version_of(connection, path)
        settled = kept.is_settled(connection) and kept_parties.is_settled(connection)
    migrations.expect_known(found, path, version=VERSION)
    if found < VERSION or not settled:
        why = f"it has the older version {found}" if found < VERSION else "its facts were joined by another release"
        raise LedgerOutdated(str(path), f"{why}. Open it once for writing, to bring it up to date.")


def _settle_older(engine: Engine, on_settled: kept.OnSettled | None) -> None:
    """Find origins, facts and parties in a ledger from before they were kept, or were found by other rules.

    Each in one transaction, so that a stop half-way leaves it to the next time.
    """
    facts, parties = (partial(one.settle_all, on_settled=on_settled) for one in (kept, kept_parties))
    all_kept = ((families.is_settled, families.settle_older), (kept.is_settled, facts), (kept_parties.is_settled, parties))
    for is_settled, settle in all_kept:
        with engine.connect() as connection:
            if is_settled(connection):
                continue
        with sqlite.writing(engine) as connection:
            if not is_settled(connection):
                settle(connection)
