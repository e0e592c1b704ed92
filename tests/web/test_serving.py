"""``onrecord serve``: what it says, whom it lets in, and what is in its way."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request

from typer.testing import CliRunner

from onrecord.cli import app


def test_it_serves_on_this_machine_until_it_is_stopped(demo):
    command = [sys.executable, "-m", "onrecord", "serve", str(demo.path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        said = running.stderr.readline()
        found = re.search(r"open at (http://127\.0\.0\.1:\d+/)", said)
        assert found, said
        with urllib.request.urlopen(found[1], timeout=30) as answer:
            assert "What is on record" in answer.read().decode()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) in (0, -signal.SIGINT, 130)


def test_a_port_that_is_taken_is_told(demo):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = CliRunner().invoke(app, ["serve", str(demo.path), "--port", str(taken.getsockname()[1])])
    assert done.exit_code == 2
    assert "another program listens there" in re.sub(r"[│\s]+", " ", done.output)


def test_a_ledger_that_is_not_there_is_told(tmp_path):
    done = CliRunner().invoke(app, ["serve", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "none.db" in done.output
