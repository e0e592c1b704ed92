"""How far a clause commits itself: actual, planned, conditional, possible, denied."""

import pytest

from onrecord.claims.status import standing_of, standing_of_event
from onrecord.model import Kind, Status

from .rows import case, hand_built

ACTUAL = [
    case("France withdrew 500 soldiers from Mali."),
    case("France has withdrawn 500 soldiers from Mali."),
    case("France is withdrawing 500 soldiers from Mali."),
    case("France began withdrawing 500 soldiers from Mali."),
    case("France finished withdrawing its troops from Mali."),
    case("The minister said that France withdrew 500 soldiers from Mali."),
    case("Officials confirmed that France had withdrawn 500 soldiers from Mali."),
    case("The withdrawal of 500 French soldiers from Mali ended in May."),
    case("France managed to withdraw its soldiers from Mali."),
    case("Denmark, which will hold elections in May, withdrew 100 soldiers from Iraq."),
    case("After it withdrew 500 soldiers from Mali, France closed the base."),
]

PLANNED = [
    case("France will withdraw 500 soldiers from Mali."),
    case("France is going to withdraw 500 soldiers from Mali."),
    case("France plans to withdraw 500 soldiers from Mali."),
    case("France decided to withdraw 500 soldiers from Mali."),
    case("The president ordered the army to withdraw 500 soldiers from Mali."),
    case("France is expected to withdraw 500 soldiers from Mali."),
    case("France agreed to withdraw 500 soldiers from Mali."),
    case("France is to withdraw 500 soldiers from Mali."),
    case("Paris announced the withdrawal of 500 soldiers from Mali."),
    case("Paris announced plans to withdraw 500 soldiers from Mali."),
    case("The planned withdrawal of 500 French soldiers from Mali drew criticism."),
    case("France intends to withdraw its soldiers from Mali."),
    case("France promised that it would withdraw its soldiers from Mali."),
    case("France's plan to withdraw 500 soldiers from Mali drew criticism."),
    case("Some 500 French soldiers are due to leave Mali in May."),
    case("France to withdraw 500 soldiers from Mali"),
    case("France was preparing to withdraw 500 soldiers from Mali."),
    case("The minister said France would withdraw 500 soldiers from Mali."),
    case("Norway added 200 soldiers to its force in Mali, on paper."),
]

CONDITIONAL = [
    case("France will withdraw 500 soldiers from Mali if the junta hires mercenaries."),
    case("France would withdraw its soldiers from Mali if asked."),
    case("If the junta hires mercenaries, France will withdraw its soldiers from Mali."),
    case("Unless the talks succeed, France will withdraw its troops from Mali."),
    case("France threatened to withdraw its soldiers from Mali."),
    case("France will not withdraw its soldiers from Mali unless the junta asks."),
    case(
        "France will withdraw its soldiers from Mali provided that the truce holds.",
        gap='"provided that" is not read as a condition where it hangs on as a clause',
    ),
]

POSSIBLE = [
    case("France would not say if its soldiers had left Mali."),
    case("Officials did not say whether French soldiers had left Mali."),
    case("France has not decided whether to withdraw its soldiers from Mali."),
    case("France may withdraw 500 soldiers from Mali."),
    case("France might withdraw its soldiers from Mali."),
    case("France could withdraw its soldiers from Mali."),
    case("France has reportedly withdrawn 500 soldiers from Mali."),
    case("France allegedly sent 500 soldiers to Libya."),
    case("Analysts believe that France withdrew 500 soldiers from Mali."),
    case("The rebels claimed that France had sent 500 soldiers to Libya."),
    case(
        "Russia is suspected of sending 500 soldiers to Libya.",
    ),
    case("France is considering withdrawing its soldiers from Mali."),
    case("France is likely to withdraw its soldiers from Mali."),
    case("The alleged deployment of 500 French soldiers to Libya drew criticism."),
    case("Perhaps France will withdraw its soldiers from Mali."),
    case(
        "Reports that France sent 500 soldiers to Libya could not be verified.",
    ),
]

DENIED = [
    case("Not one of the 48 French soldiers was withdrawn from Mali."),
    case("France denied that it plans to withdraw its soldiers from Mali."),
    case("France has no plans to send soldiers to Libya."),
    case("It is not true that France sent 500 soldiers to Libya."),
    case("France did not withdraw its soldiers from Mali."),
    case("France has never sent soldiers to Libya."),
    case("France will not withdraw its soldiers from Mali."),
    case("France refused to withdraw its soldiers from Mali."),
    case("France denied that it had sent 500 soldiers to Libya."),
    case("France ruled out sending 500 soldiers to Libya."),
    case("No French soldiers were sent to Libya."),
    case("France failed to withdraw its soldiers from Mali."),
    case("France won't send soldiers to Libya."),
    case("France cancelled the deployment of 500 soldiers to Libya."),
    case("France reversed the withdrawal of 500 soldiers from Mali."),
    case("France has not decided to withdraw its soldiers from Mali."),
    case("Neither France nor Germany sent soldiers to Libya."),
]


def statuses(read, text):
    claims = read(text, Kind.FORCE_CHANGE)
    assert claims
    return {claim.status for claim in claims}


