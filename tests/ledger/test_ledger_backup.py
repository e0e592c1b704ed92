"""A copy is one moment of the ledger, whole, whatever others do meanwhile."""

from __future__ import annotations

import threading

import pytest
from made import level

from onrecord.errors import LedgerError, NoSuchLedger
from onrecord.ledger import Ledger, backup, check, export_ledger


def test_a_copy_is_the_ledger(ledger, tmp_path):
    level(ledger, "one", 10, published="2020-01-01")
    size = backup(ledger, tmp_path / "copy.db")
    assert size == (tmp_path / "copy.db").stat().st_size
    with Ledger.open(tmp_path / "copy.db") as copy:
        assert list(export_ledger(copy)) == list(export_ledger(ledger))
        assert check(copy) == ()
        level(copy, "two", 20, published="2020-01-01")
    assert len(ledger.reports()) == 1


def test_copies_are_whole_while_another_writes(ledger, tmp_path):
    stop = threading.Event()

    def write():
        with Ledger.open(ledger.path) as own:
            number = 0
            while not stop.is_set():
                level(own, f"r{number}", number, published="2020-01-01")
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            with Ledger.open(ledger.path, readonly=True) as reader:
                backup(reader, tmp_path / f"copy{number}.db")
    finally:
        stop.set()
        writer.join()
    assert sorted(path.name for path in tmp_path.glob("copy*")) == [f"copy{number}.db" for number in range(5)]
    held = []
    for number in range(5):
        with Ledger.open(tmp_path / f"copy{number}.db", readonly=True) as copy:
            assert check(copy) == ()
            held.append(len(copy.reports()))
    assert held == sorted(held)
    assert len(ledger.reports()) >= held[-1]


def test_a_copy_takes_no_files_place_unless_it_is_told_to(ledger, tmp_path):
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    with pytest.raises(LedgerError, match="already"):
        backup(ledger, target)
    assert target.read_text() == "mine"
    backup(ledger, target, force=True)
    Ledger.open(target).close()


def test_a_copy_is_never_put_over_the_ledger_itself(ledger):
    with pytest.raises(LedgerError, match="ledger itself"):
        backup(ledger, ledger.path, force=True)


def test_a_copy_needs_a_folder(ledger, tmp_path):
    with pytest.raises(NoSuchLedger, match="no folder"):
        backup(ledger, tmp_path / "nowhere" / "copy.db")


def test_a_copy_that_fails_leaves_what_was_there(ledger, tmp_path, monkeypatch):
    level(ledger, "one", 10, published="2020-01-01")
    target = tmp_path / "copy.db"
    backup(ledger, target)
    before = target.read_bytes()

    def fail(connection, path):
        path.write_text("half")
        raise OSError("the power went")

    monkeypatch.setattr("onrecord.ledger.sqlite.copy", fail)
    with pytest.raises(OSError, match="power"):
        backup(ledger, target, force=True)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.db"]
