"""What became of an agreement that a sentence only points at: "it was extended in June", "failed to agree on a renewal", "accused
each other of violations"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.agreement_verbs import ACTIONS, HOLDING, HOSTILITIES, LASTING, MAX_PARTIES, enters_into_force
from onrecord.claims.agreements import condition_of, extended_again
from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.pact_parties import can_fight, told_sides
from onrecord.claims.participants import participants
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive, passive_subject, subject
from onrecord.claims.tree import child, children, is_verb, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind, Status
from onrecord.nlp.tokens import Token


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


BREACHES = frozenset("violation violations breach breaches infringement infringements infraction infractions".split())
BLAMING = _forms("accuse blame")
TRADING = _forms("trade exchange swap")
BLAME = frozenset("blame accusations accusation recriminations".split())
RENEWALS = frozenset("renewal extension prolongation".split())
FAILING = _forms("fail refuse decline")
SUSPENDING = _forms("suspend halt pause cease freeze")
ENDING = _forms("expire lapse collapse end")
POINTING = frozenset(["it", "this"])
PAPERS = frozenset("document text paper memorandum accord agreement deal".split())
AGREEING = _forms("agree pledge undertake promise vow commit consent")
LATELY = 500
"""Characters back to where an agreement may have been told of that "were expected to sign" means."""
BARE_SIGNING = _forms("sign ratify")
STOPS = frozenset(["end", "halt", "stop"])
CEASING = _forms("cease stop halt suspend pause end")
AGREED = frozenset(["agreed", "agree"])
OPENING = BLAMING | TRADING | FAILING | CEASING | BARE_SIGNING | AGREED
"""Words by which an agreement is meant that no sentence has told of."""
FIGHTING = HOSTILITIES | {"shooting", "firing", "war", "clashes", "offensive"}


def _is_truce(scene: Scene, story: Story) -> bool:
    """Whether a ceasefire is what the sentence or the report is on."""
    words = {"ceasefire", "truce", "armistice", "fire"}
    return bool(scene.lower & words) or story.pact_type == "ceasefire"


def _claim(scene: Scene, story: Story, head: Token, parties: list[Participant], action: str | None, type_: str) -> Draft:
    made = draft(scene, Kind.AGREEMENT, name_of(claim_truce), head)
    made.put("parties", parties[:MAX_PARTIES])
    made.put("type", type_, scene.at(head))
    made.put("action", action, scene.at(head))
    return made


@rule
def claim_truce(scene: Scene, story: Story) -> Iterator[Draft]:
    """What became of an agreement that the sentence only points at, and truces by other words: "it was extended in June and again in
    August", "failed to agree on a renewal", "accused each other of violations", "agreed to stop fighting"."""
    if story.pact_type is None and scene.lower.isdisjoint(OPENING):
        return
    for token in scene.tokens:
        if not is_verb(token) and token.lower_ not in AGREED | STOPS:
            continue
        made = (
            _breach(scene, story, token)
            or _renewal(scene, story, token)
            or _agreed_to_stop(scene, story, token)
            or _end_of_fighting(scene, story, token)
            or _agreed_to_do(scene, story, token)
        )
        made = made or _signs(scene, story, token)
        if made is not None:
            yield made
        else:
            yield from _pointed(scene, story, token)


def _breach(scene: Scene, story: Story, token: Token) -> Draft | None:
    """ "accused each other of violations", "traded accusations of breaches": nobody says who it was."""
    blaming = token.lower_ in BLAMING and is_verb(token)
    trading = token.lower_ in TRADING and is_verb(token) and (o := child(token, "dobj")) is not None and o.lower_ in BLAME
    if not (blaming or trading) or not _is_truce(scene, story):
        return None
    breach = next((t for t in token.subtree if t.i > token.i and (t.lower_ in BREACHES or _breaks(t))), None)
    if breach is None:
        return None
    who = subject(token)
    hit = child(token, "dobj") if blaming else None
    mutual = hit is None or hit.lower_ in ("other", "another")
    blamed = who if mutual else hit
    both = told_sides(story, blamed) if blamed is not None else None
    parties = both or ([p for _, p in participants(scene, story, blamed)] if blamed is not None else [])
    made = _claim(scene, story, breach, parties or list(story.pact), "violated", "ceasefire")
    made.standing = Standing(Status.POSSIBLE, token)
    return made if made.args.get("parties") else None


def _breaks(verb: Token) -> bool:
    """ "accused each other of breaking the arrangement": what is broken was told of before."""
    what = child(verb, "dobj")
    breaking = ACTIONS.get(verb.lower_) == "violated" and verb.dep_ == "pcomp"
    return breaking and what is not None and what.lower_ in word_set("pacts", "nouns_told") | {"it"}


