"""Which reports carry the same words: prints of a text, by which likely echoes are found, and the check of text against text.

An echo is a report whose text is another's, edited, cut, or with own reporting added. Its likely originals are found by keys that
texts share: bands of a MinHash signature where the whole is alike, and a sample of the text's shingles where one is a part of the other.
Both depend on the text alone, so that reports may be added in any order. Time and space are linear in the text's length.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zlib import crc32

from rensa import RMinHash

from onrecord.ledger.credits import credits_of, news_of, outlet_key
from onrecord.model import Report, last_day

WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+")
SHINGLE = 3
"""Words that are compared as one."""
BANDS, ROWS, SEED = 20, 3, 20140915
"""Of a signature: two texts with half of their shingles in common share a band in 93 of 100 cases."""
SAMPLED, MOST = 8, 256
"""One shingle in so many is a key by itself, up to so many in all."""
SAMPLE, WHOLE = -1, -2
"""In place of a band: the key is a sampled shingle, or the text whole."""
SHARED = 2
"""Keys that texts share before they are compared at all; the same text whole needs no second."""
ALIKE, CREDITED, SERIES = 0.3, 0.2, 0.7
"""Part of the shorter text's shingles that stands in the longer one; less where one credits the other, or both a third; more in one outlet,
whose daily releases are alike without telling of the same, and from one week to another."""
STANDS = 0.6
"""Part of a sentence's pairs of words that an edited copy of it keeps."""
NEAR = 7
"""Days within which outlets carry a text."""
FEWEST = 8
"""Shingles that have to be shared: a phrase in common makes no echo."""

Key = tuple[int, int]


@dataclass(frozen=True)
class Prints:
    """What a text is compared by. ``credits`` are those whose copy it says that it carries."""

    words: tuple[str, ...]
    outlet: str | None = None
    day: date | None = None
    credits: frozenset[str] = frozenset()

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of each three words that follow one another."""
        return shingles_of(self.words)

    @cached_property
    def keys(self) -> frozenset[Key]:
        """The keys by which likely echoes are found."""
        if not self.words:
            return frozenset()
        sampled = sorted(one for one in self.shingles if one % SAMPLED == 0)[:MOST]
        whole = (WHOLE, crc32(" ".join(self.words).encode()))
        return frozenset([*((SAMPLE, one) for one in sampled), whole, *_bands(self.shingles)])


def prints_of(report: Report) -> Prints:
    """The prints of a report's news; dateline, credits and boilerplate leave none."""
    day = last_day(report.published) if report.published else None
    return Prints(words_of(news_of(report)), outlet_key(report.outlet), day, credits_of(report))


def words_of(text: str) -> tuple[str, ...]:
    """The words as they are compared: without case, punctuation and separators in numbers.

    >>> words_of("The U.S. left 2,500 men; it's over.")
    ('the', 'u', 's', 'left', '2500', 'men', 'it', 's', 'over')
    """
    return tuple(word.replace(",", "") if word[0].isdigit() else word for word in WORD.findall(text.casefold()))


def shingles_of(words: Collection[str], size: int = SHINGLE) -> frozenset[int]:
    """Hashes of each ``size`` words that follow one another; a shorter text has one of all its words."""
    listed = list(words)
    rows = zip(*(listed[at:] for at in range(size)), strict=False) if len(listed) > size else [listed] if listed else []
    return frozenset(crc32(" ".join(row).encode()) for row in rows)


def carries(text: tuple[str, ...], sentence: tuple[str, ...]) -> bool:
    """Whether a sentence stands in a text, word for word or with a few words edited.

    >>> text = words_of("The army left the camp on Monday, it said. Nobody was hurt when the gate fell.")
    >>> [carries(text, words_of(words)) for words in ("The army left the camp Monday, it said.", "The gate was closed on Monday.")]
    [True, False]
    """
    pairs = shingles_of(sentence, 2)
    return len(pairs & shingles_of(text, 2)) >= STANDS * len(pairs) if pairs else False


def may_echo(one: Prints, other: Prints) -> bool:
    """Whether two texts share keys enough to be compared."""
    shared = one.keys & other.keys
    return len(shared) >= SHARED or any(band == WHOLE for band, _ in shared)


def are_echoes(one: Prints, other: Prints) -> bool:
    """Whether one text carries the other, or a part of it that matters: by what of the shorter one stands in the longer.

    The same for both orders, so that which of them is the original is for the clock to say.
    """
    if one.words == other.words:
        return bool(one.words)
    if not may_echo(one, other):
        return False
    shared = len(one.shingles & other.shingles)
    return shared >= FEWEST and shared >= _needed(one, other) * min(len(one.shingles), len(other.shingles))


def _needed(one: Prints, other: Prints) -> float:
    near = one.day is not None and other.day is not None and abs((one.day - other.day).days) <= NEAR
    if one.outlet == other.outlet or not near:
        return SERIES
    credited = one.credits & other.credits or other.outlet in one.credits or one.outlet in other.credits
    return CREDITED if credited else ALIKE


def _bands(shingles: Collection[int]) -> Iterator[Key]:
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update([str(one) for one in sorted(shingles)])
    digest = minhash.digest()
    for band in range(BANDS):
        yield band, crc32(struct.pack(f"<{ROWS}Q", *digest[band * ROWS : (band + 1) * ROWS]))
