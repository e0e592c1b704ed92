"""What a number of forces counts: "permanently assigned", "including contractors", "leaves out people on temporary duty"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.claims.scene import Scene
from onrecord.claims.tree import children
from onrecord.lexicon.words import phrases
from onrecord.model import Span
from onrecord.nlp.tokens import Token

STOP = r"(?=,(?!\d)| and (?:it|that|which|the)\b| but |;|\.(?:\s|$)|$)"
MAX_WORDS = 90
PART_ELSEWHERE = re.compile(r"including (?:about |some |around |roughly )?\d[\d,]* (?:in|at) ", re.IGNORECASE)
"""A part that is told with a place of its own ("including 2,400 in Mali") is a number of its own."""


@cache
def _scope() -> re.Pattern[str]:
    """Words that open a scope and run to the end of their phrase: "including contractors", "leaves out those on temporary duty"."""
    opening = "|".join(re.escape(phrase) for phrase in phrases("counting", "scopes"))
    return re.compile(rf"\b(?:{opening})\b(?:[^.;,\n]|(?<=\d),(?=\d)){{2,{MAX_WORDS}}}?{STOP}", re.IGNORECASE)


@cache
def _phrase() -> re.Pattern[str]:
    """Set phrases for what is counted: "on the ground", "of all categories"."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases('counting', 'phrases'))})\b", re.IGNORECASE)


def counting_of(scene: Scene, noun: Token, number: Span) -> tuple[str, Span] | None:
    """What the number of ``noun`` counts, with its words in the sentence; ``None`` where the text does not say.

    A phrase within the noun phrase wins; one elsewhere in the clause counts where no other number of forces stands nearer to it.
    """
    text = scene.sentence.text
    found = [
        match
        for pattern in (_scope(), _phrase())
        for match in pattern.finditer(text)
        if _is_nearest(scene, number, match) and PART_ELSEWHERE.match(match[0]) is None
    ]
    if found:
        nearest = min(found, key=lambda m: (_distance(number, m.start(), m.end()), m.start()))
        begin, end = nearest.start(), nearest.end()
        if begin < number.begin < end:
            end = text.rfind(" and ", begin, number.begin)
        if end > begin:
            return text[begin:end].strip(), Span(begin, end)
    return _modifiers(scene, noun)


def _is_nearest(scene: Scene, number: Span, match: re.Match[str]) -> bool:
    """Whether no other number of forces stands between this one and the phrase, or nearer to it."""
    distance = _distance(number, match.start(), match.end())
    others = [m.span for m in scene.counts if m.value.quantity.unit == "personnel" and m.span != number]
    between = [o for o in others if number.end <= o.begin < match.start()]
    return not between and all(
        distance <= _distance(other, match.start(), match.end()) or other.begin > number.begin for other in others
    )


def _distance(span: Span, begin: int, end: int) -> int:
    return max(begin - span.end, span.begin - end, 0)


def _modifiers(scene: Scene, noun: Token) -> tuple[str, Span] | None:
    """ "special operations troops", "combat troops", "military advisers": a modifier that narrows the forces."""
    narrow = [c for c in children(noun, "compound", "amod", "nmod") if c.lower_ in phrases("counting", "modifiers")]
    if not narrow:
        return None
    first = min([narrow[0].i, *(t.i for c in narrow for t in c.subtree if scene.name_at(t) is None)])
    span = Span(scene.doc[first].idx, noun.idx + len(noun))
    return span.cut(scene.sentence.text), span
