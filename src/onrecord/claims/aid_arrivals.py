"""Goods that arrive, told of themselves: "ten tanks from Britain arrived in Jordan", "German aid will reach Ukraine"."""

from __future__ import annotations

from onrecord.claims.aid_nouns import aid_draft
from onrecord.claims.building import Draft
from onrecord.claims.frames import Frame
from onrecord.claims.goods import HELPED, amount_of, is_goods, is_helped, put_goods
from onrecord.claims.owners import named_before
from onrecord.claims.participants import joined
from onrecord.claims.phrases import is_body
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_giver, as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.subjects import agent_phrase, is_passive
from onrecord.claims.tree import child, children, preposition_objects
from onrecord.lexicon.words import word_set
from onrecord.model import Kind
from onrecord.nlp.tokens import Token


def is_elliptic(scene: Scene, story: Story, theme: Token) -> bool:
    """ "Spain promised 20 tanks; ten have reached Ukraine": a bare number after goods that the report has told of."""
    before = any(f.trigger.kind is Kind.ASSISTANCE and f.head.i < theme.i for f in scene.frames)
    bare = theme.tag_ == "CD" and not children(theme, "prep", "nummod") and theme.dep_ in ("nsubj", "nsubjpass")
    return bare and theme.head.i > theme.i and (before or story.donor is not None) and scene.count_at(theme) is not None


def _giver_in(clause: Token) -> Token | None:
    """Who gave, in a clause on the goods: "tanks promised by Washington", "that Washington promised"."""
    known = word_set("goods", "verbs_promised") | word_set("goods", "verbs_given") | {"sold", "sent"}
    if clause.lower_ not in known:
        return None
    return agent_phrase(clause) if is_passive(clause) else child(clause, "nsubj")


def arrived(scene: Scene, story: Story, frame: Frame) -> Draft | None:
    """ "22 million dollars reached the ministry", "ten tanks from Britain arrived in Jordan": the goods are the subject."""
    theme = frame.agent
    elliptic = theme is not None and is_elliptic(scene, story, theme)
    if theme is None or not (elliptic or is_goods(scene, theme)):
        return None
    reached = child(frame.head, "dobj")
    if reached is not None and not (
        is_helped(scene, story, reached) and (is_body(reached) or reached.lower_ in HELPED or scene.name_at(reached))
    ):
        return None
    inner = [theme, *(o for p, o in preposition_objects(theme) if p == "of")]
    sources = [*frame.objects("from"), *(o for t in inner for p, o in preposition_objects(t) if p == "from")]
    sources += [by for t in inner for c in children(t, "acl", "relcl") if (by := _giver_in(c)) is not None]
    donor = as_state(next((joined(scene, story, o) for o in sources), None)) or as_giver(_giver_of(scene, story, theme))
    recipient = joined(scene, story, reached)
    if reached is None:
        if donor is None or donor.name is None:
            return None
        ends = (o for o in frame.objects("for", "in", "at") if is_helped(scene, story, o) or scene.name_at(o) is not None)
        recipient = next((joined(scene, story, o) for o in ends), None)
    made = aid_draft(scene, frame, theme)
    made.put("donor", donor or story.donor)
    made.put("recipient", recipient or story.recipient)
    put_goods(scene, made, theme)
    made.count(*(amount_of(scene, theme) or (None, None)))
    return made


def _giver_of(scene: Scene, story: Story, theme: Token) -> Participant | None:
    """ "German military assistance will arrive in Ukraine": whose it is gives it; "Ukrainian tanks" are not a gift by that."""
    return named_before(scene, story, theme) if theme.lower_ in word_set("goods", "nouns_money") else None
