"""Proposed phrases as a glossary: one that checks use at once, and that keepers can take over."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from qa import files
from qa.errors import QAError
from qa.glossary.termbase import Scope
from qa.language import canonical, language
from qa.terminology import linting, loading, writing
from qa.terminology.amending import id_for
from qa.terminology.model import Concept, Status, Term, Termbase
from qa.text.words import Words
from qa.web import decisions
from qa.web.decisions import Phrase, Proposal, Weight

NAME = "proposals"
_STATUS = {Weight.WARNING: Status.DEPRECATED, Weight.ERROR: Status.FORBIDDEN}
# Two phrases may well have one replacement.
_HARMLESS = frozenset({"duplicate", "near-duplicate"})
_KEPT = 8


class Shelf:
    """Glossary files of proposals, one for each state of theirs: checks remember files by path."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="qa-serve-")

    def file(self, proposals: tuple[Proposal, ...]) -> str:
        """Return the path of a glossary in which the proposals count, accepted or not.

        Raises:
            QAError: it cannot be written.
        """
        text = _written(_concept(one, one.id, draft=False) for one in proposals)
        name = blake2b(text.encode(), digest_size=8).hexdigest()
        path = Path(self._folder.name, f"{name}.toml")
        if not path.exists():
            files.write(path, text.encode())
            self._clear()
        return str(path)

    def close(self) -> None:
        """Remove the files."""
        self._folder.cleanup()

    def _clear(self) -> None:
        written = sorted(
            Path(self._folder.name).glob("*.toml"), key=lambda one: one.stat().st_mtime
        )
        for path in written[:-_KEPT]:
            path.unlink(missing_ok=True)


def toml(proposals: tuple[Proposal, ...]) -> str:
    """Return a glossary file of proposals; those that nobody has accepted are drafts in it."""
    accepted = decisions.Status.ACCEPTED
    return _written(_concept(one, one.id, draft=one.status is not accepted) for one in proposals)


def sound(told: Phrase, others: tuple[Proposal, ...]) -> Phrase:
    """Return a phrase that a glossary can hold, its words and language written as usual.

    Args:
        told: what is to be proposed.
        others: the proposals that stand.

    Raises:
        QAError: it can never be found, is found everywhere, is there already, or says something
            else than the others.
    """
    phrase = replace(
        told,
        phrase=" ".join(told.phrase.split()),
        replacements=tuple(" ".join(one.split()) for one in told.replacements),
        language=canonical(told.language) or told.language,
    )
    _require_new(phrase, others)
    _require_telling(phrase)
    new = _concept(phrase, 0, draft=False)
    text = _written((*(_concept(one, one.id, draft=False) for one in others), new))
    for fault in linting.lint(loading.of_content(Path(f"{NAME}.toml"), text.encode())):
        if fault.id == new.id and fault.rule not in _HARMLESS:
            raise QAError(f"'{phrase.phrase}': {fault.what}", fault.fix)
    return phrase


def _require_new(phrase: Phrase, others: tuple[Proposal, ...]) -> None:
    same = (phrase.phrase.casefold(), phrase.language)
    for other in others:
        if (other.phrase.casefold(), other.language) == same:
            raise QAError(
                f"'{phrase.phrase}' is proposed already, as number {other.id}",
                "what stands there is found; its keepers can decide on it",
            )


def _require_telling(phrase: Phrase) -> None:
    known = language(phrase.language)
    words = Words(phrase.phrase, elision=known.elision).keys
    if words and known.words("function-words").issuperset(words):
        raise QAError(f"'{phrase.phrase}' stands in every text", "add the words that make it wrong")


def _written(concepts: Iterator[Concept] | tuple[Concept, ...]) -> str:
    return writing.termbase(Termbase(NAME, tuple(concepts), Scope.HOUSE))


def _concept(phrase: Phrase, number: int, *, draft: bool) -> Concept:
    by = f"Proposed by {phrase.user or 'an editor'}."
    unwanted = Term(phrase.phrase, _STATUS[phrase.severity], note=f"{phrase.why} {by}")
    terms = (*map(Term, phrase.replacements), unwanted)
    return Concept(f"{id_for(phrase.phrase)}-{number}", {phrase.language: terms}, draft=draft)
