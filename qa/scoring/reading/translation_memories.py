"""Translation memories (TMX 1.4, https://www.gala-global.org/tmx-14b)."""

from collections import Counter
from xml.etree.ElementTree import Element

from qa.errors import QAError
from qa.language import primary
from qa.safe_xml import text
from qa.scoring.reading.opening import named
from qa.scoring.reading.tables import Rows, Table


def table(root: Element, path: str, target_language: str | None = None) -> Table:
    """Return the columns ``source`` and ``target`` of a parsed memory.

    Args:
        root: of the file.
        path: of the file.
        target_language: of the side that is the target; None where there is only one besides the
            source language.

    Raises:
        QAError: it is not clear which language is the target.
    """
    units = [_variants(unit) for unit in root.iter("tu")]
    counts = Counter(language for unit in units for language in unit)
    header = root.find("header")
    source = _nearest(counts, "" if header is None else header.get("srclang", ""))
    target = _target(counts, source, target_language, path)
    rows = Rows()
    for unit in units:
        rows.add({"source": text(unit.get(source or "")), "target": text(unit.get(target))})
    return rows.table(path, target)


def _variants(unit: Element) -> dict[str, Element | None]:
    """Return the segment of each language of a unit."""
    return {
        _tag(variant.get("xml:lang") or variant.get("lang") or ""): variant.find("seg")
        for variant in unit.findall("tuv")
    }


def _tag(language: str) -> str:
    """Return a tag as it is usually written: ``de-AT`` for ``DE_at``."""
    first, *rest = language.replace("_", "-").split("-")
    return "-".join((first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)))  # noqa: PLR2004 - a region


def _nearest(counts: Counter[str], wanted: str) -> str | None:
    """Return the language of the memory that is the one wanted, or a variant of it."""
    tag = _tag(wanted)
    alike = [one for one, _ in counts.most_common() if primary(one) == primary(tag)]
    return tag if tag in alike else next(iter(alike), None)


def _target(
    counts: Counter[str], source: str | None, target_language: str | None, path: str
) -> str:
    if target_language:
        found = _nearest(counts, target_language)
        others = [found] if found else []
    else:
        others = [language for language in counts if language != source]
    if len(others) != 1:
        there = ", ".join(sorted(counts)) or "no language"
        raise QAError(
            f"{named(path)}: which language is the target is not clear: it has {there}",
            "name one of them with --target-language",
        )
    return others[0]
