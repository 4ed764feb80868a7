"""Text files that are written again in the encoding and with the byte order mark that they have."""

from typing import NamedTuple

from qa.errors import QAError
from qa.formats import decoding


class TextFile(NamedTuple):
    """A text file whose every byte is known from its content and how that is encoded."""

    mark: bytes
    encoding: str
    content: str

    def written(self, content: str) -> bytes:
        """Return the file with another content; what its encoding lacks becomes ``&#8222;``."""
        return self.mark + content.encode(self.encoding, "xmlcharrefreplace")


def opened(data: bytes, path: str) -> TextFile:
    """Return a file that can be written again.

    Args:
        data: its content.
        path: of the file, for messages.

    Raises:
        QAError: it does not decode, or bytes would change that nobody changed.
    """
    mark, encoding = decoding.encoded(data, path)
    content = decoding.decode(data, path)
    if mark + content.encode(encoding, "replace") != data:
        raise QAError(
            f"{path}: cannot be written again as it is in {encoding.upper()}", "save it as UTF-8"
        )
    return TextFile(mark, encoding, content)
