"""Who says what in a report: rules over the parse first, then quotation marks, then the layout of headlines and transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.finders.attributions.drafts import Draft, spans_of, token_span
from onrecord.finders.attributions.layout import layout_drafts
from onrecord.finders.attributions.phrases import phrase_drafts
from onrecord.finders.attributions.quotations import Quotes, carry_on, take_quotations
from onrecord.finders.attributions.sources import phrase, source_of
from onrecord.finders.attributions.speakers import Speakers
from onrecord.finders.attributions.statements import statement_drafts
from onrecord.finders.attributions.verbs import cue_verbs, verb_draft
from onrecord.lexicon.attribution import Cue
from onrecord.model import Attribution, Mention, Span
from onrecord.nlp import Sentence

NESTED_MANNERS = frozenset(
    ["said", "announced", "claimed", "confirmed", "denied", "promised", "reported", "threatened", "warned", "ordered"]
)
DATELINE = re.compile(r"[A-Z][A-Z'’. -]{2,30}(?:,[^—–―\n]{0,40}?)?(?:\([^()\n]{1,30}\))? ?(?:[—–―]|--?) ")
Waiting = dict[int, list[tuple[Token, Cue]]]
"""By sentence, the cue verbs for which the parse gives no content."""


def find_attributions(sentences: Sequence[Sentence], text: str) -> Iterator[Mention[Attribution]]:
    """Who says what: "Gen. Haddad said that …", "“…,” he added", "according to police", "the claim that …", "vowed to return".

    One mention for each cue, so that an attribution within another gives two. Offsets mean ``text``, the report's.
    """
    drafts, waiting = _parsed(sentences)
    quotes = Quotes(text)
    _cut_datelines(drafts, sentences)
    take_quotations(quotes, drafts)
    drafts += _quoted(sentences, quotes, waiting)
    drafts += statement_drafts(sentences, waiting, quotes)
    carry_on(quotes, [sentence.span.begin for sentence in sentences])
    drafts += layout_drafts(text, drafts, quotes)
    speakers = Speakers(sentences, text)
    for draft in sorted(filter(is_kept, drafts), key=lambda draft: (draft.cue, draft.extent)):
        yield _mention(draft, speakers.speaker(draft, quotes))


def _cut_datelines(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
    """A content that opens with the report's dateline ("ERBIL, Iraq — The army …") begins behind it."""
    for draft in drafts:
        sentence = sentences[draft.sentence]
        begin, first = sentence.span.begin, draft.content[0]
        line = DATELINE.match(sentence.text) if first.begin == begin else None
        if line is not None and begin + line.end() < first.end:
            draft.content[0] = Span(begin + line.end(), first.end)


def is_kept(draft: Draft) -> bool:
    """Whether an attribution says something of somebody: not "you know", nor the "I think" of a man who is quoted anyway."""
    if draft.head is not None and draft.head.lower_ in ("you", "one"):
        return False
    if draft.nested:
        first = draft.head is None or draft.head.lower_ in ("i", "we")
        return not first and draft.manner in NESTED_MANNERS and draft.rule in ("clause", "around", "according to")
    return bool(draft.source) or draft.unsourced


def _mention(draft: Draft, speaker: str | None) -> Mention[Attribution]:
    value = Attribution(tuple(draft.content), (draft.cue,), tuple(draft.source), speaker, draft.manner)
    return Mention(draft.extent, value, f"attribution: {draft.rule}")


def _parsed(sentences: Sequence[Sentence]) -> tuple[list[Draft], Waiting]:
    """The attributions of the parsed sentences, and the cue verbs that still lack a content."""
    drafts: list[Draft] = []
    waiting: Waiting = {}
    for number, sentence in enumerate(sentences):
        if sentence.doc is None:
            continue
        base = sentence.span.begin
        own = list(phrase_drafts(sentence.doc, base))
        for verb, cue in cue_verbs(sentence.doc):
            draft = verb_draft(verb, cue, base)
            if draft is not None:
                own.append(draft)
            elif "quote" in cue.patterns:
                waiting.setdefault(number, []).append((verb, cue))
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
    best: tuple[int, Mention[Attribution]] | None = None
    for mention in attributions:
        value = mention.value
        inside = _shared(value.content, span)
        if not inside:
            continue
        rest = len(span) - _shared(value.cue, span) - _shared(value.source, span)
        size = sum(len(piece) for piece in value.content)
        if inside * (3 if mention.rule.endswith("passive") else 2) > rest and (best is None or size < best[0]):
            best = (size, mention)
    return best[1] if best else None


def _shared(pieces: Sequence[Span], span: Span) -> int:
    """How many characters of ``span`` the pieces hold."""
    return sum(max(0, min(piece.end, span.end) - max(piece.begin, span.begin)) for piece in pieces)
