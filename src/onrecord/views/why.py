"""Why is this a claim? Each value with the words that give it and how they were found, the rule, and what the confidence is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import SPECS, Claim, Echo, Entry, Span, Status, Step
from onrecord.views.confidence import Factor, factors_of
from onrecord.views.explained import explained_rule, value_grid
from onrecord.views.harmless import cut_around, harmless, one_line
from onrecord.views.marked import VALUE_STYLE, pieces
from onrecord.views.phrases import what_words
from onrecord.views.standing import echo_words
from onrecord.views.tables import STATUS_STYLES, heading
from onrecord.views.wording import UNKNOWN, quantity_words, source_words, status_words, time_words

FOUND = {
    Step.TRIGGER: "the word that makes the claim",
    Step.OWN: "stands with “{trigger}”",
    Step.OWNER: "names whose they are that stand with “{trigger}”",
    Step.APPOSITION: "set beside what stands with “{trigger}”",
    Step.CLAUSE: "from another clause, or shared with another verb",
    Step.ORDER: "by the order of the words: the parse does not tie it to “{trigger}”",
    Step.PRONOUN: "the pronoun “{through}” stands for it",
    Step.DEFINITE: "“{through}” stands for it",
    Step.LIST: "the head of the list gives it",
    Step.STORY: "no word here stands for it: said elsewhere in the report",
    Step.REPORT: "no word here stands for it: the only one in the report",
}
AROUND = 300
"""Characters of an earlier sentence that are looked at around a value."""


def explained_claim(
    entry: Entry, rules: Mapping[str, str], *, text: str | None = None, echo: Echo | None = None, width: int = 80
) -> RenderableType:
    """A claim: its sentence with the values marked, each value with the words that give it, its confidence, and the rule.

    ``text`` is the whole report, for values that stand outside the claim's sentence; ``echo`` whose text it carries.
    """
    claim = entry.claim
    grid = value_grid()
    room = width - max(len(name) for name in [*claim.args, "confidence"]) - 2
    if trigger := _cut(entry, "trigger", text):
        grid.add_row("trigger", f"“{trigger}”")
    grid.add_row("status", _status(entry, text))
    for name in SPECS[claim.kind].identifying:
        if name not in claim.args:
            grid.add_row(name, Text(f"{UNKNOWN}   not found", style="dim"))
    for name, value, words in values_of(entry, text=text):
        grid.add_row(name, _value(entry, name, value, words, text, room))
    if not claim.source:
        grid.add_row("source", Text("the report in its own voice", style="dim"))
    if claim.confidence is not None:
        grid.add_row("confidence", _confidence(claim))
    grid.add_row("report", source_words(entry.report))
    if echo is not None:
        grid.add_row("origin", echo_words(echo))
    if entry.report.title:
        grid.add_row("title", one_line(entry.report.title))
    if entry.report.url:
        grid.add_row("address", one_line(entry.report.url))
    return Group(*_head(entry), grid, *_rule(claim, rules))


def _head(entry: Entry) -> list[RenderableType]:
    claim = entry.claim
    title = heading(f"Claim {claim.id}: {claim.kind.value}")
    return [title, Text(what_words(claim), style="bold"), Text(), _sentence(entry), Text()]


def _rule(claim: Claim, rules: Mapping[str, str]) -> list[RenderableType]:
    if not claim.rule:
        return []
    says = rules.get(claim.rule)
    return [explained_rule(claim.rule, says) if says else Text(f"Rule {one_line(claim.rule)}", style="bold")]


def values_of(entry: Entry, *, text: str | None = None) -> list[tuple[str, str, str]]:
    """Each value of a claim: its name, the value, and the words of the report that give it (empty where not noted).

    Without the report's ``text``, words outside the claim's sentence are not known.
    """
    claim = entry.claim
    rows = [(name, claim.arg(name) or "") for name in SPECS[claim.kind].args if name in claim.args]
    if claim.quantity is not None:
        rows.append(("quantity", quantity_words(claim.quantity)))
    rows += [(name, time_words(time)) for name in ("time", "announced") if (time := getattr(claim, name)) is not None]
    if claim.source:
        rows.append(("source", claim.source))
    return [(name, one_line(value), _cut(entry, name, text)) for name, value in rows]


def claim_explained_json(entry: Entry, rules: Mapping[str, str], *, text: str | None = None) -> dict[str, Any]:
    """The same for programs: each value with its words and how it was found, what decided the status, and the rule."""
    claim = entry.claim
    return {
        "trigger": _cut(entry, "trigger", text) or None,
        "status": {"value": claim.status.value, "words": _cut(entry, "status", text) or None},
        "values": [_value_json(entry, row, text) for row in values_of(entry, text=text)],
        "confidence": claim.confidence,
        "factors": [
            {"name": f.name, "says": f.says, "weight": f.weight, "confidence_without": f.without} for f in factors_of(claim)
        ],
        "rule": {"name": claim.rule, "says": rules.get(claim.rule)},
    }


def _value_json(entry: Entry, row: tuple[str, str, str], text: str | None) -> dict[str, Any]:
    name, value, words = row
    origin = entry.claim.origins.get(name)
    return {
        "name": name,
        "value": value,
        "words": words or None,
        "step": origin.step.value if origin else None,
        "found": _found(entry, name, text) or None,
    }


def spans_in_words(entry: Entry) -> list[Span]:
    """Where the values stand in the entry's own words; those that stand elsewhere in the report are left out."""
    claim: Claim = entry.claim
    shift = claim.evidence.begin
    inside = [span for span in claim.spans.values() if claim.evidence.covers(span) and span.end - shift <= len(entry.words)]
    return sorted(Span(span.begin - shift, span.end - shift) for span in inside)


