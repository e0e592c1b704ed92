"""Who is on the record, and what each said over time."""

import pytest

from onrecord.errors import UnknownName
from onrecord.ledger import Ledger, speakers, statements
from onrecord.ledger.timeline import timeline
from onrecord.model import Claim, Frozen, Kind, Report, Span

FIRST = "Anna Berg said the force would shrink to 300. It rained."
SECOND = "Berg said the force would stay at 400. Paul Keita denied that a base had closed."


def said(report: Report, speaker: str, cue: str, content: str) -> Claim:
    begin = report.text.index(content)
    sentence_end = report.text.index(".", begin) + 1
    sentence_begin = report.text.rfind(". ", 0, begin) + 2 if ". " in report.text[:begin] else 0
    trigger = report.text.index(cue, sentence_begin)
    return Claim(
        report.id,
        Kind.STATEMENT,
        Span(sentence_begin, sentence_end),
        Frozen({"speaker": speaker, "cue": cue, "content": content, "mode": "indirect"}),
        spans=Frozen({"content": Span(begin, begin + len(content)), "trigger": Span(trigger, trigger + len(cue))}),
    )


def level(report: Report, source: str, word: str) -> Claim:
    at = report.text.index(word)
    return Claim(
        report.id,
        Kind.FORCE_LEVEL,
        Span(0, report.text.index(".") + 1),
        Frozen({"actor": "Northland", "place": "Green Valley"}),
        source=source,
        spans=Frozen({"trigger": Span(at, at + len(word))}),
    )


def office(report: Report) -> Claim:
    return Claim(
        report.id, Kind.ROLE, Span(0, 9), Frozen({"person": "Anna Berg", "role": "minister", "organization": "Northland"})
    )


@pytest.fixture
def book(tmp_path):
    one = Report("r1", FIRST, published="2031-03-01", outlet="Valley Wire")
    two = Report("r2", SECOND, published="2031-05-01", outlet="Hill Post")
    ledger = Ledger.create(tmp_path / "said.db")
    ledger.add(
        one,
        [said(one, "Anna Berg", "said", "the force would shrink to 300"), level(one, "Anna Berg", "shrink"), office(one)],
    )
    ledger.add(
        two,
        [
            said(two, "Anna Berg", "said", "the force would stay at 400"),
            said(two, "Paul Keita", "denied", "that a base had closed"),
            level(two, "Northland army", "stay"),
        ],
    )
    with ledger:
        yield ledger


def test_speakers_are_counted_with_their_offices_and_days(book):
    berg, *others = speakers(book)
    assert (berg.name, berg.statements, berg.claims, berg.reports) == ("Anna Berg", 2, 1, 2)
    assert [(one.role, one.organization) for one in berg.offices] == [("minister", "Northland")]
    assert (berg.first, berg.last, berg.outlets) == ("2031-03-01", "2031-05-01", ("Hill Post", "Valley Wire"))
    assert {one.name for one in others} == {"Paul Keita", "Northland army"}


def test_speakers_can_be_asked_for_by_subject_and_clock(book):
    assert [one.name for one in speakers(book, about="closed")] == ["Paul Keita"]
    assert [one.name for one in speakers(book, known="2031-04-01")] == ["Anna Berg"]
    assert [one.name for one in speakers(book, until="2031-04-01")] == ["Anna Berg"]


def test_what_a_person_said_comes_in_order_with_the_claims_in_the_words(book):
    answer = statements(book, "Anna Berg")
    assert answer.speaker == "Anna Berg"
    assert [(item.day, item.entry.claim.args["content"], len(item.claims)) for item in answer.said] == [
        ("2031-03-01", "the force would shrink to 300", 1),
        ("2031-05-01", "the force would stay at 400", 0),
    ]


def test_a_part_of_a_name_is_enough_where_only_one_speaker_has_it(book):
    assert statements(book, "berg").speaker == "Anna Berg"
    assert statements(book, "Keita", about="base").said[0].entry.claim.args["cue"] == "denied"


def test_what_rests_on_a_source_without_a_statement_stands_for_itself(book):
    [item] = statements(book, "Northland army").said
    assert item.entry.claim.kind is Kind.FORCE_LEVEL


def test_a_name_that_nobody_has_or_several_have_is_an_error_with_the_near_ones(book):
    with pytest.raises(UnknownName, match="no speaker 'Nobody Here'"):
        statements(book, "Nobody Here")
    three = Report("r3", "Lena Berg said it snowed.", published="2031-06-01")
    book.add(three, [said(three, "Lena Berg", "said", "it snowed")])
    with pytest.raises(UnknownName, match=r"Anna Berg, Lena Berg|Lena Berg, Anna Berg"):
        statements(book, "Berg")


def test_a_timeline_tells_no_statements_unless_it_is_asked_for_them(book):
    assert all(fact.claim.kind is not Kind.STATEMENT for fact in timeline(book))
    assert len(timeline(book, kind="statement")) == 3
