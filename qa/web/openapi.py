"""The description of the API by OpenAPI 3.1, made of the operations and their types.

See https://spec.openapis.org/oas/v3.1.0.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from msgspec.json import schema_components

from qa.version import __version__
from qa.web import replies
from qa.web.messages import Problem
from qa.web.operations import BYTES, JSON, Operation

Object = dict[str, Any]

_ANY = (replies.BAD_REQUEST, replies.UNAUTHORIZED, replies.FORBIDDEN, replies.BUSY)
_OF_BODIES = (replies.SLOW, replies.TOO_LARGE, replies.WRONG_TYPE, replies.UNPROCESSABLE)
_PARAMETER = re.compile(r"\{(\w+):(\w+)\}")
_TYPES = {"int": "integer", "path": "string"}
_REFERENCE = "#/components/schemas/{name}"
_UNTYPED = (bytes, str)


def document(operations: Iterable[Operation]) -> Object:
    """Return the description of operations."""
    listed = tuple(operations)
    shapes = list(dict.fromkeys(_shapes(listed)))
    schemas, components = schema_components(shapes, ref_template=_REFERENCE)
    known = dict(zip(shapes, schemas, strict=True))
    paths: Object = {}
    for one in listed:
        path = _PARAMETER.sub(r"{\1}", one.path)
        paths.setdefault(path, {})[one.method.lower()] = _operation(one, known, components)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "qa",
            "version": __version__,
            "description": "Where a text still sounds translated, why, and what to write instead."
            " Offsets count Unicode code points from 0.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"bearer": []}, {"cookie": []}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "qa-token"},
            },
        },
    }


def _shapes(operations: Iterable[Operation]) -> Iterator[Any]:
    for one in operations:
        yield from (shape for shape in one.exchange.gives.values() if shape not in _UNTYPED)
        yield from (
            shape
            for shape in (one.exchange.takes, one.exchange.query)
            if shape not in (None, *_UNTYPED)
        )
    yield Problem


def _operation(one: Operation, known: Mapping[Any, Object], components: Object) -> Object:
    summary, _, rest = one.manual.partition("\n\n")
    described: Object = {
        "operationId": one.id,
        "summary": " ".join(summary.split()),
        "parameters": [*_in_path(one), *_in_query(one, components)],
        "responses": {
            str(one.exchange.status): _answer(one, known),
            **{str(status): _problem(status, known) for status in _problems(one)},
        },
    }
    if rest:
        described["description"] = " ".join(rest.split())
    if one.exchange.takes is not None:
        kind = BYTES if one.exchange.takes is bytes else JSON
        content = {kind: {"schema": _schema(one.exchange.takes, known)}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _in_path(one: Operation) -> Iterator[Object]:
    for name, kind in _PARAMETER.findall(one.path):
        schema = {"type": _TYPES[kind]}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(one: Operation, components: Object) -> Iterator[Object]:
    shape = components[one.exchange.query.__name__] if one.exchange.query else {}
    for name, schema in shape.get("properties", {}).items():
        required = name in shape.get("required", ())
        yield {"name": name, "in": "query", "required": required, "schema": schema}


def _answer(one: Operation, known: Mapping[Any, Object]) -> Object:
    described: Object = {"description": HTTPStatus(one.exchange.status).phrase}
    if one.exchange.gives:
        described["content"] = {
            kind: {"schema": _schema(shape, known)} for kind, shape in one.exchange.gives.items()
        }
    return described


def _problems(one: Operation) -> list[int]:
    return sorted(
        {*_ANY, *one.exchange.problems, *(_OF_BODIES if one.exchange.takes is not None else ())}
    )


def _problem(status: int, known: Mapping[Any, Object]) -> Object:
    content = {JSON: {"schema": known[Problem]}}
    return {"description": HTTPStatus(status).phrase, "content": content}


def _schema(shape: object, known: Mapping[Any, Object]) -> Object:
    # By OpenAPI 3.1 the content of a file has no schema.
    return known[shape] if shape not in _UNTYPED else {"type": "string"} if shape is str else {}
