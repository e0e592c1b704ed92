"""Commands that ask who holds what, and who gave what to whom."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import answered, show_answer
from onrecord.cli.options import DEFAULT_LEDGER, Actor, Added, AsJson, Known, LedgerFile, MinConfidence, On, Place, Since, Until

SiteName = Annotated[
    str | None, typer.Option("--site", help="Only this site, by any of its names.", metavar="NAME", show_default=False)
]
Donor = Annotated[
    str | None, typer.Option("--donor", help="Only what this party gives, or its ministries and forces do.", show_default=False)
]
Recipient = Annotated[
    str | None,
    typer.Option("--recipient", help="Only what this party gets, or its ministries and forces do.", show_default=False),
]


def sites(
    place: Place = None,
    actor: Actor = None,
    on: On = None,
    known: Known = None,
    added: Added = None,
    site: SiteName = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Who holds which base, post or embassy on a day, and when each was opened, vacated, handed over, closed or seized."""
    from onrecord.ledger import sites as ask
    from onrecord.views.holdings import table_of_sites

    answer, notes = answered(
        ledger, ask, place=place, actor=actor, site=site, on=on, known=known, added=added, min_confidence=min_confidence
    )
    show_answer(answer, table_of_sites(answer, width=console.width()), json=json, notes=notes)


def assistance(
    donor: Donor = None,
    recipient: Recipient = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Who pledged and gave how much to whom: totals of what is certainly distinct, by unit and period, and what was not added."""
    from onrecord.ledger import assistance as ask
    from onrecord.views.aid import table_of_assistance

    answer, notes = answered(
        ledger,
        ask,
        donor=donor,
        recipient=recipient,
        place=place,
        since=since,
        until=until,
        known=known,
        added=added,
        min_confidence=min_confidence,
    )
    show_answer(answer, table_of_assistance(answer, width=console.width()), json=json, notes=notes)
