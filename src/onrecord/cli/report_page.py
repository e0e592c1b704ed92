"""The questions behind the one-file report, put to the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.model import Kind, LevelPoint, Levels

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.views.page import Page

MOST_CHARTS = 4
MOST_DISPUTES = 100
MOST_FACTS = 5_000


def page_of(ledger: Ledger, *, actor: str | None, place: str | None, known: str | None, title: str | None) -> Page:
    """The answers that a report page shows."""
    from onrecord.ledger import assistance, disputes, due, sites, timeline, withdrawn_notes, without_crowds
    from onrecord.views.page import Page

    whole, (ledger, crowded) = ledger, without_crowds(ledger)
    today = datetime.now(UTC).date().isoformat()
    told = timeline(ledger, actor=actor, place=place, known=known)
    facts = told[-MOST_FACTS:]
    return Page(
        title=title or title_of(_name(ledger, "actor", actor), _name(ledger, "place", place)),
        known=known or ledger.latest() or today,
        made=today,
        about=about(whole),
        levels=tuple(series(ledger, actor=actor, place=place, known=known)),
        timeline=facts,
        promises=due(ledger, actor=actor, place=place, known=known),
        sites=tuple(fact for fact in facts if fact.claim.kind is Kind.SITE),
        assistance=tuple(fact for fact in facts if fact.claim.kind is Kind.ASSISTANCE),
        held=tuple(one for one in sites(ledger, place=place, actor=actor, known=known).histories if one.named),
        totals=assistance(ledger, donor=actor, place=place, known=known),
        disputes=disputes(ledger, actor=actor, place=place, known=known)[:MOST_DISPUTES],
        notes=(*crowded, *_cut_words(len(told)), *_undated(whole), *withdrawn_notes(whole, known=known)),
    )


def _cut_words(facts: int) -> Iterator[str]:
    """What the timeline leaves out of a great ledger."""
    if facts > MOST_FACTS:
        yield (
            f"The timeline shows the latest {MOST_FACTS:,} of {facts:,} facts. Ask with --actor, --in or --known for others; "
            "onrecord timeline and onrecord export have all."
        )


def title_of(actor: str | None, place: str | None) -> str:
    """A title for a page that was given none.

    >>> title_of("NATO", "Iraq"), title_of(None, "Iraq"), title_of(None, None)
    ('NATO in Iraq', 'On record: Iraq', 'On record')
    """
    if actor and place:
        return f"{actor} in {place}"
    return f"On record: {actor or place}" if actor or place else "On record"


def _name(ledger: Ledger, role: str, given: str | None) -> str | None:
    return ledger.ask(role, given).name if given else None


def about(ledger: Ledger) -> str:
    """How many reports stand behind the page."""
    count = len(ledger.reports())
    return f"What {count:,} report{'' if count == 1 else 's'} in this ledger {'says' if count == 1 else 'say'}."


def series(ledger: Ledger, *, actor: str | None, place: str | None, known: str | None) -> list[Levels]:
    """The level series to draw: the one that is asked for, or those of which most is stated."""
    from onrecord.ledger import levels

    if actor and place:
        return [levels(ledger, actor, place=place, known=known)]
    entries = ledger.claims(kind=Kind.FORCE_LEVEL, actor=actor, place=place, known=known)
    entries += ledger.claims(kind=Kind.FORCE_CHANGE, actor=actor, place=place, known=known)
    pairs = Counter(
        (who, where) for entry in entries if (who := entry.claim.arg("actor")) and (where := entry.claim.arg("place"))
    )
    found = [levels(ledger, who, place=where, known=known) for (who, where), _ in pairs.most_common(3 * MOST_CHARTS)]
    told: dict[frozenset[LevelPoint], Levels] = {}
    for answer in found:
        if answer.points:
            told.setdefault(frozenset(answer.points), answer)  # "northern Syria" may be asked as Syria: the same series once
    return sorted(told.values(), key=lambda answer: -len(answer.points))[:MOST_CHARTS]


def _undated(ledger: Ledger) -> list[str]:
    undated = [card.id for card in ledger.reports() if card.published is None]
    if not undated:
        return []
    return [
        f"Reports without a date of publication count from the day they were added to the ledger: {', '.join(undated[:10])}."
    ]
