"""Ledgers opened for a command: what is done to an older one first is told on the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli import console
from onrecord.errors import LedgerOutdated, LedgerReadOnly

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def opened_to_write(path: Path) -> Ledger:
    """The ledger at this path, for writing; one of an older version is brought up to date."""
    from onrecord.ledger import Ledger

    with console.settling() as on_settled:
        return Ledger.open(path, on_settled=on_settled)


def opened(path: Path) -> Ledger:
    """The ledger at this path, for reading; one of an older version is brought up to date first."""
    from onrecord.ledger import Ledger

    try:
        return Ledger.open(path, readonly=True)
    except LedgerOutdated:
        opened_to_write(path).close()
        return Ledger.open(path, readonly=True)


def opened_to_check(path: Path) -> Ledger:
    """The ledger at this path, for writing where that can be."""
    from onrecord.ledger import Ledger

    try:
        return opened_to_write(path)
    except LedgerReadOnly:
        return Ledger.open(path, readonly=True)
