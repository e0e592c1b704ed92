"""A fact says on how many origins it rests: the same text, the same agency and the same speaker are one."""

from __future__ import annotations

import pytest
from made import troops

from onrecord.ledger import facts_of
from onrecord.ledger.origins import origins_of
from onrecord.model import Claim, Entry, Frozen, Kind, ReportCard, Span, Tie

PLAIN = "The alliance keeps 900 soldiers at Camp Redoubt in the north."
EDITED = "The alliance still keeps some 900 soldiers at Camp Redoubt."
OTHERWISE = "At Redoubt, according to figures seen by this newspaper, the force stood at 900."
ALLIES = Frozen({"actor": "Alliance", "place": "Camp Redoubt"})


def entry(
    id,
    words=PLAIN,
    *,
    day=4,
    outlet=None,
    origin=None,
    source=None,
    kind=Kind.FORCE_LEVEL,
    content=None,
    number=900,
    agency=None,
):
    args = ALLIES if kind is Kind.FORCE_LEVEL else Frozen({"speaker": source, "content": content})
    claim = Claim(
        id,
        kind,
        Span(0, len(words)),
        args=args,
        quantity=troops(number) if kind is Kind.FORCE_LEVEL else None,
        source=source if kind is Kind.FORCE_LEVEL else None,
    )
    published = f"2031-03-{day:02}" if day else None
    card = ReportCard(id, None, published, outlet or f"Outlet {id}", None, "2031-06-01", origin, agency)
    return Entry(claim, card, words)


def told(*entries):
    return [([one.report.id for one in group.entries], [tie.value for tie in group.ties]) for group in origins_of(entries)]


@pytest.mark.parametrize(
    ("one", "other", "ties"),
    [
        (entry("a"), entry("b", origin="a", day=5), ["same text"]),
        (entry("a"), entry("b", EDITED, origin="a", day=5), ["same text"]),
        (entry("a"), entry("b", day=5), ["same text"]),
        (entry("a", source="Reuters"), entry("b", OTHERWISE, source="Reuters"), ["agency"]),
        (entry("a", outlet="Reuters"), entry("b", OTHERWISE, source="Reuters"), ["agency"]),
        (entry("a", agency="Reuters"), entry("b", OTHERWISE, agency="Reuters"), ["agency"]),
        (entry("a", agency="Hill Press"), entry("b", OTHERWISE, outlet="Hill Press"), ["agency"]),
        (entry("a", outlet="Dale Post"), entry("b", OTHERWISE, outlet="Dale Post", day=25), ["same outlet"]),
        (entry("a", source="Ellen Corrigan"), entry("b", EDITED, source="Corrigan", day=5), ["same speaker"]),
        (entry("a", origin="z"), entry("b", EDITED, origin="z"), ["same text"]),
    ],
)
def test_two_reports_are_one_origin(one, other, ties):
    assert told(one, other) == [(["a", "b"], ties)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("a"), entry("b", OTHERWISE)),
        (entry("a"), entry("b", EDITED)),
        (entry("a"), entry("b", OTHERWISE, origin="a", day=5)),  # own reporting added to copy
        (entry("a"), entry("b", day=25)),
        (entry("a", "There are 900."), entry("b", "There are 900.")),
        (entry("a", source="Reuters"), entry("b", OTHERWISE, source="AFP")),
        (entry("a", agency="Reuters"), entry("b", OTHERWISE, agency="AFP")),
        (
            entry("a", outlet="Dale Post", source="Ann Holm"),
            entry("b", OTHERWISE, outlet="Dale Post", source="Interior Ministry"),
        ),
        (entry("a", source="Reuters", day=1), entry("b", OTHERWISE, source="Reuters", day=20)),
        (entry("a", source="Ellen Corrigan"), entry("b", OTHERWISE, source="Ellen Corrigan")),
        (entry("a", source="Ellen Corrigan"), entry("b", EDITED, source="Ann Holm")),
        (entry("a", source="Ellen Corrigan", day=1), entry("b", EDITED, source="Ellen Corrigan", day=20)),
        (entry("a", source="Defence Ministry"), entry("b", EDITED, source="Interior Ministry")),
    ],
)
def test_two_reports_stay_two_origins(one, other):
    assert told(one, other) == [(["a"], []), (["b"], [])]


def test_the_same_quoted_words_of_a_speaker_are_one_origin_however_they_are_led_in():
    said = {"kind": Kind.STATEMENT, "source": "Ellen Corrigan", "content": "we leave when the job is done and not a day before"}
    one = entry("a", f"“{said['content']},” Ellen Corrigan told four hundred guests at the harbour fair.", **said)
    other = entry("b", f"On the steps of the court Ellen Corrigan was plain: “{said['content']}.”", **said)
    assert told(one, other) == [(["a", "b"], ["same speaker"])]


def test_ties_carry_over_so_that_seven_reports_may_be_two_origins():
    entries = [
        entry("a"), entry("b", origin="a", day=5), entry("c", EDITED, origin="a", day=5), entry("d", EDITED, origin="a", day=6),
        entry("e", OTHERWISE, source="Reuters"), entry("f", outlet="Reuters", words="Reuters: 900 there."), entry("g", outlet="Outlet f", day=6),
    ]  # fmt: skip
    assert told(*entries) == [(["a", "b", "c", "d", "g"], ["same text"]), (["e", "f"], ["agency"])]


def test_two_claims_of_one_report_are_one_origin_that_nothing_ties():
    assert told(entry("a"), entry("a", OTHERWISE)) == [(["a", "a"], [])]


def test_a_fact_has_its_origins_and_names_the_report_whose_text_it_is_first():
    [fact] = facts_of([entry("b", origin="z", day=4), entry("z", day=4), entry("y", OTHERWISE, day=6)])
    assert (len(fact.reports), len(fact.outlets), len(fact.origin_groups)) == (3, 3, 2)
    assert [[card.id for card in group.reports] for group in fact.origin_groups] == [["z", "b"], ["y"]]
    assert fact.origin_groups[0].ties == (Tie.TEXT,)


def test_hundreds_of_copies_are_one_origin():
    entries = [
        entry(f"r{n:03}", PLAIN if n % 2 else f"{PLAIN[:-1]}, page {n} said.", origin="r000" if n else None) for n in range(400)
    ]
    assert len(origins_of(entries)) == 1
