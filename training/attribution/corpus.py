"""Annotated texts: the articles of Wikinews, and the project's own sentences (``own.txt``), whose attributions stand in braces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]

OWN = Path(__file__).with_name("own.txt")
SIGN = re.compile(r"\{([sct])(\d*) |\}")
ROLES = {"s": "source", "c": "cue", "t": "content"}


@dataclass(slots=True)
class Gold:
    """One attribution as it is annotated, in characters of its text."""

    cue: Spans
    source: Spans
    content: Spans


@dataclass(slots=True)
class Document:
    """A text with its attributions."""

    name: str
    text: str
    gold: list[Gold] = field(default_factory=list)


def wikinews(folder: Path, split: str | None) -> Iterator[Document]:
    """The annotated articles of a split, all where it is ``None``."""
    gold: dict[str, list[Gold]] = {}
    for row in _lines(folder / "attributions.jsonl"):
        gold.setdefault(row["doc"], []).append(Gold(*([(b, e) for b, e in row[part]] for part in ("cue", "source", "content"))))
    for article in _lines(folder / "articles.jsonl"):
        if split in (None, article["split"]):
            yield Document(article["id"], article["text"], gold.get(article["id"], []))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def own(path: Path = OWN) -> Iterator[Document]:
    """The project's own sentences, one a line, comments left out."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            yield read_line(line, f"{path.name}, line {number}")


def read_line(line: str, name: str) -> Document:
    """One sentence without its braces. Raises ``ValueError`` where they do not match.

    >>> read_line("{s Ann} {c said} {t it rained}.", "here").gold
    [Gold(cue=[(4, 8)], source=[(0, 3)], content=[(9, 18)])]
    """
    text, last = "", 0
    stack: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, Spans]] = {}
    for sign in SIGN.finditer(line):
        text += line[last : sign.start()]
        last = sign.end()
        if sign.group() != "}":
            stack.append((ROLES[sign.group(1)], sign.group(2) or "1", len(text)))
            continue
        if not stack or stack[-1][2] == len(text):
            raise ValueError(f"{name}: a brace too many, or nothing in it")
        role, numbers, begin = stack.pop()
        for number in numbers:
            found.setdefault(number, {part: [] for part in ROLES.values()})[role].append((begin, len(text)))
    if stack or any(not spans["cue"] or not spans["content"] for spans in found.values()):
        raise ValueError(f"{name}: braces left open, or an attribution without cue or content")
    gold = [Gold(*(sorted(spans[part]) for part in ("cue", "source", "content"))) for spans in found.values()]
    return Document(name, text + line[last:], gold)
