"""Which numbers of a sentence count forces, and which of them another predicate has taken: the killed, the sent, the trained."""

from __future__ import annotations

from functools import lru_cache

from onrecord.claims.bare_numbers import is_number_of_forces, is_presented, is_toll, stays
from onrecord.claims.force_nouns import is_asset, is_cap
from onrecord.claims.force_parts import is_spoken_of
from onrecord.claims.frames import Frame, is_stationed
from onrecord.claims.level_owners import is_uniformed
from onrecord.claims.level_places import IN_PLACE, is_guarding
from onrecord.claims.level_topics import topic_of
from onrecord.claims.level_words import is_hold
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.status import standing_of
from onrecord.claims.story import Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, Status
from onrecord.nlp.tokens import Token

TOLD = frozenset("announced promised pledged offered requested ordered authorised authorized approved needed".split())
HARMED = frozenset("dead wounded injured hurt homeless stranded missing displaced killed hungry jobless ill sick".split())
NEVER_COUNTED = frozenset("missions operations deployments presences footprints".split())
"""Words for forces that are themselves no men: of "seven missions" nobody is counted."""
MADE_UP = frozenset("consist consists consisted consisting comprised composed made up".split())
CONSUMED = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.ASSISTANCE, Kind.FORCE_CHANGE})


def _says_where(noun: Token) -> bool:
    """ "the 700 troops in Somalia", "the 2,000 U.S. troops there", "the 1,300 soldiers serving in Iraq"; not "the 475 announced"."""
    clause = child(noun, "acl", "relcl")
    told = clause is not None and (clause.dep_ == "relcl" or clause.lower_ not in TOLD)
    there = any(c.lower_ in ("there", "here") for c in children(noun, "advmod"))
    return told or there or any(p in IN_PLACE for p, _ in preposition_objects(noun))


def _are_joined(noun: Token) -> bool:
    """ "will join some 3,100 Americans already in the country": who is there before."""
    joined = noun.dep_ == "dobj" and noun.head.lower_ in ("join", "joins", "joined", "joining")
    return joined and any(
        t.lower_ in ("already", "there", "now", "currently", "in", "at") for t in noun.doc[noun.i + 1 : noun.i + 3]
    )


def is_whole_of_part(noun: Token) -> bool:
    """The 36,000 of "will withdraw nearly 12,000 of its roughly 36,000 troops"."""
    part = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return part is not None and part.tag_ == "CD" and child(noun, "nummod") is not None and not is_asset(noun)


@lru_cache(maxsize=4)
def embedded_level_nouns(scene: Scene) -> frozenset[int]:
    """Counted forces that a definite phrase presents as being somewhere: "the roughly 700 American troops in Somalia"."""
    found = []
    for mention in scene.counts:
        noun = counted_noun(scene, mention)
        if noun is None and mention.value.noun is None:
            bare = scene.root_of(mention.value.number or mention.span)
            noun = bare if bare is not None and bare.tag_ == "CD" and is_presented(bare) else None
        if noun is None:
            continue
        det = child(noun, "det", "poss")
        presented = det is not None and (det.lower_ in ("the", "its", "their") or det.dep_ == "poss")
        if (
            _are_joined(noun)
            or (presented and is_whole_of_part(noun))
            or (presented and any(c.lower_ in ("present", "current", "existing", "remaining") for c in noun.children))
            or (presented and (_says_where(noun)))
        ):
            found.append(noun.i)
    return frozenset(found)


def is_made_up_of_them(verb: Token) -> bool:
    """ "The force consists of 4,500 troops contributed by 27 allies": what it has, and nobody's move."""
    of = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "pobj" else None
    return of is not None and of.lower_ == "of" and of.head.lower_ in MADE_UP


