"""Vectors of words that are kept: the same as those that are worked out anew."""

import numpy as np
import pytest
import spacy

from onrecord.nlp.parser import DEFAULT_MODEL, PIPES_NOT_NEEDED
from onrecord.nlp.word_vectors import WordVectors, keep_word_vectors

TEXTS = ["France withdrew 500 soldiers from Mali.", "Mali's army, 500 strong, stays; France's leaves.", "", "FRANCE  withdrew"]


@pytest.fixture(scope="module")
def plain():
    return spacy.load(DEFAULT_MODEL, exclude=PIPES_NOT_NEEDED)


@pytest.mark.parametrize("most", [1, 8, 1000])
def test_kept_vectors_are_those_of_the_model_however_few_are_kept(plain, most):
    embedding = plain.get_pipe("tok2vec").model.get_ref("embed")
    kept = WordVectors(embedding, most)
    docs = [plain.make_doc(text) for text in TEXTS]
    for some in (docs[:1], docs, docs[1:], docs[::-1]):
        for own, found in zip(embedding.predict(some), kept.of(some), strict=True):
            assert own.shape == found.shape
            assert np.allclose(own, found, atol=1e-5)


def test_a_pipeline_that_keeps_vectors_parses_as_before(plain):
    keeping = spacy.load(DEFAULT_MODEL, exclude=PIPES_NOT_NEEDED)
    keep_word_vectors(keeping)
    assert keeping.get_pipe("tok2vec").model.layers[0].name == "word_vectors"
    for one, other in zip(plain.pipe(TEXTS), keeping.pipe(TEXTS), strict=True):
        assert [(t.tag_, t.dep_, t.head.i) for t in one] == [(t.tag_, t.dep_, t.head.i) for t in other]


def test_a_pipeline_of_another_build_stays_as_it_is():
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    keep_word_vectors(blank)
    assert [doc.text for doc in blank.pipe(TEXTS)] == TEXTS
