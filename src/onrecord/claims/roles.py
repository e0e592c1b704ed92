"""Roles: a person holds an office."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.leading import Held, offices_told
from onrecord.claims.office_owners import whose_office
from onrecord.claims.office_phrases import office_bounds, office_words, offices_by
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import children, conjuncts, preposition_objects
from onrecord.model import Kind, Mention, Name, NameKind, Status
from onrecord.nlp.tokens import Token

COUNTERPARTS = frozenset(["counterpart", "counterparts"])


@rule
def claim_role(scene: Scene, story: Story) -> Iterator[Draft]:
    """A person named with an office, before or after the name, or by a verb: "Acting Defense Secretary Christopher Miller",
    "Wayne Marotto, spokesman for Operation Inherent Resolve", "who heads the court", "was elected president", "has served as"."""
    last: Draft | None = None
    for mention in scene.names:
        if mention.value.kind is not NameKind.PERSON:
            continue
        root = scene.root_of(mention.span)
        if root is None:
            continue
        for head, bounds in offices_by(scene, mention, root):
            made = _role(scene, story, mention, head, bounds, last)
            if made is not None:
                last = made
                yield made
    for held in offices_told(scene, story):
        made = _told(scene, story, held)
        if made is not None:
            yield made


def _told(scene: Scene, story: Story, held: Held) -> Draft | None:
    """The role that a verb tells: with the time and status of the verb."""
    if held.office is None:
        role, organization, at = held.role, held.organization, held.verb
    else:
        organization = whose_office(scene, story, held.office)
        bounds = office_bounds(scene, held.office)
        role, _ = office_words(scene, held.office, bounds, organization)
        at = held.office
    if not role or not _is_new(story, held.person, role, at.lower_ if held.office is not None else role, organization):
        return None
    made = draft(scene, Kind.ROLE, name_of(claim_role), held.verb)
    if held.verb.lower_.startswith("nominat") and made.standing.status is Status.ACTUAL:
        made.standing = Standing(Status.PLANNED, made.standing.word)
    made.put("person", held.person)
    made.put("role", role, scene.at(at))
    made.put("organization", organization)
    return made


def _role(
    scene: Scene, story: Story, mention: Mention[Name], head: Token, bounds: tuple[int, int], last: Draft | None
) -> Draft | None:
    """The role that an office by the name gives; ``last`` is the one before in the sentence, whose office a counterpart has."""
    person = of_name(scene, mention)
    organization = _own_state(scene, mention, head) or whose_office(scene, story, head)
    role, first = office_words(scene, head, bounds, organization)
    if head.lower_ in COUNTERPARTS:
        role = str(last.args["role"]) if last is not None and last.args["person"] != person.text else ""
    if not role or (len(person.text.split()) < 2 and mention.value.id is None and person.text.islower()):
        return None
    if not _is_new(story, person, role, head.lower_, organization):
        return None
    made = Draft(Kind.ROLE, scene.sentence.span, name_of(claim_role), scene)
    made.spans["trigger"] = scene.at(head)
    verb = next((t.head for t in (head, scene.root_of(mention.span)) if t is not None and t.dep_ == "attr"), None)
    if verb is not None:
        made.standing = standing_of(verb)  # "his successor will be …"
    made.put("person", person)
    made.put("role", role, scene.at(scene.doc[first], scene.doc[bounds[1]]))
    made.put("organization", organization)
    if organization is not None:
        story.affiliations[person.text] = organization
    return made


def _own_state(scene: Scene, mention: Mention[Name], head: Token) -> Participant | None:
    """Whose office each of several holds: "ministers Olaf Scholz of Germany and …", "his Greek and Cypriot counterparts, A and B"."""
    root = scene.root_of(mention.span)
    if root is None or head.tag_ not in ("NNS", "NNPS"):
        return None
    for prep, obj in preposition_objects(root):
        named = scene.name_at(obj)
        if prep == "of" and named is not None and named.value.kind is not NameKind.PERSON:
            return of_name(scene, named)
    first = root
    while first.dep_ == "conj" and (named := scene.name_at(first.head)) and named.value.kind is NameKind.PERSON:
        first = first.head
    holders = conjuncts(first)
    owners = [scene.name_at(t) for c in children(head, "amod", "compound", "nmod") for t in conjuncts(c)]
    named_owners = [m for m in owners if m is not None and m.value.kind is not NameKind.PERSON]
    if len(named_owners) > 1 and len(named_owners) == len(holders) and root in holders:
        return of_name(scene, named_owners[holders.index(root)])
    return None


def _is_new(story: Story, person: Participant, role: str, head: str, organization: Participant | None) -> bool:
    """Whether the report has not yet given the person this office; one word is two offices where they are of or for something else."""
    key = (person.text.casefold(), head.removesuffix("s"))
    of = organization.text.casefold() if organization is not None else ""
    area = role.casefold().partition(f"{head} for ")[2]
    known = story.seen_roles.setdefault(key, set())
    new = not known or bool(area and area not in known) or bool(of and of not in known and "" not in known)
    known.add(area or of)
    return new