@pytest.mark.parametrize("text", ACTUAL)
def test_what_happened_is_actual_whoever_says_it(read, text):
    assert statuses(read, text) == {Status.ACTUAL}


@pytest.mark.parametrize("text", PLANNED)
def test_what_is_announced_ordered_or_intended_is_planned(read, text):
    assert statuses(read, text) == {Status.PLANNED}


@pytest.mark.parametrize("text", CONDITIONAL)
def test_what_hangs_on_something_else_is_conditional(read, text):
    assert statuses(read, text) == {Status.CONDITIONAL}


@pytest.mark.parametrize("text", POSSIBLE)
def test_what_may_be_or_is_alleged_is_possible(read, text):
    assert statuses(read, text) == {Status.POSSIBLE}


@pytest.mark.parametrize("text", DENIED)
def test_what_the_text_says_did_not_happen_is_denied(read, text):
    assert statuses(read, text) == {Status.DENIED}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        case("The president ordered the army to withdraw 500 soldiers from Mali.", "ordered"),
        case("Paris announced the withdrawal of 500 soldiers from Mali.", "announced"),
        case("The minister proposed to withdraw 500 soldiers from Mali.", "proposed"),
        case("France withdrew 500 soldiers from Mali.", None),
    ],
)
def test_a_plan_has_a_stage_and_a_fact_has_none(expect, text, stage):
    expect(Kind.FORCE_CHANGE, text, [{"stage": stage}])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        case("Rebels attacked the base in Gao.", "actual"),
        case("Rebels plan to attack the base in Gao.", "planned"),
        case("The alleged attack on the base in Gao was filmed.", "possible"),
        case("Rebels may attack the base in Gao.", "possible"),
        case("France warned of attacks on the base in Gao.", "possible"),
        case("The rebels warned of an upcoming wave of attacks on the base in Gao.", "planned"),
        case("Rebels did not attack the base in Gao.", "denied"),
        case("Rebels threatened to attack the base in Gao.", "conditional"),
        case("The army will flee once rebels attack the base in Gao.", "conditional"),
        case("The army fled once rebels attacked the base in Gao.", "actual"),
        case("The army fled when rebels attacked the base in Gao.", "actual"),
    ],
)
def test_an_attack_has_a_status_like_any_other_claim(expect, text, status):
    expect(Kind.ATTACK, text, [{"status": status}])


def test_two_clauses_of_one_sentence_have_each_their_own_status(read):
    text = "France withdrew 500 soldiers from Chad and will withdraw 300 soldiers from Niger."
    assert [claim.status for claim in read(text, Kind.FORCE_CHANGE)] == [Status.ACTUAL, Status.PLANNED]


def test_an_order_passes_its_status_down_to_the_infinitive_on_a_hand_built_doc():
    doc = hand_built(
        ("Paris", 1, "nsubj", "NNP"),
        ("ordered", 1, "ROOT", "VBD"),
        ("troops", 4, "nsubj", "NNS"),
        ("to", 4, "aux", "TO"),
        ("leave", 1, "ccomp", "VB"),
        ("Mali", 4, "dobj", "NNP"),
    )
    standing = standing_of(doc[4])
    assert (standing.status, standing.stage) == (Status.PLANNED, "ordered")
    assert standing.word is not None
    assert standing.word.text == "ordered"
    assert standing_of(doc[1]).status is Status.ACTUAL


@pytest.mark.parametrize(
    ("word", "label", "tag", "status"),
    [
        ("will", "aux", "MD", Status.PLANNED),
        ("may", "aux", "MD", Status.POSSIBLE),
        ("never", "neg", "RB", Status.DENIED),
        ("reportedly", "advmod", "RB", Status.POSSIBLE),
        ("finally", "advmod", "RB", Status.ACTUAL),
    ],
)
def test_the_word_beside_a_verb_decides_on_a_hand_built_doc(word, label, tag, status):
    doc = hand_built(("Troops", 2, "nsubj", "NNS"), (word, 2, label, tag), ("leave", 2, "ROOT", "VB"))
    assert standing_of(doc[2]).status is status


@pytest.mark.parametrize(("noun", "status"), [("threat", Status.CONDITIONAL), ("plan", Status.PLANNED), ("day", Status.ACTUAL)])
def test_an_event_under_a_noun_of_planning_is_not_taken_for_granted_on_a_hand_built_doc(noun, status):
    doc = hand_built(
        ("The", 1, "det", "DT"),
        (noun, 4, "nsubj", "NN"),
        ("of", 1, "prep", "IN"),
        ("attack", 2, "pobj", "NN"),
        ("grew", 4, "ROOT", "VBD"),
    )
    assert standing_of_event(doc[3], None).status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        case("The United States is not going to withdraw 500 troops from Syria.", "denied"),
        case("Mali isn't going to send 500 troops to Chad.", "denied"),
        case("Mali is going to send 500 troops to Chad.", "planned"),
        case("The withdrawal of 500 French troops from Iraq will not affect the base.", "planned"),
        case("The departure of 300 French troops from Chad did not weaken the army.", "actual"),
        case("The withdrawal of 500 French troops from Iraq did not take place.", "denied"),
    ],
)
def test_what_is_not_going_to_happen_and_what_an_event_does_not_change(expect, text, status):
    expect(Kind.FORCE_CHANGE, text, [{"status": status}])