def consumed(scene: Scene) -> frozenset[int]:
    """Nouns that another predicate counts: the killed, the trained, the withdrawn."""
    found: set[int] = set()
    for frame in scene.frames:
        if (
            frame.trigger.kind not in CONSUMED
            or frame.trigger.fields.get("frame") in ("none", "amount", "sum")
            or frame.trigger.fields.get("further")
        ):
            continue
        if frame.trigger.fields.get("frame") == "stocks" and frame.theme is not None and not is_asset(frame.theme):
            continue  # "12,000 soldiers drawn from 31 nations"
        if is_stationed(frame) or (frame.passive and "goal" in frame.trigger.fields):
            continue
        if not frame.is_nominal and is_made_up_of_them(frame.head):
            continue
        if frame.trigger.lemma == "leave" and (frame.passive or _are_left(scene, frame)):
            continue  # "leaving 2,500 troops in the country" tells how many stay
        if frame.theme is not None and frame.theme.tag_ == "CD" and topic_of(frame.theme) is not None:
            continue  # "the number of soldiers had reached 700"
        if frame.trigger.kind is Kind.FORCE_CHANGE:
            found.update(
                t.i
                for o in frame.objects("to", "from", "by", "below", "above", "under", "past")
                if not is_guarding(o)
                for t in conjuncts(o)
            )
        if frame.theme is not None and frame.theme.tag_ == "CD" and is_cap(frame.theme.head.head):
            continue  # "a cap of 25,000 ordered by the president"
        if "joins" in frame.trigger.fields:
            found.update(t.i for t in conjuncts(frame.agent)) if frame.agent is not None else None
            continue  # "will join some 3,100 Americans already in the country" tells how many are there
        for token in (frame.theme, frame.agent if not frame.passive and frame.trigger.kind is not Kind.ASSISTANCE else None):
            if token is not None and not is_guarding(token) and not _does_it_where_it_is(frame, token):
                found.update(t.i for t in conjuncts(token))
                if frame.trigger.kind is Kind.FORCE_CHANGE and is_force(token) and child(token, "nummod") is None:
                    found.update(o.i for p, o in preposition_objects(token) if p == "of")  # "a battalion of 750"
    return frozenset(found)


def _does_it_where_it_is(frame: Frame, agent: Token) -> bool:
    """ "have been operating in Niger, training its army", "were set to remain to provide security": what those who are somewhere do there."""
    aside = frame.head.dep_ in ("advcl", "xcomp") and agent.dep_ in ("nsubj", "nsubjpass") and agent.head.i != frame.head.i
    moves = frame.trigger.kind is Kind.FORCE_CHANGE and frame.trigger.fields.get("frame") != "theme"
    if not aside or moves or frame.is_nominal:
        return False
    return stays(agent)


def _are_left(scene: Scene, frame: Frame) -> bool:
    """ "leaving 2,500 troops in the country", "leaving 68,000 in place"; "leaving 20 dead" are none."""
    theme = frame.theme
    if theme is None or (not is_force(theme) and scene.count_of(theme) is None):
        return False
    return not any(t.lower_ in HARMED for t in theme.doc[theme.i + 1 : theme.i + 3])


def forces_gone(scene: Scene) -> frozenset[int]:
    """Forces that have left: "the 300 soldiers who were left there moved out" says how many there are no more."""
    return frozenset(
        frame.agent.i
        for frame in scene.frames
        if frame.trigger.kind is Kind.FORCE_CHANGE
        and frame.trigger.fields.get("direction") == "decrease"
        and not frame.is_nominal
        and frame.agent is not None
        and standing_of(frame.head).status is Status.ACTUAL
    )


def counted_force(scene: Scene, story: Story, mention: Mention[Count]) -> Token | None:
    """The token that stands for the counted forces: their noun, or the bare number that carries the unit over."""
    if mention.value.noun is not None:
        return counted_noun(scene, mention, story)
    root, unit = scene.root_of(mention.value.number or mention.span), mention.value.quantity.unit
    if root is not None and root.dep_ == "nummod" and is_force(root.head):
        return root.head
    if root is not None and _is_part_of_counted(scene, root):
        return root
    strong = topic_of(root) if root is not None and root.head.lower_ == "strong" else None
    if strong is not None and is_force(strong.head) and unit in ("person", "personnel", None):
        return root  # "a 300-strong unit"
    counts = (
        unit == "personnel" or (unit in word_set("levels", "nouns_uniformed") and topic_of(root) is not None) if root else False
    )
    if root is None or (unit is not None and not counts) or is_toll(root):
        return None
    return root if counts or is_number_of_forces(scene, story, mention, root) else None


