"""Places and sites that a phrase names, and where a predicate happens."""

from __future__ import annotations

from onrecord.claims.owners import ABROAD, CONTINGENTS, of_objects
from onrecord.claims.phrases import is_definite, is_force, of_name, words_of
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import relative_antecedent
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.lexicon.names import name_index, resolve_name
from onrecord.model import Mention, Name, NameKind, Step
from onrecord.nlp.tokens import Token

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


DIRECTIONS = frozenset(
    """north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern upper lower mid""".split()
)


THERE = frozenset(["there", "here"])


WHOLE = frozenset(["country", "region", "area", "nation", "territory"])


BASES = frozenset("base camp airbase airfield outpost post".split())
HOSTING = frozenset("told tells asked asks ordered orders gave gives wants wanted expelled expels demanded demands".split())


SOMEWHERE = frozenset(
    """area areas region regions territory territories border north south east west northeast northwest southeast southwest countries
    province provinces district districts town towns city cities village villages coast zone zones valley desert neighborhood island
    mountains front frontier frontiers islands archipelago neighbourhood outskirts vicinity""".split()
)


LANDS = frozenset(["nations", "states"])
BIDDING = frozenset("request behest invitation insistence urging bidding expense".split())


def place_at(scene: Scene, story: Story, token: Token) -> Participant | None:
    """The place or site that a token names, with "northern" and the like kept; "there" and "the country" from the story."""
    narrowed = [c for c in children(token, "amod", "compound") if c.lower_ not in ("whole", "entire")]
    if token.lower_ in ("country", "nation") and is_definite(token) and not narrowed:
        return _by(scene, token, _country_before(scene, token) or story.country or _country_of(story.place))
    if token.lower_ == "capital" and is_definite(token) and (seat := _seat(scene, story, token)) is not None:
        return seat
    if token.lower_ == "here" and (filed := _filed_from(story)) is not None:
        return _by(scene, token, filed)
    if token.lower_ in THERE and (before := _placed_before(scene, token)) is not None:
        return _by(scene, token, before)
    if token.lower_ in THERE or (token.lower_ in WHOLE and is_definite(token) and not children(token, "amod", "compound")):
        if token.lower_ in ("region", "territory") and _is_town(story.place):
            return None  # a town is no region
        return _by(scene, token, story.place)
    mention = scene.name_at(token)
    if mention is None and token.lower_ in DIVISIONS and is_definite(token) and not children(token, "amod", "compound", "prep"):
        pointed = _by(scene, token, _pointed_at(scene, story, token))
        if pointed is not None:
            return pointed
    if mention is None and token.lower_ in ("court", "courts", "newspaper", "newspapers"):
        return None  # "a Nairobi court"
    if mention is None and token.lower_ in ("border", "frontier") and children(token, "compound"):
        return _somewhere(scene, token)  # "the Pakistan frontier" is not Pakistan
    if mention is None and story.site is not None and _is_the_base(token):
        return story.site.by(Step.DEFINITE, scene.at(token))
    if mention is None:
        mention = next(
            (scene.name_at(c) for c in children(token, "compound", "nmod", "poss", "appos") if _is_place(scene, c)), None
        )
        if mention is not None and _is_owner_of(scene, token, mention):
            return None  # "1,600 of Britain's 7,100 soldiers", "soldiers of France's 1,650-strong mission in Chad"
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
            "hub",
            "stronghold",
            "suburb",
            "port",
        ):
            inner = next((obj for obj in of_objects(token) if _is_place(scene, obj)), None)
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


def _is_owner_of(scene: Scene, token: Token, named: Mention[Name]) -> bool:
    """Whether a name is a possessive before forces: whose they are, and not where."""
    owner = child(token, "poss")
    if owner is None or (at := scene.name_at(owner)) is None or at.span != named.span:
        return False
    return token.lower_ in CONTINGENTS | ABROAD or (is_force(token) and child(token, "nummod") is not None)


def _is_town(place: Participant | None) -> bool:
    return place is not None and place.name is not None and place.name.type in ("city", "town", "village")


