import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from onrecord.model import Kind, LevelPoint, Levels, LevelSeries, Quantity, Report, RunSummary, Status, Time
from onrecord.views.answer_json import answer_to_json
from onrecord.views.demo import demo_parts, next_steps
from onrecord.views.explained import explained_kind, explained_rule
from onrecord.views.marked import marked_report
from onrecord.views.summary import run_summary
from onrecord.views.tables import table_of_claims, table_of_commitments, table_of_facts, table_of_footprint, table_of_levels
from onrecord.views.why import explained_claim

from .conftest import fact_of, point_of


def shown(*parts, width=80, colour=False):
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None, highlight=False, markup=False
    )
    for part in parts:
        console.print(part)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_every_table_fits_its_width(levels, promises, footprint, hostile, width):
    tables = [
        table_of_levels(levels, width=width),
        table_of_commitments(promises, width=width),
        table_of_footprint(footprint, width=width),
        table_of_facts([hostile], width=width),
        table_of_claims(hostile.entries, width=width),
    ]
    assert max(map(len, shown(*tables, width=width).splitlines())) <= width


def test_levels_show_bounds_status_counting_and_gaps(levels):
    text = shown(table_of_levels(levels, width=100), width=100)
    for words in (
        "8,892",
        "≈5,000",
        "3,000–3,500",
        "≥ 2,500",
        "≤ 2,700",
        "● actual",
        "○ planned",
        "counting: “on the ground”",
        "ceiling",
    ):
        assert words in text
    assert "by 2032-01-15" in text
    assert "2031-12-01*" in text
    assert "unknown, not zero" in text
    assert "Without a date" in text


def test_a_corrected_level_is_marked_with_when_by_whom_and_to_what(corrected):
    text = shown(table_of_levels(corrected, width=100), width=100)
    assert "⊘ corrected on 2031-03-09 by Valley Wire: 8,892 personnel" in text
    assert text.count("● actual") == 1
    facts = shown(table_of_facts([point.fact for point in corrected.points], width=100), width=100)
    assert "⊘ corrected on 2031-03-09" in facts
    assert answer_to_json(corrected)["points"][0]["fact"]["corrected_by"]["quantity"]["value"] == 8892


def test_the_footprint_opens_with_the_strength_then_plans_parts_and_what_is_stale(footprint, levels):
    camp = fact_of("300 soldiers are at Mill Camp.", args={"actor": "Northland", "place": "Green Valley", "site": "Mill Camp"})
    town = fact_of("70 soldiers are in Old Town.", args={"actor": "Northland", "place": "Old Town"})
    answer = replace(
        footprint,
        planned=(levels.points[5],),
        parts=(replace(levels.points[0], fact=camp, value=300), replace(levels.points[0], fact=town, value=70)),
        last_stated=(levels.points[2],),
    )
    text = shown(table_of_footprint(answer))
    names = [
        "Strength, latest known",
        "Planned next",
        "Parts, not the number of Green Valley",
        "Last stated, long before",
        "Changes",
    ]
    assert [text.index(name) for name in names] == sorted(text.index(name) for name in names)
    assert "at Mill Camp" in text
    assert "in Old Town" in text


def test_a_level_before_a_plan_does_not_bear_the_stage_of_the_plan(promises):
    point = LevelPoint(promises[0].fact, "2031-03-04", "2031-03-04", 3000, None, None, False, Status.ACTUAL)
    text = shown(table_of_levels(Levels("A", "B", "personnel", (point,))))
    assert "● actual" in text
    assert "ordered" not in text


def test_each_series_of_levels_has_a_section_and_what_it_leaves_open(levels):
    plain, ground, cap = levels.points[5], levels.points[1], levels.points[4]
    series = (
        LevelSeries("strength", None, (plain,)),
        LevelSeries("strength", "on the ground", (ground,), (("2031-01-31", "2031-12-01"),)),
        LevelSeries("cap", None, (cap,)),
    )
    text = shown(
        table_of_levels(replace(levels, points=(ground, cap, plain), undated=(), gaps=(), series=series), width=100), width=100
    )
    names = [
        "Strength\n",
        "1,200",
        "Strength, counting: “on the ground”\n",
        "≈5,000",
        "2031-01-31 to 2031-12-01",
        "Ceiling\n",
        "≤ 2,700",
    ]
    found = "\n".join(line.rstrip() for line in text.splitlines())
    assert [found.index(name) for name in names] == sorted(found.index(name) for name in names)


def test_levels_that_all_count_the_same_need_no_sections(levels):
    [one] = series = (LevelSeries("strength", None, levels.points[5:]),)
    assert "Strength" not in shown(table_of_levels(replace(levels, points=one.points, series=series), width=100), width=100)


@pytest.mark.parametrize("whole", [True, False])
def test_levels_of_parts_stand_below_with_where_they_are(levels, whole):
    camp = fact_of("There are 300 at Mill Camp.", args={"actor": "Northland", "place": "Green Valley", "site": "Mill Camp"})
    answer = replace(
        levels, points=levels.points if whole else (), undated=(), parts=(replace(levels.points[0], fact=camp, value=300),)
    )
    text = shown(table_of_levels(answer, width=100), width=100)
    assert text.index("Parts, not the number of Green Valley") < text.index("at Mill Camp")
    assert ("Nobody" in text) is not whole


