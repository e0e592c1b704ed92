"""Every question leaves out what is less likely to be right than was asked for; nothing is thrown away."""

import csv

import pytest
from made import claim_of, level, report_of, troops

from onrecord.ledger import Filters, due, export_csv, export_jsonl, footprint, levels, timeline
from onrecord.model import Kind, Status

ARGS = {"actor": "United States", "place": "Iraq"}


@pytest.fixture
def book(ledger):
    for id, number, confidence in (("one", 10, 0.9), ("two", 20, 0.4), ("three", 30, None)):
        level(ledger, id, number, published="2020-01-01", confidence=confidence)
    report = report_of("They will leave.", "They may leave.", id="plans", published="2020-02-01")
    for_sale = [
        claim_of(report, Kind.FORCE_CHANGE, {**ARGS, "direction": "decrease"}, words=words, quantity=troops(to=number),
                 status=Status.PLANNED, confidence=confidence)
        for words, number, confidence in (("They will leave.", 5, 0.8), ("They may leave.", 3, 0.2))
    ]  # fmt: skip
    ledger.add(report, for_sale)
    return ledger


@pytest.mark.parametrize(("least", "numbers"), [(0.0, {10, 20, 30}), (0.4, {10, 20}), (0.5, {10}), (1.0, set())])
def test_claims_and_answers_keep_to_the_threshold(book, least, numbers):
    found = book.claims(kind=Kind.FORCE_LEVEL, min_confidence=least)
    assert {entry.claim.quantity.value for entry in found} == numbers
    points = levels(book, "United States", place="Iraq", min_confidence=least).points
    assert {point.value for point in points if point.status is Status.ACTUAL} == numbers
    facts = timeline(book, kind=Kind.FORCE_LEVEL, min_confidence=least)
    assert {fact.claim.quantity.value for fact in facts} == numbers


def test_promises_and_the_footprint_keep_to_it(book):
    assert {one.fact.claim.quantity.to for one in due(book)} == {5, 3}
    assert {one.fact.claim.quantity.to for one in due(book, min_confidence=0.5)} == {5}
    answer = footprint(book, "United States", place="Iraq", on="2020-02-02", min_confidence=0.5)
    assert {point.value for point in answer.forces} == {10}
    assert len(answer.promises) == 1


def test_the_export_keeps_to_it_and_tells_it(book):
    asked = Filters(min_confidence=0.5)
    assert len(list(export_jsonl(book, asked))) == 2
    rows = csv.DictReader(export_csv(book, asked))
    assert sorted(row["confidence"] for row in rows) == ["0.8", "0.9"]


@pytest.mark.parametrize("least", [-0.1, 1.5])
def test_a_threshold_is_a_probability(book, least):
    with pytest.raises(ValueError, match="from 0 to 1"):
        book.claims(min_confidence=least)
