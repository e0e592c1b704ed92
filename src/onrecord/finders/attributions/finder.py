"""Who says what in a report: what the parse allows and the tagger holds for right, then quotation marks, then the layout of headlines
and transcripts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from onrecord.finders.attributions.drafts import Draft, spans_of, token_span
from onrecord.finders.attributions.layout import layout_drafts
from onrecord.finders.attributions.quotations import Quotes, carry_on, take_quotations
from onrecord.finders.attributions.sources import phrase, source_of
from onrecord.finders.attributions.speakers import Speakers
from onrecord.finders.attributions.statements import add_papers, statement_drafts
from onrecord.finders.attributions.tagger import candidates, chances, chosen
from onrecord.finders.attributions.tails import tail_drafts
from onrecord.finders.attributions.verbs import cue_verbs
from onrecord.lexicon.attribution import Cue
from onrecord.model import Attribution, Mention, Span
from onrecord.nlp import Sentence
from onrecord.nlp.tokens import Token

NESTED_MANNERS = frozenset(
    ["said", "announced", "claimed", "confirmed", "denied", "promised", "reported", "threatened", "warned", "ordered"]
)
NESTED_RULES = frozenset(["clause", "around", "according to"])
LEAST_NESTED = 0.85
"""How likely an attribution in somebody's quotation must be."""

POINTING = frozenset("you me him her them us it this that so".split())

DATELINE = re.compile(r"[A-Z][A-Z'’. -]{2,30}(?:,[^—–―\n]{0,40}?)?(?:\([^()\n]{1,30}\))? ?(?:[—–―]|--?) ")
Waiting = dict[int, list[tuple[Token, Cue]]]
"""By sentence, the cue verbs for which the parse gives no content."""
Weighed = dict[int, Collection[Span] | None]
"""The sentences whose candidates are weighed, each with the words whose speakers are asked for, ``None`` for all."""


class By(StrEnum):
    """What finds attributions: the rules alone, the tagger alone (no quotations, no layout), or both, as is usual."""

    RULES = "rules"
    TAGGER = "tagger"
    BOTH = "both"


def find_attributions(
    sentences: Sequence[Sentence], text: str, *, by: By = By.BOTH, around: Collection[Span] | None = None
) -> Iterator[Mention[Attribution]]:
    """Who says what: "Gen. Haddad said that …", "“…,” he added", "according to police", "the claim that …", "vowed to return".

    One mention for each cue, so that an attribution within another gives two. Offsets mean ``text``, the report's. ``around``
    are the only words whose speakers are asked for: of sentences that cannot hold them no network is asked, which saves time.
    """
    quotes = Quotes(text)
    weighed = dict.fromkeys(range(len(sentences))) if around is None else _near(sentences, quotes, around)
    drafts, waiting = _parsed(sentences, quotes, by, weighed)
    add_papers(sentences, waiting)
    _cut_datelines(drafts, sentences)
    if by is not By.TAGGER:
        take_quotations(quotes, drafts)
        drafts += _quoted(sentences, quotes, waiting)
        drafts += statement_drafts(sentences, waiting, quotes)
        carry_on(quotes, [sentence.span.begin for sentence in sentences])
        drafts += layout_drafts(text, drafts, quotes)
    speakers = Speakers(sentences, text)
    kept = (draft for draft in drafts if is_kept(draft) and _says_something(draft, text))
    for draft in sorted(kept, key=lambda draft: (draft.cue, draft.extent)):
        speaker = speakers.speaker(draft, quotes)
        yield _mention(draft, speaker if draft.on_record else None)


