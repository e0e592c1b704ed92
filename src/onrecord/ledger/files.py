"""A new ledger's file: there whole, or not there at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.errors import LedgerError

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is open, and after a crash."""


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """A name beside ``path`` to make the file under; it gets its own name at the end, unless another file has taken that meanwhile.

    Whoever is killed on the way leaves no half-made ledger, and of two who start the same ledger one is told that it is there.
    """
    _expect_no_stray_log(path)
    draft = path.with_name(f"{path.name}.new-{secrets.token_hex(4)}")
    try:
        yield draft
        _expect_no_stray_log(path)
        _give_name(draft, path)
    finally:
        for end in ("", *BESIDE):
            draft.with_name(draft.name + end).unlink(missing_ok=True)


def already_there(path: Path) -> LedgerError:
    """The error for a new ledger whose name is taken."""
    return LedgerError(str(path), "there is a file of this name already. Open it, or name another file.")


def _expect_no_stray_log(path: Path) -> None:
    """SQLite would write the log of a ledger that was moved away into the new one."""
    for end in BESIDE:
        log = path.with_name(path.name + end)
        if log.exists() and not path.exists():
            why = f"{log.name} beside it belongs to another ledger of this name. Put that ledger back, or move {log.name} away."
            raise LedgerError(str(path), why)


def _give_name(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise already_there(path) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise already_there(path) from None
        draft.rename(path)
    _keep_names(path.parent)


def _keep_names(folder: Path) -> None:
    """Have the system write down which files the folder has; where it cannot (Windows), it does so in its own time."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
