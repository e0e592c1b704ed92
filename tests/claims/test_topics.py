"""What a whole report is about decides which claims can be meant in it."""

import pytest

from onrecord.claims.topics import is_fiction, topics_of
from onrecord.model import Kind

MATCH = """City attacked from the first whistle, and their captain fired a rocket that hit the bar. The visitors came under siege
in the second half. The coach vowed to strike back, and warned that the team would punish every mistake. France meet Germany in
Munich on Saturday, and Denmark joined the league. The striker shot twice before the break and left two defenders hurt."""
WAR = """The army shelled the town of Homs on Monday. Troops attacked two villages and killed nine people, and the rebels vowed to
strike back. Residents fled. The two sides met in Geneva, where talks were held with the envoy. The ministry said that the operation
would go on until the militants left. Officials gave no further details of the fighting, which has lasted for three years."""


def test_a_report_of_a_match_is_no_war():
    topics = topics_of(MATCH)
    assert not topics.allow(Kind.ATTACK)
    assert not topics.allow(Kind.MEETING)
    assert topics.allow(Kind.FORCE_LEVEL)


def test_a_report_of_war_is_one():
    topics = topics_of(WAR)
    assert topics.allow(Kind.ATTACK)
    assert topics.allow(Kind.AGREEMENT, "ceasefire")


def test_a_match_makes_no_claim_and_a_war_does(read):
    assert [read(MATCH, kind) for kind in (Kind.ATTACK, Kind.THREAT, Kind.MEETING, Kind.ORGANIZATION)] == [[], [], [], []]
    assert read(WAR, Kind.ATTACK)


@pytest.mark.parametrize("text", ["In the film, soldiers kill nine farmers.", "She wrote a novel about the fall of Mosul."])
def test_what_a_film_or_novel_tells_is_fiction(text, read):
    assert is_fiction(text)
    assert read(text, Kind.CASUALTIES) == read(text, Kind.TERRITORY) == []
