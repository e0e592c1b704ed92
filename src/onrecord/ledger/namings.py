"""Whether two values of an arg may mean one: a wider place, other words for the same goods, a longer title, a site by its kind alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from onrecord.ledger.keys import country_of
from onrecord.ledger.keys import named as named_in_lexicon
from onrecord.ledger.same import PARTIAL
from onrecord.ledger.told import FREE, Told, is_exact, is_same_number
from onrecord.lexicon.words import word_set
from onrecord.model import Kind

SMALL = re.compile(r"\b(?:of|to|for|the|and|a|an|in|on|at|its|his|her|their|other)\b|[^\w ]")
HEAD = re.compile(r"\s(?:of|to|for|in|at)\s")
WORDED = ("member", "organization", "person")
"""Args whose names may be longer in one report than in the other."""
Names = frozenset[str]


def named_alike(arg: str, one: Told, other: Told) -> bool:
    """Whether the two values that two entries give of an arg may mean one."""
    if arg == "condition" or (arg in ("place", "counting") and (one.is_once or is_exact(one, other))):
        return True
    if arg in FREE and arg != "role":
        return arg != "counting" and (_overlap(one.names[arg], other.names[arg]) or is_same_number(one, other))
    compare = COMPARED.get(arg)
    return compare is not None and compare(one, other)


def worded_alike(mine: Names, theirs: Names) -> bool:
    """Whether the words of one name stand in the other: "embassy" and "US embassy"; or one is as wide as "people"."""
    one, other = (set(tokens(names)) for names in (mine, theirs))
    return bool(one and other) and (one <= other or other <= one)


def is_site_of_place(one: Told, other: Told) -> bool:
    """Whether one names a site, and the other the place of that name instead: "Camp Taji" and "Taji"."""
    return (
        "site" in one.names
        and "site" not in other.names
        and worded_alike(one.names["site"], other.names.get("place", frozenset()))
    )


def acts_alike(one: Told, other: Told) -> bool:
    """Whether two threats are of one act, by at least two words: "close the embassy in Baghdad", "close its Baghdad embassy"."""
    mine, theirs = (set(tokens(told.names.get("act", frozenset()))) for told in (one, other))
    return one.claim.kind is Kind.THREAT and len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)


def is_own_name(words: str) -> bool:
    """Whether a name is one of several words, each with a capital: "Camp Bifrost".

    >>> is_own_name("Camp Bifrost, Mali"), is_own_name("Base"), is_own_name("the eight bases")
    (True, False, False)
    """
    return len(words.split()) > 1 and words.split(",", maxsplit=1)[0].istitle()


def _role(one: Told, other: Told) -> bool:
    return _same_role(one.claim.arg("role") or "", other.claim.arg("role") or "")


def _place(one: Told, other: Told) -> bool:
    return (
        _lies_in("place", one, other) or _lies_in("place", other, one) or worded_alike(one.names["place"], other.names["place"])
    )


def _site(one: Told, other: Told) -> bool:
    """Sites by their names, or, where one is told by what it is alone ("the air base"), by all else that both tell of it."""
    mine, theirs = one.names["site"], other.names["site"]
    if _lies_in("site", one, other) or _lies_in("site", other, one) or worded_alike(mine, theirs):
        return True
    if one.unit == "site" or other.unit == "site":  # "eight bases" are not one of them
        return False
    states = [_states_in(names) for names in (mine, theirs)]
    if all(states) and states[0].isdisjoint(states[1]):  # two embassies in one town
        return False
    if mine & other.names.get("place", frozenset()) or theirs & one.names.get("place", frozenset()):
        return True  # "the base at Besmaya", and Besmaya
    said = [_own_words(told) for told in (one, other)]
    if not (said[0] and said[1]):
        return bool(one.names.get("place")) and one.names.get("place") == other.names.get("place")
    return said[0] <= said[1] or said[1] <= said[0]


def _parties(one: Told, other: Told) -> bool:
    mine, theirs = one.names["parties"], other.names["parties"]
    return one.claim.kind is Kind.AGREEMENT and (mine <= theirs or theirs <= mine)


def _victims(one: Told, other: Told) -> bool:
    mine, theirs = one.names["victims"], other.names["victims"]
    if is_general(mine) or is_general(theirs):
        return is_same_number(one, other)
    return worded_alike(mine, theirs)


def _recipient(one: Told, other: Told) -> bool:
    mine, theirs = (set(tokens(told.names["recipient"])) for told in (one, other))
    return mine ^ theirs <= word_set("merging", "words_government") or _of_one_state("recipient")(one, other)


def _of_one_state(arg: str) -> Callable[[Told, Told], bool]:
    """A state and its army, or two of its bodies by its name ("the Iraqi army", "Iraqi forces"), where they hold or take a place or site."""

    def compare(one: Told, other: Told) -> bool:
        ids = [told.claim.ids.get(arg) for told in (one, other)]
        states = [told.claim.ids.get(f"{arg}.country") or country_of(id) for told, id in zip((one, other), ids, strict=True)]
        if one.claim.kind not in (Kind.SITE, Kind.TERRITORY) or states[0] is None or states[0] != states[1]:
            return False
        return any(country_of(id) for id in ids) or _overlap(one.names[arg], other.names[arg])

    return compare


def _target(one: Told, other: Told) -> bool:
    """Another word for what was hit, or the place in which it stands."""
    mine, theirs = one.names["target"], other.names["target"]
    if worded_alike(mine, theirs):
        return True
    where = one.names.get("place", frozenset()) | other.names.get("place", frozenset())
    return one.names.get("place") == other.names.get("place") and bool(mine & where or theirs & where)


def _worded(arg: str) -> Callable[[Told, Told], bool]:
    return lambda one, other: worded_alike(one.names[arg], other.names[arg])


COMPARED: dict[str, Callable[[Told, Told], bool]] = {
    **{arg: _worded(arg) for arg in WORDED},
    "role": _role,
    "place": _place,
    "site": _site,
    "parties": _parties,
    "victims": _victims,
    "recipient": _recipient,
    "target": _target,
    "actor": _of_one_state("actor"),
    "loser": _of_one_state("loser"),
}
"""How the values of each arg are compared; those of the others must be the same."""


def is_general(names: Names) -> bool:
    """Whether victims are anybody: "people", "residents"."""
    return set(tokens(names)) <= word_set("merging", "words_anybody")


def _overlap(mine: Names, theirs: Names) -> bool:
    return bool(set(tokens(mine)) & set(tokens(theirs)))


def tokens(names: Names) -> list[str]:
    """The words of names that carry meaning; of an id, those of its last part, and "northern" is "north"."""
    said = " ".join(_without_id(name) for name in names)
    words = [word.removesuffix("ern") if word in PARTIAL else word for word in SMALL.sub(" ", said).split()]
    return [word.removesuffix("s") for word in words]


def _without_id(name: str) -> str:
    """The words that stand beside an id ("iso3166:SY northern syria"), else those in it."""
    id, _, words = name.partition(" ")
    if words and ":" in id:
        return words
    return name.rsplit("/", 1)[-1].removeprefix("onrecord:").replace("-", " ")


def _own_words(told: Told) -> set[str]:
    """The words of a site's name that are its own: not those of what it is, of the place where it lies, or of a state."""
    place = set(tokens(told.names.get("place", frozenset()))) | set(
        tokens(frozenset({(told.claim.arg("place") or "").casefold()}))
    )
    words = set(tokens(told.names["site"])) - place
    return {word for word in words if word not in word_set("people", "nouns_site") and not _is_of_state(word)} - word_set(
        "merging", "words_site"
    )


