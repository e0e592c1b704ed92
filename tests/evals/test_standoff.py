"""Gold without texts: no sentence is in it, other texts are refused, and joined with the right ones it is the gold again."""

from __future__ import annotations

import json
import re

import pytest
from evals.data import Missing, load_lines, needed
from evals.standoff import FOLDER, LONGEST, detached, hashes_of, joined, main, quotes, read_texts

from evals import standoff

TEXT = "The army left the camp\non the eastern bank of the wide brown river. It did so within days of the publication of this story."
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
CLAIM = {
    "doc": "a",
    "kind": "force_change",
    "evidence": [0, 67],
    "args": {
        "actor": "army",
        "place": "the eastern bank of the wide brown river",
        "what": "men on the eastern bank of the wide brown river",
    },
    "time": {"text": "within days of the publication of this story", "start": None, "end": None, "type": "deadline"},
    "status": "actual",
    "source": None,
    "note": "optional: seen from afar",
}


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A stand-off gold of one claim, and a folder with its text."""
    monkeypatch.setattr(standoff, "FOLDER", tmp_path)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.json").write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
    report = {"doc": "a", "annotated_until": 90} | hashes_of(TEXT)
    (tmp_path / "reports.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text(json.dumps(detached(CLAIM, TEXT)) + "\n", encoding="utf-8")
    return tmp_path


def test_times_and_what_is_long_become_offsets_and_come_back():
    row = detached(CLAIM, TEXT)
    assert row["args"]["actor"] == "army"
    assert list(row["args"]["place"]) == ["at"]
    assert list(row["args"]["what"]) == ["parts"]
    assert list(row["time"]["text"]) == ["at"]
    assert (row["optional"], "note" in row) == (True, False)
    assert joined(row, TEXT) == {key: value for key, value in CLAIM.items() if key != "note"} | {"optional": True}


def test_words_within_the_evidence_go_before_the_same_words_elsewhere():
    text = "The fort fell in May. The town fell in May."
    row = detached({**CLAIM, "evidence": [22, 43], "args": {}, "time": {"text": "in May", "start": None, "end": None}}, text)
    assert row["time"]["text"] == {"at": [36, 42]}


@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        (TEXT, "right", 0),
        (TEXT.replace("\n", "\r\n"), "other blanks", 1),
        (TEXT.replace("army", "navy"), "other words", 1),
        (None, "missing", 1),
    ],
)
def test_each_text_is_said_to_be_right_or_what_it_is(folder, text, said, code, capsys):
    name = "a" if text is not None else "b"
    (folder / "texts" / "a.json").unlink()
    (folder / "texts" / f"{name}.txt").write_bytes((text or TEXT).encode())
    assert main(["verify", str(folder / "texts")]) == code
    assert capsys.readouterr().out.startswith(said)


def test_joined_with_its_text_the_gold_can_be_scored(folder, capsys):
    assert main(["join", str(folder / "texts"), "-o", str(folder / "gold")]) == 0
    [row] = load_lines(folder / "gold" / "claims.jsonl")
    assert row["args"] == CLAIM["args"]
    assert load_lines(folder / "gold" / "docs.jsonl") == [{"doc": "a", "annotated_until": 90}]
    assert "1 claims on 1 of 1 reports" in capsys.readouterr().out


def test_a_folder_without_texts_and_a_file_without_one_are_told(folder, capsys):
    (folder / "texts" / "a.json").write_text('{"id": "a"}', encoding="utf-8")
    assert main(["verify", str(folder / "texts")]) == 2
    assert "a.json: holds no text" in capsys.readouterr().err
    (folder / "texts" / "a.json").unlink()
    assert main(["join", str(folder / "texts"), "-o", str(folder)]) == 2
    assert "no text in it" in capsys.readouterr().err


def test_the_stand_off_gold_holds_what_its_readme_says():
    claims, reports = load_lines(FOLDER / "claims.jsonl"), load_lines(FOLDER / "reports.jsonl")
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    optional = sum(bool(row.get("optional")) for row in claims)
    assert f"{len(claims)} claims on {len(reports)} reports, {optional} of them optional" in readme
    assert {row["doc"] for row in claims} <= {row["doc"] for row in reports}
    for licence in {row["licence"] for row in reports} - {"OGL 3.0"}:
        assert licence in readme
    assert not any({"text", "title", "note"} & set(row) for row in [*claims, *reports])


def test_no_string_of_the_stand_off_gold_is_a_sentence():
    for name in ("claims.jsonl", "reports.jsonl"):
        strings = STRING.findall((FOLDER / name).read_text(encoding="utf-8"))
        assert max(len(string.split()) for string in strings) <= 2 * LONGEST


def test_the_stand_off_gold_quotes_no_report_and_is_the_gold_once_joined():
    try:
        folder = needed("eval", "claims")
    except Missing as missing:
        pytest.skip(f"the gold reports are missing: {missing}")
    texts, gold = read_texts(folder / "reports"), load_lines(folder / "dev.jsonl")
    rows = load_lines(FOLDER / "claims.jsonl")
    assert len(rows) == len(gold)
    for row, whole in zip(rows, gold, strict=True):
        strings = STRING.findall(json.dumps(row, ensure_ascii=False))
        assert not any(quotes(string, texts[row["doc"]]) for string in strings)
        again = joined(row, texts[row["doc"]])
        for field in ("kind", "evidence", "args", "args_alt", "quantity", "time", "time_alt", "announced", "status", "source"):
            assert again.get(field) == whole.get(field)
