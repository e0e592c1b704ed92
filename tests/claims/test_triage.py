"""What is parsed at all: a sentence with a word that makes claims and something to be about."""

import ast
from pathlib import Path

import pytest

from onrecord.claims.antecedents import antecedents
from onrecord.claims.gates import Gate
from onrecord.claims.need_words import Beside, after, before, close, listing_of
from onrecord.claims.needs import BESIDE, needs_of
from onrecord.claims.offices import Offices
from onrecord.claims.triage import ALL_KINDS, Read, may_claim, to_read
from onrecord.claims.word_marks import words_of
from onrecord.lexicon.names import name_index
from onrecord.lexicon.triggers import load_triggers
from onrecord.model import Claim, Kind, Report
from onrecord.pipeline import Extractor
from onrecord.pipeline.extract import sentences_of
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
        assert all(part.words if isinstance(part, Beside) else part for part in need)


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


def sentences_of_the_tests() -> list[str]:
    """What the tests of the rules read: every fourth text of theirs that ends as a sentence does."""
    found = set()
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") > 2:
                found.update([node.value] if node.value.endswith((".", "”", "?")) else [])
    return sorted(found)[::4]


def test_no_claim_of_what_the_rules_are_tested_on_is_lost_or_changed():
    texts = [*(sentence for _, sentence in SAYS), *sentences_of_the_tests()]
    reports = [Report(id=str(i), text=text, published="2020-05-01") for i, text in enumerate(texts)]
    whole = dict(enumerate(claims for _, claims in Extractor(triage=False, without=[Kind.STATEMENT]).claims_of(reports)))
    part = dict(enumerate(claims for _, claims in Extractor(without=[Kind.STATEMENT]).claims_of(reports)))
    assert [reports[i].text for i in whole if whole[i] != part[i]] == []


@pytest.mark.parametrize(
    ("need", "met", "unmet"),
    [
        ((frozenset(["sent"]), frozenset(["men"])), "men were sent", "sent a letter"),
        ((frozenset(["sent"]), before(frozenset(["men"]))), "men were sent", "sent men"),
        ((frozenset(["sent"]), after(frozenset(["men"]), 2)), "sent 500 men", "sent to the hills with 500 men"),
        ((frozenset(["sent"]), close(frozenset(["men"]))), "men whom it sent", "men who had long before then been sent"),
        ((frozenset(["sent"]), frozenset(["men"]), frozenset(["home"])), "sent the men home", "sent the men away"),
    ],
)
def test_a_need_is_met_on_its_side_and_within_its_reach(need, met, unmet):
    gate = Gate([need], listing_of(name_index()))
    assert gate.lets_through(words_of(met))
    assert not gate.lets_through(words_of(unmet))


def read(text: str) -> list[str]:
    """The sentences of a report that are read."""
    report = Report(id="r", text=text)
    spans = list(sentences_of(report))
    return [span.cut(text) for span, is_read in zip(spans, to_read(text, spans), strict=True) if is_read]


def test_a_name_is_read_in_full_once():
    told = "Ann Holm sang. Ann Holm danced. Later on Holm was named minister of defence."
    assert read(told) == ["Ann Holm sang.", "Later on Holm was named minister of defence."]


def test_what_is_read_for_its_names_alone_is_said_so():
    text = "Ann Holm sang. Later on Holm was named minister of defence. It rained."
    spans = list(sentences_of(Report(id="r", text=text)))
    assert to_read(text, spans) == [Read.NAMES, Read.CLAIMS, Read.NOTHING]
    [sentences] = Extractor().parse([Report(id="r", text=text)])
    assert [(s.doc is not None, s.only_said, s.only_named) for s in sentences] == [
        (True, False, True),
        (True, False, False),
        (False, False, False),
    ]


def test_what_a_report_on_other_matters_cannot_mean_is_not_read():
    match_ = (
        "The match ended in goals. The striker, a star of the league, scored a goal. The club and its fans cheered the team. "
        * 4
    )
    assert read(match_ + "A guard was killed by a fan.") == []
    assert read("A guard was killed by a fan.") == ["A guard was killed by a fan."]


def test_numbers_count_forces_once_forces_were_counted():
    assert read("Roughly 1,000 were based there.") == []
    assert "Roughly 1,000 were based there." in read("Chad sent 3,000 soldiers to Mali. Roughly 1,000 were based there.")
    assert "A: 1,000." in read("How many soldiers are in Mali? A: 1,000.")


@pytest.mark.parametrize(
    ("before_it", "sentence"),
    [
        ("Ann Holm, 60, lives in the hills.", "She heads the Constitutional Court of Chad."),
        ("The United Hill Front (UHF) is an old group.", "Later on the UHF attacked a base of the army."),
        ("Ann Holm sang.", "Later on Holm was named minister of defence."),
    ],
)
def test_a_sentence_is_read_with_the_one_that_says_who_is_meant(before_it, sentence):
    assert read(f"{before_it} {sentence}") == [before_it, sentence]
    assert read(before_it) == []


def test_what_no_chosen_sentence_points_back_to_stays_out():
    sentences = ["Ann Holm sang.", "It rained.", "Rebels took the town.", "She slept."]
    assert list(antecedents(sentences, [False, False, True, False])) == []
    assert list(antecedents([], [])) == []


def test_an_office_is_told_once_unless_it_is_of_something_else():
    offices = Offices()
    told = [
        "President Ann Holm spoke.",
        "President Holm left.",
        "Holm, president of the World Bank, left.",
        "The president left.",
    ]
    assert [offices.has_new(sentence) for sentence in told] == [True, False, True, False]


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
