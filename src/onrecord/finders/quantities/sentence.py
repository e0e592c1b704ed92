"""One parsed sentence as the quantity rules see it: its pieces, and the token at each place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from onrecord.finders.quantities.pieces import Piece, PieceKind, pieces_of
from onrecord.nlp.tokens import Doc, Token

NOTHING = Piece(PieceKind.MARK, "", "", 0, 0, False)


class Reading:
    """The text of a ``doc``, its pieces, and ways to look beside a piece without falling off the end."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.pieces = pieces_of(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [token.idx for token in self.doc]

    def piece(self, at: int) -> Piece:
        """The piece at ``at``, an empty one where there is none."""
        return self.pieces[at] if 0 <= at < len(self.pieces) else NOTHING

    def piece_from(self, offset: int) -> int:
        """The index of the first piece that begins at ``offset`` or later."""
        return bisect_left(self.pieces, offset, key=lambda piece: piece.begin)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers ``offset`` or is the last to begin before it."""
        at = bisect_right(self.starts, offset) - 1
        return self.doc[at] if at >= 0 else None

    def token_from(self, offset: int) -> int:
        """The index of the first token that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def before(self, offset: int, width: int = 80) -> str:
        """The text of at most ``width`` characters before ``offset``."""
        return self.text[max(0, offset - width) : offset]
