"""A program that is killed while it writes, and a power cut that tears the log, leave a ledger that is whole."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from evals.acting import do, held_by, made_up, plan_of, wanted_after
from evals.crashes import killed, torn

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, check, files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")


def test_what_was_committed_is_there_once_however_often_the_program_is_killed(tmp_path):
    states = list(killed(tmp_path / "ledger.db", reports=40, kills=5))
    assert [(state.lost, state.doubled, state.complaints) for state in states] == [(0, 0, ())] * 6
    assert states[-1].steps == len(plan_of(40))
    assert [path.name for path in tmp_path.iterdir() if ".db-" in path.name] == []


def test_a_torn_log_leaves_the_first_part_of_what_was_done_whole(tmp_path):
    states = list(torn(tmp_path, reports=16, cases=6))
    assert all(state.is_whole for state in states)
    assert len({state.steps for state in states}) > 2  # the logs were torn at places that matter


def test_the_plan_and_its_outcome_agree_so_that_a_loss_would_be_seen(ledger):
    steps = plan_of(14)
    for step in steps:
        do(ledger, step)
    held = held_by(ledger)
    assert held == wanted_after(steps)
    assert (wanted_after([*steps, *plan_of(15)[len(steps) :]]) - held).total() > 0
    assert (held - wanted_after(steps[:-1])).total() > 0


def test_making_a_ledger_that_fails_half_way_leaves_no_file(tmp_path, monkeypatch):
    def fail(connection):
        raise RuntimeError("the power went")

    monkeypatch.setattr("onrecord.ledger.readable.create_views", fail)
    with pytest.raises(RuntimeError, match="power"):
        Ledger.create(tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []


def test_of_two_who_start_the_same_ledger_one_makes_it_and_the_other_is_told(tmp_path):
    path = tmp_path / "ledger.db"

    def make_late():
        with files.made_whole(path) as draft:
            draft.write_text("late")
            with Ledger.create(path) as first:
                first.add(*made_up(1))

    with pytest.raises(LedgerError, match="already"):
        make_late()
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == 1
        assert check(ledger) == ()
    assert not list(tmp_path.glob("*.new-*"))


def test_a_file_system_without_hard_links_gets_its_ledger_too(tmp_path, monkeypatch):
    def refuse(*args):
        raise PermissionError("no links here")

    monkeypatch.setattr("os.link", refuse)
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        assert ledger.add(*made_up(1))
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]


def test_the_log_of_another_ledger_is_not_written_into_a_new_one(tmp_path):
    path = tmp_path / "ledger.db"
    with Ledger.create(path) as old:
        old.add(*made_up(1))
        path.rename(tmp_path / "moved.db")
        with pytest.raises(LedgerError, match=r"ledger\.db-wal beside it belongs to another ledger"):
            Ledger.create(path)


def test_a_ledger_that_finds_no_room_beside_it_says_so_and_opens_later(tmp_path):
    path = tmp_path / "ledger.db"
    with Ledger.create(path) as ledger:
        ledger.add(*made_up(1))
    program = """if True:
        import resource, signal, sys
        from onrecord.errors import LedgerError
        from onrecord.ledger import Ledger
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        try:
            Ledger.open(sys.argv[1], readonly=True)
        except LedgerError as error:
            print(error)
    """
    told = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert "no room for what SQLite keeps beside it" in told.stdout
    with Ledger.open(path) as ledger:
        assert (len(ledger.reports()), check(ledger)) == (1, ())
