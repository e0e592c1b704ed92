"""People killed, wounded, captured, missing, displaced, however the sentence tells it."""

import pytest

from onrecord.model import Claim, Kind, Report, Status
from onrecord.pipeline import Extractor

from .rows import row

Told = tuple[object, object, int | None]


def casualties(extractor: Extractor, text: str) -> list[Claim]:
    return [c for c in extractor.claims(Report(id="one", text=text)) if c.kind is Kind.CASUALTIES]


def told(claim: Claim) -> Told:
    quantity = claim.quantity
    number = None if quantity is None else quantity.value if quantity.value is not None else quantity.low
    return claim.args.get("victims"), claim.args["outcome"], number


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Twelve insurgents were killed and 30 wounded in the raid.",
            [("insurgents", "killed", 12), ("insurgents", "wounded", 30)],
        ),
        ("Three killed, 12 injured in Kabul blast", [("people", "killed", 3), ("people", "wounded", 12)]),
        ("The blast left 20 people dead and 14 wounded.", [("people", "killed", 20), ("people", "wounded", 14)]),
        ("The shelling left nine dead.", [("people", "killed", 9)]),
        ("At least 43 villagers were found dead.", [("villagers", "killed", 43)]),
        ("The death toll rose to 43.", [("people", "killed", 43)]),
        ("Officials put the number of dead at 14.", [("people", "killed", 14)]),
        ("The dead included two policemen and a baker.", [("policemen", "killed", 2), ("baker", "killed", None)]),
        ("Among the dead were three nurses and a driver.", [("nurses", "killed", 3), ("driver", "killed", None)]),
        (
            "The clashes cost the lives of six farmers, three guards and a driver.",
            [("farmers", "killed", 6), ("guards", "killed", 3), ("driver", "killed", None)],
        ),
        ("Also killed were two policemen.", [("policemen", "killed", 2)]),
        ("Among those killed was Omar Salim.", [("Omar Salim", "killed", None)]),
        ("The rebels took 40 prisoners.", [("prisoners", "captured", 40)]),
        ("The gunmen held four nurses hostage.", [("nurses", "captured", 4)]),
        ("Two men were taken into custody.", [("men", "captured", 2)]),
        ("Two wounded guards spoke to reporters.", [("guards", "wounded", 2)]),
        ("A woman suffered minor injuries.", [("woman", "wounded", None)]),
        ("Six sailors are missing after the attack.", [("sailors", "missing", 6)]),
        ("More than 90,000 people are registered as refugees in Jordan.", [("people", "displaced", 90000)]),
        ("The camp shelters 7,000 refugees.", [("refugees", "displaced", 7000)]),
        ("Police identified the dead man as Omar Salim.", [("Omar Salim", "killed", None)]),
        (
            "The force detained the smuggler along with three of his associates.",
            [("smuggler", "captured", None), ("associates", "captured", 3)],
        ),
        (
            "Marines engaged the armed smugglers, killing several of them.",
            [("several armed smugglers", "killed", None)],
        ),
        ("The guards fought the driver, killing him.", [("driver", "killed", None)]),
        ("A masked driver attacked the guards. He was shot and killed.", [("masked driver", "killed", None)]),
        ("Marines took the two occupants of the car into custody.", [("occupants of the car", "captured", 2)]),
        (
            "Marines detained the man, a smuggler, and three other suspects.",
            [("man", "captured", None), ("other suspects", "captured", 3)],
        ),
        (
            "Ninety civilians were wounded, as were seventeen from the navy.",
            [("civilians", "wounded", 90), ("navy", "wounded", 17)],
        ),
        (
            "The militia was blamed for the deaths of hundreds of villagers and the wounding of thousands more.",
            [("villagers", "killed", None), ("villagers", "wounded", None)],
        ),
    ],
)
def test_each_group_is_a_claim_with_its_number(extractor: Extractor, sentence: str, expected: list[Told]):
    assert sorted(map(str, map(told, casualties(extractor, sentence)))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("Troops captured or killed 80 fighters.", ("captured", "killed")),
        ("The shelling killed and wounded 20 villagers.", ("killed", "wounded")),
    ],
)
def test_an_undivided_total_is_one_claim_with_a_list(extractor: Extractor, sentence: str, outcomes: tuple[str, ...]):
    [claim] = casualties(extractor, sentence)
    assert claim.args["outcome"] == outcomes


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Soldiers killed a smuggler in Andar district, Ghazni province.", "Andar district, Ghazni province"),
        (
            "During an operation in Andar district, Ghazni province, troops killed two rebels.",
            "Andar district, Ghazni province",
        ),
        ("In Ghazni province, a patrol detained two rebels in Andar district.", "Andar district, Ghazni province"),
        ("Two guards were killed in Baghdad, Iraq.", "Baghdad, Iraq"),
        ("Two guards were killed in Zharay district, Kandahar.", "Zharay district, Kandahar"),
        ("In Tarmoz district, Khost province, two guards were killed.", "Tarmoz district, Khost province"),
    ],
)
def test_a_place_is_given_with_the_larger_places_named(extractor: Extractor, sentence: str, place: str):
    assert {c.args.get("place") for c in casualties(extractor, sentence)} == {place}


@pytest.mark.parametrize(
    ("sentence", "perpetrator"),
    [
        ("He was taken prisoner by Syrian soldiers.", "Syria"),
        ("In Ghazni province, security forces detained two smugglers.", "security forces"),
        ("The mine killed two villagers.", None),
    ],
)
def test_the_perpetrator_is_somebody_and_no_thing_or_place(extractor: Extractor, sentence: str, perpetrator: str | None):
    assert {c.args.get("perpetrator") for c in casualties(extractor, sentence)} == {perpetrator}


