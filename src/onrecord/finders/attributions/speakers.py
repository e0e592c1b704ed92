"""Who a source's words mean: the plain name of a person or body, pronouns and offices resolved where that is safe."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.finders.attributions.drafts import Draft
from onrecord.finders.attributions.names import NAME_TAGS, Roster, looks_like_person, name_of, person_behind_place
from onrecord.finders.attributions.people import PLURAL_ROLES, ROLES
from onrecord.finders.attributions.quotations import Quotes
from onrecord.nlp import Sentence
from onrecord.nlp.tokens import Token, words_between

REACH = 4
"""Sentences back in which a pronoun finds its speaker."""

ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|one|some|several|its|their|his|her|our|my)\s+", re.IGNORECASE)
NAMED_LAST = re.compile(r", ((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+)$")
"""A name behind an office and a comma: "a physician from Haditha, Zahid Rawi"."""
TAIL = re.compile(
    r"\s*(?:[(,;—–]|\bwho\b|\bwhich\b|\bthat\b|\bto [a-z]|\bspeaking\b|\bin (?:an?|the)\b|\bon condition\b).*$", re.DOTALL
)
PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers"])
PAPERS = frozenset(
    ["statement", "report", "letter", "release", "document", "memo", "message", "tweet", "article", "study", "survey"]
)
FIRST = frozenset(["i", "me", "my", "myself"])
NOBODY = frozenset(
    ["we", "you", "us", "our", "your", "there", "one", "nobody", "everyone", "no", "q", "a", "this", "that", "what"]
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who has spoken: the name, in which sentence, whether a person, several, and in what office."""

    name: str
    sentence: int
    person: bool
    plural: bool
    role: str = ""


