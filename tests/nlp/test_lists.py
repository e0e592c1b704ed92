"""Items of lists and the lines that head them."""

import pytest

from onrecord.nlp.lists import heading_of

TEXT = "The mission goes.\n\nHanded over so far:\n\n- Camp Taji. It was large.\n* Besmaya\n2. Qayyarah\n\nThe rest stays."


@pytest.mark.parametrize("item", ["- Camp Taji", "Camp Taji", "* Besmaya", "2. Qayyarah"])
def test_an_item_is_headed_by_the_last_line_without_a_mark(item):
    assert heading_of(TEXT, TEXT.index(item)) == "Handed over so far:"


@pytest.mark.parametrize("words", ["The mission", "Handed", "It was", "The rest"])
def test_what_is_no_item_has_no_heading(words):
    assert heading_of(TEXT, TEXT.index(words)) is None
