"""The forms of date expressions: one rule a form, each a pattern and what it means. Tried in this order at each place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.finders.dates import calendar_forms, clock_forms, relative_forms
from onrecord.finders.dates.resolved import Meaning
from onrecord.finders.dates.starts import LENGTH, alike, fitting, starts_of
from onrecord.finders.dates.vocabulary import pieces

Builder = Callable[[re.Match[str]], Meaning | None]

UNMARKED = "unmarked"
MAX_STARTS = 16384
"""Beginnings of words whose rules are remembered."""
FIRST = 4
"""Characters of a word that are looked at first; of most words they say that no rule can begin there."""
WORD_START = re.compile(r"(?<!\w)\S")
ADJ = r"(?:more|full|consecutive|straight|additional|long|fiscal|trading|calendar|business|working|successive|further|crucial)"
UNITS = r"(?:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries|weekends|nights)"
FEW = r"(?:<NUM>(?:(?:<S>(?:to|or)<S>|\s?[-–]\s?)<NUM>)?(?:[- ]plus)?|<VAGUE>|couple<S>of|couple)"
BUSY_YEAR = r"(?:(?P<y>[12]\d{3})(?![\w%]|[,.]\d)|[’'](?P<yy>\d\d)\b|(?P<spoken><SPOKEN>))"
THE = r"(?:the<S>)?"
FISCAL = r"(?:fiscal[- ])?"
OF_YEAR = r"(?:(?:<S>of|<S>in)?<S>(?:fiscal<S>)?(?:(?P<y2><NEAR_YEAR>)|(?P<w2>this|last|next|the)<S>year\b))"
Y1 = r"(?:(?P<y1><NEAR_YEAR>|<SPOKEN>)<S>|(?P<w1>this|last|next)<S>year[’']s<S>|(?P<ago>year[- ](?:ago|earlier))<S>)"
LOOK_Y1 = r"(?:<NEAR_YEAR><S>|(?:this|last|next)<S>year[’']s<S>|year[- ](?:ago|earlier)<S>)"
LATER_DAY = r"(?:\s?[-–—]\s?(?P<d2><DAY>)|<S>(?:to|and|through|&)<S>(?P<d3><DAY>)(?=[,.;:)]|<S>(?:in|at|on|when|that|which|and|by|of|as|with|under)\b|\s*$))"

# name, pattern, what it means. "<S>" is a blank, other names in "<>" are pieces of the vocabulary.
RULES: tuple[tuple[str, str, Builder], ...] = (
    (
        "iso",
        r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T(?P<h>\d\d):?(?P<mi>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
        calendar_forms.iso_date,
    ),
    (
        "slashed",
        r"(?<![\w/.])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\w/])",
        calendar_forms.slashed,
    ),
    (
        "nine-eleven",
        r"(?<![\w/.-])9/11(?![\w/])|(?-i:September|Sept\.?)<S>11(?:th)?(?=,?<S>(?:terror(?:ist)?<S>)?attacks?\b)",
        calendar_forms.nine_eleven,
    ),
    (
        "date-time-group",
        r"(?<!\w)(?P<d>\d\d)(?P<h>\d\d)(?P<mi>\d\d)(?P<zone>[A-Z])?\s?(?P<mon>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\s?(?P<y>\d{4}|\d\d)(?!\w)",
        calendar_forms.time_group,
    ),
    (
        "month-day",
        rf"(?:(?:(?:this|next|last)(?:<S>coming|<S>past)?<S>)?(?P<wd><ANY_WEEKDAY>),?<S>(?:the<S>)?)?(?P<mon><MONTH>)<S>(?:the<S>)?(?P<d><DAY>|<ORDINAL>\b){LATER_DAY}?(?:(?:,|<S>in|<S>of)?<S>{BUSY_YEAR}|,?<S>(?P<which>last|this|next)<S>year\b)?",
        calendar_forms.month_day,
    ),
    (
        "day-month",
        rf"(?:(?P<wd><ANY_WEEKDAY>),?<S>)?(?:the<S>)?(?:(?<![\w.,:/$£€-])|(?<=\d\d\d\d[-–])(?!\d\d-\d))(?P<d><DAY>|<ORDINAL>\b){LATER_DAY.replace('(?=', '(?=<S><MONTH>|')}?<S>(?:day<S>)?(?:of<S>)?(?P<mon><MONTH>)(?:,?<S>{BUSY_YEAR}|,?<S>(?P<which>last|this|next)<S>year\b)?",
        calendar_forms.month_day,
    ),
    ("movable", r"(?P<day><MOVABLE>)(?:,?<S>(?:of<S>)?(?P<y><NEAR_YEAR>))?\b", calendar_forms.movable),
    ("holiday", r"(?P<day><HOLIDAY>)(?:,?<S>(?:of<S>)?(?P<y><NEAR_YEAR>))?\b", calendar_forms.holiday),
    (
        "month-year",
        rf"(?P<mon><MONTH>)(?:,|<S>of)?<S>(?:{BUSY_YEAR}|(?P<which>last|this|next)<S>year\b)",
        calendar_forms.month_day,
    ),
    (
        "quarter",
        rf"(?:(?:the<S>)?(?={LOOK_Y1}?(?:fiscal[- ])?\w+<S>(?:quarter|half)|{LOOK_Y1}))?{Y1}?{FISCAL}(?P<n>first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))[- ](?P<u>quarter|half)\b(?!<S>of<S>(?:<MONTH>\b|the<S>month)){OF_YEAR}?",
        calendar_forms.quarter,
    ),
    (
        "quarter-code",
        r"(?:(?P<y>(?:19|20)\d\d)<S>)?(?P<code>(?-i:Q[1-4]|H[12])|(?-i:[1-4]Q|[12]H))(?:(?:<S>of)?[- /]?(?P<y2>(?:19|20)\d\d|[’']\d\d))?(?!\w)",
        calendar_forms.quarter_code,
    ),
    (
        "fiscal-year",
        rf"{THE}(?:(?P<y0><NEAR_YEAR>)<S>fiscal<S>year|fiscal<S>(?:year<S>)?(?P<y>(?:19|20)\d\d)|(?-i:FY)\s?(?P<y2>(?:19|20)?\d\d))\b(?![,.]\d)",
        calendar_forms.fiscal_year,
    ),
    (
        "first-months",
        rf"{THE}{Y1}?(?:first|latest|last|final|opening)<S>(?P<n>two|three|six|nine|eleven|\d+)<S>(?P<u>{UNITS})\b(?=<S>of<S>(?:\d|the|this|last|next)|(?<=months)|(?<=quarters))",
        relative_forms.first_units,
    ),
    (
        "small-hours",
        r"(?:the<S>)?(?:early|late|pre-dawn|predawn|small)<S>hours(?:<S>of<S>(?:the<S>morning|(?P<wd><WEEKDAY>)(?:<S>morning)?|(?P<rel>yesterday|today)))?\b",
        clock_forms.small_hours,
    ),
    ("later-day", r"(?:later|earlier|late|early)<S>(?:in<S>the|the<S>same|that(?:<S>same)?)<S>day\b", relative_forms.same_day),
    ("then", r"(?:(?<=by\s)|(?<=until\s)|(?<=since\s))then\b", relative_forms.then),
    (
        "window",
        rf"(?:(?:each|any|all|most|much)<S>of<S>)?(?:(?:the|these|those|its|their|his|her)<S>)?(?P<w>this<S>past|last|past|next|coming|previous|preceding|following|first|final|latest|recent|remaining|upcoming|opening|intervening|early)<S>(?:(?:(?P<n>{FEW})(?:<S>{ADJ})?[- ])(?P<u><UNIT>)|{ADJ}?\s?(?P<us>{UNITS}))\b(?:<S>or<S>so)?(?:<S>(?P<ahead>ahead|to<S>come))?",
        relative_forms.window,
    ),
    (
        "past-year",
        r"the<S>(?P<w>past|last)<S>(?P<u>week|month|year|decade|century|hour|day|quarter)\b(?![’']s|<S>of<S>)",
        relative_forms.past_unit,
    ),
    ("ahead", rf"the<S>(?P<u>{UNITS})<S>(?:ahead|to<S>come)\b", relative_forms.ahead),
    (
        "ago",
        rf"(?:(?P<n>{FEW})(?:<S>{ADJ})?[- ])?(?P<u><UNIT>)(?:<S>or<S>(?:so|more))?(?:<S>and<S>a<S>half)?[- ](?P<w>ago|earlier|later|from<S>now|hence|previously|before(?=[,.;:)]|\s*$)|after(?=[,.;:)]|\s*$))\b(?:<S>(?P<wd>today|yesterday|<WEEKDAY>|(?:this|last)<S>(?:week|month)))?",
        relative_forms.ago,
    ),
    (
        "year-ago",
        r"(?:(?:the|a)<S>)?(?:comparable<S>|corresponding<S>|same<S>)?(?:year[- ](?:ago|earlier)|latest(?=<S>period))(?:<S>(?P<n>first|second|third|fourth)?<S>?(?P<u>quarter|period))?\b",
        relative_forms.year_ago,
    ),
    ("year-quarter", r"(?:the<S>)?(?P<y><NEAR_YEAR>)<S>(?P<u>quarter|period)\b", calendar_forms.year_quarter),
    (
        "season-year",
        rf"{THE}(?:(?:early|late|mid)[- ])?(?P<season><SEASON>)\b(?:,|<S>of)?<S>(?:{BUSY_YEAR}|(?P<which>last|this|next)<S>year\b)",
        calendar_forms.season,
    ),
    ("day-of-day", r"(?P<wd><WEEKDAY>)<S>(?:(?:early|late|mid)[- ])?(?P<p><PART>)\b", clock_forms.part_of_day),
    (
        "relative-part",
        r"(?P<rel>yesterday|tomorrow|today|this|last|that|late<S>last)<S>(?:(?:early|late|mid)[- ])?(?P<p>morning|afternoon|evening|night)\b",
        clock_forms.part_of_day,
    ),
    (
        "which-weekday",
        rf"{THE}(?P<w><WHICH>)<S>(?P<wd><WEEKDAY>)(?!\w)(?:<S>(?P<p>morning|afternoon|evening|night)\b)?",
        calendar_forms.which_weekday,
    ),
    ("which-month", rf"{THE}(?P<w><WHICH>)<S>(?P<mon><MONTH>)(?![\w’'])(?!<S><DAY>)", calendar_forms.which_month),
    ("which-season", rf"{THE}(?P<w><WHICH>)<S>(?P<season><SEASON>)\b", calendar_forms.which_season),
    (
        "which-unit",
        rf"(?:this<S>time<S>)?{THE}(?P<w><WHICH>)<S>(?P<f>fiscal<S>|calendar<S>)?(?P<u>day|week|weekend|month|quarter|year|decade|century)\b(?!<S>of<S>)",
        relative_forms.which_unit,
    ),
    (
        "every",
        r"(?:every|each)<S>(?:(?P<n>other|single|<NUM>|few)<S>)?(?:(?P<wd><WEEKDAY>)(?:<S>(?P<wp><PART>)\b)?|(?P<mon><MONTH>)|(?P<season><SEASON>)|(?P<p>morning|afternoon|evening|night|weekend)|(?P<u><UNIT>))\b",
        relative_forms.every,
    ),
    (
        "times-a",
        r"(?:once|twice|thrice|(?:<NUM>|several|many)<S>times)<S>(?:an?|every|each|per)<S>(?P<u><UNIT>)",
        relative_forms.times_a,
    ),
    (
        "decade",
        r"(?:the<S>)?(?:(?:early|late|mid)(?:[- ]|(?:<S>|-)to[- ](?:late|mid)[- ]))?(?:(?P<c>(?:1[5-9]|20)\d0)[’']?s|(?<=the\s)[’']?(?P<s>[2-9]0)s|(?<=the\s)(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
        calendar_forms.decade,
    ),
    (
        "century",
        r"(?:the<S>)?(?:(?:early|late|mid)[- ])?(?P<n>\d{1,2}(?=st|nd|rd|th)|<ORDINAL>)(?:st|nd|rd|th)?[- ](?P<c>century)\b",
        calendar_forms.century,
    ),
    (
        "day-word",
        r"the<S>day<S>(?:before<S>yesterday|after<S>tomorrow)|today|yesterday|tomorrow|tonight",
        clock_forms.day_word,
    ),
    ("overnight", r"overnight\b", clock_forms.overnight),
    ("before-last", r"the<S>(?P<u>night|week|weekend|month|year)<S>before<S>last\b", relative_forms.before_last),
    (
        "day-beside",
        r"the<S>day<S>(?P<w>before|after)(?=<S>(?:<HOLIDAY>|<MOVABLE>|<MONTH><S>\d|<ANY_WEEKDAY>\b|\d{1,2}<S><MONTH>))",
        calendar_forms.beside_day,
    ),
    (
        "lone-neighbour",
        r"the<S>(?P<u>day|week|month|year)<S>(?P<w>before|after)(?=[,.;:)]|\s*$)",
        relative_forms.lone_neighbour,
    ),
    ("new-year", r"the<S>new<S>year\b(?![’'])", calendar_forms.new_year),
    (
        "day-of-month",
        r"(?:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\btill\s)|(?<=\bbefore\s)|(?<=\bsince\s)|(?<=\bafter\s))the<S>(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=[.,;:)]|\s*$|<S>of<S>(?:this|last|next|that)<S>month\b|<S>(?:and|but|when|he|she|they|it|at|as|with|after|to|for)\b|<S>the\b)(?:<S>of<S>(?P<rel>this|next|last)<S>month\b)?",
        calendar_forms.day_of_month,
    ),
    (
        "clock",
        r"(?<![\w:.,$£€/-])(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<mi>[0-5]\d))?(?:[:.][0-5]\d)?\s?(?P<ap>[ap](?:\.m\.|m\b|\.m\b))<ZONE>?",
        clock_forms.clock,
    ),
    (
        "clock-24",
        r"(?<![\w:.,$£€/-])(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?::[0-5]\d)?(?![\w:%]|\.\d)(?:<S>(?:hours|hrs)\b|<ZONE>)?",
        clock_forms.clock,
    ),
    (
        "clock-hours",
        r"(?<![\w:.,$£€/-])(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)(?:<S>?(?:hours|hrs)\b|\s?(?-i:GMT|UTC|Zulu|Z|L)\b|<S>local(?:<S>time)?\b|(?<!19\d\d)(?<!20\d\d)(?=<S>on<S>(?:<WEEKDAY>|<MONTH>|\d{1,2}<S><MONTH>)))",
        clock_forms.clock,
    ),
    (
        "o-clock",
        r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})<S>o[’']clock\b",
        clock_forms.oclock,
    ),
    ("noon", r"(?P<word>noon|midday|midnight)\b", clock_forms.noon),
    (
        "the-part",
        r"(?:(?<=in\s)|(?<=during\s)|(?<=by\s)|(?<=until\s)|(?<=throughout\s))(?:the<S>(?:(?:early|late|mid)[- ])?|(?:early|late|mid)[- ])(?P<p>morning|afternoon|evening|night)\b|(?P<mid>mid-?<S>?(?:morning|afternoon))\b",
        clock_forms.the_part,
    ),
    ("year-end", r"(?:the<S>)?(?P<which>last<S>)?(?:year[- ]end|year[’']s[- ]end)\b", relative_forms.year_end),
    ("unit-out", r"(?<=before\s)the<S>(?P<u>year|month|week|decade)<S>(?:is|was)<S>(?:out|over|up)\b", relative_forms.unit_out),
    ("the-decade", r"(?:the|this|the<S>current)<S>decade\b(?!<S>of)", relative_forms.decade),
    ("further-notice", r"(?:(?<=until\s)|(?<=till\s))further<S>notice\b", relative_forms.further_notice),
    ("unit-end", r"(?<=by\s)(?:the<S>)?(?P<u>month|week|day|quarter)[’']s<S>end\b", relative_forms.unit_out),
    ("day-end", r"(?<=end\sof\s)(?:the|this)<S>(?P<u>day)\b", relative_forms.unit_out),
    ("the-weekend", r"the<S>(?:long<S>)?weekend\b", relative_forms.weekend),
    (
        "the-unit",
        r"(?:(?:(?<=of\s)|(?<=in\s)|(?<=for\s)|(?<=during\s)|(?<=throughout\s)|(?<=over\s))the<S>(?:full<S>|entire<S>|whole<S>)?(?P<u>year|month|week|quarter)|the<S>(?P<f>full|fiscal)<S>(?P<u2>year))\b(?:(?<=quarter)(?=<S>(?:ended|ending))|(?!<S>(?:ended|ending|to<S>|of\b|before|after|when|since|that|prior|leading|and<S>a)))",
        relative_forms.the_unit,
    ),
    (
        "the-season",
        r"(?:(?:(?<=in\s)|(?<=by\s)|(?<=until\s)|(?<=since\s)|(?<=during\s)|(?<=through\s)|(?<=into\s)|(?<=over\s)|(?<=of\s)|(?<=for\s))(?:the<S>)?(?:(?:early|late|mid)[- ])?(?P<season><SEASON>)|(?P<mid>mid-?<SEASON>))\b(?!<S>(?:of|in|from)\b)",
        calendar_forms.the_season,
    ),
    (
        "year-range",
        r"(?<![\w.,/$£€-])(?P<y>(?:19|20)\d\d)[-–/](?P<y2>(?:19|20)\d\d|\d\d)(?![\w%-]|[,.]\d)(?:<S>(?:financial|fiscal|budget)<S>year\b)?",
        calendar_forms.year_range,
    ),
    ("the-year", r"the<S>year<S>(?:(?P<y><YEAR>)|(?P<spoken><SPOKEN>))\b", calendar_forms.bare_year),
    ("year", r"(?:(?<=mid-)|(?<![\w.,/$£€#+:–-]))(?P<y><NEAR_YEAR>)(?![-–/:]\w)", calendar_forms.bare_year),
    ("old-year", r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bof\s))(?P<y>1[5-8]\d\d)(?![\w%-]|[,.]\d)", calendar_forms.bare_year),
    (
        "spoken-year",
        r"(?:(?<=\byear\s)(?P<spoken><SPOKEN>)|(?=nineteen)(?P<nineteen><SPOKEN>))\b(?!<S><UNIT>)",
        calendar_forms.bare_year,
    ),
    (
        "weekdays",
        r"(?P<wd><WEEKDAY>)(?:(?P<pl>s)|(?P<later><S>week(?!(?:<S>(?:of|in|at|on|that|when|long)|-)\b)(?![’'])))?\b",
        calendar_forms.weekday,
    ),
    ("month", r"(?P<mon><BARE_MONTH>)(?![\w-])", calendar_forms.bare_month),
    ("may", r"(?P<mon>(?-i:May|March|MAY|MARCH))\b(?![-’'])", calendar_forms.may_or_march),
    ("recurring", r"(?P<word><RECURRING>)\b", relative_forms.recurring),
    (UNMARKED, r"(?P<word><UNMARKED>)\b", relative_forms.pointer),
    (
        "pointer",
        r"(?P<word><REF>)\b(?!-)(?!(?<=soon)<S>(?:after|before|as\b))(?!(?<=shortly)<S>(?:after|before))",
        relative_forms.pointer,
    ),
    ("year-ended", r"(?P<n>the)<S>(?:fiscal<S>)?(?P<u>year)\b(?=<S>(?:ended|ending)\b)", relative_forms.length),
    (
        "length",
        rf"(?<![\w.,$£€-])(?:{THE}(?P<n>{FEW})(?:<S>{ADJ})?<S>(?P<u>{UNITS})(?:<S>or<S>so)?(?!<S>old\b)|(?P<n2>{FEW})(?:<S>{ADJ})?[- ](?P<u2><UNIT>)(?:<S>and<S>a<S>(?P<half>half))?(?![- ]old\b))(?![\w-])",
        relative_forms.length,
    ),
    (
        "vague-length",
        rf"(?:(?:(?<=\bfor\s)|(?<=\bwithin\s)|(?<=\bin\s)|(?<=\bafter\s)|(?<=\bover\s)|(?<=\btake\s)|(?<=\btakes\s))(?P<u>{UNITS})(?:<S>(?:or|and)<S>{UNITS})?\b(?!<S>(?:of|to|after|before|when|that|like|gone)\b)|(?P<u2>{UNITS})(?=<S>(?:after|before)<S>(?:the|a|an|his|her|its|their|he|she|it|they)\b))",
        relative_forms.vague_length,
    ),
    ("span-word", r"(?:a<S>(?:long<S>)?while|some<S>time|a<S>long<S>time)\b", relative_forms.span_word),
)


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one expression, before it is resolved."""

    begin: int
    end: int
    rule: str
    meaning: Meaning


