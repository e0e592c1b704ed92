"""What goes wrong, as a page tells it: the status, what is said first, and the links that lead on."""

from __future__ import annotations

from starlette.requests import Request

from onrecord.errors import FormOutdated, LedgerError, LedgerLocked, MissingExtra, ReportWithdrawn, UnknownName, UploadTooLarge
from onrecord.web.links import address

HEADS = {
    400: "That cannot be asked so.",
    404: "The ledger does not know that.",
    410: "That was withdrawn.",
    500: "The ledger cannot be read.",
    413: "That is too large.",
    501: "That needs something that is not installed.",
    503: "The ledger is busy.",
}
"""What an error page says first."""


def code_of(error: Exception) -> int:
    """The HTTP status of an error.

    >>> code_of(UnknownName("actor", "Nobody")), code_of(LedgerError("a.db", "…"))
    (404, 500)
    """
    match error:
        case UnknownName():
            return 404
        case FormOutdated():
            return 403
        case UploadTooLarge():
            return 413
        case ReportWithdrawn():
            return 410
        case MissingExtra():
            return 501
        case LedgerLocked():
            return 503
        case LedgerError():
            return 500
    return 400


def instead_of(request: Request, error: Exception) -> list[tuple[str, str]]:
    """Links to the same page with a name that the ledger knows in place of the one that it does not."""
    if not isinstance(error, UnknownName):
        return []
    pairs = request.query_params.multi_items()
    found = []
    for name in error.near:
        changed = [(key, name if value.strip() == error.given else value) for key, value in pairs]
        if changed != pairs:
            grouped: dict[str, tuple[str, ...]] = {}
            for key, value in changed:
                grouped[key] = (*grouped.get(key, ()), value)
            found.append((name, address(request.url.path, grouped)))
        elif error.what == "claim":
            found.append((name, f"/claims/{name}"))
    return found
