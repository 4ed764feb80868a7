"""Names of places in the page, which links and the script go by.

``prefix`` tells the documents of one page apart; it is empty where there is one.
"""


def card(prefix: str, number: int) -> str:
    """Return the id of the card of a finding, counted from 0 in its document."""
    return f"{prefix}finding-{number + 1}"


def mark(prefix: str, number: int) -> str:
    """Return the id of the words that a finding marks."""
    return f"{prefix}mark-{number + 1}"


def sentence(prefix: str, number: int) -> str:
    """Return the id of a sentence, counted from 0 in its document."""
    return f"{prefix}sentence-{number + 1}"


def manual(check: str) -> str:
    """Return the id of the manual page of a check."""
    return f"manual-{check}"


def document(number: int) -> str:
    """Return the id of a document, counted from 0, on a page of several."""
    return f"document-{number + 1}"
