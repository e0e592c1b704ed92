"""Places of the gazetteer, provinces and districts by their noun, and sites by their form."""

from __future__ import annotations

from dataclasses import replace

from onrecord.finders.names.line import COMPASS, CUES, NOT_IN_NAMES, PROPER, Line
from onrecord.finders.names.listed import adjective
from onrecord.finders.names.match import Match, Setting
from onrecord.lexicon.entries import given_names
from onrecord.lexicon.gazetteer import Place, gazetteer
from onrecord.lexicon.names import name_index
from onrecord.model import Name, NameKind

DIVISIONS = {
    "province": "admin1",
    "governorate": "admin1",
    "oblast": "admin1",
    "district": "district",
    "county": "district",
    "region": "region",
    "city": "city",
    "town": "city",
    "village": "village",
    "neighborhood": "district",
    "neighbourhood": "district",
    "valley": "region",
    "desert": "region",
    "mountains": "region",
}
NOT_IN_PLACES = NOT_IN_NAMES - COMPASS
TOWNS = frozenset(["city", "town", "village"])
NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
LARGE = 500_000
"""People of a town that is known by its name alone, whatever the report speaks of."""
WITHIN_NAMES = frozenset(["al", "e", "ye", "i", "wa", "ul"])
"""Small words within names of places: Nahr-e Saraj, Qal'ah-ye Zal."""
NO_PLACES = frozenset(["autonomous", "federal", "congressional", "judicial", "school"])
STREETS = frozenset("street road avenue square lane boulevard".split())
EMBASSIES = frozenset(["embassy", "consulate"])
SITE_HEADS = {
    "camp": "camp",
    "fort": "base",
    "fob": "base",
    "forward operating base": "base",
    "contingency operating base": "base",
    "contingency operating site": "base",
    "combat outpost": "base",
    "patrol base": "base",
    "joint base": "base",
    "joint security station": "base",
    "firebase": "base",
    "fire base": "base",
    "naval station": "base",
    "naval air station": "base",
    "observation post": "base",
    "raf": "base",
}
SITE_TAILS = {
    "air base": "base",
    "airbase": "base",
    "air force base": "base",
    "airfield": "base",
    "air field": "base",
    "airport": "airport",
    "international airport": "airport",
    "military airport": "base",
    "naval base": "base",
    "military base": "base",
    "army base": "base",
    "barracks": "base",
    "garrison": "base",
    "military camp": "base",
    "training base": "base",
    "training camp": "camp",
    "refugee camp": "camp",
}
TAILING = frozenset(word for tail in SITE_TAILS for word in tail.split()[-1:])
"""The words with which such a name ends."""


def match_site(setting: Setting, i: int) -> Match | None:
    """A site that no list has, by its form: "Camp Redoubt", "Tazerbo Air Base", "Forward Operating Base Nolay"."""
    line = setting.line
    if not line.capital[i]:
        return None
    for j in range(line.run(i, 3), i, -1):
        kind = SITE_HEADS.get(line.key(i, j))
        end = line.proper_run(j, 3) if kind and j < len(line.words) and line.ties[j - 1] else j
        if kind and end > j and (line.folded(i) != "raf" or (line.form(i, j).isupper() and _is_at(line, i))):
            return _site(line, i, end, kind)
    return _by_tail(line, i)


def _is_at(line: Line, i: int) -> bool:
    """Whether a preposition of place goes before: "at RAF Holmby", but not "RAF Tornado jets"."""
    return line.folded(i - 1) in CUES.before_places and line.gap(i - 1) == " "


def _by_tail(line: Line, i: int) -> Match | None:
    """Proper nouns before "Air Base", "barracks" and the like."""
    if line.seen.isdisjoint(TAILING) or not line.is_proper(i):
        return None
    if name_index().find(line.folded(i), line.form(i, i + 1)) is not None:
        return None
    for j in range(i + 1, line.run(i, 5)):
        for end in range(line.run(j, 3), j, -1):
            kind = SITE_TAILS.get(line.key(j, end))
            if kind:
                return _site(line, i, end, kind)
        if not line.is_proper(j):
            return None
    return None


def _site(line: Line, i: int, j: int, kind: str) -> Match:
    return Match(i, j, Name(line.form(i, j), NameKind.SITE, kind), "names.site")


