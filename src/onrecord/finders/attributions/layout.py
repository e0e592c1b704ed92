"""Attributions that the layout makes: headlines with a colon, the turns of a transcript, a name signed under a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.finders.attributions.drafts import Draft
from onrecord.finders.attributions.people import BODIES, ROLES
from onrecord.finders.attributions.quotations import Quotes
from onrecord.model import Span

LINE = re.compile(r"\S[^\n]*")
TURN = re.compile(r"[\"“]?([A-Z][A-Z.,'’ \-]{0,60}(?:\([^()\n]{1,60}\))?):\s+(?=\S)")
SIGNATURE = re.compile(r"\s{0,4}(?:[―—–]|--?)[ \t\u00a0]{0,4}([^\s“\"][^\n“\"]{2,80})(?=\n|$)")
BULLET = re.compile(r"\s*[-*•·–—]\s+")
MAX_SPEAKER = 90
MAX_HEADLINE = 160
MIN_SIGNED = 3
NO_SPEAKERS = frozenset(
    """
    update breaking exclusive watch video photo photos note editor analysis opinion factbox explainer correction related washington
    crosstalk applause laughter end begin contact media tags source sources read
    """.split()
)
OWN_VOICES = frozenset("correspondent reporter interviewer presenter anchor host moderator question q".split())
"""Labels of turns that the outlet itself speaks."""
SAYING = frozenset(["said", "says", "is", "are", "was", "were", "has", "have"])


def layout_drafts(text: str, drafts: Sequence[Draft], quotes: Quotes) -> Iterator[Draft]:
    """Headlines ("Rockets hit base: ministry"), turns of a transcript ("COL. HADDAD: …"), signed quotations ("“…” — Ann Lee")."""
    lines = list(LINE.finditer(text))
    turns = [TURN.match(line.group(), 0, MAX_SPEAKER) for line in lines]
    spoken = {
        number
        for number, turn in enumerate(turns)
        if turn and _words(turn.group(1))[:1] and _words(turn.group(1))[0] not in NO_SPEAKERS
    }
    yield from _transcript(text, lines, turns, spoken)
    yield from _signed(text, quotes)
    known = {_last_word(span.cut(text)) for draft in drafts for span in draft.source}
    spoken_at = {span.begin for draft in drafts for span in draft.source}
    for number, line in enumerate(lines):
        if number not in spoken and len(line.group().rstrip()) <= MAX_HEADLINE and ": " in line.group():
            yield from _headline(text, Span(line.start(), line.start() + len(line.group().rstrip())), known, spoken_at)


def _transcript(
    text: str, lines: Sequence[re.Match[str]], turns: Sequence[re.Match[str] | None], spoken: set[int]
) -> Iterator[Draft]:
    """Each turn with the unlabelled lines up to the next; behind the last turn nothing is sure."""
    last = max(spoken, default=-1)
    draft: Draft | None = None
    for number, (line, turn) in enumerate(zip(lines, turns, strict=True)):
        begin, end = line.start(), line.start() + len(line.group().rstrip())
        if number in spoken and turn is not None:
            if draft is not None:
                yield draft
            source, colon = Span(begin + turn.start(1), begin + turn.end(1)), begin + turn.end(1)
            draft = Draft(Span(colon, colon + 1), [Span(begin + turn.end(), end)], [source], "said", "transcript")
            draft.on_record = not OWN_VOICES.issuperset(_words(turn.group(1))) or turn.group(1) == "Q"
        elif draft is not None and number < last and text[begin] not in "([" and text[begin : begin + 2] not in ('"(', "“("):
            draft.content.append(Span(begin, end))
    if draft is not None:
        yield draft


def _signed(text: str, quotes: Quotes) -> Iterator[Draft]:
    """A quotation with a name behind a dash, on its line or the next."""
    for number, quotation in enumerate(quotes.all):
        if number in quotes.owner:
            continue
        signed = SIGNATURE.match(text, quotation.span.end)
        if signed is None or len(signed.group(1).split()) > 12 or not signed.group(1)[0].isupper():
            continue
        begin = signed.start(1)
        name = Span(begin, begin + len(signed.group(1).rstrip(" .")))
        if len(quotation.span.cut(text).split()) >= MIN_SIGNED:
            dash = Span(begin - 1 - (text[begin - 1] == " "), begin)
            draft = Draft(dash, [], [name], "said", "signature")
            quotes.claim(number, draft)
            yield draft


def _headline(text: str, line: Span, known: set[str], spoken_at: set[int]) -> Iterator[Draft]:
    """A line that is no sentence, with the speaker before or behind a colon."""
    mark = BULLET.match(line.cut(text))
    line = Span(line.begin + mark.end(), line.end) if mark is not None and mark.end() < len(line) else line
    words = line.cut(text)
    first, last = line.begin + words.find(": "), line.begin + words.rfind(": ")
    if ": " not in words or line.begin in (last, first):
        return
    head, tail = Span(line.begin, first), Span(last + 2, line.end)
    if not re.search(r"[.!?\"”]$", words) and _ends_headline(tail.cut(text)):
        yield Draft(Span(last, last + 1), [Span(line.begin, last)], [tail], "said", "headline")
    elif head.begin not in spoken_at and _names_speaker(head.cut(text), known):
        yield Draft(Span(first, first + 1), [Span(first + 2, line.end)], [head], "said", "headline")


def _ends_headline(words: str) -> bool:
    """Whether the words behind the colon are an office or a body and no clause: "Rockets hit base: defence ministry"."""
    parts = _words(words)
    return 0 < len(parts) <= 8 and not SAYING & set(parts) and bool((ROLES | BODIES) & set(parts[-3:]))


def _names_speaker(words: str, known: set[str]) -> bool:
    """Whether the words before a colon are an office, a body, or a name that speaks elsewhere in the report."""
    parts = _words(words)
    if not 0 < len(parts) <= 8 or parts[0] in NO_SPEAKERS or SAYING & set(parts):
        return False
    return bool((ROLES | BODIES) & set(parts)) or (len(parts) <= 4 and parts[-1] in known)


def _words(words: str) -> list[str]:
    return re.findall(r"[\w.-]*\w", words.casefold())


def _last_word(words: str) -> str:
    parts = _words(words.removesuffix("'s").removesuffix("’s"))
    return parts[-1] if parts else ""
