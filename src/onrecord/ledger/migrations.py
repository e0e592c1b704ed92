"""From the tables of an older version to those of this one, a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from onrecord.errors import LedgerDamaged, LedgerTooNew
from onrecord.ledger import readable, schema, sqlite

Migration = Callable[[Connection], None]


def add_confidence(connection: Connection) -> None:
    """Version 2 keeps how likely each claim is to be right; of older claims it is not known."""
    connection.exec_driver_sql("ALTER TABLE claims ADD COLUMN confidence FLOAT")


MIGRATIONS: dict[int, Migration] = {1: add_confidence}
"""By the version that each starts from. A step writes its own SQL: the tables in ``schema`` are those of today, not of its day."""


def create_tables(connection: Connection) -> None:
    """All tables and views of the present version, in the caller's transaction."""
    sqlite.mark_as_ledger(connection)
    schema.metadata.create_all(connection)
    sqlite.create_full_text(connection)
    readable.create_views(connection)
    connection.execute(insert(schema.meta), [{"key": "version", "value": str(schema.VERSION)}])


def version_of(connection: Connection, path: Path) -> int:
    """The version that the ledger says it has."""
    try:
        value = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "version"))
    except OperationalError as error:
        if "no such table" not in str(error.orig):
            raise
        value = None
    if value is None or not value.isdecimal():
        raise LedgerDamaged(str(path), "its table onrecord_meta does not say which version it is. Take a backup copy.")
    return int(value)


def expect_known(found: int, path: Path, *, version: int) -> None:
    """Raise where the ledger is newer than the program."""
    if found > version:
        why = f"it has version {found}, and this program knows versions up to {version}. Install a newer OnRecord."
        raise LedgerTooNew(str(path), why)


def migrate(
    engine: Engine, path: Path, *, steps: Mapping[int, Migration] = MIGRATIONS, version: int = schema.VERSION
) -> tuple[int, ...]:
    """Bring the ledger to ``version``, each step in one transaction, and give the versions passed.

    What fails leaves the ledger as it was before that step. Views hold nothing of their own and are made anew.
    """
    with engine.connect() as connection:
        found = version_of(connection, path)
    passed: list[int] = []
    while found < version:
        with sqlite.writing(engine) as connection:
            found = version_of(connection, path)  # another program may have taken the step meanwhile
            if found < version:
                _take_step(connection, path, found, steps)
                passed.append(found := found + 1)
    expect_known(found, path, version=version)
    return tuple(passed)


def _take_step(connection: Connection, path: Path, found: int, steps: Mapping[int, Migration]) -> None:
    if found not in steps:
        raise LedgerDamaged(str(path), f"it says that it has version {found}, which no release of OnRecord wrote.")
    readable.drop_views(connection)
    steps[found](connection)
    readable.create_views(connection)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "version").values(value=str(found + 1)))