def _filled(pattern: str) -> str:
    for _ in range(2):
        for name, piece in pieces().items():
            pattern = pattern.replace(f"<{name}>", piece)
    return pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A form, ready to be tried: how it can begin (``starts``), and what its words mean."""

    name: str
    pattern: re.Pattern[str]
    builder: Builder
    starts: frozenset[str]


@cache
def _rules() -> tuple[Rule, ...]:
    filled = [(name, _filled(pattern), builder) for name, pattern, builder in RULES]
    return tuple(Rule(name, re.compile(whole, re.IGNORECASE), builder, starts_of(whole)) for name, whole, builder in filled)


@cache
def _by_start(length: int) -> dict[str, frozenset[int]]:
    """The numbers of the rules by how they can begin, as far as the first ``length`` characters tell."""
    found: dict[str, set[int]] = {}
    for number, rule in enumerate(_rules()):
        for start in rule.starts:
            found.setdefault(start[:length], set()).add(number)
    return {start: frozenset(numbers) for start, numbers in found.items()}


@lru_cache(MAX_STARTS)
def _rules_at(start: str, length: int) -> tuple[Rule, ...]:
    """The rules that can begin so, in their order, as far as ``length`` characters tell."""
    starts, rules = _by_start(length), _rules()
    return tuple(rules[number] for number in sorted(set().union(*(starts.get(each, ()) for each in fitting(start)))))


def expressions(text: str) -> list[Found]:
    """All expressions of a text, none overlapping another, in order."""
    found: list[Found] = []
    at, low = 0, alike(text)
    if len(low) != len(text):  # a capital whose small letter is two characters
        low = "".join(alike(sign)[:1] for sign in text)
    for place in WORD_START.finditer(text):
        begin = place.start()
        rules = _rules_at(low[begin : begin + FIRST], FIRST) if begin >= at else ()
        rules = _rules_at(low[begin : begin + LENGTH], LENGTH) if rules else ()
        item = _expression_at(text, begin, rules) if rules else None
        if item is not None:
            found.append(item)
            at = item.end
    return found


def _expression_at(text: str, begin: int, rules: tuple[Rule, ...]) -> Found | None:
    """The expression of the first rule that fits here; what that rule takes for no date is none."""
    for rule in rules:
        match = rule.pattern.match(text, begin)
        if match is not None and match.end() > begin:
            meaning = rule.builder(match)
            return Found(begin, match.end(), rule.name, meaning) if meaning is not None else None
    return None
