"""Texts that are looked at: the same answers as ``qa check`` and ``qa detect`` give."""

from io import StringIO
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response

from qa import formats
from qa.findings import Report
from qa.recorded import Recorded
from qa.reports import renderer, shows_articles
from qa.reports.html.panel import panel
from qa.web import bodies, checking, replies
from qa.web.messages import FileName, FileText, Order, Text
from qa.web.operations import BYTES, HTML, JSON, PLAIN, Exchange, operation
from qa.web.service import service_of
from qa.web.working import worked

# The media type and the suffix of outputs that are no plain text.
_FORMS = {
    "checkstyle": ("application/xml", ".xml"),
    "gitlab": (JSON, ".json"),
    "html": (HTML, ".html"),
    "json": (JSON, ".json"),
    "jsonl": ("application/x-ndjson", ".jsonl"),
    "junit": ("application/xml", ".xml"),
    "markdown": ("text/markdown", ".md"),
    "rdjson": (JSON, ".json"),
    "sarif": ("application/sarif+json", ".sarif"),
    "tsv": ("text/tab-separated-values", ".tsv"),
}
_PLAIN = (PLAIN, ".txt")


@operation("POST", "/api/check", Exchange({JSON: Recorded, HTML: str}, takes=Text))
async def check(request: Request) -> Response:
    """The report on a text, as `qa check --format json` writes it.

    Findings that editors dismissed are in it with `suppressed` set to the reason, and phrases that
    were proposed for the glossary are found. Who accepts text/html gets what a page shows beside
    the text: the verdict and a card for each finding.
    """
    asked, service = await bodies.decoded(request, Text), service_of(request)
    shown = request.headers.get("accept", "").startswith(HTML)
    write = _panel if shown else _json
    written = await worked(request, lambda: write(checking.checked(asked, service, shown=shown)))
    return Response(written, media_type=HTML if shown else JSON)


@operation("POST", "/api/detect", Exchange({JSON: Recorded}, takes=Text))
async def detect(request: Request) -> Response:
    """How translated a text reads, as `qa detect --format json` says it."""
    asked, service = await bodies.decoded(request, Text), service_of(request)
    written = await worked(request, lambda: _written(checking.detected(asked, service), "json"))
    return Response(written, media_type=JSON)


@operation("POST", "/api/report", Exchange({"*/*": bytes}, takes=Order))
async def report(request: Request) -> Response:
    """The report on a text in any format, as a file to keep."""
    asked, service = await bodies.decoded(request, Order), service_of(request)
    shown = shows_articles(asked.format)
    written = await worked(
        request, lambda: _written(checking.checked(asked, service, shown=shown), asked.format)
    )
    media_type, suffix = _FORMS.get(asked.format, _PLAIN)
    return replies.file(written, media_type, f"{PurePath(asked.name).stem}.report{suffix}")


@operation("POST", "/api/read", Exchange({JSON: FileText}, takes=bytes, query=FileName))
async def read(request: Request) -> Response:
    """The text of a file, to be checked under the name that comes with it.

    A Word document becomes plain text with a blank line between paragraphs.
    """
    asked = bodies.queried(request, FileName)
    content = await bodies.raw(request, BYTES)
    return replies.structured(await worked(request, lambda: _read(content, asked.name)))


def _read(content: bytes, name: str) -> FileText:
    document = formats.read_bytes(content, name)
    if formats.is_text(name):
        return FileText(document.content, name, document.language)
    text = "\n\n".join(segment.text.content for segment in document.segments)
    return FileText(f"{text}\n", f"{PurePath(name).stem}.txt", document.language)


def _panel(report: Report) -> str:
    (document,), (article,) = report.documents, report.articles
    return panel(document, article, report.manuals)


def _json(report: Report) -> str:
    return _written(report, "json")


def _written(report: Report, form: str) -> str:
    out = StringIO()
    renderer(form)(report, out)
    return out.getvalue()
