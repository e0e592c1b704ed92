"""What a request brings: the fields of a form or of a JSON object, and a file; never more than is allowed."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from onrecord.errors import BadQuestion, UploadTooLarge
from onrecord.web.values import OTHER, PREFIX

MOST_BYTES = 8_000_000
"""Bytes of one request."""
MOST_FIELDS = 200
LONGEST = {"text": MOST_BYTES, "words": 20_000, "why": 4_000}
"""Characters of a field; of all others ``SHORT``."""
SHORT = 2_000
HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody sent: its name without folders, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """What was sent: each field with its values, and a file."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    upload: Upload | None = None

    def one(self, name: str) -> str:
        """The value of a field, empty where it was not sent."""
        return next((text.strip() for text in self.fields.get(name, ()) if text.strip()), "")

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a field that may be sent more than once, or with spaces between."""
        return tuple(part for text in self.fields.get(name, ()) for part in text.split())

    @property
    def values(self) -> dict[str, str]:
        """The values of a claim among the fields."""
        return self.values_of(PREFIX)

    def values_of(self, prefix: str) -> dict[str, str]:
        """The values of a claim among the fields whose names begin so."""
        return {name.removeprefix(prefix): texts[-1] for name, texts in self.fields.items() if name.startswith(prefix)}


async def read_form(request: Request) -> Given:
    """The fields of a form that a browser sent."""
    body = await _bounded(request)
    parser: FormParser | MultiPartParser
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        parser = FormParser(request.headers, _stream(body), max_fields=MOST_FIELDS, max_part_size=MOST_BYTES)
    else:
        parser = MultiPartParser(request.headers, _stream(body), max_files=1, max_fields=MOST_FIELDS, max_part_size=MOST_BYTES)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise BadQuestion("form", error.message.rstrip("."), "Send fewer fields, and one file at a time.") from error
    fields: dict[str, tuple[str, ...]] = {}
    upload = None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            data = await value.read()
            upload = Upload(value.filename or "", data) if data else upload
        else:
            fields[name] = (*fields.get(name, ()), value)
    await form.close()
    return Given(_checked(fields), upload)


async def read_object(request: Request) -> Given:
    """The fields of a JSON object that a program sent; ``values`` are those of a claim, ``others`` those of the other part of a split."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415, "send a JSON object as application/json")
    body = await _bounded(request)
    try:
        row = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise BadQuestion("body", "it is no JSON", "Send an object.") from error
    if not isinstance(row, dict):
        raise BadQuestion("body", "it is no JSON object", "Send an object.")
    for name, prefix in (("values", PREFIX), ("others", OTHER)):
        values = row.pop(name, None) or {}
        if not isinstance(values, dict):
            raise BadQuestion(name, "it is no object", 'Send names with texts, as in {"place": "Kuwait"}.')
        row |= {f"{prefix}{key}": value for key, value in values.items()}
    return Given(_checked({name: _texts(name, value) for name, value in row.items() if value is not None}))


def _texts(name: str, value: object) -> tuple[str, ...]:
    several = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str | int | float) for one in several):
        raise BadQuestion(name, "it is neither text nor number, nor a list of them", "/api/openapi.json has the form.")
    return tuple("yes" if one is True else "" if one is False else str(one) for one in several)


def _checked(fields: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    for name, texts in fields.items():
        most = LONGEST.get(name, SHORT)
        if any(len(text) > most for text in texts):
            raise BadQuestion(name[:80], f"it is longer than {most:,} characters", "Say it more shortly.")
        if any(map(HALF.search, (name, *texts))):
            raise BadQuestion("body", "a text in it has half a character (a lone surrogate)", "Send whole ones, as UTF-8.")
    return fields


async def _bounded(request: Request) -> bytes:
    size = request.headers.get("content-length", "0")
    body = bytearray()
    if not size.isdigit() or int(size) > MOST_BYTES:
        raise UploadTooLarge("This", f"{MOST_BYTES / 1e6:.0f} MB")
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise UploadTooLarge("This", f"{MOST_BYTES / 1e6:.0f} MB")
    return bytes(body)


async def _stream(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
    yield b""
