"""Who may ask a server, and who may not."""

import pytest

from qa.web.access import Access, is_loopback

TOKEN = "correct-horse-battery"  # noqa: S105 - it opens nothing


@pytest.mark.parametrize("host", ["localhost", "localhost:8017", "127.0.0.1:9", "[::1]:8017"])
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert Access().knows(host)


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.7", "[::1"],
)
def test_names_that_others_can_make_are_not_known(host: str) -> None:
    assert not Access().knows(host)


def test_a_shared_server_is_known_by_its_public_name_and_its_addresses() -> None:
    access = Access(TOKEN, "https://qa.example.org", frozenset({"desk7"}))
    assert all(map(access.knows, ("qa.example.org", "desk7:8017", "10.0.0.7:8017")))
    assert not access.knows("evil.example")


@pytest.mark.parametrize(
    ("host", "origin", "site", "own"),
    [
        ("localhost:8017", "http://localhost:8017", "same-origin", True),
        ("localhost:8017", None, None, True),
        ("qa.example.org", "https://qa.example.org", "same-origin", True),
        ("qa.example.org", "https://qa.example.org:443", None, True),
        ("localhost:8017", "http://localhost:3000", None, False),
        ("localhost:8017", "http://evil.example", None, False),
        ("localhost:8017", "null", None, False),
        ("localhost:8017", "", None, False),
        ("localhost:8017", "http://localhost:99999", None, False),
        ("localhost:99999", "http://localhost:99999", None, False),
        ("localhost:8017", "ftp://localhost:8017", None, False),
        ("localhost:8017", None, "none", False),
        ("localhost:8017", None, "cross-site", False),
        ("localhost:8017", "http://localhost:8017", "same-site", False),
    ],
)
def test_only_pages_of_the_server_itself_may_ask(
    host: str, origin: str | None, site: str | None, own: bool
) -> None:
    assert Access().is_own(host, origin, site) is own


def test_a_token_or_its_cookie_lets_in_and_nothing_else() -> None:
    access = Access(TOKEN)
    assert access.admits(TOKEN)
    assert access.remembers(access.cookie)
    for wrong in (None, "", TOKEN[:-1], TOKEN + "x", "ü" * 21):
        assert not access.admits(wrong)
        assert not access.remembers(wrong)
    assert not access.remembers(TOKEN)
    assert not access.admits(access.cookie)


def test_the_cookie_is_another_for_another_token_and_the_token_is_not_shown() -> None:
    access = Access(TOKEN)
    assert access.cookie != Access(TOKEN + "x").cookie
    assert TOKEN not in f"{access} {access.cookie}"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_loopback_needs_no_token(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk7", ""])  # noqa: S104
def test_everything_else_does(host: str) -> None:
    assert not is_loopback(host)
