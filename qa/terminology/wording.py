"""How findings about glossaries name things."""

from qa.language import language, primary

_SHOWN_AT_MOST = 60


def named(tag: str) -> str:
    """Return the English name of a language, with the tag where it says more: English (en-GB)."""
    known = language(tag)
    if known.tag == "und":
        return tag
    return known.name if known.tag == tag or primary(tag) == tag else f"{known.name} ({tag})"


def shown(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    line = " ".join(text.split())
    cut = line if len(line) <= _SHOWN_AT_MOST else line[: _SHOWN_AT_MOST - 1] + "…"
    return f"'{cut}'"


def listed(names: list[str], most: int = 5) -> str:
    """Return names with commas between them, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def counted(number: int, what: str, plural: str | None = None) -> str:
    """Return a number with the noun in its form: 1 article, 2 articles."""
    return f"{number} {what if number == 1 else plural or what + 's'}"
