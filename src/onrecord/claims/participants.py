"""From the head of a noun phrase to who or where it means."""

from __future__ import annotations

import re

from spacy.tokens import Token

from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, is_noun, phrase_bounds, preposition_objects
from onrecord.finders.attributions import speaker_of
from onrecord.lexicon.folding import key_of
from onrecord.lexicon.names import name_index, resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name, NameKind

PLACE_PREPOSITIONS = (
    "in",
    "from",
    "to",
    "at",
    "near",
    "into",
    "inside",
    "outside",
    "across",
    "around",
    "on",
    "within",
    "onto",
    "toward",
    "towards",
    "throughout",
    "over",
    "of",
    "off",
    "against",
    "along",
    "through",
)
LEADING = re.compile(r"^(?:(?:the|a|an|its|their|his|her|our|some|these|those|this|that|all|any)\s+)+", re.IGNORECASE)
EDGES = " \t\n,;:.\"'“”‘’()[]"
DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
        "mid",
    ]
)
THERE = frozenset(["there", "here"])
WHOLE = frozenset(["country", "region", "area", "nation", "territory"])
GOVERNMENT = frozenset("government administration authorities regime army military".split())
SOMEWHERE = frozenset(
    """area areas region regions territory territories border north south east west northeast northwest southeast southwest countries
    province provinces district districts town towns city cities village villages coast zone zones valley desert neighborhood island
    mountains front neighbourhood outskirts vicinity""".split()
)
PLURAL_PRONOUNS = frozenset(["they", "them", "their", "we", "us", "our"])
PERSON_PRONOUNS = frozenset(["he", "him", "his", "she", "her", "hers", "i", "me", "my"])
IT = frozenset(["it", "its"])


def words_of(
    scene: Scene, head: Token, *, keep: tuple[str, ...] = ("of",), coordinated: bool = True
) -> tuple[str, tuple[int, int]]:
    """The words of a noun phrase without determiners, clauses and prepositional phrases other than ``keep``."""
    first = last = head.i
    queue = [head]
    while queue:
        for c in queue.pop().children:
            if not _belongs(c, keep, coordinated):
                continue
            first, last = min(first, c.i), max(last, c.i)
            queue.append(c)
    text = scene.words(first, last).replace("\n", " ").strip(EDGES)
    return LEADING.sub("", text) or text, (first, last)


def _belongs(token: Token, keep: tuple[str, ...], coordinated: bool) -> bool:
    if token.dep_ in (
        "relcl",
        "acl",
        "appos",
        "punct",
        "advcl",
        "cc",
        "ccomp",
        "parataxis",
        "dep",
        "nsubj",
        "aux",
        "cop",
        "mark",
        "neg",
    ):
        return False
    if token.dep_ == "conj":
        return coordinated and is_noun(token)
    if token.dep_ == "amod" and token.i > token.head.i:
        return False
    if token.dep_ == "prep":
        return token.lower_ in keep
    return token.dep_ not in ("advmod", "predet", "preconj")


def participant(scene: Scene, story: Story, head: Token | None) -> Participant | None:
    """Who a noun phrase means: a known name, whose forces or officials they are, what a pronoun stands for, else its words."""
    if head is None:
        return None
    if head.tag_ in ("PRP", "PRP$", "WP", "DT", "WDT") or head.lower_ in ("both", "all"):
        return resolve_pronoun(scene, story, head)
    named = scene.name_at(head)
    if named is not None and not _is_only_modifier(scene, head, named):
        return of_name(scene, named)
    owner = owner_of(scene, story, head)
    if owner is not None:
        return owner
    if is_definite(head) and is_body(head) and not children(head, "amod", "compound", "acl", "relcl"):
        known = definite_body(story, head)
        if known is not None:
            return known
    text, (first, last) = words_of(scene, head)
    if not any(c.isalnum() for c in text):
        return None
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def as_state(who: Participant | None) -> Participant | None:
    """A head of state or government, and a capital, as the state that they act for: "Biden has authorized", "Washington sent"."""
    if who is None or who.name is None or who.name.country is None:
        return who
    state = name_index().states.get(who.name.country)
    if state is None:
        return who
    is_capital = who.name.kind is NameKind.PLACE and who.name.type != "country" and key_of(state.capital) == key_of(who.text)
    is_house = who.name.type == "government" and "government" not in who.text.casefold()
    if not (is_capital or is_house or who.name.kind is NameKind.PERSON):
        return who
    return Participant(state.place.canonical, who.span, state.place)


