"""The chart as a picture that stands alone."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from onrecord.views.picture import render_picture

SVG = "{http://www.w3.org/2000/svg}"


def test_a_picture_is_whole_and_asks_for_nothing(levels):
    text = render_picture(levels)
    names = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(text).iter()}
    assert {"svg", "path", "text", "style"} <= names
    assert not names & {"a", "script", "image", "foreignObject", "use"}
    assert "var(" not in text
    assert "nobody said: unknown, not zero" in text


def test_hostile_names_stay_words_in_a_picture(levels):
    text = render_picture(replace(levels, actor="</title><script>alert(1)</script>\u202e"))
    names = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(text).iter()}
    assert "script" not in names
    assert "\u202e" not in text


def test_nothing_to_draw_is_no_picture(levels):
    assert render_picture(replace(levels, points=(), derived=())) == ""
