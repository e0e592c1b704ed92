"""The review desk by its forms: what waits, what is decided, and that it is the ledger's own judgements that are made."""

from __future__ import annotations

import re
import shutil

import pytest

from onrecord.ledger import Ledger, judgements_of
from web.clients import client_of

REPORT = "2020-12-24-embassy-rockets"


class Reviewer:
    """Somebody at the desk of a copy of the demo ledger, without JavaScript."""

    def __init__(self, path, name="Anna"):
        self.path, self.name = path, name
        self.client = client_of(path)

    def page(self, address="/review"):
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text[-1500:]
        return answer.text

    @property
    def key(self):
        return re.search(r'name="form_key" value="([^"]+)"', self.page("/add"))[1]

    def send(self, where="/judge", **fields):
        data = {"form_key": self.key, "back": "/review", "by": self.name} | fields
        return self.client.post(where, data=data, follow_redirects=False)

    def on_desk(self, address="/review"):
        return re.search(r'data-at="([0-9a-f]{16})"', self.page(address))[1]

    def judgements(self):
        with Ledger.open(self.path, readonly=True) as book:
            return judgements_of(book)

    def claims(self, **asked):
        with Ledger.open(self.path, readonly=True) as book:
            return book.claims(**asked)


@pytest.fixture
def anna(demo, tmp_path):
    path = tmp_path / "review.db"
    shutil.copy(demo.path, path)
    return Reviewer(path)


def test_the_least_certain_claim_is_on_the_desk_first(anna):
    least = min(entry.claim.confidence for entry in anna.claims())
    assert f"{least:.2f} likely right" in anna.page()


def test_the_queue_is_of_a_kind_or_a_report(anna):
    assert "site" in re.search(r'<p class="said">.*?</p>', anna.page("/review?kind=site"), re.DOTALL)[0]
    id = anna.on_desk(f"/review?report={REPORT}")
    assert id in {entry.claim.id for entry in anna.claims(doc=REPORT)}


def test_an_accepted_claim_leaves_the_queue_and_the_next_is_shown(anna):
    id = anna.on_desk("/review?kind=site")
    then = re.search(r'name="then" value="([^"]+)"', anna.page("/review?kind=site"))[1]
    done = anna.send(act="accept", claims=id, then=then, back="/review?kind=site", why="The words say so")
    assert done.status_code == 303
    assert done.headers["location"] == f"/review?kind=site&at={then}"
    assert anna.on_desk("/review?kind=site") == then
    [one] = anna.judgements()
    assert (one.judgement.act, one.judgement.by, one.judgement.why) == ("accept", "Anna", "The words say so")
    assert "accepted</b> by <bdi>Anna" in anna.page(f"/review?at={id}")


def test_the_reviewers_name_is_kept_for_the_next_form(anna):
    anna.send(act="accept", claims=anna.on_desk())
    assert re.search(r'name="by"[^>]*value="Anna"', anna.page())


def test_a_rejected_claim_can_be_had_back(anna):
    id = anna.on_desk()
    anna.send(act="reject", claims=id)
    assert id not in {entry.claim.id for entry in anna.claims()}
    made = re.search(r'name="judgement" value="([0-9a-f]{16})"', anna.page(f"/review?at={id}"))[1]
    assert anna.send("/undo", judgement=made).status_code == 303
    assert id in {entry.claim.id for entry in anna.claims()}
    assert "undone" in anna.page(f"/review?at={id}")


def form_of(html):
    """The fields of the correction, as a browser sends them."""
    form = re.search(r'<details class="correct".*?</details>', html, re.DOTALL)[0]
    found = dict(re.findall(r'<input id="v-[^"]*" name="(set\.[^"]+)"[^>]*? value="([^"]*)"', form))
    for name, options in re.findall(r'<select id="v-[^"]*" name="(set\.[^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        found[name] = (re.findall(r'value="([^"]*)" selected', options) or [""])[0]
    return found