def _states_in(names: Names) -> set[str]:
    """The states that the name of a site says to be its own."""
    words = (word for name in names for word in SMALL.sub(" ", _without_id(name)).split())
    return {state for word in words if (state := _state_of(word))}


def _is_of_state(word: str) -> bool:
    return _state_of(word) is not None


@cache
def _state_of(word: str) -> str | None:
    """The state that a word, in small letters, names: "german", "us".

    >>> _state_of("german"), _state_of("us"), _state_of("camp")
    ('DE', 'US', None)
    """
    return country_of(named_in_lexicon("actor", word.upper() if len(word) < 4 else word.title())[1])  # "US", "Iraq"


def _same_role(mine: str, theirs: str) -> bool:
    """Whether two titles are one: in another order ("US Secretary of Defense"), or with what it is of ("ambassador to Iraq")."""
    one, other = (title.casefold() for title in (mine, theirs))
    return _title_words(mine) == _title_words(theirs) or HEAD.split(one)[0] == other or HEAD.split(other)[0] == one


@cache
def _title_words(title: str) -> frozenset[str]:
    """The words of a title that say what the office is, without the state that it is of."""
    words = SMALL.sub(" ", title).split()
    return frozenset(word.casefold() for word in words if country_of(named_in_lexicon("actor", word)[1]) is None)


def _lies_in(arg: str, one: Told, other: Told) -> bool:
    """Whether the place of one is among the larger places of the other."""
    where = other.claim.locations.get(arg)
    return where is not None and (one.claim.arg(arg) or "") in where.within
