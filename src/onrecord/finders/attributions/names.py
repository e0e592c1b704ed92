"""The people that a report names: full names, the offices they stand with, and who a surname alone means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.finders.attributions.people import ORGANIZATION, ROLES, TITLES
from onrecord.nlp import Sentence
from onrecord.nlp.tokens import Token, words_between

MAX_NAME = 6
NAME_TAGS = frozenset(["NNP", "NNPS"])
SPOKESPEOPLE = frozenset(["spokesman", "spokeswoman", "spokesperson"])


@dataclass(frozen=True, slots=True)
class Person:
    """A full name where it stands, with the offices and ranks beside it."""

    name: str
    at: int
    sentence: int
    roles: frozenset[str]
    subject: bool


def name_of(token: Token) -> tuple[str, frozenset[str]]:
    """The name that ends in ``token``, without titles, and the titles before it.

    "Deputy Interior Minister Paul Whitcombe" gives "Paul Whitcombe" and its titles; no name gives "".
    """
    if token.tag_ not in NAME_TAGS or not token.text[:1].isalpha():
        return "", frozenset()
    words = [token]
    while len(words) < MAX_NAME + 4 and (before := _before(words[-1], token)) is not None:
        words.append(before)
    words.reverse()
    cut = max((n + 1 for n, word in enumerate(words) if _is_title(word.text)), default=0)
    while cut < len(words) and not words[cut].text[0].isalpha():
        cut += 1
    if any(word.lower_ in ORGANIZATION for word in words[cut:]):
        cut = 0
    titles = frozenset(word.text.casefold().rstrip(".") for word in words[:cut])
    if cut == len(words):
        return "", titles
    return words_between(words[cut], words[-1]), titles


def _before(first: Token, head: Token) -> Token | None:
    """The token before ``first`` where it belongs to the same name."""
    if first.i == 0:
        return None
    before = first.nbor(-1)
    if before.tag_ not in NAME_TAGS and not (before.text in ("-",) or _is_title(before.text)):
        return None
    belongs = before.head.i in (head.i, first.i) and before.dep_ in ("compound", "nmod", "amod", "punct", "poss", "nummod")
    return before if belongs and before.dep_ != "poss" else None


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in TITLES or word.casefold() in ROLES


def looks_like_person(name: str) -> bool:
    """Whether a run of capitalized words may name a person: two to five words, none of an organization's.

    >>> looks_like_person("Ann Keller"), looks_like_person("Human Rights Watch"), looks_like_person("Pentagon")
    (True, False, False)
    """
    parts = name.replace("-", " ").split()
    if not 2 <= len(name.split()) <= 5 or any(part.casefold().strip(".,") in ORGANIZATION for part in parts):
        return False
    return not name.isupper() and all(
        part[:1].isupper() or part in ("al", "bin", "de", "van", "von", "el", "da") for part in parts
    )


def person_behind_place(token: Token, name: str) -> str:
    """The person where the parse has run an office's place and its holder together: "ambassador to Saudi Arabia Helen Carver"."""
    parts = name.split()
    if len(parts) < 3 or token.dep_ != "pobj" or token.head.head.lower_ not in ROLES | TITLES:
        return name
    tail = " ".join(parts[-2:])
    return tail if looks_like_person(name) and looks_like_person(tail) else name


def people_in(sentences: Sequence[Sentence]) -> Iterator[Person]:
    """The full names of the parsed sentences, in order."""
    for number, sentence in enumerate(sentences):
        if sentence.doc is None:
            continue
        for token in sentence.doc:
            if token.tag_ not in NAME_TAGS or token.dep_ in ("compound", "amod"):
                continue
            name, titles = name_of(token)
            name = person_behind_place(token, name)
            if looks_like_person(name):
                roles = titles | _roles_beside(token)
                yield Person(name, sentence.span.begin + token.idx, number, roles, token.dep_ in ("nsubj", "nsubjpass"))


def _roles_beside(token: Token) -> frozenset[str]:
    """Offices in apposition to a name, on either side."""
    beside = [child for child in token.children if child.dep_ in ("appos", "nmod", "compound")]
    if token.dep_ in ("appos", "pobj"):
        beside.append(token.head if token.dep_ == "appos" else token.head.head)
    return frozenset(word.lower_ for word in beside if word.lower_ in ROLES)


class Roster:
    """The people of one report, found by surname, office and place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.people = sorted(people_in(sentences), key=lambda person: person.at)
        self._places = [person.at for person in self.people]
        self._by_surname: dict[str, list[Person]] = {}
        self._by_role: dict[str, list[Person]] = {}
        for person in self.people:
            for surname in person.name.casefold().split()[1:]:
                self._by_surname.setdefault(surname, []).append(person)
            for role in person.roles:
                self._by_role.setdefault(_same_role(role), []).append(person)
        self._shared = _shared(self._by_surname)
        self._shared_roles = _shared(self._by_role)

    def full_name(self, surname: str, at: int) -> str:
        """The full name behind a surname: the first form given; where two people bear it, the one named last before ``at``."""
        bearers = self._by_surname.get(surname.casefold(), [])
        if not bearers:
            return surname
        return bearers[0].name if surname.casefold() not in self._shared else _last_before(bearers, at).name

    def with_role(self, role: str, at: int) -> str | None:
        """The person of that office: the last before ``at``, or the only one of the report."""
        holders = self._by_role.get(_same_role(role), [])
        if not holders:
            return None
        found = _last_before(holders, at)
        return found.name if found.at < at or _same_role(role) not in self._shared_roles else None

    def before(self, at: int) -> Iterator[Person]:
        """The people before a place, the nearest first."""
        for number in range(bisect_left(self._places, at) - 1, -1, -1):
            yield self.people[number]


def _last_before(people: Sequence[Person], at: int) -> Person:
    """Of people in the order of the text the last before ``at``, or the first of all."""
    return people[max(bisect_left(people, at, key=lambda person: person.at) - 1, 0)]


def _shared(people: Mapping[str, Sequence[Person]]) -> frozenset[str]:
    """The surnames, or offices, that several people bear; forms of a name with the same first word are one person's."""
    return frozenset(word for word, bearers in people.items() if len({person.name.split()[0] for person in bearers}) > 1)


SHORT_RANKS = {
    "gen": "general",
    "col": "colonel",
    "adm": "admiral",
    "lt": "lieutenant",
    "capt": "captain",
    "maj": "major",
    "sgt": "sergeant",
    "sen": "senator",
    "gov": "governor",
    "brig": "brigadier",
    "cmdr": "commander",
}


def _same_role(role: str) -> str:
    """One word for an office, however it is written: "Gen.", "general"; "spokeswoman"."""
    role = role.casefold().rstrip(".")
    return "spokesman" if role in SPOKESPEOPLE else SHORT_RANKS.get(role, role)
