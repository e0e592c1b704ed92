"""Lists as reports lay them out: items behind bullets or numbers, under the line that heads them."""

from __future__ import annotations

import re

BULLET = re.compile(r"\s*(?:[-*•·–—]|\d{1,2}[.)])\s+")
MAX_HEADING = 200


def heading_of(text: str, begin: int) -> str | None:
    """The line that heads the list whose item begins at ``begin``; ``None`` where no item begins there.

    >>> text = "Handed over:" + chr(10) + "- Camp Taji, in March" + chr(10) + "- Besmaya"
    >>> heading_of(text, text.index("Besmaya")), heading_of(text, text.index("March"))
    ('Handed over:', None)
    """
    start = text.rfind("\n", 0, begin) + 1
    bullet = BULLET.match(text, start)
    if bullet is None or begin > bullet.end():
        return None
    while start > 0:
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        line = text[start:end]
        if line.strip() and not BULLET.match(line):
            return line.strip() if len(line) <= MAX_HEADING else line.strip()[-MAX_HEADING:]
    return None
