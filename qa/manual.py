"""The manual: a page for every check and every glossary entry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from qa import registry
from qa.check import Check
from qa.glossary import reading, terms
from qa.glossary.compiled import Compiled
from qa.glossary.rates import Rates
from qa.glossary.termbase import Entry
from qa.language import language
from qa.terminology import scoping
from qa.terminology.listing import shown


def listing() -> str:
    """Return a line for every check: its id, severity and what it finds."""
    checks = registry.all_checks().values()
    broad = max(len(check.id) for check in checks)
    return "\n".join(
        f"{check.id:{broad}}  {check.severity.value:7}  {check.manual.summary}" for check in checks
    )


def page(name: str, glossaries: Iterable[str] = ()) -> str:
    """Return the page of a check, or of an entry or a concept named ``glossary/entry``.

    Args:
        name: of what is to be explained.
        glossaries: files besides the built-in ones.

    Raises:
        QAError: there is no such check or entry, or a glossary cannot be read.
    """
    if "/" not in name:
        return "\n".join(_check_page(registry.find(name)))
    further = [*terms.without_tables(map(Path, glossaries))]
    concept = scoping.concept(name, further)
    return shown(concept, "terminal").rstrip() if concept else _entry_page(name, further)


def _check_page(check: Check) -> Iterator[str]:
    held = ", ".join(language(tag).name for tag in check.languages) or "any language"
    yield f"{check.id} ({check.severity.value}, {check.category.value}; {held})"
    yield ""
    yield check.manual.docstring.strip()
    yield ""
    yield f"To ignore it: <!-- qa:ignore {check.id} -->, or in qa.toml: ignore = ['{check.id}']"


def _entry_page(name: str, further: Iterable[Path]) -> str:
    return "\n".join(_entry(name, *reading.find(name, further)))


def _entry(name: str, source: Compiled, entry: Entry) -> Iterator[str]:
    yield f"{name} (confidence: {entry.confidence.value}; {entry.category.value})"
    yield ""
    yield f"{language(source.glossary.origin).name}: {entry.origin}"
    yield entry.why
    if source.rates and entry.id in source.rates.entries:
        yield _measured(source.rates, entry.id)
    sections = {
        "Write": entry.suggest,
        "Matches": entry.match,
        "Unless before it": entry.unless_before,
        "Unless after it": entry.unless_after,
        "Unless in the same paragraph": entry.unless_near,
        "Unless the article mentions": entry.unless_topic,
        "Only if in the same paragraph": entry.only_near,
        "Only as part of": entry.only_across,
        "Only as written": entry.only_written,
        "Flagged": entry.flagged,
        "Clean": entry.clean,
    }
    for heading, lines in sections.items():
        if lines:
            yield from ("", heading, *(f": {line}" for line in lines))


def _measured(rates: Rates, entry: str) -> str:
    hits, rate, ratio = rates.entries[entry], rates.rate(entry), rates.ratio(entry)
    if not hits.native and not hits.translated:
        sizes = f"{rates.native.words:,} native and {rates.translated.words:,} translated words"
        return f"Measured {rates.date}: never found in {sizes}"
    sides = []
    if rate and rate.native_per_million is not None:
        sides.append(f"{rate.native_per_million:.1f} per million words in native text")
    if rate and rate.translated_per_million is not None:
        sides.append(f"{rate.translated_per_million:.1f} per million words in translated text")
    if len(sides) > 1:
        interval = f"95 % {ratio.low:.1f} to {ratio.high:.1f}"
        sides.append(f"{ratio.value:.1f} times as frequent ({interval})")
    return f"Measured {rates.date}: {'; '.join(sides)}"
