"""Attributions that the layout makes: headlines with a colon, transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.finders.attributions.drafts import Draft
from onrecord.finders.attributions.people import ROLES, BODIES
from onrecord.finders.attributions.quotations import Quotes
from onrecord.model import Span

LINE = re.compile(r"[^\n]+")
TURN = re.compile(r"\s*((?:[A-Z][A-Z.'’\-]*[.,]? ?){1,6}(?:\([^)\n]{1,60}\) ?)?|Q|A):\s+(?=\S)")
MAX_NAME = 90
MAX_HEADLINE = 160
NO_SPEAKERS = frozenset("update breaking exclusive watch video photo photos note editor analysis opinion factbox explainer correction related".split())


def layout_drafts(text: str, drafts: Sequence[Draft], quotes: Quotes) -> Iterator[Draft]:
    """Headlines ("Rockets hit base: ministry", "Ministry: rockets hit base") and the turns of a transcript ("COL. HADDAD: …")."""
    known = {_last_word(span.cut(text)) for draft in drafts for span in draft.source}
    taken = sorted((draft.extent for draft in drafts if not draft.nested))
    turn: Draft | None = None
    for number, line in enumerate(LINE.finditer(text)):
        span = _trimmed(text, line.start(), line.end())
        if span is None:
            continue
        opened = TURN.match(text, span.begin, min(span.end, span.begin + MAX_NAME))
        if opened and (opened.group(1).isupper() and not _is_label(opened.group(1))):
            turn = _turn(opened, span)
            yield turn
        elif turn is not None and number:
            turn = None
        elif len(span) <= MAX_HEADLINE and not any(True for _ in ()):
            yield from _headline(text, span, known, taken)


def _turn(opened: re.Match[str], line: Span) -> Draft:
    source = Span(opened.start(1), opened.start(1) + len(opened.group(1).rstrip()))
    colon = text_colon(opened)
    return Draft(Span(colon, colon + 1), [Span(opened.end(), line.end)], [source], "said", "transcript")


def text_colon(opened: re.Match[str]) -> int:
    """Where the colon of a turn stands."""
    return opened.start(1) + len(opened.group(1))


def _headline(text: str, line: Span, known: set[str], taken: list[Span]) -> Iterator[Draft]:
    """A line that is no sentence, with the speaker before or behind a colon."""
    words = line.cut(text)
    first, last = words.find(": "), words.rfind(": ")
    if first < 0:
        return
    tail = Span(line.begin + last + 2, line.end)
    head = Span(line.begin, line.begin + first)
    if not re.search(r"[.!?\"”]$", words) and last > 0 and _names_speaker(tail.cut(text), known, strict=True):
        yield Draft(Span(line.begin + last, line.begin + last + 1), [Span(line.begin, line.begin + last)], [tail], "said", "headline")
    elif first > 0 and _names_speaker(head.cut(text), known, strict=False) and not any(span.overlaps(head) for span in taken[:40]):
        content = Span(line.begin + first + 2, line.end)
        yield Draft(Span(line.begin + first, line.begin + first + 1), [content], [head], "said", "headline")


def _names_speaker(words: str, known: set[str], *, strict: bool) -> bool:
    """Whether a few words name somebody who speaks: an office, a body, or a name that speaks elsewhere in the report."""
    parts = [part.strip(".,'’\"“”‘()") for part in words.split()]
    parts = [part for part in parts if part]
    if not parts or len(parts) > 8 or parts[0].casefold() in NO_SPEAKERS:
        return False
    heads = {part.casefold() for part in parts}
    if strict and any(part in heads for part in ("said", "says", "is", "are", "was")):
        return False
    return bool(heads & (ROLES | BODIES)) or (_last_word(words) in known and parts[-1][:1].isupper() and len(parts) <= 4)


def _is_label(words: str) -> bool:
    return words.strip().casefold() in NO_SPEAKERS


def _last_word(words: str) -> str:
    parts = re.findall(r"\w[\w'’-]*", words)
    return re.sub(r"['’]s$", "", parts[-1]).casefold() if parts else ""


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end) if begin < end else None
