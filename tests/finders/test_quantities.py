"""Quantities: the numbers that count, what they count, and the numbers that count nothing."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import LexiconError
from onrecord.finders.quantities import find_quantities, quantity_rows
from onrecord.finders.quantities.numerals import find_numerals
from onrecord.finders.quantities.pieces import pieces_of
from onrecord.lexicon.units import Currency, Entry, Measure, currencies, entries, measures, parse_entries, singular
from onrecord.model import Count, Mention
from onrecord.nlp import Parser
from onrecord.nlp.tokens import Doc


@cache
def parser() -> Parser:
    return Parser()


def parsed(text: str) -> Doc:
    [doc] = parser().parse([text])
    return doc


def mentions(text: str) -> list[Mention[Count]]:
    return list(find_quantities(parsed(text)))


def found(text: str) -> list[tuple[str, dict[str, float], str | None]]:
    return [(mention.span.cut(text), mention.value.quantity.numbers, mention.value.quantity.unit) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one men", 21),
        ("two hundred", 200),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("1.3 billion", 1_300_000_000),
        ("250 mln", 250_000_000),
        ("2k", 2_000),
        ("6 hundred million", 600_000_000),
        ("three hundred and twelve thousand and six", 312_006),
        ("two and a half", 2.5),
        ("1,208,000", 1_208_000),
        (".5", 0.5),
        ("3/4", 0.75),
        ("two-thirds", 2 / 3),
        ("one in five", 0.2),
    ],
)
def test_a_number_is_worth_what_its_words_say(text: str, value: float) -> None:
    [numeral] = find_numerals(pieces_of(text))
    assert numeral.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["several hundred rounds", "dozens of tanks", "hundreds of fighters", "tens of thousands", "a few dozen"]
)
def test_a_vague_number_is_no_number(text: str) -> None:
    assert list(find_numerals(pieces_of(text))) == []


@pytest.mark.parametrize(
    ("text", "span", "numbers", "unit"),
    [
        ("At least 40 rockets fell on the base.", "At least 40 rockets", {"low": 40}, "rocket"),
        ("It will send up to 2,500 U.S. troops there.", "up to 2,500 U.S. troops", {"high": 2500}, "personnel"),
        ("Fewer than 100 advisers remain.", "Fewer than 100 advisers", {"high": 100}, "personnel"),
        ("More than 40 shells hit the village.", "More than 40 shells", {"low": 40}, "shell"),
        ("The plan would cost about $1.3 billion.", "about $1.3 billion", {"value": 1_300_000_000}, "USD"),
        ("A total of 30 strikes hit the valley.", "A total of 30 strikes", {"value": 30}, "strike"),
        ("The general praised 20 of the fighters.", "20 of the fighters", {"value": 20}, "person"),
        ("The 700 or so American troops left.", "700 or so American troops", {"value": 700}, "personnel"),
        ("Half of the 12,000 prisoners escaped.", "12,000 prisoners", {"value": 12_000}, "person"),
        ("Between 3,000 and 5,000 fighters remain.", "Between 3,000 and 5,000 fighters", {"low": 3000, "high": 5000}, "person"),
        ("The unit will hold three to five sites.", "three to five sites", {"low": 3, "high": 5}, "site"),
        ("The mission lasts three or four weeks.", "three or four weeks", {"low": 3, "high": 4}, "week"),
        ("The army lost 10-15 vehicles.", "10-15 vehicles", {"low": 10, "high": 15}, "vehicle"),
        ("The deal is worth US$2.5-3 billion.", "US$2.5-3 billion", {"low": 2_500_000_000, "high": 3_000_000_000}, "USD"),
        ("They agreed on a 40-day ceasefire.", "40-day", {"value": 40}, "day"),
        ("A dozen F-16 jets landed.", "A dozen F-16 jets", {"value": 12}, "jet"),
        ("Ukraine received 18 155-mm howitzers.", "18 155-mm howitzers", {"value": 18}, "howitzer"),
        ("Paris gave €1.5bn.", "€1.5bn", {"value": 1_500_000_000}, "EUR"),
        ("London gave £347m.", "£347m", {"value": 347_000_000}, "GBP"),
        ("Canberra gave A$84m.", "A$84m", {"value": 84_000_000}, "AUD"),
        ("The bank lent 500 billion Iraqi dinars.", "500 billion Iraqi dinars", {"value": 500_000_000_000}, "IQD"),
        ("The bank lent two million dollars.", "two million dollars", {"value": 2_000_000}, "USD"),
        ("The group holds 40 percent of the district.", "40 percent", {"value": 40}, "percent"),
        ("Some 2000 troops were there.", "Some 2000 troops", {"value": 2000}, "personnel"),
        ("Roughly two-thirds of the town is empty.", "Roughly two-thirds", {"value": 2 / 3}, "share"),
        ("One contractor was killed.", "One contractor", {"value": 1}, "person"),
        ("The 12,000-strong force left.", "12,000-strong", {"value": 12_000}, "personnel"),
        ("Five service members died.", "Five service members", {"value": 5}, "personnel"),
        ("The 10,000 U.S. and NATO troops left.", "10,000 U.S. and NATO troops", {"value": 10_000}, "personnel"),
        ("Two Black Hawks crashed.", "Two Black Hawks", {"value": 2}, "Black Hawk"),
        ("The raid killed 5 to 7.", "5 to 7", {"low": 5, "high": 7}, "person"),
        ("A 41 nation coalition met.", "41 nation", {"value": 41}, "nation"),
        ("It fired 40-plus rockets.", "40-plus rockets", {"low": 40}, "rocket"),
        ("One in five bases has closed.", "One in five", {"value": 0.2}, "share"),
        ("The U.S. contingent shrank to 2,500.", "2,500", {"value": 2500}, "personnel"),
        ("The siege lasted over two weeks.", "over two weeks", {"low": 2}, "week"),
        ("The attack killed nine.", "nine", {"value": 9}, "person"),
    ],
)
def test_one_quantity_is_found_with_its_words(text: str, span: str, numbers: dict[str, float], unit: str) -> None:
    [(words, given, counted)] = found(text)
    assert (words, given, counted) == (span, pytest.approx(numbers), unit)


@pytest.mark.parametrize(
    ("text", "numbers", "unit"),
    [
        ("The Pentagon will cut troop levels from 5,200 to 3,000.", {"start": 5200, "to": 3000}, "personnel"),
        ("The garrison fell from 5,200 soldiers in spring to about 3,000.", {"start": 5200, "to": 3000}, "personnel"),
        ("Troop levels will be reduced by 500 to 2,500 soldiers.", {"delta": 500, "to": 2500}, "personnel"),
        ("Aid rose from $2 million to $5 million.", {"start": 2_000_000, "to": 5_000_000}, "USD"),
    ],
)
def test_a_change_is_one_mention_with_both_its_ends(text: str, numbers: dict[str, float], unit: str) -> None:
    [mention] = mentions(text)
    assert (mention.rule, mention.value.quantity.numbers, mention.value.quantity.unit) == ("change", numbers, unit)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("There are 2,500 troops in Iraq and 900 in Syria.", ["personnel", "personnel"]),
        ("Two soldiers were killed and four others were hurt.", ["personnel", "personnel"]),
        ("Police arrested 11 people, seven of them minors.", ["person", "person"]),
        ("There were 5 Iraqi and 3 American soldiers.", ["personnel", "personnel"]),
        ("The fort holds 800 soldiers and the town another 300.", ["personnel", "personnel"]),
        ("Seven killed and 12 wounded.", ["person", "person"]),
        ("The army lost 3 of its 5 helicopters.", ["helicopter", "helicopter"]),
        ("It has 14 bases in five provinces, down from 22.", ["base", "province", "base"]),
    ],
)
def test_a_number_without_a_noun_counts_what_its_neighbour_does(text: str, units: list[str]) -> None:
    assert [unit for _, _, unit in found(text)] == units


@pytest.mark.parametrize(
    "text",
    [
        "The council met on November 20, 2015.",
        "The council met on 15 January at 10:30 p.m.",
        "Resolution 2249 was adopted.",
        "The convoy took Highway 1.",
        "An F-16 crashed near the gate.",
        "ISIS-K claimed the blast.",
        "The 82nd Airborne Division arrived.",
        "The M777 is a howitzer.",
        "It began in the 1990s.",
        "The war of 2003 changed the region.",
        "The vote was 98-2.",
        "Several rockets fell and dozens fled.",
        "The 9/11 attacks changed policy.",
        "This one was the first.",
        "The two agreed to meet.",
        "The office is at 12 Harbour Road.",
        "It was a category 4 storm.",
        "The plan covers 2021-22.",
        "The talks start at 5 a.m.",
        "The P5+1 met.",
        "The report of 3/4/2020 was short.",
    ],
)
def test_what_only_names_or_dates_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Output fell 8 percent.", "down"),
        ("The budget is up 12 percent.", "up"),
        ("About 40 rockets fell.", "~"),
        ("At least 40 rockets fell.", ">"),
        ("Up to 40 rockets fell.", "<"),
        ("It fired 40 rockets.", "="),
    ],
)
def test_a_row_has_the_change_code_of_the_cqe_data(text: str, change: str) -> None:
    [row] = quantity_rows(parsed(text))
    assert row["change"] == change


def test_an_amount_and_what_it_leads_to_are_two_rows() -> None:
    rows = list(quantity_rows(parsed("Troop levels will be reduced by 500 to 2,500 soldiers.")))
    assert [(row["value"], row["change"]) for row in rows] == [(500, "down"), (2500, "=")]


def test_a_rate_stays_in_the_row_and_out_of_the_ledgers_unit() -> None:
    text = "Oil cost $61.10 per barrel."
    [row], [mention] = list(quantity_rows(parsed(text))), mentions(text)
    assert (row["unit"], mention.value.quantity.unit) == ("USD per barrel", "USD")


def test_what_comes_on_top_says_so_by_its_rule() -> None:
    [mention] = mentions("Britain will send another 125 soldiers.")
    assert (mention.rule, mention.value.quantity.value) == ("addition", 125)


def test_over_the_months_ahead_is_no_floor() -> None:
    [money, months] = mentions("They will pay $1.3 billion over 18 months.")
    assert (money.value.bound, months.value.quantity.numbers) == ("=", {"value": 18})


def test_the_noun_and_the_number_have_spans_of_their_own() -> None:
    text = "It will send up to 2,500 U.S. troops there."
    [mention] = mentions(text)
    assert mention.value.noun is not None
    assert mention.value.number is not None
    assert (mention.value.number.cut(text), mention.value.noun.cut(text)) == ("2,500", "troops")


def test_a_hand_built_doc_is_read_by_its_tags_and_heads() -> None:
    words, tags = ["Nearly", "300", "tired", "troops", "left"], ["RB", "CD", "JJ", "NNS", "VBD"]
    doc = Doc(words, tags=tags, heads=[1, 3, 3, 4, 4], deps=["advmod", "nummod", "amod", "nsubj", "ROOT"])
    [mention] = find_quantities(doc)
    assert (mention.value.quantity.value, mention.value.quantity.unit, mention.value.quantity.approx) == (
        300,
        "personnel",
        True,
    )


def test_a_doc_without_a_parse_is_read_all_the_same() -> None:
    doc = Doc(["$", "5", "million"], [False, True, False])
    [mention] = find_quantities(doc)
    assert (mention.value.quantity.value, mention.value.quantity.unit) == (5_000_000, "USD")


def kept(text: str, kind: str, name: str) -> bool:
    """Whether the entry's sense is found in a sentence."""
    given = mentions(text)
    match kind:
        case "unit":
            return any(mention.value.quantity.unit == name for mention in given)
        case "body":
            return any(mention.value.quantity.unit == "personnel" for mention in given)
        case "outcome":
            return any(mention.value.quantity.unit == "person" for mention in given)
        case "bound":
            plain = [mention.span.cut(text).casefold().startswith("a total of") for mention in given]
            return any(plain) if name == "=" else any(mention.value.bound == name for mention in given)
        case "addition":
            return any(mention.rule == "addition" for mention in given)
        case "change":
            return any(mention.value.bound == name for mention in given)
    return not given  # a designator makes the number a name


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.kind}-{entry.name}")
def test_every_entry_catches_its_sentence_and_leaves_the_other_alone(entry: Entry) -> None:
    assert kept(entry.says, entry.kind, entry.name)
    assert not kept(entry.leaves, entry.kind, entry.name)


