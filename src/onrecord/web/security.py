"""What stands between the network and the pages: who may call, what may be written, and what a browser may do with an answer."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SAFE = ("GET", "HEAD", "OPTIONS")
TOKEN = "onrecord_token"
"""The cookie by which a browser shows that it may write; ``/enter?token=…`` sets it."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in: the ``names`` that a browser may call this host by, the ``token`` that writing needs, if any.

    With ``numbers``, any numeric address is a name too: no other site can make a browser call us by one (DNS rebinding).
    """

    names: tuple[str, ...] = LOOPBACK
    token: str | None = None
    numbers: bool = False

    def knows(self, host: str) -> bool:
        """Whether the Host header of a request names us.

        >>> Rules().knows("localhost:8000"), Rules().knows("[::1]:8000"), Rules().knows("news.example")
        (True, True, False)
        """
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        return name in self.names or (self.numbers and _is_number(name))

    def may_write(self, cookies: Iterable[str]) -> bool:
        """Whether a request with these cookie headers may change the ledger; on loopback without a token, whoever may call."""
        if self.token is None:
            return True
        shown = (cookie_parser(line).get(TOKEN, "") for line in cookies)
        return any(hmac.compare_digest(one.encode(), self.token.encode()) for one in shown)


class Guard:
    """Lets in requests that may come, and sends every answer with the headers that keep a browser from running anything else."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request, and pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(scope["method"], Headers(scope=scope))
        await (refused or self.app)(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if not self.rules.knows(host):
            return PlainTextResponse(
                "This server does not go by that name. Open it by the address that onrecord serve printed, or allow the name: "
                "onrecord serve --name NAME\n",
                status_code=421,
            )
        if method in SAFE:
            return None
        if not is_from_here(headers, host):
            return PlainTextResponse(
                "This form was sent from another site, and was not taken. Open the page itself and send it again.\n",
                status_code=403,
            )
        if not self.rules.may_write(headers.getlist("cookie")):
            return PlainTextResponse(
                "Writing needs the token. Open the address with /enter?token=… that onrecord serve printed.\n", status_code=403
            )
        return None


def is_from_here(headers: Headers, host: str) -> bool:
    """Whether a request that writes was sent by one of our own pages, or by a program that is no browser.

    Browsers say where a form was sent from (Sec-Fetch-Site, Origin); what says another site is not ours.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    try:
        return origin is None or urlsplit(origin).netloc == host
    except ValueError:
        return False


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
