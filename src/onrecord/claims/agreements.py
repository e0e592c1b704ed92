"""Agreements: ceasefires, treaties, accords, resolutions, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.frames import Frame
from onrecord.claims.participants import participant, participants
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing, standing_of
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import is_passive, passive_subject, subject
from onrecord.claims.tree import ancestors, child, children, is_verb, phrase_bounds, preposition_objects
from onrecord.lexicon.inflection import verb_forms
from onrecord.model import Kind, NameKind, Quantity, Span, Status

ACTIONS = {
    form: action
    for action, lemmas in {
        "announced": "announce declare proclaim unveil offer propose",
        "signed": """sign reach adopt conclude ratify agree strike broker make pass approve seal accept negotiate finalize enter vote
            extend renew initial endorse observe""",
        "violated": "violate break breach flout",
        "ended": "end collapse expire cancel scrap abandon lapse terminate void withdraw quit suspend unravel",
        "called_for": "urge demand call seek request support pursue push press appeal",
    }.items()
    for lemma in lemmas.split()
    for form in verb_forms(lemma)
}
SUSPENDING = frozenset(form for lemma in ("suspend", "halt", "pause", "cease", "freeze") for form in verb_forms(lemma))
HOSTILITIES = frozenset("attack attacks strikes hostilities operations fire shelling bombing fighting".split())
MADE_BY = ("announced", "signed", "violated", "ended")
BETWEEN = ("between", "with", "among", "by")
FORMAL = frozenset("treaty accord pact memorandum agreement".split())
DONE = frozenset(
    form for lemma in ("sign", "ratify", "initial", "violate", "breach", "expire", "lapse") for form in verb_forms(lemma)
)
MAX_PARTIES = 8
HOLDING = frozenset(form for lemma in ("hold", "last", "endure", "survive", "remain") for form in verb_forms(lemma))
STARTING = frozenset(form for lemma in ("take", "come", "enter", "go", "begin", "start") for form in verb_forms(lemma))
FORCE = frozenset(["effect", "force"])
ENTERED = frozenset(["participation", "membership", "involvement"])
BEING = frozenset(["is", "was", "are", "were", "be", "'s"])
ACCUSING = frozenset(["accused", "accuse", "accuses", "accusing"])
ASKING = frozenset(["how", "whether", "if", "when"])
OVER = frozenset(["over", "dead", "finished", "void"])
DURATIONS = frozenset("day hour week month year minute".split())


@rule
def claim_agreement(scene: Scene, story: Story) -> Iterator[Draft]:
    """A ceasefire, treaty, accord or resolution announced, signed, violated, ended or called for: "militias announced a 40-day
    conditional ceasefire", "the Council adopted Resolution 2249"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.AGREEMENT:
            continue
        made = _agreement(scene, story, frame)
        if made is not None:
            yield made


