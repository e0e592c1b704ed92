"""Programs that write to one ledger and read it at the same time get on with each other."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

from evals.acting import made_up
from evals.crowd import WRITERS, crowd

from onrecord.ledger import Ledger, check


def test_four_writers_and_two_readers_lose_nothing_and_meet_no_error(tmp_path):
    found = crowd(tmp_path / "ledger.db", seconds=4)
    assert (found.errors, found.complaints, found.lost, found.doubled) == ((), (), 0, 0)
    assert found.reports >= WRITERS
    assert found.fewest > 0  # nobody starves
    assert found.asked > 0


def test_a_writer_waits_for_another_and_then_goes_on(ledger):
    with closing(sqlite3.connect(ledger.path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.2, lambda: other.execute("ROLLBACK"))
        release.start()
        assert ledger.add(*made_up(1))
        release.join()


def test_programs_that_start_the_same_ledger_at_once_all_get_to_write(tmp_path):
    from onrecord.cli.reading import open_or_create

    path, errors = tmp_path / "ledger.db", []
    gate = threading.Barrier(6)

    def start(number):
        try:
            gate.wait(30)
            with open_or_create(path) as book:
                book.add(*made_up(number))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=start, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == 6
        assert check(ledger) == ()
