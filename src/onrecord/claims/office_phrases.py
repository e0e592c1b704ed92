"""Offices in a sentence: which nouns name one, where its phrase begins and ends, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.claims.phrases import LEADING
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant
from onrecord.claims.tree import children, conjuncts, is_noun, preposition_objects
from onrecord.lexicon.inflection import noun_forms
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name, NameKind
from onrecord.nlp.tokens import Token

RANKS = frozenset(
    """gen gen. general lt lt. lieutenant col col. colonel maj maj. major capt capt. captain brig brig. brigadier adm
    adm. admiral vice rear sgt sgt. sergeant cpl pvt private cmdr commodore marshal field mr mr. mrs mrs. ms ms. dr
    dr. sir sheikh ayatollah army navy marine air force corps retired ret. rtd staff warrant chief petty""".split()
)
BE = frozenset("is was are were be been became becomes become remains remained".split())
GENERALS = frozenset("secretary prosecutor attorney consul commanding director governor inspector surveyor".split())
SENIOR = frozenset("senior other top petty warrant flying pilot police army".split())
"""Before "officer" they tell a rank or a trade, and no office."""
OPENING = frozenset("and or but as while when who whose with including".split())
EDGE = re.compile(r"^[\s,.;:'’\"“”()\u200e\u200f-]+|[\s,;:'’\"“”()\u200e\u200f-]+$")
ARTICLES = (
    "'s",
    "’s",
    "'",
    "’",
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "her",
    "former",
    "then",
    "late",
    "-",
    "and",
    "of",
    ",",
)


def is_office(token: Token) -> bool:
    """Whether a noun names an office."""
    if token.lower_ == "general":
        return any(c.lower_ in GENERALS for c in children(token, "compound", "amod", "nmod"))
    if token.lower_ in ("owner", "owners"):
        return any(prep == "of" for prep, _ in preposition_objects(token))
    if token.lower_ in ("officer", "officers", "clerk"):
        before = {c.lower_ for c in children(token, "compound", "amod", "nmod", "poss")}
        of = any(prep == "of" for prep, _ in preposition_objects(token))
        return is_noun(token) and (bool(before) or of) and before.isdisjoint(RANKS | SENIOR)
    return token.lower_ in word_set("offices", "nouns_office") and (is_noun(token) or token.tag_ == "JJ")


def is_person(scene: Scene, token: Token) -> bool:
    """Whether a token is part of a person's name."""
    named = scene.name_at(token)
    return named is not None and named.value.kind is NameKind.PERSON


def in_body(scene: Scene, token: Token) -> bool:
    """Whether a token is part of the name of a body or place: the "Chiefs" of the Joint Chiefs of Staff hold no office."""
    named = scene.name_at(token)
    return named is not None and named.value.kind is not NameKind.PERSON


def office_bounds(scene: Scene, token: Token) -> tuple[int, int]:
    """The office with its modifiers and "of", "for" and "to" phrases."""
    first = last = token.i
    queue = [token]
    while queue:
        for c in queue.pop().children:
            keep = c.dep_ in ("compound", "amod", "nmod", "poss", "pobj", "det", "case") or (
                c.dep_ == "prep" and c.lower_ in ("of", "for", "to", "on")
            )
            if keep and not is_person(scene, c):
                first, last = min(first, c.i), max(last, c.i)
                queue.append(c)
    return first, last


def offices_by(scene: Scene, mention: Mention[Name], root: Token) -> Iterator[tuple[Token, tuple[int, int]]]:
    """The head and token bounds of each office that the sentence gives a name, each noun once."""
    done: set[int] = set()
    for head, bounds in _near(scene, mention, root):
        if head.i not in done:
            done.add(head.i)
            yield head, bounds