def _agreement(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    head = frame.head
    kind = frame.trigger.fields["type"]
    verb, action = _what_became(head)
    parties = _parties(scene, story, frame, verb, action)
    if action is None and (len(parties) > 1 or (parties and any(p == "between" for p, _ in preposition_objects(head)))):
        action = "signed"
    known = any(p.name for p in parties) or bool(scene.names_in(head, NameKind.ACTOR, NameKind.PLACE))
    if not parties and _points_back(head):
        parties = list(story.pact)
    if kind == "agreement" and not (parties and known and (action or head.lower_ not in ("deal", "deals"))):
        formal = head.lower_ in FORMAL and _points_back(head) and verb is not None and verb.lower_ in DONE
        if not (formal and action in ("signed", "ended", "violated")):
            return None
    standing = _stands(head, verb) if kind == "ceasefire" else None
    if action is None and standing is None and not (kind == "ceasefire" and (parties or _duration(scene, head)[0])):
        return None
    if frame.trigger.fields.get("needs") == "humanitarian" and not _is_truce(scene, head, parties):
        return None
    if kind == "resolution" and not (known or _is_numbered(head)):
        return None
    if frame.trigger.lemma == "cessation" and not any(o.lower_ == "hostilities" for _, o in preposition_objects(head)):
        return None
    made = draft(scene, Kind.AGREEMENT, name_of(claim_agreement), head, verb, status=_status_head(head, verb, action))
    if made.standing.word is not None and made.standing.word.lower_ in ("voted", "votes", "vote"):
        made.standing = Standing(Status.ACTUAL)
    if standing is not None:
        made.standing = standing
    elif action == "violated" and verb is not None and verb.head.head.lower_ in ACCUSING:
        made.standing = Standing(Status.POSSIBLE, verb.head.head)
    elif action == "called_for" and made.standing.status is not Status.DENIED:
        made.standing = Standing(Status.ACTUAL)
    made.put("parties", parties)
    if any(who.name is not None for who in parties):
        story.pact = tuple(parties)
    made.put("type", kind, scene.at(head))
    made.put("action", action, scene.at(verb) if action and verb is not None else scene.at(head))
    _condition(scene, made, head, verb)
    made.count(*_duration(scene, head))
    return made


@rule
def claim_suspension(scene: Scene, story: Story) -> Iterator[Draft]:
    """Attacks suspended are a truce: "the militias have suspended their attacks on condition that …"."""
    for verb in scene.tokens:
        if verb.lower_ not in SUSPENDING or not is_verb(verb):
            continue
        attacks = child(verb, "dobj") if not is_passive(verb) else passive_subject(verb)
        who = participant(scene, story, subject(verb)) if not is_passive(verb) else None
        if attacks is None or not _is_fighting(attacks) or who is None:
            continue
        made = draft(scene, Kind.AGREEMENT, name_of(claim_suspension), verb)
        made.put("parties", [who])
        made.put("type", "ceasefire", scene.at(attacks))
        made.put("action", "announced", scene.at(verb))
        _condition(scene, made, attacks, verb)
        yield made


def _is_fighting(noun: Token) -> bool:
    """Attacks and the like; of operations only military ones, not an embassy's or a driller's."""
    if noun.lower_ == "operations":
        return any(c.lower_ in ("military", "combat", "offensive", "armed") for c in noun.children)
    return noun.lower_ in HOSTILITIES


def _points_back(head: Token) -> bool:
    """ "the treaty", "this accord", without more to tell it: the one that the report told of."""
    det = child(head, "det", "poss")
    return (
        det is not None and det.lower_ in ("the", "this", "that") and not children(head, "compound", "nmod", "relcl", "appos")
    )


def _stands(head: Token, verb: Token | None) -> Standing | None:
    """ "the truce has held", "took effect at midnight", "no longer holds", "there is no ceasefire", "is open to a truce"."""
    there = verb is not None and any(c.dep_ == "expl" for c in verb.children) and head.dep_ == "attr"
    if there and any(c.lower_ == "no" and c.dep_ == "det" for c in head.children):
        return Standing(Status.DENIED, verb)
    if verb is not None and verb.lower_ in BEING and head.dep_ == "pobj" and any(c.lower_ == "open" for c in verb.children):
        return Standing(Status.CONDITIONAL if any(c.dep_ == "advcl" for c in verb.children) else Status.POSSIBLE, verb)
    subject_of = head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    if subject_of is None:
        return None
    if any(t.dep_ == "ccomp" and any(w.lower_ in ASKING for w in t.subtree) for t in (subject_of, subject_of.head)):
        return None
    held = next((t for t in (subject_of, *children(subject_of, "xcomp")) if t.lower_ in HOLDING), None)
    begun = subject_of.lower_ in STARTING and any(t.lower_ in FORCE for t in subject_of.subtree)
    return standing_of(held if held is not None else subject_of) if held is not None or begun else None


def _is_truce(scene: Scene, head: Token, parties: list[Participant]) -> bool:
    """Whether a pause or lull is one of fighting, not of play."""
    humane = any(c.lower_ in ("humanitarian", "operational") for c in head.children)
    fighting = any(o.lower_ in HOSTILITIES for _, o in preposition_objects(head))
    return humane or fighting


def _what_became(head: Token) -> tuple[Token | None, str | None]:
    """The verb and the action: what governs the noun, else its relative clause ("the truce that militias declared")."""
    verb = _verb(head)
    action = _action(head, verb)
    if action is None and verb is not None and head.dep_ == "pobj" and head.head.head.lower_ in ENTERED:
        part = head.head.head
        return verb, ACTIONS.get(verb.lower_) if part.dep_ == "dobj" and ACTIONS.get(verb.lower_) == "ended" else None
    if action == "signed" and verb is not None and _is_urged(verb):
        return verb, "called_for"
    if verb is not None and verb.lower_ in HOLDING and any(c.lower_ == "longer" for c in verb.children):
        return verb, "ended"
    if action is None:
        relative = next((c for c in children(head, "relcl", "acl") if c.lower_ in ACTIONS), None)
        if relative is not None:
            return relative, ACTIONS[relative.lower_]
    return verb, action


def _is_urged(verb: Token) -> bool:
    """ "urged all parties to agree to a truce": others are asked to."""
    return verb.dep_ in ("xcomp", "ccomp") and ACTIONS.get(verb.head.lower_) == "called_for"


def _verb(head: Token) -> Token | None:
    """The verb that says what becomes of the agreement."""
    return (
        next((a for a in ancestors(head) if is_verb(a)), None)
        if head.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos", "attr")
        else None
    )


def _action(head: Token, verb: Token | None) -> str | None:
    if verb is None:
        return None
    if verb.lower_ in BEING and any(c.lower_ in OVER for c in verb.children):
        return "ended"
    if ACTIONS.get(verb.lower_) == "announced" and any(
        t.lower_ in OVER and t.dep_ not in ("prep", "amod") for t in [*verb.children, *head.children, *head.rights][:12]
    ):
        return "ended"
    if verb.lower_ in ("broke", "breaks", "broken", "break", "fell", "falls", "fallen") and any(
        c.lower_ in ("down", "apart") for c in verb.children
    ):
        return "ended"
    if verb.lower_ in ("called", "calls", "calling", "call") and head.dep_ == "pobj" and head.head.lower_ != "for":
        return None
    if (
        head.dep_ == "pobj" and head.head.head.i == verb.i and head.head.lower_ in ("on", "to", "for", "into", "from")
    ) or head.dep_ in (
        "dobj",
        "nsubjpass",
        "nsubj",
        "conj",
    ):
        return ACTIONS.get(verb.lower_)
    return ACTIONS.get(verb.lower_) if head.dep_ == "pobj" and head.head.head.i != verb.i else None


def _status_head(head: Token, verb: Token | None, action: str | None) -> Token:
    return verb if verb is not None and action is not None else head


def _parties(scene: Scene, story: Story, frame: Frame, verb: Token | None, action: str | None) -> list[Participant]:
    """Who made it: "between A and B", "with B", possessives and adjectives, the subject of announcing or signing."""
    found = {who.text: who for who in _named_parties(scene, story, frame.head)}
    if verb is not None and action in MADE_BY:
        found |= {who.text: who for who in _makers(scene, story, frame.head, verb, action)}
        if found:
            with_whom = [obj for prep, obj in preposition_objects(verb) if prep in ("with", "between")]
            found |= {p.text: p for obj in with_whom for _, p in participants(scene, story, obj)}
    if not found and action == "ended":
        relative = next((c for c in children(frame.head, "relcl") if c.lower_ in ACTIONS), None)
        who = participant(scene, story, subject(relative)) if relative is not None else None
        found = {who.text: who} if who is not None else {}
    return list(found.values())[:MAX_PARTIES]


def _named_parties(scene: Scene, story: Story, head: Token) -> list[Participant]:
    """ "between A and B", "with B", "the NATO treaty", "Iran's deal"."""
    found = [p for prep, obj in preposition_objects(head) if prep in BETWEEN for _, p in participants(scene, story, obj)]
    for c in children(head, "poss", "amod", "compound", "nmod"):
        named = scene.name_at(c)
        if named is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE):
            who = participant(scene, story, c)
            found += [who] if who is not None else []
    return found


