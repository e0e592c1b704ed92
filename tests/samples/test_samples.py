"""The demo corpus is what its README says, and holds the cases that the rest of the suite leans on."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from onrecord.errors import UnreadableReport
from onrecord.model import Report
from onrecord.model.dates import is_partial_date
from onrecord.readers import read_reports
from onrecord.samples import sample_paths, samples_folder

README = samples_folder().parent / "README.md"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
HEADER = re.compile(r"(\w+): *(.+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the README's table."""

    file: str
    entry: str
    outlet: str
    published: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What a sample says of itself, read without the package's readers."""

    file: str
    entry: str
    outlet: str
    published: str
    body: str
    corrects: str = ""

    @property
    def name(self) -> str:
        """The entry where a file has several, else the file's name without its ending."""
        return self.entry or self.file.rpartition(".")[0]


def listed() -> list[Row]:
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if re.match(r"\| \S+\.\w+ \|", line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [Row(file, entry, outlet, published, tuple(facts.split())) for file, entry, outlet, published, facts in cells]


def without_tags(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", markup))


def from_text(path: Path) -> list[Dispatch]:
    text = path.read_text(encoding="utf-8").removeprefix("---\n")
    head, _, body = text.partition("\n---\n" if path.suffix == ".md" else "\n\n")
    fields = {found[1].lower(): found[2].strip('"') for line in head.splitlines() if (found := HEADER.fullmatch(line))}
    published, corrects = fields.get("published", "unknown"), fields.get("corrects", "")
    return [Dispatch(path.name, "", fields["outlet"], published, body, corrects)]


def from_html(path: Path) -> list[Dispatch]:
    page = path.read_text(encoding="utf-8")
    meta = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]+)">', page))
    article = page.partition("<article>")[2].partition("</article>")[0]
    paragraphs = re.findall(r"<p>(.*?)</p>", article, re.DOTALL)
    return [Dispatch(path.name, "", meta["og:site_name"], meta["article:published_time"][:10], "\n\n".join(paragraphs))]


def from_rss(path: Path) -> list[Dispatch]:
    channel = ElementTree.parse(path).getroot().find("channel")
    assert channel is not None
    outlet = channel.findtext("title", "")
    return [
        Dispatch(
            path.name,
            item.findtext("guid", "").rpartition("/")[2],
            outlet,
            day_of(item),
            without_tags(item.findtext(CONTENT, "")),
        )
        for item in channel.iter("item")
    ]


def day_of(item: ElementTree.Element) -> str:
    return parsedate_to_datetime(item.findtext("pubDate", "")).date().isoformat()


def from_atom(path: Path) -> list[Dispatch]:
    feed = ElementTree.parse(path).getroot()
    return [
        Dispatch(
            path.name,
            entry.findtext(f"{ATOM}id", "").rpartition("/")[2],
            feed.findtext(f"{ATOM}title", ""),
            entry.findtext(f"{ATOM}published", "")[:10],
            without_tags(entry.findtext(f"{ATOM}content", "")),
        )
        for entry in feed.iter(f"{ATOM}entry")
    ]


def from_jsonl(path: Path) -> list[Dispatch]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Dispatch(path.name, row["id"], row["outlet"], row["published"], row["text"]) for row in rows]


READ = {
    ".txt": from_text,
    ".md": from_text,
    ".html": from_html,
    ".rss": from_rss,
    ".atom": from_atom,
    ".jsonl": from_jsonl,
}
DISPATCHES = [dispatch for path in sample_paths() for dispatch in READ[path.suffix](path)]
BY_NAME = {dispatch.name: dispatch for dispatch in DISPATCHES}


def test_there_are_between_thirty_and_forty_dispatches_each_with_a_name_of_its_own() -> None:
    assert 30 <= len(DISPATCHES) <= 40
    assert len(BY_NAME) == len(DISPATCHES)


@pytest.mark.parametrize("dispatch", DISPATCHES, ids=lambda dispatch: dispatch.name)
def test_a_dispatch_has_eighty_to_three_hundred_words(dispatch: Dispatch) -> None:
    assert 80 <= len(re.findall(r"\w[\w.,'’$-]*", dispatch.body)) <= 300


@pytest.mark.parametrize("dispatch", DISPATCHES, ids=lambda dispatch: dispatch.name)
def test_an_outlet_says_that_it_is_a_sample(dispatch: Dispatch) -> None:
    assert "(sample)" in dispatch.outlet


@pytest.mark.parametrize("dispatch", DISPATCHES, ids=lambda dispatch: dispatch.name)
def test_no_words_are_put_into_a_mouth_in_quotation_marks(dispatch: Dispatch) -> None:
    assert not re.search(r'["“”„«»]', dispatch.body)


def test_every_format_is_there() -> None:
    files = Counter(path.suffix for path in sample_paths())
    assert files[".txt"] + files[".md"] >= 20
    assert files[".html"] == 6
    entries = Counter(Path(dispatch.file).suffix for dispatch in DISPATCHES)
    assert (entries[".rss"], entries[".atom"], entries[".jsonl"]) == (4, 2, 3)


def test_the_readme_lists_exactly_the_dispatches_that_there_are() -> None:
    said = [(row.file, row.entry, row.outlet, row.published) for row in listed()]
    found = [(each.file, each.entry, each.outlet, each.published) for each in DISPATCHES]
    assert sorted(said) == sorted(found)


@pytest.mark.parametrize("row", listed(), ids=lambda row: row.entry or row.file)
def test_a_dispatch_rests_on_facts_of_the_list(row: Row) -> None:
    numbers = [int(found[1]) for fact in row.facts if (found := re.fullmatch(r"f(\d{3})", fact))]
    assert len(numbers) == len(row.facts) == len(set(row.facts)) > 0
    assert all(1 <= number <= 136 for number in numbers)


