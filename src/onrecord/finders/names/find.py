"""The names of a sentence, longest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.finders.names.bodies import match_body
from onrecord.finders.names.brackets import brackets_after, match_spelled_out
from onrecord.finders.names.capitals import match_capital
from onrecord.finders.names.line import Line, read_line
from onrecord.finders.names.listed import match_known, match_listed
from onrecord.finders.names.match import Match, Setting
from onrecord.finders.names.persons import match_titled, match_untitled
from onrecord.finders.names.places import match_division, match_embassy, match_place, match_site
from onrecord.lexicon.names import name_index
from onrecord.model import Mention, Name, NameKind, Span
from onrecord.nlp.tokens import Doc

SMALL_BEGINNINGS = frozenset(["al", "coalition"])
NO_NAMES: Mapping[str, Name] = {}
RULES = (
    match_listed,
    match_known,
    match_capital,
    match_embassy,
    match_untitled,
    match_site,
    match_division,
    match_body,
    match_spelled_out,
    match_place,
)
"""In the order that decides between rules which find equally long names."""


def find_names(
    doc: Doc, *, known: Mapping[str, Name] = NO_NAMES, context: frozenset[str] = frozenset()
) -> Iterator[Mention[Name]]:
    """Actors, persons, places and sites: "the Pentagon", "Gen. Joseph Votel", "Fallujah", "the U.S. Embassy in Baghdad".

    ``doc`` is one parsed sentence, ``known`` what earlier sentences introduced (see ``introduced``), ``context`` the ISO codes
    of the countries that the report speaks of. A country is a ``PLACE`` of type ``country``; its adjective, or "U.S." before a
    noun, an ``ACTOR`` of type ``state``; "the Iraqi government" an ``ACTOR`` of type ``government``. All three have the state's
    canonical name and id. Towns and provinces are written as the text has them, with the gazetteer's id where there is no doubt.
    """
    line = read_line(doc)
    given = dict(known)
    setting = Setting(line, given, _countries(line), context)
    i = 0
    for begin in _beginnings(line):
        if begin < i:
            continue
        i = begin
        best = _best(setting, i)
        if best is None:
            continue
        yield _mention(line, best)
        i = best.end
        for short in brackets_after(line, best):
            yield _mention(line, short)
            given[line.key(short.begin, short.end)] = short.name
            i = short.end


def _beginnings(line: Line) -> Iterator[int]:
    """The words with which a name may begin: those with a capital, titles, and the few others that ``_may_begin_small`` knows."""
    index, last = name_index(), len(line.words) - 1
    for i, word in enumerate(line.words):
        folded = word.folded
        known = folded in index.longest_title or folded in index.longest or folded in SMALL_BEGINNINGS
        if known or line.capital[i] or folded[0].isdigit() or (i < last and line.words[i + 1].folded == "of"):
            yield i


def _best(setting: Setting, i: int) -> Match | None:
    """The longest name at word ``i``; a person after titles where no name is as long as the titles."""
    line = setting.line
    if not line.capital[i] and not _may_begin_small(line, i):
        return match_titled(setting, i)
    titled = match_titled(setting, i)
    best: Match | None = None
    for rule in RULES:
        match = rule(setting, i)
        if match is not None and (best is None or match.end > best.end or _is_own_acronym(line, match, best)):
            best = match
    if titled is not None and (best is None or best.end <= titled.begin or best.name.kind is NameKind.PERSON):
        return titled
    return best


def _is_own_acronym(line: Line, match: Match, best: Match) -> bool:
    """Whether the report itself says what these letters stand for: its ISF go before the ISF that everybody knows."""
    return match.rule == "names.introduced" and match.end == best.end and line.form(match.begin, match.end).isupper()


def _may_begin_small(line: Line, i: int) -> bool:
    """Whether a name may begin with this word although it has no capital: "al-Qaeda", "peshmerga", "international coalition"."""
    word = line.words[i].folded
    return word in SMALL_BEGINNINGS or word[0].isdigit() or word in name_index().longest or line.folded(i + 1) == "of"


def _countries(line: Line) -> frozenset[str]:
    """The countries that the sentence names, by name or adjective."""
    index, found = name_index(), set()
    for i, word in enumerate(line.words):
        most = index.longest.get(word.folded, 0) if line.capital[i] else 0
        for j in range(line.run(i, most), i, -1) if most else ():
            name = index.find(line.key(i, j), line.form(i, j))
            if name is not None and name.country:
                found.add(name.country)
                break
    return frozenset(found)


def _mention(line: Line, match: Match) -> Mention[Name]:
    """The match as a mention in the sentence's text."""
    span = Span(line.words[match.begin].begin, line.words[match.end - 1].end)
    return Mention(span, match.name, match.rule)