def _makers(scene: Scene, story: Story, head: Token, verb: Token, action: str) -> list[Participant]:
    """The subject of announcing, signing, breaking or ending, where it can be a party."""
    token = _accused(verb) if action == "violated" else None
    token = token if token is not None else _subject(head, verb)
    if token is None or token.i == head.i or token.lower_ in ("side", "other"):
        return []
    makers = [p for _, p in participants(scene, story, token)]
    if action == "ended":
        return [p for p in makers if p.name is not None]
    return [p for p in makers if p.name is None or p.name.kind is not NameKind.PERSON or action == "signed"]


def _accused(verb: Token) -> Token | None:
    """ "accused Russia of breaching the truce": who broke it is who is accused."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else None
    if over is None or over.lower_ not in ACCUSING:
        return None
    return passive_subject(over) if is_passive(over) else child(over, "dobj")


def _subject(head: Token, verb: Token) -> Token | None:
    if is_passive(verb):
        by = next((o for p, o in preposition_objects(verb) if p == "by"), None)
        return by if by is not None else None
    own = child(verb, "nsubj")
    if own is not None and own.lower_ in ("that", "which") and verb.dep_ == "relcl":
        return passive_subject(verb)
    return subject(verb)


def _is_numbered(head: Token) -> bool:
    return any(c.tag_ == "CD" for c in head.children)


def _condition(scene: Scene, made: Draft, head: Token, verb: Token | None) -> None:
    """ "on the condition that …", "if …", or the word "conditional" where the text says no more."""
    for token in scene.tokens:
        if token.lower_ in ("condition", "conditions") and token.i > head.i:
            clause = child(token, "acl", "ccomp", "relcl")
            if clause is not None:
                first, last = phrase_bounds(clause, skip=("mark",))
                made.put("condition", scene.words(first, last), scene.at(scene.doc[first], scene.doc[last]))
                return
    for clause in children(verb, "advcl") if verb is not None else []:
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ in ("if", "unless", "provided"):
            first, last = phrase_bounds(clause)
            made.put("condition", scene.words(first, last), scene.at(scene.doc[first], scene.doc[last]))
            return
    word = next((c for c in head.children if c.lower_ == "conditional"), None)
    if word is not None:
        made.put("condition", "conditional", scene.at(word))


def _duration(scene: Scene, head: Token) -> tuple[Quantity | None, Span | None]:
    """ "a 40-day truce", "a ceasefire of ten days"."""
    inside = {t.i for t in head.subtree}
    for mention in scene.counts:
        root = scene.root_of(mention.span)
        if root is not None and root.i in inside and mention.value.quantity.unit in DURATIONS:
            return mention.value.quantity, mention.span.shift(scene.sentence.span.begin)
    return None, None
