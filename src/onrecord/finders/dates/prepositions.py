"""The words before a date that make it a deadline, an open stretch or one end of a range; and the ledger's time from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord.finders.dates.calendar import iso, month_end
from onrecord.finders.dates.meanings import reach
from onrecord.finders.dates.resolved import Resolved
from onrecord.model import Time, TimeType, TimexType

PREPOSITION = re.compile(
    r"\b(?:(?:early|late|earlier|later)\s(?=on\s|in\s))?(?P<word>on\sor\sbefore|nlt|with\seffect\sfrom|by\s(?:the\s)?close\sof\s(?:business|play)(?:\son)?|no\slater\sthan|not\slater\sthan|(?:no|not)\searlier\sthan|no\ssooner\sthan|not\s(?:before|until)|as\sof|as\searly\sas|as\slate\sas|as\ssoon\sas|on\sor\s(?:about|around)|ahead\sof|prior\sto|up\sto|up\suntil|by|before|until|till|since"
    r"|(?:starting|beginning|effective)(?:\s(?:in|on|from|with|at))?|from|through|throughout|during|over|within|for|in|on|at|around|about|after|between|following)"
    r"(?:\s(?:around|about|at\sleast|early|late|sometime|some\stime|sometime\sin))?(?:\sthe)?\s+$",
    re.IGNORECASE,
)
SEASONS = frozenset(["SP", "SU", "FA", "WI"])
BY = frozenset(["by", "no later than", "not later than", "before", "ahead of", "prior to", "as late as"])
NOT_BEFORE = frozenset(["no earlier than", "not earlier than", "no sooner than", "not before", "not until"])
UNTIL = frozenset(["until", "till", "up to", "up until", "through"])
SINCE = frozenset(["since", "from", "starting", "beginning", "effective", "after", "as early as", "as soon as", *NOT_BEFORE])
SAME_AS = {"on or before": "by", "nlt": "by", "with effect from": "effective"}
OF_EVENT = re.compile(r"\sof\s(?:(?:the|an?|its|their|his|her)\s)?(?!the\b|an?\b)[a-z][\w’'-]+(?!\s\d)")
ON_AFTER = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+(?:the|a|\w+day))", re.IGNORECASE)
EDGE = re.compile(
    r"\b(?:the\s(?:very\s)?)?(?P<edge>end|close|beginning|start|middle|turn|(?:first|second)\shalf|rest|remainder|last\sdays?|first\sdays?|final\sdays?|(?:first|second|third|fourth|last|final)\sweek|latter\spart|early\spart)\sof\s+(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The preposition before an expression: where it begins, the word, and whether the end or start of the date is meant.

    ``tail`` is how many characters after the expression belong to it: "on March 1 at the latest".
    """

    begin: int
    word: str = ""
    edge: str = ""
    is_deadline: bool = False
    tail: int = 0


NAMED_BEFORE = re.compile(
    r"\b(?:deadline|cutoff|cut-off|target\sdate|due\sdate)\s(?:is\s|was\s|falls\s)?(?:of|at|for|on|is|was)\s(?:the\s)?$",
    re.IGNORECASE,
)
NAMED_AFTER = re.compile(
    r"(?:[’']s)?\s(?:withdrawal\s|target\s|exit\s|pullout\s)?(?:deadline|cutoff|cut-off|target|due\sdate)\b|\sdate\s(?:for|to)\b|\sas\s(?:the|a|its|his|their)\s(?:last\sday|final\sday|deadline|target|date|end\sdate)",
    re.IGNORECASE,
)