def test_a_planned_level_is_shown_with_its_announcement_and_has_its_days_in_json():
    said = Time("on May 1", "2031-05-01", "2031-05-01")
    plan = fact_of(
        "It will keep 1,200.", quantity=Quantity(value=1200, unit="personnel"), status=Status.PLANNED, announced=said
    )
    point = LevelPoint(plan, None, "2032-01-15", 1200, None, None, False, Status.PLANNED)
    assert "○ planned, announced 2031-05-01" in shown(table_of_levels(Levels("A", "B", "personnel", (point,))))
    row = answer_to_json(point)
    days = {"announced": "2031-05-01", "due": "2032-01-15", "known": "2031-03-04", "stage": None, "added": None}
    assert {name: row[name] for name in days} == days


def test_other_tellings_of_a_promise_are_named(promises):
    by = fact_of("It cuts 800.", Kind.FORCE_CHANGE, quantity=Quantity(delta=800, unit="personnel"), status=Status.PLANNED)
    bare = fact_of("It will cut.", Kind.FORCE_CHANGE, status=Status.PLANNED)
    text = shown(table_of_commitments([replace(promises[0], also=(by, bare, bare))]))
    assert "also told: by 800 personnel; without a number" in text


def test_who_denies_that_a_promise_was_met_and_what_may_bear_on_one_stand_below_it(promises):
    open_one, met = promises
    gone = fact_of("Northland closed nothing in June.", Kind.SITE, args={"site": "Hill Post"}, status=Status.DENIED)
    fewer = Quantity(delta=60, unit="personnel")
    part = fact_of("It cut 60 in May.", Kind.FORCE_CHANGE, args={"direction": "decrease"}, quantity=fewer)
    plan = fact_of(
        "It will cut 90.", Kind.FORCE_CHANGE, args={"direction": "decrease"}, quantity=Quantity(delta=90, unit="personnel")
    )
    disputed = replace(met, disputed=gone.entries)
    beside = [replace(open_one, fact=fact, bearing=part.entries) for fact in (plan, open_one.fact)]
    text = " ".join(shown(table_of_commitments([disputed, *beside]), width=120).split())
    assert (
        "≠ disputed: a later report denies that, known since 2031-03-04: Valley Wire, 2031-03-04 “Northland closed nothing"
        in text
    )
    assert "may bear on it (60 of 90), known since 2031-03-04:" in text
    assert "may bear on it, known since 2031-03-04: Valley Wire, 2031-03-04 “It cut 60 in May.”" in text
    assert [row["words"] for row in answer_to_json(disputed)["disputed"]] == ["Northland closed nothing in June."]
    with pytest.raises(ValueError, match="only that a commitment was met can be disputed"):
        replace(open_one, disputed=gone.entries)


def test_a_promise_is_open_or_met_with_the_sentence_that_met_it(promises):
    text = shown(table_of_commitments(promises))
    assert "1 met, 1 open" in text
    assert "… open" in text
    assert "✓ met" in text
    assert "closed the Hill Post" in text
    assert "citing Ada Holm" in text


def test_an_unknown_part_of_a_footprint_is_said_to_be_unknown(footprint):
    text = shown(table_of_footprint(replace(footprint, forces=(), attacks=())))
    assert "Strength: no report says anything: unknown" in text
    assert "Attacks: no report says anything: unknown" in text


@pytest.mark.parametrize(
    "render",
    [
        lambda fact: table_of_facts([fact]),
        lambda fact: table_of_claims(fact.entries),
        lambda fact: explained_claim(fact.entries[0], {}),
    ],
)
@pytest.mark.parametrize("colour", [False, True])
def test_nothing_that_a_report_says_reaches_the_terminal_as_a_command(hostile, render, colour):
    text = shown(render(hostile), width=120, colour=colour)
    for sign in ("\x1b[2J", "\x1b]", "\x07", "\x1b[31mall", "\u202e", "\u200b"):
        assert sign not in text
    assert "⟨U+001B⟩" in text


def test_a_report_is_marked_with_brackets_and_numbers_where_there_is_no_colour(levels):
    claim = levels.points[0].fact.claim
    words = levels.points[0].fact.words
    report = Report("r1", "x" * 100 + words + " More.", title="Title")
    text = shown(marked_report(report, [claim], colour=False), width=200)
    assert f"[{words}][1] More." in text
    assert "[1] ● actual force_level: Northland in Green Valley" in text


def test_a_report_in_colour_has_no_brackets_round_its_sentences(levels):
    claim = levels.points[0].fact.claim
    report = Report("r1", "x" * 100 + levels.points[0].fact.words)
    assert "[Northland" not in shown(marked_report(report, [claim]), width=200)


