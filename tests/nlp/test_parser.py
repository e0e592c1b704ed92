"""The parser behind its small interface."""

import pytest

from onrecord.errors import ModelMissing
from onrecord.nlp import Parser
from onrecord.nlp.parser import DEFAULT_MODEL, load_model


@pytest.fixture(scope="module")
def parser():
    return Parser()


def test_each_sentence_gives_one_doc_in_order(parser):
    sentences = ["France withdrew.", "Mali waited for a long time.", "No."]
    assert [doc.text for doc in parser.parse(sentences)] == sentences


def test_a_doc_has_tags_labels_and_heads(parser):
    [doc] = parser.parse(["France withdrew 500 soldiers from Mali."])
    verb = doc[1]
    assert (verb.tag_, verb.dep_) == ("VBD", "ROOT")
    assert [(t.text, t.head.text) for t in doc if t.dep_ in ("nsubj", "dobj")] == [
        ("France", "withdrew"),
        ("soldiers", "withdrew"),
    ]
    assert verb.head is verb
    assert [t.text for t in verb.children] == ["France", "soldiers", "from", "."]
    assert [t.text for t in doc[4].subtree] == ["from", "Mali"]


@pytest.mark.parametrize("sentence", ["France’s army", "a\u00a0b", "x\u200ey", "“It’s 5 o’clock,” he said"])
def test_a_doc_is_as_long_as_its_sentence(parser, sentence):
    [doc] = parser.parse([sentence])
    assert len(doc.text) == len(sentence)


def test_a_typographic_apostrophe_is_read_as_a_plain_one(parser):
    curly, plain = parser.parse(["France’s soldiers didn’t leave.", "France's soldiers didn't leave."])
    assert [(t.tag_, t.dep_, t.head.i) for t in curly] == [(t.tag_, t.dep_, t.head.i) for t in plain]


def test_nothing_gives_nothing(parser):
    assert list(parser.parse([])) == []


def test_the_batch_size_changes_no_parse():
    sentences = [f"Unit {n} left the base in Gao." for n in range(5)]
    one, many = Parser(batch_size=1), Parser(batch_size=100)
    heads = [[[t.head.i for t in doc] for doc in parser.parse(sentences)] for parser in (one, many)]
    assert heads[0] == heads[1]


def test_the_model_is_loaded_when_something_is_parsed_and_not_before():
    parser = Parser()
    assert parser._nlp is None
    assert parser.model == DEFAULT_MODEL


def test_the_pipeline_runs_only_what_is_needed(parser):
    assert set(parser.nlp.pipe_names) == {"tok2vec", "tagger", "parser"}


@pytest.mark.parametrize("name", ["no_such_model", "en_core_web_nothing"])
def test_a_model_that_is_not_installed_is_named(name):
    with pytest.raises(ModelMissing, match=name):
        load_model(name)
