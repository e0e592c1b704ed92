"""A correction that says so in words is linked to the older report where that one can be told surely, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from time import process_time

import pytest
from made import US_IN_IRAQ, claim_of, report_of, troops

from onrecord.ledger import Ledger, check, levels, listed
from onrecord.ledger.notices import has_notice
from onrecord.model import Kind

STORY = (
    "The force in the valley was counted in June, the ministry said. The count is taken each quarter, and is published late."
)
NOTE = "An earlier version of this article misstated the number of soldiers."


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (None, "CORRECTION: The force had 60 soldiers, not 600.", True),
        (None, "The force left.\n\nCorrection — The force had 60 soldiers.", True),
        (None, "The force left.\n* Corrections: it had 60 soldiers.", True),
        (None, "It left. An earlier version of this article misstated the date.", True),
        (None, "A previous version of this story incorrectly said that the base was closed.", True),
        (None, "An original version of our report, published Monday, gave the wrong number.", True),
        (None, "This article has been corrected to say that 60 left.", True),
        (None, "(Corrects figure in paragraph 3)\nThe force left.", True),
        (None, "(Corrects name of the base in first paragraph)", True),
        ("CORRECTION: Force leaves", "It left.", True),
        ("Corrected: Force leaves", "It left.", True),
        ("Force leaves (corrected)", "It left.", True),
        (None, "The department of correction said that 60 left.", False),
        (None, "A correction is due, the minister said: the army is too large.", False),
        (None, "An earlier version of this plan wrongly counted reserves.", False),
        (None, "An earlier version of this missile was shot down.", False),
        (None, "The Pentagon said that the report was corrected later.", False),
        (None, "The new rule corrects an error of the past in the law.", False),
        ("Course correction in Iraq", "It left.", False),
        ("Correctional staff leave", "It left.", False),
    ],
)
def test_notices_are_known_by_their_words(title, text, found):
    assert has_notice(title, text) is found


def test_looking_for_a_notice_takes_little_time():
    begun = process_time()
    assert has_notice("(" * 50_000, "corrects " + "an earlier version of this article " * 20_000 + "corrects a " * 20_000)
    assert process_time() - begun < 5  # a search that goes back and forth takes minutes


def made(
    id, number, *, published="2020-07-01", title="Force counted in June", url=None, note="", outlet="Sample Wire", story=STORY
):
    words = f"The force has {number} soldiers."
    report = replace(report_of(words, story, note, id=id, published=published, outlet=outlet), title=title, url=url)
    return report, [claim_of(report, Kind.FORCE_LEVEL, dict(US_IN_IRAQ), words=words, quantity=troops(number))]


def links(ledger):
    return ledger.corrections()


OLD = {"id": "old", "number": 8992}
NEW = {"id": "new", "number": 8892, "published": "2020-07-03", "note": NOTE}


def test_a_corrected_number_is_replaced(ledger):
    for one in (OLD, NEW):
        ledger.add(*made(**one))
    assert links(ledger) == [("old", "new")]
    points = levels(ledger, "United States", place="Iraq").points
    assert {point.value: point.corrected_by is not None for point in points} == {8992: True, 8892: False}
    assert {row.report.id: (row.corrects, row.corrected_by) for row in listed(ledger)} == {
        "old": ((), ("new",)),
        "new": (("old",), ()),
    }
    assert listed(ledger, report="old")[0].corrected_by == ("new",)


@pytest.mark.parametrize(
    ("old", "new", "linked"),
    [
        ({}, {}, True),
        ({}, {"note": ""}, False),
        ({}, {"title": "Correction: Force counted in June"}, True),
        ({}, {"title": "Counting again"}, True),  # it tells the same with another number, and nothing else near does
        ({}, {"title": "Counting again", "story": ""}, False),  # too little is told to be sure
        ({"story": f"{STORY} Shops stayed open."}, {"title": None}, True),
        ({}, {"story": "Nothing of this is the same as what was written there, and none of it will be."}, False),
        ({}, {"published": "2020-07-15"}, True),
        ({}, {"published": "2020-07-16"}, False),
        ({}, {"published": "2020-06-30"}, False),
        ({}, {"published": None}, False),
        ({}, {"outlet": "Harbour Post"}, False),
        ({"outlet": None}, {"outlet": None}, False),
        (
            {"url": "https://wire.example/1"},
            {"url": "https://wire.example/1", "published": "2021-07-03", "title": "Harvest begins"},
            True,
        ),
        ({"url": "https://wire.example/1"}, {"url": "https://wire.example/1", "outlet": "Harbour Post"}, False),
        ({"url": "https://wire.example/1"}, {"url": "https://wire.example/2"}, True),
    ],
)
def test_the_older_report_is_named_only_where_it_is_sure(ledger, old, new, linked):
    ledger.add(*made(**OLD | old))
    ledger.add(*made(**NEW | new))
    assert links(ledger) == ([("old", "new")] if linked else [])


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_all_can_have_corrections(ledger, day):
    ledger.add(*made(**OLD | {"published": day}))
    ledger.add(*made(**NEW | {"published": day}))
    assert links(ledger) == [("old", "new")]


def test_between_two_older_reports_of_one_day_none_is_sure(ledger):
    ledger.add(*made(**OLD))
    ledger.add(*made("other", 8993))
    ledger.add(*made(**NEW))
    assert links(ledger) == []


def test_between_two_older_reports_that_tell_the_same_under_other_titles_none_is_sure(ledger):
    ledger.add(*made(**OLD | {"title": "A count"}))
    ledger.add(*made("other", 8993, published="2020-07-02", title="Another count"))
    ledger.add(*made(**NEW))
    assert links(ledger) == []


def test_links_do_not_hang_on_the_order_in_which_reports_are_added(tmp_path):
    told = [
        OLD,
        {"id": "between", "number": 8990, "published": "2020-07-02"},
        NEW,
        {"id": "again", "number": 8891, "published": "2020-07-05", "note": NOTE},
    ]
    found = set()
    for at, order in enumerate(permutations(told)):
        with Ledger.create(tmp_path / f"{at}.db") as ledger:
            for one in order:
                ledger.add(*made(**one))
            found.add(tuple(links(ledger)))
            assert check(ledger) == ()
    assert found == {(("between", "new"), ("new", "again"))}
