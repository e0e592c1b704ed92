"""What the pages that write have at hand: the ledger, the drafts, and the key that makes a form one of ours."""

from __future__ import annotations

import hmac
import secrets

from onrecord.errors import FormOutdated
from onrecord.web.bodies import Given
from onrecord.web.books import Book
from onrecord.web.drafts import Drafts

FORM_KEY = "form_key"
"""The field that every form that writes carries."""
REVIEWER = "onrecord_reviewer"
"""The cookie that keeps the reviewer's name for the next form."""


class Desk:
    """The desk of one server. Its ``key`` is made at the start, so that no other site can know it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.drafts = Drafts()
        self.key = secrets.token_urlsafe(24)

    def expect_own(self, given: Given) -> None:
        """See that a form is one that this server made; raises ``FormOutdated``."""
        if not hmac.compare_digest(given.one(FORM_KEY).encode(), self.key.encode()):
            raise FormOutdated