def _renewal(scene: Scene, story: Story, token: Token) -> Draft | None:
    """ "failed to agree on a renewal", "failed to extend it": no new truce."""
    if token.lower_ not in FAILING or not is_verb(token) or (act := child(token, "xcomp")) is None:
        return None
    words = {t.lower_ for t in act.subtree}
    if not (words & RENEWALS or act.lower_ in LASTING) or not _is_truce(scene, story):
        return None
    if act.lower_ in LASTING and not (words & {"it", "truce", "ceasefire", "armistice"}):
        return None
    parties = [p for _, p in participants(scene, story, subject(token))]
    if not parties or not any(p.name is not None for p in parties):
        parties = list(story.pact) or parties
    made = _claim(scene, story, act, parties, "signed", "ceasefire")
    made.standing = Standing(Status.DENIED, token)
    return made


def _agreed_to_stop(scene: Scene, story: Story, token: Token) -> Draft | None:
    """ "agreed to stop fighting", "undertook to cease hostilities"; "agreed to halt attacks" is left to the rule for those."""
    if token.lower_ not in CEASING or not is_verb(token) or token.dep_ not in ("xcomp", "ccomp", "conj"):
        return None
    governing = token.head
    announced = governing.lower_ in AGREEING or (
        governing.lower_ in ("announced", "said", "declared") and any(c.lower_ in ("would", "will") for c in token.children)
    )
    fighting = next((c for c in children(token, "xcomp", "dobj", "ccomp") if c.lower_ in FIGHTING), None)
    if (
        not announced
        or fighting is None
        or child(token, "neg") is not None
        or (token.lower_ in SUSPENDING and fighting.dep_ == "dobj")
    ):
        return None
    parties = [p for _, p in participants(scene, story, subject(governing)) if p.name is not None or can_fight(p)]
    made = _claim(
        scene, story, governing, parties, "signed" if governing.lower_.startswith("agree") else "announced", "ceasefire"
    )
    if made.standing.status is Status.PLANNED:
        made.standing = Standing(Status.ACTUAL)
    return made if made.args.get("parties") else None


def _end_of_fighting(scene: Scene, story: Story, token: Token) -> Draft | None:
    """ "announced an end to six weeks of war", "agreed on a halt to the fighting": by those who fight."""
    if token.lower_ not in STOPS or not token.tag_.startswith("NN"):
        return None
    verb = (
        token.head if token.dep_ == "dobj" else token.head.head if token.dep_ == "pobj" and token.head.lower_ == "on" else None
    )
    action = ACTIONS.get(verb.lower_) if verb is not None and is_verb(verb) else None
    to = next((o for p, o in preposition_objects(token) if p in ("to", "in", "of")), None)
    fighting = to is not None and any(t.lower_ in FIGHTING for t in (to, *(o for p, o in preposition_objects(to) if p == "of")))
    if verb is None or action not in ("announced", "signed") or not fighting or is_passive(verb):
        return None
    parties = [p for _, p in participants(scene, story, subject(verb)) if p.name is not None or can_fight(p)]
    parties = [p for p in parties if p.name is None or p.name.kind is not NameKind.PERSON]
    if len(parties) < 2 and not any(can_fight(p) for p in parties):
        return None
    made = _claim(scene, story, token, parties, action, "ceasefire")
    made.standing = standing_of(verb)
    story.pact, story.pact_type, story.pact_end = tuple(parties), "ceasefire", scene.sentence.span.end
    return made


def _agreed_to_do(scene: Scene, story: Story, token: Token) -> Draft | None:
    """ "Saudi Arabia and Iran agreed in Beijing to restore ties": two states or more that agree to do something."""
    if token.lower_ not in AGREED or token.dep_ not in ("ROOT", "ccomp", "conj"):
        return None
    if (act := child(token, "xcomp", "ccomp")) is None:
        return None
    if act.lower_ in CEASING or any(t.kind is Kind.AGREEMENT for form in scene.lower for t in triggers_by_form().get(form, ())):
        return None
    parties = [p for _, p in participants(scene, story, subject(token))]
    if len(parties) < 2 or not all(
        p.name is not None and p.name.type in ("state", "country", "armed_group", "government") for p in parties
    ):
        return None
    made = _claim(scene, story, token, parties, "signed", "agreement")
    return made if made.standing.status is Status.ACTUAL else None


