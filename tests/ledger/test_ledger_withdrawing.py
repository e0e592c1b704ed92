"""What is withdrawn is gone from the file to the last word; a tombstone stays, and answers say so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from made import US_IN_IRAQ, claim_of, level, report_of, troops

from onrecord.errors import ReportWithdrawn, UnknownName
from onrecord.ledger import (
    Ledger,
    check,
    footprint,
    judge,
    judgements_of,
    listed,
    reread,
    tombstones,
    undo,
    withdraw,
    withdrawn_notes,
)
from onrecord.model import Act, Frozen, Kind, Location, Quantity

WHY = "Asked for by its publisher"
MARKER = "Zanthorpe Quixley counted 4,711 pelicanids near Wolframdale."
WORDS = ("zanthorp", "quixley", "quixlei", "pelicanid", "wolframdal", "vexillology", "bartizan", "smallpiper")
ANNA = "Anna"


def at(day: int) -> datetime:
    return datetime(2026, 1, day, 12, tzinfo=UTC)


def traces(path) -> set[str]:
    """Which of the words still stand anywhere in the ledger's files."""
    data = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*")).lower()
    return {word for word in WORDS if word.encode() in data}


def secret(id: str = "secret"):
    report = replace(
        report_of(MARKER, "Nothing else was said.", id=id, published="2020-09-09", outlet="Sample Wire"),
        title="Vexillology at Wolframdale",
        author="B. Bartizan",
        url="https://wire.example/zanthorpe-quixley",
        path="/smallpiper/one.txt",
    )
    claim = claim_of(
        report, Kind.FORCE_LEVEL, {"actor": "Zanthorpe Quixley", "place": "Wolframdale", "counting": "pelicanids"}, words=MARKER,
        quantity=Quantity(value=4711, unit="pelicanid"), source="B. Bartizan", ids={"place": "onrecord:wolframdale"},
        locations={"place": Location("town", ("Vexillology",))},
    )  # fmt: skip
    return report, claim


@pytest.fixture
def kept(ledger):
    """Some forty other reports around the one that is to go, so that its words lie on pages with others."""
    for number in range(20):
        level(ledger, f"before{number}", number, published="2020-01-01")
    report, claim = secret()
    ledger.add(report, [claim], added=at(1))
    for number in range(20):
        level(ledger, f"after{number}", number, published="2020-01-01")
    return ledger


def test_no_word_of_it_stays_in_the_file(kept):
    claim = secret()[1]
    value = replace(claim, quantity=Quantity(value=4712, unit="pelicanid"))
    made = judge(kept, Act.CORRECT, [claim.id], by=ANNA, why="Quixley", value=value)
    undo(kept, made.id, by=ANNA, why="Quixley")
    assert traces(kept.path)
    done = withdraw(kept, "secret", why=WHY, by=ANNA)
    assert (done.scrubbed, done.judgements, done.tombstone.claims) == (True, 2, 1)
    assert traces(kept.path) == set()
    assert check(kept) == ()
    assert kept.claims(text="pelicanids") == []
    assert len(kept.claims(text="soldiers")) == 40
    assert judgements_of(kept) == ()


def test_words_that_were_copied_about_by_growing_pages_go_too(tmp_path):
    """Without writing the file anew, old copies stay behind in pages that were split."""
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        report, claim = secret()
        more = [
            replace(claim, args=Frozen({**claim.args, "counting": f"pelicanids {number:05}"})) for number in range(400, 0, -1)
        ]
        ledger.add(report, more)
        withdraw(ledger, "secret", why=WHY)
        assert traces(ledger.path) == set()


def test_a_tombstone_stays(kept):
    withdraw(kept, "secret", why=WHY, by=ANNA, at=at(5))
    [stone] = tombstones(kept)
    assert (stone.id, stone.published, stone.outlet, stone.claims) == ("secret", "2020-09-09", "Sample Wire", 1)
    assert (stone.withdrawn[:10], stone.why, stone.by, stone.added[:10]) == ("2026-01-05", WHY, ANNA, "2026-01-01")
    assert stone.hash == secret()[0].hash
    [row] = [row for row in listed(kept) if row.tombstone]
    assert row.tombstone == stone
    assert row.report.title is row.report.url is None
    with pytest.raises(ReportWithdrawn, match=WHY):
        kept.report("secret")
    with pytest.raises(ReportWithdrawn, match="words are gone"):
        reread(kept, "secret", [])
    assert "secret" not in {card.id for card in kept.reports()}