def _value(entry: Entry, name: str, value: str, words: str, text: str | None, room: int) -> Text:
    """A value, and below it the words and the way that it was found; of words outside the sentence, what is around them."""
    out = Text(value)
    span = entry.claim.spans.get(name)
    said = [f"“{words}”"] if words and words != value else []
    said += [found] if (found := _found(entry, name, text)) else []
    if said:
        out.append(f"\n{': '.join(said)}", style="dim")
    if name in ("time", "announced") and _lacks_year(entry.claim, name):
        out.append(
            f"\nits year follows from the report's date, {entry.report.published}, or from what stands around", style="dim"
        )
    if text is not None and span is not None and not entry.claim.evidence.covers(span):
        out.append(f"\n{_around(text, span, room)}", style="dim italic")
    return out


def _lacks_year(claim: Claim, name: str) -> bool:
    """Whether a time has a year that its own words do not give."""
    time = claim.time if name == "time" else claim.announced
    ends = [end[:4] for end in (time.start, time.end) if end] if time is not None else []
    return time is not None and any(end.isdigit() and end not in time.text for end in ends)


def _around(text: str, span: Span, room: int) -> str:
    """The words around a value that stands elsewhere in the report, on one line."""
    begin = max(text.rfind("\n", 0, span.begin) + 1, span.begin - AROUND)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + AROUND)
    return f"“{cut_around(text[begin:end], span.begin - begin, span.end - begin, room - 2)}”"


def _found(entry: Entry, name: str, text: str | None) -> str:
    """How a value was found, in words; empty where nobody noted it."""
    origin = entry.claim.origins.get(name)
    if origin is None:
        return "whose words these are" if name == "source" and name in entry.claim.spans else ""
    through = _words(entry, origin.through, text) if origin.through is not None else ""
    return FOUND[origin.step].format(trigger=_cut(entry, "trigger", text), through=through)


def _status(entry: Entry, text: str | None) -> Text:
    claim = entry.claim
    out = Text(status_words(claim.status, claim.stage), style=STATUS_STYLES[claim.status])
    words = _cut(entry, "status", text)
    if words:
        return out.append(f"\n“{words}” decides it", style="dim")
    if claim.status is Status.ACTUAL and "trigger" in claim.spans:
        out.append("\nno plan, condition, doubt or denial over the trigger", style="dim")
    return out


def _confidence(claim: Claim) -> Text:
    """The probability, and what lowers and raises it, the heaviest first."""
    said = Text.assemble((f"{claim.confidence:.2f}", "bold"), " that an analyst would record it unedited")
    factors = factors_of(claim)
    if not factors:
        return said.append("\nnothing that was looked at lowers it", style="dim")
    for factor in factors:
        said.append(f"\n{_factor(factor)}", style="dim")
    return said


def _factor(factor: Factor) -> str:
    return f"{'−' if factor.weight < 0 else '+'} {factor.says} ({factor.without:.2f} without)"


def _cut(entry: Entry, name: str, text: str | None) -> str:
    span = entry.claim.spans.get(name)
    return _words(entry, span, text) if span is not None else ""


def _words(entry: Entry, span: Span, text: str | None) -> str:
    """The words of a span on one line: from the report, or from the claim's sentence alone."""
    evidence = entry.claim.evidence
    if evidence.covers(span):
        return one_line(entry.words[span.begin - evidence.begin : span.end - evidence.begin])
    return one_line(span.cut(text)) if text is not None else ""


def _sentence(entry: Entry) -> Text:
    out = Text("“")
    for words, marked in pieces(entry.words, spans_in_words(entry), Span(0, len(entry.words))):
        out.append(harmless(words), style=VALUE_STYLE if marked else "")
    return out.append("”")
