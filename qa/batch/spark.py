"""The same run on Apache Spark: a frame of articles becomes a frame of reports.

A frame of articles has the columns ``id`` and ``text``, and may have ``language``; a frame of
reports has those of ``SCHEMA``. Every row is looked at on its own by the function that looks at it
on one machine, so the reports are the same. The workers need this package and the glossary files
that are named, under the same paths.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import json, msgpack

from qa import settings
from qa.batch.inspection import Inspector, Look, Outcome
from qa.batch.sources import Source
from qa.config import Options
from qa.errors import QAError, needs
from qa.findings import DocumentReport

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame, SparkSession

# ``report`` is a document of ``qa-report/1``; of ``report`` and ``failure`` one is null, both JSON.
SCHEMA = "id string, report string, failure string, failed boolean"

_ARTICLES = "id string, text string, language string"
_COLUMNS = ("id", "text", "language")


class Total(NamedTuple):
    """How many articles there were, and of how many there is no report or one that fails."""

    articles: int
    failures: int
    failed: int


def run(articles: str, output: str, options: Options, master: str | None = None) -> Total:
    """Check the articles in Parquet files or JSON lines, and write the reports as Parquet.

    Raises:
        QAError: the articles cannot be read, the folder is there already, or the settings are
            wrong.
    """
    spark = session(master)
    frame = inspected(read(spark, articles), options)
    from pyspark.errors import AnalysisException

    try:
        frame.write.parquet(output)
    except AnalysisException as error:
        hint = "name a folder that is not there yet"
        raise QAError(f"{output}: cannot be written: {error}", hint) from error
    written = spark.read.parquet(output)
    failures = written.filter("failure is not null").count()
    return Total(written.count(), failures, written.filter("failed").count())


def session(master: str | None) -> "SparkSession":
    """Return the Spark session that is there, or a new one.

    Args:
        master: where to run, such as ``local[4]``; None for what the surroundings say.

    Raises:
        QAError: pyspark or Java is not there.
    """
    try:
        import pandas  # noqa: F401, ICN001 - mapInArrow needs both
        import pyarrow  # noqa: F401, ICN001
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise needs("spark") from error
    builder = SparkSession.builder.appName("qa")
    try:
        return (builder.master(master) if master else builder).getOrCreate()
    except PySparkException as error:
        raise QAError(f"Spark does not start: {error}", "it needs Java 17 or newer") from error


def read(spark: "SparkSession", path: str) -> "DataFrame":
    """Return the frame of the articles in Parquet files, or in JSON lines by their suffix.

    Raises:
        QAError: they cannot be read.
    """
    from pyspark.errors import PySparkException

    try:
        if ".json" in Path(path).name:
            frame = spark.read.schema(_ARTICLES).json(path)
        else:
            frame = spark.read.parquet(path)
        frame = frame.select(*(name for name in _COLUMNS if name in frame.columns))
    except PySparkException as error:
        raise QAError(f"{path}: cannot be read: {error}", "check the path") from error
    missing = {"id", "text"} - set(frame.columns)
    if missing:
        raise QAError(f"{path}: has no column '{min(missing)}'", "its columns are id and text")
    cores = spark.sparkContext.defaultParallelism
    return frame if frame.rdd.getNumPartitions() >= cores else frame.repartition(cores)


def inspected(frame: "DataFrame", options: Options, look: Look = Look.CHECK) -> "DataFrame":
    """Return the frame of reports on a frame of articles.

    Raises:
        QAError: the settings name a check, an entry or a glossary that is not there.
    """
    config = settings.configured("-", options)
    settings.require_sound({"-": config}, options)
    settings.signature((config,))
    return frame.mapInArrow(partial(reports, Inspector(look, (config,))), SCHEMA)


def reports(inspector: Inspector, batches: "Iterable[RecordBatch]") -> "Iterator[RecordBatch]":
    """Yield the reports on each batch of articles, row by row."""
    from pyarrow import RecordBatch

    for batch in batches:
        rows = [_row(inspector, article) for article in batch.to_pylist()]
        yield RecordBatch.from_pylist(rows, _schema())


def _row(inspector: Inspector, article: dict[str, Any]) -> dict[str, Any]:
    name = str(article["id"])
    # The line of a JSONL file that would have led to this row.
    outcome = inspector.inspect(Source(name.encode(), 0, json.encode(article), 1))
    return {"id": name, **_encoded(outcome), "failed": outcome.failed}


def _encoded(outcome: Outcome) -> dict[str, str | None]:
    if outcome.failure:
        return {"report": None, "failure": json.encode(outcome.failure).decode()}
    report = msgpack.decode(outcome.report, type=DocumentReport)
    return {"report": json.encode(report).decode(), "failure": None}


def _schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    from pyarrow import bool_, schema, string

    texts = [(name, string()) for name in ("id", "report", "failure")]
    return schema([*texts, ("failed", bool_())])
