"""Sites: bases, posts, embassies and facilities that change hands or state."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant
from onrecord.claims.phrases import is_body, is_people, of_name, words_of
from onrecord.claims.places import places_of
from onrecord.claims.pronouns import resolve_pronoun
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.tree import child, children, conjuncts, preposition_objects
from onrecord.finders.names.listed import adjective
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind

GIVES = frozenset({"handed_over"})
LOOSE = ("give", "hand", "pass")
BY_TOWN = ("hand over", "hand back", "turn over", "vacate", "evacuate", "transfer")
BASES = frozenset("base bases camp camps post posts airbase airfield outpost outposts".split())
WIDE = ("country", "state", "admin1", "region", "continent", "sea")
CONTROL = frozenset(["control", "hands", "custody", "command"])


@rule
def claim_site(scene: Scene, story: Story) -> Iterator[Draft]:
    """A base, post, embassy or facility handed over, vacated, closed, opened or seized: "handed over several bases to the
    control of Iraqi forces", "threatened to close its embassy", "left the base"."""
    found = list(_sites(scene, story))
    given = {made.args["site"] for made in found if made.args["action"] in GIVES}
    yield from (made for made in found if made.args["action"] != "vacated" or made.args["site"] not in given)


def _sites(scene: Scene, story: Story) -> Iterator[Draft]:
    """All that the verbs and nouns say of sites; leaving a base and handing it over in one sentence is told as the handover."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.SITE:
            continue
        head = _site_head(scene, story, frame)
        if head is None:
            continue
        listed = _listed_places(scene, head)
        if listed:
            for place in listed:
                yield from _site(scene, story, frame, head, site=place)
            continue
        for token in conjuncts(head):
            if is_site(scene, token) or token.i == head.i or _is_base_by_town(scene, story, frame, token):
                yield from _site(scene, story, frame, token)


def is_site(scene: Scene, token: Token) -> bool:
    """Whether a noun means an installation of a force or government."""
    named = scene.name_at(token)
    if named is not None:
        told = any(c.lower_ in word_set("people", "nouns_site") for c in children(token, "appos"))
        return told or named.value.kind is NameKind.SITE or token.lower_ in word_set("people", "nouns_site")
    return token.lower_ in word_set("people", "nouns_site")


def _site_head(scene: Scene, story: Story, frame: Frame) -> Token | None:
    pattern = frame.trigger.fields.get("frame", "theme")
    wanted = frame.trigger.fields.get("with")
    if pattern == "source":
        if frame.theme is not None:
            return None
        return next((o for o in frame.objects("from", "of") if is_site(scene, o)), None)
    found = frame.agent if pattern == "self" else frame.theme
    if found is None and not frame.passive and (pattern in ("both", "self") or (wanted and frame.objects(*wanted.split()))):
        found = frame.agent
    if found is None:
        return None
    if _is_base_by_town(scene, story, frame, found):
        return found
    if is_site(scene, found) or (frame.trigger.lemma == "change hands" and scene.name_at(found) is not None):
        return found
    if (
        found.lower_ in ("number", "control", "series", "dozen", "total", "part", "one", "all", "most", "handover")
        or found.tag_ == "CD"
    ):
        return next((o for p, o in preposition_objects(found) if p == "of" and is_site(scene, o)), None)
    if (
        found.tag_ == "PRP"
        and found.lower_ in ("it", "them")
        and frame.trigger.fields["action"] in GIVES
        and story.site is not None
    ):
        return found if _recipient_token(scene, frame) is not None else None
    return None


def _is_base_by_town(scene: Scene, story: Story, frame: Frame, token: Token) -> bool:
    """ "Gossi had been handed over in April": in a report on bases, a town that is given or vacated is the base there."""
    named = scene.name_at(token)
    if (
        named is None
        or named.value.kind is not NameKind.PLACE
        or named.value.type in WIDE
        or frame.trigger.lemma not in BY_TOWN
    ):
        return False
    words = {word.strip(".,;:").lower() for word in story.report.text.split()}
    return bool(words & BASES)


def _listed_places(scene: Scene, head: Token) -> list[Participant]:
    """ "The bases at Kidal, Tessalit and Timbuktu" are three sites, by the names of their places."""
    for prep, obj in preposition_objects(head):
        if prep in ("at", "in", "near") and head.tag_ == "NNS":
            named = [scene.name_at(t) for t in conjuncts(obj)]
            places = [of_name(scene, m) for m in named if m is not None and m.value.type not in ("country", "state")]
            if len(places) > 1:
                return places
    return []


def _site(scene: Scene, story: Story, frame: Frame, token: Token, *, site: Participant | None = None) -> Iterator[Draft]:
    action = frame.trigger.fields["action"]
    recipient = _recipient(scene, story, frame) if action in GIVES else None
    if recipient is None and _needs_recipient(scene, frame, token):
        return
    site = site or (story.site if token.tag_ == "PRP" else _site_name(scene, story, frame, token))
    if site is None:
        return
    made = draft(scene, Kind.SITE, name_of(claim_site), frame.head, frame.verb, frame.theme)
    made.put("site", site)
    made.put("action", action, scene.at(frame.head))
    made.put("actor", as_state(_actor(scene, story, frame, token)))
    made.put("recipient", recipient)
    made.put("place", _place(scene, story, frame, token, site))
    count = scene.count_at(frame.theme) if frame.theme is not None and frame.theme.tag_ == "CD" else scene.count_of(token)
    if count is not None:
        made.count(count.value.quantity.with_unit("site"), count.span.shift(scene.sentence.span.begin))
    story.site = site
    giver = _actor(scene, story, frame, token)
    if giver is not None and giver.name is not None:
        story.force_actor = as_state(giver)
    yield made


def _needs_recipient(scene: Scene, frame: Frame, token: Token) -> bool:
    """Whether a loose verb ("give", "return") says a handover only with whom it went to; a named site is enough for others."""
    named = scene.name_at(token)
    if frame.is_nominal or (named is not None and named.value.kind is NameKind.SITE and frame.trigger.lemma == "transfer"):
        return False
    return frame.trigger.lemma in (LOOSE if frame.passive else (*LOOSE, "return", "transfer"))


def _site_name(scene: Scene, story: Story, frame: Frame, token: Token) -> Participant | None:
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
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


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
        if not (scene.name_at(agent) or is_body(agent) or is_people(agent) or agent.tag_ in ("PRP", "WP", "WDT")):
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
