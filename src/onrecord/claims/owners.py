"""Whose forces, officials and aircraft they are."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.claims.phrases import is_body, is_force, of_name
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import ancestors, children, conjuncts, preposition_objects
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, Mention, Name, NameKind
from onrecord.nlp.tokens import Token

PRIVATE = frozenset(
    "group groups militia militias faction factions party parties people person persons man men woman women"
    " national nationals citizen citizens member members militant militants fighter fighters insurgent insurgents"
    " rebel rebels gunman gunmen tribe tribes tribesmen".split()
)


CONTINGENTS = frozenset("contingent contingents force battalion brigade presence commitment".split())
ABROAD = frozenset(["mission", "missions", "deployment", "operation"])
SENT = frozenset(
    """delegation delegations negotiator negotiators envoy envoys diplomat diplomats delegate delegates minister ministers official
    officials""".split()
)


def is_only_modifier(scene: Scene, head: Token, named: Mention[Name]) -> bool:
    """Whether the name ends before the phrase does: "Iraqi" in "Iraqi forces" names the forces' owner, not them."""
    root = scene.root_of(named.span)
    return root is not None and root.i != head.i


def owner_of(scene: Scene, story: Story, head: Token) -> Participant | None:
    """Whose "forces", "officials", "aircraft" or "presence" they are: a name before the noun, a possessive, or after "of"."""
    if not is_body(head):
        return _has_so_many(scene, story, head)
    owner = _owner(scene, story, head)
    return None if owner is not None and _is_only_from(owner, head) else owner


def is_ground_of(story: Story, head: Token, modifier: Token, named: Mention[Name]) -> bool:
    """Whether a country before a noun is where its forces are: "the Mali mission", and "the Lebanon contingent" in a report on Italy's."""
    if modifier.dep_ != "compound" or named.value.type != "country":
        return False
    known = story.whose_forces
    of_others = known is not None and known.country is not None and known.country != named.value.country
    return head.lower_ in ABROAD or (head.lower_ in CONTINGENTS and of_others)


def _is_only_from(owner: Participant, head: Token) -> bool:
    """Whether the state is only where they come from: "Iraqi armed groups" and "a French national" do not act for the state."""
    if any(c.dep_ == "poss" for c in head.children):
        return False  # "Chad's fighters", "its 1,800 fighters"
    return head.lower_ in PRIVATE and owner.name is not None and owner.name.type in ("state", "country")


def _has_so_many(scene: Scene, story: Story, head: Token) -> Participant | None:
    """ "Canada's 2,000 left in March", "Thailand's 1,300 men", "its 460 men": the state that has them."""
    if head.tag_ != "CD" and head.lower_ not in word_set("units", "nouns_men"):
        return None
    pointed = next((c for c in children(head, "poss") if c.lower_ in ("its", "their")), None)
    if pointed is not None and (head.tag_ == "CD" or children(head, "nummod")):
        return resolve_pronoun(scene, story, pointed)
    named = next((m for c in children(head, "poss") if (m := scene.name_at(c)) is not None), None)
    return of_name(scene, named) if named is not None and named.value.type in ("state", "country") else None


def _owner(scene: Scene, story: Story, head: Token) -> Participant | None:
    sent = [o for p, o in preposition_objects(head) if p == "from"] if head.lower_ in SENT else []
    for c in [
        *children(head, "poss", "compound", "amod", "nmod", "npadvmod"),
        *of_objects(head),
        *sent,
        *_sent_from(scene, head),
        *(o for p, o in preposition_objects(head) if p == "from" and is_force(head) and is_force(o)),
    ]:
        if (leader := _leading_body(scene, head, c)) is not None:
            return leader
        if c.dep_ == "npadvmod" or _is_led(c):
            continue
        if c.dep_ == "poss" and c.tag_ == "PRP$":
            return resolve_pronoun(scene, story, c)
        if c.dep_ == "poss" and c.tag_ == "WP$":
            return _of_whose(scene, c)
        named = scene.name_at(c)
        if named is not None and is_ground_of(story, head, c, named):
            continue  # "the Mali mission", "the Lebanon contingent" is the one there
        if named is not None and named.value.kind is not NameKind.SITE:
            return of_name(scene, named)
        if is_force(head) and is_force(c) and c.dep_ == "pobj" and c.head.lower_ == "from":
            return _owner(scene, story, c)  # "12 F-16s from the Belgian air force"
        deeper = next((scene.name_at(g) for g in children(c, "compound", "amod", "nmod") if scene.name_at(g)), None)
        if deeper is not None and is_body(c) and deeper.value.kind is not NameKind.SITE:
            return of_name(scene, deeper)
    return None


