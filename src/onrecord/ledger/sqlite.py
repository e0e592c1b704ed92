"""What is SQLite's own: how a ledger file is opened and recognised, its pragmas, its full text, and its errors in our words."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Integer,
    Row,
    Select,
    create_engine,
    event,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from onrecord.errors import BadQuestion, LedgerDamaged, LedgerError, LedgerLocked, LedgerReadOnly, NoSuchLedger, NotALedger
from onrecord.ledger.turns import begin_writing

APPLICATION_ID = 0x4F6E5263  # "OnRc", in the header of every ledger file
SMALLEST = 512
WRITES = "onrecord_writes"
PRAGMAS = ("foreign_keys=ON", "synchronous=FULL", "cache_size=-65536", "wal_autocheckpoint=10000")
"""``synchronous=FULL``: a commit is on the disk before it returns. NORMAL would lose the last ones when the power goes."""
PHRASE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


class Compiler(SQLiteCompiler):
    """SQL for SQLite in which the hints of a query stand, such as ``INDEXED BY``; SQLAlchemy leaves them out."""

    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:
        """The hint behind the name of its table."""
        return text


def by_index(query: Select[Any], table: FromClause, index: str | None) -> Select[Any]:
    """The query, which goes through this index of a table: SQLite does not count, and may take one that is longer by far."""
    return query.with_hint(table, f"INDEXED BY {index}", "sqlite") if index is not None else query


def make_engine(path: Path, *, mode: str, timeout: float) -> Engine:
    """An engine on the file; ``mode`` is ``ro``, ``rw`` or ``rwc`` (which makes the file).

    Transactions begin where we say, so that tables too are made in one or not at all.
    """
    address = _address(path, mode)

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    engine.dialect.statement_compiler = Compiler

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES, False):
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            begin_writing(raw, timeout=timeout)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


def _address(path: Path, mode: str) -> str:
    fixed = mode == "ro" and _is_on_fixed_medium(path)
    return f"file:{quote(os.fsencode(path.absolute()))}?{'immutable=1' if fixed else f'mode={mode}'}"


def _is_on_fixed_medium(path: Path) -> bool:
    """Whether we cannot write beside the file and nobody else is at it: then SQLite must do without its shared memory."""
    return not _may_write(path.parent) and not path.with_name(path.name + "-wal").exists()


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that takes the write lock at once, so that two writers wait for each other and neither fails half-way."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


def expect_ledger(path: Path, *, timeout: float) -> None:
    """Raise unless the file is a ledger; it is looked at without being changed."""
    if not path.exists():
        raise NoSuchLedger(str(path), "there is no such file. Start a ledger by adding a report to it.")
    if path.is_dir():
        raise NotALedger(str(path), "this is a folder. Name the ledger's file.")
    if path.stat().st_size == 0:
        raise NotALedger(str(path), "this file is empty. Delete it and start a new ledger, or name another file.")
    if path.stat().st_size < SMALLEST:  # SQLite would take it for a new database
        raise NotALedger(str(path), OUR_WORDS[sqlite3.SQLITE_NOTADB][1])
    with translated(path), closing(sqlite3.connect(_address(path, "ro"), uri=True, timeout=timeout)) as connection:
        [found] = connection.execute("PRAGMA application_id").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if found != APPLICATION_ID:
        raise NotALedger(str(path), "this is a database of another program's. Name another file; this one stays as it is.")


def expect_writable(path: Path) -> None:
    """Raise where the file or its folder cannot be written: SQLite itself would say so at the first write only."""
    for place in (path, path.parent):
        if place.exists() and not _may_write(place):
            raise LedgerReadOnly(str(path), f"{place} cannot be written. Change its permissions, or work on a copy.")


def mark_as_ledger(connection: Connection) -> None:
    """Write our application id into the header."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def keep_write_ahead_log(engine: Engine) -> None:
    """Let readers read while one writes. The file remembers it."""
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode=WAL").close()


def whole(connection: Connection) -> list[str]:
    """What SQLite's own checks complain about."""
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
    return found + [f"a row of {row[0]} refers to a row of {row[2]} that is not there" for row in lost]


FULL_TEXT = """CREATE VIRTUAL TABLE claims_fts USING fts5(
    words, content="claims", content_rowid="number", tokenize="porter unicode61 remove_diacritics 2")"""


def create_full_text(connection: Connection) -> None:
    """Make the full-text index over the words of claims."""
    connection.exec_driver_sql(FULL_TEXT)


