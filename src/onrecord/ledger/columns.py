"""The columns of exports: what each holds, of which type it is, and whether it holds words of the reports."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import SPECS

ARGS = tuple(sorted({arg for spec in SPECS.values() for arg in spec.args}))
WORDY = ("act", "condition", "content", "cue")
"""Args that are passages of the report, and no names."""
LONG = 8
"""Words of an arg without an id that are a passage too."""


class Column(NamedTuple):
    """``type`` is ``text``, ``number``, ``whole``, ``truth``, ``day`` or ``texts`` (a list); ``words`` marks text of third parties."""

    says: str
    type: str = "text"
    words: bool = False


def _args() -> dict[str, Column]:
    return {f"arg_{arg}": Column(f"the arg {arg}, lists joined by '; '", words=arg in WORDY) for arg in ARGS}


NUMBERS: dict[str, Column] = {
    "value": Column("the number that is stated", "number"),
    "low": Column("the number that it is not below", "number"),
    "high": Column("the number that it is not above", "number"),
    "from": Column("the number before a change", "number"),
    "to": Column("the number after a change", "number"),
    "delta": Column("the size of a change", "number"),
    "unit": Column("what is counted, or the currency"),
    "approx": Column("true where the number is said to be rough", "truth"),
}
TIME: dict[str, Column] = {
    "time_text": Column("the time, in the words of the report", words=True),
    "time_start": Column("its first day, month or year"),
    "time_end": Column("its last day, month or year"),
    "time_type": Column("point, duration, deadline or recurring"),
}
CLAIM_COLUMNS: dict[str, Column] = {
    "id": Column("the claim's id, made from its content"),
    "report": Column("the report's id"),
    "title": Column("the report's title", words=True),
    "outlet": Column("who published it"),
    "published": Column("when it was published (YYYY, YYYY-MM or YYYY-MM-DD)"),
    "url": Column("the report's address"),
    "report_hash": Column("SHA-256 of the report's text in UTF-8: whoever has the same text can use the offsets"),
    "added": Column("when this ledger took the report in, in UTC"),
    "kind": Column("the kind of claim"),
    "status": Column("actual, planned, conditional, possible or denied"),
    "stage": Column("how far a plan has come"),
    "source": Column("whom the report attributes the claim to"),
    **_args(),
    **NUMBERS,
    **TIME,
    "announced_text": Column("when it was said, decided or ordered, in the words of the report", words=True),
    "announced_start": Column("the first day, month or year of that"),
    "announced_end": Column("the last day, month or year of that"),
    "announced_type": Column("point, duration, deadline or recurring"),
    "evidence_begin": Column("where the sentence begins in the report's text, in characters", "whole"),
    "evidence_end": Column("where it ends", "whole"),
    "words": Column("the sentence that makes the claim", words=True),
    "rule": Column("the rule that read it"),
    "confidence": Column("how likely it is, from 0 to 1, that an analyst would record the claim unedited", "number"),
    "review": Column("accepted, corrected or added, where an analyst said so"),
}
"""The columns of a row a claim."""

FACT_COLUMNS: dict[str, Column] = {
    "id": Column("the fact's id: f- and the id of the claim that was known first"),
    "kind": Column("the kind of its claims"),
    "status": Column("actual, planned, conditional, possible or denied"),
    "stage": Column("how far a plan has come, by the first claim"),
    "source": Column("whom the first report attributes it to"),
    **_args(),
    **NUMBERS,
    **TIME,
    "first_day": Column("the first day that it touches", "day"),
    "last_day": Column("the last day that it touches", "day"),
    "dated_by": Column("text where the words give the days, published where only the first report's date is known"),
    "known": Column("the day from which on it was known", "day"),
    "claims": Column("how many claims say it", "whole"),
    "reports": Column("in how many reports", "whole"),
    "outlets": Column("of how many outlets", "whole"),
    "origins": Column("with how many texts of their own", "whole"),
    "reviewed": Column("how many of the claims an analyst accepted, corrected or added", "whole"),
    "joined": Column("why the claims are one fact: same words, same values, merged by an analyst"),
    "corrected_by": Column("the id of the claim that its outlet put in its place"),
    "report": Column("the id of the report that said it first"),
    "url": Column("that report's address"),
    "words": Column("the sentence that said it first", words=True),
    "claim_ids": Column("the ids of its claims, the first known first", "texts"),
}
"""The columns of a row a fact."""

COLUMNS = {name: column.says for name, column in CLAIM_COLUMNS.items()}
"""The columns of a row a claim, with what they hold."""


def columns_of(*, facts: bool = False, text: bool = True) -> dict[str, Column]:
    """The columns of a row a claim, or a fact; without ``text``, those that hold no words of the reports."""
    columns = FACT_COLUMNS if facts else CLAIM_COLUMNS
    return {name: column for name, column in columns.items() if text or not column.words}