SET_DATE = re.compile(r"\sdate\s(?:for|to)\b", re.IGNORECASE)
AT_THE_LATEST = re.compile(r",?\sat\sthe\s(?:very\s)?(?:latest|earliest)\b|\sor\s(?:earlier|sooner)\b", re.IGNORECASE)
EVENT = re.compile(
    r"\s(?:after|before)\s(?:(?:the|an?|his|her|its|their|that|this)\s)?[\w’'-]+"
    r"(?:\s(?!(?:the|an?|and|but|or|when|as|that|which|who|in|on|at|by|to|for|with|from|of|was|were|had|has|is|are|will)\b)[\w’'-]+){0,5}"
)
PAST_VERB = r"(?:took|left|came|went|began|broke|fell|became|lost|won|[a-z]{3,20}ed)"
SINCE_EVENT = re.compile(
    rf"\bsince\s(?!then\b)(?:(?:[A-Za-z’'-]+\s){{1,4}}?{PAST_VERB}\s(?:(?!(?:the|an?|was|were|had|has)\b)[a-z]+\s){{0,2}}"
    r"|(?:the|an?|his|her|its|their)\s(?:(?!(?:the|an?|was|were|had|has)\b)[A-Za-z’'-]+\s){1,3})$",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:not|never|cannot|\w+n[’']t)(?:\s(?!(?:whether|if|that|how|when|why|who|only)\b)[a-z]+){0,4}\s$", re.IGNORECASE
)


def tail_of(text: str, end: int) -> int:
    """How many characters after a date still belong to its deadline: "by March 1 at the latest"."""
    found = AT_THE_LATEST.match(text, end)
    return len(found[0]) if found else 0


def is_negated(text: str, begin: int) -> bool:
    """Whether the verb before "before Saturday" is denied: "will not move before Saturday" gives the earliest day."""
    return NEGATED.search(text[max(0, begin - 60) : begin]) is not None


def is_deadline(text: str, begin: int, end: int) -> bool:
    """Whether the words around call the date one: "the May 1 deadline", "a deadline of May 1", "set May 1 as the last day"."""
    return bool(NAMED_AFTER.match(text, end) or NAMED_BEFORE.search(text[max(0, begin - 40) : begin]))


def lead_of(text: str, begin: int, edge: str = "") -> Lead:
    """The preposition that ends right before ``begin``."""
    start = max(0, begin - 40)
    found = PREPOSITION.search(text[start:begin])
    if found is None:
        return Lead(begin, "", edge)
    word = " ".join(found["word"].casefold().split())
    word = SAME_AS.get(word, "by" if word.startswith("by ") else word)
    first = word.split(" ")[0]
    return Lead(start + found.start(), first if first in ("starting", "beginning", "effective") else word, edge)


def time_of(text: str, lead: Lead, end: int, worth: Resolved, *, done: bool, base: date | None, ahead: bool) -> Time | None:
    """The ledger's time for a resolved expression with the preposition that leads it."""
    if worth.value[-2:] in SEASONS:
        lead = replace(lead, edge="")
    word = lead.word
    words = text[lead.begin : end + lead.tail]
    if not worth.dated:
        event = EVENT.match(text, end)
        if event and word not in ("within", "up to"):
            kind = TimeType.POINT if word in ("", "about", "around", "by") else TimeType.DURATION
            return Time(text[lead.begin : event.end()], None, None, kind)
        return _of_length(
            text, end, words, word, worth, done=done or text.startswith((" of ", " before ", " after "), end), base=base
        )
    if worth.type is TimexType.SET:
        return Time(words, worth.start, worth.end, TimeType.RECURRING)
    if lead.is_deadline and SET_DATE.match(text, end):
        return Time(words, worth.start, worth.end, TimeType.DEADLINE)
    if lead.is_deadline or (lead.tail and not words.endswith("earliest")):
        return Time(words, None, _edge_day(worth.end, lead.edge), TimeType.DEADLINE)
    if lead.edge in ("rest", "remainder"):
        return _of_rest(words, worth, ahead=not done, base=base)
    if words.endswith("earliest") or (word in ("before", "until", "till") and is_negated(text, lead.begin)):
        return Time(words, worth.start, None, TimeType.DURATION)
    if word in BY:
        if done and word in ("before", "prior to", "ahead of"):
            return Time(words, None, worth.end, TimeType.DURATION)
        return Time(words, None, _edge_day(worth.end, lead.edge), TimeType.DEADLINE)
    if word == "within" and (worth.type is TimexType.DURATION or worth.kind is TimeType.DURATION):
        return Time(words, None, worth.end, TimeType.DEADLINE)
    if word in UNTIL and worth.value == "FUTURE_REF":
        return Time(words, None, None, TimeType.DURATION)
    if worth.type is TimexType.DURATION or worth.value in ("PAST_REF", "FUTURE_REF", "PRESENT_REF"):
        return Time(words, worth.start, worth.end, worth.kind)
    event = SINCE_EVENT.search(text, max(0, lead.begin - 90), lead.begin) if word in ("in", "on") else None
    if event:
        return Time(text[event.start() : end], worth.start, None, TimeType.DURATION)
    if word in UNTIL:
        return Time(words, None, _edge_day(worth.end, lead.edge), TimeType.DURATION)
    if word == "within":
        return Time(words, None, worth.end, TimeType.DEADLINE)
    if word == "as of":
        return (
            Time(words, worth.start, None, TimeType.DURATION) if ahead else Time(words, worth.start, worth.end, TimeType.POINT)
        )
    if word == "from" and worth.kind is TimeType.DURATION:
        return Time(words, worth.start, worth.end, TimeType.DURATION)
    if word in SINCE and not (word == "after" and text[end : end + 2] in ("'s", "’s")):
        after = ON_AFTER.match(text, end) if word == "from" else None
        return Time(text[lead.begin : after.end() if after else end], worth.start, None, TimeType.DURATION)
    kind = TimeType.DURATION if word in ("during", "throughout", "over") else worth.kind
    return Time(words, worth.start, worth.end, kind)


def _edge_day(day: str | None, edge: str) -> str | None:
    """ "the end of March" is its last day; other parts are no more exact than the whole."""
    if day is None or edge not in ("end", "close") or day.startswith("XXXX"):
        return day
    parts = [int(piece) for piece in day.split("-")]
    if len(parts) == 1:
        return iso(parts[0], 12, 31)
    return iso(parts[0], parts[1], month_end(*parts)) if len(parts) == 2 else day


def _of_rest(words: str, worth: Resolved, *, ahead: bool, base: date | None) -> Time:
    """ "for the rest of the year" runs from the day of writing, where that lies in it, to the last day."""
    within = base is not None and ahead and worth.start is not None and base.isoformat().startswith(worth.start)
    return Time(words, base.isoformat() if base and within else None, _edge_day(worth.end, "end"), TimeType.DURATION)


def _of_length(text: str, end: int, words: str, word: str, worth: Resolved, *, done: bool, base: date | None) -> Time | None:
    """ "within 40 days" counts from the day of writing; "for six months" has no known ends; "a 40-day truce" dates nothing."""
    if word == "within":
        of = OF_EVENT.match(text, end)
        words += of[0] if of else ""
        length = _parsed(worth.value)
        there = reach(base, *length)[0] if base and length and not done else None
        return Time(words, None, there, TimeType.DEADLINE)
    if word in ("for", "in", "over", "during", "throughout", "after", "through", "up to"):
        return Time(words, None, None, TimeType.POINT if word == "after" else TimeType.DURATION)
    return None


def _parsed(value: str) -> tuple[float, str] | None:
    found = re.fullmatch(r"P(T?)(\d+)([DWMYHS])", value)
    return (float(found[2]), found[1] + found[3]) if found else None


def with_year_of(start: str, end: str) -> str:
    """A start without its own year takes that of the end, or the one before: "Nov. 30 to Jan. 2, 2021"."""
    year = int(end[:4])
    return iso(year if start[5 : len(end)] <= end[5:] else year - 1) + start[4:]