def index_words(connection: Connection, rows: list[tuple[int, str]]) -> None:
    """Enter the words of new claims, as (number, words)."""
    if rows:
        statement = text("INSERT INTO claims_fts(rowid, words) VALUES (:number, :words)")
        connection.execute(statement, [{"number": number, "words": words} for number, words in rows])


def unindex_words(connection: Connection, rows: list[tuple[int, str]]) -> None:
    """Take words out of the full-text index so that no trace of them stays: it is merged into one piece without them."""
    if rows:
        statement = text("INSERT INTO claims_fts(claims_fts, rowid, words) VALUES ('delete', :number, :words)")
        connection.execute(statement, [{"number": number, "words": words} for number, words in rows])
        connection.exec_driver_sql("INSERT INTO claims_fts(claims_fts) VALUES ('optimize')")


def copy(connection: Connection, target: Path) -> None:
    """Write what this connection sees into a new file. All pages are copied in one step, so that nobody's writing starts it anew."""
    held = connection.connection.driver_connection
    if not isinstance(held, sqlite3.Connection):
        raise TypeError("a backup is made of a SQLite file")
    with translated(target), closing(sqlite3.connect(target, isolation_level=None)) as made:
        held.backup(made)
        made.execute(
            "PRAGMA journal_mode=DELETE"
        ).close()  # folds all into the one file; a ledger keeps a log again once it is opened
        made.execute("PRAGMA journal_mode=WAL").close()


def overwrite_what_goes(connection: Connection) -> None:
    """From here on, what is deleted on this connection is overwritten with zeros."""
    connection.exec_driver_sql("PRAGMA secure_delete=ON")


def scrub(engine: Engine, path: Path) -> bool:
    """Write the file anew without what was ever deleted from it, and empty the log; ``False`` where somebody keeps that from being done."""
    try:
        with translated(path), closing(engine.raw_connection()) as raw:
            cursor = raw.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchall()[0][0]
            cursor.close()
    except LedgerError:
        return False
    return not busy


def index_gaps(connection: Connection) -> list[str]:
    """Claims that the full-text index does not have, and entries of it that are no claim's."""
    asked = (
        (
            "SELECT count(*) FROM claims WHERE number NOT IN (SELECT id FROM claims_fts_docsize)",
            "{:,} claims are not in the full-text index",
        ),
        (
            "SELECT count(*) FROM claims_fts_docsize WHERE id NOT IN (SELECT number FROM claims)",
            "{:,} entries of the full-text index are no claim's",
        ),
    )
    return [words.format(count) for query, words in asked if (count := connection.exec_driver_sql(query).scalar_one())]


