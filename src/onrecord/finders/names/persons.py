"""Persons: "Gen. Joseph Votel", "Spokesman Wayne Marotto", "Knox Thames, a special adviser"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.finders.names.line import NAME_TIE, NOT_IN_NAMES, PROPER, Line
from onrecord.finders.names.match import Match, Setting
from onrecord.finders.names.person_cues import is_appointed, is_explained, is_introduced, speaks
from onrecord.finders.names.titles import after_titles, office_nouns, titles
from onrecord.lexicon.entries import given_names
from onrecord.lexicon.folding import is_acronym
from onrecord.lexicon.gazetteer import gazetteer
from onrecord.lexicon.names import name_index
from onrecord.model import Name, NameKind

PARTICLES = frozenset(
    """
    al bin bint ibn abu abd ul ur van von de der den la le du di da dos del ben ould ag
    """.split()
)
PERSONAL = frozenset(["bin", "bint", "ibn", "dela", "ul", "ur", "van", "von"])
"""Particles that persons have and places have not."""
OF_HEADLINES = frozenset(
    "captured killed detained arrested involved targeted responsible wanted wounded dead among calls visits warns meets to in".split()
)
"""What follows a title in a headline, where all words have capitals."""
NEVER_AFTER_TITLE = frozenset(["DT", "IN", "CC", "PRP", "PRP$", "WP", "WDT", "TO", "MD", "VBD", "VBZ", "CD", "EX", "RB"])
UNITS = frozenset("force command brigade division regiment battalion corps squadron".split())
"""Words of what a commander commands: "Commander Task Force Helmand" is no person of that name."""
CONTINENTS = frozenset("africa america asia atlantic europe pacific".split())
"""What else is commanded: "the Supreme Allied Commander Europe"."""
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
MOST_WORDS = 6
NOT_PERSONS = frozenset(
    """
    army navy corps force forces command ministry department council committee agency party movement front group
    brigade division regiment battalion university airport base camp street road square city province district house
    court congress parliament senate union league association organization organisation foundation institute center
    centre company war treaty agreement resolution day state states republic kingdom guard guards police service
    office board commission mission bank times post news press television tv radio journal magazine affairs defense
    defence security staff general minister president secretary administration government gulf sea river mountain
    mount island islands valley dam bridge church mosque cathedral hospital school stadium east west north south
    middle avenue boulevard building creek gardens festival award prize act cup
    college prison jail gazette herald tribune chronicle insider globe mirror observer guardian telegraph wire
    desk broadcasting broadcast network weekly daily review mail independent standard monitor today media online
    channel coast coalition alliance county region airlines airways motors industries corporation corp inc ltd llc
    holdings systems technologies energy oil accord pact deal summit conference plan project program programme
    operation initiative fund desert ocean canyon hills plateau peninsula strait canal junction crossing
    brigades squadron fleet militia militias syndicate society club team museum library theatre theater hotel palace
    """.split()
)


def match_titled(setting: Setting, i: int) -> Match | None:
    """A person after a title, however many titles there are: "spokesman Col. Wayne Marotto"."""
    line = setting.line
    begin = after_titles(line, i)
    if begin == i or begin >= len(line.words) or not line.capital[begin] or line.gap(begin - 1) not in (" ", ". "):
        return None
    if line.tags[begin] in NEVER_AFTER_TITLE and not line.is_proper(begin):
        return None
    end = name_end(line, begin, titled=True)
    begin = _after_offices(line, begin, end)
    if any(line.folded(k) in UNITS for k in range(begin, end)) or (end == begin + 1 and line.folded(begin) in CONTINENTS):
        return None
    if end == begin or _is_other(line, begin, end) or (end == begin + 1 and line.folded(begin) in OF_HEADLINES):
        return None
    return Match(begin, end, person(setting, begin, end), "names.titled")


def _after_offices(line: Line, begin: int, end: int) -> int:
    """Where the name begins after offices that no list has: "Deputy Harbour Affairs Minister Ann Holm"."""
    inner = (k for k in range(end - 1, begin, -1) if line.folded(k - 1) in titles() and line.folded(k) not in SUFFIXES)
    return next(inner, begin)


def match_untitled(setting: Setting, i: int) -> Match | None:
    """A person without a title: by a given name, or two or three proper nouns that speak or are explained by an office."""
    line = setting.line
    if not line.is_proper(i) or not _starts_afresh(line, i):
        return None
    end = name_end(line, i, titled=False)
    if end - i < 2 or _is_other(line, i, end) or any(line.folded(k) in NOT_PERSONS for k in range(i, end)):
        return None
    if _is_place(line, i, end):
        return None
    if _is_given(line, i) or PERSONAL & {line.folded(k) for k in range(i + 1, end)} or line.folded(i) == "abu":
        return Match(i, end, person(setting, i, end), "names.given")
    if end - i > 4 or _any_listed(line, i, end):
        return None
    if speaks(line, i, end) or is_explained(line, end) or is_introduced(line, i, end) or is_appointed(line, i, end):
        return Match(i, end, person(setting, i, end), "names.speaks")
    return None


def _starts_afresh(line: Line, i: int) -> bool:
    """Whether no proper noun runs into the word, a title or the name of a state or body aside ("BBC's", "for Iran Brian Hook")."""
    if i == 0 or not line.close(i - 1) or not line.is_proper(i - 1):
        return True
    if _is_given(line, i) and line.folded(i - 2) in ("for", "of", "to") and line.folded(i - 3) in office_nouns():
        return True  # "Deputy Minister for Peacekeeping Elena Ruiz"
    before = name_index().find(line.folded(i - 1), line.form(i - 1, i))
    return line.folded(i - 1) in titles() or (before is not None and before.kind is not NameKind.PERSON)


def name_end(line: Line, begin: int, *, titled: bool) -> int:
    """Where a person's name ends that begins at word ``begin``: capitalised words, particles and initials."""
    j = begin
    while j < min(begin + MOST_WORDS, len(line.words)):
        if j > begin and not (NAME_TIE.fullmatch(line.gap(j - 1)) and _dot_fits(line, j)):
            break
        word = line.folded(j)
        if word in NOT_IN_NAMES or (j > begin and word in titles() and line.tags[j] not in PROPER):
            break
        if j > begin and line.gap(j - 1) == "-" and not line.capital[j] and line.tags[j] in (*PROPER, "NN"):
            j += 1  # "Prayuth Chan-ocha"
            continue
        proper = line.capital[j] and (line.tags[j] in PROPER or (titled and line.tags[j] not in NEVER_AFTER_TITLE))
        if not proper and word not in PARTICLES:
            break
        if j > begin and _starts_other(line, j):
            break
        j += 1
    while j > begin and line.folded(j - 1) in PARTICLES and not line.capital[j - 1]:
        j -= 1
    return j


