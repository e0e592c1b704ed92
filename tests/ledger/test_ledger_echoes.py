"""Which reports carry the words of which: texts alone, then as a ledger settles it when reports are added in any order."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import claim_of

from older_ledgers import as_version_1
from onrecord.ledger import Ledger, check, echo_of, kin_of, listed
from onrecord.ledger.credits import credits_of, news_of
from onrecord.ledger.echoes import are_echoes, carries, prints_of, words_of
from onrecord.model import Kind, Report
from onrecord.readers.dateline import find_dateline

STORY = (
    "The garrison of Camp Redoubt will be cut from 900 soldiers to 400 by the end of May, the defence minister told lawmakers. "
    "Two batteries of howitzers leave first, he said, and the field hospital follows once its patients can travel. "
    "The camp has been shelled eleven times since winter. Nobody was hurt in the latest attack, which damaged a fuel store. "
    "Opposition leaders called the plan reckless and asked for a vote before the first convoy drives out of the gate."
)
OTHER = (
    "The garrison of Camp Redoubt marked its tenth year with a parade. Nine hundred soldiers live there, and many grew up nearby. "
    "The mayor spoke of shared hardship, of floods and of a long winter in which the camp gave shelter to three hundred families. "
    "A band played until the rain came. The defence minister sent his greetings and a new set of instruments for the musicians."
)
OWN = (
    "Our reporter counted six lorries near the bridge at noon. Shopkeepers said that they had not been told of any move, and that "
    "they lived off the camp. One of them, who sells bread to its kitchen, has laid in flour for the whole summer."
)
FORM = "Near {}, {} sorties hit {} positions and a {}. The joint staff said that all aircraft came back from their missions unharmed."


def report(id="r1", text=STORY, *, outlet="Sample Wire", published="2031-03-04", author=None):
    return Report(id, text, outlet=outlet, published=published, author=author, dateline=find_dateline(text))


def edited(text, every, word="indeed"):
    return " ".join(word if at % every == every - 1 else one for at, one in enumerate(text.split()))


@pytest.mark.parametrize(
    ("other", "outlet", "published", "expected"),
    [
        (STORY, "Desk", "2031-03-04", True),
        (STORY.upper(), "Desk", "2031-03-05", True),
        (edited(STORY, 9), "Desk", "2031-03-05", True),
        (edited(STORY, 6), "Desk", "2031-03-05", True),
        (STORY[: len(STORY) // 2], "Desk", "2031-03-05", True),
        (STORY[:222], "Desk", "2031-03-05", True),
        (f"{OWN} {STORY[: len(STORY) // 2]}", "Desk", "2031-03-05", True),
        (STORY, "Sample Wire", "2032-03-05", True),
        (STORY, "Desk", None, True),
        (OTHER, "Desk", "2031-03-04", False),
        (OWN, "Desk", "2031-03-04", False),
        (edited(STORY, 6), "Sample Wire", "2031-03-05", False),
        (edited(STORY, 6), "Desk", "2033-03-05", False),
    ],
)
def test_a_text_that_is_copied_edited_cut_or_added_to_is_an_echo_and_no_other(other, outlet, published, expected):
    one, two = prints_of(report()), prints_of(report("r2", other, outlet=outlet, published=published))
    assert (are_echoes(one, two), are_echoes(two, one)) == (expected, expected)


def test_daily_releases_of_one_office_in_one_form_are_no_echoes_of_each_other():
    days = [
        FORM.format("Norwick", 4, 7, "bridge") + FORM.format("Eastmere", 2, 3, "depot"),
        FORM.format("Oldbridge", 5, 2, "tunnel") + FORM.format("Stonefield", 9, 4, "launcher"),
    ]
    one, two = (prints_of(report(text, text)) for text in days)
    assert not are_echoes(one, two)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("Camp closed.", "CAMP CLOSED", True), ("Camp closed.", "Camp opened.", False)]
)
def test_a_report_of_few_words_is_an_echo_only_of_the_same_words(one, other, expected):
    assert are_echoes(prints_of(report(text=one)), prints_of(report("r2", other, outlet="Desk"))) is expected


@pytest.mark.parametrize(
    ("text", "author", "expected"),
    [
        ("ERBIL (Reuters) — The camp is closed, officials say today.", None, {"reuters"}),
        ("ERBIL (Sample Wire) — The camp is closed, officials say today.", None, set()),
        ("The camp is closed.", "By AFP", {"agence france-presse"}),
        ("The camp is closed.", "Ann Holm, Reuters", {"reuters"}),
        ("By Xinhua\nThe camp is closed.", None, {"xinhua"}),
        ("The camp is closed.\n(Reuters)", None, {"reuters"}),
        ("The camp is closed. — AP", None, {"associated press"}),
        ("The camp is closed.\nSource: TASS", None, {"tass"}),
        ("The camp is closed.\nThe Associated Press contributed to this report.", None, {"associated press"}),
        ("Reuters reported that the camp is closed.", None, set()),
        ("The camp was closed by the AP.", None, set()),
        ("The app (MAP) shows the camp on every screen that it has.", "Ann Efe", set()),
    ],
)
def test_an_agency_is_credited_by_dateline_byline_or_a_line_of_its_own(text, author, expected):
    assert credits_of(report(text=text, author=author)) == expected


def test_credits_and_boilerplate_are_no_part_of_the_news():
    text = "ERBIL (Reuters) — The camp is closed.\nRead more: ten camps to see\n(Reuters)\n© 2031 Sample. All rights reserved."
    assert words_of(news_of(report(text=text))) == ("the", "camp", "is", "closed")


def test_a_sentence_stands_in_a_text_where_most_of_its_words_do():
    text = words_of(STORY)
    assert carries(text, words_of("The camp has been shelled 11 times since the winter."))
    assert not carries(text, words_of(OWN[:60]))


def family(ledger, **clocks):
    return {one.report.id: one.report.origin for one in listed(ledger, **clocks)}


def test_an_echo_goes_back_to_the_report_that_was_known_first(ledger):
    ledger.add(report("wire"), [])
    ledger.add(report("desk", f"{OWN} {STORY}", outlet="Desk", published="2031-03-05"), [])
    ledger.add(report("other", OTHER, outlet="Post"), [])
    assert family(ledger) == {"wire": None, "desk": "wire", "other": None}
    assert [card.id for card in kin_of(ledger, "wire")[1]] == ["desk"]
    assert kin_of(ledger, "desk")[0].id == "wire"
    assert check(ledger) == ()


def test_an_echo_of_an_echo_goes_back_to_the_first(ledger):
    ledger.add(report("a"), [])
    ledger.add(report("b", f"{STORY[:220]} {OWN}", outlet="Desk", published="2031-03-05"), [])
    ledger.add(report("c", OWN, outlet="Post", published="2031-03-06"), [])
    assert family(ledger) == {"a": None, "b": "a", "c": "a"}


def test_an_earlier_report_that_is_added_late_becomes_the_origin_of_the_others(ledger):
    ledger.add(report("desk", outlet="Desk", published="2031-03-05"), [])
    ledger.add(report("post", edited(STORY, 9), outlet="Post", published="2031-03-06"), [])
    assert family(ledger) == {"desk": None, "post": "desk"}
    ledger.add(report("wire"), [])
    assert family(ledger) == {"wire": None, "desk": "wire", "post": "wire"}


def test_of_one_day_whoever_credits_an_agency_is_not_the_origin(ledger):
    ledger.add(report("a-desk", f"{STORY}\n(Reuters)", outlet="Desk"), [])
    ledger.add(report("z-agency", outlet="Reuters"), [])
    assert family(ledger) == {"z-agency": None, "a-desk": "z-agency"}


def test_as_added_by_a_day_the_first_that_the_ledger_had_is_the_origin(ledger):
    ledger.add(report("desk", outlet="Desk", published="2031-03-05"), [], added=datetime(2031, 4, 1, tzinfo=UTC))
    ledger.add(report("post", outlet="Post", published="2031-03-06"), [], added=datetime(2031, 4, 2, tzinfo=UTC))
    ledger.add(report("wire"), [], added=datetime(2031, 4, 3, tzinfo=UTC))
    assert family(ledger, added="2031-04-02") == {"desk": None, "post": "desk"}
    assert family(ledger, added="2031-04-03") == {"wire": None, "desk": "wire", "post": "wire"}


def test_a_ledger_from_before_origins_were_kept_has_them_found_when_it_is_opened(tmp_path):
    path = tmp_path / "old.db"
    with Ledger.create(path) as ledger:
        ledger.add(report("desk", outlet="Desk", published="2031-03-05"), [])
        ledger.add(report("wire"), [])
    as_version_1(path)
    with Ledger.open(path) as ledger:
        assert family(ledger) == {"wire": None, "desk": "wire"}
        ledger.add(report("post", outlet="Post", published="2031-03-06"), [])
        assert family(ledger)["post"] == "wire"


def test_a_claim_of_a_report_that_carries_another_is_an_echo_only_where_its_sentence_stands_there(ledger):
    copy = report("desk", f"{OWN} {STORY}", outlet="Desk", published="2031-03-05")
    sentences = (
        "The camp has been shelled eleven times since winter.",
        "Our reporter counted six lorries near the bridge at noon.",
    )
    claims = [claim_of(copy, Kind.ATTACK, {"target": words[:8]}, words=words) for words in sentences]
    ledger.add(report("wire"), [claim_of(report("wire"), Kind.ATTACK, {"target": "camp"}, words=sentences[0])])
    ledger.add(copy, claims)
    entries = ledger.claims(doc="desk")
    told = {entry.words: echo_of(ledger, entry) for entry in entries}
    assert [told[words].said_there for words in sentences] == [True, False]
    assert {echo.origin.id for echo in told.values()} == {"wire"}
    assert echo_of(ledger, ledger.claims(doc="wire")[0]) is None


TEXTS = (STORY, edited(STORY, 9), STORY[: len(STORY) // 2], f"{STORY[:222]} {OWN}", OWN, OTHER, edited(OTHER, 11))
some_reports = st.lists(
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(("Desk", "Post", "Wire")), st.integers(1, 9)), max_size=7
)


def told(rows):
    return [report(f"r{n}", text, outlet=outlet, published=f"2031-03-0{day}") for n, (text, outlet, day) in enumerate(rows)]


def settled(folder, reports, **clocks):
    path = Path(folder) / f"{len(list(Path(folder).iterdir()))}.db"
    with Ledger.create(path) as ledger:
        kept = {one.id for one in reports if ledger.add(one, [])}
        return kept, family(ledger, **clocks)


@settings(max_examples=15, deadline=None)
@given(some_reports, st.randoms())
def test_in_whatever_order_reports_are_added_the_same_are_found(rows, chance):
    reports = told({row[:2]: row for row in rows}.values())
    shuffled = list(reports)
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder:
        assert settled(folder, reports) == settled(folder, shuffled)


@settings(max_examples=15, deadline=None)
@given(some_reports, st.integers(1, 9))
def test_as_known_on_a_day_origins_are_those_of_a_ledger_that_holds_no_later_report(rows, day):
    reports, known = told({row[:2]: row for row in rows}.values()), f"2031-03-0{day}"
    earlier = [one for one in reports if one.published <= known]
    with tempfile.TemporaryDirectory() as folder:
        _, then = settled(folder, earlier)
        _, later = settled(folder, reports, known=known)
    assert then == later
    assert all(origin is None or origin in then for origin in later.values())
