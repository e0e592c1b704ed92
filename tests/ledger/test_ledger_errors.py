"""A file that is no usable ledger is named for what it is, and stays as it is."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from made import level, report_of

from onrecord.errors import (
    LedgerDamaged,
    LedgerError,
    LedgerLocked,
    LedgerReadOnly,
    LedgerTooNew,
    NoSuchLedger,
    NotALedger,
)
from onrecord.ledger import Ledger, check, examine, judge
from onrecord.ledger.sqlite import translated
from onrecord.model import Act

NOBODY = 65534


def run(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def other_database(path):
    run(path, "CREATE TABLE birds (name)", "INSERT INTO birds VALUES ('tern')")


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize(
    ("make", "error", "why"),
    [
        (lambda path: None, NoSuchLedger, "no such file"),
        (lambda path: path.mkdir(), NotALedger, "folder"),
        (lambda path: path.touch(), NotALedger, "empty"),
        (lambda path: path.write_text("A"), NotALedger, "no database"),
        (lambda path: path.write_text("Two ships left the port. " * 900), NotALedger, "no database"),
        (lambda path: path.write_bytes(bytes(range(256)) * 40), NotALedger, "no database"),
        (other_database, NotALedger, "another program"),
    ],
)  # fmt: skip
def test_what_is_no_ledger_is_said_to_be_none_and_stays_as_it_is(tmp_path, make, error, why, readonly):
    path = tmp_path / "thing.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=why) as caught:
        Ledger.open(path, readonly=readonly)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_new_ledger_never_takes_the_place_of_a_file(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(LedgerError, match="already"):
        Ledger.create(path)
    assert path.read_text() == "mine"


def test_a_new_ledger_needs_a_folder(tmp_path):
    with pytest.raises(NoSuchLedger, match="no folder"):
        Ledger.create(tmp_path / "nowhere" / "ledger.db")


def test_a_lock_held_too_long_is_said_to_be_one_and_the_report_can_be_added_later(ledger):
    with (
        Ledger.open(ledger.path, timeout=0.05) as impatient,
        closing(sqlite3.connect(ledger.path, isolation_level=None)) as raw,
    ):
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerLocked, match="another program"):
            impatient.add(report_of("Two ships left."), [])
        assert impatient.reports() == []  # readers go on
        raw.execute("ROLLBACK")
        assert impatient.add(report_of("Two ships left."), [])


def test_a_ledger_that_another_program_keeps_for_itself_is_locked(tmp_path):
    path = tmp_path / "ledger.db"
    Ledger.create(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA locking_mode=EXCLUSIVE")
        raw.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerLocked, match="another program"):
            Ledger.open(path, timeout=0.05)


def test_a_ledger_opened_for_reading_takes_nothing_in(ledger):
    with Ledger.open(ledger.path, readonly=True) as reader, pytest.raises(LedgerReadOnly, match="reading only"):
        reader.add(report_of("Two ships left."), [])


@contextmanager
def without_rights():
    """As a user who owns nothing: root may write everywhere."""
    if os.name != "posix":
        pytest.skip("needs POSIX users")
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def kept():
    """A ledger with a level in it, closed, in a folder of its own that everybody may enter."""
    folder = Path(tempfile.mkdtemp())
    with Ledger.create(folder / "ledger.db") as made:
        level(made, "one", 10, published="2020-01-01")
    yield folder / "ledger.db"
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_ledger_that_cannot_be_written_says_so_and_can_be_read(kept, file, folder):
    kept.chmod(file)
    kept.parent.chmod(folder)
    with without_rights():
        with pytest.raises(LedgerReadOnly, match="cannot be written"):
            Ledger.open(kept)
        with Ledger.open(kept, readonly=True) as reader:
            assert len(reader.claims(actor="United States")) == 1
            assert check(reader) == ()


def test_a_ledger_that_may_not_even_be_read_says_so(kept):
    kept.chmod(0o000)
    kept.parent.chmod(0o755)
    with without_rights(), pytest.raises(LedgerReadOnly, match="permissions"):
        Ledger.open(kept, readonly=True)


def test_a_folder_that_cannot_be_written_gets_no_ledger(kept):
    kept.parent.chmod(0o555)
    with without_rights(), pytest.raises(LedgerReadOnly, match="cannot be written"):
        Ledger.create(kept.parent / "second.db")


@pytest.mark.parametrize("readonly", [True, False])
def test_a_ledger_of_a_newer_version_is_left_alone(kept, readonly):
    run(kept, "UPDATE onrecord_meta SET value = '999'")
    with pytest.raises(LedgerTooNew, match=r"999.*newer OnRecord"):
        Ledger.open(kept, readonly=readonly)


@pytest.mark.parametrize(
    "statement", ["DROP TABLE onrecord_meta", "DELETE FROM onrecord_meta", "UPDATE onrecord_meta SET value = 'x'"]
)
def test_a_ledger_that_does_not_know_its_version_is_damaged(kept, statement):
    run(kept, statement)
    with pytest.raises(LedgerDamaged, match="version"):
        Ledger.open(kept)


def test_a_ledger_with_torn_pages_is_damaged(kept):
    with Ledger.open(kept) as ledger:
        for number in range(60):
            level(ledger, f"r{number}", number, published="2020-01-01")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(LedgerDamaged, match="cannot be read"), Ledger.open(kept) as torn:
        torn.claims()


def test_a_ledger_that_is_cut_short_is_damaged(kept):
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(LedgerDamaged, match="cannot be read"), Ledger.open(kept) as torn:
        torn.claims()


def test_a_full_disk_is_said_to_be_full_and_what_was_there_stays(ledger):
    level(ledger, "one", 10, published="2020-01-01")
    with ledger.reading() as connection:
        [pages] = connection.exec_driver_sql("PRAGMA page_count").one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")  # SQLite's own way to play a full disk, on this connection
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.add(report_of("Ships. " * 20_000, id="long"), [])
    assert [card.id for card in ledger.reports()] == ["one"]
    assert check(ledger) == ()


def test_an_error_that_is_not_about_the_file_is_not_dressed_up_as_one(tmp_path):
    with (
        pytest.raises(sqlite3.OperationalError, match="syntax"),
        translated(tmp_path),
        closing(sqlite3.connect(":memory:")) as raw,
    ):
        raw.execute("SELEKT")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE reports SET text = text || '!'", "text of report one"),
        ("UPDATE claims SET words = 'Other words.'", "sentence of claim"),
        ("UPDATE claims SET begin = begin + 1", "sentence of claim"),
        ("UPDATE claims SET json = replace(json, 'Iraq', 'Iran')", "not the one that was added"),
        ("UPDATE claims SET json = '{}'", "cannot be read"),
        ("UPDATE claims SET json = json_set(json, '$.spans.actor', json('[0, 9000]'))", "beyond the text"),
        ("UPDATE claims SET value = 11", "columns say: value"),
        ("UPDATE claims SET first_day = '2019-01-01'", "columns say: first_day"),
        ("UPDATE claims SET until = '1999'", "went before it came"),
        ("UPDATE claims SET follows = 'abc'", "in the place of abc"),
        ("INSERT INTO claim_spells VALUES (1, '2020', '2019')", "ends before it begins"),
        ("UPDATE claim_args SET value = 'Iran' WHERE value = 'Iraq'", "args of claim"),
        ("DELETE FROM claim_args WHERE arg = 'place'", "args of claim"),
        ("DELETE FROM claim_keys WHERE role = 'place'", "names by which claim"),
        (
            "INSERT INTO claim_keys SELECT role, 'name:iran', claim, kind, status, first_day, last_day, known_day, stands, lasts FROM claim_keys LIMIT 1",
            "names by which claim",
        ),
        ("UPDATE claim_keys SET stands = 1 - stands", "keys of claim"),
        ("INSERT INTO claims_fts(claims_fts) VALUES ('delete-all')", "not in the full-text index"),
        ("INSERT INTO claims_fts(rowid, words) VALUES (99, 'Other words.')", "no claim's"),
        ("INSERT INTO claims_fts(claims_fts, rowid, words) VALUES ('delete', 1, 'soldiers')", "not hold the words"),
        ("UPDATE reports SET known_day = '2021-01-01'", "give another day"),
        ("UPDATE reports SET id = 'two'", "not made from the one that it was given"),
        ("UPDATE reports SET origin = 'nobody'", "carry the text of nobody"),
        ("UPDATE reports SET repeats = '[[0, 9000]]'", "report one cannot be read"),
        ("UPDATE reports SET withdrawn = '2031', text = ''", "still has 1 claims"),
        ("UPDATE reports SET withdrawn = '2031'", "still has its text"),
        ("UPDATE reports SET withdrawn = '1999'", "before it was added"),
        ("UPDATE judgements SET why = 'Other'", "not the one that was made"),
        ("UPDATE judgements SET act = 'undo', undoes = 'abc'", "cannot be read"),
        ("UPDATE judged_claims SET claim = 'abc'", "about claim abc"),
        ("UPDATE judged_claims SET begin = 1", "not there as it says"),
        ("DELETE FROM reports", "refers to a row of reports that is not there"),
    ],
)
def test_check_finds_what_was_changed_behind_the_ledgers_back(kept, statement, found):
    with Ledger.open(kept) as ledger:
        judge(ledger, Act.ACCEPT, [ledger.claims()[0].claim.id], by="Anna")
        assert check(ledger) == ()
    run(kept, statement)
    with Ledger.open(kept) as ledger:
        assert any(re.search(found, complaint) for complaint in check(ledger))


def test_check_says_how_much_it_looked_at_and_what_it_could_not(kept):
    with Ledger.open(kept, readonly=True) as ledger:
        told = examine(ledger)
    assert (dict(told.counts), told.is_whole) == ({"reports": 1, "claims": 1, "readings": 1, "judgements": 0}, True)
    assert ["full-text" in words for words in told.left_out] == [True]