def person(setting: Setting, begin: int, end: int) -> Name:
    """The person that these words name: listed, introduced before, or by the words themselves."""
    line = setting.line
    words = [k for k in range(begin, end) if k == begin or not _is_nickname(line, k)]
    bare = [k for k in words if line.folded(k) not in SUFFIXES]
    keys = [" ".join(line.folded(k) for k in some) for some in (bare, [k for k in bare if len(line.folded(k)) > 1])]
    for key in keys:
        known = setting.known.get(key)
        if known is not None and known.kind is NameKind.PERSON:
            return known
    for key in keys:
        found = name_index().find(key, line.form(begin, end), NameKind.PERSON)
        if found is not None:
            return found
    return Name(_written(line, words), NameKind.PERSON, "person")


def _dot_fits(line: Line, j: int) -> bool:
    """A full stop within a name follows an initial or a short form only."""
    return not line.gap(j - 1).startswith(".") or len(line.folded(j - 1)) == 1 or line.folded(j - 1) in ("jr", "sr", "st")


def _is_nickname(line: Line, k: int) -> bool:
    """Whether the word stands in quotes: Kenneth F. "Frank" McKenzie."""
    return k > 0 and line.gap(k - 1)[-1:] in ('"', "“", "‘")


def _written(line: Line, words: list[int]) -> str:
    """The words as they stand, without what was left out between them."""
    out = line.form(words[0], words[0] + 1)
    for a, b in pairwise(words):
        tie = line.gap(a) if b == a + 1 and line.gap(a) in (" ", ". ", "-") else (". " if len(line.folded(a)) == 1 else " ")
        out += tie + line.form(b, b + 1)
    return out


def _is_other(line: Line, i: int, j: int) -> bool:
    """Whether these words are listed as something else than a person."""
    found = name_index().find(line.key(i, j), line.form(i, j))
    return (found is not None and found.kind is not NameKind.PERSON) or line.form(i, j).isupper()


def _starts_other(line: Line, j: int) -> bool:
    """Whether a listed body of several words begins here: "spokesman Wayne Marotto Combined Joint Task Force"."""
    index = name_index()
    most = index.longest.get(line.folded(j), 0)
    ends = range(min(line.run(j, most), len(line.words)), j + 1, -1) if most > 1 else ()
    names = (index.find(line.key(j, end), line.form(j, end)) for end in ends)
    return any(name is not None and name.kind is not NameKind.PERSON for name in names)


def _is_given(line: Line, i: int) -> bool:
    """Whether the word is a common given name, and no acronym of the same letters: "Ana", but not "ANA"."""
    word = line.form(i, i + 1)
    return line.folded(i) in given_names() and not (word.isupper() and len(word) > 2)


def _is_place(line: Line, i: int, j: int) -> bool:
    """Whether the words are the name of a place: Abu Kamal."""
    return bool(gazetteer().candidates(line.key(i, j)))


def _any_listed(line: Line, i: int, j: int) -> bool:
    """Whether one of the words is the name of something else, or an acronym."""
    forms = [line.form(k, k + 1) for k in range(i, j)]
    if any(len(form) > 2 and is_acronym(form) for form in forms):
        return True
    found = (name_index().find(line.folded(i + k), form) for k, form in enumerate(forms))
    return any(name is not None and name.kind is not NameKind.PERSON for name in found)
