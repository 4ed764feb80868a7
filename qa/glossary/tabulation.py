"""Figures of glossaries as text, or as JSON."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary.mining import Candidate
from qa.glossary.rates import Rates
from qa.glossary.termbase import Entry, Glossary

# At most one false hit in 100,000 native words for what is nearly always wrong.
_NATIVE_PER_MILLION_AT_MOST = 10.0
_COLUMNS = "{:40} {:>9} {:>11} {:>8}  {}"


def rates(measured: Rates, glossary: Glossary, form: str) -> str:
    """Return what was measured of a glossary, ``terminal`` or ``json``.

    Raises:
        QAError: there is no such form.
    """
    return _formed(measured, _rates(measured, glossary), form)


def candidates(found: Sequence[Candidate], form: str) -> str:
    """Return mined phrases, ``terminal`` or ``json``.

    Raises:
        QAError: there is no such form.
    """
    return _formed(found, _candidates(found), form)


def _formed(value: object, lines: Iterable[str], form: str) -> str:
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
    if form != "terminal":
        raise QAError(f"there is no format '{form}'", "there are terminal and json")
    return "".join(line.rstrip() + "\n" for line in lines)


def _rates(measured: Rates, glossary: Glossary) -> Iterator[str]:
    yield _COLUMNS.format("hits per million words", "native", "translated", "ratio", "95 %")
    entries = sorted(glossary.entries, key=lambda one: (-_native(measured, one), one.id))
    for entry in entries:
        yield _row(measured, entry)
    yield ""
    yield _COLUMNS.format("findings per 1,000 words", "native", "translated", "", "")
    for kind, flags in measured.flags.items():
        yield _COLUMNS.format(kind, f"{flags.native:.4f}", f"{flags.translated:.4f}", "", "")
    yield f"{measured.native.words} native words, {measured.translated.words} translated"
    dead = sum(not (one.native or one.translated) for one in measured.entries.values())
    yield f"{dead} of {len(measured.entries)} entries were never found"


def _native(measured: Rates, entry: Entry) -> float:
    rate = measured.rate(entry.id)
    return (rate.native_per_million if rate else None) or 0.0


def _row(measured: Rates, entry: Entry) -> str:
    rate = measured.rate(entry.id)
    if rate is None:
        return _COLUMNS.format(entry.id, "", "", "", "draft" if entry.draft else "not measured")
    ratio = measured.ratio(entry.id)
    interval = f"{ratio.low:.1f} to {ratio.high:.1f}" if measured.translated.words else ""
    return _COLUMNS.format(
        entry.id,
        _shown(rate.native_per_million),
        _shown(rate.translated_per_million),
        f"{ratio.value:.1f}" if measured.translated.words else "",
        "  ".join((interval, *_remarks(measured, entry))),
    )


def _shown(per_million: float | None) -> str:
    return "" if per_million is None else f"{per_million:.1f}"


def _remarks(measured: Rates, entry: Entry) -> Iterator[str]:
    """Yield what is to be looked into."""
    hits, native = measured.entries[entry.id], _native(measured, entry)
    if not hits.native and not hits.translated:
        yield "never found"
    if entry.confidence is Confidence.NEARLY_ALWAYS and native > _NATIVE_PER_MILLION_AT_MOST:
        yield "too many native hits for 'nearly always'"
    if hits.native and measured.translated.words and measured.ratio(entry.id).value < 1:
        yield "commoner in native text"


def _candidates(found: Sequence[Candidate]) -> Iterator[str]:
    row = "{:>4}  {:32} {:>10} {:>8} {:>7} {:>8} {:>5} {:>5}"
    yield row.format(
        "", "per million words", "translated", "native", "ratio", "G²", "docs", "years"
    )
    for number, one in enumerate(found, 1):
        yield row.format(
            number,
            one.phrase,
            one.translated_per_million,
            one.native_per_million,
            one.ratio,
            one.likelihood,
            one.documents,
            one.years or "",
        )
        if one.variants:
            yield f"      also: {', '.join(one.variants)}"
        for place in one.places:
            yield f"      {place.document}: … {place.context} …"
