"""A promise and what became of it in one report: met, late or missed where the report looks back on it, else still open."""

from __future__ import annotations

import pytest

from onrecord.ledger import due
from onrecord.model import Kind, Report
from onrecord.pipeline import Extractor

KEPT = "Norway withdrew 90 soldiers from Mali in April."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway had ordered 90 soldiers out of Mali by May. The 90 soldiers left Mali on 12 April.", ["open", "met"]),
        (f"Norway had planned to withdraw 90 soldiers from Mali by September 2021. {KEPT}", ["open", "met"]),
        (f"Norway was to withdraw 90 soldiers from Mali by May 2021. {KEPT}", ["open", "met"]),
        ("Norway was to withdraw 90 soldiers from Mali by April 2021. It withdrew 90 soldiers from Mali on 20 May.", ["open", "met_late"]),
        ("Norway had promised to withdraw 90 soldiers from Mali by May 2021. It did not withdraw 90 soldiers from Mali.",
         ["open", "missed"]),
        (f"Norway plans to withdraw 90 soldiers from Mali by September 2021. {KEPT}", ["open"]),
        (f"{KEPT} It will withdraw 90 soldiers from Mali by September 2021.", ["open"]),
        (f"{KEPT} It was to withdraw 90 soldiers from Mali by May 2021.", ["open"]),  # may be others
        ("Norway had ordered 90 soldiers out of Mali by May. Norway withdrew 90 soldiers from Mali in 2018.", ["open"]),
        ("Norway had ordered 90 soldiers out of Mali by May. It withdrew 90 soldiers from Niger in April.", ["open"]),
        ("Norway had ordered 90 soldiers out of Mali by May. It withdrew 40 soldiers from Mali in April.", ["open"]),
    ],
)  # fmt: skip
def test_one_report_tells_what_became_of_a_promise_where_it_looks_back_on_it(ledger, real_lexicon, text, found):
    for report, claims in Extractor().claims_of([Report("r", text, published="2021-06-10", outlet="Sample Wire")]):
        ledger.add(report, claims)
    [one] = due(ledger)
    assert [step.state.value for step in one.history] == found
    assert all(step.known == "2021-06-10" for step in one.history)


def test_what_was_ordered_out_is_a_plan_and_not_done(real_lexicon):
    [(_, claims)] = Extractor().claims_of(
        [Report("r", "Norway had ordered 90 soldiers out of Mali by May.", published="2021-06-10")]
    )
    assert [claim.status.value for claim in claims if claim.kind is Kind.FORCE_CHANGE] == ["planned"]