def match_embassy(setting: Setting, i: int) -> Match | None:
    """A state's embassy or consulate, with its city where given: "the U.S. Embassy in Baghdad"."""
    line, index = setting.line, name_index()
    if line.seen.isdisjoint(EMBASSIES):
        return None
    for j in range(line.run(i, index.longest.get(line.words[i].folded, 0)), i, -1):
        state = index.find(line.key(i, j), line.form(i, j))
        if state is None or state.country not in index.states or state.type not in ("state", "country"):
            continue
        if not line.ties[j - 1] or line.folded(j) not in EMBASSIES:
            return None
        end, city = _city_after(line, j + 1)
        words = f"{adjective(state)} {line.form(j, j + 1).capitalize()}" + (f" in {city}" if city else "")
        listed = index.find(words.casefold(), words, NameKind.SITE)
        return Match(i, end, listed or Name(words, NameKind.SITE, "embassy"), "names.embassy")
    return None


def _city_after(line: Line, j: int) -> tuple[int, str]:
    """The end of "in Baghdad" after an embassy, and its city; nothing where a country or no name follows."""
    if line.folded(j) != "in" or j + 1 >= len(line.words) or not line.is_proper(j + 1):
        return j, ""
    end = line.proper_run(j + 1, 3)
    city = line.form(j + 1, end)
    return (end, city) if name_index().find(line.key(j + 1, end), city, NameKind.PLACE) is None else (j, "")


def match_division(setting: Setting, i: int) -> Match | None:
    """A place by its noun: "Andar district", "Ghazni province", "the village of Tal Banat"."""
    line = setting.line
    if line.seen.isdisjoint(DIVISIONS):
        return None
    kind = DIVISIONS.get(line.words[i].folded)
    if kind and line.folded(i + 1) == "of" and i + 2 < len(line.words) and line.gap(i) == " ":
        end = line.proper_run(i + 2, 3)
        if line.folded(i - 1) in COMPASS or line.folded(end - 1) in STREETS:
            return None
        if end < len(line.words) and line.close(end - 1) and line.folded(end) in DIVISIONS:
            return None  # "the district of Helmand province"
        return _division(setting, i + 2, end, end, kind) if end > i + 2 else None
    if (
        line.folded(i) in NO_PLACES
        or not line.capital[i]
        or not (line.is_proper(i) or line.folded(i) == "al" or _is_named_after(line, i))
    ):
        return None
    end = i + 1
    while end < min(i + 5, len(line.words)) and line.close(end - 1) and line.folded(end) not in DIVISIONS:
        if not line.is_proper(end) and line.folded(end) not in WITHIN_NAMES:
            return None
        end += 1
    if end < len(line.words) and line.close(end - 1) and line.folded(end) in DIVISIONS and not _is_actor(line, i, end):
        return _division(setting, i, end, end + 1, DIVISIONS[line.folded(end)])
    return None


def _is_named_after(line: Line, i: int) -> bool:
    """Whether a word in capitals between "in" and "district" is a name, whatever the tagger says: "In Sabari district"."""
    return line.folded(i - 1) in CUES.before_places and line.folded(i + 1) in DIVISIONS and line.folded(i) not in COMPASS


def _division(setting: Setting, i: int, j: int, end: int, kind: str) -> Match:
    """The named division, known by the gazetteer or not."""
    line, words = setting.line, setting.line.form(i, end)
    within = kind if kind in ("admin1", "city", "district") else None
    place = chosen_place(setting, line.key(i, j), within) if within else None
    own = name_index().find(line.key(i, j), line.form(i, j), NameKind.PLACE)
    name = own or (replace(place.name, canonical=words) if place else Name(words, NameKind.PLACE, kind))
    return Match(i, end, name, "names.division")


def _is_actor(line: Line, i: int, j: int) -> bool:
    """Whether the words begin with a state or a body, which is a name for itself: "Iraqi province"."""
    found = (name_index().find(line.key(i, k), line.form(i, k)) for k in range(j, i, -1))
    return any(name is not None and (name.kind is not NameKind.PLACE or name.type == "country") for name in found)


def match_place(setting: Setting, i: int) -> Match | None:
    """A place of the gazetteer, in a country that the report speaks of or too large to be mistaken.

    The name is written as the text has it. Where several places could be meant it has no id, and stands only after a
    preposition of place; a proper noun after "near" is a place even if the gazetteer does not know it.
    """
    line = setting.line
    if not _may_begin(line, i):
        return None
    found = gazetteer()
    shortest = i + 1 if line.folded(i) in COMPASS else i
    for j in range(line.run(i, found.longest.get(line.words[i].folded, 0)), shortest, -1):
        key = line.key(i, j)
        if found.candidates(key) and line.capital[j - 1] and not runs_on(line, j) and not _is_short(line.form(i, j)):
            return _place(setting, i, j, key)
    end = _run_with_articles(line, i)
    if line.folded(i - 1) in CUES.near and end > i and line.gap(i - 1) == " " and not line.form(i, end).isupper():
        return Match(i, end, Name(line.form(i, end), NameKind.PLACE, "place"), "names.near")
    return None