def index_differences(connection: Connection) -> list[str]:
    """Whether the full-text index has other words than the claims; in a transaction that may write, though nothing is written."""
    try:
        connection.exec_driver_sql("INSERT INTO claims_fts(claims_fts, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return ["the full-text index does not hold the words of the claims"]
    return []


def has_words(number: ColumnElement[Any], asked: str) -> ColumnElement[bool]:
    """A condition: the claim's words hold what the user typed."""
    found = select(literal_column("rowid", Integer)).select_from(text("claims_fts"))
    return number.in_(found.where(text("claims_fts MATCH :asked").bindparams(asked=match_of(asked))))


def has_these_words(number: Column[Any], asked: str) -> ColumnElement[bool]:
    """The same condition, to be put to one claim after the other until there are enough."""
    found = select(literal_column("rowid", Integer)).select_from(text("claims_fts"))
    one = text("claims_fts MATCH :asked AND claims_fts.rowid = claims.number").bindparams(asked=match_of(asked))
    return found.where(one).exists()


def numbers_with_words(connection: Connection, asked: str, most: int) -> list[int] | None:
    """The numbers of all claims that have these words; ``None`` where these are more than ``most``."""
    query = text("SELECT rowid FROM claims_fts WHERE claims_fts MATCH :asked LIMIT :many")
    found = list(connection.scalars(query, {"asked": match_of(asked), "many": most + 1}))
    return found if len(found) <= most else None


def is_any_of(number: ColumnElement[Any], numbers: list[int]) -> ColumnElement[bool]:
    """A condition: the number is one of these, of which there may be more than a statement has room for."""
    told = select(literal_column("value", Integer)).select_from(
        text("json_each(:numbers)").bindparams(numbers=json.dumps(numbers))
    )
    return number.in_(told)


def are_common(connection: Connection, asked: str, many: int) -> bool:
    """Whether more claims than ``many`` have these words."""
    query = text("SELECT count(*) FROM (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :asked LIMIT :many)")
    return (connection.scalar(query, {"asked": match_of(asked), "many": many + 1}) or 0) > many


def match_of(asked: str) -> str:
    """What the user typed as a query that FTS5 always understands: words, "whole phrases" and beginnings*.

    Everything else, such as brackets and the words AND, OR, NOT, is looked for as it stands. Raises ``BadQuestion`` where there is no
    letter or digit at all: nothing could be found.

    >>> print(match_of('truce "forty days" rock* AND ( "left open'))
    "truce" "forty days" "rock"* "AND" "(" "left" "open"
    """
    terms = []
    for phrase, star, word in PHRASE.findall(asked.replace("\0", " ")):
        stem = word.rstrip("*") or phrase
        if stem.strip():
            terms.append(f'"{stem}"' + ("*" if star or word.endswith("*") else ""))
    if asked.strip() and not any(map(str.isalnum, asked)):
        raise BadQuestion("text", f"{asked!r} has no letter or digit to look for", 'Give words, "phrases" or beginnings*.')
    return " ".join(terms) or '""'


SHARING = """SELECT asked.band, held.report FROM
    (SELECT json_extract(value, '$[0]') AS band, json_extract(value, '$[1]') AS "key" FROM json_each(:keys)) AS asked
    JOIN report_bands AS held ON held.rowid IN
    (SELECT rowid FROM report_bands WHERE band = asked.band AND "key" = asked."key" ORDER BY report LIMIT :most)"""


def sharing(connection: Connection, keys: list[tuple[int, str]], *, most: int) -> Iterator[tuple[int, int]]:
    """Which reports have these keys, as (band, report): of each key the first ``most`` reports, however many have it."""
    found = connection.execute(text(SHARING), {"keys": json.dumps(keys), "most": most})
    return ((band, report) for band, report in found)


OF_PARTIES = """SELECT held."key", held.known_day, held.first_day, held.claim, held.tells FROM
    (SELECT json_extract(value, '$[0]') AS "key", json_extract(value, '$[1]') AS since, json_extract(value, '$[2]') AS until
     FROM json_each(:asked)) AS asked
    CROSS JOIN claim_parties AS held ON held."key" = asked."key" AND held.known_day BETWEEN asked.since AND :known
    AND coalesce(held.first_day, held.known_day) <= asked.until"""


def of_parties(connection: Connection, asked: list[tuple[int, str, str]], known: str) -> Sequence[Row[Any]]:
    """What stands under each of these keys of parties, known from a day on and begun by another: key, known day, first day, claim, what it tells."""
    return connection.execute(text(OF_PARTIES), {"asked": json.dumps(asked), "known": known}).all()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about this file into ours; what is not about the file goes through."""
    try:
        yield
    except DBAPIError as error:
        ours = _in_our_words(path, error.orig)
        if ours is None:
            raise
        raise ours from error
    except sqlite3.Error as error:
        ours = _in_our_words(path, error)
        if ours is None:
            raise
        raise ours from error


def _in_our_words(path: Path, error: BaseException | None) -> LedgerError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind, why = OUR_WORDS.get(code) or OUR_WORDS.get(code & 0xFF) or (None, "")
    return kind(str(path), why) if kind else None


_LOCKED = (LedgerLocked, "another program is writing to it. Wait until it is done, then try again.")
_DAMAGED = "parts of the file cannot be read. Take a backup copy, or rescue what can be read with `sqlite3 FILE .recover`."
OUR_WORDS: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: (LedgerReadOnly, "it cannot be written. Change its permissions, or work on a copy."),
    sqlite3.SQLITE_CANTOPEN: (
        LedgerReadOnly,
        "it, or the files beside it, cannot be opened. Check the permissions of its folder.",
    ),
    sqlite3.SQLITE_PERM: (LedgerReadOnly, "the system does not allow it. Check the file's permissions."),
    sqlite3.SQLITE_CORRUPT: (LedgerDamaged, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (NotALedger, "this is no database. Name the ledger's file."),
    sqlite3.SQLITE_FULL: (LedgerError, "the disk is full. Nothing half-written was kept; make room and try again."),
    sqlite3.SQLITE_IOERR_SHMSIZE: (
        LedgerError,
        "the disk is full, or files may not grow (ulimit -f): no room for what SQLite keeps beside it. Make room, then try again.",
    ),
    sqlite3.SQLITE_IOERR_WRITE: (
        LedgerError,
        "the disk gave an error, or a file grew beyond what the system allows (ulimit -f). Nothing half-written was kept.",
    ),
    sqlite3.SQLITE_IOERR: (LedgerError, "the disk gave an error. Nothing half-written was kept; check the disk."),
}
