"""The ledger behind the pages: opened for reading at each request, its answers kept while it does not change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from onrecord.errors import LedgerOutdated
from onrecord.ledger import Ledger

KEPT = 64
"""Answers that are kept."""
WAIT = 3.0
"""Seconds that a page waits for a ledger that somebody is writing to."""


class Book:
    """One ledger file. Requests of several threads may use it at once: each opens the file for itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        with self.reading():
            pass

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger, for reading; one of an older version is brought up to date first."""
        try:
            ledger = Ledger.open(self.path, readonly=True, timeout=WAIT)
        except LedgerOutdated:
            Ledger.open(self.path).close()
            ledger = Ledger.open(self.path, readonly=True, timeout=WAIT)
        with ledger:
            yield ledger

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger, for writing."""
        with Ledger.open(self.path) as ledger:
            yield ledger

    def answer(self, question: Hashable, ask: Callable[[Ledger], Any]) -> Any:
        """What the ledger answers; the same question is put again only when the file has changed since."""
        key = (question, self._state())
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        with self.reading() as ledger:
            answer = ask(ledger)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer

    def _state(self) -> Hashable:
        """What changes whenever somebody commits: the sizes and times of the file and of its log."""
        return tuple(_stamp(path) for path in (self.path, self.path.with_name(f"{self.path.name}-wal")))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except FileNotFoundError:
        return None
    return (told.st_mtime_ns, told.st_size) if told.st_size else None
