"""Whether a ledger is whole: what it says of itself against what it holds."""

from __future__ import annotations

from collections import Counter
from time import perf_counter

from onrecord.ledger import sqlite
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.whole_claims import wrong_claims
from onrecord.ledger.whole_judgements import wrong_judgements
from onrecord.ledger.whole_keys import wrong_keys
from onrecord.ledger.whole_reports import wrong_reports
from onrecord.model import Checked, Frozen

READ_ONLY = "the words of the full-text index, as the ledger cannot be written (SQLite compares them in a writing transaction)"


def check(ledger: Ledger) -> tuple[str, ...]:
    """What is wrong with the ledger, a sentence each; empty where all is well."""
    return examine(ledger).findings


def examine(ledger: Ledger) -> Checked:
    """Look at everything, and say what was looked at and what is wrong.

    It asks the database for its own checks and compares: each text with its hash; each claim with its id, its columns, its
    sentence, and what it is found by; spans with texts; references, judgements and the order of times; the full-text index with the
    sentences.
    """
    began = perf_counter()
    counts: Counter[str] = Counter()
    with ledger.reading() as connection:
        found = sqlite.whole(connection)
        found += sqlite.index_gaps(connection)
        for wrong in (wrong_reports, wrong_claims, wrong_keys, wrong_judgements):
            found += wrong(connection, counts)
    left_out = (READ_ONLY,) if ledger.readonly else ()
    if not ledger.readonly:
        with ledger.writing(settle=False) as connection:
            found += sqlite.index_differences(connection)
    return Checked(Frozen(dict(counts)), tuple(found), left_out, perf_counter() - began)
