"""Sites and gifts of an invented valley, as entries made by hand."""

from __future__ import annotations

from onrecord.model import Arg, Claim, Entry, Frozen, Kind, Location, Quantity, ReportCard, Span, Status, Time

IDS = {
    "Northland": ("x:northland", "NL"),
    "Vale": ("x:vale", "VA"),
    "Vale Army": ("x:vale-army", "VA"),
    "Southland": ("x:southland", "SL"),
    "Mill Camp": ("x:mill-camp", "VA"),
}


def entry(
    kind: Kind,
    args: dict[str, Arg],
    *,
    words: str | None = None,
    doc: str | None = None,
    outlet: str | None = None,
    published: str | None = "2031-06-01",
    quantity: Quantity | None = None,
    time: Time | None = None,
    status: Status = Status.ACTUAL,
    rule: str = "",
    marked: str = "",
    locations: dict[str, Location] | None = None,
) -> Entry:
    """A claim with its report. ``marked`` are the words of the sentence that give the amount; ids are those of the valley."""
    words = words or f"So it is told: {args} {quantity} {time} {status}."
    ids = {arg: IDS[name][0] for arg, name in args.items() if isinstance(name, str) and name in IDS}
    ids |= {f"{arg}.country": IDS[name][1] for arg, name in args.items() if isinstance(name, str) and name in IDS}
    begin = words.index(marked) if marked else 0
    spans = {"quantity": Span(begin, begin + len(marked))} if marked else {}
    doc = doc or f"{published}-{sum(map(ord, words))}"
    claim = Claim(
        doc, kind, Span(0, len(words)), Frozen(args), quantity, time, status=status, rule=rule, spans=Frozen(spans), ids=Frozen(ids),
        locations=Frozen(locations or {}),
    )  # fmt: skip
    return Entry(claim, ReportCard(doc, published=published, outlet=outlet or doc, added="2031-12-01T00:00:00+00:00"), words)


def site(
    action: str, site: str = "Mill Camp", *, actor: str | None = None, to: str | None = None, place: str | None = None, **more
) -> Entry:
    """A claim on a site."""
    args = {"site": site, "action": action, "actor": actor, "recipient": to, "place": place}
    return entry(Kind.SITE, {name: value for name, value in args.items() if value}, **more)


def gift(
    number: float | None = None,
    *,
    donor: str | None = "Northland",
    to: str | None = "Vale",
    action: str | None = "provided",
    goods: str | None = None,
    unit: str = "USD",
    quantity: Quantity | None = None,
    **more,
) -> Entry:
    """A claim on money or goods."""
    args = {"donor": donor, "recipient": to, "action": action, "goods": goods}
    quantity = quantity or (Quantity(value=number, unit=unit) if number is not None else None)
    return entry(Kind.ASSISTANCE, {name: value for name, value in args.items() if value}, quantity=quantity, **more)
