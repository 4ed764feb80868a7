"""The parts of a concept in TBX-Basic, DCA style: definitions, notes and term sections."""

from collections.abc import Iterable, Iterator
from html import escape

from qa.regex import lazy
from qa.terminology.exchange.labels import Label, line, split
from qa.terminology.model import Lost, PartOfSpeech, Status, Term

_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}
_TYPES = "fullForm acronym abbreviation shortForm variant phrase"
_LOCATIONS = (
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage "
    "menuItem progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip "
    "user-definedType"
)
# What a label may be put back as, and the values that are allowed; none means any.
_TERM_NOTES = {
    "termType": frozenset(_TYPES.split()),
    "grammaticalGender": frozenset(("masculine", "feminine", "neuter", "other")),
    "termLocation": frozenset(_LOCATIONS.split()),
    "geographicalUsage": frozenset(),
}
_ADMINS = ("source", "customerSubset", "projectSubset")
_LINKS = ("externalCrossReference", "xGraphic")
_LINK = lazy(r"(?P<text>.*) <(?P<target>https?://[^\s<>\"{}|\\^`]+)>")
_OF_A_TERM = frozenset((*_TERM_NOTES, *_ADMINS, "externalCrossReference"))


def term(one: Term, concept: str, lost: list[Lost]) -> Iterator[str]:
    """Yield a term section."""
    note, labels = split(one.note, _OF_A_TERM)
    lifted = [label for label in labels if is_allowed(label)]
    rest = [line(label) for label in labels if label not in lifted]
    yield f"<termSec>\n<term>{escape(one.text, quote=False)}</term>\n"
    yield f'<termNote type="administrativeStatus">{_STATUS[one.status]}</termNote>\n'
    if one.part_of_speech:
        yield f'<termNote type="partOfSpeech">{_part_of_speech(one.part_of_speech)}</termNote>\n'
    yield from facts(label for label in lifted if label.name in _TERM_NOTES)
    if one.example:
        for example in one.example.split("\n"):
            yield f'<descrip type="context">{escape(example, quote=False)}</descrip>\n'
    yield from facts(label for label in lifted if label.name not in _TERM_NOTES)
    yield from notes(["\n".join(filter(None, [note, *rest])), *_noted(one, concept, lost)])
    yield "</termSec>\n"


def facts(labels: Iterable[Label]) -> Iterator[str]:
    """Yield labels as elements, as far as they are allowed."""
    for label in labels:
        value = escape(label.value, quote=False)
        if label.name in _TERM_NOTES:
            yield f'<termNote type="{label.name}">{value}</termNote>\n'
        elif label.name in _ADMINS:
            yield f'<admin type="{label.name}">{value}</admin>\n'
        else:
            yield _link(label)


def is_allowed(label: Label) -> bool:
    """Tell whether TBX-Basic has a data category for a label, and allows its value."""
    if label.name in _LINKS:
        return _LINK.fullmatch(label.value) is not None
    allowed = _TERM_NOTES.get(label.name)
    return not allowed or label.value in allowed


def definitions(texts: list[str], sources: list[str]) -> Iterator[str]:
    """Yield definitions; the sources are those of the last one."""
    for number, text in enumerate(texts):
        descrip = f'<descrip type="definition">{escape(text, quote=False)}</descrip>'
        found = sources if number == len(texts) - 1 else []
        if found:
            admins = "".join(facts(Label("source", source) for source in found))
            yield f"<descripGrp>\n{descrip}\n{admins}</descripGrp>\n"
        else:
            yield f"{descrip}\n"
    if not texts:
        yield from facts(Label("source", source) for source in sources)


def notes(texts: Iterable[str]) -> Iterator[str]:
    """Yield notes."""
    return (f"<note>{escape(text, quote=False)}</note>\n" for text in texts if text)


def _link(label: Label) -> str:
    found = _LINK.fullmatch(label.value)
    text, target = (found["text"], found["target"]) if found else (label.value, "")
    shown = escape(text, quote=False)
    return f'<xref type="{label.name}" target="{escape(target)}">{shown}</xref>\n'


def _part_of_speech(value: PartOfSpeech) -> str:
    return "noun" if value is PartOfSpeech.PROPER_NOUN else value.value


def _noted(one: Term, concept: str, lost: list[Lost]) -> Iterator[str]:
    """Yield what TBX-Basic has no data category for."""
    for name, value in _without_place(one):
        lost.append(Lost(concept, f"{name}, kept as a note", f"{value}: {one.text}"))
        yield line(Label(name, value))


def _without_place(one: Term) -> Iterator[tuple[str, str]]:
    if one.status is Status.FORBIDDEN:
        yield "status", one.status.value
    if one.part_of_speech is PartOfSpeech.PROPER_NOUN:
        yield "part-of-speech", one.part_of_speech.value
    if one.case_sensitive:
        yield "case-sensitive", "yes"
    if one.do_not_translate:
        yield "do-not-translate", "yes"
