"""Which reports carry the same words: prints of a text, by which likely echoes are found, and the check of text against text.

An echo is a report whose text is another's, edited, cut, or with own reporting added. Its likely originals are found by keys that
texts share: bands of a MinHash signature where the whole is alike, and a sample of the text's shingles where one is a part of the other.
Both depend on the text alone, so that reports may be added in any order. Time and space are linear in the text's length.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zlib import crc32

from rensa import RMinHash

from onrecord.ledger.credits import credits_of, news_of, outlet_key
from onrecord.model import Report, last_day

WORD = re.compile(r"[^\W_]+")
SEPARATOR = re.compile(r",(?=\d)")
SHINGLE = 3
"""Words that are compared as one."""
BANDS, ROWS, SEED = 20, 3, 20140915
"""Of a signature: two texts with half of their shingles in common share a band in 93 of 100 cases."""
SAMPLED = ((64, 2), (256, 4))
"""Of a text with up to so many shingles one in so many is a key by itself; of a longer one, one in ``SPARSE``, up to ``MOST`` in all."""
SPARSE, MOST = 8, 256
SAMPLE, WHOLE = -1, -2
"""In place of a band: the key is a sampled shingle, or the text whole."""
SHARED = 2
"""Keys that texts share before they are compared at all; the same text whole needs no second."""
ALIKE, CREDITED, SERIES = 0.2, 0.12, 0.85
"""Part of the shorter text's shingles that stands in the longer one; less where one credits the other, or both a third; more in one outlet,
whose daily releases are alike without telling of the same, and from one week to another."""
STANDS = 0.5
"""Part of a sentence's pairs of words that an edited copy of it keeps."""
NEAR = 7
"""Days within which outlets carry a text."""
PHRASES = 8
"""Shared shingles that say nothing, as reports on one thing use the same phrases."""

Key = tuple[int, int]


@dataclass(frozen=True)
class Prints:
    """What a text is compared by. ``credits`` are those whose copy it says that it carries."""

    words: tuple[str, ...]
    outlet: str | None = None
    day: date | None = None
    credits: frozenset[str] = frozenset()

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Each three words that follow one another."""
        return shingles_of(self.words)

    @cached_property
    def keys(self) -> frozenset[Key]:
        """The keys by which likely echoes are found."""
        if not self.words:
            return frozenset()
        step = next((step for size, step in SAMPLED if len(self.shingles) <= size), SPARSE)
        hashed = map(crc32, "\n".join(self.shingles).encode().split(b"\n"))
        sampled = sorted(one for one in hashed if one % step == 0)[:MOST]
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
    return tuple(WORD.findall(SEPARATOR.sub("", text.casefold())))


def shingles_of(words: Sequence[str], size: int = SHINGLE) -> frozenset[str]:
    """Each ``size`` words that follow one another; a shorter text has one of all its words.

    >>> sorted(shingles_of(("the", "camp", "was", "closed")))
    ['camp was closed', 'the camp was']
    """
    size = max(1, min(size, len(words)))
    return frozenset(map(" ".join, zip(*(words[at:] for at in range(size)), strict=False)))


def carries(text: tuple[str, ...], sentence: tuple[str, ...]) -> bool:
    """Whether a sentence stands in a text, word for word or with a few words edited.

    >>> text = words_of("The army left the camp on Monday, it said. Nobody was hurt when the gate fell.")
    >>> [carries(text, words_of(words)) for words in ("The army left the camp Monday, it said.", "The gate was closed on Monday.")]
    [True, False]
    """
    pairs = shingles_of(sentence, 2)
    return len(pairs & shingles_of(text, 2)) >= STANDS * len(pairs) if pairs else False


def are_echoes(one: Prints, other: Prints) -> bool:
    """Whether one text carries the other, or a part of it that matters: by what of the shorter one stands in the longer.

    The same for both orders, so that which of them is the original is for the clock to say.
    """
    if one.words == other.words:
        return bool(one.words)
    shared = len(one.shingles & other.shingles)
    needed = PHRASES + _needed(one, other) * min(len(one.shingles), len(other.shingles))
    return shared >= needed and len(one.keys & other.keys) >= SHARED


def _needed(one: Prints, other: Prints) -> float:
    near = one.day is not None and other.day is not None and abs((one.day - other.day).days) <= NEAR
    if one.outlet == other.outlet or not near:
        return SERIES
    credited = one.credits & other.credits or other.outlet in one.credits or one.outlet in other.credits
    return CREDITED if credited else ALIKE


def _bands(shingles: Collection[str]) -> Iterator[Key]:
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update(list(shingles))
    digest = minhash.digest()
    for band in range(BANDS):
        yield band, crc32(struct.pack(f"<{ROWS}Q", *digest[band * ROWS : (band + 1) * ROWS]))
