"""Assistance as tables for the terminal: pledged beside provided, then each total with its amounts, and what was not added and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.model import Fact, Quantity
from onrecord.model.answers import correction_of
from onrecord.model.assistance import CONTESTED, Amount, Assistance, AssistancePair, AssistanceTotal, LeftOut, LeftOutFor
from onrecord.views.harmless import one_line
from onrecord.views.holdings import sources
from onrecord.views.tables import DATED_BY_REPORT, STATUS_STYLES, counted, empty, heading, new_table, note, room_of, stacked
from onrecord.views.wording import (
    UNKNOWN,
    bounds_words,
    broken,
    interval_words,
    quantity_words,
    source_words,
    status_words,
    unit_words,
)

NONE_FITS = "No report in this ledger tells of assistance that fits. If you set filters, ask with fewer; or add more reports: onrecord add FILE"
NUMBER = 15
"""The width of a column of sums: ten thousand million, and a sign."""


def table_of_assistance(answer: Assistance, *, width: int = 80) -> RenderableType:
    """What is pledged beside what is provided, and then every total with the sentences behind it."""
    if not (answer.pairs or answer.unnumbered or answer.denied):
        return empty(NONE_FITS)
    parts: list[RenderableType] = [heading(_title(answer))]
    beside = [pair for pair in answer.pairs if pair.pledged or pair.planned or pair.provided]
    if beside:
        parts.append(_beside(beside))
    if answer.alike:
        parts += [
            heading("In different rows, and may be one gift", minor=True),
            *[note(_alike(facts)) for facts in answer.alike],
        ]
    if answer.pairs:
        parts += [heading("Each amount", minor=True), _each(answer.pairs, width)]
    if any(_is_by_report(amount) for pair in answer.pairs for total in pair.totals for amount in _amounts(total)):
        parts.append(note(DATED_BY_REPORT))
    for name, facts in (("How much is not told", answer.unnumbered), ("Not given, or stopped", answer.denied)):
        if facts:
            parts += [heading(f"{name}: {counted(len(facts), 'fact')}", minor=True), _plain(facts, width)]
    return Group(*parts, *[note(words) for words in answer.notes])


def pair_words(pair: AssistancePair) -> str:
    """Donor, recipient and unit; who is not told is "—".

    >>> pair_words(AssistancePair("Northland", None, "USD"))
    'Northland → —, USD'
    """
    unit = unit_words(Quantity(value=2, unit=pair.unit)) if pair.unit else "without a unit"
    return one_line(f"{pair.donor or UNKNOWN} → {pair.recipient or UNKNOWN}, {unit}")


def sum_words(total: AssistanceTotal) -> str:
    """The sum of what is certainly distinct, within its bounds.

    >>> from onrecord.model import Status
    >>> sum_words(AssistanceTotal("provided", Status.ACTUAL, lower=5000, upper=5000, approx=True))
    '≈5,000'
    >>> sum_words(AssistanceTotal("provided", Status.ACTUAL, lower=5000)), sum_words(AssistanceTotal("provided", Status.ACTUAL))
    ('≥ 5,000', '—')
    """
    if total.lower is not None and total.lower == total.upper:
        return bounds_words(total.lower, None, None, approx=total.approx)
    return bounds_words(None, total.lower, total.upper, approx=total.approx)


def amount_words(amount: Amount) -> str:
    """An amount as it was stated."""
    if amount.low is not None and amount.low == amount.high:
        return bounds_words(amount.low, None, None, approx=amount.approx)
    return bounds_words(None, amount.low, amount.high, approx=amount.approx)


def left_out_words(left: LeftOut) -> str:
    """Why an amount is not added.

    >>> from onrecord.model.assistance import LeftOutFor
    >>> [REASONS[reason] for reason in (LeftOutFor.REPEAT, LeftOutFor.PART)]
    ['may repeat', 'part of']
    """
    reason = REASONS[left.reason]
    by = correction_of(left.amount.fact)
    numbers = f" {_numbers(left.of)}," if left.of and left.reason is not LeftOutFor.WITHDRAWN else ""
    of = (
        f"{numbers} {source_words(left.of.report)}"
        if left.of
        else f" on {by.report.published}"
        if by and by.report.published
        else ""
    )
    told = "in the upper bound only" if left.reason in CONTESTED else "not added"
    return one_line(f"{told}: {reason}{of}")


REASONS = {
    LeftOutFor.DISPUTED: "may be the same gift, told otherwise as",
    LeftOutFor.WITHIN: "may be within",
    LeftOutFor.WHOLE: "may hold what is counted, such as",
    LeftOutFor.REPEAT: "may repeat",
    LeftOutFor.ROUNDING: "may be, rounded,",
    LeftOutFor.PART: "part of",
    LeftOutFor.RUNNING_TOTAL: "a running total, which holds what was given before",
    LeftOutFor.RECURRING: "so much time after time",
    LeftOutFor.CORRECTED: "corrected",
    LeftOutFor.WITHDRAWN: "withdrawn,",
}


def _title(answer: Assistance) -> str:
    sides = [f" {word} {name}" for word, name in (("by", answer.donor), ("to", answer.recipient), ("in", answer.place)) if name]
    days = interval_words(answer.since, answer.until) if answer.since or answer.until else ""
    return f"Assistance{''.join(sides)}{f', {days}' if days else ''}, as known on {answer.known}"


def _beside(pairs: Sequence[AssistancePair]) -> Table:
    rows = [[_cell(totals) for totals in (pair.pledged, pair.planned, pair.provided)] for pair in pairs]
    names = ("Pledged", "To be provided", "Provided")
    wide = [
        max(len("provided"), *(len(line) for row in rows for line in row[at].plain.splitlines())) for at in range(len(names))
    ]
    table = new_table(("From and to", None), *zip(names, wide, strict=True), right=names)
    for pair, cells in zip(pairs, rows, strict=True):
        table.add_row(Text(pair_words(pair)), *cells)
    return table


def _cell(totals: Sequence[AssistanceTotal]) -> Text:
    """The sums of a column, each of a period with it; a running total that is stated stands below."""
    lines: list[Text] = []
    for total in totals:
        if total.counted or not total.stated:
            lines += [Text(words, style=STATUS_STYLES[total.status]) for words in _bound_lines(total)]
        lines += [Text(words, style="dim") for words in _period_lines(total)]
        lines += [Text(words) for amount in total.stated for words in ("stated total", amount_words(amount))]
    return stacked(*lines) if lines else Text(UNKNOWN, style="dim")


def _bound_lines(total: AssistanceTotal) -> list[str]:
    """The sum, its bounds on a line each where they are two: no number is ever broken."""
    return broken(sum_words(total), NUMBER).splitlines()


def _period_lines(total: AssistanceTotal) -> list[str]:
    if not total.is_period:
        return []
    if total.start and total.end and total.start != total.end:
        return [f"{total.start} to", total.end]
    return [interval_words(total.start, total.end)]


def _alike(facts: Sequence[Fact]) -> str:
    """Rows that may tell of one gift."""
    sides = (f"{fact.claim.arg('donor') or UNKNOWN} → {fact.claim.arg('recipient') or UNKNOWN}" for fact in facts)
    return f"{quantity_words(facts[0].claim.quantity)}: {'; '.join(sides)}"


def _each(pairs: Iterable[AssistancePair], width: int) -> Table:
    """Every total with its amounts, and what was not added to it."""
    table = new_table(("When", 13), ("Amount", NUMBER), ("What, and who says so", None), right=("Amount",))
    for number, pair in enumerate(pairs):
        if number:
            table.add_row("", "", "")
        table.add_row("", "", Text(pair_words(pair), style="bold"))
        for total in pair.totals:
            _add_total(table, total, room_of(width, 13, NUMBER))
    return table


def _add_total(table: Table, total: AssistanceTotal, room: int) -> None:
    style = STATUS_STYLES[total.status]
    act = (total.action or "given").replace("_", " ")
    what = Text.assemble((f"{status_words(total.status)}: {act}", style), (_made_of(total), "default"))
    if len(total.counted) == 1 and not total.contested:
        _add_row(
            table, total.counted[0], [what, *_goods(total.counted[0]), *sources([total.counted[0].fact], room)], style=style
        )
    else:
        when = interval_words(total.start, total.end) if total.is_period else ""
        table.add_row(when, stacked(*(Text(words, style=f"{style} underline") for words in _bound_lines(total))), what)
        for amount in total.counted:
            _add_row(table, amount, [*_goods(amount), *sources([amount.fact], room)])
    for left in total.left_out:
        why = Text(left_out_words(left), style="magenta")
        _add_row(table, left.amount, [why, *_goods(left.amount), *sources([left.amount.fact], room)], style="dim")


def _add_row(table: Table, amount: Amount, lines: list[Text], *, style: str = "default") -> None:
    table.add_row(_when(amount), Text(broken(amount_words(amount), NUMBER), style=style), stacked(*lines))


def _goods(amount: Amount) -> list[Text]:
    goods = amount.fact.claim.arg("goods")
    return [Text(one_line(goods))] if goods else []


def _made_of(total: AssistanceTotal) -> str:
    number = len(total.counted)
    if total.contested:
        return f", {number:,} certain and {len(total.contested):,} that may be the same money{_stated(total)}"
    made = "" if number == 1 else f", sum of {number}" if number else ", nothing that is certainly distinct"
    return made + _stated(total)


def _stated(total: AssistanceTotal) -> str:
    return "".join(f"; stated total {amount_words(amount)}" for amount in total.stated)


def _when(amount: Amount) -> str:
    when = interval_words(amount.start, amount.end, deadline=not amount.is_period)
    return f"{when}*" if _is_by_report(amount) else f"announced {when}" if amount.dated_by == "announced" else when


def _is_by_report(amount: Amount) -> bool:
    return amount.dated_by == "published"


def _amounts(total: AssistanceTotal) -> list[Amount]:
    return [*total.counted, *(left.amount for left in total.left_out)]


def _plain(facts: Sequence[Fact], width: int) -> Table:
    table = new_table(("Reported", 13), ("What, and who says so", None))
    for fact in facts:
        claim = fact.claim
        what = f"{claim.arg('donor') or UNKNOWN} → {claim.arg('recipient') or UNKNOWN}: {claim.arg('goods') or claim.arg('action') or UNKNOWN}"
        status = Text(status_words(claim.status, claim.stage), style=STATUS_STYLES[claim.status])
        table.add_row(
            fact.report.published or UNKNOWN, stacked(status, Text(one_line(what)), *sources([fact], room_of(width, 13)))
        )
    return table


def _numbers(fact: Fact) -> str:
    quantity = fact.claim.quantity
    if quantity is None:
        return ""
    value = quantity.value if quantity.value is not None else quantity.delta
    return bounds_words(value, quantity.low, quantity.high, approx=quantity.approx)
