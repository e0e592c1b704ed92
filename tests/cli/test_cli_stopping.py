"""A run of ``onrecord add`` that is broken off: what was added stays, is told, and the same command goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from onrecord.ledger import Ledger, check

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
REPORTS, LAST = 8, 3

SLOW = """
import resource, signal, sys, time
from onrecord.cli.app import main
from onrecord.pipeline.extract import Extractor

def claims_of(self, reports):
    for number, report in enumerate(reports):
        if number == {last}:
            print("now", flush=True)
            {act}
        yield report, []

Extractor.__init__ = lambda self, **options: setattr(self, "failed", [])
Extractor.claims_of = claims_of
sys.argv = ["onrecord", "add", *sys.argv[1:]]
main()
"""
"""The command with an extractor that finds nothing, and that does something else at one report."""

WAIT, GO_ON = "time.sleep(600)", "pass"
NO_MORE = "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
"""From here on no file may grow beyond so many bytes."""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(REPORTS):
        words = f"The river rose by {number} feet on Monday, and the people of the valley moved their sheep to the hills."
        (made / f"r{number:02}.txt").write_text(words)
    (made / "r01x.pdf").write_text("This is no PDF.")
    return made


def start(tmp_path, folder, *options, act=GO_ON, last=LAST):
    program = SLOW.format(last=last, act=act)
    command = [sys.executable, "-c", program, folder, "--published", "2031-03-04", "--ledger", tmp_path / "l.db", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def held(tmp_path):
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert check(ledger) == ()
        return len(ledger.reports())


def test_ctrl_c_keeps_what_was_added_and_says_so(tmp_path, folder):
    with start(tmp_path, folder, act=WAIT) as child:
        assert child.stdout.readline() == "now\n"
        child.send_signal(signal.SIGINT)
        _, told = child.communicate(timeout=120)
    assert child.returncode == 130, told
    assert f"Added {LAST} reports" in told
    assert "Stopped before the end" in told
    assert "r01x.pdf" in told
    assert held(tmp_path) == LAST
    with start(tmp_path, folder) as child:
        _, told = child.communicate(timeout=120)
    assert child.returncode == 1  # the bad file is told once more
    assert f"Added {REPORTS - LAST} reports" in told
    assert f"Already in the ledger: {LAST} reports" in told
    assert held(tmp_path) == REPORTS


def test_ctrl_c_gives_the_summary_as_json_too(tmp_path, folder):
    with start(tmp_path, folder, "--json", act=WAIT) as child:
        assert child.stdout.readline() == "now\n"
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=120)
    assert (child.returncode, json.loads(out)["reports"]) == (130, LAST)


def test_a_ledger_that_cannot_grow_is_told_after_what_was_added(tmp_path, folder):
    size = 2_000_000
    (folder / f"r{LAST:02}.txt").write_text("Rain on the hills. " * (size // 10))
    with start(tmp_path, folder, act=NO_MORE.format(size=size)) as child:
        _, told = child.communicate(timeout=120)
    assert child.returncode == 1
    assert f"Added {LAST} reports" in told
    assert "Stopped before the end" in told
    assert "Error:" in told
    assert "Nothing half-written was kept" in told
    assert "Traceback" not in told
    assert held(tmp_path) == LAST


def test_no_room_for_temporary_files_is_told_without_a_traceback(tmp_path, folder):
    Ledger.create(tmp_path / "l.db").close()
    with start(tmp_path, folder, act="raise OSError(28, 'No space left on device')", last=0) as child:
        _, told = child.communicate(timeout=120)
    assert child.returncode == 1
    assert "no room" in told
    assert "TMPDIR" in told
    assert "Traceback" not in told
    assert held(tmp_path) == 0