@pytest.mark.parametrize("measure", measures(), ids=lambda measure: measure.name)
def test_every_measure_is_known_by_all_its_forms(measure: Measure) -> None:
    for form in (*measure.words, *measure.symbols):
        text = (
            f"It was 7{form.replace(' / ', '/').replace(' - ', '-')} off."
            if form in measure.symbols
            else f"It was 7 {form} off."
        )
        names = [mention.value.quantity.unit for mention in mentions(text.replace(" - ", "-"))]
        assert names == [measure.name], form


@pytest.mark.parametrize("currency", [row for row in currencies() if row.of], ids=lambda row: f"{row.code}-{row.word}")
def test_every_currency_is_known_by_its_country(currency: Currency) -> None:
    for adjective in currency.of:
        [mention] = mentions(f"It paid 7 million {adjective.title()} {currency.word} for grain.")
        assert mention.value.quantity.unit == currency.code


@pytest.mark.parametrize(
    ("toml", "entry", "field"),
    [
        ('[[unit]]\nname = "x"\nsays = "a"\nnot = "b"', "[[unit]] 1", "words"),
        ('[[unit]]\nname = "x"\nwords = ["Big"]\nsays = "a"\nnot = "b"', "[[unit]] 1", "words"),
        ('[[bound]]\nsign = "?"\nwords = ["so"]\nsays = "a"\nnot = "b"', "[[bound]] 1", "sign"),
        ('[[outcome]]\nwords = ["hurt"]\nverbs = ["hurt"]\nnot = "b"', "[[outcome]] 1", "says"),
        ("[[colour]]\nwords = []", "[[colour]]", "-"),
        ("[[unit", "the file", "-"),
    ],
)
def test_a_faulty_lexicon_is_named_by_file_entry_and_field(toml: str, entry: str, field: str) -> None:
    with pytest.raises(LexiconError) as raised:
        list(parse_entries(toml, "mine.toml"))
    assert (raised.value.file, raised.value.entry, raised.value.field) == ("mine.toml", entry, field)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("strikes", "strike"),
        ("cities", "city"),
        ("aircraft", "aircraft"),
        ("airmen", "airman"),
        ("boxes", "box"),
        ("bases", "base"),
    ],
)
def test_a_plural_has_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


