"""Who the parties to an agreement are: by its own words, by the verb, by what the report has told."""

from __future__ import annotations

from onrecord.claims.agreement_verbs import ACCUSING, ACTIONS, BETWEEN, BREACHES, MADE_BY, MAX_PARTIES, TOWNS, WARRING, verb_of
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant, participants
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.names import resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import NameKind, Step
from onrecord.nlp.tokens import Token

HOUSES = frozenset("parliament senate congress lawmakers deputies legislature assembly voters government cabinet".split())
AGENTS = frozenset(
    """negotiators representatives delegates envoys delegations officials commanders leaders ministers presidents mediators chiefs
    emissaries generals""".split()
)
"""Who sign for others: "negotiators for the government and the rebels"."""
FIGHTERS = frozenset("guerrillas guerrilla officers separatists mutineers".split())
LAST_RESOLUTION = 9999
"""The Security Council's resolutions have numbers of up to four figures."""


def parties_of(scene: Scene, story: Story, frame: Frame, verb: Token | None, action: str | None) -> list[Participant]:
    """Who made it: "between A and B", "with B", possessives and adjectives, the subject of announcing or signing."""
    if action == "violated" and frame.head.dep_ == "pobj" and (breach := frame.head.head.head).lower_ in BREACHES:
        near = [*preposition_objects(breach), *preposition_objects(frame.head)]
        by = next((o for p, o in near if p == "by"), None)
        if by is not None:
            return (told_sides(story, by) or [p for _, p in participants(scene, story, by)])[:MAX_PARTIES]
        if verb is not None and verb.lower_ in word_set("pacts", "verbs_citing"):
            return []  # who cites or counts breaches has made none
    found = {who.text: who for who in _named_parties(scene, story, frame.head)}
    if verb is not None and action in MADE_BY:
        found |= {who.text: who for who in _makers(scene, story, frame.head, verb, action)}
        if found:
            with_whom = [o for p, o in preposition_objects(verb) if p in ("with", "between") and not _is_none(o)]
            found |= {p.text: p for obj in with_whom for _, p in participants(scene, story, obj)}
    if (
        not found
        and action == "signed"
        and verb is not None
        and verb.dep_ == "conj"
        and any(c.lower_ == "no" for c in frame.head.children)
    ):
        found = {who.text: who for _, who in participants(scene, story, subject(verb.head)) if who.name is not None}
    if not found:
        mediated = word_set("pacts", "verbs_mediated")
        clauses = [c for c in children(frame.head, "acl", "relcl") if ACTIONS.get(c.lower_) == "signed"]
        clauses = [c for c in clauses if c.lower_ not in mediated]
        withs = [o for c in clauses for p, o in preposition_objects(c) if p in ("with", "between", "by")]
        found = {who.text: who for o in withs for _, who in participants(scene, story, o)}
        over = verb_of(frame.head) if frame.head.dep_ == "pobj" and frame.head.head.lower_ == "under" else None
        if found and over is not None and (does := subject(over)) is not None and scene.name_at(does) is not None:
            found |= {who.text: as_state(who) or who for _, who in participants(scene, story, does)}
        if found and (own := next((subject(c) for c in clauses), None)) is not None and own.i != frame.head.i:
            found |= {who.text: who for _, who in participants(scene, story, own)}
    if not found and action == "signed" and verb is not None and is_passive(verb):
        withs = [o for p, o in preposition_objects(verb) if p in ("with", "between") and not _is_none(o)]
        found = {who.text: who for o in withs for _, who in participants(scene, story, o)}
    found = found or {who.text: who for who in _bound_by(scene, story, frame.head)}
    if not found and action == "ended":
        mediated = word_set("pacts", "verbs_mediated")
        made_by = (c for c in children(frame.head, "relcl") if c.lower_ in ACTIONS and c.lower_ not in mediated)
        relative = next(made_by, None)
        who = participant(scene, story, subject(relative)) if relative is not None else None
        found = {who.text: who} if who is not None else {}
    return [who for who in found.values() if not _is_day(scene, who)][:MAX_PARTIES]


def _is_day(scene: Scene, who: Participant) -> bool:
    """ "will sign an agreement by 31 December": a day is party to nothing."""
    days = (scene.in_report(date.span) for date in scene.dates) if who.name is None else ()
    return any(day.begin <= who.span.begin and who.span.end <= day.end for day in days)