def test_only_the_values_that_the_form_changes_are_corrected(anna):
    entry = next(one for one in anna.claims(kind="force_level") if one.claim.quantity.value and "place" in one.claim.args)
    fields = form_of(anna.page(f"/review?at={entry.claim.id}"))
    assert fields["set.place"] == entry.claim.args["place"]
    changed = fields | {"set.quantity.value": "4,321", "set.status": "possible"}
    assert anna.send(act="correct", claims=entry.claim.id, **changed).status_code == 303
    value = anna.judgements()[0].judgement.value
    assert (value.quantity.value, value.status) == (4321, "possible")
    assert (value.args, value.time, value.quantity.unit) == (entry.claim.args, entry.claim.time, entry.claim.quantity.unit)
    assert value.spans.get("place") == entry.claim.spans.get("place")


@pytest.mark.parametrize(
    ("field", "given", "says"),
    [
        ("set.quantity.value", "many", "quantity.value is a number, not"),
        ("set.time.start", "Monday", "not a date at a known precision"),
        ("set.measure", "weight", "is one of strength, cap"),
    ],
)
def test_a_value_that_cannot_be_is_told_and_what_was_typed_stays(anna, field, given, says):
    id = anna.claims(kind="force_level")[0].claim.id
    done = anna.send(act="correct", claims=id, back=f"/review?at={id}", **{field: given})
    assert done.status_code == 400
    assert says in done.text
    assert f'value="{given}"' in done.text
    assert anna.judgements() == ()


def test_a_correction_that_changes_nothing_is_refused(anna):
    id = anna.on_desk()
    done = anna.send(act="correct", claims=id, **form_of(anna.page(f"/review?at={id}")))
    assert (done.status_code, "no value was changed" in done.text) == (400, True)


def test_nothing_that_was_typed_is_lost_by_accepting_the_claim_as_it_was(anna):
    id = anna.claims(kind="force_level")[0].claim.id
    done = anna.send(act="accept", claims=id, **{"set.place": "Mill Camp"})
    assert (done.status_code, "place: changed and not kept so" in done.text) == (400, True)
    assert anna.judgements() == ()


def test_claims_are_merged_and_parted(anna):
    one, other = (entry.claim.id for entry in anna.claims(kind="attack")[:2])
    done = anna.client.post("/judge", data={"form_key": anna.key, "by": "Ben", "act": "merge", "claims": [one, other]})
    assert done.status_code == 200
    assert anna.send(act="part", claims=[one, f"{other[:12]}"]).status_code == 303
    assert [row.judgement.act for row in anna.judgements()] == ["merge", "part"]
    assert [row.judgement.by for row in anna.judgements()] == ["Ben", "Anna"]


def test_a_claim_is_added_by_hand(anna):
    html = anna.page(f"/review?of={REPORT}&new=meeting")
    assert 'name="set.parties"' in html
    words = anna.claims(doc=REPORT)[0].words
    done = anna.send(act="add", report=REPORT, kind="meeting", words=words, **{"set.parties": "Iraq; Iran", "set.place": ""})
    assert done.status_code == 303
    made = anna.judgements()[0].judgement.value
    assert (made.kind, made.args["parties"], made.rule) == ("meeting", ("Iraq", "Iran"), "by hand")
    assert made.id in anna.page(done.headers["location"])
    wrong = anna.send(act="add", report=REPORT, kind="meeting", words="Not in it", back=f"/review?of={REPORT}&new=meeting")
    assert (wrong.status_code, "no passage of report" in wrong.text) == (404, True)


def test_a_comment_keeps_the_claim_on_the_desk(anna):
    id = anna.on_desk()
    done = anna.send(act="comment", claims=id, why="<script>alert(1)</script>")
    assert done.headers["location"] == f"/review?at={id}"
    html = anna.page(done.headers["location"])
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_nobody_judges_without_a_name(anna):
    done = anna.send(act="accept", claims=anna.on_desk(), by=" ")
    assert (done.status_code, "Write your name into Reviewer" in done.text) == (400, True)


def test_when_all_is_ruled_on_the_desk_says_so(anna):
    for entry in anna.claims(doc=REPORT):
        anna.send(act="accept", claims=entry.claim.id)
    assert "are ruled on" in anna.page(f"/review?report={REPORT}")
    assert "data-at" in anna.page(f"/review?report={REPORT}&by=Ben")