def as_forces_of(who: Participant | None) -> Participant | None:
    """Whose forces they are when a ministry or a head of government moves them: the state's."""
    state = name_index().states.get(who.name.country or "") if who is not None and who.name is not None else None
    if who is not None and who.name is not None and who.name.type == "ministry" and state is not None:
        return Participant(state.place.canonical, who.span, state.place)
    return as_state(who)


def of_name(scene: Scene, mention: Mention[Name]) -> Participant:
    """The participant that a name mention is."""
    return Participant(mention.value.canonical, mention.span.shift(scene.sentence.span.begin), mention.value)


def _is_only_modifier(scene: Scene, head: Token, named: Mention[Name]) -> bool:
    """Whether the name ends before the phrase does: "Iraqi" in "Iraqi forces" names the forces' owner, not them."""
    root = scene.root_of(named.span)
    return root is not None and root.i != head.i


def owner_of(scene: Scene, story: Story, head: Token) -> Participant | None:
    """Whose "forces", "officials", "aircraft" or "presence" they are: a name before the noun, a possessive, or after "of"."""
    if not is_body(head):
        return None
    for c in [*children(head, "poss", "compound", "amod", "nmod", "npadvmod"), *_of_objects(head)]:
        if c.dep_ == "npadvmod" or _is_led(c):
            continue
        if c.dep_ == "poss" and c.tag_ == "PRP$":
            return resolve_pronoun(scene, story, c)
        named = scene.name_at(c)
        if named is not None and named.value.kind is not NameKind.SITE:
            return of_name(scene, named)
        deeper = next((scene.name_at(g) for g in children(c, "compound", "amod", "nmod") if scene.name_at(g)), None)
        if deeper is not None and is_body(c) and deeper.value.kind is not NameKind.SITE:
            return of_name(scene, deeper)
    return None


def _of_objects(head: Token) -> list[Token]:
    return [obj for prep, obj in preposition_objects(head) if prep == "of"]


def _is_led(token: Token) -> bool:
    """Whether a name only backs or leads: "Iran-backed groups" are not Iran, "the US-led coalition" is a name of its own."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    second = token.nbor(2) if token.i + 2 < len(token.doc) else None
    return (
        after is not None
        and after.text == "-"
        and second is not None
        and second.lower_
        in (
            "backed",
            "led",
            "aligned",
            "linked",
            "held",
            "based",
            "made",
            "controlled",
            "supported",
            "trained",
            "funded",
            "affiliated",
            "allied",
        )
    )


def is_body(token: Token) -> bool:
    """Whether a noun is a force, a part of government or the like, which belongs to somebody."""
    return token.lower_ in word_set("people", "nouns_body") or is_force(token)


def is_force(token: Token) -> bool:
    """Whether a noun means forces that can be counted, sent or withdrawn."""
    return token.lower_ in word_set("people", "nouns_force") or token.lower_ in word_set("people", "nouns_asset")


def is_people(token: Token) -> bool:
    """Whether a noun means people."""
    return token.lower_ in word_set("people", "nouns_people")


def is_definite(head: Token) -> bool:
    """Whether a phrase points back: "the forces", "its troops", bare "forces" as subject."""
    det = child(head, "det", "poss")
    return (det is not None and det.lower_ in ("the", "these", "those", "this", "its", "their", "his", "our")) or det is None


def definite_body(story: Story, head: Token) -> Participant | None:
    """Whom "the forces", "troops", "the military" mean in this story."""
    if is_force(head) and head.lower_ not in ("army", "navy", "fighters"):
        return story.force_actor
    if head.lower_ in GOVERNMENT:
        return story.government
    if head.lower_ in ("group", "militia", "organization", "organisation"):
        return story.actor if story.actor and story.actor.name and story.actor.name.type == "armed_group" else None
    return None


def resolve_pronoun(scene: Scene, story: Story, token: Token) -> Participant | None:
    """What a pronoun stands for: a name before it in the sentence, else the story's last; nothing where that is not safe."""
    word = token.lower_
    if word in PERSON_PRONOUNS:
        return (
            _before(scene, token, NameKind.PERSON, subject_only=True) or story.person or _before(scene, token, NameKind.PERSON)
        )
    if word in PLURAL_PRONOUNS:
        if word in ("we", "us", "our"):
            return voice_at(scene, story, token) or story.force_actor or story.actor
        return _before(scene, token, NameKind.ACTOR) or story.subject or story.force_actor
    if word in IT:
        return _before(scene, token, NameKind.ACTOR) or story.subject
    if word in ("both", "all", "who", "which", "that"):
        return story.force_actor if word in ("both", "all") else None
    return None


