"""Organizations: bodies formed, joined, dissolved."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.participants import joined, participant
from onrecord.claims.scene import Scene
from onrecord.claims.story import Story
from onrecord.claims.tree import child, conjuncts
from onrecord.lexicon.words import word_set
from onrecord.model import Kind, NameKind


@rule
def claim_organization(scene: Scene, story: Story) -> Iterator[Draft]:
    """A body formed, joined or dissolved: "the Coalition was formally established in October 2014", "Denmark joined the coalition"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.ORGANIZATION or frame.theme is None or not _is_body(scene, frame.theme):
            continue
        agent = frame.agent
        action = frame.trigger.fields["action"]
        if action == "joined" and (agent is None or not _is_member(scene, agent)):
            continue
        made = draft(scene, Kind.ORGANIZATION, name_of(claim_organization), frame.head)
        made.put("organization", participant(scene, story, frame.theme))
        made.put("action", action, scene.at(frame.head))
        made.put("member" if action == "joined" else "founder", joined(scene, story, agent))
        if "organization" in made.args:
            yield made


def _is_body(scene: Scene, token: Token) -> bool:
    named = scene.name_at(token)
    if named is not None:
        return named.value.kind is NameKind.ACTOR and named.value.type not in ("state", "country")
    return token.lower_ in word_set("people", "nouns_organization") and (
        token.tag_ in ("NNP", "NNPS") or child(token, "det") is not None
    )


def _is_member(scene: Scene, token: Token) -> bool:
    return any(
        (named := scene.name_at(t)) is not None and named.value.kind in (NameKind.ACTOR, NameKind.PLACE)
        for t in conjuncts(token)
    )