def test_a_form_never_sends_a_browser_to_another_site(anna):
    for back in ("https://evil.example/review", "//evil.example/review", "/reviewer.evil", "javascript:alert(1)"):
        done = anna.send(act="accept", claims=anna.on_desk(), back=back)
        assert done.headers["location"].split("?")[0] == "/review"


def test_programs_judge_by_json(anna):
    id = anna.on_desk()
    made = anna.client.post("/api/judge", json={"act": "accept", "claims": [id], "by": "Ben"}).json()
    assert (made["act"], made["by"], made["about"][0]["claim"]) == ("accept", "Ben", id)
    level = anna.claims(kind="force_level")[0].claim
    told = anna.client.post(
        "/api/judge", json={"act": "correct", "claims": [level.id], "by": "Ben", "values": {"quantity.value": 77}}
    )
    assert told.json()["value"]["quantity"]["value"] == 77
    undone = anna.client.post("/api/undo", json={"judgement": made["id"], "by": "Ben"}).json()
    assert undone["undoes"] == made["id"]
    assert len(anna.client.get("/api/judgements").json()) == 3
    assert anna.client.get(f"/api/judgements?claim={id}").json()[0]["undone_by"] == undone["id"]
    assert anna.client.get("/api/review?kind=attack").json()["desk"]["claim"]["kind"] == "attack"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"act": "bless"}, "is none of"),
        ({"act": "accept", "claims": ["ffffffffffffffff"], "by": "Ben"}, "knows no claim"),
        ({"act": "merge", "claims": ["a"], "by": "Ben"}, "knows no claim"),
        ({"act": "add", "by": "Ben"}, "give its report, its kind and its words"),
        ({"act": "accept", "claims": {"a": 1}}, "neither text nor number"),
        ([], "no JSON object"),
    ],
)
def test_what_a_program_sends_wrongly_is_told(anna, body, says):
    answer = anna.client.post("/api/judge", json=body)
    assert answer.status_code in (400, 404)
    assert says.split()[-1] in answer.json()["says"]


def test_a_claim_is_split_in_two_on_the_desk_and_both_are_undone_together(anna):
    before = {one.claim.id for one in anna.claims(doc=REPORT)}
    [entry] = [one for one in anna.claims(doc=REPORT) if one.claim.kind == "force_level"]
    id = entry.claim.id
    html = anna.page(f"/review?at={id}")
    assert html.count('name="other.') == html.count('name="set.')
    done = anna.send("/split", claims=id, **{"set.quantity.value": "2000", "other.quantity.value": "500"})
    assert done.status_code == 303
    now = [one.claim for one in anna.claims(doc=REPORT) if one.claim.kind == "force_level"]
    assert sorted(claim.quantity.value for claim in now) == [500, 2000]
    told = anna.page(f"/review?at={id}")
    assert told.count("<b>split</b>") >= 2
    assert "a part: <a" in told
    assert anna.send("/undo", judgement=anna.judgements()[-1].judgement.id).status_code == 303
    assert {one.claim.id for one in anna.claims(doc=REPORT)} == before


def test_a_split_without_a_second_part_is_refused_and_what_was_typed_stays(anna):
    [entry] = [one for one in anna.claims(doc=REPORT) if one.claim.kind == "force_level"]
    done = anna.send("/split", claims=entry.claim.id, **{"set.quantity.value": "2000", "other.quantity.value": "2500"})
    assert done.status_code == 400
    assert "has all values of claim" in done.text
    assert 'name="set.quantity.value" type="text" maxlength="2000" autocomplete="off" value="2000"' in done.text


def test_a_program_splits_a_claim(anna):
    [entry] = [one for one in anna.claims(doc=REPORT) if one.claim.kind == "force_level"]
    given = {"claims": entry.claim.id, "by": "Ann", "values": {"quantity.value": 2000}, "others": {"quantity.value": 500}}
    made = anna.client.post("/api/split", json=given)
    assert made.status_code == 200, made.text
    assert [row["value"]["quantity"]["value"] for row in made.json()] == [2000, 500]
