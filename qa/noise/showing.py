"""An account of noise as text, as JSON or as tab-separated values."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import json
from msgspec.structs import asdict, fields

from qa.noise.counting import Account, Noise
from qa.phrasing import number

# What is shown of what became of findings, where anything did.
_FATES = {
    "standing": "standing",
    "mended": "mended",
    "comment": "comment",
    "configuration": "settings",
    "dismissed": "dismissed",
    "baseline": "baseline",
    "unchanged": "not new",
}
_ROW = "{:34} {:>8} {:>6}{}  {}"
_SHOWN = 20
_MOST = 0.7


def terminal(account: Account) -> str:
    """Return tables of checks and entries, with the few that cause most of it."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(account))


def structured(account: Account) -> str:
    """Return the account as one JSON object."""
    return json.format(json.encode(account), indent=2).decode() + "\n"


def tsv(account: Account) -> str:
    """Return a line for every check and entry, under a heading."""
    columns = [one.name for one in fields(Noise)]
    rows = [["kind", *columns]]
    for kind, noises in (("check", account.checks), ("entry", account.entries)):
        rows += [[kind, *(_cell(asdict(one)[name]) for name in columns)] for one in noises]
    return "".join("\t".join(row) + "\n" for row in rows)


OUTPUTS: Mapping[str, Callable[[Account], str]] = {
    "terminal": terminal,
    "json": structured,
    "tsv": tsv,
}


def _lines(account: Account) -> Iterator[str]:
    yield (
        f"{number(account.findings, 'finding')} in {number(account.documents, 'document')} of"
        f" {account.words} words, by {number(account.reports, 'report')}"
    )
    fates = [name for name in _FATES if any(getattr(one, name) for one in account.checks)]
    for title, noises in (("check", account.checks), ("entry", account.entries)):
        if noises:
            yield ""
            headings = _cells(_FATES[name] for name in fates)
            yield _ROW.format(title, "findings", "share", headings, "precision (95 %)")
            yield from (_row(one, fates) for one in noises[:_SHOWN])
        if len(noises) > _SHOWN:
            yield f"… and {len(noises) - _SHOWN} more (--format tsv has all)"
    yield from _few(account)


def _row(one: Noise, fates: Iterable[str]) -> str:
    numbers = _cells(getattr(one, name) for name in fates)
    return _ROW.format(one.name, one.findings, f"{one.share:.0%}", numbers, _precision(one))


def _cells(values: Iterable[object]) -> str:
    return "".join(f" {value:>9}" for value in values)


def _precision(one: Noise) -> str:
    if one.precision is None or one.low is None or one.high is None:
        return "not judged"
    return f"{one.precision:.2f} ({one.low:.2f}–{one.high:.2f})"


def _few(account: Account) -> Iterator[str]:
    """Yield how few checks cause most findings."""
    few = next((at for at, one in enumerate(account.checks, 1) if one.running >= _MOST), 0)
    if 0 < few < len(account.checks):
        names = ", ".join(one.name for one in account.checks[:few])
        yield ""
        yield f"{account.checks[few - 1].running:.0%} of the findings come from {names}"


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)