def _leading_body(scene: Scene, head: Token, token: Token) -> Participant | None:
    """ "the NATO-led force" is NATO's, where a state that leads a force leads others' too."""
    led = token.lower_ == "led" and head.lower_ in ("force", "mission", "troops")
    named = next((m for c in children(token, "npadvmod") if (m := scene.name_at(c)) is not None), None) if led else None
    alliance = named is not None and named.value.type in ("alliance", "organization")
    return of_name(scene, named) if alliance and named is not None else None


def _of_whose(scene: Scene, whose: Token) -> Participant | None:
    """ "Spain, whose 620 soldiers left Istok": the name that the clause is on."""
    clause = next((a for a in ancestors(whose) if a.dep_ == "relcl"), None)
    named = scene.name_at(clause.head) if clause is not None else None
    return of_name(scene, named) if named is not None and named.value.kind is not NameKind.SITE else None


def _sent_from(scene: Scene, head: Token) -> list[Token]:
    """The state that forces are from: "500 soldiers from Turkey"."""
    verb = triggers_by_form().get(head.head.lower_, ())
    included = head.dep_ == "dobj" and not any(t.kind is Kind.FORCE_CHANGE for t in verb)
    moved = (head.dep_ in ("dobj", "nsubjpass") and not included) or (head.dep_ == "pobj" and head.head.lower_ == "of")
    if not is_force(head) or moved:
        return []  # "withdrew 500 soldiers from Mali" says where from
    named = [(obj, scene.name_at(obj)) for prep, obj in preposition_objects(head) if prep == "from"]
    return [obj for obj, name in named if name is not None and name.value.type in ("country", "state")]


def of_objects(head: Token) -> list[Token]:
    """The heads of "of" phrases on a noun."""
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


def coordinated_owners(scene: Scene, head: Token) -> list[Participant]:
    """ "Iraqi and Kurdistan Regional governments", "the leaders of Niger and Chad": two bodies in one noun."""
    if not is_body(head):
        return []
    sent = [o for p, o in preposition_objects(head) if p == "from"] if head.lower_ in SENT else []
    before = [*children(head, "amod", "compound", "nmod"), *of_objects(head), *sent, *_sent_from(scene, head)]
    names = [scene.name_at(t) for c in before for t in conjuncts(c)]
    owners = {
        m.value.canonical: of_name(scene, m)
        for m in names
        if m is not None and m.value.kind in (NameKind.ACTOR, NameKind.PLACE)
    }
    return list(owners.values()) if len(owners) > 1 and _are_apart(scene, owners.values()) else []


def _are_apart(scene: Scene, owners: Iterable[Participant]) -> bool:
    """Whether something parts the names: "South African SAMIM troops" are not two bodies' troops."""
    first, *others = sorted((o.span for o in owners), key=lambda span: span.begin)
    for span in others:
        between = scene.sentence.text[first.end - scene.sentence.span.begin : span.begin - scene.sentence.span.begin]
        if first.end <= span.begin and not between.strip():
            return False
        first = span
    return True


def named_before(scene: Scene, story: Story, noun: Token) -> Participant | None:
    """Who stands before a noun that belongs to no body: "Iraqi operations", "EU sanctions", "its campaign"."""
    for c in children(noun, "amod", "compound", "nmod", "poss"):
        named = scene.name_at(c)
        if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            return of_name(scene, named)
        if c.tag_ == "PRP$" and (who := resolve_pronoun(scene, story, c)) is not None:
            return who
    return None
