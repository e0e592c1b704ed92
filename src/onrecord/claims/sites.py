"""Sites: bases, posts, embassies and facilities that change hands or state."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.bases import can_leave, counted_sites, is_base_by_town, is_of_forces, is_site, is_town, site_before
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_people, of_name, words_of
from onrecord.claims.places import place_at, places_of
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.site_names import names_after, names_behind
from onrecord.claims.states import as_state
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, SiteAct, Story
from onrecord.claims.tree import child, children, conjuncts, phrase_bounds, preposition_objects
from onrecord.finders.names.listed import adjective
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Stage, Status

GIVES = frozenset({"handed_over"})
LOOSE = ("give", "hand", "pass")
MEANT = frozenset({"handed_over", "vacated", "closed"})
AMOUNTS = frozenset("number series dozen total part one all most handover control authority responsibility some".split())
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest largest only".split())
CONTROL = frozenset(["control", "hands", "custody", "command"])


@rule
def claim_site(scene: Scene, story: Story) -> Iterator[Draft]:
    """A base, post, embassy or facility handed over, vacated, closed, opened or seized: "handed over several bases to the
    control of Iraqi forces", "threatened to close its embassy", "left the base"."""
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
        if head.tag_ in ("NNS", "CD", "NNPS") and (listed := names_behind(scene, head)):
            for place in listed:
                yield from _site(scene, story, frame, head, site=place)
            continue
        named = False
        for token in conjuncts(head):
            if is_site(scene, token) or token.i == head.i or is_base_by_town(scene, story, frame, token):
                named = named or is_town(scene, token, story)
                yield from _site(scene, story, frame, token)
        if named and frame.trigger.fields["action"] in MEANT and is_base_by_town(scene, story, frame, head):
            for place in names_after(scene, max(frame.head, head, key=lambda t: t.i)):
                yield from _site(scene, story, frame, head, site=place)


def _site_head(scene: Scene, story: Story, frame: Frame) -> Token | None:
    """The word for what changes hands or state, where it is a site of forces or governments."""
    found = _theme(scene, story, frame)
    if found is None or not can_leave(scene, frame) or not is_of_forces(scene, story, found):
        return None
    if frame.trigger.fields.get("own") and not any(c.tag_ == "PRP$" for c in children(_counted(found), "poss")):
        return None
    if _is_of_many(frame) or (frame.head.dep_ in ("relcl", "acl") and any(c.lower_ in ORDINALS for c in found.children)):
        return None
    return found


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
    if pattern in ("source", "goal"):
        if frame.theme is not None:
            return None
        prepositions = ("from", "of") if pattern == "source" else ("into",)
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
        return next((o for o in frame.objects("of") if is_site(scene, o)), None) if found.lower_ == "control" else None
    if pattern == "operations":
        whole = frame.agent
        return whole if found.lower_ == "operations" and whole is not None and is_site(scene, whole) else None
    if found.lower_ == "keys" and frame.trigger.fields["action"] in GIVES:
        return next((o for o in frame.objects("of", "to") if is_site(scene, o)), found)
    if is_base_by_town(scene, story, frame, found) or is_site(scene, found):
        return found
    if lemma == "change hands" and scene.name_at(found) is not None:
        return found
    if found.lower_ in AMOUNTS or found.tag_ == "CD":
        phrases = [*preposition_objects(found), *(frame.obliques if frame.is_nominal else ())]
        within = next((o for p, o in phrases if p in ("of", "over", "for") and is_site(scene, o)), None)
        if within is not None:
            return within
    if found.tag_ == "CD" and frame.trigger.fields["action"] in MEANT:
        return found if counted_sites(scene, story, found) is not None else None
    if found.lower_ in ("it", "them", "both") and frame.trigger.fields["action"] in MEANT:
        return found if _is_meant(scene, story, frame, found) else None
    return None


def _is_meant(scene: Scene, story: Story, frame: Frame, pronoun: Token) -> bool:
    """Whether "it" can be a base: it is handed over to somebody, or the verb says little of anything else."""
    if pronoun.lower_ == "both" and not _two_before(scene, pronoun):
        return False
    if site_before(scene, story, pronoun) is None:
        return False
    if frame.trigger.fields["action"] in GIVES:
        return _recipient_token(scene, frame) is not None
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
    recipient = _recipient(scene, story, frame) if action in GIVES else None
    if recipient is None and _needs_recipient(scene, frame, token):
        return
    if token.lower_ == "both" and site is None:
        for one in _two_before(scene, token):
            yield from _site(scene, story, frame, token, site=one)
        return
    is_one_of_several = site is not None
    site = site or _site_name(scene, story, frame, token)
    if site is None:
        return
    made = draft(scene, Kind.SITE, name_of(claim_site), frame.head, frame.verb, frame.theme)
    made.standing = _standing(frame, made.standing)
    made.put("site", site)
    made.put("action", action, scene.at(frame.head))
    made.put("actor", as_state(_actor(scene, story, frame, token)))
    made.put("recipient", recipient)
    made.put("place", _place(scene, story, frame, token, site))
    count = scene.count_at(frame.theme) if frame.theme is not None and frame.theme.tag_ == "CD" else scene.count_of(token)
    if count is not None and not is_one_of_several:
        made.count(count.value.quantity.with_unit("site"), count.span.shift(scene.sentence.span.begin))
    story.site = site
    giver = _actor(scene, story, frame, token)
    before = story.site_act
    story.site_act = SiteAct(
        action,
        as_state(giver) or (before.actor if before else None),
        recipient or (before.recipient if before and before.action == action else None),
    )
    if giver is not None and giver.name is not None:
        story.force_actor = as_state(giver)
    yield made


