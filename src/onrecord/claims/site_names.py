"""Bases that a sentence gives by the names of their places, one after the other: "Five are to be handed over: A, B and C"."""

from __future__ import annotations

import re

from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.model import NameKind, Span
from onrecord.nlp.tokens import Token

NAME = r"(?:[A-Z][\w'’]*|[a-z]{2,3}-[A-Z][\w'’]*)(?:-\w+)*(?:\s+[A-Z][\w'’]*(?:-\w+)*)*"
SEQUENCE = re.compile(rf"(?:the\s+)?{NAME}(?:\s*,\s*(?:the\s+)?{NAME})*(?:,?\s+(?:and|then)\s+(?:the\s+)?{NAME})?")
PARTS = re.compile(r"\s*,\s*(?:and\s+|then\s+)?(?:the\s+)?|\s+(?:and|then)\s+(?:the\s+)?|^the\s+")
BEHIND = re.compile(r"\s+(?:at|in|near)\s+")
TAIL = re.compile(
    rf"(?:[,;]\s*(?:and\s+)?(?:then\s+)?|\s+and\s+)(?:the\s+)?(?P<name>{NAME})"
    r"(?=\s*[,.;]|\s*$|\s+(?:two|three|four|five|six|\d+|a|in|on|later|before|after|the|followed|last|this|next|soon)\b)"
)
STOP = re.compile(r"\s+(?:while|but|although|because|where|who|which)\s|;(?=[^;]* followed\b)")
COUNTRIES = ("country", "state", "continent", "sea")
LARGE = ("country", "state", "region", "admin1", "continent", "sea")


def names_behind(scene: Scene, head: Token) -> list[Participant]:
    """The sites behind a plural or a number: "the bases at Kidal, Tessalit and Timbuktu", "two, Baraka and Sange,", "five …: A and B"."""
    text = scene.sentence.text.replace("\n", " ")
    end = head.idx + len(head)
    if (match := BEHIND.match(text, end)) is not None:
        return _names(scene, match.end(), several=True)
    if text.startswith(", ", end):
        listed = SEQUENCE.match(text, end + 2)
        if listed is not None and text.startswith(",", listed.end()):
            return _names(scene, end + 2, several=True)
    colon = text.find(": ", end)
    return _names(scene, colon + 2, several=True, to_end=True) if colon >= 0 else []


def _names(scene: Scene, begin: int, *, several: bool, to_end: bool = False) -> list[Participant]:
    text = scene.sentence.text.replace("\n", " ")
    match = SEQUENCE.match(text, begin)
    if match is None or (to_end and text[match.end() :].strip(" .")):
        return []
    found, at = [], match.start()
    for piece in PARTS.split(match[0]):
        if not piece:
            continue
        at = text.index(piece, at)
        named = site_named(scene, Span(at, at + len(piece)))
        at += len(piece)
        if named is None:
            return []
        found.append(named)
    return found if len(found) > 1 or not several else []


def site_named(scene: Scene, span: Span, *, large: tuple[str, ...] = LARGE) -> Participant | None:
    """The site of that name, ``None`` where the words name a country, an actor, a person or a day."""
    if any(m.span.overlaps(span) for m in scene.dates):
        return None
    known = next((m for m in scene.names if m.span.overlaps(span)), None)
    if known is None:
        return Participant(span.cut(scene.sentence.text), scene.in_report(span))
    if known.value.kind not in (NameKind.PLACE, NameKind.SITE) or known.value.type in large:
        return None
    if known.value.kind is NameKind.PLACE and known.span != span and known.span.begin <= span.begin:
        return Participant(span.cut(scene.sentence.text), scene.in_report(span))
    return of_name(scene, known)


def names_after(scene: Scene, token: Token) -> list[Participant]:
    """Sites that share the verb without repeating it: "left Tessalit on 21 October and Aguelhok two days afterwards", "then Mopti"."""
    text = scene.sentence.text.replace("\n", " ")
    found = []
    stop = STOP.search(text, token.idx + len(token))
    for match in TAIL.finditer(text, token.idx + len(token), stop.start() if stop else len(text)):
        span = Span(match.start("name"), match.end("name"))
        root = scene.root_of(span)
        if root is None or root.dep_ in ("nsubj", "nsubjpass", "compound", "pobj", "poss"):
            continue
        named = site_named(scene, span, large=COUNTRIES)
        if named is not None:
            found.append(named)
    return found