def voice_at(scene: Scene, story: Story, token: Token) -> Participant | None:
    """For whom "we" speaks: a body in the words of the speaker ("the Coalition spokesman"), else the speaker's own body or state."""
    found = speaker_of(story.attributions, scene.at(token))
    if found is None:
        publisher = resolve_name(story.report.outlet or "", kind=NameKind.ACTOR)
        state = name_index().states.get(publisher.country or "") if publisher else None
        return Participant(state.place.canonical, scene.at(token), state.place) if state else None
    for mention in scene.names:
        inside = any(span.covers(scene.in_report(mention.span)) for span in found.value.source)
        if inside and mention.value.kind is NameKind.ACTOR:
            return of_name(scene, mention)
    return story.affiliations.get(found.value.speaker or "")


def _before(scene: Scene, token: Token, kind: NameKind, *, subject_only: bool = False) -> Participant | None:
    """The last subject with such a name before a token, else the last such name before it."""
    fallback = None
    for mention in reversed(scene.names):
        if mention.span.end > token.idx:
            continue
        value = mention.value
        is_subject = (first := scene.root_of(mention.span)) is not None and first.dep_ == "nsubj"
        fits = (
            value.kind is kind
            or (kind is NameKind.ACTOR and value.kind is NameKind.PLACE and is_subject)
            or (kind is NameKind.ACTOR and value.kind is NameKind.PLACE and value.type in ("country", "state"))
        )
        if not fits:
            continue
        root = scene.root_of(mention.span)
        if root is not None and (
            root.dep_ in ("nsubj", "nsubjpass") or (is_body(root.head) and root.head.dep_ in ("nsubj", "nsubjpass"))
        ):
            return of_name(scene, mention)
        fallback = fallback or (of_name(scene, mention) if value.kind is kind else None)
    return None if subject_only else fallback


def participants(scene: Scene, story: Story, head: Token | None) -> list[tuple[Token, Participant]]:
    """Each conjunct of a noun phrase with whom it means, each person or body once."""
    if head is None:
        return []
    found: dict[str, tuple[Token, Participant]] = {}
    for token in conjuncts(head):
        for owner in _coordinated_owners(scene, token):
            found.setdefault(owner.text, (token, owner))
        if found and _coordinated_owners(scene, token):
            continue
        who = participant(scene, story, token)
        if who is not None:
            found.setdefault(who.text, (token, who))
    return list(found.values())


def _coordinated_owners(scene: Scene, head: Token) -> list[Participant]:
    """ "Iraqi and Kurdistan Regional governments": two bodies in one noun."""
    if not is_body(head):
        return []
    names = [scene.name_at(t) for c in children(head, "amod", "compound", "nmod") for t in conjuncts(c)]
    owners = {
        m.value.canonical: of_name(scene, m)
        for m in names
        if m is not None and m.value.kind in (NameKind.ACTOR, NameKind.PLACE)
    }
    return list(owners.values()) if len(owners) > 1 else []


def joined(scene: Scene, story: Story, head: Token | None) -> Participant | None:
    """A coordinated noun phrase as one participant: canonical where each conjunct is known, else its words."""
    parts = participants(scene, story, head)
    if len(parts) <= 1 or head is None:
        return parts[0][1] if parts else None
    text = ", ".join(p.text for _, p in parts[:-1]) + " and " + parts[-1][1].text
    first, last = phrase_bounds(head, skip=("relcl", "acl", "appos", "prep"))
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def place_at(scene: Scene, story: Story, token: Token) -> Participant | None:
    """The place or site that a token names, with "northern" and the like kept; "there" and "the country" from the story."""
    if token.lower_ in ("country", "nation") and is_definite(token) and not children(token, "amod", "compound"):
        return _country_before(scene, token) or story.country or story.place
    if token.lower_ in THERE or (token.lower_ in WHOLE and is_definite(token) and not children(token, "amod", "compound")):
        return story.place
    mention = scene.name_at(token)
    if mention is None:
        mention = next(
            (scene.name_at(c) for c in children(token, "compound", "nmod", "poss", "appos") if _is_place(scene, c)), None
        )
        if mention is None and token.lower_ in (
            "town",
            "city",
            "province",
            "village",
            "district",
            "governorate",
            "area",
            "region",
            "island",
        ):
            inner = next((obj for obj in _of_objects(token) if _is_place(scene, obj)), None)
            mention = scene.name_at(inner) if inner is not None else None
    if mention is None or mention.value.kind not in (NameKind.PLACE, NameKind.SITE):
        return _somewhere(scene, token)
    found = of_name(scene, mention)
    root = scene.root_of(mention.span) or token
    direction = next(
        (c for c in children(root, "amod", "compound", "nmod") if c.lower_ in DIRECTIONS and c.idx < mention.span.begin), None
    )
    if direction is None:
        return found
    return Participant(f"{direction.text} {found.text}", found.span.join(scene.at(direction)), found.name)


