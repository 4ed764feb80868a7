"""Every check is what its manual page says."""

import pytest

from qa import registry
from qa.check import Check
from qa.testing import conforms


@pytest.mark.parametrize("check", registry.all_checks().values(), ids=lambda check: check.id)
def test_a_check_is_what_its_manual_page_says(check: Check) -> None:
    assert conforms(check) == []