def _cut_datelines(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
    """A content that opens with the report's dateline ("ERBIL, Iraq — The army …") begins behind it, and a dateline says nothing."""
    for draft in drafts:
        sentence = sentences[draft.sentence]
        begin, first = sentence.span.begin, draft.content[0]
        line = DATELINE.match(sentence.text)
        if line is None:
            continue
        if first.begin == begin and begin + line.end() < first.end:
            draft.content[0] = Span(begin + line.end(), first.end)
        draft.source = [span for span in draft.source if span.end > begin + line.end()]


def is_kept(draft: Draft) -> bool:
    """Whether an attribution says something of somebody: not "you know", nor the "I think" of a man who is quoted anyway."""
    if draft.head is not None and draft.head.lower_ in ("you", "one"):
        return False
    if draft.nested:
        first = draft.head is None or draft.head.lower_ in ("i", "we")
        return not first and draft.chance >= LEAST_NESTED and draft.manner in NESTED_MANNERS and draft.rule in NESTED_RULES
    return bool(draft.source) or draft.unsourced


def _says_something(draft: Draft, text: str) -> bool:
    """Whether a content is more than a pronoun: "Thank you" says nothing."""
    return len(draft.content) > 1 or not draft.content or draft.content[0].cut(text).lower() not in POINTING


def _mention(draft: Draft, speaker: str | None) -> Mention[Attribution]:
    value = Attribution(tuple(draft.content), (draft.cue,), tuple(draft.source), speaker, draft.manner)
    return Mention(draft.extent, value, f"attribution: {draft.rule}")


def _near(sentences: Sequence[Sentence], quotes: Quotes, around: Collection[Span]) -> Weighed:
    """The sentences that can say whose some words are: their own, with those words, the one before it, which may name whom "he" means,
    and those of a quotation that goes on there, with those beside them."""
    begins = [sentence.span.begin for sentence in sentences]
    own: dict[int, list[Span]] = {}
    for span in around:
        own.setdefault(bisect_right(begins, span.begin) - 1, []).append(span)
    found: dict[int, Collection[Span] | None] = dict(own)
    waiting = list(own)
    while waiting:
        number = waiting.pop()
        quoted = [quotes.all[quotation].span for quotation in quotes.overlapping(sentences[number].span)]
        held = [n for span in quoted for n in range(bisect_right(begins, span.begin) - 1, bisect_left(begins, span.end))]
        beside = [number - 1, number + 1] if quoted else [number - 1] if number in own else []
        fresh = dict.fromkeys(n for n in (*beside, *held) if 0 <= n < len(sentences) and n not in found)
        found |= dict.fromkeys(fresh, ())
        waiting += fresh
    return found


def _parsed(sentences: Sequence[Sentence], quotes: Quotes, by: By, weighed: Weighed) -> tuple[list[Draft], Waiting]:
    """The attributions of the parsed sentences that are kept, and the cue verbs for which the rules have no content.

    Of those that are not to be ``weighed``, what the rules make is kept."""
    drafts: list[Draft] = []
    waiting: Waiting = {}
    docs = {number: sentence.doc for number, sentence in enumerate(sentences) if sentence.doc is not None}
    bases = {number: sentences[number].span.begin for number in docs}
    verbs = {number: list(cue_verbs(doc)) for number, doc in docs.items()}
    asked = [] if by is By.RULES else [number for number in docs if number in weighed]
    alone = docs.keys() - set(asked)
    found = {n: candidates(doc, bases[n], verbs[n], by_rule_alone=n in alone, about=weighed.get(n)) for n, doc in docs.items()}
    likely = chances([found[number] for number in asked], [bases[number] for number in asked], quotes)
    kept = found | {number: chosen(found[number], each) for number, each in zip(asked, likely, strict=True)}
    for number, doc in docs.items():
        ruled = {candidate.cue.i for candidate in found[number] if candidate.by_rule}
        for verb, cue in verbs[number]:
            if verb.i not in ruled and "quote" in cue.patterns:
                waiting.setdefault(number, []).append((verb, cue))
        own = [candidate.draft for candidate in kept[number]]
        if by is not By.TAGGER:
            own += tail_drafts(doc, bases[number], verbs[number], own)
        for draft in own:
            draft.sentence = number
        drafts += own
    return drafts, waiting


def _quoted(sentences: Sequence[Sentence], quotes: Quotes, waiting: Waiting) -> Iterator[Draft]:
    """Quotations that no clause has claimed go to a cue verb without content: in their sentence, right behind, or before a colon."""
    for number, cues in waiting.items():
        sentence = sentences[number]
        for verb, cue in cues:
            at = sentence.span.begin + verb.idx
            if quotes.holding(at) is not None:
                continue
            found = _free_quotation(quotes, sentences, number, at)
            if found is None:
                continue
            draft = _with_quotation(verb, cue, sentence.span.begin, quotes, found)
            draft.sentence = number
            yield draft


def _with_quotation(verb: Token, cue: Cue, base: int, quotes: Quotes, number: int) -> Draft:
    source = source_of(verb)
    named = spans_of(verb.doc, [phrase(source, cue=verb)], base, marks=False) if source is not None else []
    named = [span for span in named if not span.overlaps(quotes.all[number].span)]
    draft = Draft(token_span(verb, base), [], named, cue.manner, "quotation", head=source)
    quotes.claim(number, draft)
    return draft


def _free_quotation(quotes: Quotes, sentences: Sequence[Sentence], number: int, at: int) -> int | None:
    """The nearest quotation nobody has claimed: in the sentence, ending right before it, or opening the next after a colon."""
    sentence = sentences[number]
    free = [n for n in quotes.overlapping(sentence.span) if n not in quotes.owner and _is_speech(quotes, n)]
    if free:
        return min(free, key=lambda n: min(abs(quotes.all[n].span.begin - at), abs(quotes.all[n].span.end - at)))
    before = quotes.holding(sentence.span.begin - 2) if sentence.span.begin > 1 else None
    if before is not None and before not in quotes.owner and _is_speech(quotes, before) and at - sentence.span.begin < 60:
        return before
    if sentence.text.rstrip().endswith(":") and number + 1 < len(sentences):
        following = quotes.holding(sentences[number + 1].span.begin)
        return following if following is not None and following not in quotes.owner else None
    return None


def _is_speech(quotes: Quotes, number: int) -> bool:
    """Whether a quotation is more than a word or two in marks."""
    words = quotes.all[number].span.cut(quotes.text).split()
    return len(words) >= 3 or bool(re.search(r"[.,!?]\W*$", words[-1] if words else ""))


def speaker_of(attributions: Sequence[Mention[Attribution]], span: Span) -> Mention[Attribution] | None:
    """The innermost attribution whose content covers most of ``span``, its own cue and source words not counted.

    ``None`` where no content does, or where ``span`` is but the source or the cue of what is said.
    """
    return next(iter(speakers_of(attributions, span)), None)


def speakers_of(attributions: Sequence[Mention[Attribution]], span: Span) -> list[Mention[Attribution]]:
    """The chain of attributions whose contents cover most of ``span``, the innermost first: "Reuters reported that officials said …"."""
    found: list[tuple[int, Mention[Attribution]]] = []
    for mention in attributions:
        value = mention.value
        inside = _shared(value.content, span)
        if not inside:
            continue
        rest = len(span) - _shared(value.cue, span) - _shared(value.source, span)
        size = sum(len(piece) for piece in value.content)
        if inside * (3 if mention.rule.endswith("passive") else 2) > rest:
            found.append((size - mention.rule.endswith("citing"), mention))
    return [mention for _, mention in sorted(found, key=lambda pair: pair[0])]


def _shared(pieces: Sequence[Span], span: Span) -> int:
    """How many characters of ``span`` the pieces hold."""
    return sum(max(0, min(piece.end, span.end) - max(piece.begin, span.begin)) for piece in pieces)
