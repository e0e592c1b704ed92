"""Forces in lists and tables: "Germany: 1,355" under "Who has troops in Kosovo", "Latvia | Canada | 1,500 | 1,887" under its heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.claims.building import Draft, draft, name_of, rule
from onrecord.claims.force_labels import label_of, tells
from onrecord.claims.force_nouns import counts_forces
from onrecord.claims.phrases import of_name
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing
from onrecord.claims.story import Participant, Story
from onrecord.finders.dates import find_dates_in_text
from onrecord.lexicon.names import resolve_name
from onrecord.lexicon.words import word_set
from onrecord.model import Count, Kind, Mention, Name, NameKind, Quantity, Span, Stage, Status, Time, first_day

CELLS = re.compile(r"\s*\|\s*|\t+")
ITEM = re.compile(r"(?:\s*[-*•·–—]\s+)?(?:the )?[A-Z][\w.'’ -]{1,40}?\s*(?::|\s[–—-])\s+\S")
WORD = re.compile(r"[a-z’'-]+")
MAX_LINES = 60
MAX_LINE = 160
SENDERS = frozenset("lead nation contributor contributing sender from contributors framework country state".split())
HOSTS = frozenset("host location where place country mission theatre theater area base deployed".split())
MORE_THAN_FORCES = frozenset("military army navy mission legion corps operator instructor advisor adviser".split())
LEAST = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a list or the head of a column: its words, and the time that it gives."""

    text: str
    words: frozenset[str]
    time: Time | None


@rule
def claim_force_item(scene: Scene, story: Story) -> Iterator[Draft]:
    """A line of a list or table that gives a state's forces: "Germany: 1,355" under "Who has troops in Kosovo", "Kenya - 1,000 police"
    under "Who has offered what", "Latvia | Canada | 1,887"."""
    text = scene.sentence.text
    if not scene.counts or not scene.names or scene.is_question:
        return
    if "|" in text or "\t" in text:
        yield from _row(scene, story)
    elif (who := label_of(scene)) is not None and not tells(scene):
        yield from _item(scene, story, who)


def may_be_force_item(line: str) -> bool:
    """Whether a line of a list or table may give a state's forces: it has a number behind a label or in a cell.

    >>> may_be_force_item("Germany: 1,355"), may_be_force_item("It rained in 1355.")
    (True, False)
    """
    return (
        len(line) <= MAX_LINE and (ITEM.match(line) is not None or "|" in line or "\t" in line) and any(map(str.isdigit, line))
    )


def _item(scene: Scene, story: Story, who: Mention[Name]) -> Iterator[Draft]:
    heading = _heading(story, scene.sentence.span.begin)
    counts = [m for m in scene.counts if m.span.begin >= who.span.end and counts_forces(m.value.quantity.unit)]
    if heading is None or not counts or not _is_of_forces(heading, scene):
        return
    count = counts[0]
    if any(f.trigger.kind is Kind.FORCE_CHANGE and f.head.idx < count.span.begin for f in scene.frames):
        return  # "Canada: reinforcement of its battlegroup by six officers" is read as any move
    moved = _is_move(heading)
    if count.value.quantity.unit is None and (count.value.quantity.value or 0) < LEAST and not moved:
        return
    made = _made(scene, Kind.FORCE_CHANGE if moved else Kind.FORCE_LEVEL, count)
    made.put("actor", of_name(scene, who))
    made.put("place", _place_in(scene, count.span.end) or _named_place(heading.text, made) or story.where_forces)
    _time(scene, made, heading.time)
    if not heading.words.isdisjoint(word_set("units", "words_to_come")) or _is_to_come(scene, count):
        made.standing = Standing(Status.PLANNED)
    if moved:
        made.put("direction", moved, made.spans["quantity"])
        quantity = count.value.quantity
        if quantity.value is not None:
            made.count(Quantity(delta=quantity.value, unit="personnel", approx=quantity.approx), made.spans["quantity"])
        made.standing = Standing(Status.PLANNED, None, Stage.ANNOUNCED)
    if moved or "place" in made.args:
        yield made


def _is_to_come(scene: Scene, count: Mention[Count]) -> bool:
    """ "Germany: 450 soldiers, to arrive in May", "Italy: 800 (planned)"."""
    words = word_set("units", "words_to_come") - {"to", "next", "plan", "plans"}
    after = (t for t in scene.tokens if t.idx >= count.span.end)
    return any(t.lower_ in words or (t.lower_ == "to" and t.dep_ == "aux") for t in after)


def _row(scene: Scene, story: Story) -> Iterator[Draft]:
    """The numbers of a row, each with what the head of its column says."""
    heads = _heads(story, scene.sentence.span.begin)
    cells = list(_cells(scene.sentence.text))
    if heads is None or len(heads) != len(cells):
        return
    said = word_set("people", "nouns_force") - MORE_THAN_FORCES | {"strength"}
    forces = [
        i for i, head in enumerate(heads) if head.words & said and not head.words & word_set("units", "words_other_lists")
    ]
    names = {i: m for i, cell in enumerate(cells) for m in scene.names if cell.covers(m.span)}
    actor, place = _sides(story, heads, names)
    for i in forces:
        count = next((m for m in scene.counts if cells[i].covers(m.span)), None)
        if count is None or not count.value.quantity.value or not counts_forces(count.value.quantity.unit):
            continue
        made = _made(scene, Kind.FORCE_LEVEL, count)
        made.put("actor", of_name(scene, names[actor]) if actor is not None else story.whose_forces)
        made.put("place", of_name(scene, names[place]) if place is not None else story.where_forces)
        _time(scene, made, heads[i].time)
        if heads[i].words & (word_set("status", "nouns_plan") | word_set("units", "words_to_come")):
            made.standing = Standing(Status.PLANNED)
        if made.args.keys() >= {"actor", "place"} and made.args["actor"] != made.args["place"]:
            yield made


