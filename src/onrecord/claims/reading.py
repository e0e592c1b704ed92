"""From parsed sentences to scenes: what the finders see in each, with what the story has introduced before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.claims.focus import LOCATIVE, focus_of
from onrecord.claims.force_parts import last_plural_is_forces
from onrecord.claims.phrases import is_force
from onrecord.claims.scene import Scene
from onrecord.claims.states import as_state
from onrecord.claims.story import Participant, Story
from onrecord.claims.victims import brings_in, is_someone, victims_of
from onrecord.finders.dates import find_dates_in_text
from onrecord.finders.names import find_names, introduced
from onrecord.finders.quantities import find_quantities
from onrecord.model import Mention, Name, NameKind, Report, Span, Timex
from onrecord.nlp import Sentence
from onrecord.nlp.tokens import Token

MAX_HEADLINE = 160


def read_scenes(report: Report, sentences: Sequence[Sentence], story: Story) -> Iterator[Scene]:
    """A scene for each parsed sentence, in order; the story is told who and where each has named once its rules have run.

    What a sentence that is read for its speakers alone names is not carried over: other claims stay as they are without it."""
    scenes = list(_scenes(report, sentences))
    story.focus = focus_of([scene for scene in scenes if not scene.sentence.only_said])
    for scene in scenes:
        yield scene
        if not scene.sentence.only_said:
            remember(scene, story)


def _scenes(report: Report, sentences: Sequence[Sentence]) -> Iterator[Scene]:
    known: dict[str, Name] = {}
    countries: frozenset[str] = frozenset()
    dates = dates_by_sentence(report, sentences)
    for number, sentence in enumerate(sentences):
        if sentence.doc is None:
            continue
        said = sentence.only_said
        names = () if said else tuple(find_names(sentence.doc, known=known, context=countries))
        if not said:
            known.update(introduced(names, sentence.text))
            countries |= {mention.value.country for mention in names if mention.value.country}
        yield Scene(
            sentence,
            sentence.doc,
            tuple(dates.get(number, ())),
            () if said or sentence.only_named else tuple(find_quantities(sentence.doc)),
            names,
            is_headline=number == 0 and is_headline(sentence.text),
            base=report.published,
        )


def dates_by_sentence(report: Report, sentences: Sequence[Sentence]) -> dict[int, list[Mention[Timex]]]:
    """The dates of the parsed sentences, by the number of the sentence and with offsets in it; those of the whole report lend each
    other context."""
    found: dict[int, list[Mention[Timex]]] = {}
    number = 0
    read = [sentence.span for sentence in sentences if sentence.doc is not None]
    for mention in find_dates_in_text(report.text, report.published, asked=read):
        while number < len(sentences) and sentences[number].span.end <= mention.span.begin:
            number += 1
        if report.dateline is not None and report.dateline.span.overlaps(mention.span):
            continue  # when it was filed
        if number < len(sentences) and sentences[number].span.covers(mention.span):
            found.setdefault(number, []).append(mention.shift(-sentences[number].span.begin))
    return found


def is_headline(text: str) -> bool:
    """Whether a first line reads as a headline: short, without a full stop."""
    return len(text) <= MAX_HEADLINE and text[-1] not in '.!?"”'


def remember(scene: Scene, story: Story) -> None:
    """Keep the last actor, person, place and subject of a sentence for those that follow."""
    if any(is_force(t) for t in scene.tokens):
        story.spoken_until = scene.sentence.span.end
    if last_plural_is_forces(scene):
        story.plural_until = scene.sentence.span.end
    someone = next((t for t in reversed(scene.doc) if is_someone(t)), None)
    if someone is not None:
        story.someone = victims_of(scene, story, someone)
    sought = next((t for t in scene.tokens if brings_in(t)), None)
    if sought is not None:
        story.sought = victims_of(scene, story, sought)
    for mention in scene.names:
        who = Participant(mention.value.canonical, _in_report(scene, mention), mention.value)
        root = scene.root_of(mention.span)
        is_subject = root is not None and any(
            t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in ("ROOT", "ccomp") for t in (root, root.head)
        )
        match mention.value.kind:
            case NameKind.PERSON:
                if (state := as_state(who)) is not None and state is not who:
                    story.affiliations.setdefault(who.text, state)
                story.person = who if is_subject or story.person is None else story.person
            case NameKind.SITE:
                story.site = who
                story.place = who
            case NameKind.PLACE:
                if story.place is None or not (_is_state_that_acts(who, root) or _is_partner(root)):
                    story.place = who
                if who.name and who.name.type == "country" and not is_subject and (story.country is None or _is_where(root)):
                    story.country = who
                if is_subject:
                    story.subject = who
            case NameKind.ACTOR:
                story.actor = who
                if who.name and (who.name.type == "force" or _heads_a_mission(root)):
                    story.mission = who
                if who.name and who.name.type in ("state", "government") and (is_subject or story.government is None):
                    story.government = who
                if is_subject:
                    story.subject = who


def _heads_a_mission(root: Token | None) -> bool:
    """ "the UN mission": the body that a mission is of."""
    return root is not None and root.dep_ in ("compound", "amod", "nmod") and root.head.lower_ in ("mission", "operation")


def _is_state_that_acts(who: Participant, root: Token | None) -> bool:
    """ "The Dominican Republic is weighing an exit", "Nigeria's president": a state as who acts, not as where something is."""
    named = who.name is not None and who.name.type == "country"
    return named and root is not None and root.dep_ in ("nsubj", "poss", "agent")


def _is_partner(root: Token | None) -> bool:
    """ "five accords with Paris", "an offer by Berlin": who acts, and not where."""
    return root is not None and root.dep_ == "pobj" and root.head.lower_ in ("with", "by", "against")


def _is_where(root: Token | None) -> bool:
    """ "in Iraq", "from Mali": said as a place; "the president of France" and "British" are none."""
    return root is not None and root.dep_ == "pobj" and root.head.lower_ in LOCATIVE


def _in_report(scene: Scene, mention: Mention[Name]) -> Span:
    return mention.span.shift(scene.sentence.span.begin)
