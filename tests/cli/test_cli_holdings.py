"""The commands on sites and assistance, on a ledger of an invented valley."""

import json

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span, Time

TEXT = "Northland handed over Mill Camp to Vale on March 26. It gave Vale $5 million."
FIRST, SECOND = Span(0, 52), Span(53, len(TEXT))


@pytest.fixture
def ask(tmp_path):
    path = tmp_path / "valley.db"
    handed = Frozen(
        {"site": "Mill Camp", "place": "Green Valley", "action": "handed_over", "actor": "Northland", "recipient": "Vale"}
    )
    gift = Frozen({"donor": "Northland", "recipient": "Vale", "action": "provided"})
    site = Claim("r1", Kind.SITE, FIRST, args=handed, time=Time("on March 26", "2031-03-26", "2031-03-26"))
    aid = Claim("r1", Kind.ASSISTANCE, SECOND, args=gift, quantity=Quantity(value=5_000_000, unit="USD"))
    with Ledger.create(path) as ledger:
        ledger.add(Report("r1", TEXT, published="2031-03-27", outlet="Valley Wire"), [site, aid])
    env = {"ONRECORD_LEDGER": str(path), "NO_COLOR": "1", "COLUMNS": "80"}
    return lambda *args: CliRunner().invoke(app, args, env=env)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["sites", "--in", "Green Valley"], ["1 site", "held by Vale since 2031-03-26", "● actual: handed over by Northland"]),
        (["sites", "--site", "Mill Camp", "--on", "2031-03-01"], ["holder unknown", "nobody said since when"]),
        (["sites", "--actor", "Vale", "--known", "2031-03-26"], ["If you set filters"]),
        (["assistance", "--donor", "Northland"], ["Northland → Vale, USD", "5,000,000", "2031-03-27*"]),
        (["assistance", "--recipient", "Vale", "--until", "2030"], ["If you set filters"]),
    ],
)
def test_holdings_are_answered_in_the_terminal(ask, args, words):
    result = ask(*args)
    assert result.exit_code == 0, result.output
    for word in words:
        assert word in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_holdings_come_as_json(ask):
    sites = json.loads(ask("sites", "--json").stdout)
    assert sites["histories"][0]["holding"]["holder"] == "Vale"
    aid = json.loads(ask("assistance", "--json").stdout)
    [total] = aid["pairs"][0]["provided"]
    assert (total["lower"], total["counted"][0]["fact"]["entries"][0]["words"]) == (5_000_000, "It gave Vale $5 million.")


def test_a_name_that_nobody_bears_is_told(ask):
    result = ask("assistance", "--donor", "Narnia")
    assert result.exit_code == 2
    assert "no actor" in result.stderr
