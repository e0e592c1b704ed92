"""Moves that are judged, refused, decided by a council or told in parts, in other theatres; and what is none."""

import pytest

from onrecord.model import Kind

from .rows import row

MOVES = [
    row("Germany turned down a request for 500 soldiers for Lebanon.", {"actor": "Germany", "delta": 500, "status": "denied"}),
    row(
        "India rejected an American appeal for 17,000 soldiers for Iraq.",
        {"actor": "India", "place": "Iraq", "status": "denied"},
    ),
    row(
        "The Security Council voted to withdraw the peacekeepers from Haiti.",
        {"actor": "United Nations", "direction": "decrease", "place": "Haiti", "status": "planned"},
    ),
    row(
        "The Council voted on Tuesday to fully withdraw the UN mission from Burundi by December.",
        {"actor": "United Nations", "direction": "decrease", "place": "Burundi", "status": "planned"},
    ),
    row("The first 400 of 1,700 Ugandan soldiers landed in Mogadishu on Tuesday.", {"actor": "Uganda", "delta": 400}),
    row("Slovakia recalled its 100 engineers from Iraq.", {"actor": "Slovakia", "direction": "decrease", "delta": 100}),
    row(
        "Canada's House of Commons voted on Tuesday to extend the mission in Kandahar until 2011.",
        {"actor": "Canada", "direction": "none", "place": "Kandahar"},
    ),
    row(
        "Japan's House of Representatives approved the dispatch of 600 soldiers to Samawah.",
        {"actor": "Japan", "delta": 600, "status": "planned"},
    ),
    row(
        "Kenya sent 800 soldiers to Somalia. The arrival of 300 Burundian soldiers brings the African Union force to 8,000.",
        {"actor": "Kenya", "delta": 800},
        {"actor": "Burundi", "delta": 300, "to": None},
    ),
]
SHARES = [
    row(
        "Ghana will cut its force in Liberia to about half of its present 800 soldiers.",
        {"actor": "Ghana", "direction": "decrease", "start": 800, "to": None, "delta": None},
    ),
    row("The 3,600-strong Dutch force in Bosnia will be cut to a third.", {"start": 3600, "delta": None}),
]
LEVELS = [
    row(
        "Kenya has 4,000 soldiers in Somalia. AMISOM now has just over 22,000.",
        {"actor": "Kenya", "value": 4000},
        {"actor": "African Union Mission in Somalia", "low": 22000},
    ),
    row("UNIFIL now stands at 10,500, up from 2,000 before the war.", {"actor": "UNIFIL", "value": 10500}),
    row(
        "Kenya sent 800 soldiers to Somalia. The arrival of 300 Burundian soldiers brings the African Union force to 8,000.",
        {"actor": "African Union", "value": 8000},
    ),
]
NONE = [
    (Kind.FORCE_CHANGE, "Removing troops from Bosnia is more difficult now, the general said."),
    (Kind.FORCE_CHANGE, "Withdrawing the soldiers from Chad would be a mistake, the minister said."),
    (Kind.FORCE_CHANGE, "The minister called the withdrawal of peacekeepers from Chad premature."),
    (Kind.FORCE_CHANGE, "A convoy heading to Kismayo with Kenyan soldiers was ambushed on Sunday."),
    (Kind.FORCE_CHANGE, "A Russian helicopter flying to Khankala with 20 soldiers was shot down."),
    (Kind.FORCE_CHANGE, "The minister rejected a demand for soldiers to be paid more."),
    (Kind.ORGANIZATION, "The Dutch mission in Uruzgan ended on 1 August."),
    (Kind.ORGANIZATION, "Britain's combat mission in Basra ended in April 2009."),
    (Kind.ORGANIZATION, "The Security Council on Friday ended the mission's mandate in Haiti."),
    (Kind.FORCE_LEVEL, "The soldiers queued at the ATM. The price of a UPS stands at 15,000."),
]


@pytest.mark.parametrize(("text", "rows"), MOVES)
def test_moves_refused_decided_or_told_in_parts(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), SHARES)
def test_a_share_of_a_force_leaves_its_size_unknown(expect, text, rows):
    expect(Kind.FORCE_CHANGE, text, rows)


@pytest.mark.parametrize(("text", "rows"), LEVELS)
def test_a_mission_by_its_name_stands_at_so_many(expect, text, rows):
    expect(Kind.FORCE_LEVEL, text, rows)


@pytest.mark.parametrize(("kind", "text"), NONE)
def test_what_is_judged_hit_or_ended_is_no_move(read, kind, text):
    assert read(text, kind) == []
