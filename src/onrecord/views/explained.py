"""Why? A kind, a rule or a claim explained: what it says, and the words that each value comes from."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.model import SPECS, Claim, Entry, Kind, Span
from onrecord.views.harmless import harmless, one_line
from onrecord.views.marked import VALUE_STYLE, pieces
from onrecord.views.phrases import what_words
from onrecord.views.tables import STATUS_STYLES, heading
from onrecord.views.wording import quantity_words, source_words, status_words, time_words


def explained_kind(kind: Kind) -> RenderableType:
    """What a claim of this kind says, and what it may hold."""
    spec = SPECS[kind]
    grid = _grid()
    grid.add_row("identified by", ", ".join(spec.identifying))
    grid.add_row("may also have", ", ".join(spec.further) or "nothing more")
    for name, values in spec.values:
        grid.add_row(name, f"one of {', '.join(values)}")
    grid.add_row("quantity", spec.quantity or "none")
    return Group(heading(f"{kind.value}: {spec.says}"), grid)


def explained_rule(name: str, words: str) -> RenderableType:
    """What a rule catches, in its own words."""
    return Group(heading(f"Rule {name}"), Text(harmless(cleandoc(words))))


def explained_claim(entry: Entry, rules: Mapping[str, str]) -> RenderableType:
    """A claim: its sentence with the values marked, each value with the words that give it, and the rule."""
    claim = entry.claim
    grid = _grid()
    grid.add_row("status", Text(status_words(claim.status, claim.stage), style=STATUS_STYLES[claim.status]))
    for name, value, words in values_of(entry):
        grid.add_row(name, Text(value).append(f"   from “{one_line(words)}”" if words else "", style="dim"))
    grid.add_row("report", source_words(entry.report))
    if entry.report.title:
        grid.add_row("title", one_line(entry.report.title))
    if entry.report.url:
        grid.add_row("address", one_line(entry.report.url))
    parts: list[RenderableType] = [
        heading(f"Claim {claim.id}: {claim.kind.value}"),
        Text(what_words(claim), style="bold"),
        Text(),
    ]
    parts += [_sentence(entry), Text(), grid]
    if claim.rule:
        says = rules.get(claim.rule)
        parts.append(explained_rule(claim.rule, says) if says else Text(f"Rule {one_line(claim.rule)}", style="bold"))
    return Group(*parts)


def values_of(entry: Entry) -> list[tuple[str, str, str]]:
    """Each value of a claim: its name, the value, and the words of the report that give it (empty where not noted)."""
    claim = entry.claim
    rows = [(name, claim.arg(name) or "") for name in SPECS[claim.kind].args if name in claim.args]
    if claim.quantity is not None:
        rows.append(("quantity", quantity_words(claim.quantity)))
    rows += [(name, time_words(time)) for name in ("time", "announced") if (time := getattr(claim, name)) is not None]
    if claim.source:
        rows.append(("source", claim.source))
    return [(name, one_line(value), _words_of(entry, name)) for name, value in rows]


def claim_explained_json(entry: Entry, rules: Mapping[str, str]) -> dict[str, Any]:
    """The same for programs: each value with its words, and what the rule says."""
    return {
        "values": [{"name": name, "value": value, "words": words or None} for name, value, words in values_of(entry)],
        "rule": {"name": entry.claim.rule, "says": rules.get(entry.claim.rule)},
    }


def kind_json(kind: Kind) -> dict[str, Any]:
    """The vocabulary of one kind for programs."""
    spec = SPECS[kind]
    return {
        "kind": kind.value,
        "says": spec.says,
        "identifying": list(spec.identifying),
        "further": list(spec.further),
        "values": {name: list(values) for name, values in spec.values},
        "quantity": spec.quantity or None,
    }


def spans_in_words(entry: Entry) -> list[Span]:
    """Where the values stand in the entry's own words; those that stand elsewhere in the report are left out."""
    claim: Claim = entry.claim
    shift = claim.evidence.begin
    inside = [span for span in claim.spans.values() if claim.evidence.covers(span) and span.end - shift <= len(entry.words)]
    return sorted(Span(span.begin - shift, span.end - shift) for span in inside)


def _words_of(entry: Entry, name: str) -> str:
    span = entry.claim.spans.get(name)
    evidence = entry.claim.evidence
    if span is None or not evidence.covers(span):
        return ""
    return entry.words[span.begin - evidence.begin : span.end - evidence.begin]


def _sentence(entry: Entry) -> Text:
    out = Text("“")
    for words, marked in pieces(entry.words, spans_in_words(entry), Span(0, len(entry.words))):
        out.append(harmless(words), style=VALUE_STYLE if marked else "")
    return out.append("”")


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid
