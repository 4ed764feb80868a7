"""The one exception that users see."""


class QAError(Exception):
    """Something that the user can put right.

    Args:
        message: where and what, as ``path:line: what is wrong``.
        hint: what to do about it, one line.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def needs(extra: str) -> QAError:
    """Return the error for a feature whose optional packages are not installed."""
    return QAError(
        f"this needs packages that are not installed: the '{extra}' extra",
        hint=f"pip install 'qa[{extra}]'",
    )
