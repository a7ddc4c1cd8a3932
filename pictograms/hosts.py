"""Where a redirect may lead: nobody else learns what is looked for."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit


def may_follow(target: str, origin: str, allowed: Iterable[str]) -> bool:
    """Whether a redirect from `origin` to `target` (both whole URLs) is followed.

    It is on http or https, without giving up https, and on the host of one of the `allowed`
    base URLs or a sibling of it (`cdn.arasaac.org` beside `api.arasaac.org`).
    """
    try:
        there, here = urlsplit(target), urlsplit(origin)
        host = there.hostname or ""
        hosts = [urlsplit(url).hostname or "" for url in allowed]
    except ValueError:
        return False
    if there.scheme not in ("http", "https") or not host:
        return False
    if here.scheme == "https" and there.scheme != "https":
        return False
    return any(host == known or _is_sibling(host, known) for known in hosts)


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
