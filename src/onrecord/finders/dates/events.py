"""Times told by an event and not by a date: "since Biden took office". TimeML does not mark them; the ledger keeps their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.finders.dates.grammar import expressions
from onrecord.model import Mention, Span, Time, TimeType, Timex, TimexType
from onrecord.nlp import split_sentences

RULE = "event"
WORD = r"[\w’'&/-]{1,40}"
SMALL = r"(?:and|but|or|which|who|that|when|while|as|in|on|at|for|with|said|says|has|have|is|are|was|were|had|do|does|did|can|will|may|could|would)"
THING = rf"(?:(?:the|an?|his|her|its|their)\s)?(?:(?!{SMALL}\b){WORD}\s){{0,3}}?(?!{SMALL}\b){WORD}"
DID = r"(?:took|left|came|went|began|broke|fell|became|lost|won|made|set|met|[a-z]{3,20}ed)"
# "since" may also mean "because": only a thing that did something, or one by itself at the end of its clause, tells a time.
SINCE = re.compile(
    rf"\b(?P<word>since)\s{THING}(?:\sof\s{THING})?(?:\s{DID}(?:\s(?!{SMALL}\b){WORD}){{0,4}}|(?=[.,;:)]|\s(?:in|on|at)\s|\s*$))",
    re.IGNORECASE,
)
UNTIL = re.compile(
    rf"\b(?P<word>until|till)\s(?:the|an?|his|her|its|their|all|every)\s(?:(?!(?:and|but|when|while|as|in|on|at)\b){WORD}\s?){{1,6}}",
    re.IGNORECASE,
)


def find_event_times(text: str) -> Iterator[Mention[Timex]]:
    """Stretches that open or close with an event: their words are kept, both ends stay unknown.

    >>> [mention] = find_event_times("Raids have doubled since Biden took office.")
    >>> mention.value.time.text, mention.value.time.start, mention.value.time.end
    ('since Biden took office', None, None)
    """
    for sentence in split_sentences(text):
        words = sentence.cut(text)
        dated = [(found.begin, found.end) for found in expressions(words)]
        for pattern in (SINCE, UNTIL):
            for match in pattern.finditer(words):
                span = Span(match.start(), match.start() + len(match[0].rstrip()))
                if not any(begin < span.end and span.begin < end for begin, end in dated):
                    yield _mention(words, span).shift(sentence.begin)


def _mention(words: str, span: Span) -> Mention[Timex]:
    value = "PAST_REF" if span.cut(words)[0] in "sS" else "FUTURE_REF"
    return Mention(span, Timex(TimexType.DATE, value, Time(span.cut(words), None, None, TimeType.DURATION)), RULE)
