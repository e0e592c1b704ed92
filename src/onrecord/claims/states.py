"""For which state a person, a capital or a ministry acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.story import Participant
from onrecord.lexicon.entries import State
from onrecord.lexicon.folding import key_of
from onrecord.lexicon.names import name_index, resolve_name
from onrecord.model import NameKind


def as_state(who: Participant | None) -> Participant | None:
    """A head of state or government, and a capital, as the state that they act for: "Biden has authorized", "Washington sent"."""
    if who is None or who.name is None or who.name.country is None:
        return who
    state = name_index().states.get(who.name.country)
    if state is None:
        return who
    if who.name.kind is NameKind.PERSON and _leads_others(who.name.type or ""):
        return who
    is_capital = _is_capital(who, state)
    is_house = who.name.type == "government" and "government" not in who.text.casefold()
    if not (is_capital or is_house or who.name.kind is NameKind.PERSON):
        return who
    return replace(who, text=state.place.canonical, name=state.place)


def of_capital(who: Participant) -> Participant:
    """A capital as its state, where a state is meant: "sanctions on Moscow"; anyone else as he is."""
    state = name_index().states.get(who.name.country or "") if who.name is not None else None
    return replace(who, text=state.place.canonical, name=state.place) if state is not None and _is_capital(who, state) else who


def _is_capital(who: Participant, state: State) -> bool:
    place = who.name is not None and who.name.kind is NameKind.PLACE and who.name.type != "country"
    return place and key_of(state.capital) == key_of(who.text)


def as_giver(who: Participant | None) -> Participant | None:
    """Whose aid it is: in "U.S. military aid" the state's, though "U.S. military" is a name of its own."""
    state = name_index().states.get(who.name.country or "") if who is not None and who.name is not None else None
    forces = who is not None and who.name is not None and who.name.type in ("military", "force")
    if who is None or state is None or not (forces or who.text.lower().endswith(" military")):
        return as_state(who)
    return replace(who, text=state.place.canonical, name=state.place)


def _leads_others(office: str) -> bool:
    """Whether a person acts for a body that is no state: "leader of Hezbollah", "commander of the Libyan National Army", a cleric."""
    if "cleric" in office or "ayatollah" in office:
        return True
    what, _, body = office.partition(" of ")
    led = resolve_name(body.removeprefix("the "), kind=NameKind.ACTOR) if body else None
    return what.startswith(("leader", "deputy head")) or (led is not None and led.type == "armed_group")


def as_forces_of(who: Participant | None) -> Participant | None:
    """Whose forces they are when a ministry or a head of government moves them: the state's."""
    state = name_index().states.get(who.name.country or "") if who is not None and who.name is not None else None
    is_office = (
        who is not None and who.name is not None and (who.name.type == "ministry" or "parliament" in who.name.canonical.lower())
    )
    if who is not None and who.name is not None and is_office and state is not None:
        return replace(who, text=state.place.canonical, name=state.place)
    return as_state(who)


def sender_of(who: Participant | None, places: Sequence[Participant]) -> Participant | None:
    """Whose forces are somewhere: the state's where its military as a whole, or a command of it, has them in another country."""
    found = as_forces_of(who)
    if (
        found is None
        or found.name is None
        or not found.name.canonical.lower().endswith(("military", "armed forces", "central command"))
    ):
        return found
    state = name_index().states.get(found.name.country or "")
    abroad = any(p.country is not None and p.country != found.name.country for p in places)
    return replace(found, text=state.place.canonical, name=state.place) if state is not None and abroad else found
