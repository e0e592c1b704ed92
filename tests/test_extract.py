"""The whole path from a report to its claims: order, batches, and what one bad sentence costs."""

from __future__ import annotations

import gc

import pytest

from onrecord.claims import rules_by_name
from onrecord.errors import ModelMissing
from onrecord.model import Kind, Report, Span
from onrecord.pipeline import Extractor
from onrecord.resting import collector_at_rest

LEFT = "France withdrew 500 soldiers from Mali."
FINE = "The weather was fine."


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


def report(text: str, id: str = "one", **more) -> Report:
    return Report(id=id, text=text, published="2020-12-13", **more)


def test_each_report_comes_back_with_its_own_claims_in_order(extractor):
    reports = [report(f"France withdrew {n} soldiers from Mali.", id=f"r{n}") for n in range(100, 170)]
    found = list(extractor.claims_of(reports))
    assert [r for r, _ in found] == reports
    assert [[(c.doc, c.quantity.delta) for c in claims] for _, claims in found] == [[(f"r{n}", n)] for n in range(100, 170)]


def test_the_collector_rests_while_a_batch_is_read_and_never_after_it(extractor, monkeypatch):
    monkeypatch.setattr("onrecord.pipeline.extract.BATCH", 2)
    ran = []
    monkeypatch.setattr("onrecord.pipeline.extract.finish", lambda *_: ran.append(gc.isenabled()) or [])
    gc.enable()
    assert [gc.isenabled() for _ in extractor.claims_of([report(LEFT, id=f"r{n}") for n in range(4)])] == [True] * 4
    assert ran == [False] * 4


def test_the_collector_rests_until_the_last_has_done_and_stays_off_where_it_was():
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reports_are_read_as_they_are_asked_for(extractor, monkeypatch):
    monkeypatch.setattr("onrecord.pipeline.extract.BATCH", 2)
    taken = []

    def reports():
        for n in range(10):
            taken.append(n)
            yield report(LEFT, id=f"r{n}")

    stream = extractor.claims_of(reports())
    next(stream)
    assert taken == [0, 1]


def test_a_report_between_others_tells_them_nothing(extractor):
    """Who "it" is in one report does not come from the report before."""
    alone = extractor.claims(report("The forces will leave in May.", id="b"))
    after = list(extractor.claims_of([report(LEFT, id="a"), report("The forces will leave in May.", id="b")]))[1][1]
    assert after == alone


def test_offsets_mean_the_text_of_the_report(extractor):
    text = f"{FINE}\n\n{FINE} {LEFT}"
    [claim] = extractor.claims(report(text))
    assert claim.evidence == Span(text.index(LEFT), len(text))
    assert claim.evidence.cut(text) == LEFT
    assert claim.spans["trigger"].cut(text) == "withdrew"
    assert claim.spans["place"].cut(text) == "Mali"


@pytest.mark.parametrize("text", [FINE, "?", "١٢٣", "\u200b.", "- - -"])
def test_a_report_that_says_nothing_gives_no_claim(extractor, text):
    assert extractor.claims(report(text)) == []


def test_no_reports_give_nothing(extractor):
    assert list(extractor.claims_of([])) == []


def test_without_triage_every_sentence_is_parsed():
    docs = {}
    for triage in (True, False):
        [sentences] = Extractor(triage=triage).parse([report(f"{FINE} {LEFT}")])
        docs[triage] = [sentence.doc is not None for sentence in sentences]
    assert docs == {True: [False, True], False: [True, True]}


def test_a_rule_that_breaks_costs_its_own_claims_only_and_is_counted(monkeypatch):
    def claim_broken(scene, story):
        raise KeyError("nothing there")
        yield

    def claim_halfway(scene, story):
        yield from ()
        raise ValueError("in the middle")

    from onrecord.pipeline import extract

    monkeypatch.setattr(extract, "RULES", (claim_broken, *extract.RULES, claim_halfway))
    extractor = Extractor()
    [claim] = extractor.claims(report(LEFT))
    assert claim.kind is Kind.FORCE_CHANGE
    assert [(id, words, why.split(":")[0]) for id, words, why in extractor.failed] == [
        ("one", LEFT, "claim_broken"),
        ("one", LEFT, "claim_halfway"),
    ]


def test_a_model_that_is_not_there_is_named_when_something_is_read():
    extractor = Extractor(model="no_such_model")
    with pytest.raises(ModelMissing, match="no_such_model"):
        extractor.claims(report(LEFT))


def test_every_claim_names_a_rule_that_explains_itself(extractor):
    text = f"{LEFT} The United States has 2,500 troops in Iraq. Norway provided $20 million to Iraq. Rebels announced a truce."
    claims = extractor.claims(report(text))
    assert [claim.kind.value for claim in claims].count("statement") == 1
    assert len(claims) == 5
    for claim in claims:
        assert len(rules_by_name()[claim.rule]) > 40
