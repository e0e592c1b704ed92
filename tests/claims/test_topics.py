"""What a whole report is about decides which claims can be meant in it."""

import pytest

from onrecord.claims.topics import OF_WAR, is_fiction, topics_of
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
    assert not topics.allow(Kind.FORCE_LEVEL)
    assert topics.allow(Kind.ROLE)


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


@pytest.mark.parametrize("target", ["servers", "website"])
def test_what_no_force_is_used_on_is_no_target(read, target):
    assert not read(f"Rebels of the FARC attacked the company's {target} on Monday.", Kind.ATTACK)


def test_ships_and_aircraft_of_no_state_or_force_are_no_forces(read):
    assert not read("The port sent 11 ships to Antwerp on Monday.", Kind.FORCE_CHANGE)
    assert not read("The ministry of fish has nine aircraft in Antwerp.", Kind.FORCE_LEVEL)
    assert read("France sent 11 warships to Antwerp on Monday.", Kind.FORCE_CHANGE)


def test_a_report_about_a_game_tells_no_war(read):
    text = (
        "The new game of the studio puts players in charge of an army. Players raise 480 men, open a base in Gaul and lose most of "
        "their soldiers to fever. The director says that rebels killed 300 soldiers of his in the first game alone. The sequel is due in "
        "May, and its publisher hopes to sell two million copies before the winter."
    )
    assert {claim.kind for claim in read(text)} <= {Kind.STATEMENT}


VOTES = (
    "The opposition swept to victory in local elections on Sunday, taking control of nine cities. It seized Harborough from the Liberals "
    "and held its seats in the south. Voters queued at polling stations and turnout rose to 60 percent of voters. Rebels within the "
    "governing party could launch an attack on its leader, and a ceasefire between its wings is unlikely, said candidates in three wards."
)
"""A report of votes in the words of war."""


def test_votes_and_goals_in_words_of_war_are_no_war(read):
    assert not topics_of(VOTES).war
    assert [claim.kind for claim in read(VOTES) if claim.kind in OF_WAR] == []


def test_a_vote_under_attack_is_war():
    assert topics_of(VOTES + " Taliban militants shelled two polling stations and killed six soldiers, the army said.").war


@pytest.mark.parametrize(
    "text",
    [
        "Police said a man was stabbed outside a nightclub in Leeds.",
        "Detectives arrested two men over a shooting at a petrol station in Durban.",
        "A burglar shot a shopkeeper in Lyon.",
    ],
)
def test_crime_of_every_day_is_no_war(read, text):
    assert [claim for claim in read(text) if claim.kind in OF_WAR] == []


def test_troops_who_hand_out_leaflets_are_no_forces(read):
    text = (
        VOTES
        + " The parties will now send their troops, some 90,000 volunteers, to the doorsteps of voters before the next ballot."
    )
    assert read(text, Kind.FORCE_CHANGE) == []
