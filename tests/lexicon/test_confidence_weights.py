"""The file of weights: each feature has one, and what cannot be used is told."""

import math

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.confidence import Weights, weights, weights_of

ROW = '[[feature]]\nname = "missing"\nweight = -1.5\nsays = "something is missing"\n'


def test_a_probability_comes_of_the_intercept_and_the_weights_of_what_was_found():
    read = weights_of("intercept = 2.0\n" + ROW)
    assert read == Weights(2.0, {"missing": -1.5}, {"missing": "something is missing"})
    assert read.confidence({}) == pytest.approx(1 / (1 + math.exp(-2)))
    assert read.confidence({"missing": 2.0}) == pytest.approx(1 / (1 + math.exp(1)))
    assert read.weighed({"missing": 2.0, "other": 1.0}) == {"missing": -3.0}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ROW, "intercept"),
        ("intercept = 1.0\n" + ROW.replace("-1.5", '"low"'), "weight"),
        ("intercept = 1.0\n" + ROW.replace("says", "means"), "says"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(text, words):
    with pytest.raises(LexiconError, match=words):
        weights_of(text)


def test_what_speaks_against_a_claim_lowers_it():
    against = {"missing", "pronoun", "before", "elsewhere", "nested", "possible"}
    assert all(weights().features[name] < 0 for name in against)
    assert all(weights().says[name].strip() for name in weights().features)
