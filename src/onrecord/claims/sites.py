"""Sites: bases, posts, embassies and facilities that change hands or state."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.bases import counted_sites, is_bare_count, is_base_by_town, is_of_forces, is_site, is_town, site_before
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_force, of_name
from onrecord.claims.scene import Scene
from onrecord.claims.site_leaving import can_leave, is_firms_own
from onrecord.claims.site_names import names_after, names_behind
from onrecord.claims.site_shapes import BY_SHAPE, access_giver, given_access, site_by_shape
from onrecord.claims.site_sides import opened_to, receives, recipient_token, site_actor, site_recipient
from onrecord.claims.site_words import site_place, site_words
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, SiteAct, Story
from onrecord.claims.subjects import subject
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Stage, Status
from onrecord.nlp.tokens import Token

GIVES = frozenset({"handed_over"})
BUILDING = frozenset("build establish construct erect create turn convert transform".split())
DONE = frozenset("completed finished complete ended over".split())
TAKEN = frozenset(["control", "command", "possession", "charge"])
LOOSE = ("give", "hand", "pass")
MEANT = frozenset({"handed_over", "vacated", "closed"})
AMOUNTS = frozenset("number series dozen total part one all most handover control authority responsibility some".split())
ENDINGS = ("st", "nd", "rd", "th")
SIDES = frozenset("side sides party parties army armies".split())
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest largest only".split())


@rule
def claim_site(scene: Scene, story: Story) -> Iterator[Draft]:
    """A base, post, embassy or facility handed over, vacated, closed, opened or seized: "handed over several bases to the
    control of Iraqi forces", "threatened to close its embassy", "left the base"."""
    if scene.is_question:
        return
    found = list(_sites(scene, story))
    given = [str(made.args["site"]) for made in found if made.args["action"] in GIVES]
    for made in found:
        site = str(made.args["site"])
        if made.args["action"] != "vacated" or not any(g.startswith(site) or site.startswith(g) for g in given):
            yield made


def _sites(scene: Scene, story: Story) -> Iterator[Draft]:
    """All that the verbs and nouns say of sites; leaving a base and handing it over in one sentence is told as the handover."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.SITE:
            continue
        head = _site_head(scene, story, frame)
        if head is None:
            continue
        if head.tag_ in ("NNS", "CD", "NNPS") and not _is_mission(scene, frame, head) and (listed := names_behind(scene, head)):
            for place in listed:
                for made in _site(scene, story, frame, head, site=place):
                    if made.args.get("place") in {other.text for other in listed}:
                        made.drop("place")
                    yield made
            continue
        named = False
        for token in _shared(frame, head):
            if is_site(scene, token) or token.i == head.i or is_base_by_town(scene, story, frame, token):
                named = named or is_town(scene, token, story)
                yield from _site(scene, story, frame, token)
        if named and frame.trigger.fields["action"] in MEANT and is_base_by_town(scene, story, frame, head):
            for place in names_after(scene, max(frame.head, head, key=lambda t: t.i)):
                yield from _site(scene, story, frame, head, site=place)


def _shared(frame: Frame, head: Token) -> list[Token]:
    """What is coordinated with the site, also where the parse hung the second on the verb: "their base at Khokha, 130 km south of
    Hodeidah, and an outpost at Sirwah"."""
    own = conjuncts(head)
    verb = frame.head
    if frame.is_nominal or head.dep_ not in ("dobj", "nsubjpass"):
        return own
    late = [t for t in children(verb, "conj") if is_noun(t) and t.i > head.i and child(t, "det", "nummod", "poss") is not None]
    return own + [t for t in late if t.lower_ in word_set("people", "nouns_site")]


