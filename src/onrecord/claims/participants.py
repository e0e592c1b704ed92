"""From the head of a noun phrase to who it means."""

from __future__ import annotations

from onrecord.claims.owners import coordinated_owners, is_only_modifier, of_objects, owner_of
from onrecord.claims.phrases import is_body, is_definite, is_force, of_name, words_of
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.states import of_capital
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import relative_antecedent
from onrecord.claims.tree import ancestors, child, children, conjuncts, is_verb, phrase_bounds, preposition_objects
from onrecord.lexicon.names import resolve_name
from onrecord.model import Mention, Name, NameKind, Step
from onrecord.nlp.tokens import Token

STATE = ("state", "country")
GOVERNMENT = frozenset("government administration authorities regime army military".split())

QUANTIFIERS = frozenset(
    "hundreds thousands dozens scores tens last most many some several rest bulk majority half all number".split()
)


def participant(scene: Scene, story: Story, head: Token | None, *, alone: bool = True) -> Participant | None:
    """Who a noun phrase means: a known name, whose forces or officials they are, what a pronoun stands for, else its words, with those
    that are joined to it unless each of them is told by itself."""
    if head is None:
        return None
    if head.tag_ in ("PRP", "PRP$", "WP", "DT", "WDT") or head.lower_ in ("both", "all"):
        return resolve_pronoun(scene, story, head)
    if (antecedent := _whose(head)) is not None:
        return participant(scene, story, antecedent)
    if head.lower_ in QUANTIFIERS or (head.tag_ == "CD" and scene.name_at(head) is None):
        counted = next(iter(of_objects(head)), None)
        if counted is not None:
            return participant(scene, story, counted)
    named = scene.name_at(head)
    if (named is None or named.value.country is None) and (seated := _seated(scene, head)) is not None:
        return seated
    if (chamber := _chamber_of(scene, head)) is not None:
        return chamber
    if named is not None and not is_only_modifier(scene, head, named) and not _is_people_of_another(scene, head, named):
        return of_name(scene, named)
    owner = own_country(scene, story, head) or owner_of(scene, story, head)
    if owner is not None:
        return owner
    if is_definite(head) and is_body(head) and not children(head, "amod", "compound", "acl", "relcl"):
        known = definite_body(story, head)
        if known is not None:
            return known.by(Step.DEFINITE, scene.at(head))
    text, (first, last) = words_of(scene, head, coordinated=alone)
    if not any(c.isalnum() for c in text):
        return None
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def _is_people_of_another(scene: Scene, head: Token, named: Mention[Name]) -> bool:
    """ "Bosnian Serbs", "Kosovo Albanians": a people of one state in another acts for neither."""
    if named.value.type != "state" or head.tag_ != "NNPS":
        return False
    return any((m := scene.name_at(c)) is not None and m is not named for c in children(head, "amod", "compound", "nmod"))


def _whose(head: Token) -> Token | None:
    """ "France, whose government had threatened …": the body is that of whom the clause is on."""
    whose = any(c.tag_ == "WP$" for c in children(head, "poss"))
    return relative_antecedent(head.head) if whose and is_body(head) and is_verb(head.head) else None


SEATED = frozenset("ministry government authorities leadership cabinet parliament regime administration".split())


CHAMBERS = frozenset(["house", "senate", "congress", "assembly", "diet", "parliament"])


def _seated(scene: Scene, head: Token) -> Participant | None:
    """ "the Defence Ministry in Berlin", "the government in Kyiv": that of the state whose capital it is."""
    if head.lower_ not in SEATED:
        return None
    seats = (scene.name_at(o) for p, o in preposition_objects(head) if p == "in")
    for named in seats:
        if named is not None and (state := of_capital(of_name(scene, named))).name is not named.value:
            return state
    return None


def _chamber_of(scene: Scene, head: Token) -> Participant | None:
    """ "Canada's House of Commons", "the Japanese House of Representatives": a chamber whose name several states share."""
    house = head if head.lower_ in CHAMBERS else head.head.head if head.head.lower_ == "of" else head
    if house.lower_ not in CHAMBERS:
        return None
    whose = (scene.name_at(c) for c in children(house, "poss", "compound", "amod", "nmod") if c.i != house.i)
    return next((of_name(scene, m) for m in whose if m is not None and m.value.type in STATE), None)


