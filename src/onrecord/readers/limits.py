"""How much the readers take: everything that a report contains is untrusted, so size, length and depth are bounded."""

from __future__ import annotations

MAX_FILE_BYTES = 64_000_000
"""A larger file is refused. For a ``.gz`` file this is the size of what is in it."""

MAX_TEXT = 5_000_000
"""Characters of one report's text; a longer one is refused, as no report is that long and a corpus in one file may be."""

MAX_HTML_BYTES = 8_000_000
"""Bytes of a page once pictures written into it are taken out. A larger page is refused: cutting it would lose text unseen."""

MAX_HTML_TAGS = 100_000
"""Tags of a page. Finding the main text takes time that grows with the square of their number."""

MAX_FEED_BYTES = 20_000_000
"""Bytes of a feed, which is parsed as a whole."""

MAX_FEED_ENTRIES = 10_000
"""Entries read from one feed; the number of those left out is told."""

MAX_PDF_PAGES = 2_000
"""Pages of a PDF; a longer one is refused."""

MAX_FIELD = 2_000
"""Characters of a title, an outlet, an author or an address; the rest is cut off."""

MAX_ID = 500
"""Characters of an id; an entry with a longer one is refused, as a cut id could be that of another report."""

MAX_TITLE_LINE = 140
"""Characters up to which the first line of a plain text can be its title."""

MIN_REPEAT = 80
"""Characters from which a passage that stands in the text a second time is marked as a repeat."""

LANGUAGE_SAMPLE = 300
"""Characters of running text from which the language is told."""

MIN_LANGUAGE_LETTERS = 40
"""Letters below which no classifier can tell the language."""

DETECTION_SAMPLE = 65_536
"""Bytes from which an encoding that is not declared is told."""

PAGES_PER_RESET = 2_000
"""Web pages after which trafilatura's caches are emptied."""
