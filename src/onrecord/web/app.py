"""The application: a route for each page and its data, what goes wrong told as a page, and the guard in front of all."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from difflib import get_close_matches
from importlib.resources import files
from os import PathLike
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote

from anyio import to_thread
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import BadQuestion, LedgerError, OnRecordError
from onrecord.ledger import MOST_OF_ONE, Crowd, Newest, crowds, extent, withdrawn_notes
from onrecord.resting import collector_at_rest
from onrecord.views.harmless import escaped_json
from onrecord.views.typefaces import FONTS
from onrecord.web.action import Action
from onrecord.web.actions import ACTIONS
from onrecord.web.bodies import Given, read_form, read_object
from onrecord.web.books import Book
from onrecord.web.dating import ready_dates
from onrecord.web.desk import REVIEWER, Desk
from onrecord.web.links import Links, address
from onrecord.web.openapi import openapi_of
from onrecord.web.page import ROWS, TURNING, Download, Page, leaf_of
from onrecord.web.pages import PAGES
from onrecord.web.params import ALL, Asked, missing, read_params
from onrecord.web.rendering import environment, render, reviewed_words
from onrecord.web.security import TOKEN, Guard, Rules
from onrecord.web.wrongs import HEADS, code_of, instead_of

THREADS = 8
"""Requests that are answered at once."""
LOOKED = 500
"""Claims that a page and its data are told from where nobody says how many."""
YEAR = 365 * 86_400
NOTHING = Given()
TOLD_IN_PART = "X-Told-In-Part"
"""The header that names the reports of which an answer leaves out claims."""
TOLD_FROM = "X-Told-From"
"""The header with the day since which what became known is told, where there is more than is told; ``IN_PART`` where that day has
very many itself, and only what was taken in last is told of it."""
IN_PART = "; in-part"
STATIC = files("onrecord.web") / "static"
log = logging.getLogger("onrecord.web")


def create_app(
    path: str | PathLike[str],
    *,
    rules: Rules | None = None,
    pages: Sequence[Page] = PAGES,
    actions: Sequence[Action] = ACTIONS,
) -> Guard:
    """The web face of the ledger at this path, as an ASGI application. ``rules`` say who is let in: by default this machine alone."""
    face = Face(Book(Path(path)), rules or Rules(), tuple(pages), tuple(actions))
    app = Starlette(
        routes=face.routes(),
        exception_handlers={OnRecordError: face.on_error, HTTPException: face.on_http, Exception: face.on_crash},
        lifespan=face.lifespan,
    )
    return Guard(app, face.rules)


class Face:
    """The pages of one ledger."""

    def __init__(self, book: Book, rules: Rules, pages: Sequence[Page], actions: Sequence[Action]) -> None:
        self.book = book
        self.desk = Desk(book)
        self.actions = actions
        self.rules = rules
        self.pages = pages
        self.described = openapi_of(pages, actions)

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """A few threads for all requests, and one more that counts the ledger before anybody asks."""
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        Thread(target=self._warm_up, daemon=True).start()
        yield
        self.book.close()

    def _warm_up(self) -> None:
        """Ask for the overview, which takes long of a large ledger the first time, and make the templates and the reading of dates ready."""
        for page in self.pages:
            if page.is_shown:
                environment().get_template(page.template)
        with suppress(OnRecordError):
            self._extent()
            self.answer(self.pages[0], {})
        ready_dates()

    def routes(self) -> list[BaseRoute]:
        """All routes: of each page the page itself, its data, and its files."""
        found: list[BaseRoute] = [
            Route("/api/openapi.json", self._describe),
            Route("/enter", self._enter),
            Mount("/static/fonts", StaticFiles(directory=str(FONTS)), name="fonts"),
            Mount("/static", StaticFiles(directory=str(STATIC)), name="static"),
        ]
        for action in self.actions:
            found.append(Route(action.path, self._form(action), methods=["POST"]))
            found.append(Route(action.api, self._sent(action), methods=["POST"]))
        for page in self.pages:
            found += [Route(f"{page.path}.{one.ending}", self._download(page, one)) for one in page.downloads]
            found += [Route(page.path, self._page(page))] if page.is_shown else []
            found.append(Route(page.api, self._api(page)))
        return found

    def _page(self, page: Page) -> Callable[[Request], Response]:
        def show(request: Request) -> Response:
            with collector_at_rest():
                return self._shown(request, page, read_asked(page, request))

        return show

    def _shown(
        self, request: Request, page: Page, asked: Asked, *, problem: str = "", given: Given = NOTHING, code: int = 200
    ) -> Response:
        """A page with its answer; with a ``problem``, as it stands after a form that could not be taken, and what was ``given``."""
        since = self._looked_from(page, asked)
        answer = self.answer(page, asked, since=since)
        notes = self.book.answer(("notes", asked.get("known"), asked.get("added")), lambda ledger: _notes(ledger, asked))
        context = self.context(request, page=page, asked=asked) | {
            "answer": answer,
            "lacks": missing(page.params, asked),
            "reviewed": reviewed_words(answer),
            "notes": notes,
            "looked_from": since,
            "crowds": self._crowds(page),
            "most_of_one": MOST_OF_ONE,
            "looked": asked.get("looked", LOOKED),
            "problem": problem,
            "sent": given,
            **page.more(answer, asked),
        }
        return HTMLResponse(render(page.template, context), status_code=code)

    def _form(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        """Takes a form of one of our own pages; the browser then goes on to the page that comes next."""

        async def take(request: Request) -> Response:
            given = await read_form(request)
            return await run_in_threadpool(self._taken, request, action, given)

        return take

    def _taken(self, request: Request, action: Action, given: Given) -> Response:
        page = next(one for one in self.pages if one.name == action.page)
        try:
            self.desk.expect_own(given)
            answer: Response = RedirectResponse(action.do(self.desk, given).where, status_code=303)
        except OnRecordError as error:
            try:
                answer = self._shown(request, page, action.asked(given), problem=str(error), given=given, code=code_of(error))
            except OnRecordError:
                raise error from None
        if given.one("by"):
            answer.set_cookie(REVIEWER, quote(given.one("by")[:100]), httponly=True, samesite="strict", max_age=YEAR)
        return answer

    def _sent(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        """Takes a JSON object of a program."""

        async def take(request: Request) -> Response:
            given = await read_object(request)
            done = await run_in_threadpool(action.do, self.desk, given)
            return _json(done.answer)

        return take

    def _api(self, page: Page) -> Callable[[Request], Response]:
        def tell(request: Request) -> Response:
            with collector_at_rest():
                return self._data(page, read_asked(page, request))

        return tell

    def _data(self, page: Page, asked: Asked) -> Response:
        """A page's answer as JSON, of a list the stretch that is asked for."""
        lacks = missing(page.params, asked)
        if lacks:
            return _problem(400, "BadQuestion", f"{lacks[0].name}: it is needed. {lacks[0].says}")
        since = self._looked_from(page, asked)
        answer = self.answer(page, asked, since=since)
        headers = self._told_in_part(page) | ({TOLD_FROM: _since_when(since)} if since else {})
        if not page.listed and page.part_of is None:
            return _json(page.to_json(answer), headers=headers)
        if page.part_of is not None:
            given, leaf = page.part_of(answer, asked)
        else:
            leaf = leaf_of(answer, asked, per=asked.get("limit", ROWS))
            given = page.to_json(leaf.rows)
        headers["X-Total-Count"] = str(leaf.total)
        if leaf.number < leaf.leaves:
            headers["Link"] = f'<{address(page.api, {**asked, "page": leaf.number + 1})}>; rel="next"'
        return _json(given, headers=headers)

    def _download(self, page: Page, download: Download) -> Callable[[Request], Response]:
        def give(request: Request) -> Response:
            asked = read_asked(page, request)
            lacks = missing(page.params, asked)
            if lacks:
                raise BadQuestion(lacks[0].name, "it is needed", lacks[0].says)
            given = download.render(self.answer(page, asked), asked)
            name = f"onrecord-{page.name}.{download.ending}"
            headers = {"Content-Disposition": f'attachment; filename="{name}"'} | self._told_in_part(page)
            media = download.media if isinstance(given, bytes) else f"{download.media}; charset=utf-8"
            return Response(given, media_type=media, headers=headers)

        return give

    def answer(self, page: Page, asked: Asked, *, since: Newest | None = None) -> Any:
        """What the ledger answers to a page's question, by what became known ``since`` then; leafing through it is no part of that."""
        if page.ask_desk is not None:
            return page.ask_desk(self.desk, asked)
        question = {name: value for name, value in asked.items() if name not in TURNING}
        key = (page.name, since, tuple(sorted(question.items())))
        cuts = tuple((crowd.report, crowd.cut) for crowd in self._crowds(page))
        return self.book.answer(
            key, lambda ledger: page.ask((ledger.from_day(*since) if since else ledger).cut(cuts), question)
        )

    def _crowds(self, page: Page) -> tuple[Crowd, ...]:
        """The reports of which a page tells only the first claims, as they make so many."""
        if page.told_whole or page.ask_desk is not None:
            return ()
        found: tuple[Crowd, ...] = self.book.answer("crowds", crowds)
        return found

    def _told_in_part(self, page: Page) -> dict[str, str]:
        found = self._crowds(page)
        return {TOLD_IN_PART: ", ".join(quote(crowd.id) for crowd in found[:20])} if found else {}

    def _looked_from(self, page: Page, asked: Asked) -> Newest | None:
        """From where on a page looks at claims, where it would have to look at very many; ``None`` where it looks at all."""
        if page.looks_at is None or missing(page.params, asked):
            return None
        looks_at, many = page.looks_at, asked.get("looked", LOOKED)
        if many == ALL:
            return None
        with self.book.reading() as ledger:
            wanted = looks_at(ledger, asked)
            found: Newest | None = self.book.answer(
                ("looked", wanted, many), lambda book: book.newest_of(wanted, many), of=ledger
            )
        return found

    def context(self, request: Request, *, page: Page | None, asked: Mapping[str, Any]) -> dict[str, Any]:
        """What every page's frame shows."""
        path = request.url.path
        known = {param.name: None for param in page.params} if page else {}
        return {
            "page": page,
            "asked": {**known, **asked},
            "links": Links(
                path, {name: value for name, value in asked.items() if f"{{{name}}}" not in (page.path if page else "")}
            ),
            "menu": [one for one in self.pages if one.in_nav],
            "ledger_name": self.book.path.name,
            "extent": self._extent(),
            "form_key": self.desk.key,
            "may_write": self.rules.may_write(request.headers.getlist("cookie")),
            "reviewer": unquote(request.cookies.get(REVIEWER, "")),
            "problem": "",
            "api": page.api.replace("{id}", str(asked.get("id", ""))) if page else "",
        }

    def _extent(self) -> tuple[str, str] | None:
        """The days between which the sliders go; none where the ledger cannot be read, which another part of the page tells."""
        try:
            days: tuple[str, str] | None = self.book.answer("extent", extent)
        except LedgerError:
            return None
        return days

    def on_error(self, request: Request, error: Exception) -> Response:
        """What a user can mend: told as the command line tells it."""
        code = code_of(error)
        near = getattr(error, "near", ())
        if request.url.path.startswith("/api/"):
            return _problem(code, type(error).__name__, str(error), near)
        return self._told(request, code, HEADS.get(code, HEADS[400]), str(error), suggestions=instead_of(request, error))

    def on_http(self, request: Request, error: Exception) -> Response:
        """An address that no page has, or a method that it does not take."""
        assert isinstance(error, HTTPException)
        path = request.url.path
        known = [page.path for page in self.pages if page.in_nav]
        near = tuple(get_close_matches(path, known, n=2, cutoff=0.5))
        says = f"There is no page at {path}." if error.status_code == 404 else f"{path}: {error.detail}."
        if path.startswith("/api/"):
            return _problem(error.status_code, "NoSuchPage", f"{says} /api/openapi.json lists all addresses.")
        return self._told(request, error.status_code, "There is no such page.", says, suggestions=[(one, one) for one in near])

    def on_crash(self, request: Request, error: Exception) -> Response:
        """A fault of our own: told without its entrails, which go to the log."""
        log.error("%s %s", request.method, request.url.path, exc_info=error)
        says = "OnRecord failed at this page. The ledger is unharmed; what went wrong stands in the output of onrecord serve."
        if request.url.path.startswith("/api/"):
            return _problem(500, "Fault", says)
        return self._told(request, 500, "Something went wrong.", says)

    def _told(
        self, request: Request, code: int, head: str, says: str, *, suggestions: Sequence[tuple[str, str]] = ()
    ) -> Response:
        page = next((one for one in self.pages if one.path == request.url.path), None)
        given = dict(request.query_params.multi_items())
        context = self.context(request, page=page, asked={}) | {
            "head": head,
            "says": says,
            "suggestions": suggestions,
            "given": {param.name: given[param.name] for param in (page.form if page else ()) if given.get(param.name)},
        }
        return HTMLResponse(render("error.html.j2", context), status_code=code)

    def _describe(self, _request: Request) -> Response:
        return _json(self.described)

    def _enter(self, request: Request) -> Response:
        """Takes the token of an address into a cookie that no other site can send along."""
        answer = RedirectResponse("/", status_code=303)
        token = request.query_params.get("token", "")
        answer.set_cookie(TOKEN, token if all(ord(sign) < 256 for sign in token) else "", httponly=True, samesite="strict")
        return answer


def read_asked(page: Page, request: Request) -> Asked:
    """What an address asks of a page."""
    given = [*request.query_params.multi_items(), *((name, str(value)) for name, value in request.path_params.items())]
    return read_params(page.params, given)


def _since_when(since: Newest) -> str:
    return since.day + (IN_PART if since.number else "")


def _notes(ledger: Any, asked: Asked) -> tuple[str, ...]:
    return withdrawn_notes(ledger, known=asked.get("known"), added=asked.get("added"))


def _written(row: Any) -> str:
    """As JSON, each row of a list or part of an answer on a line of its own: to indent it further takes several times as long."""
    if isinstance(row, list) and row:
        return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in row) + "\n]\n"
    if isinstance(row, dict) and row:
        parts = (f"{json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in row.items())
        return "{\n" + ",\n".join(parts) + "\n}\n"
    return json.dumps(row, ensure_ascii=False) + "\n"


def _json(row: Any, *, headers: Mapping[str, str] | None = None) -> Response:
    return Response(escaped_json(_written(row)), media_type="application/json", headers=dict(headers or {}))


def _problem(code: int, kind: str, says: str, near: Sequence[str] = ()) -> Response:
    return JSONResponse({"error": kind, "says": says, "near": list(near)}, status_code=code)
