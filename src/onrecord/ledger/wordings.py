"""Patterns made of the lexicon's phrases, for looking into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    r"""A pattern that finds any of these words or phrases as whole words.

    >>> re.findall(any_of(("on paper", "total")), "A total of 50 on paper, totally.")
    ['total', 'on paper']
    """
    return rf"\b(?:{'|'.join(re.escape(phrase) for phrase in words)})\b"