def _site_head(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """The word for what changes hands or state, where it is a site of forces or governments."""
    found = _theme(scene, story, frame)
    if found is None or not can_leave(scene, story, frame, found) or not is_of_forces(scene, story, found):
        return None
    if is_firms_own(scene, frame) or (found.lower_ in word_set("sites", "nouns_open") and _is_to_traffic(scene, frame)):
        return None
    if frame.trigger.fields.get("own") and not _is_own(scene, frame, found):
        return None
    if frame.head.dep_ in ("relcl", "acl") and (meant := identified(frame.head.head)) is not None:
        if _is_any_site(scene, story, meant):
            return meant
        return found if meant.tag_ == "PRP" and frame.head.head.dep_ == "attr" else None
    if _is_of_many(frame) or (frame.head.dep_ in ("relcl", "acl") and any(c.lower_ in ORDINALS for c in found.children)):
        return None
    return found


def identified(noun: Token) -> Token | None:
    """What is said to be one of a row: "it" in "it is the seventh site to be given up", "Kidal" in "Kidal was the eighth of 13 bases
    that the mission has closed"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "among") and noun.head.head.dep_ == "attr":
        noun = noun.head.head
    ordered = noun.lower_ in ORDINALS | {"one"} or any(_is_ordinal(c) for c in noun.children)
    return subject(noun.head) if noun.dep_ == "attr" and ordered and is_verb(noun.head) else None


def _is_ordinal(token: Token) -> bool:
    word = token.lower_
    return word in ORDINALS or (token.tag_ in ("JJ", "CD") and word[:1].isalnum() and word.endswith(ENDINGS))


def _is_any_site(scene: Scene, story: Story, token: Token) -> bool:
    known = scene.name_at(token)
    if token.lower_ in ("it", "this", "that"):
        return site_before(scene, story, token) is not None
    return is_site(scene, token) or is_town(scene, token, story) or (known is not None and known.value.kind is NameKind.PLACE)


def _is_own(scene: Scene, frame: Frame, found: Token) -> bool:
    """ "blew up ten of their posts", "each side demolished 11 posts": of one's own, or of both sides by accord."""
    if any(c.tag_ == "PRP$" for c in children(_counted(found), "poss")):
        return True
    agent = frame.agent
    both = frozenset(["each", "both", "two"])
    return agent is not None and agent.lower_ in SIDES and any(c.lower_ in both for c in children(agent, "det", "nummod"))


def _is_to_traffic(scene: Scene, frame: Frame) -> bool:
    """ "closed its ports to 52 tankers", "the airport was closed to traffic"."""
    return frame.trigger.fields["action"] in ("closed", "opened") and any(
        not is_force(o) and scene.name_at(o) is None for o in frame.objects("to")
    )


def _counted(noun: Token) -> Token:
    """ "posts" of "ten of its posts"."""
    return next((o for p, o in preposition_objects(noun) if p == "of"), noun)


def _is_of_many(frame: Frame) -> bool:
    """ "the largest of the bases given up so far": which bases are meant, not what is told of them."""
    noun = frame.head.head
    if frame.head.dep_ != "acl" or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return noun.head.head.lower_ in ("any", "largest", "each", "none", "biggest", "smallest", "last", "most", "first")


def _theme(scene: Scene, story: Story, frame: Frame) -> Token | None:
    pattern, lemma = frame.trigger.fields.get("frame", "theme"), frame.trigger.lemma
    wanted = frame.trigger.fields.get("with")
    if pattern in BY_SHAPE:
        return site_by_shape(scene, frame, pattern)
    if pattern in ("source", "goal"):
        if frame.theme is not None:
            return None
        prepositions = ("from", "of", "off") if pattern == "source" else ("into",)
        return next((o for o in frame.objects(*prepositions) if is_site(scene, o)), None)
    if (
        any(c.lower_ in ("out", "behind", "off", "aside", "alone") for c in frame.head.children)
        and frame.trigger.particle is None
    ):
        return None
    found = frame.agent if pattern == "self" else frame.theme
    if found is None and not frame.passive and (pattern in ("both", "self") or (wanted and frame.objects(*wanted.split()))):
        found = frame.agent
    if found is None:
        return None
    if pattern == "control":
        return next((o for o in frame.objects("of") if is_site(scene, o)), None) if found.lower_ in TAKEN else None
    if pattern == "operations":
        whole = frame.agent
        return whole if found.lower_ == "operations" and whole is not None and is_site(scene, whole) else None
    if found.lower_ == "keys" and frame.trigger.fields["action"] in GIVES:
        return next((o for o in frame.objects("of", "to") if is_site(scene, o)), found)
    if is_base_by_town(scene, story, frame, found) or is_site(scene, found) or _is_mission(scene, frame, found):
        return found
    if lemma == "change hands" and scene.name_at(found) is not None:
        return found
    if found.lower_ in AMOUNTS or found.tag_ == "CD":
        phrases = [*preposition_objects(found), *(frame.obliques if frame.is_nominal else ())]
        within = next((o for p, o in phrases if p in ("of", "over", "for") and is_site(scene, o)), None)
        if within is not None:
            return within
    if found.lower_ in ("doors", "door", "gates", "gate") and frame.trigger.fields.get("frame") == "both":
        return frame.agent if frame.agent is not None and is_site(scene, frame.agent) else None
    if is_bare_count(found) and frame.trigger.fields["action"] in MEANT:
        return found if counted_sites(scene, story, found) is not None else None
    if found.lower_ in ("it", "them", "both") and frame.trigger.fields["action"] in MEANT:
        return found if _is_meant(scene, story, frame, found) else None
    return None


def _is_mission(scene: Scene, frame: Frame, token: Token) -> bool:
    """ "Norway shut its missions in Caracas and Havana": a state's, in a place."""
    named = scene.name_at(frame.agent) if frame.agent is not None else None
    state = named is not None and named.value.type in ("state", "country", "government")
    opened = frame.trigger.lemma in ("close", "shut", "open", "reopen", "close down", "shut down")
    near = [p for t in (token, frame.head) for p, _ in preposition_objects(t)]
    return token.lower_ in ("mission", "missions", "legation", "legations") and state and opened and "in" in near


def _is_meant(scene: Scene, story: Story, frame: Frame, pronoun: Token) -> bool:
    """Whether "it" can be a base: it is handed over to somebody, or the verb says little of anything else."""
    if pronoun.lower_ == "both" and not _two_before(scene, pronoun):
        return False
    if site_before(scene, story, pronoun) is None:
        return False
    if frame.trigger.fields["action"] in GIVES:
        return recipient_token(scene, frame) is not None
    return frame.passive and frame.trigger.lemma in (
        "abandon",
        "vacate",
        "evacuate",
        "close",
        "shut",
        "shut down",
        "close down",
    )


def _two_before(scene: Scene, token: Token) -> list[Participant]:
    found = [of_name(scene, m) for m in scene.names if m.value.kind is NameKind.SITE and m.span.end <= token.idx]
    return found[-2:] if len(found) > 1 else []


def _site(scene: Scene, story: Story, frame: Frame, token: Token, *, site: Participant | None = None) -> Iterator[Draft]:
    action = frame.trigger.fields["action"]
    giver = receives(scene, frame)
    action = "handed_over" if giver is not None else action
    recipient = _recipient(scene, story, frame, action, giver)
    if recipient is None and _needs_recipient(scene, frame, token):
        return
    if token.lower_ == "both" and site is None:
        for one in _two_before(scene, token):
            yield from _site(scene, story, frame, token, site=one)
        return
    is_one_of_several = site is not None
    site = site or site_words(scene, story, frame, token)
    if site is None:
        return
    made = draft(scene, Kind.SITE, name_of(claim_site), frame.head, frame.verb, frame.theme)
    made.standing = _standing(frame, made.standing)
    made.put("site", site)
    made.put("action", action, scene.at(frame.head))
    actor = _actor(scene, story, frame, token, giver)
    made.put("actor", as_state(actor))
    made.put("recipient", recipient)
    made.put("place", site_place(scene, story, frame, token, site))
    count = scene.count_at(frame.theme) if frame.theme is not None and frame.theme.tag_ == "CD" else scene.count_of(token)
    if count is not None and not is_one_of_several:
        made.count(count.value.quantity.with_unit("site"), count.span.shift(scene.sentence.span.begin))
    before, same = story.site_act, story.site is not None and story.site.text == site.text
    story.site = site
    story.site_act = SiteAct(
        action,
        (as_state(actor) if actor is not None and actor.name is not None else None)
        or (before.actor if before else as_state(actor)),
        recipient or (before.recipient if before and (before.action == action or same) else None),
    )
    if actor is not None and actor.name is not None:
        story.force_actor = as_state(actor)
    yield made


def _recipient(scene: Scene, story: Story, frame: Frame, action: str, giver: Token | None) -> Participant | None:
    """Who receives a site that is handed over or opened to somebody."""
    if giver is not None or frame.trigger.fields.get("frame") == "received":
        return as_state(participant(scene, story, frame.agent))
    if frame.trigger.fields.get("frame") == "access":
        return given_access(scene, story, frame)
    if action == "opened":
        return opened_to(scene, story, frame)
    return site_recipient(scene, story, frame) if action in GIVES else None


def _actor(scene: Scene, story: Story, frame: Frame, token: Token, giver: Token | None) -> Participant | None:
    """Who gives up, closes, opens or seizes it."""
    if giver is not None:
        return participant(scene, story, giver)
    match frame.trigger.fields.get("frame"):
        case "received":
            return participant(scene, story, next(iter(frame.objects("from")), None))
        case "access":
            return access_giver(scene, story, frame)
        case "fallen":
            return participant(scene, story, next(iter(frame.objects("to")), None))
    return site_actor(scene, story, frame, token)


def _standing(frame: Frame, found: Standing) -> Standing:
    """What is being built, delayed, or told after "once" in the present tense is still to come."""
    if found.status is not Status.ACTUAL:
        return found
    head, verb = frame.head, frame.verb
    if frame.trigger.lemma in BUILDING and found.stage is Stage.UNDERWAY:
        return Standing(Status.PLANNED, head, found.stage)
    if frame.trigger.lemma == "construction" and not (verb is not None and verb.lower_ in DONE):
        return Standing(Status.PLANNED, head, Stage.UNDERWAY)
    if frame.trigger.fields.get("frame") == "ground":
        return Standing(Status.PLANNED, head, Stage.UNDERWAY)
    if frame.is_nominal and verb is not None and verb.lower_ in ("delayed", "delay", "delays"):
        return Standing(Status.PLANNED, verb)
    mark = child(head, "mark", "advmod") if head.dep_ == "advcl" else None
    is_present = head.tag_ in ("VBZ", "VBP") or any(c.lower_ in ("is", "are") for c in children(head, "auxpass"))
    if mark is not None and mark.lower_ in ("once", "when", "until", "before", "after", "till") and is_present:
        return Standing(Status.PLANNED, mark)
    return found


def _needs_recipient(scene: Scene, frame: Frame, token: Token) -> bool:
    """Whether a loose verb ("give", "return") says a handover only with whom it went to; a named site is enough for others."""
    named = scene.name_at(token)
    if frame.is_nominal or (named is not None and named.value.kind is NameKind.SITE and frame.trigger.lemma == "transfer"):
        return False
    return frame.trigger.lemma in (LOOSE if frame.passive else (*LOOSE, "return", "transfer"))
