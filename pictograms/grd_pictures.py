"""The pictures of an AsTeRICS Grid file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pictograms import loose
from pictograms.board import VARIANT_FIELD, Image, License, Symbol
from pictograms.credit import image_license
from pictograms.import_report import Reason
from pictograms.variant import Variant

_NUMBER = re.compile(r"/pictograms/(\d{1,9})(?:\D|$)")

Remarks = list[tuple[Reason, str]]


def arasaac_number(url: str) -> int | None:
    """ARASAAC's number of the pictogram that a URL names, else None."""
    host = host_of(url)
    found = _NUMBER.search(url)
    is_theirs = host == "arasaac.org" or host.endswith(".arasaac.org")
    return int(found[1]) if found and is_theirs else None


def host_of(url: str) -> str:
    """The name of the computer that a URL leads to; empty where it names none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def image_of(raw: Any, identity: str, language: str) -> tuple[Image | None, Remarks]:
    """The picture of an element, and what is to be said of it. None where there is none."""
    image = loose.mapping(raw)
    data = loose.long_text(image.get("data"))
    url = loose.text(image.get("url"))
    url = url if url.startswith(("https://", "http://")) else ""
    number = arasaac_number(url) if url else None
    data = data if data.startswith("data:") else ""
    if number is not None:
        return _pictogram(number, url, data, identity, language), []
    if not data and not url:
        return None, []
    found = Image(identity, data=data or None, url=url or None, license=_license(image))
    return found, [] if data else [(Reason.REMOTE_PICTURE, host_of(url))]


def _pictogram(number: int, url: str, data: str, identity: str, language: str) -> Image:
    """All buttons of a board share the picture of a pictogram, unless it came with its own."""
    variant = _variant(url)
    shared = f"arasaac-{variant.file_name(number).removesuffix('_500.png')}"
    asked = {key: told for key, told in variant.query().items() if key != "resolution"}
    return Image(
        id=identity if data else shared,
        data=data or None,
        url=url,
        symbol=Symbol("arasaac", str(number)),
        license=image_license(number, language),
        extra=MappingProxyType({VARIANT_FIELD: asked} if asked else {}),
    )


def _variant(url: str) -> Variant:
    """How the URL wants the pictogram drawn."""
    try:
        asked = parse_qs(urlsplit(url).query, max_num_fields=20)
    except ValueError:
        return Variant()
    return Variant.of_query({name: told[0] for name, told in asked.items()})


def _license(image: Mapping[str, Any]) -> License | None:
    """Who made it; the file knows no licence, and what states none counts as private."""
    author = loose.text(image.get("author"))
    url = loose.text(image.get("authorURL"))
    if not author and not url:
        return None
    return License("private", author_name=author or None, author_url=url or None)