class Speakers:
    """Resolves the sources of one report, which come in the order of the text."""

    def __init__(self, sentences: Sequence[Sentence], text: str) -> None:
        self.sentences = sentences
        self.text = text
        self.roster = Roster(sentences)
        self.spoken: list[Spoken] = []
        self._named: dict[int, str | None] = {}
        self._statements: list[Draft] = []

    def speaker(self, draft: Draft, quotes: Quotes) -> str | None:
        """The plain name behind ``draft``'s source, ``None`` where there is none or it is not safe to say."""
        if not draft.source:
            return None
        head = _antecedent(draft.head)
        name = self._resolve(draft, head, quotes)
        self._named[id(draft)] = name
        if draft.rule in ("statement", "transcript"):
            self._statements.append(draft)
        if name and not draft.nested:
            self._remember(draft, head, name)
        return name

    def _stating(self, draft: Draft) -> Draft | None:
        """The statement or turn, given without quotation marks, in which ``draft`` stands."""
        last = self._statements[-1] if self._statements else None
        inside = last is not None and any(span.covers(draft.cue) for span in last.content)
        return last if inside else None

    def _resolve(self, draft: Draft, head: Token | None, quotes: Quotes) -> str | None:
        words = self.text[draft.source[0].begin : draft.source[-1].end]
        lowered = _as_pronoun(head, words)
        if lowered in FIRST or lowered == "we":
            number = quotes.holding(draft.cue.begin)
            outer = quotes.owner.get(number) if number is not None else self._stating(draft)
            return self._named.get(id(outer)) if outer is not None and (lowered != "we" or number is None) else None
        if lowered in NOBODY or words.casefold().startswith("no ") or lowered in ("who", "which"):
            return None
        if lowered in PERSONAL:
            return self._person_before(draft)
        if lowered in ("they", "it", "them", "their", "its"):
            return self._body_before(draft, plural=lowered.startswith("the"))
        if head is None or head.doc is None:
            return self._from_words(draft, words)
        meant = draft.source[0].cut(self.text) if head is draft.head else words_between(head.left_edge, head)
        return self._named_by(draft, head) or self._from_words(draft, meant)

    def _named_by(self, draft: Draft, head: Token) -> str | None:
        """The name in a source's phrase: its head, an apposition to it, or what ends it ("ambassador to Iraq Ann Lee")."""
        at = draft.source[0].begin
        if head.lower_ in PAPERS:
            owner = next((child for child in head.children if child.dep_ == "poss" and child.tag_ in NAME_TAGS), None)
            name = name_of(owner)[0] if owner is not None else ""
            return (name if " " in name else self.roster.full_name(name, at)) if name else None
        if _is_composed(head):
            return None
        for token in (head, *(child for child in head.children if child.dep_ in ("appos", "nmod"))):
            name, _ = name_of(token)
            if not name or name[0].islower() or (token.dep_ == "nmod" and token is not head and not looks_like_person(name)):
                continue
            if token is not head and head.tag_ in NAME_TAGS and not _is_office(head):
                continue
            return name if " " in name else self.roster.full_name(name, at)
        if not _is_office(head):
            return None
        if (explained := NAMED_LAST.search(draft.source[-1].cut(self.text))) is not None:
            return explained[1]
        last = head.right_edge
        whole, _ = name_of(last)
        person = person_behind_place(last, whole)
        return person if person != whole else None

    def _from_words(self, draft: Draft, words: str) -> str | None:
        """An office or a body: "the Pentagon", "a US official", "the general"."""
        words = re.sub(r"\s+", " ", words).strip(" ,.:;“”\"'")
        at_head = draft.sentence == 0 and words[:1].islower() and " " not in words
        definite = words[:4].casefold() == "the " or draft.rule in ("headline", "transcript") or at_head
        bare = TAIL.sub("", ARTICLE.sub("", words)).strip(" ,.:;“”\"'") or ARTICLE.sub("", words)
        bare = re.sub(r"['’]s?$", "", bare)
        parts = bare.split()
        if not parts or bare.isdigit() or bare.casefold() in ("who", "which", "whom"):
            return None
        role = next((part.casefold() for part in parts if part.casefold() in ROLES), "")
        if len(parts) == 1 and bare.casefold() in PAPERS and definite:
            return self._last(draft, lambda spoken: True, reach=2)
        if definite and role and role not in PLURAL_ROLES:
            found = self._office(draft, role, alone=len(parts) == 1)
            if found:
                return found
        if draft.head is None and " " not in bare and bare[:1].isupper():
            return self.roster.full_name(bare.title() if bare.isupper() and len(bare) > 4 else bare, draft.cue.begin)
        if draft.rule == "transcript":
            return self._turn(parts)
        return bare

    def _turn(self, parts: list[str]) -> str | None:
        """The speaker of a transcript's turn: "COL. HADDAD" is who the report calls so."""
        surname = parts[-1]
        full = self.roster.full_name(surname, 1 << 60)
        return full if " " in full else " ".join(parts)

    def _office(self, draft: Draft, role: str, *, alone: bool) -> str | None:
        """Whom "the spokesman" or "the general" means."""
        at = draft.cue.begin
        if alone:
            named = self.roster.with_role(role, at if draft.sentence else 0)
            said = self._last(draft, lambda spoken: spoken.role == role, reach=8)
            return said or named
        if role.startswith("spokes") or role in ("ambassador",):
            return self.roster.with_role(role, at)
        return None

    def _person_before(self, draft: Draft) -> str | None:
        """Whom "he" or "she" means: the last speaker if a person, unless another person has been the subject since."""
        near = draft.sentence - REACH
        said = next((spoken for spoken in reversed(self.spoken[-12:]) if spoken.person and spoken.sentence >= near), None)
        people = takewhile(lambda person: person.sentence >= near, self.roster.before(draft.cue.begin))
        subject = next((person for person in people if person.subject), None)
        if said is None or subject is None:
            return said.name if said else (subject.name if subject else None)
        return subject.name if subject.sentence > said.sentence else said.name

    def _body_before(self, draft: Draft, *, plural: bool) -> str | None:
        """Whom "they" or "it" means: the last body or group that spoke."""
        return self._last(draft, lambda spoken: not spoken.person and spoken.plural == plural, reach=2)

    def _last(self, draft: Draft, fits: Callable[[Spoken], bool], *, reach: int) -> str | None:
        for spoken in reversed(self.spoken[-12:]):
            if fits(spoken) and 0 <= draft.sentence - spoken.sentence <= reach:
                return spoken.name
        return None

    def _remember(self, draft: Draft, head: Token | None, name: str) -> None:
        words = self.text[draft.source[0].begin : draft.source[-1].end].casefold().split()
        role = next((word.strip(",.") for word in words if word.strip(",.") in ROLES), "")
        plural = head is not None and head.tag_ in ("NNS", "NNPS")
        person = looks_like_person(name) or (bool(role) and not plural)
        self.spoken.append(Spoken(name, draft.sentence, person, plural, role))


def _is_office(head: Token) -> bool:
    """Whether the head is the word for an office, rank or role."""
    return head.lower_ in ROLES


def _is_composed(head: Token) -> bool:
    """Whether a body's name goes beyond its head: "University of Basel", "Reuters and the BBC", "the county's Office"."""
    if head.tag_ not in NAME_TAGS or _is_office(head):
        return False
    if any(child.dep_ == "conj" for child in head.children):
        return True
    if looks_like_person(name_of(head)[0]):
        return False
    for child in head.children:
        if child.dep_ == "poss" and child.tag_ in NAME_TAGS:
            return True
        if (
            child.dep_ == "prep"
            and child.lower_ in ("of", "for", "on")
            and any(part.tag_ in NAME_TAGS for part in child.children)
        ):
            return True
    return False


def _as_pronoun(head: Token | None, words: str) -> str:
    """The pronoun that the source is, in small letters; "" for names such as "US"."""
    if head is None:
        return words.strip().casefold() if words.strip() in ("Q", "A") else ""
    return (
        head.lower_
        if (head.tag_ in ("PRP", "PRP$", "WP", "WDT", "DT", "EX", "NN") and not head.text.isupper()) or head.text == "I"
        else ""
    )


def _antecedent(head: Token | None) -> Token | None:
    """The noun that a relative pronoun stands for; other heads as they are."""
    if head is None or head.tag_ not in ("WP", "WDT"):
        return head
    verb = head.head
    for _ in range(4):
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "ccomp"):
            break
        verb = verb.head
    return head
