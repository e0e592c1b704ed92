"""Who says what: cues, contents, sources and speakers, on sentences of our own."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import LexiconError
from onrecord.finders.attributions import By, find_attributions, speaker_of
from onrecord.finders.attributions.names import looks_like_person
from onrecord.finders.attributions.quotations import quotations
from onrecord.lexicon.attribution import Cue, cues, noun_cues, read_cues, verb_cues
from onrecord.model import Attribution, Mention, Span
from onrecord.nlp import Parser, Sentence, split_sentences


@cache
def parser() -> Parser:
    return Parser()


def sentences_of(text: str) -> list[Sentence]:
    spans = list(split_sentences(text))
    docs = parser().parse(span.cut(text) for span in spans)
    return [Sentence(span, span.cut(text), doc) for span, doc in zip(spans, docs, strict=True)]


def found_in(text: str) -> list[Mention[Attribution]]:
    return list(find_attributions(sentences_of(text), text))


def words(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.cut(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "manner"),
    [
        (
            "The defence ministry said that the last convoy had left the valley.",
            "The defence ministry",
            "said",
            "the last convoy had left the valley",
            "said",
        ),
        ("“We are leaving the valley,” said Colonel Haddad.", "Colonel Haddad", "said", "“We are leaving the valley,”", "said"),
        ("The bridge, she added, is open again.", "she", "added", "The bridge … is open again", "said"),
        (
            "“We will stay,” the governor told reporters, “until the harvest is in.”",
            "the governor",
            "told",
            "“We will stay,” … “until the harvest is in.”",
            "said",
        ),
        (
            "Four drones were lost, according to the air force.",
            "the air force",
            "according to",
            "Four drones were lost",
            "said",
        ),
        ("The army denied the report.", "The army", "denied", "the report", "denied"),
        ("The militia vowed to return to the city.", "The militia", "vowed", "to return to the city", "promised"),
        ("The militia threatened to shell the airport.", "The militia", "threatened", "to shell the airport", "threatened"),
        ("The truce was announced by the governor.", "the governor", "announced", "The truce", "announced"),
        (
            "The ministry accused the militia of firing on a convoy.",
            "The ministry",
            "accused",
            "firing on a convoy",
            "accused",
        ),
        (
            "The villagers fear that the dam will break.",
            "The villagers",
            "fear",
            "the dam will break",
            "feared",
        ),
        ("The border is quiet, as the general said.", "the general", "said", "The border is quiet", "said"),
    ],
)
def test_an_attribution_has_its_content_cue_and_source(text: str, source: str, cue: str, content: str, manner: str) -> None:
    [mention] = found_in(text)
    value = mention.value
    assert words(value.source, text) == source
    assert words(value.cue, text) == cue
    assert words(value.content, text) == content
    assert value.manner == (manner if cue != "added" else "added")


def test_a_passive_that_names_nobody_has_no_source() -> None:
    text = "The fighters are believed to have crossed the river."
    [mention] = found_in(text)
    assert mention.value.source == ()
    assert mention.value.speaker is None
    assert mention.value.manner == "thought"


def test_an_attribution_within_another_gives_two() -> None:
    text = "The envoy said that the ministry had announced that the camp would close."
    outer, inner = found_in(text)
    assert (outer.value.speaker, inner.value.speaker) == ("envoy", "ministry")
    assert outer.value.content[0].covers(inner.value.content[0])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“The camp is quiet,” spokesman for Operation Northern Shield (ONS) Peter Lindqvist told the paper on Monday.",
            ["Peter Lindqvist"],
        ),
        ("The base is shut, according to US ambassador to Jordan Helen Carver.", ["Helen Carver"]),
        ("The plan was unveiled on Monday by Deputy Interior Minister Paul Whitcombe.", ["Paul Whitcombe"]),
        ("The Pentagon said the brigade would stay.", ["Pentagon"]),
        ("The US said it would close its embassy.", ["US"]),
        ("A US official said the brigade would stay.", ["US official"]),
        ("Gen. Anna Keller said the road was safe. Keller added that the mines were gone.", ["Anna Keller", "Anna Keller"]),
        ("Gen. Anna Keller said the road was safe. She added that the mines were gone.", ["Anna Keller", "Anna Keller"]),
        (
            "Army spokesman Omar Faris said the road was safe. The spokesman said the mines were gone.",
            ["Omar Faris", "Omar Faris"],
        ),
        ("He said the road was safe.", [None]),
        ("The University of Basel said the road was safe.", ["University of Basel"]),
        ("Aid coordinator Sheriff Dan Okafor of Relief Now said the road was safe.", ["Dan Okafor"]),
        ("The mayor of Port Lewis Rosa Delgado said the road was safe.", ["Rosa Delgado"]),
        ("“I think the road is safe,” Omar Faris said.", ["Omar Faris"]),
    ],
)
def test_a_source_is_resolved_to_a_plain_name_where_that_is_safe(text: str, speakers: list[str | None]) -> None:
    assert [mention.value.speaker for mention in found_in(text)] == speakers


def test_the_sentences_of_one_quotation_have_one_speaker() -> None:
    text = "“The road is open. The mines are gone,” said Omar Faris. “Trucks may pass again.”"
    [mention] = found_in(text)
    assert words(mention.value.content, text) == "“The road is open. The mines are gone,” … “Trucks may pass again.”"


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“The road is open,” said Omar Faris. “The mines are gone.\n\n“Trucks may pass again.”"
    [mention] = found_in(text)
    assert words(mention.value.content, text).endswith("“Trucks may pass again.”")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("We have left two of our camps: army spokesman\nThe army left.", "army spokesman", "We have left two of our camps"),
        ("Defence ministry: two camps are shut\nThe army left.", "Defence ministry", "two camps are shut"),
        ("COL. HADDAD: We left two camps.\nIt rained.", "COL. HADDAD", "We left two camps."),
        ("“We left two camps in the hills.”\n— Omar Faris", "Omar Faris", "“We left two camps in the hills.”"),
    ],
)
def test_the_layout_of_headlines_transcripts_and_signatures_attributes(text: str, source: str, content: str) -> None:
    [mention] = [mention for mention in found_in(text) if mention.rule.split()[-1] in ("headline", "transcript", "signature")]
    assert words(mention.value.source, text) == source
    assert words(mention.value.content, text) == content


def test_the_turns_of_a_transcript_name_those_whom_the_report_names() -> None:
    text = "Col. Samir Haddad spoke on Monday.\nQ: Where are they?\nCOL. HADDAD: In the hills.\nThey rest.\nQ: Thanks."
    turns = [mention for mention in found_in(text) if mention.rule.endswith("transcript")]
    assert [turn.value.speaker for turn in turns] == [None, "Samir Haddad", None]
    assert words(turns[1].value.content, text) == "In the hills. … They rest."


@pytest.mark.parametrize(
    "text",
    ["The officer spoke to reporters.", "You know that it rains.", "The army would say more in May.", "Update: two camps shut"],
)
def test_talk_without_content_and_what_nobody_said_is_left_out(text: str) -> None:
    assert found_in(text) == []


def test_the_speaker_of_a_span_is_the_innermost_one() -> None:
    text = "The envoy said that the ministry had announced that the camp would close."
    mentions = found_in(text)
    at = text.index("the camp would close")
    inner = speaker_of(mentions, Span(at, at + len("the camp would close")))
    assert inner is not None
    assert inner.value.speaker == "ministry"
    whole = speaker_of(mentions, Span(0, len(text)))
    assert whole is not None
    assert whole.value.speaker == "envoy"
    assert speaker_of(mentions, Span(0, len("The envoy"))) is None


def test_sentences_without_a_parse_are_passed_over_and_still_carry_quotations() -> None:
    text = "“The road is open,” said Omar Faris. “Trucks may pass again.”"
    sentences = sentences_of(text)
    bare = [sentences[0], *(Sentence(sentence.span, sentence.text) for sentence in sentences[1:])]
    [mention] = list(find_attributions(bare, text))
    assert words(mention.value.content, text).endswith("“Trucks may pass again.”")


def test_single_quotation_marks_count_and_apostrophes_do_not() -> None:
    text = "The soldiers' chief said: 'We stay until May.' The boys' camp isn't shut."
    assert [quotation.span.cut(text) for quotation in quotations(text)] == ["'We stay until May.'"]


@pytest.mark.parametrize("name", ["Human Rights Watch", "Pentagon", "UNITED NATIONS", "New York Times"])
def test_a_body_is_no_person(name: str) -> None:
    assert not looks_like_person(name)


def cue_words(text: str) -> set[str]:
    return {words(mention.value.cue, text).casefold() for mention in find_attributions(sentences_of(text), text, by=By.RULES)}


@pytest.mark.parametrize("cue", [*cues("verb"), *cues("noun")], ids=lambda cue: cue.lemma)
def test_each_entry_catches_its_sentence_and_leaves_its_other_alone(cue: Cue) -> None:
    assert cue_words(cue.says) & cue.forms
    assert cue.leaves is None or not cue_words(cue.leaves) & cue.forms


def test_the_tables_know_inflected_forms() -> None:
    assert verb_cues()["told"].lemma == "tell"
    assert noun_cues()["warnings"].manner == "warned"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ('manner = "said"\npatterns = ["that"]\nsays = "X."', "lemma"),
        ('lemma = "say"\nmanner = "said"\npatterns = ["that"]', "says"),
        ('lemma = "say"\nmanner = "said"\npatterns = ["what"]\nsays = "X."', "patterns"),
        ('lemma = "say"\nmanner = "said"\npatterns = "that"\nsays = "X."', "patterns"),
        ('lemma = "say"\nmanner = "said"\npatterns = ["that"]\nsays = "X."\ncolour = "red"', "colour"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named_with_file_and_field(entry: str, field: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read_cues(f"[[verb]]\n{entry}\n", "verb")
    assert (raised.value.file, raised.value.field) == ("attribution.toml", field)


PIECES = st.sampled_from(
    [
        "“",
        "”",
        "'",
        "‘",
        "’",
        '"',
        "''",
        "«",
        "»",
        "—",
        ":",
        ",",
        ".",
        "\n",
        "SAID",
        "said",
        "he",
        "Omar Faris",
        "the claim that",
        "Q:",
        "A",
        "troops left",
        "according to",
        "-",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=24).map(" ".join) | st.lists(PIECES, max_size=24).map("".join))
def test_nothing_raises_and_every_span_cuts_words_out(text: str) -> None:
    for mention in found_in(text):
        value = mention.value
        for span in (*value.content, *value.cue, *value.source):
            assert span.end <= len(text)
            assert span.cut(text).strip()
            assert mention.span.covers(span)


@pytest.mark.parametrize(
    "unit",
    [
        "said ",
        "“",
        "'a ",
        "A: ",
        "X ",
        "he said “we left ",
        "A-B C. ",
        "(x",
        "— Ann Lee ",
        "“We left,” ",
        "COL. X: “a” \n",
        "“a b c.\n",
    ],
)
def test_long_texts_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        sentences = [Sentence(span, span.cut(text)) for span in split_sentences(text)]
        sentences[:1] = sentences_of(text[: sentences[0].span.end])
        begin = time.process_time()
        list(find_attributions(sentences, text))
        return time.process_time() - begin

    assert seconds(200_000) < 3.0


def test_a_statement_without_quotation_marks_belongs_to_who_opens_it():
    text = "Foreign Secretary John Smith said:\nThe raid killed 20 people.\nWe will send 30 soldiers.\nNotes to editors\nLima is a city."
    [found] = found_in(text)
    assert found.value.speaker == "John Smith"
    assert [span.cut(text) for span in found.value.content] == ["The raid killed 20 people.", "We will send 30 soldiers."]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Up to 700 soldiers will stay in the valley, Gen. Ana Ruiz, the head of the joint command, said in an interview on Monday.",
            "Gen. Ana Ruiz",
            "Up to 700 soldiers will stay in the valley",
        ),
        (
            "The truce that rebels offered in May no longer holds, Karim Haddad, leader of the front, declared on television.",
            "Karim Haddad",
            "The truce that rebels offered in May no longer holds",
        ),
        (
            "Some 900 men will fly to Gao this week, and a further 200 will be moved from Niamey to Zinder, the ministry announced yesterday.",
            "the ministry",
            "Some 900 men will fly to Gao this week, and a further 200 will be moved from Niamey to Zinder",
        ),
        (
            "Four people were killed and six wounded in the raids, according to a police spokesman.",
            "a police spokesman",
            "Four people were killed and six wounded in the raids",
        ),
        ("The contingent will be cut by half and sent home, Ana Ruiz told reporters on Friday.", "Ana Ruiz", None),
    ],
)
def test_a_sentence_may_end_with_its_speaker(text: str, source: str, content: str | None) -> None:
    mention = next(mention for mention in found_in(text) if words(mention.value.source, text) == source)
    assert content is None or words(mention.value.content, text) == content
    assert mention.value.content[0].begin == 0


@pytest.mark.parametrize(
    "text",
    [
        "After the base was shelled, the army declared a curfew.",
        "He resigned on Monday, a month after the ministry announced.",
        "Although prices rose, the bank announced.",
        "In Gao, the general spoke.",
    ],
)
def test_what_ends_with_no_speaker_of_it_is_not_his(text: str) -> None:
    assert not any(mention.rule.endswith("tail") for mention in found_in(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Malian army officer, also anonymous, said that the camp is shut.", "Malian army officer"),
        ("A local physician from Gao, Amadou Diallo, said that ten people had died.", "Amadou Diallo"),
    ],
)
def test_what_stands_behind_an_office_is_its_name_or_not(text: str, speaker: str) -> None:
    [mention] = found_in(text)
    assert mention.value.speaker == speaker


def test_the_outlets_own_turns_have_no_speaker() -> None:
    text = "CORRESPONDENT: There were about 900 men at the camp.\n\nGEN. RUIZ: There were 700.\n\nCORRESPONDENT: Thank you."
    assert [mention.value.speaker for mention in found_in(text)][:2] == [None, "GEN. RUIZ"]
