"""Fonts that come along: their files are there, and a report of one file has them in it."""

from __future__ import annotations

import re

import pytest

from onrecord.views.typefaces import FACES, FONTS, embedded_fonts


@pytest.mark.parametrize("name", sorted(one.name for one in FONTS.iterdir() if one.name.endswith(".woff2")))
def test_each_font_is_whole_and_small(name):
    data = (FONTS / name).read_bytes()
    assert data[:4] == b"wOF2"
    assert int.from_bytes(data[8:12], "big") == len(data)


def test_all_fonts_together_stay_small_and_have_their_licence():
    assert sum(len(one.read_bytes()) for one in FONTS.iterdir()) < 300_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENCES.txt").read_text(encoding="utf-8")


def test_a_report_holds_its_fonts_and_asks_nobody_for_them():
    rules = embedded_fonts()
    assert re.findall(r'font-family: "([^"]+)"', rules) == list(FACES)
    assert all(address.startswith("data:font/woff2;base64,") for address in re.findall(r'url\("([^"]+)"\)', rules))
