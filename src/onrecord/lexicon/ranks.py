"""What speaks for one candidate more than for another where a sentence leaves out whose forces it is about, or where (``ranks.toml``)."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.errors import LexiconError
from onrecord.lexicon.weighed import Weighed, rows_of

FILE = "ranks.toml"
SLOTS = ("actor", "place")
Ranks = Mapping[str, Mapping[str, float]]
"""For each slot the weight of each piece of evidence."""


def ranks_of(text: str) -> Ranks:
    """The weights that a file in the form of ``ranks.toml`` gives."""
    found = {slot: {row["name"]: row["weight"] for row in rows_of(FILE, text, slot)} for slot in SLOTS}
    for slot in SLOTS:
        if not found[slot]:
            raise LexiconError(FILE, f"[[{slot}]]", "name", "is missing")
    return found


_ranks = Weighed(FILE, ranks_of)
ranks, ranks_in_use = _ranks.now, _ranks.instead