def _seat(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "sent a company to the capital": of the country that the report's forces are in."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("to", "into", "in", "from", "inside"):
        return None
    owner = child(token, "poss", "amod", "compound")
    if len(children(token, "amod", "compound")) > 1 or any(p == "of" for p, _ in preposition_objects(token)):
        return None
    named = scene.name_at(owner) if owner is not None else None
    where = of_name(scene, named) if named is not None else None
    where = story.where_forces if owner is None else where
    state = name_index().states.get(where.country or "") if where is not None else None
    name = resolve_name(state.capital, kind=NameKind.PLACE) if state is not None else None
    return Participant(name.canonical, scene.at(token), name).by(Step.DEFINITE, scene.at(token)) if name is not None else None


def _filed_from(story: Story) -> Participant | None:
    """The town of the dateline, which "here" means."""
    line = story.report.dateline
    name = resolve_name(line.place, kind=NameKind.PLACE) if line is not None and line.place else None
    return Participant(name.canonical, line.span, name) if name is not None and line is not None else None


def _placed_before(scene: Scene, token: Token) -> Participant | None:
    """ "commands the division in Karbala and has 2,400 troops there": the last place that the sentence puts something in."""
    for mention in reversed(scene.names):
        if mention.span.end > token.idx or mention.value.kind not in (NameKind.PLACE, NameKind.SITE):
            continue
        root = scene.root_of(mention.span)
        if root is not None and root.dep_ == "pobj" and root.head.lower_ in ("in", "to", "into", "from", "near", "at", "on"):
            return of_name(scene, mention)
    return None


def _by(scene: Scene, token: Token, place: Participant | None) -> Participant | None:
    """A place for which a token stands."""
    return place.by(Step.DEFINITE, scene.at(token)) if place is not None else None


DIVISIONS = {"province": ("admin1",), "district": ("district",), "city": ("city", "capital"), "town": ("city", "town")}


def _pointed_at(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "the province", "the city": the last of that sort that the sentence names before it, else where the incident was."""
    for mention in reversed(scene.names):
        if mention.span.end <= token.idx and mention.value.type in DIVISIONS[token.lower_]:
            return of_name(scene, mention)
    last = story.place
    if last is not None and last.name is not None and last.name.type in DIVISIONS[token.lower_]:
        return last
    place = story.incident.place if story.incident is not None else None
    return place if place is not None and token.lower_ in place.text.lower().replace(",", " ").split() else None


def _country_before(scene: Scene, token: Token) -> Participant | None:
    """The country that the sentence's subject names before "the country": "the Parliament of Iraq voted to expel them from the country"."""
    for mention in scene.names:
        root = scene.root_of(mention.span)
        if mention.value.type in ("state", "country") and not _tells(root):
            continue  # a state that acts is not where it acts: "the United States said it had killed ten in the country"
        state = name_index().states.get(mention.value.country or "")
        if mention.span.end <= token.idx and state is not None and root is not None and root.dep_ in ("nsubj", "nsubjpass"):
            return Participant(state.place.canonical, scene.in_report(mention.span), state.place)
    return None


def _is_the_base(token: Token) -> bool:
    """ "at the base", "from the camp": the one that was named before."""
    pointed = child(token, "det")
    bare = not children(token, "amod", "compound", "nmod", "poss", "relcl", "acl", "prep", "appos")
    return token.lower_ in BASES and pointed is not None and pointed.lower_ in ("the", "this", "that") and bare


def _country_of(place: Participant | None) -> Participant | None:
    """The country that a town or base lies in, where it is known."""
    state = name_index().states.get(place.country or "") if place is not None else None
    return Participant(state.place.canonical, place.span, state.place) if state is not None and place is not None else place


def _tells(subject: Token | None) -> bool:
    """ "Niger told American troops to leave the country": who tells them to is whose country it is."""
    return subject is not None and subject.dep_ == "nsubj" and subject.head.lower_ in HOSTING


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
            here = _filed_from(story) if c.lower_ == "here" else None
            if c.lower_ in THERE and (there := here or _placed_before(scene, c) or story.place) is not None:
                found.setdefault(there.text, there.by(Step.DEFINITE, scene.at(c)))
            elif c.lower_ in SOMEWHERE and c.lower_ not in ("front", "coast") and not any(True for _ in c.children):
                found.setdefault(c.text, Participant(c.text, scene.at(c)))
        for prep, obj in preposition_objects(head):
            if prep not in prepositions:
                continue
            meant = relative_antecedent(head) if obj.tag_ == "WDT" else None  # "Akobo, from which it has pulled out"
            for token in (named for t in conjuncts(meant or obj) for named in _each_of(scene, t)):
                where = place_at(scene, story, token)
                if where is not None:
                    found.setdefault(where.text, where)
                if prep == "at" and token.lower_ in BIDDING:
                    continue  # "sent troops at the request of the United States"
                for inner in _nested(scene, story, token):
                    found.setdefault(inner.text, inner)
    return list(found.values())


def _each_of(scene: Scene, token: Token) -> list[Token]:
    """ "the African countries of Chad and Niger", "the towns of Shire and Axum": the names, not their sort."""
    listed = of_objects(token) if token.tag_ == "NNS" and token.lower_ in SOMEWHERE | LANDS else []
    return [t for o in listed for t in conjuncts(o)] if any(scene.name_at(o) is not None for o in listed) else [token]


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
            several = is_force(token) and prep in ("in", "from")  # "1,900 of its soldiers from Chad and Niger"
            named = [t for o in (conjuncts(obj) if several else [obj]) for t in (_each_of(scene, o) if several else [o])]
            found += [where for t in named if (where := place_at(scene, story, t)) is not None]
    return found
