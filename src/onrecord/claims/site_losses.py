"""What goes with a site that is given up: the men who were there, and the goods that stay."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_numbers import count_of_forces
from onrecord.claims.force_owners import owner_of_forces
from onrecord.claims.frames import Frame
from onrecord.claims.goods import amount_of, is_goods, money_of, put_goods
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.site_words import site_words
from onrecord.claims.states import as_forces_of
from onrecord.claims.story import Story
from onrecord.claims.tree import children
from onrecord.model import Kind, NameKind, Quantity
from onrecord.nlp.tokens import Token

PEOPLE = frozenset("people men personnel".split())
GIVEN_UP = frozenset(["handed_over", "vacated"])


@rule
def claim_site_loss(scene: Scene, story: Story) -> Iterator[Draft]:
    """The men who leave a site that is given up, and the goods that go with it: "the base was vacated by about 500 people, with
    facilities worth $3.5 million", "handed over with 200 vehicles"."""
    for frame in scene.frames:
        if frame.trigger.kind is not Kind.SITE or frame.trigger.fields["action"] not in GIVEN_UP or frame.is_nominal:
            continue
        theme = frame.theme
        if theme is None or story.site_act is None or scene.is_question:
            continue
        leavers = frame.agent if frame.passive and frame.trigger.fields["action"] == "vacated" else None
        if leavers is not None and (made := _left(scene, story, frame, theme, leavers)) is not None:
            yield made
        goods = next((o for o in frame.objects("with") if _is_left_behind(scene, o)), None)
        if goods is not None and (made := _stays(scene, story, frame, goods)) is not None:
            yield made


def _is_left_behind(scene: Scene, token: Token) -> bool:
    """Goods, or so much worth of anything: "with 3.5 million dollars' worth of facilities"."""
    return not is_force(token) and (is_goods(scene, token) or money_of(scene, token) is not None)


def _left(scene: Scene, story: Story, frame: Frame, theme: Token, leavers: Token) -> Draft | None:
    """ "vacated by about 500 people": by so many who were there."""
    counted = count_of_forces(scene, leavers)
    number = counted[0].value.quantity if counted is not None else None
    if counted is None or number is None or not (is_force(leavers) or leavers.lower_ in PEOPLE):
        return None
    made = draft(scene, Kind.FORCE_CHANGE, name_of(claim_site_loss), frame.head, leavers)
    made.put("direction", "decrease", scene.at(frame.head))
    own = owner_of_forces(scene, story, leavers) if is_force(leavers) else None
    told = as_forces_of(story.site_act.actor) if story.site_act is not None else None
    made.put("actor", own or (told if told is not None and told.name is not None else story.whose_forces))
    site = site_words(scene, story, frame, theme)
    known = site is not None and site.name is not None and site.name.kind is NameKind.PLACE
    made.put("place" if known else "site", site)
    if number.value is not None:
        made.count(Quantity(delta=number.value, unit="personnel", approx=number.approx), scene.in_report(counted[0].span))
    else:
        made.count(Quantity(low=number.low, high=number.high, unit="personnel"), scene.in_report(counted[0].span))
    return made


def _stays(scene: Scene, story: Story, frame: Frame, goods: Token) -> Draft | None:
    """ "handed over with equipment worth $3 million": what stays is given to whoever gets the site."""
    amount = amount_of(scene, goods)
    act = story.site_act
    if amount is None or act is None or act.recipient is None:
        return None
    made = draft(scene, Kind.ASSISTANCE, name_of(claim_site_loss), frame.head, goods)
    made.put("action", "divested", scene.at(frame.head))
    made.put("donor", act.actor)
    made.put("recipient", act.recipient)
    put_goods(scene, made, goods)
    made.count(*amount)
    return made if not children(frame.head, "neg") else None
