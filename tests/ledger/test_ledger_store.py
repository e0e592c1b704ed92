"""What goes into a ledger comes out of it, once, whole, and by every filter."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import US_IN_IRAQ, claim_of, level, on, report_of, troops

from onrecord.errors import BadQuestion, InvalidDate, UnknownName
from onrecord.ledger import Filters, Ledger, check
from onrecord.ledger.schema import VERSION
from onrecord.model import (
    Claim,
    Dateline,
    Frozen,
    Kind,
    Location,
    Quantity,
    Report,
    Span,
    Stage,
    Status,
    Time,
    TimeType,
    fix_text,
)

LATER = datetime(2021, 3, 1, 12, tzinfo=UTC)


def test_a_report_comes_back_as_it_went_in(ledger):
    text = "PORT VERA (Sample Wire) — Two ships left. Two ships left."
    report = Report(
        "full", text, title="Ships", published="2020-09", outlet="Sample Wire", author="A. Writer", url="https://example.org/1",
        dateline=Dateline(Span(0, 25), "Port Vera", "Sample Wire"), repeats=(Span(42, 57),), language="en",
        path="ships.txt", corrects="older",
    )  # fmt: skip
    assert ledger.add(report, [])
    assert ledger.report("full") == report


def test_a_claim_comes_back_as_it_went_in(ledger):
    report = report_of("The council may sign a truce of 40 days with the militia if talks go on, the envoy said.")
    claim = Claim(
        report.id, Kind.AGREEMENT, Span(0, 30), Frozen({"parties": ("Council", "Militia"), "type": "ceasefire"}),
        Quantity(low=40, unit="day", approx=True), Time("in January", "XXXX-01", "XXXX-01"), Time("on Monday", "2020-09-07", "2020-09-07"),
        Status.CONDITIONAL, Stage.PROPOSED, "Envoy", "agreements.truce", Frozen({"time": Span(3, 9)}),
        Frozen({"parties.0": "onrecord:council"}), Frozen({"place": Location("town", ("Nineveh", "Iraq"), 36.3, 43.1)}), ("Radio",),
    )  # fmt: skip
    ledger.add(report, [claim])
    [entry] = ledger.claims()
    assert entry.claim == claim
    assert entry.words == claim.evidence.cut(report.text)
    assert entry.report.outlet == "Sample Wire"


@pytest.mark.parametrize(
    ("again", "taken"),
    [
        ({}, False),
        ({"title": "Another headline"}, False),
        ({"id": "copy"}, False),
        ({"id": "echo", "outlet": "Another Paper"}, True),
        ({"id": "reprint", "published": "2020-09-10"}, True),
        ({"text": "Other words."}, True),
    ],
)
def test_a_report_is_added_once_and_an_echo_is_another_report(ledger, again, taken):
    report = report_of("Two ships left.")
    assert ledger.add(report, [])
    assert ledger.add(replace(report, **again), []) is taken
    assert len(ledger.reports()) == 1 + taken


def test_another_text_under_a_known_id_is_kept_under_a_longer_one_and_its_claims_follow(ledger):
    first, second = report_of("Two ships left."), report_of("Three ships left.")
    for report in (first, second, second):
        ledger.add(report, [claim_of(report, Kind.ROLE, {"person": "Ada Example", "role": "captain"})])
    longer = f"r1~{second.hash[:8]}"
    assert {card.id for card in ledger.reports()} == {"r1", longer}
    assert ledger.report("r1") == first
    assert ledger.report(longer) == replace(second, id=longer)
    assert [entry.claim.doc for entry in ledger.claims(doc=longer)] == [longer]
    assert check(ledger) == ()


def test_of_claims_with_the_same_content_the_first_is_kept(ledger):
    report = report_of("Two ships left.")
    claim = claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(2))
    ledger.add(report, [replace(claim, rule="first"), replace(claim, rule="second")])
    assert [entry.claim.rule for entry in ledger.claims()] == ["first"]


@pytest.mark.parametrize("wrong", [{"doc": "other"}, {"evidence": Span(0, 900)}, {"spans": Frozen({"time": Span(5, 900)})}])
def test_a_claim_that_is_not_the_reports_own_is_refused_and_nothing_is_added(ledger, wrong):
    report = report_of("Two ships left.")
    claim = replace(claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(2)), **wrong)
    with pytest.raises(ValueError, match="claim"):
        ledger.add(report, [claim])
    assert ledger.reports() == []


def test_a_failure_in_the_middle_of_a_transaction_leaves_nothing(ledger, monkeypatch):
    report = report_of("Two ships left.")
    claims = [claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(n)) for n in (2, 3)]

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("onrecord.ledger.sqlite.index_words", stop)  # the last step: all rows are written by then
        with pytest.raises(KeyboardInterrupt):
            ledger.add(report, claims)
    assert (ledger.reports(), ledger.claims(), ledger.names().actors) == ([], [], ())
    assert ledger.add(report, claims)
    assert len(ledger.claims(text="ships")) == 2
    assert check(ledger) == ()


def test_the_time_of_adding_is_kept_in_utc(ledger):
    for name, added in {
        "zoned": datetime(2021, 3, 1, 1, tzinfo=timezone(timedelta(hours=3))),
        "naive": datetime(2021, 3, 1, 1),
    }.items():
        ledger.add(report_of(f"A {name} clock.", id=name), [], added=added)
    assert {card.id: card.added for card in ledger.reports()} == {
        "zoned": "2021-02-28T22:00:00+00:00",
        "naive": "2021-03-01T01:00:00+00:00",
    }


@pytest.fixture
def several(ledger):
    """Five claims, by name."""
    made = {
        "base": ("A base near Samarra was handed to the Iraqi army.", Kind.SITE,
                 {"site": "Camp Example", "place": "Samarra, Salah al-Din", "actor": "Coalition", "action": "handed_over"},
                 {"place": "geonames:98182", "place.country": "IQ", "actor": "onrecord:coalition"}, {"published": "2020-08"}),
        "level": ("Some 2,500 soldiers are in the country.", Kind.FORCE_LEVEL, US_IN_IRAQ,
                  {"actor": "iso3166:US", "place": "iso3166:IQ"}, {"quantity": troops(2500), "time": on("2021-01-15")}),
        "aid": ("Rome will give trucks to Baghdad.", Kind.ASSISTANCE, {"donor": "Italy", "recipient": "Iraq", "goods": "trucks"},
                {"recipient": "iso3166:IQ", "donor": "iso3166:IT"}, {"status": Status.PLANNED, "source": "A. Minister"}),
        "rocket": ("A rocket fell on the embassy.", Kind.ATTACK, {"target": "Embassy", "mode": "rocket"},
                   {"target.country": "US"}, {"published": None}),
        "talks": ("The two sides met in Oslo.", Kind.MEETING, {"parties": ("Norway", "Italy"), "place": "Oslo, Norway"},
                  {"parties.1": "iso3166:IT"}, {"published": "2019-05-02", "time": on("2019-05")}),
    }  # fmt: skip
    for name, (text, kind, args, ids, more) in made.items():
        report = report_of(text, id=name, published=more.pop("published", "2020-12-13"))
        ledger.add(report, [claim_of(report, kind, args, ids=ids, **more)], added=LATER)
    return ledger


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "talks base aid level rocket"),
        ({"kind": "site"}, "base"),
        ({"kind": Kind.SITE, "status": Status.PLANNED}, ""),
        ({"status": "planned"}, "aid"),
        ({"actor": "the UNITED  states"}, "level"),
        ({"actor": "iso3166:US"}, "level"),
        ({"actor": "Italy"}, "talks aid"),
        ({"actor": "iso3166:IT"}, "talks aid"),
        ({"actor": "norway"}, "talks"),
        ({"place": "Iraq"}, "base aid level"),
        ({"place": "iso3166:IQ"}, "base aid level"),
        ({"place": "Salah al-Din"}, "base"),
        ({"place": "camp example"}, "base"),
        ({"place": "geonames:98182"}, "base"),
        ({"place": "Norway"}, "talks"),
        ({"source": "a. minister"}, "aid"),
        ({"since": "2021"}, "level"),
        ({"until": "2019-05-01"}, "talks"),
        ({"since": "2019-06", "until": "2020-08"}, "base"),
        ({"known": "2020-08-30"}, "talks"),
        ({"known": "2020-08-31"}, "talks base"),
        ({"known": "2020"}, "talks base aid level"),
        ({"known": "2021-02-28"}, "talks base aid level"),
        ({"known": "2021-03"}, "talks base aid level rocket"),
        ({"known": datetime(2020, 12, 13, 8)}, "talks base aid level"),
        ({"text": "soldier"}, "level"),
        ({"text": "truck* rome"}, "aid"),
        ({"text": '"fell on the"'}, "rocket"),
        ({"text": "met", "actor": "Italy"}, "talks"),
        ({"doc": "talks"}, "talks"),
        ({"limit": 2}, "talks base"),
    ],
)  # fmt: skip
def test_each_filter_finds_its_claims(several, asked, found):
    assert [entry.report.id for entry in several.claims(**asked)] == found.split()


def test_the_hit_filter_also_takes_what_was_done_to_the_countrys_own(several):
    assert [entry.report.id for entry in several.find(Filters(actor="United States", hit=True))] == ["level", "rocket"]


@pytest.mark.parametrize(
    "typed",
    ['"unbalanced', "AND (", "NEAR(q", "a^b:c", "words:truce", "';DROP TABLE claims;--", "{x} : y"],
)
def test_no_full_text_that_a_user_types_is_an_error(several, typed):
    assert several.claims(text=typed) == []
    assert len(several.claims()) == 5


@pytest.mark.parametrize("typed", ["*", '""', "-", "\0", "(((", "“ ”"])
def test_full_text_without_a_letter_is_refused_with_a_word_on_what_to_give(several, typed):
    with pytest.raises(BadQuestion, match=r"has no letter or digit to look for\. Give words"):
        several.claims(text=typed)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"actor": "Unted States"}, r"no actor 'Unted States'\. Did you mean United States\?"),
        ({"place": "Osloo"}, r"no place 'Osloo'\. Did you mean Oslo, Norway"),
        ({"source": "Minister A"}, "no source 'Minister A'"),
        ({"actor": "%"}, "no actor '%'"),
        ({"doc": "level2"}, r"no report 'level2'\. Did you mean level"),
    ],
)
def test_an_unknown_name_brings_near_ones(several, asked, message):
    with pytest.raises(UnknownName, match=message):
        several.claims(**asked)


@pytest.mark.parametrize("asked", [{"known": "yesterday"}, {"since": "2020-13"}, {"until": "XXXX-01-15"}])
def test_a_date_that_is_none_is_said_to_be_none(several, asked):
    with pytest.raises(InvalidDate, match=next(iter(asked))):
        several.claims(**asked)


def test_a_limit_below_one_is_refused(several):
    with pytest.raises(ValueError, match="limit"):
        several.claims(limit=0)


def test_a_claim_is_found_by_the_beginning_of_its_id(several):
    wanted = several.claims(kind="site")[0]
    assert several.claim(wanted.claim.id) == wanted
    assert several.claim(wanted.claim.id[:8].upper()) == wanted
    for unclear in ("", "zz", "%", wanted.claim.id + "0"):
        with pytest.raises(UnknownName):
            several.claim(unclear)


def test_an_id_that_several_claims_begin_with_names_them(ledger):
    ids = sorted(level(ledger, f"d{n}", n, published="2020-01-01").id for n in range(1, 18))
    [(shared, count)] = Counter(id[0] for id in ids).most_common(1)  # 17 ids of 16 digits: some two begin alike
    assert count > 1
    with pytest.raises(UnknownName) as caught:
        ledger.claim(shared)
    assert set(caught.value.near) <= {id for id in ids if id[0] == shared}
    assert len(caught.value.near) >= 2


def test_names_are_those_of_participants_and_of_places(several):
    assert several.names().actors == ("Coalition", "Embassy", "Iraq", "Italy", "Norway", "United States")
    assert several.names().places == ("Camp Example", "Iraq", "Oslo, Norway", "Samarra, Salah al-Din")


def test_the_lexicon_says_what_an_alias_means(several, monkeypatch):
    from onrecord.model import Name, NameKind

    names = {"US": Name("United States", NameKind.ACTOR, "state", "iso3166:US", "US")}
    monkeypatch.setattr("onrecord.ledger.names.lexicon_name", lambda role, given: names.get(given))
    assert several.ask("actor", "US").name == "United States"
    assert [entry.report.id for entry in several.claims(actor="US")] == ["level"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actor": "US"}, "level"),
        ({"actor": "u.s."}, "level"),
        ({"place": "Republic of Iraq"}, "base aid level"),
        ({"place": "iraq"}, "base aid level"),
        ({"actor": "Norway"}, "talks"),
    ],
)
@pytest.mark.usefixtures("real_lexicon")
def test_names_are_resolved_by_the_lexicon_that_comes_along(several, asked, found):
    assert [entry.report.id for entry in several.claims(**asked)] == found.split()


def test_writers_at_the_same_time_lose_nothing_and_double_nothing(ledger):
    def write(turn: int) -> int:
        with Ledger.open(ledger.path) as mine:
            return sum(mine.add(report, [claim]) for report, claim in (made[turn:] + made[:turn]))

    texts = [report_of(f"Dispatch {number} has words.", id=f"r{number}") for number in range(12)]
    made = [(report, claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(1))) for report in texts]
    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(write, (0, 4, 8))) == 12
    assert len(ledger.claims(text="dispatch")) == 12
    assert check(ledger) == ()


ENDLESS = """
import itertools, sys
from made import US_IN_IRAQ, claim_of, report_of, troops
from onrecord.ledger import Ledger
from onrecord.model import Kind