@pytest.mark.parametrize(
    "sentence",
    [
        "Why did the prisoner die?",
        "Militants hatched a plot to kill the minister.",
        "The court heard of the attempted assassination of the minister.",
        "The talks are dead.",
        "The road toll rose to 43 crowns.",
    ],
)
def test_questions_plots_and_figures_of_speech_are_left_alone(extractor: Extractor, sentence: str):
    assert casualties(extractor, sentence) == []


@pytest.mark.parametrize(
    ("text", "victims", "value"),
    [
        ("The force attacked the insurgents, killing all four.", "insurgents", 4),
        ("Police fired on the men and killed all three.", "men", 3),
        ("The armed militants, one of them the leader, were all killed.", "armed militants", None),
        ("Almost three dozen suspected insurgents were detained.", "suspected insurgents", 36),
    ],
)
def test_how_many_of_whom(extractor: Extractor, text: str, victims: str, value: int | None):
    [claim] = [claim for claim in extractor.claims(Report(id="x", text=text)) if claim.kind is Kind.CASUALTIES]
    assert claim.args["victims"] == victims
    assert (claim.quantity.value if claim.quantity else None) == value


def test_operations_are_no_victims(extractor: Extractor):
    text = "He is accused of conducting attacks as well as kidnapping operations in the district."
    claims = extractor.claims(Report(id="x", text=text))
    assert [claim for claim in claims if claim.kind is Kind.CASUALTIES] == []


def test_what_a_raid_is_meant_for_is_only_planned(extractor: Extractor):
    claims = casualties(extractor, "The army detained two guards during a raid to capture a smuggler.")
    assert [(claim.args["victims"], claim.status) for claim in claims] == [
        ("guards", Status.ACTUAL),
        ("smuggler", Status.PLANNED),
    ]


def test_what_did_not_happen_is_denied(extractor: Extractor):
    [claim] = casualties(extractor, "No civilians were killed.")
    assert (claim.args["victims"], claim.status) == ("civilians", Status.DENIED)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("At least 40 people were reported killed in the raid.", {"victims": "people", "outcome": "killed", "low": 40}),
        row("No one was hurt in the attack.", {"outcome": "wounded", "status": "denied"}),
        row("There were no casualties, the army said.", {"outcome": ["killed", "wounded"], "status": "denied"}),
        row("The army lost 20 men in the ambush.", {"victims": "men", "outcome": "killed", "value": 20}),
        row("Nine of its soldiers have lost their lives.", {"outcome": "killed", "value": 9}),
        row("The fighting forced 3,000 people from their homes.", {"outcome": "displaced", "value": 3000}),
        row("Seventeen bodies were recovered from the rubble.", {"outcome": "killed", "value": 17}),
        row(
            "Three soldiers were slain and dozens more taken captive.",
            {"outcome": "killed", "value": 3},
            {"outcome": "captured"},
        ),
    ],
)
def test_the_hurt_are_counted_without_a_verb_of_killing(expect, text, rows):
    expect(Kind.CASUALTIES, text, rows)


@pytest.mark.parametrize(
    "text", ["The gunmen released two American hostages.", "It was not clear how many people had been killed in the raid."]
)
def test_the_freed_and_the_uncounted_are_no_casualties(read, text):
    assert read(text, Kind.CASUALTIES) == []


def test_a_town_by_its_apposition_is_no_captive(read):
    assert read("M23 rebels captured Rubaya, a mining hub, and two other towns.", Kind.CASUALTIES) == []


def test_who_tells_of_the_dead_has_not_killed_them(read):
    text = "Overnight to Friday armed men described as jihadists raided a village, killing 15 people, a regional governor said."
    [dead] = read(text, Kind.CASUALTIES)
    assert "governor" not in str(dead.args.get("perpetrator"))


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Troops detained a rebel bomb maker and financier.", ["rebel bomb maker"]),
        ("The patrol killed two gunmen in search of a rebel leader and explosives expert.", ["gunmen"]),
        ("Troops detained a courier and a financier.", ["courier", "financier"]),
        ("Troops detained a leader and three planners.", ["leader", "planners"]),
        ("Troops detained a driver and teacher.", ["driver", "teacher"]),
    ],
)
def test_one_article_before_two_posts_is_one_person(read, text, victims):
    assert [claim.args["victims"] for claim in read(text, Kind.CASUALTIES)] == victims


def test_both_are_those_who_were_just_told_of(read):
    text = "Two gunmen were killed after firing at a patrol, and the soldiers returned fire, killing both gunmen."
    [claim] = read(text, Kind.CASUALTIES)
    assert (claim.args["victims"], claim.quantity.value, claim.args.get("perpetrator")) == ("gunmen", 2, "soldiers")


def test_the_targeted_individual_is_whom_the_report_brought_in(read):
    text = "Troops searched a house for a rebel financier. They detained the targeted individual and two of his associates."
    [one, two] = read(text, Kind.CASUALTIES)
    assert (one.args["victims"], two.args["victims"]) == ("rebel financier", "associates")
    assert one.origins["victims"].step == "definite"


@pytest.mark.parametrize("text", ["Troops detained the acquisition of arms.", "Troops detained raids."])
def test_what_is_done_is_nobody(read, text):
    assert read(text, Kind.CASUALTIES) == []


def test_what_is_taken_in_an_operation_is_taken_on_its_day(read):
    [claim] = read("Since June, the army has led raids in Kirkuk province capturing 125 rebels.", Kind.CASUALTIES)
    assert (claim.time.start, claim.time.end) == ("2020-06", None)