def test_the_latest_day_is_that_of_a_report_that_is_there(ledger):
    level(ledger, "one", 10, published="2020-01-01")
    level(ledger, "two", 20, published="2020-06-01")
    withdraw(ledger, "two", why=WHY)
    assert ledger.latest() == "2020-01-01"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "1 report was withdrawn and counts for nothing"),
        ({"known": "2020-09-09"}, "1 report was withdrawn and counts for nothing"),
        ({"known": "2020-09-08"}, None),
        ({"added": "2026-01-06"}, "1 report was withdrawn and counts for nothing"),
        ({"added": "2026-01-02"}, "1 report that the ledger had then was withdrawn since: the words are gone"),
        ({"added": "2025-12-31"}, None),
    ],
)
def test_answers_say_that_something_was_withdrawn_where_it_would_have_counted(ledger, asked, told):
    report = report_of("Twelve ships left.", id="gone")
    ledger.add(report, [claim_of(report, Kind.FORCE_LEVEL, dict(US_IN_IRAQ), quantity=troops(12))], added=at(1))
    withdraw(ledger, "gone", why=WHY, at=at(5))
    found = withdrawn_notes(ledger, **asked)
    assert [words.startswith(told) for words in found] == ([True] if told else [])


def test_a_footprint_says_so_itself(ledger):
    level(ledger, "one", 10, published="2020-01-01")
    level(ledger, "two", 20, published="2020-06-01")
    withdraw(ledger, "two", why=WHY)
    assert any(
        "was withdrawn" in words
        for words in footprint(ledger, "United States", place="Iraq", on="2020-07-01", known="2020-07-01").notes
    )
    assert not any(
        "was withdrawn" in words
        for words in footprint(ledger, "United States", place="Iraq", on="2020-03-01", known="2020-03-01").notes
    )


@pytest.mark.parametrize("name", ["secret", "another-name"])
def test_the_same_text_is_refused_after_that_unless_it_is_wanted_again(kept, name):
    report, claim = secret()
    withdraw(kept, "secret", why=WHY)
    again = replace(report, id=name, outlet="Harbour Post")
    with pytest.raises(ReportWithdrawn, match=r"'secret' was withdrawn on .*Asked for by its publisher.*--again"):
        kept.add(again, [replace(claim, doc=name)])
    assert kept.add(again, [replace(claim, doc=name)], again=True)
    assert [stone.id for stone in tombstones(kept)] == ["secret"]
    assert len(kept.claims(text="pelicanids")) == 1
    assert not kept.add(again, [replace(claim, doc=name)], again=True)
    assert check(kept) == ()


def test_what_carries_the_same_text_is_named(kept):
    report, claim = secret()
    kept.add(replace(report, id="echo", outlet="Harbour Post"), [replace(claim, doc="echo")])
    assert withdraw(kept, "secret", why=WHY).same_text == ("echo",)
    assert withdraw(kept, "echo", why=WHY).same_text == ()
    assert traces(kept.path) == set()


def test_withdrawing_twice_keeps_the_first_tombstone(kept):
    first = withdraw(kept, "secret", why=WHY, at=at(5)).tombstone
    assert withdraw(kept, "secret", why="Another reason", at=at(9)).tombstone == first


def test_a_withdrawal_needs_a_reason_and_a_report_that_is_there(kept):
    with pytest.raises(ValueError, match="reason"):
        withdraw(kept, "secret", why=" ")
    with pytest.raises(UnknownName, match="secret"):
        withdraw(kept, "secrets", why=WHY)
    assert traces(kept.path)


def test_judgements_that_name_others_stay_without_their_why(kept):
    claim = secret()[1]
    one, other = (kept.claims(doc=id)[0].claim for id in ("before1", "after1"))
    theirs = judge(kept, Act.ACCEPT, [one.id], by=ANNA, why="read")
    made = judge(kept, Act.MERGE, [claim.id, one.id, other.id], by=ANNA, why="Zanthorpe Quixley", at=at(2))
    undone = undo(kept, made.id, by=ANNA, why="Quixley", at=at(3))
    undo(kept, undone.id, by=ANNA, at=at(4))
    judge(kept, Act.ACCEPT, [claim.id], by=ANNA)
    assert withdraw(kept, "secret", why=WHY).judgements == 1
    assert traces(kept.path) == set()
    told = [one.judgement for one in judgements_of(kept)]
    assert [judgement.act for judgement in told] == [Act.ACCEPT, Act.MERGE, Act.UNDO, Act.UNDO]
    assert told[0] == theirs
    assert [judgement.undoes for judgement in told[2:]] == [told[1].id, told[2].id]
    assert {entry.tied is not None for entry in kept.claims() if entry.claim.id in (one.id, other.id)} == {True}
    assert check(kept) == ()


def test_where_another_program_reads_an_older_state_the_rest_is_done_later(kept):
    with Ledger.open(kept.path, timeout=0.05) as impatient, closing(sqlite3.connect(kept.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM reports").fetchone()
        assert not withdraw(impatient, "secret", why=WHY).scrubbed
        reader.execute("ROLLBACK")
    assert withdraw(kept, "secret", why=WHY).scrubbed
    assert traces(kept.path) == set()


def test_a_merge_with_a_claim_of_a_withdrawn_report_says_so_and_is_not_lost(ledger):
    one, other = (level(ledger, id, 3000, published="2020-01-01") for id in ("one", "other"))
    judge(ledger, Act.MERGE, [one.id, other.id], by="Anna")
    withdraw(ledger, "one", why="asked for")
    [judged] = judgements_of(ledger)
    assert (judged.matched, judged.withdrawn, judged.is_lost) == ((None, other.id), ("one",), False)
