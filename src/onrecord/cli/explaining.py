"""Commands that look at one thing closely: a report with its claims, and why a claim is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.asking import show_answer
from onrecord.cli.opening import opened
from onrecord.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile
from onrecord.errors import UnknownName
from onrecord.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CLAIM_ID = re.compile(r"[0-9a-fA-F]{4,16}")
ReportId = Annotated[
    str, typer.Argument(metavar="REPORT", help="A report's id, as 'onrecord claims' shows it.", show_default=False)
]
Target = Annotated[
    str, typer.Argument(metavar="KIND|RULE|CLAIM", help="A kind, a rule, or the beginning of a claim's id.", show_default=False)
]


def show(report: ReportId, ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """A report of the ledger, with the sentences that make its claims marked."""
    from onrecord.ledger import kin_of, listed
    from onrecord.views.listing import link_notes
    from onrecord.views.marked import marked_report
    from onrecord.views.withdrawn import tombstone_parts

    with opened(ledger) as book:
        about = listed(book, report=report)
        if about and about[0].tombstone:
            show_answer(about[0], tombstone_parts(about[0]), json=json)
            return
        whole = book.report(report)
        claims = [entry.claim for entry in book.claims(doc=report)]
        origin, echoes = kin_of(book, report)
    if json:
        from onrecord.views.answer_json import report_to_json

        console.print_json(report_to_json(whole, claims, about[0], origin=origin, echoes=echoes))
    else:
        terminal = console.out()
        colour = terminal.is_terminal and not terminal.no_color
        console.show(marked_report(whole, claims, colour=colour, origin=origin, echoes=echoes), *link_notes(about[0]))


def explain(target: Target, ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """Why: what a kind means, what a rule catches, or which words give each value of a claim."""
    rules = _rules()
    if target in set(Kind):
        _explain_kind(Kind(target), rules, json=json)
    elif target in rules:
        _explain_rule(target, rules, json=json)
    elif CLAIM_ID.fullmatch(target):
        _explain_claim(target, ledger, rules, json=json)
    else:
        from difflib import get_close_matches

        raise UnknownName(
            "kind, rule or claim", target, tuple(get_close_matches(target, sorted({*Kind, *rules}), n=3, cutoff=0.5))
        )


def _explain_kind(kind: Kind, rules: Mapping[str, str], *, json: bool) -> None:
    """A kind, and the rule that bears its name."""
    from onrecord.views.explained import explained_kind, explained_rule, kind_json

    name = kind.value.replace("_", "-")
    if json:
        console.print_json(kind_json(kind) | {"rule": {"name": name, "says": rules[name]} if name in rules else None})
        return
    console.show(explained_kind(kind))
    if name in rules:
        console.show(explained_rule(name, rules[name]))


def _explain_rule(name: str, rules: Mapping[str, str], *, json: bool) -> None:
    from onrecord.views.explained import explained_rule

    if json:
        console.print_json({"rule": name, "says": rules[name]})
    else:
        console.show(explained_rule(name, rules[name]))


def _explain_claim(id: str, ledger: Path, rules: Mapping[str, str], *, json: bool) -> None:
    from onrecord.ledger import echo_of, judgements_of
    from onrecord.views.answer_json import claim_to_answer
    from onrecord.views.judged import table_of_judgements
    from onrecord.views.why import explained_claim

    with opened(ledger) as book:
        entry = book.claim(id)
        text = book.report(entry.report.id).text
        echo = echo_of(book, entry)
        judged = judgements_of(book, claim=entry.claim.id)
    if json:
        console.print_json(claim_to_answer(entry, rules, text=text, echo=echo, judged=judged))
    else:
        console.show(explained_claim(entry, rules, text=text, echo=echo, width=console.width()))
        if judged:
            console.show(table_of_judgements(judged, width=console.width()))


def _rules() -> Mapping[str, str]:
    from onrecord.claims import rules_by_name

    return rules_by_name()
