"""The language of a report, told from the beginning of its running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import py3langid

from onrecord.readers.limits import LANGUAGE_SAMPLE, MIN_LANGUAGE_LETTERS

UNKNOWN = "und"
RUNNING = 60
"""Characters from which a line is taken for running text and not for a headline, a byline or a menu."""
ENGLISH = frozenset(
    """the and with from were been their they which has have had would said says troops soldiers forces withdrew sent killed handed
    after before against into about more than by left leave leaves leaving its withdraw withdraws withdrawing withdrawal withdrawn
    will could should that this who whose it of on killed wounded attacked agreed announced pledged promised gave given
    strong army base bases remaining stationed deployed under while""".split()
)
"""Words of which a sentence of another language hardly has two; where it has, it has more of its own."""
OTHERS = frozenset(
    """le la les des du que qui une dans sur avec und der das den dem ein eine nicht vom zum im am aus bis ist sich wird el los las por para una del di il
    della che nel con het een dat van zei zijn niet op naar og det som med att och ett ja na nie oraz przez się""".split()
)
"""Small words of other languages that write in Latin letters."""
TWO = 2
SHORT_LETTERS = 250
"""Letters below which two sure words go before the statistics of letters."""
WORD = re.compile(r"[a-z]+")
CODE = re.compile(r"[a-z]{2,3}")


def find_language(text: str) -> str:
    """The ISO 639-1 code of the text's language; ``und`` for a short text that is not in Latin letters.

    >>> find_language("The army said on Monday that it had handed the camp over to the police of the province.")
    'en'
    """
    sample = running_text(text)
    letters = sum(char.isalpha() for char in sample)
    if letters < MIN_LANGUAGE_LETTERS:
        plain = sum(char.isalpha() and char.isascii() for char in sample)
        return "en" if plain * 2 > letters else UNKNOWN
    words = set(WORD.findall(sample.lower()))
    if letters < SHORT_LETTERS and len(ENGLISH & words) >= max(TWO, 1 + len(OTHERS & words)):
        return "en"  # names of other languages weigh too much in a sentence or two
    return str(py3langid.classify(sample)[0])


def running_text(text: str) -> str:
    """The first characters of running text, headlines left out; of the whole text where it has only short lines."""
    sample = " ".join(_first(text, RUNNING))
    return (sample or " ".join(_first(text, 1)))[:LANGUAGE_SAMPLE]


def language_code(given: str) -> str | None:
    """The code that a file names ("en", "EN-us", "en_GB"), ``None`` where it names none.

    >>> language_code("EN-us"), language_code("English")
    ('en', None)
    """
    code = re.split(r"[-_]", given.strip().lower())[0]
    return code if CODE.fullmatch(code) else None


def _first(text: str, shortest: int) -> Iterator[str]:
    """Lines of at least ``shortest`` characters until there are enough for a sample, each cut to what is needed."""
    taken = 0
    for line in re.finditer(r"[^\n]+", text):
        if taken >= LANGUAGE_SAMPLE:
            return
        words = text[line.start() : min(line.end(), line.start() + 4 * LANGUAGE_SAMPLE)].split()
        words_in_line = " ".join(words)
        if len(words_in_line) >= shortest:
            taken += len(words_in_line)
            yield words_in_line
