"""What is parsed at all: a sentence with a word that makes claims and something to be about."""

import pytest

from onrecord.lexicon.triggers import load_triggers
from onrecord.nlp.triage import may_claim

SAYS = sorted({sentence for trigger in load_triggers() for sentence in trigger.says})


@pytest.mark.parametrize("sentence", SAYS)
def test_what_a_lexicon_entry_catches_is_let_through(sentence):
    assert may_claim(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States withdrew 500 soldiers.",
        "About 5,000 soldiers are in the Sahel.",
        "WITHDRAWAL OF TROOPS BEGINS",
        "France's troops were handed the base.",
        "The U.S.-led Coalition attacked the depot.",
        "General Paul Keita, commander of the brigade, smiled.",
        "Norway gave $20 million to Iraq.",
        "A rocket-propelled grenade hit the embassy.",
        "The truce collapsed.",
    ],
)
def test_a_sentence_about_forces_money_sites_or_offices_is_let_through(sentence):
    assert may_claim(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The weather was fine.",
        "Nobody slept that night.",
        "It was, by all accounts, a quiet market day.",
        "—",
        "",
        "...",
        "12 34 56",
        "العراق",
    ],
)
def test_a_sentence_about_nothing_of_the_kind_is_skipped(sentence):
    assert not may_claim(sentence)


def test_a_long_line_is_looked_at_in_one_pass():
    assert not may_claim("lorem-" * 50_000)
