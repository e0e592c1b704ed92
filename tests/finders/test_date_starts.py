"""Which rules are tried at a word: none that could match is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.finders.dates import grammar
from onrecord.finders.dates.starts import LENGTH, alike, fitting, starts_of

PATTERNS = [
    r"(?:the\s)?(?:day|May)s?",
    r"\d{1,2}(?:st|nd)?",
    r"[A-Z]\w+day",
    r"(?<=by\s)(?:a|an)?x",
    r"(?:ab)*c",
    r"q{2,3}",
    r"\W?z",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(st.text(alphabet="abcqxzdayMTthes 0123456789-\n", max_size=12))
def test_what_matches_has_one_of_its_pattern_s_beginnings(pattern, words):
    if re.match(pattern, words, re.IGNORECASE):
        assert starts_of(pattern) & fitting(alike(words[:LENGTH]))


def test_every_rule_names_beginnings_and_few_words_try_many_rules():
    rules = grammar._rules()
    assert all(rule.starts for rule in rules)
    assert len(grammar._rules_at("forc", grammar.FIRST)) < len(rules) / 4
    assert len(grammar._rules_at("the fo", LENGTH)) < len(grammar._rules_at("the ", grammar.FIRST)) / 2