def test_a_report_that_makes_no_claim_says_why_where_it_is_known():
    text = shown(marked_report(Report("r1", "Bonjour.", language="fr"), []))
    assert "No claims" in text
    assert "not in English (fr)" in text


def test_a_claim_is_explained_with_the_words_of_each_value_and_its_rule(levels):
    entry = levels.points[0].fact.entries[0]
    text = shown(explained_claim(entry, {"forces.level": "Numbers that an actor has."}), width=120)
    assert "8,892 personnel" in text
    assert "“8,892 soldiers”" in text
    assert "Numbers that an actor has." in text


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_explained(kind):
    assert kind.value in shown(explained_kind(kind))


def test_a_rule_is_explained_in_its_own_words():
    assert "It catches\nthis." in shown(explained_rule("r", "It catches\n    this."))


def test_empty_answers_say_what_to_do():
    nothing = Levels("A", "B", "personnel", ())
    assert "Nobody" in shown(table_of_levels(nothing))
    assert "onrecord add" in shown(table_of_facts([]))
    assert "onrecord claims" in shown(table_of_claims([]))
    assert "--known" in shown(table_of_commitments([]))


def test_a_summary_says_what_was_not_read_and_why():
    summary = RunSummary(
        reports=1200,
        claims=1,
        already=2,
        silent=3,
        foreign=("f1",),
        undated=tuple("abcdefg"),
        unread=(("x.pdf", "no text\x1b"),),
    )
    text = shown(run_summary(summary, added=True), width=120)
    for words in (
        "Added 1,200 reports with 1 claim.",
        "Already in the ledger: 2 reports",
        "f1",
        "a, b, c, d, e and 2 others",
        "--published DATE",
        "x.pdf: no text⟨U+001B⟩",
    ):
        assert words in text


def demo_text(levels, footprint, promises, **more):
    parts = {"sites": footprint.sites, "truce": (), "assistance": footprint.assistance, "threats": (), **more}
    return shown(*demo_parts(series=levels, footprint=footprint, promises=promises, **parts), next_steps(None, None))


def test_the_demo_tells_plans_apart_and_says_who_said_it(levels, footprint, promises):
    text = demo_text(levels, footprint, promises)
    assert text.index("2031-12-01*") < text.index("What was planned:") < text.index("by 2032-01-15")
    assert "“Northland gave 250 million dollars to the Valley Guard.”" in text
    assert "River Post: handed over" in text
    assert "Valley Wire, 2031-03-04" in text
    assert "1 met, 1 open" in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_demo_says_what_was_corrected(corrected, footprint, promises):
    text = demo_text(corrected, footprint, promises)
    assert "⊘ 8,992  corrected on 2031-03-09 by Valley Wire: 8,892 personnel" in " ".join(text.split()).replace(
        "8,992 ", "8,992  "
    )


def test_the_demo_tells_a_number_that_is_repeated_within_a_year_once(levels, footprint, promises):
    days = ("2030-01-01", "2030-05-01", "2030-08-01", "2032-01-01")
    numbers = (3000, 3000, 2500, 2500)
    points = tuple(point_of(number, day) for number, day in zip(numbers, days, strict=True))
    text = demo_text(replace(levels, points=points), replace(footprint, forces=()), promises)
    assert [text.count(day) > 0 for day in days] == [True, False, True, True]


def test_the_demo_shows_the_condition_of_a_threat_whole(levels, footprint, promises):
    threat = fact_of(
        "Northland will close its mission in the Green Valley unless the shelling stops.",
        Kind.THREAT,
        args={
            "actor": "Northland",
            "target": "Southland",
            "act": "close its mission in the Green Valley",
            "condition": "unless the shelling of the mission and of its road stops",
        },
    )
    text = " ".join(demo_text(levels, footprint, promises, threats=(threat,)).split())
    assert "close its mission in the Green Valley; unless the shelling of the mission and of its road stops" in text


def test_every_answer_goes_through_json(levels, footprint, promises, hostile):
    rows = json.loads(json.dumps(answer_to_json({"a": levels, "b": footprint, "c": promises, "d": (hostile,)})))
    assert rows["a"]["points"][1]["approx"] is True
    assert rows["b"]["promises"][1]["state"] == "met"
    assert rows["c"][0]["fact"]["entries"][0]["args"]["direction"] == "decrease"
    assert rows["d"][0]["entries"][0]["words"].startswith("\x1b[2J")


def test_what_is_no_answer_has_no_json():
    with pytest.raises(TypeError, match="object"):
        answer_to_json(object())


def test_a_level_that_nobody_stated_stands_apart_with_its_sum_and_both_sentences(derived):
    text = shown(table_of_levels(derived))
    stated, _, worked_out = text.partition("Worked out")
    assert "5,000" in stated
    assert "4,500" not in stated
    assert "= ≈4,500" in worked_out
    assert "5,000 (2031-03-01) − ≈500 personnel (2031-04-10)" in worked_out
    assert "Northland has 5,000 soldiers" in worked_out
    assert "soldiers left Green Valley" in worked_out