PARTS = st.sampled_from(
    "5 40 2,500 2014 1.3 $ € £ % - – to from between and or by at least up over about nearly million bn m k dozen half a an the of one "
    "two twenty hundred thousand troops soldiers U.S. percent days per ( ) , . : / ~ + F-16 M777 killed others them 1/2 third th pm May "
    "12345678901234567890123456789 0 -5 x".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=14), st.lists(st.booleans(), min_size=14, max_size=14))
def test_any_string_of_numbers_and_words_is_read_without_error(words: list[str], blanks: list[bool]) -> None:
    check("".join(word + " " * blank for word, blank in zip(words, blanks, strict=False)))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """Spans cut real words, numbers come from digits or number words within the span, rows agree with mentions."""
    doc = parsed(text)
    for mention in find_quantities(doc):
        count = mention.value
        assert mention.span.cut(doc.text).strip()
        assert mention.span.end <= len(doc.text)
        assert count.number is not None
        assert mention.span.covers(count.number)
        of = " of" if count.number.cut(doc.text).endswith("half") else ""  # "half" is a number before "of" only
        numerals = list(find_numerals(pieces_of(count.number.cut(doc.text) + of)))
        assert numerals
        scales = [numeral.scale for numeral in numerals] + [1, 10**3, 10**6, 10**9, 10**12]
        spelled = [numeral.coefficient * scale for numeral in numerals for scale in scales] + [
            numeral.value for numeral in numerals
        ]
        for number in count.quantity.numbers.values():
            assert any(abs(abs(number) - given) <= 1e-9 * abs(given) for given in spelled)
    for row in quantity_rows(doc):
        assert 0 <= row["begin"] < row["end"] <= len(doc.text)


@pytest.mark.parametrize(
    ("text", "numbers", "unit"),
    [
        ("The mission has 2,000–2,500 troops.", {"low": 2000, "high": 2500}, "personnel"),
        ("Between 2,000—2,500 soldiers are there.", {"low": 2000, "high": 2500}, "personnel"),
        ("The mission has 4\u202f000 troops.", {"value": 4000}, "personnel"),
        ("The mission has 4 000 troops.", {"value": 4000}, "personnel"),
        ("Some 1.7m residents fled.", {"value": 1_700_000}, "person"),
        ("Three-quarters of a million people fled.", {"value": 750_000}, "person"),
        ("One and a half million people fled.", {"value": 1_500_000}, "person"),
        ("Two to three dozen soldiers left.", {"low": 24, "high": 36}, "personnel"),
        ("Two or three hundred soldiers left.", {"low": 200, "high": 300}, "personnel"),
    ],
)
def test_numbers_in_other_hands(text, numbers, unit):
    assert [(mention.value.quantity.numbers, mention.value.quantity.unit) for mention in mentions(text)] == [(numbers, unit)]


def test_a_wall_of_two_metres_is_no_two_million():
    assert [mention.value.quantity.unit for mention in mentions("A 1.7m wall stands there.")] == ["meter"]