def _bound_by(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "an agreement of 2016 under which the Pentagon undertook to pay": who is bound by it."""
    inside = [head, *(o for _, o in preposition_objects(head))]  # "an agreement of July 2016, under which …"
    for clause in (c for token in inside for c in children(token, "relcl")):
        under = any(p in ("under", "by") and o.lower_ == "which" for p, o in preposition_objects(clause))
        who = subject(clause) if under else None
        if who is not None:
            return [p for _, p in participants(scene, story, who) if p.name is not None and p.name.kind is not NameKind.PERSON]
    return []


def is_between(head: Token) -> bool:
    """Whether an agreement is told as one between sides."""
    return any(p == "between" for p, _ in _beside(head))


def _beside(head: Token) -> list[tuple[str, Token]]:
    """The phrases on an agreement, and "between" behind its day: "the agreement on 2 December between A and B"."""
    own = list(preposition_objects(head))
    days = [o for p, o in own if p in ("on", "of", "in", "from")]
    return own + [pair for o in days for pair in preposition_objects(o) if pair[0] == "between"]


def _named_parties(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "between A and B", "with B", "the NATO treaty", "Iran's deal"."""
    near = [obj for prep, obj in _beside(head) if prep in BETWEEN and not _is_none(obj)]
    found = [
        as_state(p) or p if p.name and p.name.kind is NameKind.PLACE else p
        for o in near
        for _, p in participants(scene, story, o)
    ]
    for c in children(head, "poss", "amod", "compound", "nmod"):
        named = scene.name_at(c)
        if _is_sponsor(c):
            continue
        venue = named is not None and named.value.kind is NameKind.PLACE and named.value.type in TOWNS and c.dep_ != "poss"
        if named is not None and not venue and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            who = participant(scene, story, c)
            found += [who] if who is not None else []
    return found


def _is_sponsor(token: Token) -> bool:
    """ "a UN-brokered truce", "the Russian-sponsored accord": who brought it about is no party to it."""
    rest = token.doc[token.i + 1 : token.i + 3]
    return len(rest) == 2 and rest[0].text == "-" and rest[1].lower_.endswith("ed")


def _makers(scene: Scene, story: Story, head: Token, verb: Token, action: str) -> list[Participant]:
    """The subject of announcing, signing, breaking or ending, where it can be a party."""
    token = _accused(verb) if action == "violated" else None
    token = token if token is not None else subject_beside(head, verb)
    if token is None or token.i == head.i or token.lower_ in ("side", "other"):
        return []
    if verb.lower_ in word_set("pacts", "verbs_mediated"):
        return []  # who brokered it is no party to it
    if (both := told_sides(story, token)) is not None:
        return both
    token = _who_speaks(token)
    for_whom = [o for p, o in preposition_objects(token) if p in ("for", "of", "from")] if token.lower_ in AGENTS else []
    if for_whom:
        return [p for o in for_whom for _, p in participants(scene, story, o)]
    beside = next((c for c in children(token, "appos") if scene.name_at(c) is not None), None)
    makers = [
        p for _, p in participants(scene, story, beside if beside is not None and scene.name_at(token) is None else token)
    ]
    if action == "ended":
        return [as_state(p) or p for p in makers if p.name is not None or can_fight(p)]
    if action == "announced":
        makers = [as_state(p) or p for p in makers]
    return [p for p in makers if p.name is None or p.name.kind is not NameKind.PERSON or action == "signed"]


def _who_speaks(token: Token) -> Token:
    """ "Negotiators said they would extend it": the subject of the saying, where it is several."""
    over = token.head.head if token.lower_ == "they" and token.head.dep_ in ("ccomp", "xcomp") else None
    own = child(over, "nsubj") if over is not None and is_verb(over) else None
    return own if own is not None and own.i < token.i and (own.lower_ in AGENTS or child(own, "conj") is not None) else token


def _is_none(token: Token) -> bool:
    """ "with no new one in sight"."""
    return any(c.lower_ == "no" for c in token.children)


def told_sides(story: Story, token: Token) -> list[Participant] | None:
    """Whom "both camps", "the two countries" mean: the parties of which the report has told, where they are as many."""
    words = {c.lower_ for c in token.children}
    two = bool(words & {"two", "both", "each"}) or (token.lower_ == "both" and not next(preposition_objects(token), None))
    if not two or len(story.pact) != 2 or token.lower_ not in word_set("pacts", "nouns_side") | {"both"}:
        return None
    return list(story.pact)


def refusing(scene: Scene, story: Story, verb: Token) -> list[Participant]:
    """Who will have none of it, by name: "the rebels rejected a truce", "the Danish parliament voted it down"."""
    who = agent_phrase(verb) if is_passive(verb) else subject(verb)
    beside = children(who, "amod", "compound", "poss") if who is not None and scene.name_at(who) is None else []
    owner = next((m for c in beside if (m := scene.name_at(c)) is not None), None)
    if owner is not None and who is not None and who.lower_ in HOUSES:
        return [of_name(scene, owner)]
    return [p for _, p in participants(scene, story, who) if p.name is not None]


def of_the_council(scene: Scene, story: Story, head: Token) -> bool:
    """Whether a resolution is the Security Council's: by its number, where the report speaks of the Council."""
    number = next((c for c in head.children if c.tag_ == "CD" and c.text.isdigit()), None)
    return number is not None and int(number.text) <= LAST_RESOLUTION and "Security Council" in story.report.text


def the_council(scene: Scene, head: Token) -> Participant:
    """The Security Council, where a resolution is told only by its number."""
    name = resolve_name("United Nations Security Council", kind=NameKind.ACTOR)
    council = Participant("United Nations Security Council", scene.at(head), name)
    return council.by(Step.REPORT, scene.at(head))


def can_fight(who: Participant) -> bool:
    """Whether a party without a name is one of fighting: "rebels", "the warring sides", no "sisters"."""
    words = {word.strip(",.'’").lower() for word in who.text.split()}
    known = (
        word_set("attack", "nouns_fighter")
        | word_set("people", "nouns_force")
        | word_set("people", "nouns_body")
        | WARRING
        | FIGHTERS
    )
    return bool(words & known)


def _accused(verb: Token) -> Token | None:
    """ "accused Russia of breaching the truce": who broke it is who is accused."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else None
    if over is None or over.lower_ not in ACCUSING:
        return None
    hit = passive_subject(over) if is_passive(over) else child(over, "dobj")
    return subject(over) if hit is not None and hit.lower_ in ("other", "another") else hit


def subject_beside(head: Token, verb: Token) -> Token | None:
    """Who does it: the "by" phrase of a passive verb, else the subject."""
    if is_passive(verb):
        by = next((o for p, o in preposition_objects(verb) if p == "by"), None)
        return by if by is not None else None
    own = child(verb, "nsubj")
    if own is not None and own.lower_ in ("that", "which") and verb.dep_ == "relcl":
        return passive_subject(verb)
    return subject(verb)
