"""Parsed words as plain objects."""

import pytest

from onrecord.nlp.tokens import Doc, root_of, words_between


@pytest.fixture
def doc():
    """ "The old base near Taji fell." with "base" under "fell", "near" under "base"."""
    words, heads = ["The", "old", "base", "near", "Taji", "fell", "."], [2, 2, 5, 2, 3, 5, 5]
    return Doc(words, [True] * 5 + [False, False], heads=heads)


def test_the_text_and_the_places_of_its_words_agree(doc):
    assert doc.text == "The old base near Taji fell."
    assert [doc.text[t.idx : t.idx + len(t)] for t in doc] == [t.text for t in doc]


def test_a_word_knows_what_is_above_below_and_beside_it(doc):
    base, taji = doc[2], doc[4]
    assert [t.text for t in base.children] == ["The", "old", "near"]
    assert ([t.text for t in base.lefts], [t.text for t in base.rights]) == (["The", "old"], ["near"])
    assert [t.text for t in base.subtree] == ["The", "old", "base", "near", "Taji"]
    assert (base.left_edge.text, base.right_edge.text) == ("The", "Taji")
    assert [t.text for t in taji.ancestors] == ["near", "base", "fell"]
    assert (base.nbor().text, base.nbor(-1).text) == ("near", "old")


@pytest.mark.parametrize("distance", [-1, 7])
def test_no_word_stands_beyond_the_ends(doc, distance):
    with pytest.raises(IndexError):
        doc[0].nbor(distance)


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [(4, 7, ["old"]), (5, 9, ["old", "base"]), (7, 8, []), (0, 99, "The old base near Taji fell .".split()), (40, 50, [])],
)
def test_the_words_that_some_characters_touch(doc, begin, end, words):
    assert [t.text for t in doc.covering(begin, end)] == words


def test_the_highest_of_some_words(doc):
    assert root_of(doc[0:5]).text == "base"
    assert words_between(doc[1], doc[4]) == "old base near Taji"


@pytest.mark.parametrize(
    ("text", "punct", "space"), [("—", True, False), ("$", False, False), (" ", False, True), ("a", False, False)]
)
def test_punctuation_and_white_space(text, punct, space):
    [token] = Doc([text])
    assert (token.is_punct, token.is_space) == (punct, space)
