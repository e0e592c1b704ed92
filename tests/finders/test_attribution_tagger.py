"""The tagger: what the parse allows, what is told of it, and what comes out on texts as they are printed."""

from __future__ import annotations

import time

import numpy as np
import pytest

from onrecord.finders.attributions import By, find_attributions
from onrecord.finders.attributions.quotations import Quotes
from onrecord.finders.attributions.tagger import candidates, chances
from onrecord.finders.attributions.tagger.vectors import Vectors, pieces_of
from onrecord.finders.attributions.tagger.weights import FILE, weights
from onrecord.finders.attributions.verbs import cue_verbs
from onrecord.model import Span
from onrecord.nlp import Parser, Sentence, split_sentences

PARSER = Parser()


def sentences_of(text: str, parser: Parser = PARSER) -> list[Sentence]:
    spans = list(split_sentences(text))
    docs = parser.parse(span.cut(text) for span in spans)
    return [Sentence(span, span.cut(text), doc) for span, doc in zip(spans, docs, strict=True)]


def found_in(text: str, by: By = By.BOTH) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution."""
    return [
        tuple(" … ".join(span.cut(text) for span in spans) for spans in (m.value.source, m.value.cue, m.value.content))  # type: ignore[misc]
        for m in find_attributions(sentences_of(text), text, by=by)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The senator derided the ferry plan.", "The senator", "derided", "the ferry plan"),
        ("The envoy lambasted the ministry for its silence.", "The envoy", "lambasted", "the ministry for its silence"),
    ],
)
def test_cues_that_no_lexicon_lists_are_found(text: str, source: str, cue: str, content: str) -> None:
    [(named, said, what)] = found_in(text)
    assert (named, said) == (source, cue)
    assert what in content or content in what
    assert found_in(text, By.RULES) == []


@pytest.mark.parametrize(
    "text",
    [
        "The navy moved two frigates to the northern port.",
        "He put the box on the table and closed the window.",
        "Rebels captured the airfield after two days of fighting.",
        "The road follows the river for twenty miles.",
    ],
)
def test_what_is_done_is_not_said(text: str) -> None:
    assert found_in(text) == []


def test_a_dateline_says_nothing_and_no_group_is_a_speaker() -> None:
    text = "ERBIL, Iraq — The mission has concluded that the road is safe.\n\nNo group has claimed that it fired the rockets."
    mentions = list(find_attributions(sentences_of(text), text))
    assert all(mention.value.speaker not in ("ERBIL", "No group") for mention in mentions)


def test_we_in_a_statement_is_whoever_gives_it() -> None:
    text = "The minister Omar Faris said:\n\nWe believe that the truce will hold. The camps are to close in May."
    speakers = [mention.value.speaker for mention in find_attributions(sentences_of(text), text)]
    assert speakers
    assert set(speakers) == {"Omar Faris"}


def test_what_the_rules_make_is_among_the_candidates() -> None:
    text = "The minister said that the base would close, according to two aides."
    [sentence] = sentences_of(text)
    assert sentence.doc is not None
    found = candidates(sentence.doc, 0, cue_verbs(sentence.doc))
    assert {candidate.cue.text for candidate in found if candidate.by_rule} == {"said", "according"}
    [weighed] = chances([found], [0], Quotes(text))
    assert len(weighed) == len(found)
    assert all(0 <= chance <= 1 for chance in weighed)


@pytest.mark.parametrize(
    ("asked", "cues"),
    [
        ("plan", {"said", "derided"}),
        ("bridge", {"said"}),
        ("", {"said"}),
    ],
)
def test_only_what_can_hold_the_words_asked_for_and_what_the_rules_make_is_weighed(asked: str, cues: set[str]) -> None:
    text = "The envoy derided the ferry plan, and the minister said that the bridge was safe."
    [sentence] = sentences_of(text)
    assert sentence.doc is not None
    about = [Span(text.index(asked), text.index(asked) + len(asked))] if asked else []
    found = candidates(sentence.doc, 0, cue_verbs(sentence.doc), about=about)
    assert {candidate.cue.text for candidate in found} == cues
    every = candidates(sentence.doc, 0, cue_verbs(sentence.doc))
    assert {candidate.cue.text for candidate in every} >= {"said", "derided"}


def test_who_says_some_words_is_found_without_weighing_the_rest() -> None:
    text = "The envoy derided the ferry plan. Police believe the driver fled to the hills. The navy moved two frigates north."
    whole = list(find_attributions(sentences_of(text), text))
    for words, cue in (("plan", "derided"), ("fled", "believe")):
        span = Span(text.index(words), text.index(words) + len(words))
        around = find_attributions(sentences_of(text), text, around=[span])
        said = [mention for mention in whole if any(content.covers(span) for content in mention.value.content)]
        assert [mention for mention in around if any(content.covers(span) for content in mention.value.content)] == said
        assert [mention.value.cue[0].cut(text) for mention in said] == [cue]


def test_the_same_comes_out_in_any_batch_and_company() -> None:
    text = (
        "The minister said the bridge was safe. “It is not,” an engineer said. Villagers fear a flood. "
        "The mayor derided the plan as a gift to builders. Police believe the driver fled."
    )
    runs = [found_in(text)]
    for size in (1, 2, 64):
        own = sentences_of(text, Parser(batch_size=size))
        runs.append(
            [
                tuple(" … ".join(span.cut(text) for span in spans) for spans in (m.value.source, m.value.cue, m.value.content))  # type: ignore[misc]
                for m in find_attributions(own, text)
            ]
        )
    assert all(run == runs[0] for run in runs)
    behind = found_in("It rained all day. " * 5 + text)
    assert behind == runs[0]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bleiben“ he said. »No,« she said. ‹Yes›, they said. ``We go,'' said Ann.",
        "“He told me ‘We are “done” here’,” the clerk said.",
        "Q: Will you leave?\n\nCOL. HADDAD: We said 'not yet'. They say “soon”.\n\nQ: When?\n\nCOL. HADDAD: By May, I think.",
        "THE ARMY SAID ON MONDAY IT HAD TAKEN THE TOWN. 'WE STAY,' SAID COL HADDAD. REBELS DENIED THE CLAIM.",
        "\"\"\"\" said said said ''''' “””“ according to according to",
        "said\u00a0the\u2028minister … “ ” ’ ‘",
    ],
)
def test_odd_marks_transcripts_and_capitals_are_read(text: str) -> None:
    for by in By:
        for mention in find_attributions(sentences_of(text), text, by=by):
            assert 0 <= mention.span.begin < mention.span.end <= len(text)


def test_wire_copy_in_capitals_has_its_speakers() -> None:
    found = found_in("THE ARMY SAID IT HAD TAKEN THE TOWN.")
    assert [(source, cue) for source, cue, _ in found] == [("THE ARMY", "SAID")]


def test_time_grows_with_the_length_of_a_text_without_full_stops() -> None:
    def seconds(characters: int) -> float:
        unit = "the minister said the troops would leave and villagers feared a flood as police believed the driver fled "
        text = (unit * (characters // len(unit) + 1))[:characters]
        sentences = sentences_of(text)
        begin = time.process_time()
        list(find_attributions(sentences, text))
        return time.process_time() - begin

    seconds(2_000)
    short, long = seconds(25_000), seconds(200_000)
    assert long < 8 * short * 2.5


def test_pieces_of_words() -> None:
    pieces = {"said": 0, "un": 1, "##said": 2}
    assert pieces_of("unsaid", pieces) == [1, 2]
    assert pieces_of("naïve", pieces) == []
    assert pieces_of("x" * 100, pieces) == []
    vectors = Vectors(pieces, np.array([[1, 2], [3, 4], [5, 6]], dtype=np.int8), 0.5)
    assert vectors.of("unsaid").tolist() == [2.0, 2.5]
    assert vectors.of("").tolist() == [0.0, 0.0]


def test_the_weights_are_small() -> None:
    from importlib.resources import files

    assert files("onrecord.finders.attributions").joinpath(FILE).stat().st_size < 30_000_000  # type: ignore[attr-defined]
    assert len(weights().names) > 500
