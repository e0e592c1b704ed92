"""Who strikes whom and by what: weapons, aircraft and strikes lead back to those whose they are."""

from __future__ import annotations

from onrecord.claims.frames import Frame
from onrecord.claims.hit_things import of_its_owner
from onrecord.claims.owners import owner_of
from onrecord.claims.participants import joined, participant
from onrecord.claims.phrases import is_body, is_definite, is_people, of_name, words_of
from onrecord.claims.places import place_at
from onrecord.claims.scene import Scene
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, subject
from onrecord.claims.tree import child, children, conjuncts, is_noun, is_verb, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Mention, Name, NameKind
from onrecord.nlp.tokens import Token

MODES = ("rocket", "drone", "shelling", "bombing", "shooting", "airstrike", "ground")
FIGHTING_TYPES = frozenset({"armed_group", "force", "coalition", "alliance", "military"})
TOWNS = frozenset({"town", "city", "village", "airport"})
BEARERS = frozenset({NameKind.ACTOR, NameKind.SITE, NameKind.PLACE, NameKind.PERSON})


def is_weapon(token: Token) -> bool:
    """Whether a noun is a weapon or what it does: "rocket", "bomb", "gunfire"."""
    return token.lower_ in word_set("people", "nouns_arms")


def is_strike(token: Token) -> bool:
    """Whether a noun is an attack itself: "strikes", "raid", "blast"."""
    return token.lower_ in word_set("attack", "nouns_strike")


def is_flyer(token: Token) -> bool:
    """Whether a noun is an aircraft."""
    by_foot = any(c.lower_ == "suicide" for c in children(token, "compound", "amod"))
    return token.lower_ in word_set("attack", "nouns_flyer") and not by_foot


def is_fighter(scene: Scene, token: Token) -> bool:
    """Whether a noun is somebody who fights, by name or by word."""
    named = scene.name_at(token)
    if named is not None and named.value.type in FIGHTING_TYPES:
        return True
    return token.lower_ in word_set("attack", "nouns_fighter")


def real_agent(scene: Scene, agent: Token | None) -> Token | None:
    """Who acts, where the parse took the place or dateline before it for the subject ("In Khost province a patrol detained …")."""
    named = scene.name_at(agent) if agent is not None else None
    if agent is None or named is None or named.value.kind is not NameKind.PLACE or agent.dep_ == "pobj":
        return agent
    verb = agent.head
    later = [
        t for t in scene.doc[agent.i + 1 : verb.i] if t.dep_ in ("nsubj", "appos", "conj", "dep", "npadvmod", "ROOT", "dobj")
    ]
    return next(
        (t for t in reversed(later) if is_body(t) or is_fighter(scene, t)), agent if named.value.type == "country" else None
    )


def is_dated(scene: Scene, token: Token) -> bool:
    """Whether a token is part of a date."""
    return any(m.span.begin <= token.idx < m.span.end for m in scene.dates)


def attacker_of(scene: Scene, story: Story, frame: Frame, agent: Token | None) -> Participant | None:
    """Who attacks: the agent, or whose rockets, strikes and jets they are; for strikes told before, the story's attacker."""
    who = _from_agent(scene, story, agent)
    if who is None and not frame.is_nominal and frame.passive and agent is None:
        who = _from_coordinated(scene, story, frame)
    if who is None and frame.is_nominal:
        who = owner_of_weapon(scene, story, frame.head) or _from_light(scene, story, frame)
    if who is None and _is_told_before(scene, frame, agent):
        who = story.attacker
    if who is None or not any(c.isalpha() for c in who.text):
        return None
    story.attacker = who
    return who


def _from_agent(scene: Scene, story: Story, agent: Token | None) -> Participant | None:
    if agent is None or is_dated(scene, agent) or agent.lower_ in word_set("attack", "nouns_no_attacker"):
        return None
    if on_foot(story, agent):
        return _with_a_bomb(scene, agent)
    armed = is_weapon(agent) or is_strike(agent) or is_flyer(agent)
    if not armed and any(t.lower_.startswith(("pro-", "anti-")) or t.lower_ in ("pro", "anti") for t in agent.children):
        text, (first, last) = words_of(scene, agent)
        return Participant(text, scene.at(scene.doc[first], scene.doc[last]))
    if is_weapon(agent) or is_strike(agent) or is_flyer(agent) or agent.lower_ in word_set("attack", "nouns_assault"):
        return owner_of_weapon(scene, story, agent)
    unnamed_bloc = agent.lower_ in word_set("attack", "nouns_bloc") and scene.name_at(agent) is None
    if unnamed_bloc and not children(agent, "amod", "compound", "poss"):
        return _bloc(scene, story, agent)
    if (
        scene.name_at(agent)
        or agent.head.lower_ == "by"
        or agent.lower_ in word_set("attack", "nouns_fighter")
        or is_people(agent)
        or is_body(agent)
        or agent.tag_ in ("PRP", "WP", "PRP$", "NNP", "NNPS", "DT")
    ):
        return joined(scene, story, agent)
    return None


