"""Quotation marks: where words stand in them, and which attribution they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.finders.attributions.drafts import Draft
from onrecord.model import Span

PARAGRAPH = re.compile(r"[^\n]+")
MARK = re.compile(r"[“”„«»\"]|''|``|(?<![\w'])['‘](?=[\w$£€\[])|(?<=[\w.,!?…%\])])['’](?![\w'])")
DOUBLE_OPEN, DOUBLE_CLOSE = frozenset("“„«") | {"``"}, frozenset("”»")
TOGGLE = frozenset(['"', "''"])
MIN_SINGLE = 2
"""Words that single marks must hold: "the 'so-called' truce" is no quotation, and an apostrophe opens none."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks included; ``open`` where the paragraph ends before the closing mark."""

    span: Span
    paragraph: int
    open: bool = False


def quotations(text: str) -> list[Quotation]:
    """The quotations of ``text``, outermost marks only, paragraph by paragraph.

    >>> text = "“We stay,” he said. “The 'old' base is shut."
    >>> [(found.span.cut(text), found.open) for found in quotations(text)]
    [('“We stay,”', False), ("“The 'old' base is shut.", True)]
    """
    found: list[Quotation] = []
    for number, paragraph in enumerate(PARAGRAPH.finditer(text)):
        found += _of_paragraph(text, paragraph.start(), paragraph.end(), number)
    return found


def _of_paragraph(text: str, begin: int, end: int, number: int) -> Iterator[Quotation]:
    """The quotations of one paragraph: double marks win over single ones, which count only outside them."""
    since, single = -1, -1
    for mark in MARK.finditer(text, begin, end):
        sign = mark.group()
        if sign in DOUBLE_OPEN or (sign in TOGGLE and since < 0):
            since = mark.start() if since < 0 else since
            single = -1
        elif (sign in DOUBLE_CLOSE or sign in TOGGLE) and since >= 0:
            yield Quotation(Span(since, mark.end()), number)
            since = -1
        elif since < 0 and sign in "'‘’":
            if sign != "’" and single < 0 and _opens(text, mark.start()):
                single = mark.start()
            elif single >= 0 and not _opens(text, mark.start()):
                if len(text[single : mark.start()].split()) >= MIN_SINGLE:
                    yield Quotation(Span(single, mark.end()), number)
                single = -1
    if since >= 0 and text[since:end].strip("“„«\"'` \t"):
        yield Quotation(Span(since, end), number, open=True)


def _opens(text: str, at: int) -> bool:
    """Whether the mark stands before a word and not behind one."""
    return at == 0 or text[at - 1] in " \t\n([—–-―:\u00a0"


class Quotes:
    """The quotations of a report, found by place, with the attribution that has claimed each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = quotations(text)
        self.owner: dict[int, Draft] = {}
        self._begins = [quotation.span.begin for quotation in self.all]

    def overlapping(self, span: Span) -> Iterator[int]:
        """The numbers of the quotations that share a character with ``span``."""
        at = bisect_right(self._begins, span.begin) - 1
        for number in range(max(at, 0), len(self.all)):
            quotation = self.all[number].span
            if quotation.begin >= span.end:
                return
            if quotation.overlaps(span):
                yield number

    def within(self, span: Span) -> range:
        """The numbers of the quotations that begin in ``span``."""
        return range(bisect_left(self._begins, span.begin), bisect_left(self._begins, span.end))

    def holding(self, at: int) -> int | None:
        """The number of the quotation in which the character ``at`` stands."""
        number = bisect_right(self._begins, at) - 1
        return number if number >= 0 and at < self.all[number].span.end else None

    def claim(self, number: int, draft: Draft) -> None:
        """Gives a quotation to ``draft``: its words join the content."""
        self.owner.setdefault(number, draft)
        draft.add(self.all[number].span)


def take_quotations(quotes: Quotes, drafts: Sequence[Draft]) -> None:
    """Contents that reach into a quotation take in all of it, over sentences; a cue inside quotation marks takes nothing."""
    for draft in drafts:
        home = quotes.holding(draft.cue.begin)
        draft.nested = home is not None
        for piece in tuple(draft.content):
            for number in quotes.overlapping(piece):
                quotation = quotes.all[number].span
                if number == home or any(named.overlaps(quotation) for named in draft.source) or quotation.covers(draft.cue):
                    continue
                if number in quotes.owner and not quotation.overlaps(draft.content[0]):
                    continue
                quotes.claim(number, draft)


def carry_on(quotes: Quotes, starts: Sequence[int]) -> None:
    """Quotations that follow without a cue of their own belong to the speaker before: in the same sentence behind a comma, in the
    same paragraph where they make up whole sentences, in the next where the quotation was left open."""
    begins = frozenset(starts)
    last: Draft | None = None
    for number, quotation in enumerate(quotes.all):
        before = quotes.all[number - 1] if number else None
        apart = quotation.paragraph - before.paragraph if before else 2
        if number not in quotes.owner and last is not None and before is not None:
            alone = quotation.span.begin in begins
            if (apart == 0 and (alone or _resumes(quotes.text, last, quotation.span.begin))) or (
                apart == 1 and before.open and alone
            ):
                quotes.claim(number, last)
        last = quotes.owner.get(number) or (last if apart == 0 else None)


def _resumes(text: str, draft: Draft, at: int) -> bool:
    """Whether a quotation at ``at`` goes on behind its cue: "“We will stay,” he said, “until May.”"."""
    cue = draft.cue.end
    return (
        cue <= at <= cue + 200
        and text[max(at - 2, 0) : at].rstrip()[-1:] in (",", ":")
        and not re.search(r"[.!?]\s", text[cue:at])
    )
