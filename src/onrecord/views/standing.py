"""On how much a fact rests, in words: reports, outlets, origins, and which reports are one origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Echo, Fact, OriginGroup, ReportCard
from onrecord.views.harmless import one_line
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


def family_words(origin: ReportCard | None, echoes: Iterable[ReportCard] = ()) -> Iterator[str]:
    """Whose text a report carries, and who carries its own.

    >>> list(family_words(ReportCard("a", outlet="Sample Wire", published="2020-09-09")))
    ['An echo: it carries the text of a (Sample Wire, 2020-09-09).']
    """
    if origin is not None:
        yield one_line(f"An echo: it carries the text of {origin.id} ({source_words(origin)}).")
    if carried := "; ".join(f"{card.id} ({source_words(card)})" for card in echoes):
        yield one_line(f"Its text is carried by {carried}.")


def echo_words(echo: Echo) -> str:
    """Whether a claim is an echo, and of which report.

    >>> card = ReportCard("a", outlet="Sample Wire", published="2020-09-09")
    >>> echo_words(Echo(card, True)), echo_words(Echo(card, False))
    ('an echo of a (Sample Wire, 2020-09-09)', 'its own: the report carries the text of a (Sample Wire, 2020-09-09), where this does not stand')
    """
    where = f"{echo.origin.id} ({source_words(echo.origin)})"
    if echo.said_there is None:
        return one_line(f"not known: the report carries the text of {where}, whose words are gone")
    return one_line(
        f"an echo of {where}"
        if echo.said_there
        else f"its own: the report carries the text of {where}, where this does not stand"
    )