def on_foot(story: Story, token: Token | None) -> bool:
    """Whether a bomber is somebody with a bomb, as the report speaks of such."""
    return token is not None and token.lower_ in ("bomber", "bombers") and story.has_bombers_on_foot


def _with_a_bomb(scene: Scene, agent: Token) -> Participant | None:
    """ "a suicide bomber" attacks; "the bomber" alone says nothing of who."""
    if not children(agent, "compound", "amod", "nmod"):
        return None
    text, (first, last) = words_of(scene, agent)
    return Participant(text, scene.at(scene.doc[first], scene.doc[last]))


def _bloc(scene: Scene, story: Story, token: Token) -> Participant:
    """ "the coalition", "the enemy", without a name: the coalition or armed group that the story told of, else the word."""
    known = next((p for p in (story.force_actor, story.actor, story.attacker) if p is not None and _is_bloc(token, p)), None)
    return (
        Participant(known.text, scene.at(token), known.name) if known is not None else Participant(token.text, scene.at(token))
    )


def _is_bloc(token: Token, who: Participant) -> bool:
    wanted = "armed_group" if token.lower_ == "enemy" else token.lower_
    return who.name is not None and who.name.type == wanted


def _from_coordinated(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    """ "was bombed and killed by coalition aircraft": the agent stands with the last verb."""
    for verb in children(frame.head, "conj"):
        by = agent_phrase(verb)
        if by is not None:
            return _from_agent(scene, story, by)
    strike = next((o for p, o in frame.obliques if p in ("in", "by") and is_strike(o)), None)
    if strike is None:
        return None
    return owner_of_weapon(scene, story, strike) or (story.attacker if child(strike, "det") is not None else None)


def _from_light(scene: Scene, story: Story, frame: Frame) -> Participant | None:
    verb = frame.light
    if verb is None or verb.lower_ not in word_set("attack", "presupposed"):
        return None
    return _from_agent(scene, story, subject(verb))


def _is_told_before(scene: Scene, frame: Frame, agent: Token | None) -> bool:
    """ "15 strikes engaged …", "the attacks occurred": strikes of whoever the story said before."""
    strike = frame.head if frame.is_nominal else agent
    if strike is None or not is_strike(strike):
        return False
    det = child(strike, "det")
    if (
        frame.is_nominal
        and any(p in ("against", "on") and not is_dated(scene, o) for p, o in frame.obliques)
        and scene.count_of(strike) is None
    ):
        return False
    return scene.count_of(strike) is not None or (det is not None and det.lower_ in ("the", "these", "those", "this"))


def owner_of_weapon(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "U.S. airstrikes", "Taliban attack", "attacks by ISIL", "rockets of the militia", "aircraft of the coalition"."""
    by = next((o for p, o in preposition_objects(token) if p == "by"), None)
    by = by or next((c_by for c in children(token, "acl", "relcl") if (c_by := agent_phrase(c)) is not None), None)
    if by is not None and not is_dated(scene, by):
        return _from_agent(scene, story, by) if not is_strike(by) else None
    for c in children(token, "poss", "compound", "amod", "nmod"):
        named = scene.name_at(c)
        if named is not None and _can_own(named, c) and not _is_where(named, c, token):
            return participant(scene, story, c) if named.span.end <= c.idx + len(c.text) else of_name(scene, named)
        if c.dep_ == "poss" and c.tag_ == "PRP$":
            return participant(scene, story, c)
    return owner_of(scene, story, token) or _owner_by_noun(scene, story, token) or _whose_arms(scene, token)


def _whose_arms(scene: Scene, token: Token) -> Participant | None:
    """ "Russian missile strikes", "the Rwandan-led offensive": whose the arms are, and who leads."""
    for c in children(token, "compound", "amod"):
        if not (is_weapon(c) or is_flyer(c) or c.lower_ in ("led", "air")):
            continue
        for inner in children(c, "amod", "compound", "poss", "npadvmod"):
            named = scene.name_at(inner)
            if named is not None and _can_own(named, inner):
                return of_name(scene, named)
    return None


def _is_where(named: Mention[Name], token: Token, noun: Token) -> bool:
    """ "wounded in central Mali attack", "killed in Iraq bombing": a country by its noun in a headline is where it was."""
    bare = noun.dep_ == "pobj" and noun.head.lower_ == "in" and child(noun, "det", "poss") is None
    return bare and token.dep_ != "poss" and named.value.type == "country" and not token.text.isupper()


def _owner_by_noun(scene: Scene, story: Story, token: Token) -> Participant | None:
    """ "rebel attack", "regime bombardment", "the militia's rockets", "coalition air strikes"."""
    before = children(token, "compound", "nmod", "amod", "poss")
    for c in [*before, *(inner for outer in before for inner in children(outer, "compound"))]:
        if c.lower_ in word_set("attack", "nouns_bloc"):
            return _bloc(scene, story, c)
        if c.dep_ == "poss" and is_noun(c) and (is_people(c) or is_body(c)):
            return joined(scene, story, c)
        if c.lower_ in ("regime", "government") and story.government is not None:
            return Participant(story.government.text, scene.at(c), story.government.name)
        if c.lower_ in word_set("attack", "nouns_owner"):
            return Participant(c.text, scene.at(c))
    own = child(token, "nsubj") if is_verb(token) else None
    return participant(scene, story, own) if own is not None and scene.name_at(own) else None


def _can_own(named: Mention[Name], token: Token) -> bool:
    """Whether a name before "attack" is who attacks and not where: "Taliban attack", "Iran's attack", not "Istanbul attack"."""
    if named.value.kind is NameKind.PLACE:
        return named.value.type == "country"
    return named.value.kind in (NameKind.ACTOR, NameKind.PERSON)


def target_of(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    """Whom or what: a known actor, site or person by name, else the words. The story keeps it for "the attack"."""
    who = _target(scene, story, token)
    if who is not None:
        story.target = who
    return who


def _target(scene: Scene, story: Story, token: Token | None) -> Participant | None:
    if token is not None and token.tag_ == "CD":
        token = next((o for p, o in preposition_objects(token) if p == "of"), token)
    if token is None or token.tag_ == "CD" or is_dated(scene, token) or token.lower_ in word_set("attack", "no_target"):
        return None
    if token.lower_ in ("target", "targets") and not children(token, "amod", "compound", "nmod", "nummod", "poss", "prep"):
        return None
    named = scene.name_at(token)
    if named is not None and token.lower_ in ("al", "el") and named.value.kind is NameKind.ACTOR:
        return of_name(scene, named)
    whole = named is not None and (scene.root_of(named.span) or token).i == token.i
    if named is not None and named.value.kind in BEARERS and whole and len(conjuncts(token)) == 1:
        return participant(scene, story, token)
    if token.lower_ == "it" and (site := _site_in_sentence(scene, token)) is not None:
        return site
    if token.tag_ in ("PRP", "PRP$"):
        return participant(scene, story, token)
    person = next((c for c in children(token, "appos") if (m := scene.name_at(c)) and m.value.kind is NameKind.PERSON), None)
    if person is not None:
        return participant(scene, story, person)
    if (
        token.lower_ in ("base", "camp", "embassy")
        and story.site is not None
        and not children(token, "compound", "amod", "nmod")
    ):
        return Participant(story.site.text, scene.at(token), story.site.name)
    where = place_at(scene, story, token) if token.lower_ in TOWNS else None
    if where is None and token.lower_ in TOWNS and is_definite(token) and not children(token, "amod", "compound", "prep"):
        where = story.place
    if where is not None:
        return where
    if (owned := of_its_owner(scene, story, token)) is not None:
        return owned
    text, (first, last) = words_of(scene, token, keep=("of",))
    return Participant(text, scene.at(scene.doc[first], scene.doc[last])) if any(c.isalpha() for c in text) else None


def _site_in_sentence(scene: Scene, token: Token) -> Participant | None:
    """ "left their post at Quneitra after it was shelled": the site that the sentence names before "it"."""
    for noun in reversed(scene.doc[: token.i]):
        if (
            noun.lower_ in word_set("sites", "nouns_base")
            and noun.tag_ in ("NN", "NNP")
            and noun.dep_ not in ("compound", "amod")
        ):
            named = scene.name_at(noun)
            if named is not None and named.value.kind is NameKind.SITE:
                return of_name(scene, named)
            text, (first, last) = words_of(scene, noun, keep=("of", "at"), coordinated=False)
            return Participant(text, scene.at(scene.doc[first], scene.doc[last]))
    return None


def mode_of(frame: Frame, agent: Token | None, modifiers: frozenset[str] | set[str] = frozenset()) -> str:
    """The mode by the weapon or aircraft named with the attack, else by the entry, else ``other``."""
    if agent is not None and is_weapon(agent) and frame.agent is not None and is_flyer(frame.agent) and not frame.passive:
        return "drone" if frame.agent.lower_.startswith("drone") else "airstrike"
    near = set(modifiers) - ({"air"} if frame.trigger.lemma == "assault" else set())
    for token in (agent, *frame.objects("with", "by", "in", "using")):
        if token is not None:
            near |= {token.lower_, *(t.lower_ for t in children(token, "compound", "amod", "nmod"))}
    if agent is not None and agent.lower_ in ("bomber", "bombers") and not is_flyer(agent):
        return "bombing"
    for mode in MODES:
        if near & word_set("attack", f"mode_{mode}"):
            from_the_air = mode == "bombing" and frame.agent is not None and is_flyer(frame.agent)
            return "airstrike" if from_the_air else mode
    if agent is not None and agent.lower_ in ("strike", "strikes"):
        return "airstrike"
    return frame.trigger.fields.get("mode") or (
        "airstrike" if frame.trigger.lemma == "strike" and frame.is_nominal else "other"
    )