def own_country(scene: Scene, story: Story, head: Token) -> Participant | None:
    """ "Ugandan President Yoweri Museveni said his country would send 1,700 soldiers": the speaker's."""
    if head.lower_ not in ("country", "nation") or not any(c.tag_ == "PRP$" for c in children(head, "poss")):
        return None
    speakers = [child(verb, "nsubj") for verb in ancestors(head) if is_verb(verb)]
    for speaker in (t for t in speakers if t is not None and t.i < head.i):
        said = [m for t in speaker.subtree if t.i <= speaker.i and (m := scene.name_at(t)) is not None]
        state = next((m for m in said if m.value.type in STATE), None)
        who = (
            of_name(scene, state)
            if state is not None
            else next((w for m in said if (w := story.affiliations.get(m.value.canonical)) is not None), None)
        )
        if who is not None:
            return who.by(Step.DEFINITE, scene.at(head))
    last = story.affiliations.get(story.person.text) if story.person is not None else None
    known = last if any(c.lower_ in ("his", "her") for c in children(head, "poss")) else None
    return known.by(Step.DEFINITE, scene.at(head)) if known is not None else None


def definite_body(story: Story, head: Token) -> Participant | None:
    """Whom "the forces", "troops", "the military" mean in this story."""
    if is_force(head) and head.lower_ not in ("army", "navy", "fighters"):
        return story.force_actor
    if head.lower_ in ("country", "nation") and head.dep_ in ("nsubj", "poss"):
        return next((w for w in (story.subject, story.whose_forces) if w is not None and w.name and w.name.type in STATE), None)
    if head.lower_ in GOVERNMENT:
        return story.government
    if head.lower_ == "alliance":
        return story.actor if story.actor and story.actor.name and story.actor.name.type == "alliance" else None
    if head.lower_ in ("group", "militia", "organization", "organisation"):
        return story.actor if story.actor and story.actor.name and story.actor.name.type == "armed_group" else None
    return None


def participants(scene: Scene, story: Story, head: Token | None) -> list[tuple[Token, Participant]]:
    """Each conjunct of a noun phrase with whom it means, each person or body once."""
    if head is None:
        return []
    if (titled := _those_titled(scene, head)) is not None:
        return participants(scene, story, titled)
    if (koreas := _koreas(scene, head)) is not None:
        return koreas
    found: dict[str, tuple[Token, Participant]] = {}
    several = conjuncts(head)
    for conjunct in several:
        token = _named_by(scene, conjunct)
        for owner in coordinated_owners(scene, token):
            found.setdefault(owner.text, (token, owner))
        if found and coordinated_owners(scene, token):
            continue
        who = participant(scene, story, token, alone=len(several) == 1)
        if who is not None:
            found.setdefault(who.text, (token, who))
    return list(found.values())


def _koreas(scene: Scene, head: Token) -> list[tuple[Token, Participant]] | None:
    """ "the two Koreas", "the defence ministers of the two Koreas": both states."""
    noun = next((t for t in (head, *of_objects(head)) if t.lower_ == "koreas"), None)
    if noun is None:
        return None
    states = (resolve_name(f"{side} Korea", kind=NameKind.ACTOR) for side in ("North", "South"))
    return [(noun, Participant(name.canonical, scene.at(noun), name)) for name in states if name is not None]


def _those_titled(scene: Scene, head: Token) -> Token | None:
    """ "Presidents Recep Tayyip Erdogan and Vladimir Putin": the names right behind a title of several."""
    if head.tag_ not in ("NNS", "NNPS") or scene.name_at(head) is not None:
        return None
    named = next((c for c in children(head, "appos") if scene.name_at(c) is not None), None)
    first = named.left_edge if named is not None else None
    return named if first is not None and first.i == head.i + 1 and children(named or head, "conj") else None


def _named_by(scene: Scene, token: Token) -> Token:
    """ "the army and the paramilitary Rapid Support Forces", where the parse hangs the name on the adjective before it."""
    if not token.tag_.startswith("JJ") or scene.name_at(token) is not None:
        return token
    return next((c for c in children(token, "appos") if scene.name_at(c) is not None), token)


def joined(scene: Scene, story: Story, head: Token | None) -> Participant | None:
    """A coordinated noun phrase as one participant: canonical where each conjunct is known, else its words."""
    parts = participants(scene, story, head)
    if len(parts) <= 1 or head is None:
        return parts[0][1] if parts else None
    text = ", ".join(p.text for _, p in parts[:-1]) + " and " + parts[-1][1].text
    first, last = phrase_bounds(head, skip=("relcl", "acl", "appos", "prep"))
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))
