"""One row of a table of sentences: the text, and what each of its claims must have; and docs built by hand."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.nlp.tokens import Doc


def row(text: str, *claims: dict[str, Any], gap: str = "") -> Any:
    """A parameter set; ``gap`` says why the rules do not get there yet."""
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(text, list(claims), id=text[:60], marks=marks)


def case(*values: Any, gap: str = "") -> Any:
    """Any other parameters, named by the first."""
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(*values, id=str(values[0])[:60], marks=marks)


def hand_built(*rows: tuple[str, int, str, str]) -> Doc:
    """A doc from rows of word, head, label and tag: deaf to what the model thinks of the words."""
    words, heads, deps, tags = (list(column) for column in zip(*rows, strict=True))
    return Doc(words, heads=heads, deps=deps, tags=tags)
