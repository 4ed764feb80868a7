"""The API is described completely, and as it is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clients import TRANSLATED, serving
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from qa.web.application import OPERATIONS


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with serving(tmp_path) as client:
        yield client


@pytest.fixture
def described(client: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def test_the_description_is_valid(described: dict[str, Any]) -> None:
    assert [*OpenAPIV31SpecValidator(described).iter_errors()] == []


def test_every_operation_is_described_with_its_problems(described: dict[str, Any]) -> None:
    for one in OPERATIONS:
        path = re.sub(r":\w+\}", "}", one.path)
        operation = described["paths"][path][one.method.lower()]
        assert operation["summary"].endswith((".", "suppressed, for everybody."))
        answers = operation["responses"]
        assert str(one.exchange.status) in answers
        assert {"400", "401", "403", "503"} <= answers.keys()
        shapes = [
            answer["content"]["application/json"]["schema"]
            for status, answer in answers.items()
            if int(status) >= 400
        ]
        assert {shape["$ref"] for shape in shapes} == {"#/components/schemas/Problem"}
        assert ("requestBody" in operation) == (one.exchange.takes is not None)
    assert len({one.id for one in OPERATIONS}) == len(OPERATIONS)


@pytest.mark.parametrize(
    ("method", "path", "asked"),
    [
        ("post", "/api/check", {"text": TRANSLATED * 20, "source": "Ein Satz."}),
        ("post", "/api/detect", {"text": TRANSLATED * 20}),
        (
            "post",
            "/api/dismissals",
            {"fingerprint": "0" * 16, "check": "dash", "reason": "other"},
        ),
        (
            "post",
            "/api/proposals",
            {"phrase": "a b", "replacements": ["c"], "why": "d", "language": "en"},
        ),
        ("get", "/api/dismissals", None),
        ("get", "/api/proposals", None),
        ("get", "/api/checks", None),
        ("get", "/api/about", None),
        ("post", "/api/detect", {"text": ""}),
    ],
)
def test_answers_are_as_described(
    method: str, path: str, asked: object, client: TestClient, described: dict[str, Any]
) -> None:
    answer = client.request(method, path, json=asked)
    operation = described["paths"][path][method]
    schema = operation["responses"][str(answer.status_code)]["content"]["application/json"][
        "schema"
    ]
    whole = {**schema, "components": described["components"]}
    assert [*OAS31Validator(whole).iter_errors(answer.json())] == []


def test_parameters_are_described(described: dict[str, Any]) -> None:
    parameters = described["paths"]["/api/dismissals"]["get"]["parameters"]
    assert {one["name"] for one in parameters} == {"fingerprint", "article", "before", "limit"}
    (name,) = described["paths"]["/api/read"]["post"]["parameters"]
    assert (name["name"], name["in"], name["required"]) == ("name", "query", True)
    (number,) = described["paths"]["/api/dismissals/{id}"]["delete"]["parameters"]
    assert number["schema"] == {"type": "integer"}
