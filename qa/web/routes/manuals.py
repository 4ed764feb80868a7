"""The manual, and what a server can do."""

from pkgutil import iter_modules

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from qa import formats, manual, registry, reports, settings
from qa.errors import QAError
from qa.language import known, language
from qa.version import __version__
from qa.web import checking, messages, replies
from qa.web.messages import About, Listed, Listing, Page
from qa.web.operations import JSON, PLAIN, Exchange, operation
from qa.web.service import Service, service_of
from qa.web.working import worked


@operation("GET", "/api/about", Exchange({JSON: About}))
async def about(request: Request) -> Response:
    """What this server is, and what it takes."""
    service = service_of(request)
    return replies.structured(
        About(
            version=__version__,
            language=service.options.language,
            origin=service.options.origin,
            languages=tuple(messages.Known(tag, language(tag).name) for tag in known()),
            formats=tuple(sorted(one.name for one in iter_modules(reports.__path__))),
            suffixes=tuple(sorted(formats.readers())),
            most=service.most,
        )
    )


@operation("GET", "/api/checks", Exchange({JSON: Listing}))
async def checks(request: Request) -> Response:
    """All checks, as `qa explain --list` shows them."""
    del request
    listed = (
        Listed(one.id, one.severity, one.category.value, one.manual.summary)
        for one in registry.all_checks().values()
    )
    return replies.structured(Listing(tuple(listed)))


@operation(
    "GET",
    "/api/checks/{id:path}",
    Exchange({JSON: Page, PLAIN: str}, problems=(replies.NOT_FOUND,)),
)
async def explain(request: Request) -> Response:
    """The manual page of a check, or of an entry of a glossary such as `de-en/handy`.

    It is that of `qa explain`; who accepts text/plain gets it bare.
    """
    name, service = request.path_params["id"], service_of(request)
    try:
        page = await worked(request, lambda: manual.page(name, _glossaries(service)))
    except QAError as error:
        return replies.problem(replies.NOT_FOUND, error.message, error.hint)
    if request.headers.get("accept", "").startswith(PLAIN):
        return PlainTextResponse(f"{page}\n")
    return replies.structured(Page(name, page))


def _glossaries(service: Service) -> tuple[str, ...]:
    config, _ = checking.with_proposals(settings.configured("-", service.options), service)
    return config.glossaries
