"""Every check by id: ours, and those that entry points of ``qa.checks`` name."""

from difflib import get_close_matches
from functools import cache
from types import ModuleType

from qa import checks, plugins
from qa.check import Check
from qa.errors import QAError

GROUP = "qa.checks"


@cache
def all_checks() -> dict[str, Check]:
    """Return every check by id, sorted.

    Raises:
        QAError: two modules define the same id.
    """
    found: dict[str, Check] = {}
    for module in plugins.modules(checks, GROUP):
        for check in _checks_of(module):
            if check.id in found:
                raise QAError(f"{module.__name__}: the check id '{check.id}' is taken already")
            found[check.id] = check
    return dict(sorted(found.items()))


def find(name: str) -> Check:
    """Return the check called ``name``.

    Raises:
        QAError: there is none; the hint has the nearest id.
    """
    known = all_checks()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "qa explain --list shows all of them"
        raise QAError(f"there is no check '{name}'", hint)
    return known[name]


def _checks_of(module: ModuleType) -> list[Check]:
    return [value for value in vars(module).values() if isinstance(value, Check)]
