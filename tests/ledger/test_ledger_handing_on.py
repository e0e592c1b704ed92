"""A whole ledger goes out as lines and comes in as the same ledger; what cannot be is named by its line, and nothing is half-imported."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import US_IN_IRAQ, by, claim_of, level, report_of, troops

from onrecord.errors import BadImport, LedgerError
from onrecord.ledger import (
    Ledger,
    check,
    export_jsonl,
    export_ledger,
    import_claims,
    import_ledger,
    judge,
    judgements_of,
    reread,
    timeline,
    tombstones,
    undo,
    withdraw,
)
from onrecord.model import Act, Claim, Dateline, Kind, Quantity, Review, Span, Status

ANNA = "Anna"


def lines_of(ledger) -> list[str]:
    return list(export_ledger(ledger))


def same_again(ledger, path):
    lines = lines_of(ledger)
    import_ledger(lines, path)
    with Ledger.open(path) as again:
        assert lines_of(again) == lines
        assert check(again) == ()
        assert timeline(again) == timeline(ledger)
        assert tombstones(again) == tombstones(ledger)
        assert judgements_of(again) == judgements_of(ledger)


@pytest.fixture
def lived(ledger):
    """A ledger with a past: read anew, judged, corrected by its outlet, with an echo under a known id and a tombstone."""
    first = level(ledger, "first", 8992, published="2020-07-01")
    level(ledger, "gone", 12, published="2020-07-01")
    text = "Ten “ships” left\u2028the port. \x00 Naïve, 三, 🚢."
    told = replace(
        report_of(text, id="odd", published=None), title="=1", author="É", url="https://wire.example/ä", path="a/b.txt", language="en",
        dateline=Dateline(Span(0, 3), "Port", None), repeats=(Span(0, 3), Span(4, 9)),
    )  # fmt: skip
    ledger.add(told, [claim_of(told, Kind.FORCE_LEVEL, {"actor": "三"}, quantity=Quantity(value=10, low=9.5, unit="ship"))])
    ledger.add(replace(told, text="Other text.", dateline=None, repeats=()), [])
    better = report_of("8892 soldiers.", id="second", published="2020-07-02", corrects="first")
    ledger.add(better, [claim_of(better, Kind.FORCE_LEVEL, dict(US_IN_IRAQ), quantity=troops(8892))])
    made = judge(ledger, Act.REJECT, [first.id], by=ANNA, why="no “such” number")
    undo(ledger, made.id, by=ANNA)
    judge(ledger, Act.CORRECT, [first.id], by=ANNA, value=replace(first, quantity=troops(899)))
    other = ledger.claims(doc="second")[0].claim
    reread(ledger, "second", [replace(other, status=Status.POSSIBLE, time=by("2021"))])
    judge(ledger, Act.MERGE, [other.id, ledger.claims(doc="gone")[0].claim.id], by=ANNA, why="x")
    withdraw(ledger, "gone", why="Asked for", by=ANNA)
    return ledger


def test_a_ledger_with_a_past_comes_in_as_it_went_out(lived, tmp_path):
    same_again(lived, tmp_path / "again.db")


def test_the_clock_of_the_ledger_goes_with_it(lived, tmp_path):
    import_ledger(lines_of(lived), tmp_path / "again.db")
    moments = sorted({json.loads(line)["since"] for line in lines_of(lived) if '"since"' in line})
    with Ledger.open(tmp_path / "again.db") as again:
        for moment in map(datetime.fromisoformat, moments):
            assert again.claims(added=moment) == lived.claims(added=moment)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_was_done_to_a_ledger_it_comes_in_as_it_went_out(data):
    words = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=12).filter(str.strip)
    with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder) / "one.db") as ledger:
        clock = (datetime(2050, 1, day, tzinfo=UTC) for day in count(1))
        for number in range(data.draw(st.integers(1, 4), "reports")):
            level(
                ledger,
                f"{data.draw(words)}{number}".strip() + str(number),
                number,
                published="2020-01-01",
                args={"actor": data.draw(words), "place": "Iraq"},
            )
        for _ in range(data.draw(st.integers(0, 5), "acts")):
            _act(data, ledger, next(clock), data.draw(words))
        same_again(ledger, Path(folder) / "two.db")


def _act(data, ledger, at, why) -> None:
    standing = [entry.claim for entry in ledger.claims()]
    if not standing:
        return
    claim = data.draw(st.sampled_from(standing))
    made = replace(claim, quantity=troops(data.draw(st.integers(0, 9_999_999) | st.floats(0, 1e12, allow_nan=False))))
    match data.draw(st.sampled_from(["accept", "reject", "correct", "merge", "reread", "withdraw", "undo"])):
        case "correct" if made.id != claim.id:
            judge(ledger, Act.CORRECT, [claim.id], by=ANNA, why=why, value=made, at=at)
        case "merge" if len(standing) > 1:
            judge(ledger, Act.MERGE, [one.id for one in standing[:2]], by=ANNA, why=why, at=at)
        case "reread":
            reread(ledger, claim.doc, [made], at=at)
        case "withdraw":
            withdraw(ledger, claim.doc, why=why, at=at)
        case "undo":
            for one in [one for one in judgements_of(ledger) if one.undone_by is None][:1]:
                undo(ledger, one.judgement.id, by=ANNA, why=why, at=at)
        case "accept" | "reject" as act:
            judge(ledger, Act(act), [claim.id], by=ANNA, why=why, at=at)


def without(lines, number):
    return [line for at, line in enumerate(lines, 1) if at != number]


def changed(lines, number, old, new):
    assert old in lines[number - 1]
    return [line.replace(old, new) if at == number else line for at, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda lines: [], "first line is not that of a whole ledger"),
        (lambda lines: without(lines, 1), "first line is not that of a whole ledger"),
        (lambda lines: changed(lines, 1, '"form": 2', '"form": 3'), "form 3, and this program knows form 2"),
        (lambda lines: lines[:-1], "cut off after line .*: the line that ends a ledger is not there.* Nothing was imported"),
        (lambda lines: lines[:5], "cut off after line 5"),
        (lambda lines: [*lines, lines[-1]], "it stands after the line that ends a ledger"),
        (lambda lines: [*lines[:-2], lines[-1]], "it counts other lines"),
        (lambda lines: changed(lines, 2, '"report"', '"song"'), "line 2: lines of type 'song' are not known"),
        (lambda lines: changed(lines, 2, "8992 soldiers", "8993 soldiers"), "line 2: the text of report 'first'"),
        (lambda lines: changed(lines, 2, '"added"', '"addled"'), "line 2: it has no 'added'"),
        (lambda lines: changed(lines, 2, '"Sample Wire"', "{}"), "line 2: the ledger cannot hold it"),
        (lambda lines: without(lines, 2), "line 2: a reading stands before its report"),
        (lambda lines: changed(lines, 4, "8992", "8991"), "line 4: claim .* is not the one that was exported"),
        (lambda lines: changed(lines, 4, "force_level", "songs"), "line 4: 'songs'"),
        (lambda lines: [*lines[:4], *lines[3:]], "is there twice"),
        (lambda lines: [*lines[:-1], lines[1], lines[-1]], "report 'first' is there twice"),
        (lambda lines: [*lines[:3], "{broken\n", *lines[3:]], "line 4: it is no JSON"),
        (lambda lines: [*lines[:3], "[]\n", *lines[3:]], "line 4: it is no JSON object"),
        (lambda lines: [line for line in lines if '"type": "report", "id": "second"' not in line], "line .*claim"),
        (lambda lines: [line.replace('"why": "no', '"why": "some') for line in lines], "judgement .* is not the one"),
        (lambda lines: [line for line in lines if '"act": "reject"' not in line], "undoes"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_nothing_is_imported(lived, tmp_path, spoil, told):
    with pytest.raises(BadImport, match=told):
        import_ledger(spoil(lines_of(lived)), tmp_path / "again.db", name="lines.jsonl")
    assert not list(tmp_path.glob("again*"))


def test_a_file_of_an_older_version_is_taken_in_with_a_note(lived, tmp_path):
    lines = [line.replace('"form": 2', '"form": 1') for line in lines_of(lived)[:-1]]
    done = import_ledger(lines, tmp_path / "again.db")
    assert "An older OnRecord wrote this file" in done.notes[0]
    with Ledger.open(tmp_path / "again.db") as again:
        assert lines_of(again) == lines_of(lived)
        assert import_ledger(lines_of(lived), tmp_path / "whole.db").notes == ()


def test_a_whole_ledger_never_takes_the_place_of_a_file(lived):
    before = lines_of(lived)
    with pytest.raises(LedgerError, match="already"):
        import_ledger(before, lived.path)
    assert lines_of(lived) == before


def test_the_claims_of_a_ledger_change_nothing_in_it(lived):
    before = lines_of(lived)
    done = import_claims(lived, list(export_jsonl(lived)), by=ANNA)
    assert (done.claims, done.already) == (0, len(lived.claims()))
    assert lines_of(lived) == before


def gold(claim: Claim, **more) -> str:
    line = {
        "doc": claim.doc,
        "kind": "force_level",
        "evidence": [0, 10],
        "args": {"actor": "Norway", "place": "Mali"},
        "status": "actual",
    }
    return json.dumps({**line, "quantity": {"value": 60, "unit": "personnel"}, "source": None, **more})


def test_claims_of_others_are_added_by_hand(ledger):
    claim = level(ledger, "one", 10, published="2020-01-01")
    done = import_claims(ledger, [gold(claim), "", gold(claim)], by=ANNA, why="from our own sheet")
    assert (done.claims, done.already) == (1, 1)
    [entry] = ledger.claims(actor="Norway")
    assert (entry.review, entry.claim.quantity.value) == (Review.ADDED, 60)
    assert judgements_of(ledger)[0].judgement.why == "from our own sheet"
    assert check(ledger) == ()


def test_an_old_file_brings_nothing_back_that_was_set_aside(ledger):
    claim = level(ledger, "one", 10, published="2020-01-01")
    lines = list(export_jsonl(ledger))
    judge(ledger, Act.REJECT, [claim.id], by=ANNA)
    assert import_claims(ledger, lines, by=ANNA).already == 1
    assert ledger.claims() == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"doc": "nobody"}, "line 2: The ledger knows no report 'nobody'"),
        ({"doc": "gone"}, "line 2: Report 'gone' was withdrawn"),
        ({"kind": "song"}, "line 2: 'song' is not a valid Kind"),
        ({"evidence": [0, 9000]}, "line 2: a span of claim .* lies beyond the text"),
        ({"args": {"song": "x"}}, "line 2: .* has no arg 'song'"),
        ({"evidence": None}, "line 2: "),
    ],
)
def test_a_bad_claim_is_named_and_none_is_added(ledger, change, told):
    claim = level(ledger, "one", 10, published="2020-01-01")
    level(ledger, "gone", 12, published="2020-01-01")
    withdraw(ledger, "gone", why="Asked for")
    with pytest.raises(BadImport, match=told):
        import_claims(ledger, [gold(claim), gold(claim, **change)], by=ANNA)
    assert len(ledger.claims()) == 1
    assert judgements_of(ledger) == ()