def _signs(scene: Scene, story: Story, verb: Token) -> Draft | None:
    """ "The Croats were expected to sign on Monday": the pact of the sentence before."""
    if verb.lower_ not in BARE_SIGNING or not is_verb(verb) or story.pact_type is None or not _told_of_late(scene, story):
        return None
    if is_passive(verb) or child(verb, "dobj", "xcomp", "prt") is not None:
        return None
    if any(p in ("up", "on", "off", "for", "in") and not _is_when(scene, o) for p, o in preposition_objects(verb) if p != "in"):
        return None
    parties = [p for _, p in participants(scene, story, subject(verb)) if p.name is not None or can_fight(p)]
    made = _claim(scene, story, verb, parties, "signed", story.pact_type)
    return made if made.args.get("parties") else None


def _told_of_late(scene: Scene, story: Story) -> bool:
    """Whether the report told of the agreement a sentence or two before."""
    return story.pact_end >= 0 and scene.sentence.span.begin - story.pact_end < LATELY


def _is_when(scene: Scene, token: Token) -> bool:
    return any(d.span.begin <= token.idx < d.span.end for d in scene.dates)


def _told_just_before(scene: Scene, story: Story) -> bool:
    """Whether the sentence before, or this one, told of the agreement."""
    begin = scene.sentence.span.begin
    return story.pact_end >= begin or (story.pact_end >= 0 and not story.report.text[story.pact_end : begin].strip())


def _pointed(scene: Scene, story: Story, verb: Token) -> Iterator[Draft]:
    """ "It was extended in June and again in August", "it took effect on 9 May": the agreement of the sentence before."""
    if not is_verb(verb) or story.pact_type is None or not _is_told_as_done(verb):
        return
    who = passive_subject(verb) if is_passive(verb) else subject(verb)
    paper = who is not None and who.lower_ in PAPERS and _points(who) and _told_of_late(scene, story)
    if who is None or who.i > verb.i or not (paper or (who.lower_ in POINTING and _told_just_before(scene, story))):
        return
    action = ACTIONS.get(verb.lower_)
    begun = enters_into_force(verb)
    passive = is_passive(verb) and action in ("signed", "violated", "ended", "announced")
    held = story.pact_type == "ceasefire" and verb.lower_ in HOLDING and child(verb, "dobj", "xcomp", "attr", "acomp") is None
    over = verb.lower_ in ENDING and child(verb, "dobj") is None  # "it would end the fighting" says nothing of its own end
    if not (begun or passive or held or over):
        return
    if begun or (story.pact_type == "ceasefire" and verb.lower_ in LASTING):
        action = "announced"
    action = "ended" if not passive and over else None if held else action
    by = agent_phrase(verb) if action == "signed" else None
    signers = [p for _, p in participants(scene, story, by)] if by is not None else []
    made = _claim(scene, story, verb, signers or list(story.pact), action, story.pact_type)
    story.pact_end = scene.sentence.span.end
    yield made
    yield from extended_again(scene, made, verb)


def _is_told_as_done(verb: Token) -> bool:
    """A main verb, or one of what came before: "took effect after it had been agreed in Moscow"."""
    after = verb.dep_ == "advcl" and (mark := child(verb, "mark")) is not None and mark.lower_ in ("after", "since", "once")
    return after or verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis")


def _points(noun: Token) -> bool:
    """ "the document", "that text"."""
    det = child(noun, "det")
    return det is not None and det.lower_ in ("the", "this", "that") and not children(noun, "compound", "amod", "relcl", "prep")


@rule
def claim_suspension(scene: Scene, story: Story) -> Iterator[Draft]:
    """Attacks suspended are a truce: "the militias have suspended their attacks on condition that …"."""
    for verb in scene.tokens:
        if verb.lower_ not in SUSPENDING or not is_verb(verb):
            continue
        attacks = child(verb, "dobj") if not is_passive(verb) else passive_subject(verb)
        whose = [p for _, p in participants(scene, story, subject(verb))] if not is_passive(verb) else []
        if attacks is None or not _is_fighting(attacks) or not whose:
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_suspension), verb)
        if verb.head.lower_ in AGREEING and verb.dep_ == "xcomp" and made.standing.status is Status.PLANNED:
            made.standing = Standing(Status.ACTUAL)
        made.put("parties", whose[:MAX_PARTIES])
        made.put("type", "ceasefire", scene.at(attacks))
        made.put("action", "announced", scene.at(verb))
        condition_of(scene, made, attacks, verb)
        yield made


def _is_fighting(noun: Token) -> bool:
    """Attacks and the like; of operations only military ones, not an embassy's or a driller's."""
    if noun.lower_ == "operations":
        return any(c.lower_ in ("military", "combat", "offensive", "armed") for c in noun.children)
    return noun.lower_ in HOSTILITIES
