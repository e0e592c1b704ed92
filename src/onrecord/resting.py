"""Python's collector of cycles, at rest while reports are read, or many are taken in."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Rest:
    """Who wants the collector to rest, over all threads, and whether it ran before the first of them came."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted = 0
        self._ran = False

    def begin(self) -> None:
        with self._lock:
            if not self._wanted:
                self._ran = gc.isenabled()
                gc.disable()
            self._wanted += 1

    def end(self) -> None:
        with self._lock:
            self._wanted -= 1
            if not self._wanted and self._ran:
                gc.enable()


_rest = _Rest()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Within this block nothing is searched for cycles: parsed words, or claims at hand, are many, all in use until a batch is done,
    and free themselves of nothing sooner for being looked through, the lexicon with them. What else is no longer used is freed as ever.
    """
    _rest.begin()
    try:
        yield
    finally:
        _rest.end()
