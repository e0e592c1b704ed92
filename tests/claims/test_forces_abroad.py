"""Forces in the words of papers that nobody had tuned to: whose they are, which way they go, and what is no move at all."""

import pytest

from onrecord.lexicon.names import resolve_name
from onrecord.model import Kind

from .rows import row

MOVES = [
    row("Fijian troops begin arriving home from Sinai mission", {"actor": "Fiji", "direction": "decrease"}),
    row(
        "Some 210 Danish soldiers will leave soon for a four-month tour in Mali.",
        {"actor": "Denmark", "direction": "increase", "delta": 210, "place": "Mali"},
    ),
    row(
        "Botswana withdrew the last of its soldiers from Mozambique in April.",
        {"actor": "Botswana", "direction": "decrease", "to": 0},
    ),
    row(
        "Norwegian soldiers left Mali in May. Denmark was the first to withdraw.",
        {"actor": "Norway", "direction": "decrease"},
        {"actor": "Denmark", "direction": "decrease", "place": "Mali"},
    ),
    row(
        "Togo sent soldiers to Mali at the request of its ally, France.",
        {"actor": "Togo", "place": "Mali", "direction": "increase"},
    ),
    row(
        "Kenya said the deployment of 200 soldiers to Haiti had been postponed.",
        {"actor": "Kenya", "delta": 200, "status": "planned"},
    ),
    row(
        "Parliament agreed to the deployment of troops from Ghana in Togo.",
        {"actor": "Ghana", "direction": "increase", "place": "Togo"},
    ),
    row(
        "The Botswana Defence Force (BDF) said it had sent 300 soldiers to Mozambique.",
        {"actor": "Botswana", "delta": 300, "place": "Mozambique", "status": "actual"},
    ),
    row(
        "Ghana withdrew its soldiers from Mali. A total of 180 Ghanaian soldiers arrived in Accra on Friday.",
        {"actor": "Ghana", "direction": "decrease", "place": "Mali"},
        {"actor": "Ghana", "direction": "decrease", "place": "Mali", "delta": 180},
    ),
    row(
        "Nepal sends 150 peacekeepers of the United Nations to Haiti.",
        {"actor": "Nepal", "direction": "increase", "delta": 150, "place": "Haiti"},
    ),
    row(
        "Some 160 Moroccan soldiers arrived in Haiti on Monday to join the mission.",
        {"actor": "Morocco", "direction": "increase", "delta": 160, "place": "Haiti"},
    ),
    row(
        "The bill foresees the withdrawal of 900 soldiers from the 2,800-strong Danish contingent in Mali.",
        {"direction": "decrease", "delta": 900, "place": "Mali"},
    ),
    row(
        "Troops from Togo, Ghana and Benin have arrived in Mali.",
        {"actor": "Togo", "direction": "increase"},
        {"actor": "Ghana", "direction": "increase"},
        {"actor": "Benin", "direction": "increase"},
    ),
    row("Romania returned 140 soldiers from Mali.", {"actor": "Romania", "direction": "decrease", "delta": 140}),
    row(
        "Danish soldiers left Mali in May. The mission would wind down in December 2027, the minister said.",
        {"actor": "Denmark", "direction": "decrease", "place": "Mali", "status": "actual"},
        {"actor": "Denmark", "direction": "decrease", "place": "Mali", "time": ("2027-12", "2027-12"), "status": "planned"},
    ),
    row(
        "Italy sent 1,900 soldiers to Lebanon. The decree brings the Lebanon contingent down to 1,100.",
        {"actor": "Italy", "direction": "increase"},
        {"actor": "Italy", "direction": "decrease", "to": 1100, "place": "Lebanon"},
    ),
    row(
        "The minister ordered up to 120 members of the Danish army to Estonia to help with the camps.",
        {"actor": "Denmark", "direction": "increase", "high": 120, "status": "planned"},
    ),
    row(
        "Danish soldiers left Mali. The motion to bring the last unit home failed on Monday.",
        {"actor": "Denmark", "status": "actual"},
        {"actor": "Denmark", "status": "denied"},
    ),
    row(
        "Reports that Denmark would withdraw its battalion from Kosovo were nonsense, a spokesman said.",
        {"actor": "Denmark", "direction": "decrease", "status": "denied"},
    ),
    row("The number of Italian soldiers in Lebanon slipped below 1,000.", {"actor": "Italy", "direction": "decrease"}),
    row(
        "Denmark sent 300 soldiers to Mali. Its strength has been halved to 150.",
        {"actor": "Denmark", "direction": "increase", "delta": 300},
        {"actor": "Denmark", "direction": "decrease", "to": 150, "place": "Mali"},
    ),
    row(
        "Fiji sent soldiers to Sinai. The last of the Fijians flew out on Wednesday.",
        {"actor": "Fiji", "direction": "increase"},
        {"actor": "Fiji", "direction": "decrease"},
    ),
    row(
        "Poland sent 300 soldiers to Mali. The Poles will stay for at least a year.",
        {"actor": "Poland", "direction": "increase"},
        {"actor": "Poland", "direction": "none", "place": "Mali", "status": "planned"},
    ),
    row(
        "France to cut Ivory Coast fighting force to 900 troops",
        {"actor": "France", "direction": "decrease", "to": 900, "place": "Ivory Coast"},
    ),
    row(
        "Denmark's deployment in Mali will be reduced to 75 soldiers in July.",
        {"actor": "Denmark", "direction": "decrease", "to": 75},
    ),
    row(
        "The Danish deployment in Mali will continue until December.",
        {"actor": "Denmark", "direction": "none", "place": "Mali", "status": "planned"},
    ),
    row(
        "About 700 Danish soldiers would be returned home from Mali by early May.",
        {"actor": "Denmark", "direction": "decrease", "delta": 700, "place": "Mali"},
    ),
    row(
        "Britain sent 300 soldiers to Somalia. Ethiopia said it would pull out by May.",
        {"actor": "United Kingdom", "direction": "increase"},
        {"actor": "Ethiopia", "direction": "decrease", "status": "planned"},
    ),
    row("Last S Korean soldiers leave Iraq", {"actor": "South Korea", "direction": "decrease"}),
    row(
        "The first Ghanaian battalion sent to Lebanon left in 1979.",
        {"actor": "Ghana", "direction": "increase", "place": "Lebanon"},
    ),
]
NO_MOVES = [
    "Danish troops are in Mali. Mali pullout is not the end",
    "The Pentagon gave no figure for the forces it has deployed in Chad.",
    "UNIFIL is Ghana's largest overseas deployment.",
    "The deployment is a precaution, the minister said. Their deployment has come with considerable risk.",
    "The weapons are meant to bolster the Lebanese army, France said.",
    "The Danish patrol did not return fire and withdrew.",
    "Danish soldiers are in Mali, and there is no longer any need to keep troops there beyond this year.",
    "Japan will have no troops deployed in peacekeeping missions.",
]
LEVELS = [
    row(
        "Denmark withdrew 300 soldiers from Mali. About 650 soldiers stay behind to guard the camp.",
        {"actor": "Denmark", "value": 650, "place": "Mali"},
    ),
    row("Canada leads the battlegroup in Latvia with 450 soldiers.", {"actor": "Canada", "value": 450, "place": "Latvia"}),
    row(
        "Denmark withdrew a company from Mali. Some 4,000 soldiers are in the country, 2,500 fewer than in May.",
        {"value": 4000, "place": "Mali"},
    ),
    row(
        "Denmark withdrew 300 soldiers from Mali. African troops there numbered 6,300.",
        {"actor": "African troops", "value": 6300},
    ),
    row(
        "Norway will leave a small group of about 90 soldiers in Mali.",
        {"actor": "Norway", "value": 90, "place": "Mali", "status": "planned"},
    ),
    row(
        "The United Nations had 2,000 soldiers in Somalia, of whom 450 were Malaysians.",
        {"actor": "United Nations", "value": 2000},
        {"actor": "Malaysia", "value": 450},
    ),
    row(
        "Britain already has about 1,400 personnel deployed in Estonia.",
        {"actor": "United Kingdom", "value": 1400, "place": "Estonia"},
    ),
    row(
        "About 3,100 troops are deployed in the UN mission in Liberia (UNMIL).",
        {"actor": "UNMIL", "value": 3100, "place": "Liberia"},
    ),
    row("There are 310 members of the Defence Forces serving in Lebanon.", {"value": 310, "place": "Lebanon"}),
    row(
        "The 120 Irish Defence Force members currently stationed at Camp Shamrock are well.",
        {"actor": "Ireland", "value": 120},
    ),
    row(
        "The strength of the Unifil force is 10,500 personnel drawn from 47 nations.",
        {"actor": "UNIFIL", "value": 10500, "place": "Lebanon"},
    ),
]
NO_LEVELS = [
    "Some 1,050 people from Nepal take part in a total of seven UN peacekeeping missions.",
    "A total of 47 Ghanaian soldiers have died in Lebanon since 1979.",
    "A total of about 6,000 Danish soldiers rotated through Helmand.",
    "Italy ended its mission in Mali, bringing the deployment of its soldiers to a close nearly 20 years after it began.",
]


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_moves_abroad_have_their_owner_way_and_status(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize("text", NO_MOVES)
def test_what_is_said_of_a_stay_is_no_move(read, text):
    assert [claim for claim in read(text, Kind.FORCE_CHANGE) if claim.args["direction"] != "none"] == []


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_members_and_missions_are_levels(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize("text", NO_LEVELS)
def test_the_fallen_and_the_gone_are_no_level(read, text):
    assert read(text, Kind.FORCE_LEVEL) == []


@pytest.mark.parametrize(("written", "name"), [("Unifil", "UNIFIL"), ("Ecowas", "Economic Community of West African States")])
def test_acronyms_that_are_read_as_words_may_have_one_capital(written, name):
    found = resolve_name(written)
    assert found is not None
    assert found.canonical == name


def test_a_units_state_is_the_one_that_the_report_names_with_it(read):
    text = "The minister reviewed Denmark's 41st Infantry Battalion. The 41st Infantry Battalion will go to Mali in May."
    [claim] = [c for c in read(text, Kind.FORCE_CHANGE) if c.args.get("place") == "Mali"]
    assert claim.args["actor"] == "Denmark"


ANSWERED = [
    row(
        "Denmark has 300 soldiers in Mali. Is Denmark withdrawing its soldiers from Mali? No, the minister said.",
        {"actor": "Denmark", "direction": "decrease", "place": "Mali", "status": "denied"},
    ),
    row(
        "Denmark has 300 soldiers in Mali. Would Danish soldiers go to Niger? The government has ruled that out.",
        {"actor": "Denmark", "direction": "increase", "place": "Niger", "status": "denied"},
    ),
    row(
        "Denmark has 300 soldiers in Mali. Will Denmark send more soldiers to Mali? Yes, the minister said, in May.",
        {"actor": "Denmark", "direction": "increase", "place": "Mali", "status": "planned"},
    ),
    row("Denmark has 300 soldiers in Mali. Why is Denmark withdrawing its soldiers from Mali? No one knows."),
    row(
        "Denmark has 300 soldiers in Mali. Is Denmark withdrawing its soldiers from Mali? The general said his men were tired."
    ),
]


@pytest.mark.parametrize(("text", "rows"), ANSWERED)
def test_a_question_makes_a_claim_where_it_is_answered(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


def test_the_evidence_of_an_answer_is_the_question_with_it(read):
    text = "Denmark has 300 soldiers in Mali. Is Denmark withdrawing its soldiers from Mali? No, the minister said. He left."
    [claim] = read(text, Kind.FORCE_CHANGE)
    assert claim.evidence.cut(text) == "Is Denmark withdrawing its soldiers from Mali? No, the minister said."


def test_a_headline_is_planned_by_the_plans_of_its_own_state_alone(read):
    text = "British soldiers leave Helmand\n\nThe United States will withdraw 500 soldiers. The last British soldiers left on Monday."
    assert next(claim.status.value for claim in read(text, Kind.FORCE_CHANGE)) == "actual"
