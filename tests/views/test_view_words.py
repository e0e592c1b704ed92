import pytest

from onrecord.model import Claim, Frozen, Kind, Quantity, ReportCard, Span, Time
from onrecord.views.harmless import cut_around, cut_to_fit, harmless, one_line, web_address
from onrecord.views.phrases import what_words
from onrecord.views.wording import bounds_words, quantity_words, source_words, time_words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x1b]0;title\x07", "⟨U+001B⟩[2J⟨U+001B⟩]0;title⟨U+0007⟩"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("abc\u202egnp.exe", "abc⟨U+202E⟩gnp.exe"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("zero\u200bwidth\ufeff", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("back\x08space\rreturn", "back⟨U+0008⟩space⟨U+000D⟩return"),
        ("plain café, Київ, بغداد\n\tnext", "plain café, Київ, بغداد\n\tnext"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_as_a_sign(text, shown):
    assert harmless(text) == shown


@pytest.mark.parametrize("width", range(1, 45))
def test_a_cut_line_is_never_wider_than_asked(width):
    line = cut_to_fit("The battalion\nleft the northern\tvalley in two convoys.", width)
    assert len(line) <= width
    assert "\n" not in line


def test_a_line_that_fits_is_not_cut():
    assert cut_to_fit(" It fits. ", 8) == one_line("It fits.") == "It fits."


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://a b",
        'https://a"onclick="x',
        " https://a",
        "//a",
        "",
        None,
    ],
)
def test_only_addresses_of_the_web_are_linked(url):
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(value=0, unit="personnel"), "0 personnel"),
        (Quantity(low=40), "≥ 40"),
        (Quantity(high=300, unit="personnel"), "≤ 300 personnel"),
        (Quantity(low=3, high=5), "3–5"),
        (Quantity(value=2500, approx=True), "≈2,500"),
        (Quantity(start=5200, to=3000, approx=True), "≈5,200 → 3,000"),
        (Quantity(start=5200), "5,200 → —"),
        (Quantity(to=2500, delta=500), "to 2,500, by 500"),
        (Quantity(value=1_300_000_000, unit="USD"), "1,300,000,000 USD"),
        (None, "—"),
    ],
)
def test_a_quantity_keeps_its_bounds_and_unknown_is_a_dash(quantity, words):
    assert quantity_words(quantity) == words


def test_an_unknown_number_is_never_zero():
    assert bounds_words(None, None, None) == "—"
    assert time_words(None) == "—"
    assert source_words(ReportCard("a1")) == "a1, undated"


def test_a_time_without_a_known_date_is_told_in_the_words_of_the_report():
    assert time_words(Time("in the coming weeks")) == "“in the coming weeks”"


@pytest.mark.parametrize(
    ("kind", "args", "phrase"),
    [
        (
            Kind.FORCE_LEVEL,
            {"actor": "Northland", "place": "Green Valley", "counting": "on the ground"},
            "Northland in Green Valley; counting: “on the ground”",
        ),
        (Kind.FORCE_CHANGE, {"actor": "Northland", "direction": "decrease"}, "Northland: cut"),
        (
            Kind.SITE,
            {"site": "River Post", "recipient": "Valley Guard", "action": "handed_over"},
            "River Post: handed over to Valley Guard",
        ),
        (Kind.ASSISTANCE, {"recipient": "Valley Guard", "goods": "trucks"}, "— → Valley Guard: trucks"),
        (Kind.CASUALTIES, {"victims": "two guards", "outcome": ("killed", "wounded")}, "two guards killed, wounded"),
        (
            Kind.AGREEMENT,
            {"parties": ("A", "B"), "type": "ceasefire", "condition": "if B leaves"},
            "ceasefire between A, B; if B leaves",
        ),
        (Kind.THREAT, {"actor": "A"}, "A threatens —"),
        (
            Kind.AGREEMENT,
            {"parties": ("A",), "type": "ceasefire", "condition": "B leaves"},
            "ceasefire by A; on condition: B leaves",
        ),
        (Kind.FORCE_LEVEL, {"actor": "A", "measure": "cap", "site": "Mill Camp"}, "A in Mill Camp; ceiling"),
        (Kind.MEETING, {"parties": ("A", "B")}, "A, B"),
    ],
)
def test_a_claim_is_told_in_a_few_words(kind, args, phrase):
    assert what_words(Claim("r", kind, Span(0, 5), args=Frozen(args))) == phrase


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_told_even_without_args(kind):
    assert what_words(Claim("r", kind, Span(0, 5)))


@pytest.mark.parametrize("width", range(1, 90))
@pytest.mark.parametrize("word", ["The", "300", "north."])
def test_a_sentence_cut_around_a_word_fits_and_keeps_the_word_where_there_is_room(width, word):
    text = "The ministry said on Friday that it would send 300 soldiers up north."
    begin = text.index(word)
    line = cut_around(text, begin, begin + len(word), width)
    assert len(line) <= width
    assert word in line or width < 24
