"""What is parsed at all: a sentence with a word that makes claims and something to be about."""

import pytest

from onrecord.claims.needs import BESIDE, needs_of
from onrecord.claims.triage import ALL_KINDS, may_claim
from onrecord.lexicon.triggers import load_triggers
from onrecord.model import Claim, Kind
from onrecord.pipeline import Extractor
from onrecord.readers import read_reports
from onrecord.samples import sample_paths

SAYS = sorted({(trigger.kind, sentence) for trigger in load_triggers() for sentence in trigger.says})
BEYOND = {Kind.FORCE_LEVEL, Kind.ROLE, Kind.STATEMENT}
"""Kinds that have no triggers in the lexicon."""


@pytest.mark.parametrize(("kind", "sentence"), SAYS)
def test_what_a_lexicon_entry_catches_is_let_through_for_its_kind(kind: Kind, sentence: str):
    assert may_claim(sentence, kinds=frozenset([kind]))


def test_triage_knows_what_stands_beside_the_triggers_of_every_kind():
    assert {trigger.kind for trigger in load_triggers()} == set(BESIDE) == ALL_KINDS - BEYOND


@pytest.mark.parametrize("trigger", load_triggers(), ids=lambda t: f"{t.kind}-{t.part}-{t.lemma}")
def test_a_need_of_a_trigger_begins_with_its_forms(trigger):
    for need in needs_of(trigger):
        assert need[0] == frozenset(trigger.forms())
        assert all(need)


@pytest.fixture(scope="module")
def reports():
    return list(read_reports(sample_paths()))


def told(extractor: Extractor, reports) -> set[tuple[str, str, object, object]]:
    """Which claims there are, by report, kind, trigger and sentence."""

    def key(claim: Claim) -> tuple[str, str, object, object]:
        return claim.doc, claim.kind, claim.spans["trigger"], claim.evidence

    return {key(claim) for _, claims in extractor.claims_of(reports) for claim in claims}


def test_triage_costs_at_most_two_claims_in_a_hundred_of_the_samples(reports):
    every = told(Extractor(triage=False), reports)
    assert len(every - told(Extractor(), reports)) * 50 <= len(every)


def test_without_a_kind_less_is_parsed_and_the_other_claims_stay(reports):
    whole, part = Extractor(), Extractor(without=[Kind.ROLE, Kind.FORCE_LEVEL])
    left = {key for key in told(whole, reports) if key[1] not in (Kind.ROLE, Kind.FORCE_LEVEL)}
    found = told(part, reports)
    assert not {key[1] for key in found} & {Kind.ROLE, Kind.FORCE_LEVEL}
    assert len(left ^ found) * 50 <= len(left)
    assert parsed(part, reports) < parsed(whole, reports)


def parsed(extractor: Extractor, reports) -> int:
    return sum(sentence.doc is not None for row in extractor.parse(reports) for sentence in row)


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
        "Kidal was vacated first.",
        "Soldiers searched a house last night.",
        "He was shot and killed.",
        "She wants the Americans out of Niger.",
        "An envoy of the Sahel Union, Ann Holm, spoke.",
    ],
)
def test_a_sentence_about_forces_money_sites_or_offices_is_let_through(sentence):
    assert may_claim(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The weather was fine.",
        "In Iraq on Monday, the president spoke.",
        "Three goals decided a fast match.",
        "The firm fired its chef and gave a statement.",
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
