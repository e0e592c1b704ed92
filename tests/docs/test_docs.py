"""The documents: their commands run and print what they show, their links lead somewhere, and nothing is left undocumented."""

import inspect
import re
import subprocess
from pathlib import Path

import doc_console
import make_docs
import pytest
from doc_cli import parameters_of

import onrecord.errors
from onrecord.cli.app import COMMANDS
from onrecord.errors import OnRecordError
from onrecord.model import SPECS, Kind, Stage, Status, TimeType

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TEXT_FILES = frozenset(
    {".py", ".md", ".toml", ".csv", ".txt", ".html", ".j2", ".css", ".json", ".jsonl", ".rss", ".atom", ".yml", ""}
)
MACHINE_PATH = re.compile(r"(?<![\w.:/<*-])/(?:work|tmp|root|home|Users|mnt)/\w")
REGISTRIES = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.", "artifact" + "ory", "nexus" + r"\."))
)
ERRORS = [error for _, error in inspect.getmembers(onrecord.errors, inspect.isclass) if issubclass(error, OnRecordError)]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchor_of(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def text_files() -> list[Path]:
    """The text files of the repository, as git lists them, or those of the source distribution."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    parts = ("src", "tests", "docs", "scripts", "evals", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "NOTICE", "Makefile")
    names = listed.stdout.splitlines() or [
        str(p.relative_to(ROOT)) for part in parts for p in [ROOT / part, *(ROOT / part).rglob("*")]
    ]
    return [path for name in names if (path := ROOT / name).is_file() and path.suffix in TEXT_FILES]


@pytest.mark.parametrize("name", make_docs.RUN)
def test_the_commands_of_a_document_run_and_print_what_it_shows(name: str, tmp_path: Path):
    checked = doc_console.run_document(name, text_of(ROOT / name), tmp_path)
    assert checked.ran > 8
    assert not checked.problems, "\n".join([*checked.problems, "Read the difference that scripts/make_docs.py --write makes."])


@pytest.mark.parametrize("path", make_docs.documents(), ids=lambda path: path.name)
def test_what_is_made_from_the_program_is_current(path: Path):
    assert text_of(path) == make_docs.generated()[path], "run scripts/make_docs.py --write"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_within_the_repository_leads_somewhere(path: Path):
    for link in LINK.findall(text_of(path)):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), f"{path.name} links to {link}"
        if anchor:
            assert anchor in {anchor_of(heading) for heading in HEADING.findall(text_of(file))}, f"{path.name} links to {link}"


def test_no_file_names_a_path_of_somebodys_machine():
    found = [f"{path.relative_to(ROOT)}: {hit[0]}" for path in text_files() for hit in MACHINE_PATH.finditer(text_of(path))]
    assert not found


def test_no_file_names_the_host_of_a_package_registry():
    found = [f"{path.relative_to(ROOT)}: {hit[0]}" for path in text_files() for hit in REGISTRIES.finditer(text_of(path))]
    assert not found


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        ("see /" + "work/main/README.md", MACHINE_PATH),
        ("open('/" + "tmp/x.db')", MACHINE_PATH),
        ("https://" + "pypi" + ".org/simple", REGISTRIES),
    ],
)
def test_the_guards_see_what_they_guard_against(line: str, pattern: re.Pattern[str]):
    assert pattern.search(line)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_documented_with_its_args(kind: Kind):
    row = re.search(rf"^\| `{kind.value}` \|.*$", text_of(ROOT / "docs" / "format.md"), re.MULTILINE)
    assert row
    assert all(arg in row[0] for arg in SPECS[kind].args)


@pytest.mark.parametrize("value", [*Status, *Stage, *TimeType])
def test_every_status_stage_and_type_of_time_is_documented(value: str):
    assert f"`{value}`" in text_of(ROOT / "docs" / "format.md")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_is_documented(error: type[OnRecordError]):
    assert f"| `{error.__name__}`" in text_of(ROOT / "docs" / "errors.md")


@pytest.mark.parametrize("command", [command for _, command, _ in COMMANDS], ids=lambda command: command.__name__)
def test_every_command_and_its_environment_is_documented_and_used_in_the_tutorial(command):
    assert f"\n## {command.__name__}\n" in text_of(ROOT / "docs" / "cli.md")
    assert f"$ onrecord {command.__name__} " in text_of(ROOT / "docs" / "tutorial.md")
    for parameter in parameters_of(command):
        if parameter.info.envvar:
            assert f"`{parameter.info.envvar}`" in text_of(ROOT / "docs" / "errors.md")


def test_every_environment_variable_that_the_code_reads_is_documented():
    code = "".join(text_of(path) for folder in ("src", "evals") for path in (ROOT / folder).rglob("*.py"))
    named = set(re.findall(r"\bONRECORD_[A-Z_]+", code))
    assert {"ONRECORD_LEDGER", "ONRECORD_EVAL_DATA"} <= named
    assert all(f"`{name}`" in text_of(ROOT / "docs" / "errors.md") for name in named)


@pytest.mark.parametrize(
    ("shown", "fits"),
    [
        (["a", "...", "d"], True),
        (["...", "c", "d"], True),
        (["a", "b", "c", "d"], True),
        (["a", "d"], False),
        (["a", "..."], True),
        (["a", "...", "x"], False),
        (["b", "..."], False),
    ],
)
def test_shown_output_must_be_printed_but_for_what_is_cut(shown: list[str], fits: bool):
    assert doc_console.is_printed(shown, ["a", "b", "c", "d"]) is fits


def test_a_document_that_shows_something_else_than_is_printed_is_noticed(tmp_path: Path):
    text = "```console\n$ onrecord --version\nonrecord 9.9\n$ onrecord nosuch\n```\n"
    checked = doc_console.run_document("page", text, tmp_path)
    assert [problem.split(": ")[1] for problem in checked.problems] == [
        "prints something else than what is shown",
        "exit code 2",
    ]
