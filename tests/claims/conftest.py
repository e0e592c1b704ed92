"""One extractor for all rows, and the two ways in which rows ask: what was claimed, and whether it is what a row wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from onrecord.model import Claim, Kind, Report, Time, fix_text
from onrecord.pipeline import Extractor

Row = dict[str, Any]
Read = Callable[..., list[Claim]]
Expect = Callable[..., None]
PUBLISHED = "2020-12-13"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with its default model, loaded once."""
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """``read(text, kind)``: the claims of a text, of one kind where one is given; no rule may fail on it."""

    def read(text: str, kind: Kind | None = None, *, published: str | None = PUBLISHED, **more: Any) -> list[Claim]:
        before = len(extractor.failed)
        claims = extractor.claims(Report(id="one", text=fix_text(text), published=published, **more))
        assert extractor.failed[before:] == []
        return [claim for claim in claims if kind is None or claim.kind is kind]

    return read


@pytest.fixture(scope="session")
def expect(read: Read) -> Expect:
    """``expect(kind, text, rows)``: the text makes one claim of the kind for each row, in order, with the row's values."""

    def expect(kind: Kind, text: str, rows: Sequence[Row], **more: Any) -> None:
        found = [flat(claim) for claim in read(text, kind, **more)]
        assert [pick(claim, row) for claim, row in zip(found, rows, strict=False)] == list(rows), found
        assert len(found) == len(rows), found

    return expect


def pick(claim: Row, row: Row) -> Row:
    """The values of a claim that a row asks for; ``None`` where the claim has none."""
    return {name: claim.get(name) for name in row}


def flat(claim: Claim) -> Row:
    """A claim as one row: args, numbers (``start`` is "from"), ``unit``, ``approx``, ``time`` and ``announced`` as ends, the rest."""
    out: Row = {name: list(value) if isinstance(value, tuple) else value for name, value in claim.args.items()}
    if claim.quantity is not None:
        out |= claim.quantity.numbers | {"unit": claim.quantity.unit, "approx": claim.quantity.approx or None}
    return out | {
        "time": _ends(claim.time),
        "type": out.get("type") or (claim.time.type.value if claim.time else None),
        "announced": _ends(claim.announced),
        "status": claim.status.value,
        "stage": claim.stage.value if claim.stage else None,
        "source": claim.source,
    }


def _ends(time: Time | None) -> tuple[str | None, str | None] | None:
    return (time.start, time.end) if time else None