def _near(scene: Scene, mention: Mention[Name], root: Token) -> Iterator[tuple[Token, tuple[int, int]]]:
    before = _title_before(scene, mention) or _before_comma(scene, mention)
    if before is not None:
        yield before
    for token in children(root, "appos"):
        if _may_be(scene, token):
            yield token, office_bounds(scene, token)
    if root.dep_ == "appos" and _may_be(scene, root.head) and abs(root.head.i - root.i) < 25:
        yield root.head, office_bounds(scene, root.head)
    yield from _after_comma(scene, mention)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lower_ in BE:
        for token in children(root.head, "attr"):
            for t in conjuncts(token):
                if _may_be(scene, t):
                    yield t, office_bounds(scene, t)
    if root.dep_ == "attr" and root.head.lower_ in BE:
        for token in children(root.head, "nsubj"):
            if _may_be(scene, token):  # "whose commander-in-chief is President Bashar al-Assad"
                yield token, office_bounds(scene, token)
    shared = _shared(scene, root) if before is None else None
    if shared is not None:
        yield shared, office_bounds(scene, shared)


def _shared(scene: Scene, root: Token) -> Token | None:
    """An office in the plural that the name has with those before it: "Presidents A and B", "his counterparts, A, B and C"."""
    first = root
    for _ in range(6):
        if first.dep_ not in ("conj", "appos") or not is_person(scene, first.head):
            break
        first = first.head
    if first.i == root.i:
        return None
    near = [*children(first, "compound", "nmod"), *([first.head] if first.dep_ == "appos" else [])]
    named = scene.name_at(first)
    listed = _before_comma(scene, named) if named is not None else None
    near += [listed[0]] if listed is not None else []
    return next((t for t in near if t.tag_ in ("NNS", "NNPS") and _may_be(scene, t)), None)


def _may_be(scene: Scene, token: Token) -> bool:
    return is_office(token) and scene.name_at(token) is None


def _after_comma(scene: Scene, mention: Mention[Name]) -> Iterator[tuple[Token, tuple[int, int]]]:
    """An office right after the name and a comma that the parse hung elsewhere: ", commander of the brigade, said"."""
    after = next((t for t in scene.doc if t.idx >= mention.span.end), None)
    if after is None or after.text not in (",", "(") or after.i + 1 >= len(scene.doc):
        return
    begin = after.i + 1
    if begin + 1 < len(scene.doc) and scene.doc[begin].tag_ == "CD" and scene.doc[begin + 1].text == ",":
        begin += 2  # ", 41, the unit's adviser"
    if begin < len(scene.doc) and scene.doc[begin].lower_ in OPENING:
        return
    for token in scene.doc[begin : begin + 8]:
        if token.text in (",", ".", ";") or token.tag_.startswith("VB") or is_person(scene, token):
            return
        if _may_be(scene, token) and token.dep_ not in ("compound", "nmod"):
            yield token, office_bounds(scene, token)
            return


def _before_comma(scene: Scene, mention: Mention[Name]) -> tuple[Token, tuple[int, int]] | None:
    """An office with what it is of before a comma and the name: "the mayor of Nago, Taketoyo Toguchi, said"."""
    inside = scene.tokens_of(mention.span)
    i = inside[0].i - 1 if inside else -1
    while i >= 0 and scene.doc[i].lower_ in RANKS:
        i -= 1
    end = inside[-1].i + 1 if inside else 0
    if i < 1 or scene.doc[i].text != "," or not (end >= len(scene.doc) or scene.doc[end].is_punct):
        return None
    for token in reversed(scene.doc[max(0, i - 12) : i]):
        if (token.is_punct and token.text not in ("-", "'s", "’s")) or (
            token.tag_.startswith(("VB", "MD", "W")) and token.dep_ != "amod"
        ):
            return None
        if is_office(token) and scene.name_at(token) is None:
            following = scene.doc[token.i + 1]
            if following.i != i and following.lower_ not in ("of", "for", "to", "in", "at", "on", "general"):
                return None
            outer = token.head.head if token.dep_ == "pobj" and is_office(token.head.head) else token
            return outer, (office_bounds(scene, outer)[0], i - 1)  # "the chairwoman of the joint chiefs, Gen. Alma Terzić"
    return None


