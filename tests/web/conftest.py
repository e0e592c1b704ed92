"""The demo ledger behind its pages, and a ledger of hostile reports behind theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from evals.browser import browsing, serving, why_none
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord.cli import app as commands
from onrecord.ledger import Ledger
from onrecord.pipeline.demo import add_samples, demo_run
from web.clients import client_of
from web.hostile import write_hostile
from web.looking import Look


@dataclass(frozen=True)
class Demo:
    """The demo ledger: its file, and a client in front of it."""

    path: Path
    client: TestClient

    def page(self, address: str) -> str:
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.text[-2000:])
        return answer.text

    def json(self, address: str) -> Any:
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.text[:500])
        return answer.json()

    def command(self, *args: str) -> Any:
        """What a command prints as JSON."""
        import json

        done = CliRunner().invoke(commands, [*args, "--ledger", str(self.path), "--json"])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    def claims(self) -> list[Any]:
        """All claims of the ledger."""
        with Ledger.open(self.path, readonly=True) as book:
            return [entry.claim for entry in book.claims()]

    def claim(self, kind: str = "force_level") -> Any:
        with Ledger.open(self.path, readonly=True) as book:
            return book.claims(kind=kind)[0]


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("web") / "demo.db"
    with Ledger.create(path) as made:
        for _ in add_samples(made, demo_run()):
            pass
    return Demo(path, client_of(path))


@pytest.fixture(scope="session")
def browser():
    if why := why_none():
        pytest.skip(why)
    with browsing() as found:
        yield found


@pytest.fixture(scope="session")
def base(demo):
    with serving(demo.path) as address:
        yield address


@pytest.fixture
def look(browser, base):
    """A tab before the demo ledger, of the width of a desk and in daylight."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield Look(context.new_page(), base)
    context.close()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    return write_hostile(tmp_path_factory.mktemp("hostile"))
