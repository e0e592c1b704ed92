"""Commands for analysts: judge claims, undo a judgement, list them, read reports again, and score this version by them."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import console
from onrecord.cli.opening import opened, opened_to_write
from onrecord.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Model, Names
from onrecord.model import Act, Kind

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import Claim, Judgement

ActArgument = Annotated[Act, typer.Argument(help="What to do.", metavar="ACT", show_default=False)]
ClaimIds = Annotated[
    list[str] | None, typer.Argument(metavar="CLAIM", help="Claims, by the beginning of their ids.", show_default=False)
]
By = Annotated[str | None, typer.Option("--by", envvar="ONRECORD_ANALYST", help="Who judges; your user name if left out.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in your words.", show_default=False)]
Values = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        help="A value as it should be: place=Kuwait, quantity.to=2500, time.end=2021-01-15, status=planned; empty takes it away.",
        metavar="NAME=VALUE",
        show_default=False,
    ),
]
SplitClaim = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim, by the beginning of its id.", show_default=False)]
Into = Annotated[
    list[str],
    typer.Option(
        "--into",
        help="What one of the parts tells otherwise than the claim, parted by bars: 'actor=Spain|quantity.delta=200'. Give it for each part.",
        metavar="NAME=VALUE|…",
        show_default=False,
    ),
]
OfReport = Annotated[str | None, typer.Option("--report", help="To add a claim: its report.", show_default=False)]
OfKind = Annotated[Kind | None, typer.Option("--kind", help="To add a claim: its kind.", show_default=False)]
OfWords = Annotated[
    str | None, typer.Option("--words", help="To add a claim: the words of the report that make it.", show_default=False)
]
JudgementId = Annotated[
    str, typer.Argument(metavar="JUDGEMENT", help="A judgement, by the beginning of its id, or 'last'.", show_default=False)
]
OneClaim = Annotated[str | None, typer.Option("--claim", help="Only on this claim.", show_default=False)]
OneReport = Annotated[str | None, typer.Option("--report", help="Only on this report.", show_default=False)]
ReportIds = Annotated[
    list[str] | None, typer.Argument(metavar="REPORT", help="Reports to read again; all if left out.", show_default=False)
]
OnlyLook = Annotated[bool, typer.Option("--only-look", help="Say what would change, and change nothing.")]
Lost = Annotated[bool, typer.Option("--lost", help="Only those whose claim cannot be told any more.")]


def judge(
    act: ActArgument,
    claims: ClaimIds = None,
    by: By = None,
    why: Why = "",
    set_: Values = None,
    report: OfReport = None,
    kind: OfKind = None,
    words: OfWords = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Accept, reject or correct a claim, merge or part claims, add one, or comment. Nothing is overwritten: each can be undone."""
    from onrecord.ledger import judge, undo

    ids, values = claims or [], _values(set_ or [])
    _expect_used(act, ids, values, {"--report": report, "--kind": kind, "--words": words})
    with opened_to_write(ledger) as book:
        if act is Act.UNDO:
            made = undo(book, ids[0], by=_analyst(by), why=why)
        else:
            value = _value(book, act, ids, values, report=report, kind=kind, words=words)
            made = judge(book, act, ids, by=_analyst(by), why=why, value=value)
    _tell(made, json=json)


