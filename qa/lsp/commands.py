"""What an editor has the server do: files are changed only when somebody chose to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qa import settings
from qa.errors import QAError
from qa.lsp import hovering, silencing
from qa.lsp.actions import Command
from qa.lsp.server import Server
from qa.terminology import amending, keeping
from qa.terminology.amending import Amendment, Named
from qa.terminology.model import Status


async def _verdict(server: Server, uri: str) -> None:
    """Show how a text reads, and the phrases that move that most."""
    page = await server.page(uri)
    if page:
        server.tell(hovering.plain(page.checked.report))


async def _ignore(server: Server, uri: str, name: str) -> None:
    """Leave a check or an entry out, in the configuration file for a text."""
    page = await server.page(uri)
    if page is None:
        return
    with server.complaining():
        settings.require_known([name], page.checked.config.glossaries, "the editor")
        source = silencing.file_for(page.checked.document.path, server.folder)
        silencing.ignoring(source, name).save()
        server.tell(f"{source}: '{name}' is ignored")
        server.check_all()


async def _add_term(server: Server, uri: str, glossary: str, term: str, status: str) -> None:
    """Add words to a glossary of a text, in the language of the text."""
    page = await server.page(uri)
    if page is None:
        return
    with server.complaining():
        language = page.checked.report.language
        if glossary not in page.checked.config.glossaries or not language:
            raise QAError(f"{glossary}: is no glossary of this text", "name it in qa.toml")
        told = Amendment(terms=((Named(language, term), Status(status)),))
        concept = amending.new(None, told)
        keeping.add(Path(glossary), concept).save()
        server.tell(f"{glossary}: '{concept.id}' added")
        server.check_all()


HANDLERS: dict[Command, Callable[..., Any]] = {
    Command.VERDICT: _verdict,
    Command.IGNORE: _ignore,
    Command.ADD_TERM: _add_term,
}
