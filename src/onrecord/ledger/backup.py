"""A copy of a ledger that is in use: one moment of it, whole."""

from __future__ import annotations

import os
from os import PathLike
from pathlib import Path

from onrecord.errors import LedgerError, NoSuchLedger
from onrecord.ledger import sqlite
from onrecord.ledger.ledger import Ledger


def backup(ledger: Ledger, path: str | PathLike[str], *, force: bool = False) -> int:
    """Copy the ledger as it is at one moment, while others go on reading and writing, and give the size of the copy in bytes.

    The copy is made under another name, and gets its own when it is whole and on the disk. A file of this name is replaced with ``force`` only.
    """
    target = Path(path)
    if target.exists() and (target.is_dir() or not force):
        raise LedgerError(str(target), "there is a file of this name already. Name another, or replace it with --force.")
    if not target.parent.is_dir():
        raise NoSuchLedger(str(target), f"there is no folder {target.parent} to put it in. Make the folder first.")
    if target.exists() and target.samefile(ledger.path):
        raise LedgerError(str(target), "this is the ledger itself. Name another file for the copy.")
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with ledger.reading() as connection:
            sqlite.copy(connection, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size
