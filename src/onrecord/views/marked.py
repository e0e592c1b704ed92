"""A report with its claims marked: ``[n]`` after each sentence that makes some, and a list below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.model import Claim, Report, ReportCard, Span
from onrecord.views.harmless import harmless, one_line
from onrecord.views.phrases import what_words
from onrecord.views.standing import family_words
from onrecord.views.tables import STATUS_STYLES, counted, heading
from onrecord.views.wording import UNKNOWN, quantity_words, status_words, time_words

SENTENCE_STYLE = "cyan"
VALUE_STYLE = "bold underline"


def marked_report(
    report: Report,
    claims: Sequence[Claim],
    *,
    colour: bool = True,
    origin: ReportCard | None = None,
    echoes: Sequence[ReportCard] = (),
) -> RenderableType:
    """The text of a report with the sentences and values of its claims marked, and the claims listed.

    Without ``colour`` plain brackets stand around each sentence that makes a claim. ``origin`` is the report whose text it carries,
    ``echoes`` are those that carry its own.
    """
    numbered = sorted(claims, key=lambda claim: (claim.evidence, claim.kind))
    head = f"{report.title or report.id}"
    where = f"{report.outlet or UNKNOWN}, {report.published or 'undated'}, id {report.id}"
    told = [Text(words, style="yellow") for words in family_words(origin, echoes)]
    parts = [heading(head), Text(one_line(where), style="dim"), *told, Text(), _text(report.text, numbered, colour=colour)]
    if not numbered:
        why = (
            ""
            if report.is_english
            else f" It is not in English ({one_line(report.language)}): such reports are kept, and make no claims yet."
        )
        return Group(*parts, Text(), Text("No claims were read from this report." + why, style="yellow"))
    listed = [_listed(number, claim) for number, claim in enumerate(numbered, 1)]
    return Group(*parts, heading(counted(len(numbered), "claim"), minor=True), *listed)


def pieces(text: str, inner: Sequence[Span], within: Span) -> list[tuple[str, bool]]:
    """The words of ``within`` in order, each piece with whether one of ``inner`` covers it.

    >>> pieces("about 40 rockets fell", [Span(6, 8), Span(6, 16)], Span(0, 21))
    [('about ', False), ('40 rockets', True), (' fell', False)]
    """
    out: list[tuple[str, bool]] = []
    at = within.begin
    for span in sorted(span for span in inner if within.covers(span)):
        if span.begin > at:
            out.append((text[at : span.begin], False))
        if span.end > at:
            start = max(at, span.begin)
            joins = bool(out) and out[-1][1] and start == at
            words = text[start : span.end]
            if joins:
                out[-1] = (out[-1][0] + words, True)
            else:
                out.append((words, True))
            at = span.end
    if at < within.end:
        out.append((text[at : within.end], False))
    return out


def _text(text: str, claims: Sequence[Claim], *, colour: bool) -> Text:
    out = Text()
    at = 0
    for sentence, numbers in sentences_of(text, claims):
        out.append(harmless(text[at : sentence.begin]))
        values = [span for number in numbers for span in claims[number - 1].spans.values()]
        if not colour:
            out.append("[")
        for words, marked in pieces(text, values, sentence):
            out.append(harmless(words), style=f"{VALUE_STYLE} {SENTENCE_STYLE}" if marked else SENTENCE_STYLE)
        out.append("" if colour else "]")
        out.append("".join(f"[{number}]" for number in numbers), style="bold yellow")
        at = sentence.end
    out.append(harmless(text[at:]))
    return out


def sentences_of(text: str, claims: Sequence[Claim]) -> list[tuple[Span, list[int]]]:
    """The evidence spans of claims in order, overlapping ones joined, each with the numbers of its claims, counted from 1."""
    return joined_spans((claim.evidence for claim in claims), len(text))


def joined_spans(spans: Iterable[Span], length: int) -> list[tuple[Span, list[int]]]:
    """The spans in order that begin in a text of this length, overlapping ones joined, each with the numbers of its own, from 1."""
    out: list[tuple[Span, list[int]]] = []
    for number, span in enumerate(spans, 1):
        if span.begin >= length:
            continue
        if out and out[-1][0].overlaps(span):
            joined, numbers = out[-1]
            numbers.append(number)
            out[-1] = (joined.join(span), numbers)
        else:
            out.append((span, [number]))
    return out


def _listed(number: int, claim: Claim) -> Text:
    line = Text.assemble(
        (f"[{number}] ", "bold yellow"), (status_words(claim.status, claim.stage), STATUS_STYLES[claim.status])
    )
    line.append(f" {claim.kind.value}: ", style="bold")
    line.append(what_words(claim))
    if claim.quantity is not None:
        line.append(f" · {quantity_words(claim.quantity)}")
    if claim.time is not None:
        line.append(f" · {time_words(claim.time)}")
    if claim.source:
        line.append(f" · says {one_line(claim.source)}")
    line.append(f"  {claim.id[:8]}", style="dim")
    return line
