"""The fit and its measures, on numbers whose answer is known, and the pairing with the gold."""

import json
import random
from types import SimpleNamespace

import numpy as np
import pytest
from evals.fit import rewritten
from evals.judged import paired
from evals.logistic import bins, brier, calibration_error, fit, predict, ranked

from onrecord.lexicon.confidence import weights, weights_of


def test_the_fit_finds_the_weights_that_made_the_outcomes():
    rng = np.random.default_rng(3)
    found = rng.integers(0, 2, size=(20_000, 2)).astype(float)
    likely = 1 / (1 + np.exp(-(1.5 - 2.0 * found[:, 0] + 0.5 * found[:, 1])))
    right = (rng.random(len(found)) < likely).astype(float)
    assert fit(found, right) == pytest.approx([1.5, -2.0, 0.5], abs=0.12)
    assert predict(np.array([1.5, -2.0, 0.5]), found) == pytest.approx(likely)


def test_what_tells_nothing_apart_weighs_nothing_and_few_cases_weigh_little():
    alike = np.zeros((40, 1))
    right = np.array([1.0, 0.0] * 20)
    assert fit(alike, right) == pytest.approx([0.0, 0.0], abs=1e-6)
    two = np.array([[1.0], [0.0]])
    assert 0 < fit(two, np.array([1.0, 0.0]))[1] < 1


def test_a_probability_that_keeps_its_word_has_no_calibration_error():
    likely, right = [0.25] * 4 + [0.75] * 4, [True, False, False, False, True, True, True, False]
    assert calibration_error(likely, right, (0.0, 0.5, 1.0)) == 0
    assert calibration_error([1.0] * 8, right, (0.0, 0.5, 1.0)) == pytest.approx(0.5)
    assert list(bins(likely, right, (0.0, 0.5, 0.6, 1.0))) == [(0.0, 0.5, 4, 0.25, 0.25), (0.6, 1.0, 4, 0.75, 0.75)]
    assert brier([1.0, 0.0], [True, True]) == 0.5


def test_ranking_counts_the_pairs_in_order():
    assert ranked([0.9, 0.8, 0.1], [True, True, False]) == 1
    assert ranked([0.1, 0.9], [True, False]) == 0
    assert ranked([random.Random(1).random()] * 4, [True, False, True, False]) == 0.5


def test_the_file_keeps_its_words_when_its_numbers_change():
    text = 'intercept = 0.0\n\n[[feature]]\nname = "missing"\nweight = 0.0\nsays = "weight = all"\n'
    read = weights_of(rewritten(text, 1.25, {"missing": -0.5}))
    assert (read.intercept, read.features, read.says) == (1.25, {"missing": -0.5}, {"missing": "weight = all"})
    assert all(weight for weight in weights().features.values())


class Pair(SimpleNamespace):
    def __init__(self, gold, pred, _names):
        same = gold["n"] == pred["n"]
        super().__init__(found=abs(gold["n"] - pred["n"]) <= 1, usable=same, score=(same,))


def test_claims_are_paired_one_to_one_and_what_pairs_with_an_optional_one_is_left_out():
    scorer = SimpleNamespace(Pair=Pair, is_optional=lambda row: row.get("optional", False))
    gold = [{"n": 1}, {"n": 5, "optional": True}, {"n": 9}]
    claims = [{"n": n} for n in (1, 2, 5, 8, 30)]
    judged = {json.dumps(claim): usable for claim, usable in paired(scorer, None, gold, claims, dict)}
    assert judged == {'{"n": 1}': True, '{"n": 2}': False, '{"n": 8}': False, '{"n": 30}': False}
