"""An agreement keeps or breaks the promise of one only where both may be about the same thing."""

from __future__ import annotations

import pytest
from made import by, claim_of, on, report_of

from onrecord.ledger import Ledger, due
from onrecord.model import Kind, Status, Time

ARGS: dict[str, str | tuple[str, ...]] = {"parties": ("Armenia", "Azerbaijan"), "type": "agreement", "action": "signed"}


def tell(ledger: Ledger, id: str, day: str, words: str, status: Status, time: Time | None = None) -> None:
    report = report_of(words, id=id, published=day)
    ledger.add(report, [claim_of(report, Kind.AGREEMENT, ARGS, status=status, time=time)])


def promise(ledger: Ledger) -> None:
    tell(ledger, "a", "2021-03-01", "Both will sign a peace agreement by 30 April.", Status.PLANNED, by("2021-04-30"))


@pytest.mark.parametrize(("words", "state"), [
    ("They signed a fisheries agreement on 9 April.", "no_evidence"),
    ("They signed an agreement on border trade.", "no_evidence"),
    ("They signed a new peace deal on 9 April.", "met"),
    ("They signed the agreement on 9 April.", "met"),
    ("They signed the Geneva accord on 9 April.", "met"),
    ("They signed a reconciliation pact on 9 April.", "met"),
])  # fmt: skip
def test_what_is_signed_keeps_the_promise_of_its_own_subject_alone(ledger, words, state):
    promise(ledger)
    tell(ledger, "b", "2021-04-10", words, Status.ACTUAL, on("2021-04-09"))
    tell(ledger, "c", "2021-06-01", "They will sign a trade agreement.", Status.PLANNED)
    assert [one.state.value for one in due(ledger, until="2021-05-01")] == [state]


@pytest.mark.parametrize(("words", "state"), [
    ("They did not sign the peace agreement.", "missed"),
    ("They did not sign an agreement on fishing.", "no_evidence"),
])  # fmt: skip
def test_what_was_not_signed_breaks_the_promise_of_its_own_subject_alone(ledger, words, state):
    promise(ledger)
    tell(ledger, "b", "2021-05-10", words, Status.DENIED)
    assert [one.state.value for one in due(ledger)] == [state]