with Ledger.open(sys.argv[1]) as ledger:
    for n in itertools.count():
        report = report_of(f"Dispatch {n} is here.", id=f"r{n}")
        ledger.add(report, [claim_of(report, Kind.FORCE_LEVEL, US_IN_IRAQ, quantity=troops(k)) for k in range(30)])
        print(report.id, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that cannot be caught")
@pytest.mark.parametrize("heard", [1, 17])
def test_what_was_added_before_a_kill_is_there_whole_and_the_rest_is_not(ledger, heard):
    ledger.close()
    command = [sys.executable, "-c", ENDLESS, str(ledger.path)]
    with subprocess.Popen(command, cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline().strip() for _ in range(heard)]
        writer.kill()
        said += writer.stdout.read().split()
    with Ledger.open(ledger.path) as again:
        kept = {card.id for card in again.reports()}
        assert kept >= set(said)
        assert len(kept) <= len(said) + 1  # one may have been kept that had no time to say so
        assert len(again.claims(text="dispatch")) == 30 * len(kept)
        assert check(again) == ()


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).map(fix_text).filter(str.strip)
SHORT = st.none() | WORDS
DATES = st.none() | st.dates().map(str) | st.sampled_from(["2020", "2020-09"])
NUMBER = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def added_things(draw):
    text = draw(WORDS)
    report = Report(draw(WORDS), text, draw(SHORT), draw(DATES), draw(SHORT), draw(SHORT), draw(SHORT), path=draw(SHORT))
    begin = draw(st.integers(0, len(text) - 1))
    span = Span(begin, draw(st.integers(begin + 1, len(text))))
    args = draw(
        st.dictionaries(
            st.sampled_from(["attacker", "target", "place"]), WORDS | st.lists(WORDS, min_size=1, max_size=3).map(tuple)
        )
    )
    quantity = draw(st.none() | st.builds(Quantity, value=NUMBER, unit=SHORT, approx=st.booleans()))
    time = draw(st.none() | st.builds(Time, WORDS, DATES, DATES, st.sampled_from(TimeType)))
    ids = draw(st.dictionaries(st.sampled_from(["target", "place", "place.country", "attacker.0"]), WORDS))
    claims = [
        Claim(report.id, Kind.ATTACK, span, Frozen(args), quantity, time, status=status, source=draw(SHORT), ids=Frozen(ids))
        for status in draw(st.sets(st.sampled_from(Status)))
    ]
    return report, claims


