"""Statements: who says what, in which words, to whom and when."""

import pytest

from onrecord.model import Kind, Report
from onrecord.pipeline import Extractor

from .rows import case

ROWS = [
    case(
        "Anna Berg said on Monday that the base would close.",
        [{"speaker": "Anna Berg", "cue": "said", "content": "the base would close", "mode": "indirect", "status": "actual"}],
    ),
    case(
        "“We will stay,” Anna Berg told reporters.",
        [{"speaker": "Anna Berg", "cue": "told", "content": "We will stay", "mode": "direct", "addressee": "reporters"}],
    ),
    case(
        "Anna Berg said the plan was “no secret” in the capital.",
        [{"speaker": "Anna Berg", "mode": "mixed"}],
    ),
    case(
        "According to the defence ministry, the road was blocked.",
        [{"speaker": "defence ministry", "cue": "According to", "content": "the road was blocked", "mode": "indirect"}],
    ),
    case(
        "Reuters reported that Anna Berg had denied the claim.",
        [
            {"speaker": "Reuters", "source": None},
            {"speaker": "Anna Berg", "cue": "denied", "content": "the claim", "source": "Reuters"},
        ],
    ),
    case(
        "Anna Berg did not say when the bridge would open.",
        [{"speaker": "Anna Berg", "status": "denied"}],
    ),
    case(
        "Anna Berg did not name a day, telling reporters that the bridge was safe.",
        [{"cue": "telling", "status": "actual"}],
    ),
    case("According to March 14 figures, the bridge cost two million euros.", [{"speaker": None, "status": "actual"}]),
    case("The bridge opened in the spring.", []),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_a_statement_has_its_speaker_its_words_and_how_they_are_put(expect, text, rows):
    expect(Kind.STATEMENT, text, rows)


def test_a_statement_is_dated_by_the_day_of_the_saying_and_not_of_what_is_said(read):
    said, told = (
        read(text, Kind.STATEMENT)[0]
        for text in (
            "Anna Berg said on Friday that the base would close.",
            "Anna Berg said that rockets had hit the base on Friday.",
        )
    )
    assert said.time is not None
    assert said.time.start == "2020-12-11"
    assert told.time is None


def test_the_spans_of_an_interrupted_quotation_tell_all_of_its_pieces(read):
    text = "“We will stay,” Anna Berg said, “until the work is done.”"
    [claim] = read(text, Kind.STATEMENT)
    pieces = [claim.spans[name].cut(text) for name in ("content", "content.2")]
    assert "We will stay" in pieces[0]
    assert "until the work is done" in pieces[1]
    assert claim.args["content"] == "We will stay … until the work is done."
    assert claim.args["mode"] == "direct"


def test_a_claim_within_two_sayings_has_the_inner_one_as_source_and_the_outer_one_as_the_way(read):
    [claim] = read("Reuters reported that the army said that France withdrew 500 soldiers from Mali.", Kind.FORCE_CHANGE)
    assert (claim.source, claim.via) == ("army", ("Reuters",))


def test_what_stands_outside_triage_is_read_for_its_speaker_alone():
    text = "The weather was fine, Anna Berg said. France withdrew 500 soldiers from Mali."
    report = Report(id="one", text=text, published="2020-12-13")
    with_all, without = Extractor().claims(report), Extractor(without=[Kind.STATEMENT]).claims(report)
    assert [claim.kind for claim in with_all] == [Kind.STATEMENT, Kind.FORCE_CHANGE]
    assert without == with_all[1:]


def test_a_long_content_is_cut_and_its_span_is_whole(read):
    text = f"Anna Berg said: “{'The road is long and the camp is far away. ' * 80}”"
    claims = read(text, Kind.STATEMENT)
    assert claims
    assert all(len(str(claim.args["content"])) <= 2010 for claim in claims)
    assert max(len(claim.spans["content"]) for claim in claims) > 2500
