"""Roles: a person holds an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, name_of, rule
from onrecord.claims.participants import participant
from onrecord.claims.phrases import LEADING, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, is_noun, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Mention, Name, NameKind

RANKS = frozenset(
    """gen gen. general lt lt. lieutenant col col. colonel maj maj. major capt capt. captain brig brig. brigadier adm
    adm. admiral vice rear sgt sgt. sergeant cpl pvt private cmdr commodore marshal field mr mr. mrs mrs. ms ms. dr
    dr. sir sheikh ayatollah army navy marine air force corps retired ret. rtd staff warrant chief petty""".split()
)
BE = frozenset("is was are were be been became becomes become remains remained".split())
LEADS = {
    "heads": "head",
    "headed": "head",
    "leads": "leader",
    "led": "leader",
    "commands": "commander",
    "commanded": "commander",
    "chairs": "chair",
}
PART_OF_OFFICE = frozenset("state defense defence staff treasury commerce labor labour".split())
GENERALS = frozenset("secretary prosecutor attorney consul commanding director governor inspector surveyor".split())
EDGE = re.compile(r"^[\s,.;:'’\"“”()-]+|[\s,;:'’\"“”()-]+$")


@rule
def claim_role(scene: Scene, story: Story) -> Iterator[Draft]:
    """A person named with an office, before or after the name, or by "who heads": "Acting Defense Secretary Christopher Miller",
    "Wayne Marotto, spokesman for Operation Inherent Resolve"."""
    for mention in scene.names:
        if mention.value.kind is not NameKind.PERSON:
            continue
        root = scene.root_of(mention.span)
        if root is None:
            continue
        yield from _leads(scene, story, mention, root)
        for head, words in _offices(scene, mention, root):
            made = _role(scene, story, mention, root, head, words)
            if made is not None:
                yield made


def _leads(scene: Scene, story: Story, mention: Mention[Name], root: Token) -> Iterator[Draft]:
    """ "McKenzie, who heads U.S. Central Command": a person leads a named body."""
    verbs = [*children(root, "relcl"), *([root.head] if root.dep_ == "nsubj" else [])]
    for verb in verbs:
        role = LEADS.get(verb.lower_)
        body = child(verb, "dobj") if role else None
        named = scene.name_at(body) if body is not None else None
        key = (mention.value.canonical.casefold(), role or "")
        if role and named is not None and named.value.kind is NameKind.ACTOR and key not in story.seen_roles:
            story.seen_roles.add(key)
            made = Draft(Kind.ROLE, scene.sentence.span, name_of(claim_role), scene)
            made.spans["trigger"] = scene.at(verb)
            made.put("person", of_name(scene, mention))
            made.put("role", role, scene.at(verb))
            made.put("organization", of_name(scene, named))
            yield made


def _offices(scene: Scene, mention: Mention[Name], root: Token) -> Iterator[tuple[Token, tuple[int, int]]]:
    """The head and token bounds of each office that the sentence gives a name."""
    before = _title_before(scene, mention)
    if before is not None:
        yield before
    for token in children(root, "appos"):
        if is_office(token) and not _is_name(scene, token):
            yield token, _bounds(scene, token)
    if root.dep_ == "appos" and is_office(root.head) and not _is_name(scene, root.head) and abs(root.head.i - root.i) < 25:
        yield root.head, _bounds(scene, root.head)
    yield from _after_comma(scene, mention, root)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lower_ in BE:
        for token in children(root.head, "attr"):
            for t in conjuncts(token):
                if is_office(t):
                    yield t, _bounds(scene, t)


def _after_comma(scene: Scene, mention: Mention[Name], root: Token) -> Iterator[tuple[Token, tuple[int, int]]]:
    """An office right after the name and a comma that the parse hung elsewhere: ", commander of the brigade, said"."""
    after = next((t for t in scene.doc if t.idx >= mention.span.end), None)
    if after is None or after.text != "," or after.i + 1 >= len(scene.doc):
        return
    for token in scene.doc[after.i + 1 : after.i + 8]:
        if token.text in (",", ".", ";") or token.tag_.startswith("VB") or _is_name(scene, token):
            return
        if (
            is_office(token)
            and not (token.dep_ == "appos" and token.head.i == root.i)
            and token.dep_ not in ("compound", "nmod")
        ):
            yield token, _bounds(scene, token)
            return


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
        if is_office(token) and office is None and (last - i <= 1 or _reaches(scene, i, last)):
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
    while first < office.i and scene.doc[first].lower_ in ("the", "a", "an", "and", "of", "its", "former", ",", "'s", "’s"):
        first += 1
    return office, (first, last)


def _reaches(scene: Scene, i: int, last: int) -> bool:
    """Whether only a "for", "of" or "to" phrase lies between an office and the name."""
    following = scene.doc[i + 1]
    return following.lower_ in ("for", "of", "to") and all(
        t.text not in (",", ";", "said", "and") for t in scene.doc[i + 1 : last + 1]
    )


def _is_title_word(scene: Scene, token: Token) -> bool:
    if any(m.span.begin <= token.idx < m.span.end for m in scene.dates):
        return False
    return (
        (token.tag_ in ("NNP", "NN", "NNPS", "JJ", "POS", "HYPH") and not token.is_punct)
        or token.text in ("-", "’s", "'s", "&")
        or token.lower_ in ("acting", "deputy", "vice")
    )


def is_office(token: Token) -> bool:
    """Whether a noun names an office."""
    if token.lower_ == "general":
        return any(c.lower_ in GENERALS for c in children(token, "compound", "amod", "nmod"))
    return token.lower_ in word_set("offices", "nouns_office") and (is_noun(token) or token.tag_ == "JJ")


def _is_name(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    return named is not None and named.value.kind is NameKind.PERSON


def _bounds(scene: Scene, token: Token) -> tuple[int, int]:
    """The office with its modifiers and "of", "for" and "to" phrases."""
    first = last = token.i
    queue = [token]
    while queue:
        for c in queue.pop().children:
            keep = c.dep_ in ("compound", "amod", "nmod", "poss", "pobj", "det", "case") or (
                c.dep_ == "prep" and c.lower_ in ("of", "for", "to", "on")
            )
            if keep and not _is_name(scene, c):
                first, last = min(first, c.i), max(last, c.i)
                queue.append(c)
    return first, last


def _role(
    scene: Scene, story: Story, mention: Mention[Name], root: Token, head: Token, bounds: tuple[int, int]
) -> Draft | None:
    text = LEADING.sub("", EDGE.sub("", scene.words(*bounds).replace("\n", " ")))
    person = of_name(scene, mention)
    organization = _organization(scene, story, head)
    role, first = _without_owner(scene, text, head, bounds, organization)
    key = (person.text.casefold(), head.lower_)
    if (
        not role
        or key in story.seen_roles
        or (len(person.text.split()) < 2 and mention.value.id is None and person.text.islower())
    ):
        return None
    story.seen_roles.add(key)
    made = Draft(Kind.ROLE, scene.sentence.span, name_of(claim_role), scene)
    made.spans["trigger"] = scene.at(head)
    made.put("person", person)
    made.put("role", role, scene.at(scene.doc[first], scene.doc[bounds[1]]))
    made.put("organization", organization)
    if organization is not None:
        story.affiliations[person.text] = organization
    return made


def _organization(scene: Scene, story: Story, head: Token) -> Participant | None:
    """Whose office: "of", "for", "at" an organization, a possessive, or a name before the office."""
    for prep, obj in preposition_objects(head):
        if prep in ("of", "for", "at", "with", "in"):
            named = scene.name_at(obj)
            if obj.lower_ in PART_OF_OFFICE:
                return None
            if named is not None and named.value.kind is not NameKind.PERSON:
                return of_name(scene, named)
            if obj.tag_ in ("NNP", "NNPS"):
                return participant(scene, story, obj)
    for c in [*children(head, "poss", "compound", "amod", "nmod")]:
        named = scene.name_at(c)
        if named is not None and named.value.kind is not NameKind.PERSON:
            return of_name(scene, named)
    return None


def _without_owner(
    scene: Scene, text: str, head: Token, bounds: tuple[int, int], organization: Participant | None
) -> tuple[str, int]:
    """The office without whose it is: "prime minister" of "Iraqi Prime Minister", "spokesman" of "spokesman for the Coalition"."""
    first = bounds[0]
    for token in scene.doc[bounds[0] : head.i]:
        named = scene.name_at(token)
        if (named is not None and named.value.kind is not NameKind.PERSON) or token.lower_ in (
            "'s",
            "’s",
            "the",
            "a",
            "an",
            "its",
        ):
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
    return role or text, min(first, head.i)
