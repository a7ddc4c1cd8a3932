"""A picture or a sound chosen for a button, before any board has it. No Qt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from types import MappingProxyType

from pictograms.board import VARIANT_FIELD, Image, License, Sound, Symbol
from pictograms.credit import image_license
from pictograms.variant import Variant

_KIND = MappingProxyType(
    {"image/png": "png", "image/jpeg": "jpg", "audio/wav": "wav", "audio/mpeg": "mp3"}
)


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """What an editor puts on a button."""

    image: Image | None
    """None: no picture. Its id is the same for the same picture; it has no path yet."""
    data: bytes | None = None
    """The file of a picture of one's own; None where the image names a symbol."""


@dataclass(frozen=True, slots=True)
class SoundChoice:
    """What an editor puts on a button."""

    sound: Sound | None
    """None: no recorded sound, so the voice says the word."""
    data: bytes | None = None
    """The file of the sound."""


@dataclass(frozen=True, slots=True)
class Credits:
    """What somebody typed about where a picture or sound comes from; all may be empty."""

    author: str = ""
    source: str = ""
    """An address."""
    terms: str = ""
    """The licence's name, as its maker writes it: `CC BY 4.0`."""

    def license(self) -> License | None:
        """None where nothing was typed: an own photo needs no line; it counts as private."""
        author, source, terms = (
            " ".join(text.split()) or None for text in (self.author, self.source, self.terms)
        )
        if not (author or source or terms):
            return None
        return License(terms or "private", source_url=source, author_name=author)


def arasaac_choice(number: int, variant: Variant, language: str) -> PictureChoice:
    """One of ARASAAC's pictures, drawn in some way, with its licence.

    `symbol` names the plain picture, as every program knows it; ours draws the variant.
    """
    name = variant.file_name(number).removesuffix(".png").removesuffix("_500")
    query = variant.query()
    query.pop("resolution")
    return PictureChoice(
        Image(
            id=f"arasaac-{name}",
            symbol=Symbol("arasaac", str(number)),
            license=image_license(number, language),
            extra=MappingProxyType({VARIANT_FIELD: query} if query else {}),
        )
    )


def own_picture(
    data: bytes, content_type: str, size: tuple[int, int], credits: Credits
) -> PictureChoice:
    """A photo or drawing of one's own. `size` in pixels."""
    image = Image(
        id=_identity("own", data, content_type),
        content_type=content_type,
        width=size[0],
        height=size[1],
        license=credits.license(),
    )
    return PictureChoice(image, data)


def own_sound(
    data: bytes, content_type: str, seconds: float | None, credits: Credits
) -> SoundChoice:
    """A recording or sound file of one's own."""
    sound = Sound(
        id=_identity("sound", data, content_type),
        content_type=content_type,
        duration=round(seconds, 2) if seconds is not None else None,
        license=credits.license(),
    )
    return SoundChoice(sound, data)


def _identity(kind: str, data: bytes, content_type: str) -> str:
    ending = _KIND.get(content_type, "")
    return "-".join(filter(None, (kind, hashlib.sha256(data).hexdigest()[:16], ending)))