def _is_part_of_counted(scene: Scene, root: Token) -> bool:
    """ "two of the four jets": the part of forces that are counted, too."""
    if root.tag_ != "CD" or root.dep_ not in ("nsubj", "nsubjpass") or not stays(root):
        return False
    return any(p == "of" and is_force(o) and scene.count_of(o) is not None for p, o in preposition_objects(root))


def counted_noun(scene: Scene, mention: Mention[Count], story: Story | None = None) -> Token | None:
    """The noun of a number, if it means forces."""
    noun = scene.root_of(mention.value.noun) if mention.value.noun is not None else None
    quantity = mention.value.quantity
    if noun is None or quantity.unit == "percent" or noun.lower_ in NEVER_COUNTED:
        return None
    if (
        noun.lower_ in ("man", "member", "soldier", "person")
        and noun.i > 0
        and noun.nbor(-1).text == "-"
        and is_force(noun.head)
    ):
        return noun.head  # "a 250-man unit"
    if noun.i not in (t.i for t in scene.tokens if is_force(t)) and (shared := _shared_noun(scene, noun)) is not None:
        return shared
    counts = quantity.unit == "personnel" or is_force(noun) or _is_member_of_force(scene, noun, story)
    return noun if counts or is_uniformed(noun) else None


def _shared_noun(scene: Scene, noun: Token) -> Token | None:
    """ "2,000 Chinese and 180 Japanese troops": the noun that comes with the last number."""
    named = scene.name_at(noun)
    after = noun.nbor(1) if noun.i + 2 < len(noun.doc) else None
    if named is None or named.value.type != "state" or after is None or after.lower_ not in ("and", ",", "or"):
        return None
    later = next((m for m in scene.counts if 0 <= m.span.begin - after.idx <= 8 and m.value.noun is not None), None)
    found = scene.root_of(later.value.noun) if later is not None and later.value.noun is not None else None
    return found if found is not None and is_force(found) else None


def _is_member_of_force(scene: Scene, noun: Token, story: Story | None) -> bool:
    """ "It has some 600 members", "more than 700 Americans are posted there"."""
    if noun.lower_ in ("member", "members") and _is_in_a_force(noun):
        return True
    if noun.lower_ in ("member", "members", "people", "men"):
        if noun.dep_ == "nsubjpass" and noun.head.lower_ in ("stationed", "based", "posted", "garrisoned", "deployed"):
            return True
        topic = topic_of(noun)
        if topic is not None and is_force(topic.head):
            return True
        who = subject(noun.head) if noun.dep_ == "dobj" and is_hold(noun.head) else None
        named = scene.name_at(who) if who is not None else None
        if who is None:
            return False
        if noun.lower_ in ("people", "men") and named is not None and named.value.type in ("state", "country"):
            placed = [*preposition_objects(noun), *preposition_objects(noun.head)]
            there = any(p in IN_PLACE for p, _ in placed) or any(c.lower_ in ("there", "here") for c in noun.children)
            spoken_of = any(is_force(t) for t in scene.tokens) or (story is not None and is_spoken_of(scene, story, noun))
            return there and spoken_of
        if noun.lower_.startswith("member") and named is not None and named.value.type == "alliance":
            return False  # "NATO has 30 members"
        return who.tag_ == "PRP" or is_force(who) or (named is not None and named.value.type in FORCE_TYPES)
    named = scene.name_at(noun)
    return (
        named is not None
        and named.value.type in ("state", "country")
        and noun.tag_ in ("NNPS", "NNS")
        and (stays(noun) or _is_of_unit(noun) or _are_joined(noun))
    )


def _is_in_a_force(noun: Token) -> bool:
    """ "340 Defence Force members", "333 members of the Defence Forces"; a crew of "two members" is in none."""
    return any(is_force(c) for c in children(noun, "compound")) or any(
        p == "of" and is_force(o) for p, o in preposition_objects(noun)
    )


def _is_of_unit(noun: Token) -> bool:
    """ "a battalion of 780 Tanzanians"."""
    topic = topic_of(noun)
    return topic is not None and is_force(topic.head)


FORCE_TYPES = frozenset("armed_group alliance coalition mission military force operation".split())
