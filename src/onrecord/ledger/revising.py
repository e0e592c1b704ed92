"""The claim as an analyst says that it should be: one of the ledger with other values, or one that nobody had read."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.errors import BadJudgement, UnknownName
from onrecord.ledger.keys import named
from onrecord.ledger.ledger import Ledger
from onrecord.model import Claim, Kind, Span
from onrecord.model.revision import made_by_hand, revised


def claim_as_set(ledger: Ledger, id: str, values: Mapping[str, str]) -> Claim:
    """The claim with this id with other values, by the names of ``revised``. Raises ``BadJudgement`` where one cannot be."""
    claim = ledger.claim(id).claim
    try:
        return revised(claim, values, text=ledger.report(claim.doc).text, naming=named)
    except ValueError as error:
        raise BadJudgement(f"{error}.") from error


def claim_by_hand(ledger: Ledger, report: str, kind: Kind, words: str, values: Mapping[str, str]) -> Claim:
    """A claim of this kind that these words of a report make. Raises ``UnknownName`` where the report does not have them."""
    text = ledger.report(report).text
    try:
        return made_by_hand(report, kind, _found(words.strip(), text, report), values, text=text, naming=named)
    except ValueError as error:
        raise BadJudgement(f"{error}.") from error


def _found(words: str, text: str, report: str) -> Span:
    begin = text.find(words)
    if begin < 0 or not words:
        raise UnknownName(f"passage of report {report}", words)
    return Span(begin, begin + len(words))