def _run_with_articles(line: Line, i: int) -> int:
    """Where the proper nouns from ``i`` on end, Arabic articles among them: "Day az Zawr"."""
    end = line.proper_run(i, 3)
    while end > i and line.folded(end) == "al" and line.close(end - 1) and line.proper_run(end + 1, 1) > end + 1:
        end = line.proper_run(end + 1, 2)
    return end


def _place(setting: Setting, i: int, j: int, key: str) -> Match | None:
    """The place of that name which is meant, or the bare words."""
    line = setting.line
    chosen = chosen_place(setting, key)
    if chosen is not None and _is_doubtful(setting, i, j, chosen):
        return None
    if chosen is not None:
        words = line.form(i, j)
        written = chosen.name.canonical if words.isupper() else words
        return Match(i, j, replace(chosen.name, canonical=written), "names.place")
    if line.folded(i - 1) in CUES.before_places and line.gap(i - 1) == " ":
        return Match(i, j, Name(line.form(i, j), NameKind.PLACE, "place"), "names.place.unsure")
    return None


def _is_doubtful(setting: Setting, i: int, j: int, place: Place) -> bool:
    """Whether the words are more likely no place: "the Metro", "North Carolina", "His aunt Mary", a small town out of the blue."""
    line, before = setting.line, setting.line.folded(i - 1)
    if place.type not in TOWNS:
        return place.type == "sea" and i > 1 and line.form(i - 1, i) == "The"
    if before == "the" and line.gap(i - 1) == " " and not _before_noun(line, j):
        return True
    cued = before in CUES.before_places | CUES.over_places | {"of"} or place.country in _countries_after(setting, j)
    if j - i == 1 and line.folded(i) in given_names() and not cued:
        return True
    is_near = place.country in setting.named | setting.context
    if before in COMPASS and line.capital[i - 1] and line.close(i - 1) and not is_near:
        return True
    return not (cued or is_near or place.population >= LARGE or line.form(i, j).isupper() or _is_capital(line, i, j, place))


def _before_noun(line: Line, j: int) -> bool:
    """Whether a noun follows that the place is part of: "the Erbil airport"."""
    return j < len(line.words) and line.close(j - 1) and line.tags[j] in NOUNS


def _countries_after(setting: Setting, j: int) -> frozenset[str]:
    """The countries of the name that follows after a comma: "Allen, Texas"."""
    line = setting.line
    if j >= len(line.words) or line.gap(j - 1) != ", " or not line.capital[j]:
        return frozenset()
    for end in range(line.run(j, 4), j, -1):
        key = line.key(j, end)
        state = name_index().find(key, line.form(j, end), NameKind.PLACE)
        if state is not None and state.country:
            return frozenset([state.country])
        if found := gazetteer().candidates(key):
            return frozenset(place.country for place in found if place.type not in TOWNS)
    return frozenset()


def _is_capital(line: Line, i: int, j: int, place: Place) -> bool:
    state = name_index().capitals.get(line.key(i, j))
    return state is not None and state.place.country == place.country


def _is_short(words: str) -> bool:
    """Whether the words are an acronym rather than a town in capitals."""
    return len(words) < 5 and words.isupper()


def chosen_place(setting: Setting, key: str, within: str | None = None) -> Place | None:
    """The place that is meant: in a country that the sentence names, else in one of the report's."""
    found = gazetteer()
    place = found.choose(key, setting.named, within=within)
    if place is None or place.country not in setting.named:
        place = found.choose(key, setting.named | setting.context, within=within) or place
    return place


def _may_begin(line: Line, i: int) -> bool:
    """A capitalised proper noun; not a month or a compass point, not the name of a news agency."""
    if line.folded(i) in NOT_IN_PLACES or line.folded(i - 1) in ("agency", "newspaper", "network", "channel", "magazine"):
        return False
    if not line.capital[i] or (line.tags[i] not in PROPER and line.folded(i - 1) not in CUES.before_places | CUES.near):
        return line.folded(i) == "al" and i + 1 < len(line.words) and line.is_proper(i + 1)
    return line.is_proper(i) or line.folded(i) in COMPASS or line.tags[i] not in ("DT", "PRP", "IN", "CC", "CD")


def runs_on(line: Line, j: int) -> bool:
    """Whether a further proper noun follows without a break."""
    return line.ties[j - 1] and line.gap(j - 1) == " " and line.is_proper(j)
