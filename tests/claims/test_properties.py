"""What holds of every claim of every report: of the bundled samples, and of texts that nobody would write."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import SPECS, Dateline, Kind, Report, Span, claim_from_json, claim_to_json, fix_text
from onrecord.nlp import split_sentences
from onrecord.pipeline import Extractor
from onrecord.readers import read_file, read_reports
from onrecord.readers.repeats import find_repeats
from onrecord.samples import sample_paths

from .rows import case

OWN_SENTENCE = ("trigger", "quantity", "time", "status", "action", "direction")


@pytest.fixture(scope="module")
def samples():
    """The reports of all bundled samples."""
    found = list(read_reports(sample_paths()))
    assert all(isinstance(report, Report) for report in found)
    return found


@pytest.fixture(scope="module")
def read_samples(extractor, samples):
    """Each sample with its claims."""
    return list(extractor.claims_of(samples))


@pytest.fixture(scope="module")
def pairs(read_samples):
    """Each claim of the samples with its report."""
    found = [(report, claim) for report, claims in read_samples for claim in claims]
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def thorough():
    """An extractor that parses everything, so that the rules see every text."""
    return Extractor(triage=False)


def check_spans(report, claim):
    """The spans of one claim cut words out of the report: within the text, not empty, without space or break at an edge."""
    whole = Span(0, len(report.text))
    assert "trigger" in claim.spans
    for name, span in {**claim.spans, "evidence": claim.evidence}.items():
        words = span.cut(report.text)
        assert whole.covers(span), name
        assert words.strip(), name
        assert words == words.strip(), (name, words)
        assert any(c.isalnum() or c in "$€£" for c in words), (name, words)


def test_every_span_of_every_claim_cuts_real_words_out_of_its_report(pairs):
    for report, claim in pairs:
        check_spans(report, claim)


def test_what_makes_a_claim_stands_in_its_evidence(pairs):
    for _, claim in pairs:
        for name in OWN_SENTENCE:
            if name in claim.spans:
                assert claim.evidence.covers(claim.spans[name]), (name, claim)


def test_a_span_never_starts_or_ends_within_a_word(pairs):
    for report, claim in pairs:
        for name, span in claim.spans.items():
            for at in (span.begin, span.end):
                inside = 0 < at < len(report.text) and report.text[at - 1].isalpha() and report.text[at].isalpha()
                assert not inside, (name, span.cut(report.text))


def test_the_evidence_is_one_sentence_of_the_report(read_samples):
    for report, claims in read_samples:
        sentences = set(split_sentences(report.text))
        assert {claim.evidence for claim in claims} <= sentences


def test_an_arg_without_a_known_name_is_written_with_words_of_the_report(pairs):
    for report, claim in pairs:
        text = report.text.casefold()
        for name, value in claim.args.items():
            if SPECS[claim.kind].allowed(name) or any(key.split(".")[0] == name for key in claim.ids):
                continue
            for words in value if isinstance(value, tuple) else (value,):
                if name in claim.spans and claim.spans[name].cut(report.text).casefold() in (
                    words.casefold(),
                    f"the {words.casefold()}",
                ):
                    continue
                if words == "people" and name == "victims":
                    continue  # "34 wounded": a bare number of hurt counts people
                cut = 4 if name == "role" else None  # who "leads" is the leader, who "took command" the commander
                known = [word for word in re.findall(r"\w+", words.casefold()) if word[:cut] in text]
                assert known, (name, words)


def test_the_time_of_a_claim_is_quoted_from_the_report(pairs):
    for report, claim in pairs:
        for time in (claim.time, claim.announced):
            if time is not None:
                assert time.text in report.text


def test_a_claim_written_as_json_and_read_again_is_the_same_claim(pairs):
    for _, claim in pairs:
        line = json.dumps(claim_to_json(claim, own=True), ensure_ascii=False)
        again = claim_from_json(json.loads(line))
        assert again == claim
        assert again.id == claim.id


def test_different_claims_have_different_ids(pairs):
    ids = Counter(claim.id for _, claim in pairs)
    assert [id for id, times in ids.items() if times > 1] == []


def test_no_claim_is_made_twice_of_one_sentence(pairs):
    said = Counter((claim.doc, claim.kind, claim.evidence, claim.args, claim.quantity, claim.status) for _, claim in pairs)
    assert max(said.values()) == 1


def test_the_claims_of_a_report_stand_in_the_order_of_its_text(read_samples):
    for _, claims in read_samples:
        assert [c.evidence.begin for c in claims] == sorted(c.evidence.begin for c in claims)


def test_every_kind_of_the_heart_is_found_in_the_samples(pairs):
    found = {claim.kind for _, claim in pairs}
    heart = {Kind.FORCE_LEVEL, Kind.FORCE_CHANGE, Kind.SITE, Kind.ASSISTANCE, Kind.AGREEMENT, Kind.THREAT}
    assert heart | {Kind.ATTACK, Kind.CASUALTIES, Kind.ROLE} <= found


def test_no_rule_fails_on_a_sample(extractor, read_samples):
    ids = {report.id for report, _ in read_samples}
    assert [problem for problem in extractor.failed if problem[0] in ids] == []


@pytest.mark.parametrize("size", [1, 7])
def test_reading_again_in_batches_of_any_size_gives_the_same_claims_in_the_same_order(
    extractor, read_samples, monkeypatch, size
):
    monkeypatch.setattr("onrecord.pipeline.extract.BATCH", size)
    again = list(extractor.claims_of(report for report, _ in read_samples))
    assert again == read_samples


@pytest.fixture(scope="module")
def without_triage(samples, thorough):
    """The claims of the samples where every sentence is parsed."""
    return {report.id: claims for report, claims in thorough.claims_of(samples)}


def test_triage_loses_no_claim_of_the_samples(read_samples, without_triage):
    for report, claims in read_samples:
        place = {(claim.kind, claim.evidence) for claim in claims}
        lost = [claim for claim in without_triage[report.id] if (claim.kind, claim.evidence) not in place]
        assert lost == [], report.id


def test_triage_changes_no_claim_of_the_samples(read_samples, without_triage):
    changed = {report.id for report, claims in read_samples if claims != without_triage[report.id]}
    assert changed == set()


FRAGMENTS = st.sampled_from(
    """France Iraq Baghdad NATO U.S. US Kidal Mali Al-Asad Islamic_State Peshmerga President General Smith troops soldiers forces base
    embassy withdrew withdraw sent cut reduced killed attacked handed_over threatened pledged announced signed said will may not no if unless
    all the a its their who which that from to in by of at and or , . ; : - — ( ) " “ ” ‘ ’ 's $ € % 500 2,500 5,200 1.3_billion $20_million
    a_dozen 40-day 17/11/2020 January_15 2014 since_2014 yesterday up_to at_least more_than from_5,200_to_3,000 ceasefire truce if_only
    0 -1 1e9 99999999999999999999 ½ ٣ ２００ é ß İ ﬁ \u200b \u200e \u202e \u00ad \ufeff 🪖 👩‍🚀 中国 العراق \x07 \u2028 \u0301""".split()
).map(lambda word: word.replace("_", " "))
GLUE = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\t", "  ", "\u00a0", ". ", ", "])
TEXTS = st.lists(st.tuples(FRAGMENTS, GLUE), min_size=1, max_size=40).map(
    lambda parts: fix_text("".join(word + glue for word, glue in parts))
)
ANYTHING = st.text(max_size=200).map(fix_text)
WHO = st.sampled_from(
    [
        "France",
        "The U.S. military",
        "“Islamic State”",
        "General Paul Keita",
        "It",
        "They",
        "Rebels",
        "Paris, Berlin and Rome",
        "Nobody",
    ]
)
DOES = st.sampled_from(
    """withdrew sent will_cut may_have_killed did_not_attack threatened_to_attack handed_over plans_to_deploy has trained pledged
    announced closed vowed_to_destroy was_given lost_to and_its_allies_seized ,_which_left_in_2014,_reduced""".split()
).map(lambda words: words.replace("_", " "))
WHAT = st.sampled_from(
    """500_soldiers the_last_troops $1.3_billion_in_aid a_40-day_ceasefire two_bases its_embassy the_(former)_base 2,500–3,000_troops
    the_5,262_troops_permanently_assigned_there 12_people all_of_them between_3_and_5_rockets nothing the_army’s_1st_brigade""".split()
).map(lambda words: words.replace("_", " "))
WHERE = st.sampled_from(
    """from_Mali in_Iraq_and_Syria to_the_Peshmerga in_the_north_of_the_country by_January_15 near_Al-Asad since_2014 if_asked on_Monday,_officials_said
    from_5,200_to_3,000 –_the_ministry_said_– there ,_“he_said”, unless_Iran_agrees\nby_May""".split()
).map(lambda words: words.replace("_", " "))
SENTENCE = (
    st.tuples(WHO, DOES, WHAT, WHERE, WHERE).map(" ".join).flatmap(lambda words: st.sampled_from(".?!\n").map(words.__add__))
)
NEWS = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join).map(fix_text)
UNDISTURBED = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def check_text(extractor, text):
    """Reading any text raises nothing, fails in no rule, and all spans of its claims cut words."""
    if not text.strip():
        return
    before = len(extractor.failed)
    report = Report(id="glued", text=text, published="2020-12-13")
    for claim in extractor.claims(report):
        check_spans(report, claim)
        assert claim_from_json(claim_to_json(claim, own=True)) == claim
    assert extractor.failed[before:] == []


@given(text=NEWS)
@UNDISTURBED
def test_no_mixture_of_news_breaks_a_rule_or_bends_a_span(thorough, text):
    check_text(thorough, text)


@given(text=TEXTS)
@UNDISTURBED
def test_no_glued_text_breaks_a_rule_or_bends_a_span(thorough, text):
    check_text(thorough, text)


@given(text=ANYTHING)
@settings(UNDISTURBED, max_examples=60)
def test_no_text_at_all_breaks_a_rule(thorough, text):
    check_text(thorough, text)


@pytest.mark.parametrize(
    "text",
    [
        "troops " * 500,
        "The " + "Iraqi " * 300 + "army withdrew 500 soldiers.",
        "France withdrew 500 soldiers" + ", and Germany sent 300 soldiers to Niger" * 60 + ".",
        "(" * 300 + "France withdrew 500 soldiers from Mali" + ")" * 300,
        "France withdrew " + "1" * 400 + " soldiers from Mali.",
        "“France withdrew 500 soldiers from Mali, ‘said ‘said ‘said" * 20,
        "France\nwithdrew\n500\nsoldiers\nfrom\nMali.",
    ],
    ids=["repeated", "adjectives", "clauses", "brackets", "long number", "open quotes", "line breaks"],
)
def test_a_monstrous_sentence_is_read_like_any_other(thorough, text):
    check_text(thorough, text)


LEFT = "France withdrew 500 soldiers from Mali in September."


@pytest.mark.parametrize(
    "line",
    [
        case("Related stories: "),
        case(": "),
        case("MINISTRY:"),
        case("— : —"),
        case("“ ”"),
    ],
)
def test_an_odd_line_costs_no_report(extractor, line):
    [claim] = extractor.claims(Report(id="odd", text=f"{line}\n{LEFT}", published="2020-12-13"))
    assert claim.kind is Kind.FORCE_CHANGE


def test_a_report_that_is_not_english_makes_no_claims(extractor):
    assert extractor.claims(Report(id="fr", text=LEFT, language="fr")) == []


def test_a_french_file_is_known_as_french_and_makes_no_claims(extractor, tmp_path):
    path = tmp_path / "fr.txt"
    words = "Le ministre a déclaré lundi que les soldats français avaient quitté le Mali. Ils seront remplacés par des troupes locales. "
    path.write_text(words * 2, encoding="utf-8")
    [report] = read_file(path)
    assert not report.is_english
    assert extractor.claims(report) == []


def test_a_repeated_passage_makes_no_claims(extractor):
    text = f"{LEFT}\n\n{LEFT}"
    once = extractor.claims(Report(id="r", text=text, repeats=(Span(len(LEFT) + 2, len(text)),)))
    assert [claim.evidence for claim in once] == [Span(0, len(LEFT))]


def test_a_report_whose_body_stands_in_it_twice_is_read_once(extractor):
    body = " ".join(
        f"The ministry said that France withdrew {n}00 soldiers from Mali in the year {2000 + n}." for n in range(1, 8)
    )
    text = f"{body}\n\n{body}"
    repeats = find_repeats(text)
    assert repeats
    claims = extractor.claims(Report(id="r", text=text, repeats=repeats))
    assert [c.quantity.delta for c in claims if c.kind is Kind.FORCE_CHANGE] == [100 * n for n in range(1, 8)]


def test_an_undated_report_gives_its_dates_without_a_year(extractor):
    [claim] = extractor.claims(Report(id="u", text=LEFT))
    assert (claim.time.start, claim.time.end) == ("XXXX-09", "XXXX-09")


@pytest.mark.parametrize(
    "words",
    [
        "France withdrew 500 soldiers.",
        "France has 500 soldiers, the ministry said.",
        "France will send 300 soldiers next year.",
    ],
)
def test_the_place_of_the_dateline_is_no_place_of_forces(extractor, words):
    head = "NIAMEY, Niger (Sample Wire) — "
    report = Report(id="d", text=head + words, dateline=Dateline(Span(0, len(head)), "Niamey", "Sample Wire"))
    for claim in extractor.claims(report):
        assert "Niamey" not in (claim.arg("place") or "")
        assert "Niger" not in (claim.arg("place") or "")