def _standing(frame: Frame, found: Standing) -> Standing:
    """What is being built, delayed, or told after "once" in the present tense is still to come."""
    if found.status is not Status.ACTUAL:
        return found
    head, verb = frame.head, frame.verb
    if frame.trigger.lemma in ("build", "establish") and found.stage is Stage.UNDERWAY:
        return Standing(Status.PLANNED, head, found.stage)
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


def _site_name(scene: Scene, story: Story, frame: Frame, token: Token) -> Participant | None:
    if token.tag_ == "PRP" or token.lower_ == "keys":
        return site_before(scene, story, token)
    if token.tag_ == "CD":
        return counted_sites(scene, story, token)
    named = scene.name_at(token)
    if (
        named is not None
        and named.value.kind in (NameKind.SITE, NameKind.PLACE)
        and (scene.root_of(named.span) or token).i == token.i
    ):
        return of_name(scene, named)
    if _is_the_site(token) and story.site is not None:
        return Participant(story.site.text, scene.at(token), story.site.name)
    whole = frame.theme if frame.theme is not None and frame.theme.lower_ == "number" else token
    text, (first, last) = words_of(scene, whole, keep=("of", "at"), coordinated=False)
    text = _with_owner(scene, story, token, text)
    return _where_it_lies(scene, story, token, Participant(text, scene.at(scene.doc[first], scene.doc[last])))


def _where_it_lies(scene: Scene, story: Story, token: Token, site: Participant) -> Participant:
    """ "camp in Timbuktu", "bases in northern Mali": where nothing else tells which base is meant, its place does."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    is_told = any(c.tag_.startswith("NNP") or scene.name_at(c) is not None for c in children(token, "compound", "amod", "poss"))
    if after is None or after.lower_ not in ("in", "at") or token.lower_ not in word_set("sites", "nouns_base"):
        return site
    where = child(after, "pobj")
    if is_told or where is None or token.lower_ in ("embassy", "consulate") or place_at(scene, story, where) is None:
        return site
    first, last = phrase_bounds(where, skip=("prep", "relcl", "acl", "appos", "conj", "cc"))
    if f" {after.lower_} " in f" {site.text} ":
        return site
    return Participant(f"{site.text} {scene.words(after.i, last)}", site.span.join(scene.at(scene.doc[first], scene.doc[last])))


def _is_the_site(token: Token) -> bool:
    """ "the camp", "their post": the one that the story has named."""
    det = child(token, "det", "poss")
    pointing = det is not None and det.lower_ in ("the", "this", "that")
    return (
        pointing
        and token.tag_ == "NN"
        and token.lower_ not in ("embassy", "consulate")
        and not children(token, "amod", "compound", "prep", "nmod")
    )


def _with_owner(scene: Scene, story: Story, token: Token, text: str) -> str:
    """ "its embassy" of the United States is "US embassy"."""
    owner = child(token, "poss")
    who = resolve_pronoun(scene, story, owner) if owner is not None and owner.tag_ == "PRP$" else None
    if who is None or who.name is None or token.lower_ not in ("embassy", "consulate"):
        return text
    return f"{adjective(who.name)} {text}" if who.name.country and who.name.type in ("state", "country") else text


def _actor(scene: Scene, story: Story, frame: Frame, token: Token) -> Participant | None:
    agent = frame.agent
    if agent is not None and agent.i != token.i:
        if not (
            scene.name_at(agent)
            or is_body(agent)
            or is_people(agent)
            or agent.tag_ in ("PRP", "WP", "WDT")
            or agent.lower_ in word_set("people", "nouns_organization")
        ):
            return None
        return participant(scene, story, agent)
    for c in children(token, "poss", "compound", "amod"):
        named = scene.name_at(c)
        if named is not None and named.value.type in ("state", "country", "coalition", "force"):
            return of_name(scene, named)
    return None


def _recipient_token(scene: Scene, frame: Frame) -> Token | None:
    to = next(iter(frame.objects("to")), None)
    return to if to is not None else next((c for c in children(frame.head, "dative")), None)


def _recipient(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    token = _recipient_token(scene, frame)
    if token is None:
        return None
    if token.lower_ in CONTROL:
        of = next((o for p, o in preposition_objects(token) if p == "of"), None)
        owner = (
            of
            if of is not None
            else next((c for c in children(token, "poss", "amod", "compound", "nmod") if scene.name_at(c)), None)
        )
        return participant(scene, story, owner if owner is not None else token)
    return participant(scene, story, token)


def _place(scene: Scene, story: Story, frame: Frame, token: Token, site: Participant) -> Participant | None:
    found = places_of(scene, story, token, frame.head, prepositions=("in", "near", "at", "outside"))
    found = [p for p in found if p.text != site.text]
    return found[0] if found else None
