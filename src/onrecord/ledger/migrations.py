"""From the tables of an older version to those of this one, a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from onrecord.errors import LedgerDamaged, LedgerTooNew
from onrecord.ledger import kept, kept_parties, readable, schema, sqlite

Migration = Callable[[Connection], None]


def add_confidence(connection: Connection) -> None:
    """Version 2 keeps how likely each claim is to be right; of older claims it is not known."""
    connection.exec_driver_sql("ALTER TABLE claims ADD COLUMN confidence FLOAT")


VERSION_3 = (
    "ALTER TABLE reports ADD COLUMN origin VARCHAR",
    "CREATE INDEX reports_by_origin ON reports (origin)",
    "ALTER TABLE reports ADD COLUMN withdrawn VARCHAR",
    "ALTER TABLE reports ADD COLUMN withdrawn_why TEXT",
    "ALTER TABLE claims ADD COLUMN since VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE claims ADD COLUMN until VARCHAR",
    "ALTER TABLE claims ADD COLUMN read BOOLEAN NOT NULL DEFAULT 1",
    "ALTER TABLE claims ADD COLUMN follows VARCHAR",
    "CREATE INDEX claims_by_follows ON claims (follows)",
    "UPDATE claims SET since = (SELECT added FROM reports WHERE reports.number = claims.report)",
    """CREATE TABLE claim_spells (claim INTEGER NOT NULL REFERENCES claims (number), since VARCHAR NOT NULL,
        until VARCHAR NOT NULL, PRIMARY KEY (claim, since))""",
    """CREATE TABLE readings (number INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (number),
        version VARCHAR NOT NULL, at VARCHAR NOT NULL)""",
    "CREATE INDEX readings_by_report ON readings (report)",
    """CREATE TABLE report_bands (band INTEGER NOT NULL, "key" VARCHAR NOT NULL,
        report INTEGER NOT NULL REFERENCES reports (number), PRIMARY KEY (band, "key", report))""",
    "CREATE INDEX report_bands_by_report ON report_bands (report)",
    """CREATE TABLE judgements (number INTEGER NOT NULL PRIMARY KEY, id VARCHAR NOT NULL UNIQUE, act VARCHAR NOT NULL,
        "by" VARCHAR NOT NULL, at VARCHAR NOT NULL, why TEXT NOT NULL, undoes VARCHAR, value TEXT)""",
    "CREATE INDEX judgements_by_undoes ON judgements (undoes)",
    """CREATE TABLE judged_claims (judgement INTEGER NOT NULL REFERENCES judgements (number), position INTEGER NOT NULL,
        claim VARCHAR NOT NULL, report VARCHAR NOT NULL, kind VARCHAR NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (judgement, position))""",
    "CREATE INDEX judged_claims_by_claim ON judged_claims (claim)",
    "CREATE INDEX judged_claims_by_report ON judged_claims (report)",
    "ALTER TABLE claims ADD COLUMN known_day VARCHAR NOT NULL DEFAULT ''",
    "UPDATE claims SET known_day = (SELECT known_day FROM reports WHERE reports.number = claims.report)",
    "CREATE INDEX claims_by_known_day ON claims (known_day)",
    "ALTER TABLE claim_keys RENAME TO older_keys",
    "DROP INDEX claim_keys_by_claim",
    """CREATE TABLE claim_keys (role VARCHAR NOT NULL, "key" VARCHAR NOT NULL, claim INTEGER NOT NULL REFERENCES claims (number),
        kind VARCHAR NOT NULL, status VARCHAR NOT NULL, first_day VARCHAR, last_day VARCHAR, known_day VARCHAR NOT NULL,
        stands BOOLEAN NOT NULL, PRIMARY KEY (role, "key", claim)) WITHOUT ROWID""",
    """INSERT INTO claim_keys SELECT role, "key", claim, kind, status, first_day, last_day, known_day, 1
        FROM older_keys JOIN claims ON claims.number = older_keys.claim ORDER BY role, "key", claim""",
    "DROP TABLE older_keys",
    "CREATE INDEX claim_keys_by_claim ON claim_keys (claim)",
    'CREATE INDEX claim_keys_by_known_day ON claim_keys (role, "key", known_day)',
    'CREATE INDEX claim_keys_by_day ON claim_keys (role, "key", first_day)',
)


def add_history(connection: Connection) -> None:
    """Version 3 keeps when each claim stood in the ledger, readings, judgements, echoes and tombstones."""
    for statement in VERSION_3:
        connection.exec_driver_sql(statement)


VERSION_4 = (
    "ALTER TABLE reports ADD COLUMN withdrawn_by VARCHAR",
    "ALTER TABLE reports ADD COLUMN withdrawn_claims INTEGER",
    "ALTER TABLE reports ADD COLUMN notice VARCHAR",
    "CREATE INDEX reports_by_notice ON reports (notice)",
    "CREATE INDEX reports_by_withdrawn ON reports (withdrawn)",
    "CREATE INDEX reports_by_given_id ON reports (given_id)",
    "CREATE INDEX reports_by_outlet ON reports (outlet, known_day)",
    "CREATE INDEX reports_by_url ON reports (url)",
)


def add_tombstones(connection: Connection) -> None:
    """Version 4 keeps who withdrew a report and how much was in it, and whom a correction by its words corrects."""
    for statement in VERSION_4:
        connection.exec_driver_sql(statement)


VERSION_5 = (
    "ALTER TABLE claims ADD COLUMN fact INTEGER",
    "CREATE INDEX claims_by_fact ON claims (fact)",
    "CREATE INDEX claims_to_settle ON claims (number) WHERE fact IS NULL AND until IS NULL",
    "CREATE INDEX claims_to_leave ON claims (number) WHERE fact IS NOT NULL AND until IS NOT NULL",
    """CREATE TABLE fact_shelves ("key" BIGINT NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY ("key", fact)) WITHOUT ROWID""",
    "ALTER TABLE claim_keys ADD COLUMN lasts BOOLEAN NOT NULL DEFAULT 0",
    """UPDATE claim_keys SET lasts = 1 WHERE (first_day IS NULL) <> (last_day IS NULL)
        OR julianday(last_day) - julianday(first_day) > 92""",
    'CREATE INDEX claim_keys_lasting ON claim_keys (role, "key", first_day) WHERE lasts = 1',
    """CREATE INDEX claim_keys_ahead ON claim_keys (role, "key", last_day) WHERE status IN ('planned', 'conditional')""",
)


def add_facts(connection: Connection) -> None:
    """Version 5 keeps which claims are one fact, settled when the ledger is opened (``kept``), and of keys what lasts long."""
    for statement in VERSION_5:
        connection.exec_driver_sql(statement)


VERSION_6 = (
    """CREATE TABLE claim_parties ("key" BIGINT NOT NULL, known_day VARCHAR NOT NULL, claim INTEGER NOT NULL REFERENCES claims (number),
        first_day VARCHAR, tells VARCHAR NOT NULL, PRIMARY KEY ("key", known_day, claim)) WITHOUT ROWID""",
    "CREATE INDEX claim_parties_by_claim ON claim_parties (claim)",
    'CREATE INDEX claim_keys_unbegun ON claim_keys (role, "key", last_day) WHERE lasts = 1 AND first_day IS NULL',
)


def add_parties(connection: Connection) -> None:
    """Version 6 finds by an index what has no beginning, and keeps by what parties promises and what answers them are found, filled when the ledger is opened (``kept_parties``)."""
    for statement in VERSION_6:
        connection.exec_driver_sql(statement)


VERSION_7 = (
    'CREATE INDEX claim_keys_by_kind ON claim_keys (role, "key", kind, lasts, first_day, last_day, known_day, stands)',
    "CREATE INDEX claims_by_number ON claims (number, known_day, until)",
)


def add_kinds(connection: Connection) -> None:
    """Version 7 finds by an index what somebody did of one kind, with all that a window asks of it, and the days of claims by their numbers."""
    for statement in VERSION_7:
        connection.exec_driver_sql(statement)


MIGRATIONS: dict[int, Migration] = {
    1: add_confidence,
    2: add_history,
    3: add_tombstones,
    4: add_facts,
    5: add_parties,
    6: add_kinds,
}
"""By the version that each starts from. A step writes its own SQL: the tables in ``schema`` are those of today, not of its day."""


def create_tables(connection: Connection) -> None:
    """All tables and views of the present version, in the caller's transaction."""
    sqlite.mark_as_ledger(connection)
    schema.metadata.create_all(connection)
    sqlite.create_full_text(connection)
    readable.create_views(connection)
    connection.execute(insert(schema.meta), [{"key": "version", "value": str(schema.VERSION)}])
    kept.note(connection)
    kept_parties.note(connection)


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
