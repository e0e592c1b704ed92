"""Numbers without a noun that count the forces a report speaks of: "only 1,400 were there", "the cap is 5,262", "put it at 405"."""

from __future__ import annotations

from onrecord.claims.level_topics import topic_of
from onrecord.claims.level_words import BE, CAPS, COUNTS, REMAIN, is_duty, is_stay, numbers
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import ancestors, child, children, clause_of, is_verb, preposition_objects
from onrecord.model import Count, Mention, Quantity
from onrecord.nlp.tokens import Token

HAVING = frozenset("has have had keeps kept keep leave leaves leaving".split())
DAYS = frozenset("day date eve morning night time".split())
FEWEST = 50
NEAR = 200


def is_number_of_forces(scene: Scene, story: Story, mention: Mention[Count], root: Token) -> bool:
    """Whether a number that no noun follows counts forces: the report or the sentence speaks of forces, and the number is who
    stays, what there is of them, what a count of them says, or a ceiling on them."""
    quantity = mention.value.quantity
    if quantity.unit is not None or root.tag_ != "CD" or is_toll(root):
        return False
    spoken_of = story.whose_forces is not None or any(m.value.quantity.unit == "personnel" for m in scene.counts)
    topic = topic_of(root)
    if topic is not None and _is_of_named_force(scene, topic.head):
        return _is_plain(quantity)
    if topic is not None:
        named = bool(topic.forces) or is_force(topic.head) or (spoken_of and topic.head.tag_ == "PRP")
        return (named or (spoken_of and (topic.head.lower_ in COUNTS or topic.head.lower_ in CAPS))) and not is_of_others(
            topic.head
        )
    if not _is_plain(quantity) and "on the ground" not in scene.sentence.text:
        return False
    if is_verb(root.head) and numbers(root.head) and root.head.lower_[:3] in ("num", "tot") and root.dep_ != "nsubj":
        return True
    told = story.force_actor is not None or any(m.value.quantity.unit == "personnel" for m in scene.counts)
    return spoken_of and (
        (told and is_presented(root)) or _is_who_stays(scene, mention, root) or _is_there(root) or _is_had(scene, story, root)
    )


def _is_of_named_force(scene: Scene, head: Token) -> bool:
    """ "UNIFIL stands at 10,500"."""
    named = scene.name_at(head)
    return named is not None and named.value.type in ("force", "coalition")


def is_toll(number: Token) -> bool:
    """Whether a number counts the dead: "the toll stands at 2,210"."""
    subjects = [c for a in (number, *ancestors(number)) if is_verb(a) for c in children(a, "nsubj", "nsubjpass")]
    return any(t.lower_ in ("toll", "tolls", "dead", "deaths", "casualties") for t in subjects[:2])


def is_of_others(topic: Token) -> bool:
    """Whether a count is said to be of something else than forces: "the number of refugees", "the cap on prices"."""
    about = [o for p, o in preposition_objects(topic) if p in ("of", "on", "for") and o.lower_ not in DAYS]
    return bool(about) and not any(is_force(o) or o.tag_ in ("CD", "NNP", "NNPS", "PRP") for o in about)


def _is_plain(quantity: Quantity) -> bool:
    """Whether a bare number is large enough to be of forces: "between 2,500 and 3,000 will stay"."""
    return max(quantity.numbers.values()) >= FEWEST


def _is_who_stays(scene: Scene, mention: Mention[Count], root: Token) -> bool:
    """Whether the number is who "will stay", "remain" or "were there"."""
    if root.dep_ in ("nsubj", "nsubjpass", "conj") and stays(root):
        verb = verb_of(root)
        return verb is None or verb.lower_ not in BE or _is_somewhere(verb)
    after = next((t for t in scene.doc if t.idx >= mention.span.end), None)
    while after is not None and after.dep_ in ("aux", "neg", "advmod", "auxpass") and after.i + 1 < len(scene.doc):
        after = after.nbor(1)
    if after is None:
        return False
    opens = not scene.sentence.text[: mention.span.begin].strip(" \"“'")
    return after.lower_ in REMAIN or (opens and after.lower_ not in BE and (is_stay(after) or is_duty(after)))


def is_presented(root: Token) -> bool:
    """ "on top of the 200 who are already there": by a clause that says where they are."""
    posted = child(root, "acl")
    if posted is not None and posted.tag_ == "VBN" and is_stay(posted) and _is_somewhere(posted):
        return True  # "from the 34,500 now stationed in the country"
    clause = child(root, "relcl")
    who = child(clause, "nsubj", "nsubjpass") if clause is not None else None
    plain = who is not None and who.lower_ in ("who", "that") and clause is not None and not children(clause, "neg")
    return plain and clause is not None and is_stay(clause) and (clause.lower_ not in BE or _is_somewhere(clause))


def _is_somewhere(verb: Token) -> bool:
    """ "were in the country", "are there", "would be left"."""
    return any(
        c.dep_ in ("prep", "advmod", "acomp") or (c.dep_ == "attr" and c.lower_ == "home") for c in verb.children
    ) or any(c.lower_ in ("left", "stationed", "based") for c in verb.children)


def _is_there(root: Token) -> bool:
    """ "There were around 3,500 at that time"."""
    verb = root.head
    return root.dep_ == "attr" and verb.lower_ in BE and child(verb, "expl") is not None


def _is_had(scene: Scene, story: Story, root: Token) -> bool:
    """ "the United States, which has about 100,000": the object of having or keeping, of a state or body, said after forces."""
    first = root
    while first.dep_ == "conj" and first.head.tag_ == "CD":
        first = first.head  # "has 900 in Lithuania and 500 in Romania"
    verb = first.head
    if first.dep_ != "dobj" or verb.lower_ not in HAVING:
        return False
    if verb.lower_ in ("leave", "leaving", "leaves"):
        return True
    if any(m.value.quantity.unit == "personnel" and m.span.end <= root.idx for m in scene.counts):
        return True
    near = story.forces_until is not None and scene.sentence.span.begin - story.forces_until <= NEAR
    who = child(verb, "nsubj")
    if who is not None and _is_of_named_force(scene, who) and verb.dep_ != "relcl":
        return True  # "AMISOM now has just over 22,000"
    if who is None or not near:
        return False
    named = scene.name_at(who) or (scene.name_at(verb.head) if who.lower_ == "which" and verb.dep_ == "relcl" else None)
    return who.lower_ in ("it", "they") or (named is not None and _is_somewhere(verb))


def stays(noun: Token) -> bool:
    """Whether the clause of a noun says that it is, stays or stands somewhere."""
    verb = verb_of(noun)
    return verb is not None and (is_stay(verb) or is_duty(verb))


def verb_of(noun: Token) -> Token | None:
    """The verb of the noun's clause; of "are expected to stay" the staying."""
    verb = clause_of(noun)
    inner = child(verb, "xcomp") if verb is not None and noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == verb.i else None
    return inner if inner is not None and is_stay(inner) else verb
