"""Short forms given in brackets: "Popular Mobilization Forces (PMF, or Hashd al-Shaabi)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.finders.names.line import Line
from onrecord.finders.names.match import Match, Setting
from onrecord.model import Name, NameKind

IN_BRACKETS = re.compile(r"\s?\(([^()\n]{2,60})\)")
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9.&-]{1,11}")
SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "de", "du", "des", "la"])


def brackets_after(line: Line, match: Match) -> Iterator[Match]:
    """The short forms that stand in brackets right after a name."""
    end = line.words[match.end - 1].end
    found = IN_BRACKETS.match(line.text, end)
    if found is None or match.name.kind is not NameKind.ACTOR or match.name.type == "state" or match.rule == "names.capital":
        return
    for begin, stop in _parts(line.text, found.start(1), found.end(1)):
        inside = [k for k, word in enumerate(line.words) if begin <= word.begin and word.end <= stop]
        if inside and line.capital[inside[0]]:
            yield Match(inside[0], inside[-1] + 1, match.name, "names.bracket")


def _parts(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches within brackets that commas and "or" part, if all of them look like names."""
    for piece in re.finditer(r"[^,;]+", text[begin:end]):
        lead = re.match(r"\s*(?:also known as |known as |also called |or |and )?[\"“]?", piece.group())
        start = begin + piece.start() + (lead.end() if lead else 0)
        stop = begin + piece.end()
        words = text[start:stop].split()
        if 1 <= len(words) <= 4 and words[0][:1].isupper():
            yield start, stop


def match_spelled_out(setting: Setting, i: int) -> Match | None:
    """A body that the lexicon lacks, by the acronym after it: "Baghdad Relief Council (BRC)"."""
    line = setting.line
    if "(" not in line.text or not line.is_proper(i):
        return None
    j = i + 1
    while j < min(i + 9, len(line.words)) and line.ties[j - 1] and (line.capital[j] or line.folded(j) in SMALL):
        j += 1
    found = IN_BRACKETS.match(line.text, line.words[j - 1].end)
    if found is None or not ACRONYM.fullmatch(found.group(1)) or j - i < 2:
        return None
    letters = "".join(line.form(k, k + 1)[0] for k in range(i, j) if line.capital[k])
    if letters.upper() != re.sub(r"[^A-Z]", "", found.group(1)):
        return None
    return Match(i, j, Name(line.form(i, j), NameKind.ACTOR, "organization"), "names.spelled_out")