def _title_before(scene: Scene, mention: Mention[Name]) -> tuple[Token, tuple[int, int]] | None:
    """The title words before a name: "US ambassador to Iraq Matthew Tueller", "Acting Defense Secretary Christopher Miller"."""
    inside = list(scene.tokens_of(mention.span))
    if not inside:
        return None
    i = inside[0].i - 1
    while i >= 0 and scene.doc[i].lower_ in RANKS and not is_office(scene.doc[i]):
        i -= 1
    last, office = i, None
    if last >= 0 and scene.doc[last].lower_ in ("and", "or", "for", "of", "to", "with"):
        return None
    steps = 0
    while i >= 0 and steps < 14:
        token = scene.doc[i]
        if is_office(token) and office is None and not in_body(scene, token) and (last - i <= 1 or _reaches(scene, i, last)):
            office = token
        elif (office is not None and not _is_title_word(scene, token)) or (
            office is None
            and not (
                _is_title_word(scene, token)
                or token.lower_ in ("for", "of", "to", "the", "and", "in", "on", "(", ")", "a", "an")
            )
        ):
            break
        i -= 1
        steps += 1
    if office is None:
        return None
    first = i + 1
    while first < office.i and scene.doc[first].lower_ in ARTICLES:
        first += 1
    return office, (first, last)


def _reaches(scene: Scene, i: int, last: int) -> bool:
    """Whether only a "for", "of" or "to" phrase lies between an office and the name."""
    following = scene.doc[i + 1]
    return following.lower_ in ("for", "of", "to") and all(
        t.text not in (",", ";", "said", "and") and not is_person(scene, t) for t in scene.doc[i + 1 : last + 1]
    )


def _is_title_word(scene: Scene, token: Token) -> bool:
    if any(m.span.begin <= token.idx < m.span.end for m in scene.dates) or is_person(scene, token):
        return False
    return (
        (token.tag_ in ("NNP", "NN", "NNPS", "NNS", "JJ", "POS", "HYPH") and not token.is_punct)
        or token.text in ("-", "’s", "'s", "&")
        or token.lower_ in ("acting", "deputy", "vice", "commanding")
    )


def office_words(scene: Scene, head: Token, bounds: tuple[int, int], organization: Participant | None) -> tuple[str, int]:
    """The office without whose it is: "prime minister" of "Iraqi Prime Minister", "spokesman" of "spokesman for the Coalition"."""
    text = LEADING.sub("", EDGE.sub("", scene.words(*bounds).replace("\n", " ")))
    first = bounds[0]
    for token in scene.doc[bounds[0] : head.i]:
        if in_body(scene, token) or token.lower_ in ARTICLES or _is_owner(scene, token, organization):
            first = token.i + 1
        else:
            break
    words = scene.words(first, bounds[1])
    if organization is not None:
        begin = organization.span.begin - scene.sentence.span.begin
        if head.idx < begin < scene.doc[bounds[1]].idx + 1 + len(scene.doc[bounds[1]]):
            words = re.sub(
                r"\s+(?:of|for|at|with|in)(?:\s+the)?\s*$", "", scene.doc.text[scene.doc[first].idx : begin].rstrip()
            )
    role = LEADING.sub("", EDGE.sub("", words.replace("\n", " ")))
    return singular(role or text, head), min(first, head.i)


def _is_owner(scene: Scene, token: Token, organization: Participant | None) -> bool:
    """Whether a token is part of the owner's words: "the military court's president"."""
    if organization is None:
        return False
    begin = token.idx + scene.sentence.span.begin
    return organization.span.begin <= begin < organization.span.end


def singular(role: str, head: Token) -> str:
    """The office of one of several: "Finance ministers" is "Finance minister"."""
    if head.tag_ not in ("NNS", "NNPS"):
        return role
    low = head.lower_
    one = next((w for w in (low.removesuffix("s"), low.removesuffix("men") + "man") if low in noun_forms(w) and w != low), None)
    if one is None:
        return role
    one = one.capitalize() if head.text[0].isupper() else one
    return re.sub(rf"\b{re.escape(head.text)}\b", one, role)
