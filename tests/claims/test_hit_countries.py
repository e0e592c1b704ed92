"""Whose troops, bases and people are hit is kept with the claim, so that who asks for the state finds the attack."""

from __future__ import annotations

import pytest

from onrecord.model import Kind

HIT = (Kind.ATTACK, Kind.CASUALTIES)


@pytest.mark.parametrize(("words", "country"), [
    ("Gunmen attacked Italian troops in Mali on 3 May 2020.", "IT"),
    ("Rockets hit an Italian base in Mali.", "IT"),
    ("Militants ambushed a convoy of Italian troops in Mali.", "IT"),
    ("Gunmen attacked the Italian embassy in Bamako.", "IT"),
    ("Two Italian soldiers were killed in Mali.", "IT"),
    ("The rockets killed two Americans.", "US"),
    ("Gunmen attacked a town near the Italian border.", None),
    ("Gunmen attacked a village in Mali.", None),
])  # fmt: skip
def test_whose_the_target_is_is_known_by_its_country(read, words, country):
    found = [claim for claim in read(words) if claim.kind in HIT]
    codes = {claim.ids.get(f"{arg}.country") for claim in found for arg in ("target", "victims") if arg in claim.args}
    assert found
    assert codes == {country}


@pytest.mark.parametrize("words", [
    "France has 2,100 troops in Mali.",
    "Denmark has 120 soldiers in Iraq.",
    "Italy has 300 soldiers in Mali.",
])  # fmt: skip
def test_who_has_troops_somewhere_does_not_say_so(read, words):
    [claim] = read(words)
    assert claim.source is None
