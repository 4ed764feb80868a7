"""What an editor's own settings say of checking; they win over ``qa.toml``."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from qa.config import Options
from qa.errors import QAError

SECTION = "qa"


class Preferences(Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of an editor.

    Attributes:
        language: tag of the language of the texts; None detects it.
        origin: tag of the language they were translated from; None is unknown.
        glossaries: further glossary files, relative to the folder that the editor has open.
    """

    language: str | None = None
    origin: str | None = None
    glossaries: tuple[str, ...] = ()

    def options(self, folder: Path) -> Options:
        """Return these settings as those of a run; ``folder`` is the one that is open."""
        glossaries = tuple(str(folder / Path(one).expanduser()) for one in self.glossaries)
        return Options(language=self.language, origin=self.origin, glossaries=glossaries)


def told(settings: Any) -> Preferences:  # noqa: ANN401 - JSON of any shape
    """Return what an editor sent, with or without the name of the section around it.

    Raises:
        QAError: there is a setting that does not exist, or one of another type.
    """
    own = settings.get(SECTION, settings) if isinstance(settings, dict) else settings
    try:
        return msgspec.convert(own or {}, Preferences)
    except msgspec.ValidationError as error:
        names = ", ".join(one.name for one in fields(Preferences))
        raise QAError(f"the editor's settings for qa: {error}", f"they are {names}") from error
