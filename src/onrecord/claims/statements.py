"""Statements: somebody says, writes or thinks something, with the words that do so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.claims.building import Draft, name_of, rule
from onrecord.claims.scene import Scene
from onrecord.claims.status import standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.times import time_for
from onrecord.claims.tree import child, is_noun, is_verb, preposition_objects
from onrecord.finders.attributions import is_known_cue
from onrecord.lexicon.names import resolve_name
from onrecord.model import Attribution, Kind, Mention, NameKind, Origin, Span, Status, Step
from onrecord.nlp.tokens import Token

MOST = 2000
"""Characters of a content that a claim keeps in words; its spans tell all of it."""

NEAR = 600
"""Characters within which the sentence that holds the content is told with the one that holds the cue."""

BY_LAYOUT = ("attribution: transcript", "attribution: signature")
ADDRESSED = frozenset("tell tells told telling inform informs informed assure assures assured warn warns warned advise advised remind "
                      "reminded notify notified brief briefed urge urged ask asked".split())  # fmt: skip
ADDRESSING = frozenset("to with".split())
DAY = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d")
BLANKS = re.compile(r"\s+")
TRIM = " \t\n,;"
WHOLE = re.compile(r"^[“\"„«‘'`]+([^“”\"„«»]*?)[,;]?[”\"»’']*$")
"""A piece that is one quotation: its marks say no more than ``mode`` does."""


@rule
def claim_statement(scene: Scene, story: Story) -> Iterator[Draft]:
    """Somebody says, writes or thinks something, with the cue and the words: "Marotto said that …", "“…,” he added", "according to
    police", "Ministry: …". Every attribution is one, those within another too."""
    if scene.is_question and not story.quotes.all:
        return
    for mention in said_in(story.attributions, scene.sentence.span):
        made = _statement(scene, story, mention)
        if made is not None:
            yield made


def said_in(attributions: Sequence[Mention[Attribution]], span: Span) -> Iterator[Mention[Attribution]]:
    """The attributions whose first cue stands in a span; they come in the order of their cues."""
    first = bisect_left(attributions, span.begin, key=lambda mention: mention.value.cue[0].begin)
    for mention in attributions[first:]:
        if mention.value.cue[0].begin >= span.end:
            return
        yield mention


def _statement(scene: Scene, story: Story, mention: Mention[Attribution]) -> Draft | None:
    value, text = mention.value, story.report.text
    pieces = [piece for piece in value.content if piece.cut(text).strip(TRIM)]
    head = scene.root_of(value.cue[0].shift(-scene.sentence.span.begin))
    if not pieces or head is None:
        return None
    cue = BLANKS.sub(" ", " ".join(piece.cut(text) for piece in value.cue))
    speaker, marked = _speaker(value, text), not any(map(str.isalpha, cue))
    if (marked and speaker is None) or not (marked or is_known_cue(cue)):
        return None
    made = Draft(Kind.STATEMENT, _evidence(scene, pieces), name_of(claim_statement), scene)
    made.spans["trigger"] = speaker.span if marked and speaker is not None else value.cue[0]
    made.put("speaker", speaker)
    if not marked:
        made.put("cue", cue, value.cue[0])
    made.put("content", _words(text, pieces), pieces[0])
    for number, piece in enumerate(pieces[1:], start=2):
        made.spans[f"content.{number}"] = piece
    made.put("mode", "direct" if mention.rule in BY_LAYOUT else _mode(story, pieces))
    if is_verb(head) or is_noun(head):
        _tell_how(scene, made, head)
    return made


def _tell_how(scene: Scene, made: Draft, head: Token) -> None:
    """Whether it was said at all, when, and to whom."""
    standing = standing_of(head, headline=scene.is_headline)
    own = standing.word is None or head.i in (standing.word.i, standing.word.head.i)
    if head.lower_ != "according" and (own or standing.status is not Status.DENIED):
        made.standing = standing  # "did not comment, saying that …": what is denied is another verb
    if made.standing.word is not None and made.standing.word.i != head.i:
        made.spans["status"] = scene.at(made.standing.word)
    timed = time_for(scene, head)
    if timed is not None and not any(
        span.overlaps(timed[1]) for name, span in made.spans.items() if name.startswith("content")
    ):
        made.time, made.spans["time"] = timed
    listener = _addressee(head)
    if listener is not None and not any(
        scene.at(listener).overlaps(made.spans[name]) for name in ("content", "speaker") if name in made.spans
    ):
        words = scene.words(listener.left_edge.i, listener.i)
        name = resolve_name(words, kind=NameKind.ACTOR)
        known = name is not None and name.id is not None
        to_whom = name.canonical if name is not None and known else words
        said_to = Participant(to_whom, scene.at(listener.left_edge, listener), name, Origin(Step.OWN))
        made.put("addressee", said_to if any(map(str.isalpha, words)) else None)


def _addressee(head: Token) -> Token | None:
    """ "told reporters", "said to the committee"."""
    if not is_verb(head):
        return None
    if head.lower_ in ADDRESSED:
        found = child(head, "dative", "dobj")
    else:
        found = next((obj for prep, obj in preposition_objects(head) if prep in ADDRESSING and prep == "to"), None)
    return found if found is not None and is_noun(found) else None


def _speaker(value: Attribution, text: str) -> Participant | None:
    """Who speaks, by the name that is known for him."""
    if value.speaker is None or not value.source:
        return None
    words = value.speaker.strip(" ()[]")
    if DAY.match(words) or not any(map(str.isalpha, words)) or not any(map(str.isalpha, value.source[0].cut(text))):
        return None
    whole = value.source[0]
    for piece in value.source[1:]:
        whole = whole.join(piece)
    name = resolve_name(words, kind=NameKind.ACTOR) or resolve_name(words, kind=NameKind.PERSON)
    named = any(word in whole.cut(text) for word in words.split() if word[:1].isupper()) or words in whole.cut(text)
    origin = Origin(Step.OWN) if named else Origin(Step.PRONOUN, whole)
    return Participant(name.canonical if name is not None and name.id else words, whole, name, origin)


def _evidence(scene: Scene, pieces: Sequence[Span]) -> Span:
    """The sentence of the cue, with the content where that stands wholly outside it and close by."""
    own = scene.sentence.span
    if any(piece.overlaps(own) for piece in pieces):
        return own
    near = [piece for piece in pieces if abs(piece.begin - own.begin) <= NEAR and abs(piece.end - own.end) <= NEAR]
    return own.join(near[0]) if near else own


def _words(text: str, pieces: Sequence[Span]) -> str:
    words = " … ".join(WHOLE.sub(r"\1", BLANKS.sub(" ", piece.cut(text)).strip(TRIM)) for piece in pieces)
    return words if len(words) <= MOST else words[: words.rfind(" ", 0, MOST)] + " …"


def _mode(story: Story, pieces: Sequence[Span]) -> str:
    """Whether the words stand in quotation marks: all, some or none of them."""
    marked = total = 0
    for piece in pieces:
        total += len(piece)
        for number in story.quotes.overlapping(piece):
            quoted = story.quotes.all[number].span
            marked += min(piece.end, quoted.end) - max(piece.begin, quoted.begin)
    if not marked:
        return "indirect"
    return "direct" if marked >= 0.9 * total else "mixed"
