"""The ways in which ARASAAC draws one pictogram: plural, past, skin, hair, without colour.

Source: the image endpoint of ARASAAC's public API and the file names that its server gives
to what it has drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

RESOLUTIONS = (300, 500, 2500)
"""Pixels. The static host has all three; the API, which draws variants, lacks 300."""
_RGB = re.compile(r"[0-9A-Fa-f]{6}")


class Skin(Enum):
    """Skin colours; the value is the API's word for it (`assian` is its spelling)."""

    WHITE = "white"
    BLACK = "black"
    ASIAN = "assian"
    MULATTO = "mulatto"
    AZTEC = "aztec"


class Hair(Enum):
    """Hair colours; the value is the API's word for it."""

    BLONDE = "blonde"
    BROWN = "brown"
    DARK_BROWN = "darkBrown"
    GRAY = "gray"
    DARK_GRAY = "darkGray"
    RED = "red"
    BLACK = "black"


_PLACES = ("classroom", "health", "library", "office")
SKIN_RGB: Mapping[Skin, str] = {
    Skin.WHITE: "F5E5DE",
    Skin.BLACK: "A65C17",
    Skin.ASIAN: "F4ECAD",
    Skin.MULATTO: "E3AB72",
    Skin.AZTEC: "CF9D7C",
}
"""The colour that each stands for, `RRGGBB`."""
HAIR_RGB: Mapping[Hair, str] = {
    Hair.BLONDE: "FDD700",
    Hair.BROWN: "A65E26",
    Hair.DARK_BROWN: "6A2703",
    Hair.GRAY: "EFEFEF",
    Hair.DARK_GRAY: "AAABAB",
    Hair.RED: "ED4120",
    Hair.BLACK: "020100",
}
"""The colour that each stands for, `RRGGBB`."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How a pictogram is drawn. The plain one has no argument."""

    plural: bool = False
    """With the mark of the plural."""
    color: bool = True
    """False: black and white."""
    background: str | None = None
    """Six hexadecimal digits, `RRGGBB`; None is transparent."""
    action: Literal["past", "future"] | None = None
    """With the mark of a verb's tense."""
    skin: Skin | None = None
    hair: Hair | None = None
    identifier: Literal["classroom", "health", "library", "office"] | None = None
    """With the mark of a place."""
    identifier_position: Literal["left", "right"] = "right"

    def __post_init__(self) -> None:
        if self.background is not None and not _RGB.fullmatch(self.background):
            raise ValueError(f"background {self.background!r} is not six hexadecimal digits")

    @classmethod
    def of_query(cls, query: Mapping[str, Any]) -> Variant:
        """What `query` wrote, read again; what is not understood keeps its default."""
        background = str(query.get("backgroundColor") or "").removeprefix("#")
        side = query.get("identifierPosition")
        return cls(
            plural=query.get("plural") == "true",
            color=query.get("color") != "false",
            background=background if _RGB.fullmatch(background) else None,
            action=_one_of(query.get("action"), ("past", "future")),
            skin=_one_of(query.get("skin"), {skin.value: skin for skin in Skin}),
            hair=_one_of(query.get("hair"), {hair.value: hair for hair in Hair}),
            identifier=_one_of(query.get("identifier"), _PLACES),
            identifier_position="left" if side == "left" else "right",
        )

    @property
    def is_plain(self) -> bool:
        return self == Variant()

    def query(self, resolution: int = 500) -> dict[str, str]:
        """Parameters of the image endpoint; those at their default are left out."""
        asked = {
            "plural": "true" if self.plural else None,
            "color": None if self.color else "false",
            "backgroundColor": f"#{self.background}" if self.background else None,
            "action": self.action,
            "resolution": str(resolution),
            "skin": self.skin.value if self.skin else None,
            "hair": self.hair.value if self.hair else None,
            "identifier": self.identifier,
            "identifierPosition": self.identifier_position if self.identifier else None,
        }
        return {key: value for key, value in asked.items() if value is not None}

    def file_name(self, identity: int, resolution: int = 500) -> str:
        """The name that ARASAAC's static host gives to this picture."""
        return "_".join([str(identity), *self._marks(), str(resolution), *self._place()]) + ".png"

    def _marks(self) -> Iterator[str]:
        if self.plural:
            yield "plural"
        if not self.color:
            yield "nocolor"
        if self.background:
            yield f"backgroundColor-{self.background}"
        if self.action:
            yield f"action-{self.action}"
        if self.hair:
            yield f"hair-{HAIR_RGB[self.hair]}"
        if self.skin:
            yield f"skin-{SKIN_RGB[self.skin]}"

    def _place(self) -> Iterator[str]:
        if self.identifier:
            side = "-left" if self.identifier_position == "left" else ""
            yield f"identifier-{self.identifier}{side}"


def _one_of(value: object, known: Iterable[Any] | Mapping[str, Any]) -> Any:
    """The known value of this name, or None."""
    names = known if isinstance(known, Mapping) else {name: name for name in known}
    return names.get(value) if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One pictogram drawn otherwise than plain."""

    id: int
    variant: Variant

    def __str__(self) -> str:
        return self.variant.file_name(self.id)
