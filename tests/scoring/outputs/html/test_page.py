"""The page is one file that runs its own script alone."""

import hashlib
import io
import json
import re
from base64 import b64encode
from typing import Any

from outline import Outline
from score_reports import HOSTILE, METRICS, empty, hostile, made_up

from qa.scoring.model import ScoreReport
from qa.scoring.outputs.html import render


def written(report: ScoreReport) -> str:
    out = io.StringIO()
    render(report, out)
    return out.getvalue()


def outline(report: ScoreReport) -> Outline:
    return Outline(written(report))


def data(report: ScoreReport) -> Any:
    return json.loads(outline(report).scripts[0])


def test_nothing_hostile_becomes_an_element_or_a_script() -> None:
    bad, good = outline(hostile()), outline(made_up())
    assert set(bad.elements) <= set(good.elements)
    assert bad.elements["script"] == 3
    assert not [name for name, _ in bad.attributes if name.startswith("on")]
    assert bad.scripts[1:] == good.scripts[1:]


def test_the_script_gets_texts_as_they_are() -> None:
    assert data(hostile())["texts"][0] == [HOSTILE]
    assert data(made_up())["metrics"] == list(METRICS)


def test_the_script_is_allowed_by_its_hash_alone() -> None:
    page = written(made_up())
    for script in outline(made_up()).scripts[1:]:
        digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"&#x27;sha256-{digest}&#x27;" in page
    assert "default-src &#x27;none&#x27;" in page


def test_nothing_is_fetched() -> None:
    read = outline(made_up())
    sources = [value for name, value in read.attributes if name in {"src", "href", "action"}]
    assert all(value.startswith("#") for value in sources)
    assert not {"link", "img", "iframe", "object", "base", "form"} & set(read.elements)
    assert "@import" not in written(made_up())
    assert "url(" not in written(made_up())


def test_every_drawing_has_a_name_or_is_hidden_or_beside_its_name() -> None:
    page = written(made_up())
    drawings = re.findall(r"<svg[^>]*>", page)
    named = [one for one in drawings if "aria-label=" in one or "aria-hidden=" in one]
    assert len(named) == len(drawings)


def test_identities_are_unique() -> None:
    identities = [value for name, value in outline(made_up()).attributes if name == "id"]
    assert len(identities) == len(set(identities))


def test_a_view_of_every_metric_is_there_and_the_headline_is_chosen() -> None:
    page = written(made_up())
    assert {f'data-metric="{n}"' for n in range(3)} <= set(re.findall(r'data-metric="\d"', page))
    assert '<input type="radio" name="metric" value="1" checked>' in page


def test_warnings_stand_before_everything_else() -> None:
    page = written(made_up())
    assert page.index("40 segments are few") < page.index("<nav")


def test_an_empty_report_is_a_page_without_sections() -> None:
    assert outline(empty()).elements["section"] == 0