def _sides(story: Story, heads: list[Heading], names: dict[int, Mention[Name]]) -> tuple[int | None, int | None]:
    """Which columns tell whose forces they are, and where."""
    if len(names) == 1:
        only = next(iter(names))
        here = bool(heads[only].words & HOSTS) and story.whose_forces is not None and story.focus.actor is not None
        return (None, only) if here and not heads[only].words & (SENDERS - HOSTS) else (only, None)
    actor = next((i for i in names if heads[i].words & (SENDERS - HOSTS)), None)
    place = next((i for i in names if i != actor and heads[i].words & (HOSTS - SENDERS)), None)
    if actor is None:  # "Country | Troops | Place": of two, the country sends
        actor = next((i for i in names if i != place and heads[i].words & SENDERS), None) if place is not None else None
    elif place is None:
        place = next((i for i in names if i != actor and heads[i].words & HOSTS), None)
    return actor, place


def _made(scene: Scene, kind: Kind, count: Mention[Count]) -> Draft:
    head = scene.root_of(count.value.noun or count.span) or scene.tokens[0]
    made = draft(scene, kind, name_of(claim_force_item), head)
    made.standing = Standing(Status.ACTUAL)
    made.count(count.value.quantity.with_unit("personnel"), scene.in_report(count.span))
    return made


def _time(scene: Scene, made: Draft, time: Time | None) -> None:
    """The time that the heading gives, where the line gives none; a number of a day to come is planned."""
    if made.time is None and time is not None:
        made.time = time
        made.spans["time"] = made.spans["quantity"]
    begins = first_day(made.time.start) if made.time is not None and made.time.start is not None else None
    published = first_day(scene.base) if scene.base is not None else None
    if begins is not None and published is not None and begins > published:
        made.standing = Standing(Status.PLANNED)


def _heading(story: Story, begin: int) -> Heading | None:
    """The line over the items among which a line stands."""
    text = story.report.text
    start = text.rfind("\n", 0, begin) + 1
    for _ in range(MAX_LINES):
        if start == 0:
            return None
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        line = text[start:end]
        if line.strip() and not ITEM.match(line):
            return _as_heading(line.strip(), story)
    return None


def _as_heading(line: str, story: Story) -> Heading:
    dates = (m.value.time for m in find_dates_in_text(line, story.report.published))
    return Heading(
        line, frozenset(WORD.findall(line.lower())), next((t for t in dates if t is not None and (t.start or t.end)), None)
    )


def _heads(story: Story, begin: int) -> list[Heading] | None:
    """The heads of the columns: the first row of the table, if it has words for forces and no numbers of them."""
    text = story.report.text
    start = text.rfind("\n", 0, begin) + 1
    first = None
    for _ in range(MAX_LINES):
        if start == 0:
            break
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        line = text[start:end]
        if line.strip() and CELLS.search(line.strip()) is None:
            break
        first = line.strip() or first
    return [_as_heading(cell, story) for cell in CELLS.split(first.strip("| "))] if first is not None else None


def _cells(text: str) -> Iterator[Span]:
    begin = len(text) - len(text.lstrip("| \t"))
    for cut in CELLS.finditer(text, begin):
        if cut.start() > begin:
            yield Span(begin, cut.start())
        begin = cut.end()
    if text[begin:].strip():
        yield Span(begin, len(text))


def _is_of_forces(heading: Heading, scene: Scene) -> bool:
    """Whether the heading speaks of forces, or the line itself does under any heading."""
    said = word_set("people", "nouns_force") - MORE_THAN_FORCES | word_set("units", "nouns_police") | {"strength"}
    other = word_set("units", "words_other_lists")
    return heading.words.isdisjoint(other) and not (heading.words.isdisjoint(said) and scene.lower.isdisjoint(said))


def heads_plans(scene: Scene, story: Story) -> bool:
    """Whether a line stands under a heading of what is announced, offered or to be withdrawn."""
    heading = _heading(story, scene.sentence.span.begin)
    return heading is not None and _is_move(heading) is not None


def _is_move(heading: Heading) -> str | None:
    """The direction that a heading gives to all that stands under it."""
    for direction, way in (("increase", "coming"), ("decrease", "going")):
        if heading.words & (word_set("units", f"verbs_{way}") | word_set("units", f"nouns_{way}")):
            return direction
    return None


def _place_in(scene: Scene, begin: int) -> Participant | None:
    """A place that the line names after its number: "3,500 soldiers for Lithuania"."""
    spots = (m for m in scene.names if m.span.begin >= begin and m.value.kind is NameKind.PLACE)
    return next((of_name(scene, m) for m in spots), None)


def _named_place(heading: str, made: Draft) -> Participant | None:
    """The country that the heading puts the forces in: "Troops in Kosovo (October 2010)"."""
    found = re.search(r"\b(?:in|to|for|from) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)", heading)
    name = resolve_name(found[1], kind=NameKind.PLACE) if found is not None else None
    return Participant(name.canonical, made.spans["quantity"], name) if name is not None else None
