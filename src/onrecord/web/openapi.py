"""The description of the API, made from the same table as its routes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord import __version__
from onrecord.web.action import Action
from onrecord.web.page import Download, Page
from onrecord.web.params import Param
from onrecord.web.security import TOKEN

TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "day": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "whole": {"type": "integer", "minimum": 1},
    "extent": {"oneOf": [{"type": "integer", "minimum": 1}, {"const": "all"}]},
    "choice": {"type": "string"},
}
ERROR = {
    "type": "object",
    "properties": {
        "error": {"type": "string", "description": "The name of the error in onrecord.errors."},
        "says": {"type": "string", "description": "What went wrong, and what to do."},
        "near": {"type": "array", "items": {"type": "string"}, "description": "Names that come near."},
    },
    "required": ["error", "says"],
}


def openapi_of(pages: Iterable[Page], actions: Iterable[Action] = ()) -> dict[str, Any]:
    """An OpenAPI 3.1 document of what these pages answer as JSON and as files, and of what may be done."""
    paths: dict[str, Any] = {}
    for page in pages:
        paths[page.api] = {"get": _operation(page)}
        for download in page.downloads:
            paths[f"{page.path}.{download.ending}"] = {"get": _file(page, download)}
    for action in actions:
        paths.setdefault(action.api, {})["post"] = _deed(action)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "OnRecord",
            "version": __version__,
            "description": "What reports say, as a ledger of claims holds it. The JSON is that of the commands' --json.",
        },
        "paths": paths,
        "components": {"schemas": {"Error": ERROR}},
    }


def _operation(page: Page) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "array", "items": {"type": "object"}} if page.listed else {}
    answer: dict[str, Any] = {"description": page.says, "content": {"application/json": {"schema": schema}}}
    if page.listed:
        answer["headers"] = {
            "X-Total-Count": {"description": "How many rows there are in all.", "schema": {"type": "integer"}},
            "Link": {"description": "The next stretch, rel=next.", "schema": {"type": "string"}},
        }
    if page.looks_at is not None:
        says = "The day since which what became known is told, where there is more, with ; in-part where of that day itself only what was taken in last is told: looked=all tells it from everything."
        answer.setdefault("headers", {})["X-Told-From"] = {"description": says, "schema": {"type": "string"}}
    return {
        "operationId": page.name,
        "summary": page.title,
        "description": page.says,
        "parameters": [_param(param, page.api) for param in page.params],
        "responses": {"200": answer, **_errors()},
    }


def _deed(action: Action) -> dict[str, Any]:
    fields = {param.name: _param(param, action.api)["schema"] | {"description": param.says} for param in action.params}
    if action.takes_values:
        says = "Values of a claim as they should be, as in quantity.to, time.end, status or an arg of its kind; an empty one takes it away."
        fields["values"] = {"type": "object", "additionalProperties": {"type": "string"}, "description": says}
    if action.takes_others:
        fields["others"] = fields["values"] | {"description": "The same of the second claim."}
    needed = [param.name for param in action.params if param.needed]
    schema = {"type": "object", "properties": fields, "required": needed}
    return {
        "operationId": action.name,
        "summary": action.title,
        "description": f"{action.says} Beyond loopback it needs the token, as the cookie {TOKEN}.",
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {"200": {"description": action.says, "content": {"application/json": {"schema": {}}}}, **_errors()},
    }


def _file(page: Page, download: Download) -> dict[str, Any]:
    return {
        "operationId": f"{page.name}_{download.ending.replace('.', '_')}",
        "summary": download.says,
        "parameters": [_param(param, page.path) for param in page.form],
        "responses": {"200": {"description": download.says, "content": {download.media: {}}}, **_errors()},
    }


def _errors() -> dict[str, Any]:
    schema = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    told = {"400": "Asked wrongly.", "404": "The ledger does not know it.", "410": "It was withdrawn."}
    return {code: {"description": says, "content": schema} for code, says in told.items()}


def _param(param: Param, path: str) -> dict[str, Any]:
    schema = dict(TYPES[param.kind])
    if param.choices:
        schema["enum"] = [str(choice) for choice in param.choices]
    if param.most and param.kind == "extent":
        schema["oneOf"] = [{**schema["oneOf"][0], "maximum": param.most}, schema["oneOf"][1]]
    elif param.most:
        schema["maximum"] = param.most
    if param.many:
        schema = {"type": "array", "items": schema}
    place = "path" if f"{{{param.name}}}" in path else "query"
    row = {"name": param.name, "in": place, "description": param.says, "required": param.needed, "schema": schema}
    return row | ({"style": "form", "explode": True} if param.many else {})
