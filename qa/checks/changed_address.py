r"""A web address, e-mail address or file path that is missing, was added, or was changed.

What it finds
: Addresses (https://…, www.…, name@house.org) and paths of files (/etc/hosts, C:\Windows) that
  source and target do not have alike. Where the target leads to another page, perhaps that of its
  own language, it is a note.

Why it matters
: A link with one letter changed leads nowhere, and nobody sees it by reading.

Flagged
: [en > de] Write to help@house.example today. | Schreiben Sie heute an hilfe@house.example.
: [en > fr] See https://house.example/faq. | Voir la foire aux questions.
: [en > de] Edit /etc/app/main.conf first. | Bearbeiten Sie zuerst /etc/app/haupt.conf.

Clean
: [en > de] See https://house.example/faq. | Siehe https://house.example/faq!
: [en > de] He and/or she came 24/7. | Er und/oder sie kam rund um die Uhr.
: [en > fr] (www.house.example/a) | (Voir www.house.example/a.)

Sources
: MQM, accuracy > untranslatable content (https://themqm.org)
: RFC 3986, URI generic syntax; RFC 5322, addresses of mail
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Pair
from qa.text.codes import ADDRESS, Difference, differences

_HINTS = ("/", "@", "\\", "www.")


@bilingual_check("changed-address", Category.ACCURACY, Severity.WARNING)
def changed_address(pair: Pair, _context: Context) -> Iterator[Mark]:
    """Mark the address that the source has not, or the target where it lacks one."""
    source, target = pair.source.text.content, pair.target.text.content
    if any(hint in source or hint in target for hint in _HINTS):
        for one in differences(source, target, ADDRESS):
            yield _mark(one, len(target))


def _mark(one: Difference, end: int) -> Mark:
    leads_elsewhere = bool(one.correction) and "/" in one.correction[0]
    return Mark(
        one.start,
        one.end or end,
        one.described("address"),
        suggestions=one.correction,
        severity=Severity.NOTE if leads_elsewhere else None,
        confidence=Confidence.CONTEXT if leads_elsewhere else Confidence.NEARLY_ALWAYS,
        source_text=one.missing,
    )