def _country_before(scene: Scene, token: Token) -> Participant | None:
    """The country that the sentence's subject names before "the country": "the Parliament of Iraq voted to expel them from the country"."""
    for mention in scene.names:
        root = scene.root_of(mention.span)
        state = name_index().states.get(mention.value.country or "")
        if mention.span.end <= token.idx and state is not None and root is not None and root.dep_ in ("nsubj", "nsubjpass"):
            return Participant(state.place.canonical, scene.in_report(mention.span), state.place)
    return None


def _somewhere(scene: Scene, token: Token) -> Participant | None:
    """A place that has no name of its own: "the north of Mali", "neighboring countries", "rebel-held territory"."""
    if token.lower_ not in SOMEWHERE:
        return None
    text, (first, last) = words_of(scene, token, keep=("of",))
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def _is_place(scene: Scene, token: Token) -> bool:
    mention = scene.name_at(token)
    return mention is not None and mention.value.kind in (NameKind.PLACE, NameKind.SITE)


def places_of(
    scene: Scene, story: Story, *heads: Token | None, prepositions: tuple[str, ...] = PLACE_PREPOSITIONS
) -> list[Participant]:
    """Places in the prepositional phrases of these tokens, nearest first, each conjunct by itself."""
    found: dict[str, Participant] = {}
    for head in heads:
        if head is None:
            continue
        where = _where_antecedent(scene, story, head)
        if where is not None:
            found.setdefault(where.text, where)
        for c in children(head, "advmod", "npadvmod"):
            if c.lower_ in THERE and story.place is not None:
                found.setdefault(story.place.text, story.place)
            elif c.lower_ in SOMEWHERE and c.lower_ not in ("front", "coast") and not any(True for _ in c.children):
                found.setdefault(c.text, Participant(c.text, scene.at(c)))
        for prep, obj in preposition_objects(head):
            if prep not in prepositions:
                continue
            for token in conjuncts(obj):
                where = place_at(scene, story, token)
                if where is not None:
                    found.setdefault(where.text, where)
                for inner in _nested(scene, story, token):
                    found.setdefault(inner.text, inner)
    return list(found.values())


def places_by_order(scene: Scene, story: Story) -> list[Participant]:
    """Places right after "in", "near" and the like, by the order of words alone, for sentences whose parse hides them."""
    found = []
    for mention in scene.names:
        if mention.value.kind not in (NameKind.PLACE, NameKind.SITE):
            continue
        first = next((t for t in scene.doc if t.idx >= mention.span.begin), None)
        if (
            first is not None
            and first.i > 0
            and first.nbor(-1).lower_
            in (
                "in",
                "near",
                "at",
                "outside",
                "inside",
                "around",
                "northwestern",
                "northern",
                "southern",
                "eastern",
                "western",
                "of",
            )
        ):
            found.append(of_name(scene, mention))
    return found


def _where_antecedent(scene: Scene, story: Story, verb: Token) -> Participant | None:
    """ "Afghanistan, where 8,500 troops serve": the place that a relative clause with "where" is about."""
    for token in (verb, verb.head if verb.dep_ == "conj" else verb):
        if token.dep_ not in ("relcl", "advcl", "acl") or token.head.i > token.i:
            continue
        if any(t.lower_ == "where" for t in scene.doc[token.head.i + 1 : token.head.i + 4]):
            return place_at(scene, story, token.head)
    return None


def _nested(scene: Scene, story: Story, token: Token) -> list[Participant]:
    """Places one level down: "at a base in Iraq", "in the town of Azaz"."""
    found = []
    for prep, obj in preposition_objects(token):
        if prep in ("in", "of", "near", "at", "outside", "inside", "from"):
            where = place_at(scene, story, obj)
            if where is not None:
                found.append(where)
    return found
