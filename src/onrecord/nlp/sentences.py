"""Sentences of a fixed text, with their offsets, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span

MAX_SENTENCE = 2_000
"""Characters after which a sentence is cut at the next blank: text without a full stop must not grow without bound."""

LINE = re.compile(r"[^\n]+")
# A full stop, question or exclamation mark, with closing quotes or brackets, then blanks and the start of something new.
END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\[\d{1,3}\])*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-Þ$£€•–—-])")
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sr",
        "jr",
        "st",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cmdr",
        "cpt",
        "sgt",
        "cpl",
        "pvt",
        "adm",
        "rear",
        "vice",
        "brig",
        "sen",
        "rep",
        "gov",
        "pres",
        "amb",
        "hon",
        "rev",
        "spc",
        "pfc",
        "ssgt",
        "msgt",
        "tsgt",
        "sfc",
        "lcpl",
        "gysgt",
        "ens",
        "cdr",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "no",
        "nos",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "est",
        "approx",
        "fig",
        "al",
        "ed",
        "vol",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "a.m",
        "p.m",
        "d.c",
        "i.e",
        "e.g",
        "ph.d",
        "a.i",
        "u.s.a",
    ]
)
LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)$")


def split_sentences(text: str) -> Iterator[Span]:
    """The sentences of ``text``, line by line: a line break always ends one.

    >>> text = "Gen. Votel spoke on Jan. 5. He left the U.S. base. Rockets fell."
    >>> [span.cut(text) for span in split_sentences(text)]
    ['Gen. Votel spoke on Jan. 5.', 'He left the U.S. base.', 'Rockets fell.']
    """
    for line in LINE.finditer(text):
        begin = line.start()
        for mark in END.finditer(text, line.start(), line.end()):
            if not _ends_sentence(text, begin, mark.start(), mark.end()):
                continue
            yield from _trimmed(text, begin, mark.end())
            begin = mark.end()
        yield from _trimmed(text, begin, line.end())


def _ends_sentence(text: str, begin: int, mark: int, after: int) -> bool:
    """Whether the mark at ``mark`` ends a sentence, or an abbreviation, an initial or a list number stands before it."""
    if text[mark] != "." or (after - mark > 1 and text[mark : mark + 3] == "..."):
        return True
    word = LAST_WORD.search(text[max(begin, mark - 12) : mark])
    if word is None:
        return not text[begin:mark].strip().isdigit()
    bare = word.group(1)
    following = text[after : after + 12].lstrip()
    if bare.casefold() in ABBREVIATIONS:
        return bare.casefold() in ("u.s", "u.k", "u.n", "a.m", "p.m", "d.c", "etc", "inc", "co", "a.i") and _starts_sentence(
            following
        )
    return not (len(bare) == 1 and bare.isupper() and bare != "I")


STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "it",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "however",
        "meanwhile",
        "i",
        "there",
        "after",
        "since",
        "as",
    ]
)


def _starts_sentence(following: str) -> bool:
    """After "U.S." only a word that opens sentences opens one: "the U.S. Embassy" goes on."""
    word = re.match(r"[\"'“‘(]*([A-Za-z]+)", following)
    return bool(word) and word.group(1).casefold() in STARTERS and word.group(1)[0].isupper()


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    """The stretch without blanks at its edges, cut at blanks where it is longer than a sentence may be."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > MAX_SENTENCE:
        cut = text.rfind(" ", begin + 1, begin + MAX_SENTENCE)
        cut = cut if cut > begin else begin + MAX_SENTENCE
        if text[begin:cut].strip():
            yield Span(begin, cut)
        begin = cut
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield Span(begin, end)
