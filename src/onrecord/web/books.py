"""The ledger behind the pages: kept open for reading, and its answers kept, while the file does not change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any

from onrecord.errors import LedgerOutdated
from onrecord.ledger import Ledger
from onrecord.resting import collector_at_rest

KEPT = 64
"""Answers that are kept."""
IDLE = 2
"""Ledgers that stay open between requests: opening one, and working out the queries anew, takes as long as many an answer."""
WAIT = 3.0
"""Seconds that a page waits for a ledger that somebody is writing to."""


class Book:
    """One ledger file. Requests of several threads may use it at once: each has a ledger of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._idle: list[tuple[Hashable, Ledger]] = []
        self._lock = Lock()
        with self.reading():
            pass

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger, for reading; one of an older version is brought up to date first."""
        state = self._state()
        ledger = self._waiting_since(state) or self._opened()
        try:
            yield ledger
        except BaseException:
            ledger.close()
            raise
        self._keep_open(state, ledger)

    def _opened(self) -> Ledger:
        try:
            return Ledger.open(self.path, readonly=True, timeout=WAIT)
        except LedgerOutdated:
            Ledger.open(self.path).close()
            return Ledger.open(self.path, readonly=True, timeout=WAIT)

    def _waiting_since(self, state: Hashable) -> Ledger | None:
        """A ledger that is open already, if the file is as it was then; what was opened before it changed is closed."""
        with self._lock:
            idle, self._idle = self._idle, [(then, ledger) for then, ledger in self._idle if then == state]
            found = self._idle.pop()[1] if self._idle else None
        for then, ledger in idle:
            if then != state:
                ledger.close()
        return found

    def _keep_open(self, state: Hashable, ledger: Ledger) -> None:
        with self._lock:
            is_kept = len(self._idle) < IDLE
            if is_kept:
                self._idle.append((state, ledger))
        if not is_kept:
            ledger.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, ledger in idle:
            ledger.close()

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger, for writing."""
        with Ledger.open(self.path) as ledger:
            yield ledger

    def answer(self, question: Hashable, ask: Callable[[Ledger], Any], *, of: Ledger | None = None) -> Any:
        """What the ledger answers; the same question is put again only when the file has changed since. It is ``of`` one that is being
        read already, where there is one."""
        key = (question, self._state())
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        with collector_at_rest(), self.reading() if of is None else nullcontext(of) as ledger:
            answer = ask(ledger)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer

    def _state(self) -> Hashable:
        """What changes whenever somebody commits, or puts another file in its place: which files these are, their sizes and times."""
        return tuple(_stamp(path) for path in (self.path, self.path.with_name(f"{self.path.name}-wal")))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        told = path.stat()
    except FileNotFoundError:
        return None
    return (told.st_ino, told.st_mtime_ns, told.st_size) if told.st_size else None
