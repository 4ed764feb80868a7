"""Who may ask a server: known hosts against DNS rebinding, pages of its own, holders of a token.

A page of another site that a browser shows can send requests to this server, but not without
telling where it comes from; and a name that somebody else made point here is not one of ours.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

COOKIE = "qa-token"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Access:
    """What a request must show.

    Attributes:
        token: what clients must have; None where only this machine is served.
        public: the address under which others see the server, such as ``https://qa.example``.
        names: further names of this machine.
    """

    token: str | None = field(default=None, repr=False)
    public: str | None = None
    names: frozenset[str] = frozenset()

    def knows(self, host: str) -> bool:
        """Tell whether a ``Host`` header names this server: nobody can make others' names ours."""
        name = _name(f"//{host}")
        known = _LOOPBACK | self.names | ({_name(self.public)} if self.public else set())
        return name in known or (self.token is not None and _is_address(name))

    def is_own(self, host: str, origin: str | None, site: str | None) -> bool:
        """Tell whether a request comes from a page of this server, or from no page at all.

        Args:
            host: the header ``Host``.
            origin: the header ``Origin``, which browsers send with all that is not a plain GET.
            site: the header ``Sec-Fetch-Site``.
        """
        if site not in (None, "same-origin"):
            return False
        if origin is None:
            return True
        place, scheme = _place(origin), origin.partition("://")[0]
        return place is not None and place == _place(f"{scheme}://{host}")

    def admits(self, told: str | None) -> bool:
        """Tell whether a token is the right one, in the same time whatever it is."""
        if self.token is None:
            return True
        return hmac.compare_digest((told or "").encode(), self.token.encode())

    def remembers(self, cookie: str | None) -> bool:
        """Tell whether a cookie was given for the right token."""
        if self.token is None:
            return True
        return hmac.compare_digest((cookie or "").encode(), self.cookie.encode())

    @property
    def cookie(self) -> str:
        """What a browser keeps in place of the token, from which that cannot be found."""
        return hmac.new((self.token or "").encode(), b"qa-cookie", hashlib.sha256).hexdigest()

    @property
    def secure(self) -> bool:
        """Whether browsers reach the server by HTTPS."""
        return (self.public or "").startswith("https:")


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _name(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def _place(address: str) -> tuple[str | None, int] | None:
    """Return the host and the port of an address by HTTP, None if it is none."""
    try:
        parts = urlsplit(address)
        port, usual = parts.port, _PORTS.get(parts.scheme)
    except ValueError:
        return None
    return None if usual is None else (parts.hostname, port or usual)
