import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from onrecord.model import Cause, Dispute, Fact, Levels, ReportCard
from onrecord.views.chart import render_chart
from onrecord.views.page import Page, render_page
from onrecord.views.scales import days_of, number_scale, round_step, time_scale

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Reader(HTMLParser):
    """Notes elements, their attributes and whether they close in order."""

    def __init__(self):
        super().__init__()
        self.elements, self.open, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    assert not reader.open
    return reader


@pytest.fixture
def page(levels, footprint, promises, hostile):
    facts = (*(point.fact for point in levels.points), hostile)
    return Page(
        "Northland",
        "2031-12-31",
        "2032-01-01",
        levels=(levels, replace(levels, place="Hill Valley")),
        timeline=facts,
        promises=promises,
        sites=footprint.sites,
        assistance=footprint.assistance,
    )


def test_the_page_shows_what_may_bear_on_a_promise_and_its_source(page, hostile):
    text = render_page(replace(page, promises=(replace(page.promises[0], bearing=hostile.entries), page.promises[1])))
    assert f'<bdi class="said">may bear on it, known since {hostile.report.published}:</bdi>' in text
    assert text.count("may bear on it") == 1


def test_the_page_is_whole_and_asks_nothing_of_the_network(page):
    text = render_page(page)
    reader = read(text)
    tags = {tag for tag, _ in reader.elements}
    assert not tags & {"script", "img", "iframe", "link", "object", "embed", "form", "audio", "video", "base"}
    assert not [
        attrs
        for _, attrs in reader.elements
        if any(name.startswith("on") or name in ("style", "src", "srcset") for name in attrs)
    ]
    assert "url(http" not in text
    assert "@import" not in text


