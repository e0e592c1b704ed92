"""Whom a report credits: the agency whose copy it carries, and the lines that say so, which are no part of the news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.ledger.keys import fold
from onrecord.lexicon.agencies import agency_named
from onrecord.lexicon.words import phrases
from onrecord.model import Report, Span

LINE = re.compile(r"\S[^\n]*")
NEAR_EDGE = 3
"""Lines at either end of a text in which a credit stands alone."""
LONGEST = 160
"""Characters of the longest line that is taken for a credit or for boilerplate."""

NAME = r"(?P<name>[^\W\d_][\w.'’&/ -]{1,50}?)"
CREDITS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:by|from|source|sources|credit|via)\b[: ]\s*(?:[^,;|\n]{{1,60}}[,;|]\s*)?{NAME}[.)]?",
        rf"\({NAME}\)\.?",
        rf"(?:[—–―]|--?)\s*{NAME}\.?",
        rf"(?:\(|—\s*)?(?:with\s+)?(?:additional\s+|further\s+)?(?:reporting|material|files|inputs?|copy)\s+(?:by|from)\s+{NAME}[.)]*",
        rf"{NAME}\s+(?:also\s+)?contributed to this (?:report|story|article)\.?",
        NAME,
    )
)
TRAILING = re.compile(rf"(?:\s[—–―]|\s--?|\s\()\s*{NAME}\)?\.?$")
"""An agency named at the end of the last paragraph: "… on Monday. — AP"."""
OPENING = re.compile(rf"\s*\({NAME}\)\s*(?:[—–―]|--?)\s")
"""An agency in place of a dateline: "(Reuters) - The last convoy left."."""
WITHIN_BYLINE = re.compile(r"\s*(?:[,;|/·]|\bin\b|\bfor\b|\band\b|\bwith\b|^by\b|\(|\))\s*", re.IGNORECASE)


def credits_of(report: Report) -> frozenset[str]:
    """The keys of those whose copy the report says that it carries, by dateline, byline or a line of credit; never its own outlet.

    >>> sorted(credits_of(Report("a", "ERBIL (Sample Wire) — The last convoy left.\\n\\n(AFP)", dateline=None)))
    ['agence france-presse']
    """
    found = set(_known(_edges(report)))
    if report.dateline and report.dateline.agency:
        found.add(name_key(report.dateline.agency))
    elif opening := opening_credit(report.text):
        found.add(name_key(opening))
    for part in WITHIN_BYLINE.split(report.author or ""):
        if agency := agency_named(part):
            found.add(fold(agency))
    return frozenset(found - {outlet_key(report.outlet)})


def opening_credit(text: str) -> str | None:
    """The agency that a text without a dateline credits before its first word.

    >>> opening_credit("(Reuters) - The last convoy left."), opening_credit("(Abridged) - The last convoy left.")
    ('Reuters', None)
    """
    found = OPENING.match(text[:LONGEST])
    return agency_named(found["name"]) if found else None


def outlet_key(outlet: str | None) -> str | None:
    """An outlet as credits are compared with it: the agency that it is, else its name without what stands in brackets.

    >>> outlet_key("Reuters"), outlet_key("Sample Wire (sample)"), outlet_key(None)
    ('reuters', 'sample wire', None)
    """
    return name_key(outlet) if outlet else None


def name_key(words: str) -> str:
    """The key of an agency or outlet."""
    bare = words.split(" (", maxsplit=1)[0]
    return fold(agency_named(bare) or bare)


def news_of(report: Report) -> str:
    """The text without dateline, lines of credit, boilerplate, and passages that stand in it twice."""
    line = report.dateline
    left_out = [*report.repeats, *([line.span] if line else []), *_noise(report)]
    return _without(report.text, left_out)


def _edges(report: Report) -> Iterator[str]:
    lines = [line.strip() for line in LINE.findall(report.text)]
    yield from (line for line in lines[:NEAR_EDGE] + lines[-NEAR_EDGE:] if len(line) <= LONGEST)
    if lines and (tail := TRAILING.search(lines[-1][-LONGEST:])):
        yield f"({tail['name']})"


def _known(lines: Iterable[str]) -> Iterator[str]:
    """The agencies that lines of credit name: a line that merely holds one is none."""
    for line in lines:
        for form in CREDITS:
            said = form.fullmatch(line)
            if said and (agency := agency_named(said["name"])):
                yield fold(agency)


def _noise(report: Report) -> Iterator[Span]:
    """Short lines that are boilerplate or name an agency and nothing else."""
    noise = phrases("credits", "boilerplate")
    for line in LINE.finditer(report.text):
        words = line.group().strip()
        if len(words) > LONGEST:
            continue
        folded = words.casefold()
        if any(phrase in folded for phrase in noise) or any(_known([words])):
            yield Span(line.start(), line.end())


def _without(text: str, spans: Iterable[Span]) -> str:
    parts, at = [], 0
    for span in sorted(spans):
        if span.begin > at:
            parts.append(text[at : span.begin])
        at = max(at, span.end)
    return " ".join([*parts, text[at:]])
