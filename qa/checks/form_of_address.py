"""Stacked titles, and 'Herr' or 'Frau' before a name.

What it finds
: Two titles or more in front of a name, such as 'Prof. Dr.', degrees such as 'Dr. med.', and the
  German 'Herr' and 'Frau'.

Why it matters
: German counts up all titles that a person holds and calls people 'Herr' and 'Frau'. English takes
  one title, the highest, and Mr, Mrs or Ms.

Flagged
: The lecture was given by Prof. Dr. Anna Beispiel.
: Mr. Dr. Beispiel did not want to comment.
: Later Frau Beispiel and Herr Muster shook hands.
: He asked Dr. med. Beispiel for help.

Clean
: The lecture was given by Prof. Anna Beispiel.
: The Rev. Dr. Jones spoke first, then Sir John.
: Sports cars of Dr. Ing. h.c. F. Porsche AG won the race.
: The Brothers Grimm wrote down "Frau Holle".

Sources
: Duden, Anrede und Titel
: The Chicago Manual of Style, chapter 8 (titles and names)
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Segment
from qa.text.passages import quoted, within

# The highest first.
_RANKS = ("Prof", "Professor", "Dr", "Doctor", "Mr", "Mrs", "Ms", "Herr", "Frau")
_TITLE = rf"(?:{'|'.join(_RANKS)}|Dipl\.?-Ing|Mag|Ing)"
_DEGREE = r"(?:med|phil|jur|rer\.?\s?(?:nat|pol|oec)|h\.?\s?c|habil|mult)"
_SECOND = r" (?:Dr|Prof|Professor|Doctor|Ing|Dipl|Mag|med|phil|jur|rer|h)\b"
_FIRST = rf"\b{_TITLE}\.?\Z"
_STACK = (
    rf"{_TITLE}\b\.?(?:[\s-]+(?:{_TITLE}|{_DEGREE})\b\.?)+(?=\s+[A-Z])"
    r"(?!(?:\s+[\w.]+){1,3}\s+(?:AG|GmbH|SE|KG)\b)"
)
_ADDRESS = r"(?<!\w)(?:Herr|Frau)\b(?=\s+[A-Z][a-zäöüß])"
_REACH = 14


@check("form-of-address", Category.FLUENCY, Severity.WARNING, languages=("en",))
def form_of_address(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the titles without the name."""
    content = segment.text.content
    stacks = list(_stacks(content))
    yield from map(_stack, stacks)
    if "Herr " not in content and "Frau " not in content:
        return
    stop = "." if re.search(r"\bM(?:r|s|rs)\. ", context.document.content) else ""
    taken = sorted([*(found.span() for found in stacks), *quoted(content)])
    for found in re.finditer(_ADDRESS, content):
        if not within(taken, found.start()):
            yield _address(found, stop)


def _stacks(content: str) -> Iterator[re.Match[str]]:
    stack = re.compile(_STACK)
    end = 0
    for second in re.finditer(_SECOND, content):
        start = max(end, second.start() - _REACH)
        first = re.search(_FIRST, content[start : second.start()])
        found = stack.match(content, start + first.start()) if first else None
        if found:
            end = found.end()
            yield found


def _stack(found: re.Match[str]) -> Mark:
    return Mark(
        found.start(),
        found.end(),
        f"'{found[0]}' are several titles; English keeps the highest",
        why="German counts up all titles in front of a name",
        suggestions=tuple(re.findall(rf"\b{_highest(found[0])}\b\.?", found[0])[:1]),
        confidence=Confidence.NEARLY_ALWAYS,
    )


def _highest(stack: str) -> str:
    held = re.findall(r"\w+", stack)
    return next((rank for rank in _RANKS if rank in held), held[0])


def _address(found: re.Match[str], stop: str) -> Mark:
    return Mark(
        found.start(),
        found.end(),
        f"'{found[0]}' is German; English has Mr, Mrs and Ms",
        why="the form of address was not translated",
        suggestions=(f"Mr{stop}",) if found[0] == "Herr" else (f"Ms{stop}", f"Mrs{stop}"),
        confidence=Confidence.NEARLY_ALWAYS,
    )
