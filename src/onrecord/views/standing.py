"""On how much a fact rests, in words: reports, outlets, origins, and which reports are one origin."""

from __future__ import annotations

from onrecord.model import Fact, OriginGroup
from onrecord.views.wording import source_words


def standing_words(fact: Fact) -> str:
    """On how much a fact rests; empty where one report says it.

    >>> from onrecord.model import Claim, Entry, Kind, ReportCard, Span
    >>> entries = [Entry(Claim(id, Kind.ATTACK, Span(0, 9)), ReportCard(id, outlet=id), "…") for id in ("a", "b")]
    >>> standing_words(Fact(tuple(entries))), standing_words(Fact((entries[0],)))
    ('2 reports, 2 outlets, 2 origins', '')
    """
    if len(fact.reports) == 1:
        return ""
    counts = {"report": len(fact.reports), "outlet": len(fact.outlets), "origin": len(fact.origin_groups)}
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for noun, number in counts.items())


def origin_words(group: OriginGroup) -> str:
    """Which reports are one origin: the one whose words they are, and the others by what ties them to it.

    >>> from onrecord.model import Claim, Entry, Kind, ReportCard, Span, Tie
    >>> cards = (ReportCard("a", outlet="Sample Wire", published="2020-09-09"), ReportCard("b", outlet="Desk", published="2020-09-10"))
    >>> entries = tuple(Entry(Claim(card.id, Kind.ATTACK, Span(0, 9)), card, "…") for card in cards)
    >>> origin_words(OriginGroup(entries, (Tie.TEXT,)))
    'Sample Wire, 2020-09-09 (same text: Desk, 2020-09-10)'
    """
    first, *others = (source_words(card) for card in group.reports)
    return f"{first} ({', '.join(group.ties) or 'one origin'}: {'; '.join(others)})" if others else first
