"""Names of the lexicon, the adjectives of states, and bodies of states: "the Polish Defence Ministry"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.finders.names.line import PROPER, Line
from onrecord.finders.names.match import Match, Setting
from onrecord.lexicon.entries import as_actor, given_names, slug
from onrecord.lexicon.names import name_index
from onrecord.model import Name, NameKind

BODIES = {
    "army": ("Army", "force"),
    "military": ("military", "force"),
    "armed forces": ("Armed Forces", "force"),
    "security forces": ("security forces", "force"),
    "government forces": ("government forces", "force"),
    "air force": ("Air Force", "force"),
    "navy": ("Navy", "force"),
    "coast guard": ("Coast Guard", "force"),
    "police": ("police", "force"),
    "national police": ("National Police", "force"),
    "national guard": ("National Guard", "force"),
    "parliament": ("Parliament", "organization"),
    "foreign ministry": ("Foreign Ministry", "ministry"),
    "ministry of foreign affairs": ("Foreign Ministry", "ministry"),
    "defense ministry": ("Defence Ministry", "ministry"),
    "defence ministry": ("Defence Ministry", "ministry"),
    "ministry of defense": ("Defence Ministry", "ministry"),
    "ministry of defence": ("Defence Ministry", "ministry"),
    "interior ministry": ("Interior Ministry", "ministry"),
    "ministry of interior": ("Interior Ministry", "ministry"),
    "ministry of the interior": ("Interior Ministry", "ministry"),
    "health ministry": ("Health Ministry", "ministry"),
    "ministry of health": ("Health Ministry", "ministry"),
}
TITLES = frozenset("president mr mrs ms dr".split())
OF_CONTINENTS = frozenset(["America", "American", "Americans"])
CONTINENTS = frozenset(["north", "south", "central", "latin"])
"""What goes before America where it is no state."""
NAMEABLE = PROPER | {"NN", "NNS", "JJ", "FW"}
AS_STATE_BEFORE = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "CD"])


def match_listed(setting: Setting, i: int) -> Match | None:
    """The longest name of the lexicon that begins at word ``i``: "ISIL", "the Coalition", "Popular Mobilization Forces"."""
    line, index = setting.line, name_index()
    most = index.longest.get(line.words[i].folded, 0)
    if not most:
        return None
    for j in range(line.run(i, most), i, -1):
        name = index.find(line.key(i, j), line.form(i, j))
        if name is not None and _may_stand(line, i, j, name):
            name = _state_by_use(line, i, j, name)
            return _body(line, i, j, name) or Match(i, j, name, "names.listed")
    return None


def match_known(setting: Setting, i: int) -> Match | None:
    """A name that the report introduced before: a surname, an acronym given in brackets."""
    line = setting.line
    if not setting.known:
        return None
    if line.folded(i) == "coalition" and "coalition" in setting.known and line.folded(i - 1) == "the":
        return Match(i, i + 1, setting.known["coalition"], "names.introduced")
    if not (line.capital[i] or line.words[i].folded == "al"):
        return None
    for j in range(line.run(i, 4), i, -1):
        name = setting.known.get(line.key(i, j))
        if name is not None and (j - i > 1 or line.tags[i] in NAMEABLE or line.form(i, j).isupper()):
            return Match(i, j, name, "names.introduced")
    return None


def _may_stand(line: Line, i: int, j: int, name: Name) -> bool:
    """Whether one word alone is this name: a surname or a body's short name is none where other names run into it."""
    if name.country == "US" and line.form(i, j) in OF_CONTINENTS and line.folded(i - 1) in CONTINENTS and line.ties[i - 1]:
        return False
    if name.kind is NameKind.SITE and _follows_given_name(line, i):
        return False
    if j - i > 1 or name.type in ("state", "country") or line.form(i, j).isupper():
        return True
    if name.kind is NameKind.PERSON and line.tags[i] not in NAMEABLE:
        return False
    before = i > 0 and line.close(i - 1) and line.is_proper(i - 1)
    if before and name_index().find(line.folded(i - 1), line.form(i - 1, i)) is None:
        return line.folded(i - 1) in name_index().offices
    return name.kind is not NameKind.PERSON or not (line.ties[j - 1] and line.is_proper(j))


def _follows_given_name(line: Line, i: int) -> bool:
    """ "Hafez al-Asad": a name that a given name or a person's title leads to is no base."""
    return i > 0 and line.close(i - 1) and line.folded(i - 1) in given_names() | TITLES


def _state_by_use(line: Line, i: int, j: int, name: Name) -> Name:
    """A name that is both goes by what it stands before: "U.S. troops" names the state that acts, "in the U.S." the country."""
    state = name_index().states.get(name.country or "") if name.type == "country" else None
    if state is None or line.form(i, j) not in state.demonyms:
        return name
    before_noun = j < len(line.words) and line.gap(j - 1) in (" ", "-") and line.tags[j] in AS_STATE_BEFORE
    return as_actor(name, "state") if before_noun else name


def _body(line: Line, i: int, j: int, name: Name) -> Match | None:
    """A body of a state that the lexicon does not list by itself: "Polish Defence Ministry", "Kenya's army"."""
    if name.type not in ("state", "country") or j >= len(line.words) or not line.ties[j - 1]:
        return None
    for end in range(line.run(j, 4), j, -1):
        body = BODIES.get(" ".join(word.folded for word in line.words[j:end]))
        if body:
            state = name_index().states[name.country or ""]
            canonical = f"{adjective(name)} {body[0]}"
            identity = f"onrecord:{slug(state.place.canonical)}/{slug(body[0])}"
            made = replace(state.actor, canonical=canonical, type=body[1], id=identity, latitude=None, longitude=None)
            return Match(i, end, made, "names.body")
    return None


def adjective(name: Name) -> str:
    """What goes before a body of the state: US, UK, Polish."""
    state = name_index().states[name.country or ""]
    short = {"US": "US", "GB": "UK"}.get(name.country or "")
    return short or (state.demonyms[0] if state.demonyms else state.place.canonical)
