"""Where a redirect may lead: nobody else learns what is looked for."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit


def redirected(target: str, origin: str, allowed: Iterable[str]) -> str | None:
    """The whole URL that a redirect from `origin` leads to; None if it is not followed.

    It must be on http or https, without giving up https, and on the host of one of the
    `allowed` base URLs or a sibling of it (`cdn.arasaac.org` beside `api.arasaac.org`).
    """
    try:
        url = urljoin(origin, target)
        there, here = urlsplit(url), urlsplit(origin)
        host = there.hostname or ""
    except ValueError:
        return None
    if there.scheme not in ("http", "https") or not host:
        return None
    if here.scheme == "https" and there.scheme != "https":
        return None
    known = (host_of(base) for base in allowed)
    return url if any(host == one or _is_sibling(host, one) for one in known) else None


def host_of(url: str) -> str:
    """The host's name; of what is no URL, its beginning, for a message."""
    try:
        return urlsplit(url).hostname or url[:80]
    except ValueError:
        return url[:80]


def _is_sibling(host: str, known: str) -> bool:
    _, _, family = known.partition(".")
    if "." not in family or _is_address(known):
        return False
    return host == family or host.endswith(f".{family}")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
