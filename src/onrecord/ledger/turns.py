"""Writers take turns: how one waits for the write lock while others write."""

from __future__ import annotations

import random
import sqlite3
import time

PAUSES = (0.002, 0.012)
"""How long a writer waits before it tries again, in seconds: any time between these."""


def begin_writing(connection: sqlite3.Connection, *, timeout: float) -> None:
    """Begin a transaction that has the write lock; another writer's is waited for, up to ``timeout`` seconds.

    SQLite's own way of waiting sleeps up to a tenth of a second between two tries. A writer that goes from one transaction to the
    next lets go for less than a thousandth, so that others would starve. Short pauses of any length meet such gaps.
    """
    end = time.monotonic() + timeout
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while not _begun(connection, last=time.monotonic() >= end):
            time.sleep(random.uniform(*PAUSES))
    finally:
        connection.execute(f"PRAGMA busy_timeout={round(timeout * 1000)}")


def _begun(connection: sqlite3.Connection, *, last: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
