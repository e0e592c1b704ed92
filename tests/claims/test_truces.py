"""Truces that end, are extended, broken or refused, by the words that only point at them."""

import pytest

from onrecord.model import Kind

from .rows import row

TRUCES = [
    row(
        "The truce that the rebels declared in May is over, a spokesman said.",
        {"parties": ["rebels"], "type": "ceasefire", "action": "ended"},
        {"parties": ["rebels"], "type": "ceasefire", "action": "announced"},
    ),
    row(
        "Chad and Libya agreed on a truce in March. It was extended in May and again in July.",
        {"parties": ["Chad", "Libya"], "type": "ceasefire"},
        {"parties": ["Chad", "Libya"], "time": ("2020-05", "2020-05")},
        {"parties": ["Chad", "Libya"], "time": ("2020-07", "2020-07")},
    ),
    row(
        "The truce between Chad and Libya lapsed after the two sides failed to agree on an extension.",
        {"parties": ["Chad", "Libya"], "action": "ended", "status": "actual"},
        {"parties": ["Chad", "Libya"], "status": "denied"},
    ),
    row(
        "Chad and Libya accused each other of violating the ceasefire.",
        {"parties": ["Chad", "Libya"], "action": "violated", "status": "possible"},
    ),
    row(
        "Chad and Libya traded accusations of breaches of the ceasefire.",
        {"parties": ["Chad", "Libya"], "action": "violated", "status": "possible"},
    ),
    row("Hamas rejected a proposal for a truce.", {"parties": ["Hamas"], "status": "denied"}),
    row("Hamas called off the truce on Sunday.", {"parties": ["Hamas"], "action": "ended"}),
    row("Libya and Hamas agreed to stop fighting.", {"type": "ceasefire", "status": "actual"}),
    row("Russia pulled out of the deal with Ukraine on grain exports.", {"action": "ended", "status": "actual"}),
    row("The rebels tore up the peace deal.", {"parties": ["rebels"], "action": "ended"}),
    row("Hamas would abide by a truce if Israel stopped its attacks.", {"parties": ["Hamas"], "status": "conditional"}),
    row("Chad and Libya postponed the signing of the treaty.", {"parties": ["Chad", "Libya"], "status": "denied"}),
    row("Iran and Kuwait agreed on Monday to reopen their embassies.", {"parties": ["Iran", "Kuwait"], "action": "signed"}),
]

NONE = [
    "The two sisters agreed to stop fighting over the will.",
    "The club extended the contract. It was extended in June.",
    "The delegation walked out of the talks.",
    "The critics say that the ceasefire between the sisters is the best scene.",
    "The union called off its strike.",
]


@pytest.mark.parametrize(("text", "rows"), TRUCES)
def test_what_became_of_a_truce_is_read(expect, text, rows):
    expect(Kind.AGREEMENT, text, rows)


@pytest.mark.parametrize("text", NONE)
def test_quarrels_of_others_are_no_truces(read, text):
    assert read(text, Kind.AGREEMENT) == []
