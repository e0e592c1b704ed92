"""Whose the troops, bases and people are that an attack hits: "Italian soldiers" are not Italy, but who asks for Italy must find them."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.claims.phrases import is_body, is_force, is_people
from onrecord.claims.scene import Scene
from onrecord.claims.tree import children
from onrecord.lexicon import resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import Arg, NameKind, Span
from onrecord.nlp.tokens import Token

HIT = ("target", "victims")
CARRIED = frozenset(
    "convoy convoys patrol patrols position positions vehicle vehicles ship ships vessel vessels warship warships".split()
)
OWNING = ("amod", "compound", "poss", "nmod")


def countries_hit(scene: Scene, args: Mapping[str, Arg], ids: Mapping[str, str], spans: Mapping[str, Span]) -> dict[str, str]:
    """The ids to add: the ISO 3166 code of the country to which belongs who or what was hit and is not known by a name of its own."""
    found = {}
    for arg in HIT:
        known = any(name == arg or name.startswith(f"{arg}.") for name in ids)
        if known or arg not in spans or not isinstance(args.get(arg), str) or not scene.sentence.span.covers(spans[arg]):
            continue
        head = scene.root_of(spans[arg].shift(-scene.sentence.span.begin))
        country = _country_of(scene, head) if head is not None else None
        if country is not None:
            found[f"{arg}.country"] = country
    return found


def _country_of(scene: Scene, head: Token) -> str | None:
    """Of "Americans", "Italian troops", "the embassy of Italy", "a convoy of Italian troops"; not of "the Italian border"."""
    for token in (head, *(obj for prep in children(head, "prep") if prep.lower_ == "of" for obj in children(prep, "pobj"))):
        named = scene.name_at(token)
        if named is not None and named.value.country is not None and (token.i == head.i or is_owned(head)):
            return named.value.country
        if is_owned(token):
            owners = (_country(scene, child) for child in children(token, *OWNING))
            code = next((code for code in owners if code is not None), None)
            if code is not None:
                return code
    return None


def _country(scene: Scene, owner: Token) -> str | None:
    """The country that a word names, also within a name that no list has: "the Italian Embassy"."""
    named = scene.name_at(owner)
    known = (
        named.value if named is not None and named.value.country is not None else resolve_name(owner.text, kind=NameKind.ACTOR)
    )
    return known.country if known is not None else None


def is_owned(token: Token) -> bool:
    """Whether a noun means forces, people, a body, or a place that a state keeps."""
    sites = word_set("people", "nouns_site") | word_set("people", "nouns_arms") | word_set("people", "nouns_asset")
    return is_force(token) or is_people(token) or is_body(token) or token.lower_ in sites or token.lower_ in CARRIED