@given(st.lists(added_things(), max_size=4), st.dates())
@settings(max_examples=25, deadline=None)
def test_what_is_added_comes_back_once_and_what_is_known_only_grows(things, day):
    with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder) / "l.db") as ledger:
        taken = [(report, claims) for report, claims in things if ledger.add(report, claims, added=LATER)]
        assert not any(ledger.add(report, claims) for report, claims in things)
        assert {card.id for card in ledger.reports()} >= {report.id for report, _ in taken}
        assert sorted(ledger.report(card.id).hash for card in ledger.reports()) == sorted(report.hash for report, _ in taken)
        for report, claims in taken:
            stored = next(
                r
                for card in ledger.reports()
                if (r := ledger.report(card.id)).hash == report.hash and r == replace(report, id=r.id)
            )
            found = [entry.claim for entry in ledger.claims(doc=stored.id)]
            assert sorted(found, key=lambda c: c.id) == sorted((replace(c, doc=stored.id) for c in claims), key=lambda c: c.id)
        before, after = ledger.claims(known=day), ledger.claims(known=day.replace(day=28) + timedelta(days=40))
        assert [entry for entry in after if entry in before] == before
        assert check(ledger) == ()


def test_two_ledgers_open_on_one_file_see_each_other(ledger):
    with Ledger.open(ledger.path) as other, Ledger.open(ledger.path, readonly=True) as reader:
        level(ledger, "one", 10, published="2020-01-01")
        level(other, "two", 20, published="2020-01-02")
        assert [len(each.reports()) for each in (ledger, other, reader)] == [2, 2, 2]


def test_the_file_says_whose_it_is_and_keeps_a_write_ahead_log(ledger):
    with sqlite3.connect(ledger.path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (0x4F6E5263,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("SELECT value FROM onrecord_meta WHERE key = 'version'").fetchone() == (str(VERSION),)
    raw.close()
    with ledger.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragmas == {"foreign_keys": 1, "synchronous": 2, "busy_timeout": 10_000}
