"""The same reports on Spark as on one machine; skipped without pyspark or Java."""

import json
import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from conftest import Program

from qa.batch.inspection import Inspector, Look
from qa.config import Config

TEXT = "The minister told us that the the Ukraine also uses drones of kind {}.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines: list[dict[str, Any]] = [{"id": n, "text": TEXT.format(n)} for n in range(12)]
    lines[3]["language"] = "de"
    lines[7]["id"] = "a seven"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def needs_spark() -> None:
    if not all(map(find_spec, ("pyspark", "pandas", "pyarrow"))):
        pytest.skip("the spark extra is not installed")
    if not shutil.which("java"):
        pytest.skip("there is no Java")


def test_batches_of_records_become_batches_of_reports() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from qa.batch.spark import reports

    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": None}]
    batch = pyarrow.RecordBatch.from_pylist(rows)
    inspector = Inspector(Look.CHECK, (Config(language="en"),))
    (answered,) = reports(inspector, [batch])
    first, second = answered.to_pylist()
    assert json.loads(first["report"])["findings"][0]["check"] == "repeated-word"
    assert (first["id"], first["failure"], first["failed"]) == ("a", None, False)
    assert "got `null`" in json.loads(second["failure"])["message"]
    assert second["report"] is None


def test_spark_reports_what_a_run_on_this_machine_reports(
    program: Program, articles: Path, tmp_path: Path
) -> None:
    needs_spark()
    told = ("--language", "en", "--fail-on", "warning")
    ran = program("spark", str(articles), str(tmp_path / "reports"), "--master", "local[2]", *told)
    assert ran.returncode == 1, ran.stderr
    assert "qa: 12 articles, 0 of them could not be checked" in ran.stderr
    from pyarrow import parquet

    rows = parquet.read_table(tmp_path / "reports").to_pylist()
    here = program("check", str(articles), "--input-format", "jsonl", "--format", "jsonl", *told)
    expected = {one["path"]: one for one in map(json.loads, here.stdout.splitlines())}
    assert {row["id"]: json.loads(row["report"]) for row in rows} == expected
    again = program("spark", str(articles), str(tmp_path / "reports"), *told)
    assert again.returncode == 2
    assert "reports: cannot be written" in again.stderr


def test_without_the_extra_the_user_is_told_what_to_install(
    program: Program, articles: Path, tmp_path: Path
) -> None:
    if find_spec("pyspark"):
        (tmp_path / "pyspark.py").write_text("raise ImportError\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    found = program("spark", str(articles), "reports", cwd=tmp_path, PYTHONPATH=path)
    assert found.returncode == 2
    assert "pip install 'qa[spark]'" in found.stderr