@pytest.mark.parametrize("path", [path for path in sample_paths() if path.suffix == ".html"], ids=lambda path: path.name)
def test_a_page_carries_its_metadata_and_an_address_that_nobody_owns(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    for mark in ("og:title", "og:site_name", "article:published_time", 'name="author"', "<nav", "<footer"):
        assert mark in page
    hosts = re.findall(r"https?://([^/\"]+)", page)
    assert hosts
    assert all(host.endswith("example.org") for host in hosts)


def test_dates_are_dates_and_one_report_has_none() -> None:
    assert [each.name for each in DISPATCHES if each.published == "unknown"] == ["undated-road-to-january"]
    assert all(is_partial_date(each.published) for each in DISPATCHES if each.published != "unknown")


def test_the_undated_report_names_a_deadline_and_gives_no_year_away() -> None:
    body = BY_NAME["undated-road-to-january"].body
    assert "by January 15" in body
    assert not re.search(r"\b20\d\d\b", body)


def test_three_outlets_carry_one_wire_story_with_small_edits() -> None:
    names = ("2020-11-17-drawdown-ordered", "2020-11-18-harbor-2500-by-january", "2020-11-18-two-rivers-pentagon-order")
    first, *others = [BY_NAME[name] for name in names]
    assert len({first.outlet, *(other.outlet for other in others)}) == 3
    for other in others:
        alike = SequenceMatcher(None, first.body.split(), other.body.split()).ratio()
        assert 0.85 < alike < 1


def test_one_correction_names_the_report_that_it_corrects() -> None:
    [correction] = [each for each in DISPATCHES if each.corrects]
    wrong = BY_NAME[correction.corrects]
    assert wrong.outlet == correction.outlet
    assert wrong.published < correction.published
    assert "8,992" in wrong.body
    assert "8,892" not in wrong.body
    assert "8,892 troops in Iraq on 30 September 2017, not 8,992" in correction.body


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2014-11-08-force-doubled", ("1,600 to 3,100", "train and advise")),
        ("2016-04-19-cap-4087", ("3,870 to 4,087",)),
        ("2016-09-29-cap-5262", ("4,647", "5,262", "4,565")),
        ("2017-11-28-two-counts", ("8,892", "1,720", "about 5,000", "about 500", "count different things")),
        ("2017-12-07-pentagon-revises-counts", ("5,200", "2,000")),
        ("2018-12-20-syria-withdrawal-ordered", ("all American troops from Syria", "30 days", "60 and 100 days")),
        ("2019-11-11-syria-order-revised", ("500 and 600", "about 400")),
        ("2020-01-06-parliament-resolution", ("not binding", "Soleimani")),
        ("2020-02-22-al-asad-injuries", ("22 missiles", "16", "110")),
        ("2020-03-29-k1-handover-release", ("$1 million", "$1.7 million")),
        ("k1-kirkuk", ("at least $1.1 million",)),
        ("taqaddum", ("$3.5 million",)),
        ("besmaya", ("$5 million",)),
        ("taji", ("$347 million",)),
        ("2020-09-10-cut-to-3000", ("from 5,200 to 3,000 troops during September",)),
        ("2020-09-16-peshmerga-delivery", ("delivered", "$250 million")),
        ("2020-09-17-peshmerga-commitment", ("committed", "$250 million")),
        ("2020-09-29-embassy-warning", ("threatened to close the US embassy",)),
        ("2020-10-12-militias-suspend-attacks", ("on condition that", "does not say how long")),
        ("2020-11-20-truce-over", ("has ended", "40-day")),
        ("2020-11-17-drawdown-ordered", ("will reduce its force in Iraq from 3,000 to 2,500 troops by 15 January 2021",)),
        ("2021-01-15-drawdown-complete", ("has reduced its force in Iraq to 2,500 troops",)),
        ("2020-11-18-green-zone-rockets", ("two rockets", "seven in all")),
        ("2020-12-13-peshmerga-equipment-plan", ("$1.3 billion over the next 18 months",)),
        ("2020-12-21-week-in-brief", ("At least eight rockets",)),
        ("2020-12-24-embassy-rockets", ("21 rockets",)),
        ("2021-02-19-erbil-and-nato", ("500 to about 4,000", "Three rockets", "24 rockets")),
        ("2021-12-10-combat-mission-ends", ("combat mission",)),
    ],
)
def test_a_case_is_told_in_these_words(name: str, words: tuple[str, ...]) -> None:
    for each in words:
        assert each in BY_NAME[name].body


@pytest.fixture(scope="module")
def as_read() -> dict[str, Report]:
    found = list(read_reports(sample_paths()))
    assert [each for each in found if isinstance(each, UnreadableReport)] == []
    return {each.id.rpartition("/")[2]: each for each in found if isinstance(each, Report)}


def test_the_readers_find_exactly_the_dispatches(as_read: dict[str, Report]) -> None:
    assert sorted(as_read) == sorted(BY_NAME)


@pytest.mark.parametrize("dispatch", DISPATCHES, ids=lambda dispatch: dispatch.name)
def test_the_readers_give_date_outlet_and_body_as_they_stand_in_the_file(
    dispatch: Dispatch, as_read: dict[str, Report]
) -> None:
    report = as_read[dispatch.name]
    assert (report.published or "unknown") == dispatch.published
    assert report.outlet == dispatch.outlet
    assert report.title
    assert (report.corrects or "") == dispatch.corrects
    assert report.is_english
    assert " ".join(report.text.split()).endswith(" ".join(dispatch.body.split()))
