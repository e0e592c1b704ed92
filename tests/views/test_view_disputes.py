"""How a dispute is shown: the cause in words, then both sides with who says so and the sentence."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from onrecord.model import Cause, Difference, Dispute, Parting, Quantity
from onrecord.views.answer_json import answer_to_json
from onrecord.views.disputed import CAUSE_SIGNS, compared, table_of_disputes

from .conftest import fact_of


def shown(disputes, width=90) -> str:
    return printed(table_of_disputes(disputes, width=width), width)


def printed(part, width=90) -> str:
    out = StringIO()
    Console(file=out, width=width).print(part)
    return out.getvalue()


@pytest.fixture
def dispute():
    one = fact_of(
        "Northland has 8,892 soldiers there.", quantity=Quantity(value=8892, unit="personnel"), source="quarterly table"
    )
    other = fact_of("About 5,000 are there.", outlet="Hill Post", quantity=Quantity(value=5000, unit="personnel", approx=True))
    return Dispute(one, other, Cause.SCOPE, "only one says what it counts: “\x1b[31massigned”")


def test_a_dispute_is_shown_with_its_cause_and_both_sentences(dispute):
    text = shown([dispute])
    for words in ("1 scope", "⊂ scope", "Only one says what it counts", "8,892 personnel", "≈5,000 personnel", "citing quarterly table",
                  "Hill Post, 2031-03-04", "“About 5,000 are there.”"):  # fmt: skip
        assert words in text
    assert "\x1b" not in text


def test_no_dispute_is_said_and_says_what_to_do():
    assert "No two facts" in shown([])


def test_every_cause_has_a_sign():
    assert set(CAUSE_SIGNS) == set(Cause)


def test_a_dispute_is_json_with_both_facts(dispute):
    row = answer_to_json(dispute)
    assert (row["cause"], row["one"]["entries"][0]["words"]) == ("scope", "Northland has 8,892 soldiers there.")


@pytest.mark.parametrize(("parting", "sign"), [(Parting.EVENT, "/ event"), (Parting.NEWER, "→ newer")])
def test_two_facts_are_shown_with_what_parts_them_and_both_sentences(dispute, parting, sign):
    text = printed(compared(Difference(dispute.one, dispute.other, parting, "they tell of \x1b[31mtwo")))
    for words in ("Two facts", sign, "They tell of", "Northland has 8,892 soldiers there.", "About 5,000 are there."):
        assert words in text
    assert "\x1b" not in text


def test_two_claims_of_one_fact_are_shown_as_one(dispute):
    text = printed(compared(dispute.one))
    assert "= one fact" in text
    assert "Northland has 8,892 soldiers there." in text
