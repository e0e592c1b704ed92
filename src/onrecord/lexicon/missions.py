"""Forces of the United Nations and other unions of states: whose they are is no state, and they are named after where they are."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.entries import read_actors

UNIONS = frozenset(["organization", "alliance"])


@cache
def missions() -> frozenset[str]:
    """The canonical names of forces that a union of states has sent.

    >>> "MINUSMA" in missions(), "French Armed Forces" in missions()
    (True, False)
    """
    actors = list(read_actors())
    unions = {name.canonical for name, _, _ in actors if name.type in UNIONS}
    return frozenset(name.canonical for name, _, parent in actors if name.type == "force" and parent in unions)
