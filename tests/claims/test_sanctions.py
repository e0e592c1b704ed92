"""Sanctions, designations, expulsions."""

import pytest

from onrecord.model import Kind

from .rows import row

SANCTIONS = [
    row("The European Union imposed sanctions on Syria.", {"actor": "European Union", "target": "Syria", "action": "imposed"}),
    row("The United States lifted sanctions on Sudan.", {"actor": "United States", "target": "Sudan", "action": "lifted"}),
    row("France called for sanctions against Mali.", {"actor": "France", "target": "Mali", "action": "called_for"}),
    row("Washington will impose sanctions on Turkey.", {"target": "Turkey", "status": "planned"}),
    row("Greece expelled the Libyan ambassador.", {"actor": "Greece", "target": "Libyan ambassador", "action": "imposed"}),
    row("The school expelled two pupils."),
    row("Sanctions were discussed in Vienna."),
    row("The council designated the park a monument."),
]


@pytest.mark.parametrize(("text", "rows"), SANCTIONS)
def test_a_measure_against_somebody_is_a_sanction(expect, text, rows):
    expect(Kind.SANCTION, text, rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row("The European Union slapped sanctions on 13 Syrian officials.", {"target": "Syrian officials", "value": 13}),
        row("Sanctions against Iran were reimposed in May.", {"target": "Iran", "action": "imposed"}),
        row("Saudi Arabia cut ties with Qatar.", {"actor": "Saudi Arabia", "target": "Qatar", "action": "imposed"}),
        row("Canada froze the assets of ten Haitian generals.", {"actor": "Canada", "target": "Haitian generals"}),
        row("Chad declared the German ambassador persona non grata.", {"actor": "Chad", "target": "German ambassador"}),
        row("The general is under U.S. sanctions.", {"actor": "United States", "action": "imposed"}),
        row("Chad agreed a new package of sanctions against Libya.", {"target": "Libya"}),
        row("Lawmakers urged the White House to lift sanctions on Syria.", {"target": "Syria", "action": "called_for"}),
        row("Japan will impose sanctions on North Korean banks.", {"target": "North Korean banks", "status": "planned"}),
    ],
)
def test_measures_have_who_takes_them_and_whom_they_hit(expect, text, rows):
    expect(Kind.SANCTION, text, rows)


@pytest.mark.parametrize(
    "text", ["The bank cut ties with the fund.", "India banned smoking in Delhi.", "She froze the soup in Oslo."]
)
def test_firms_smokers_and_soup_are_under_no_sanctions(read, text):
    assert read(text, Kind.SANCTION) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        row(
            "The US put sanctions on two Malian colonels.", {"actor": "United States", "target": "Malian colonels", "value": 2}
        ),
        row("Canada approved sanctions targeting Belarus.", {"actor": "Canada", "target": "Belarus", "action": "imposed"}),
        row("Britain still enforces an arms embargo on Libya.", {"actor": "United Kingdom", "target": "Libya"}),
        row(
            "Norway secured six EU sanctions listings on Iran.",
            {"actor": "European Union", "target": "Iran", "action": "imposed"},
        ),
        row(
            "Chad regrets an arms embargo, which the UN Security Council extended in May.",
            {"actor": "United Nations Security Council", "target": None, "action": "imposed"},
        ),
        row(
            "Japan froze the assets of Wagner and imposed travel bans on nine officers tied to it.",
            {"actor": "Japan", "target": "Wagner Group"},
            {"actor": "Japan", "target": "nine officers", "value": 9},
        ),
        row(
            "The EU imposed sanctions on Belarus in May. The package blacklists 12 judges and 30 firms.",
            {"target": "Belarus"},
            {"actor": "European Union", "target": "12 judges", "value": 12},
            {"actor": "European Union", "target": "30 firms", "value": 30},
        ),
        row(
            "Britain imposed sanctions on three Sudanese generals. A travel ban will be imposed on them.",
            {"target": "Sudanese generals", "value": 3},
            {"target": "Sudanese generals", "status": "planned"},
        ),
        row("Chad sent 20 soldiers to Kenya. Norway imposed sanctions on four firms.", {"target": "four firms", "value": 4}),
    ],
)
def test_measures_in_the_words_of_the_news_hit_each_target(expect, text, rows):
    expect(Kind.SANCTION, text, rows)