def test_the_policy_allows_this_style_alone(page):
    text = render_page(page)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(
        a["content"] for t, a in read(text).elements if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_mark_and_reference_leads_to_a_sentence_in_the_page(page):
    reader = read(render_page(page))
    ids = [attrs["id"] for _, attrs in reader.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {attrs["href"][1:] for tag, attrs in reader.elements if tag == "a" and attrs.get("href", "").startswith("#")}
    assert targets <= set(ids)
    assert sum(target.startswith("source-") for target in targets) == 14


def test_hostile_words_are_shown_and_do_nothing(page):
    text = render_page(page)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text)
    assert "⟨U+202E⟩" in text
    links = [attrs["href"] for tag, attrs in read(text).elements if tag == "a"]
    assert all(link.startswith("#") for link in links)


def test_disputes_are_shown_side_by_side_and_hostile_ones_do_nothing(page, hostile):
    other = page.timeline[0]
    dispute = Dispute(hostile, other, Cause.CONTRADICTION, "<script>alert(1)</script> differs")
    text = render_page(replace(page, disputes=(dispute,)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; differs" in text
    assert "<script>" not in text
    assert "1 contradiction." in text
    read(text)


def test_an_address_of_the_web_is_linked(page, hostile):
    entry = replace(hostile.entries[0], report=ReportCard("r9", url="https://news.example/a?x=1&y=<2>"))
    safe = replace(hostile.entries[0], report=ReportCard("r8", url="https://news.example/a?x=1&y=2"))
    text = render_page(replace(page, timeline=(Fact((entry,)), Fact((safe,)))))
    links = [attrs["href"] for tag, attrs in read(text).elements if tag == "a" and not attrs["href"].startswith("#")]
    assert links == ["https://news.example/a?x=1&y=2"]


def test_plans_look_unlike_facts(page):
    text = render_page(page)
    assert 'class="mark planned"' in text
    assert 'class="mark actual"' in text
    assert 'class="link"' in text
    assert "nobody said" in text


def test_a_corrected_level_is_struck_in_chart_and_table(corrected):
    page = Page("T", "2031", "2031", levels=(corrected,), timeline=tuple(point.fact for point in corrected.points))
    text = render_page(page)
    assert text.count('class="mark corrected"') == 2  # the chart and its legend
    assert "<s>8,992</s>" in text
    assert "<s>8,892</s>" not in text
    assert "corrected on 2031-03-09 by Valley Wire: 8,892 personnel" in text
    read(text)


def test_what_nobody_stated_has_a_mark_of_its_own_that_leads_to_the_sum_and_both_sentences(derived):
    text = render_page(Page("T", "2031", "2031", levels=(derived,)))
    reader = read(text)
    [target] = {attrs["href"][1:] for tag, attrs in reader.elements if tag == "a" and attrs["href"].startswith("#derived")}
    assert [attrs["id"] for _, attrs in reader.elements if "id" in attrs].count(target) == 1
    footnote = text[text.index(f'id="{target}"') :].partition("</ul></li>")[0]
    assert "= ≈4,500" in footnote
    assert "5,000 (2031-03-01) − ≈500 personnel (2031-04-10)" in footnote
    assert "Northland has 5,000 soldiers" in footnote
    assert "Some &lt;b&gt;500&lt;/b&gt; soldiers left Green Valley" in footnote
    assert footnote.count('class="ref"') == 2
    assert text.count('class="mark derived"') == 3  # the chart, its legend and the footnote
    assert "<b>500" not in text
    assert "<i>Courier" not in text


def spots_of(levels, *points):
    chart = str(render_chart(replace(levels, points=points), lambda fact: "a"))
    return [float(x) for x in re.findall(r'translate\(([\d.]+),[\d.]+\)"', chart)]


def test_marks_that_say_different_things_are_drawn_a_little_apart_and_others_at_their_date(levels):
    one = levels.points[0]
    ways = [replace(one, counting=f"way {number}") for number in range(4)]
    places = sorted(spots_of(levels, *ways))
    assert min(after - before for before, after in pairwise(places)) >= 8
    assert places[-1] - places[0] <= 36
    assert len(set(spots_of(levels, one, one))) == 1


def test_each_way_of_counting_has_a_mark_of_its_own(levels):
    ways = [replace(levels.points[0], counting=f"way {number}") for number in range(7)]
    text = render_page(Page("T", "2031", "2031", levels=(replace(levels, points=tuple(ways), gaps=()),)))
    drawn = re.findall(r'<path class="mark actual" transform="[^"]+" d="([^"]+)"', text)
    assert len(set(drawn)) == 7


def test_the_values_of_a_sentence_are_marked(page):
    assert "<mark>8,892 soldiers</mark>" in render_page(page)


def test_an_empty_page_says_what_to_do():
    text = render_page(Page("Nothing", "2031-12-31", "2031-12-31"))
    assert text.count('class="empty"') == 7
    assert "onrecord add" in text
    read(text)


def test_a_series_without_dates_is_a_table_and_no_chart(levels):
    bare = Levels("A", "B", "personnel", (), undated=levels.undated)
    text = render_page(Page("T", "2031", "2031", levels=(bare,)))
    assert '<svg class="levels"' not in text
    assert "<details open>" in text


def test_tables_have_captions_and_headings_go_down_by_one(page):
    reader = read(render_page(page))
    tags = [tag for tag, _ in reader.elements]
    assert tags.count("table") == tags.count("caption") == 6
    levels_used = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels_used[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels_used))


def test_unknown_is_not_drawn_at_zero(levels):
    chart = str(render_chart(levels, lambda fact: "a"))
    heights = [float(y) for y in re.findall(r'translate\([\d.]+,([\d.]+)\)"', chart)]
    assert len(heights) == 6
    assert max(heights) < 356


@pytest.mark.parametrize(
    "dates", [("2020-09-09", "2020-09-09"), ("0001", "9999"), ("2014-06-16", "2021-01-15"), ("9999-12-31", "9999-12-31")]
)
def test_a_time_scale_holds_all_days_and_has_few_ticks(dates):
    scale = time_scale(days_of(*dates), 0, 100)
    assert all(0 <= scale.at(day) <= 100 for day in days_of(*dates))
    assert len(scale.ticks()) <= 9


@pytest.mark.parametrize("most", [0, 0.4, 1, 275, 8892, 1.3e9])
def test_a_number_scale_ends_above_all_with_round_ticks(most):
    scale = number_scale([most], 100, 0)
    assert scale.top > most
    assert 2 <= len(scale.ticks()) <= 8
    assert round_step(scale.top / 5) > 0


def luminance(colour):
    wide = colour if len(colour) == 6 else "".join(c * 2 for c in colour)
    parts = [int(wide[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


INKS = ["ink", "soft", "actual", "planned", "doubt", "denied", "met"]


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize(
    ("ink", "ground"), [("ink", "mark"), *[(ink, ground) for ink in INKS for ground in ("paper", "card", "target")]]
)
def test_text_stands_out_from_its_ground_in_light_and_dark(scheme, ink, ground):
    css = render_page(Page("T", "2031", "2031"))
    colours = dict(re.findall(r"--(\w+): #(\w+)", re.findall(r":root \{(.*?)\}", css)[scheme]))
    light, dark = sorted((luminance(colours[ground]), luminance(colours[ink])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