def split(
    claim: SplitClaim,
    into: Into,
    by: By = None,
    why: Why = "",
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Split a claim whose sentence says several things into as many: what is told of each stands in its place; undone as one."""
    from onrecord.ledger import claim_as_set, split
    from onrecord.views.judged import split_words

    with opened_to_write(ledger) as book:
        parts = [claim_as_set(book, claim, _values(one.split("|"), "--into")) for one in into]
        made = split(book, claim, parts, by=_analyst(by), why=why)
    if json:
        console.print_json(made)
    else:
        console.show(split_words(made))


def undo(
    judgement: JudgementId, by: By = None, why: Why = "", ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False
) -> None:
    """Undo a judgement; the undoing is a judgement too, and can be undone."""
    from onrecord.ledger import undo as take_back

    with opened_to_write(ledger) as book:
        made = take_back(book, judgement, by=_analyst(by), why=why)
    _tell(made, json=json)


def judgements(
    claim: OneClaim = None,
    report: OneReport = None,
    lost: Lost = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """What analysts decided, in the order in which they did, and what has become of each decision."""
    from onrecord.ledger import judgements_of
    from onrecord.views.judged import table_of_judgements

    with opened(ledger) as book:
        found = judgements_of(book, claim=claim, report=report)
    shown = tuple(one for one in found if not lost or one.is_lost)
    if json:
        console.print_json(shown)
    else:
        console.show(table_of_judgements(shown, width=console.width()))


def reread(
    reports: ReportIds = None,
    only_look: OnlyLook = False,
    names: Names = None,
    model: Model = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Read reports of the ledger again with this version, and show what it gains, loses and changes; judgements stay."""
    from onrecord.pipeline import Extractor
    from onrecord.pipeline.again import reread_all
    from onrecord.views.judged import rereading

    with opened_to_write(ledger) as book:
        extractor = Extractor(model=model, names=names or ())
        done = tuple(reread_all(book, extractor, reports or (), keep=not only_look))
    if json:
        console.print_json(done)
    else:
        console.show(rereading(done, width=console.width(), kept=not only_look))


def evaluate(names: Names = None, model: Model = None, ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """Score this version by the judgements of the ledger: what analysts accepted, corrected, added and rejected."""
    from onrecord.pipeline import Extractor
    from onrecord.pipeline.again import evaluate as compare
    from onrecord.views.judged import evaluation_text

    with opened(ledger) as book:
        row = compare(book, Extractor(model=model, names=names or ())).figures
    if json:
        console.print_json(row)
    else:
        console.show(evaluation_text(row))


def _expect_used(act: Act, ids: list[str], values: dict[str, str], of_added: dict[str, str | None]) -> None:
    """See that the act uses all that is given, and has what it needs."""
    if values and act not in (Act.CORRECT, Act.ADD):
        says = f"{act} changes no value. Correct the claim: onrecord judge correct CLAIM --set NAME=VALUE, which accepts all else of it."
        raise typer.BadParameter(says, param_hint="--set")
    if act is not Act.ADD and (given := [option for option, value in of_added.items() if value is not None]):
        raise typer.BadParameter(f"only a claim that is added takes it, not {act}.", param_hint=", ".join(given))
    if act is Act.CORRECT and not values:
        says = "say what the claim should have otherwise: onrecord judge correct CLAIM --set quantity.to=2500"
        raise typer.BadParameter(says, param_hint="--set")
    if act is Act.UNDO and len(ids) != 1:
        says = f"name one judgement, not {len(ids)}, by the beginning of its id, or 'last'. onrecord judgements lists them."
        raise typer.BadParameter(says, param_hint="undo")


def _tell(made: Judgement, *, json: bool) -> None:
    from onrecord.views.judged import judged_words

    if json:
        console.print_json(made)
    else:
        console.show(judged_words(made))


def _analyst(given: str | None) -> str:
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise typer.BadParameter("this system gives you no user name. Say who judges.", param_hint="--by") from error


def _values(given: list[str], option: str = "--set") -> dict[str, str]:
    for pair in given:
        if "=" not in pair:
            raise typer.BadParameter(f"{pair!r} has no '='. Write NAME=VALUE, as in place=Kuwait.", param_hint=option)
    pairs = [(name.strip(), value) for name, _, value in (pair.partition("=") for pair in given)]
    names = [name for name, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        says = f"{twice!r} is given twice. Give it once; where a value is a list, ';' parts its members: parties=Iraq; Turkey."
        raise typer.BadParameter(says, param_hint=option)
    return dict(pairs)


def _value(
    book: Ledger, act: Act, ids: list[str], values: dict[str, str], *, report: str | None, kind: Kind | None, words: str | None
) -> Claim | None:
    """The claim as it should be, for the acts that want one."""
    from onrecord.ledger import claim_as_set, claim_by_hand

    if act is Act.CORRECT and len(ids) == 1:
        return claim_as_set(book, ids[0], values)
    if act is Act.ADD and report and kind and words:
        return claim_by_hand(book, report, kind, words, values)
    if act is Act.ADD:
        raise typer.BadParameter("to add a claim, give its --report, its --kind and its --words.", param_hint="add")
    return None
