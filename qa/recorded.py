"""Reports of earlier runs, read back from the JSON that ``qa check --format json`` wrote."""

from pathlib import Path

from msgspec import DecodeError, Struct, json

from qa.errors import QAError
from qa.findings import SCHEMA, Breach, DocumentReport, Failure


class Recorded(Struct, frozen=True):
    """What a report says, whichever version of the program wrote it."""

    schema: str
    signature: str
    documents: tuple[DocumentReport, ...]
    failures: tuple[Failure, ...] = ()
    breaches: tuple[Breach, ...] = ()


def read(path: Path) -> Recorded:
    """Read a report of schema ``qa-report/1``.

    Raises:
        QAError: the file cannot be read, or is something else.
    """
    hint = "name a report that `qa check --format json=FILE` wrote"
    try:
        report = json.decode(path.read_bytes(), type=Recorded)
    except OSError as error:
        raise QAError(f"{path}: cannot be read: {error.strerror}", hint) from error
    except (DecodeError, UnicodeDecodeError) as error:
        raise QAError(f"{path}: is not a report: {error}", hint) from error
    if report.schema != SCHEMA:
        raise QAError(f"{path}: is a report of schema '{report.schema}', not '{SCHEMA}'", hint)
    return report
