"""Commands that ask who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import answered, show_answer
from onrecord.cli.options import DEFAULT_LEDGER, Added, AsJson, Known, LedgerFile, MinConfidence, Since, Until

Person = Annotated[str, typer.Argument(help="Whose, by name, or a part of it that only one speaker has.", show_default=False)]
About = Annotated[
    str | None,
    typer.Option(
        "--about",
        help='Words whatever their endings, "phrases" and beginnings* in the sentence.',
        metavar="TEXT",
        show_default=False,
    ),
]


def speakers(
    about: About = None,
    since: Since = None,
    until: Until = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Who is on the record: offices, how many statements and claims, in which days."""
    from onrecord.ledger import speakers as ask
    from onrecord.views.speaking import table_of_speakers

    answer, notes = answered(
        ledger, ask, about=about, since=since, until=until, known=known, added=added, min_confidence=min_confidence
    )
    show_answer(answer, table_of_speakers(answer, width=console.width()), json=json, notes=notes)


def statements(
    person: Person,
    about: About = None,
    since: Since = None,
    until: Until = None,
    known: Known = None,
    added: Added = None,
    min_confidence: MinConfidence = 0.0,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """What somebody said over time, with the words, the report and the claims that the words make."""
    from onrecord.ledger import statements as ask
    from onrecord.views.speaking import table_of_statements

    answer, notes = answered(
        ledger, ask, person, about=about, since=since, until=until, known=known, added=added, min_confidence=min_confidence
    )
    show_answer(answer, table_of_statements(answer, width=console.width()), json=json, notes=notes)
