"""A claim's confidence is made of how it was found, and of nothing that only one rule knows."""

import pytest

from onrecord.lexicon.confidence import Weights, weights, weights_in_use
from onrecord.model import Kind

PLAIN = "The United States withdrew 500 soldiers from Iraq."
HAS = "The United States has about 3,000 troops in Iraq. "
COUNTING = Weights(0.0, dict.fromkeys(weights().features, 1.0), {})


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (PLAIN, Kind.FORCE_CHANGE, {}),
        ("The United States withdrew 500 soldiers.", Kind.FORCE_CHANGE, {"missing": 1}),
        (HAS + "It withdrew 500 soldiers from Iraq.", Kind.FORCE_CHANGE, {"pronoun": 1}),
        (HAS + "It withdrew 500 soldiers from the country.", Kind.FORCE_CHANGE, {"pronoun": 1, "before": 1}),
        ("The United States may withdraw 500 soldiers from Iraq.", Kind.FORCE_CHANGE, {"possible": 1}),
        ("The paper wrote that the United States withdrew 500 soldiers from Iraq.", Kind.FORCE_CHANGE, {"nested": 1}),
        ("The United States withdrew 500 soldiers from Iraq, a “sad day”.", Kind.FORCE_CHANGE, {"quoted": 1}),
        ("Syria's army recaptured Palmyra.", Kind.TERRITORY, {"young": 1}),
    ],
)
def test_what_moves_the_confidence_is_noted(read, text, kind, found):
    with weights_in_use(COUNTING):
        claims = read(text, kind)
    assert [dict(claim.weighed) for claim in claims if claim.quantity or kind is Kind.TERRITORY] == [found]


def test_a_claim_without_any_feature_has_the_intercept_and_each_doubt_takes_some_away(read):
    [sure], [gap], [doubt] = (
        read(text, Kind.FORCE_CHANGE)
        for text in (
            PLAIN,
            "The United States withdrew 500 soldiers.",
            HAS + "It may withdraw 500 soldiers from the country.",
        )
    )
    assert sure.confidence == round(weights().confidence({}), 2)
    assert sure.confidence > gap.confidence > 0
    assert sure.confidence > doubt.confidence > 0


def test_every_claim_is_judged(read):
    assert all(claim.confidence is not None for claim in read(PLAIN + " Rockets hit a base near Baghdad on Friday."))


def test_the_confidence_is_no_part_of_the_claims_identity(read):
    [claim] = read(PLAIN, Kind.FORCE_CHANGE)
    with weights_in_use(Weights(-3.0, {}, {})):
        [other] = read(PLAIN, Kind.FORCE_CHANGE)
    assert claim.confidence != other.confidence
    assert claim.id == other.id
