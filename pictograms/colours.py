"""Colours as boards write them, brought to the Open Board Format's two spellings."""

from __future__ import annotations

import re
from types import MappingProxyType

_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(([^()]{1,60})\)", re.IGNORECASE)

# HTML 4.01, section 6.5, the sixteen names that every board editor knows.
_NAMED = MappingProxyType(
    {
        "aqua": (0, 255, 255),
        "black": (0, 0, 0),
        "blue": (0, 0, 255),
        "fuchsia": (255, 0, 255),
        "gray": (128, 128, 128),
        "green": (0, 128, 0),
        "lime": (0, 255, 0),
        "maroon": (128, 0, 0),
        "navy": (0, 0, 128),
        "olive": (128, 128, 0),
        "purple": (128, 0, 128),
        "red": (255, 0, 0),
        "silver": (192, 192, 192),
        "teal": (0, 128, 128),
        "white": (255, 255, 255),
        "yellow": (255, 255, 0),
    }
)


def normal_colour(text: str) -> str | None:
    """`rgb(r, g, b)` or `rgba(r, g, b, a)` for what `text` means; None where it means nothing.

    Understood: the format's own spelling with any spacing, `#rgb`, `#rgba`, `#rrggbb`,
    `#rrggbbaa` and the sixteen HTML names.
    """
    text = text.strip()
    if found := _HEX.fullmatch(text):
        return _from_hex(found[1])
    if found := _RGB.fullmatch(text):
        return _from_parts(found[1].split(","))
    named = _NAMED.get(text.lower())
    return _spell(*named) if named else None


def _from_hex(digits: str) -> str:
    if len(digits) <= 4:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, *alpha = bytes.fromhex(digits)
    return _spell(red, green, blue, round(alpha[0] / 255, 3) if alpha else None)


def _from_parts(parts: list[str]) -> str | None:
    if len(parts) not in (3, 4):
        return None
    try:
        red, green, blue = (int(part) for part in parts[:3])
        alpha = float(parts[3]) if len(parts) == 4 else None
    except ValueError:
        return None
    in_range = all(0 <= level <= 255 for level in (red, green, blue))
    return _spell(red, green, blue, alpha) if in_range and 0 <= (alpha or 0) <= 1 else None


def _spell(red: int, green: int, blue: int, alpha: float | None = None) -> str:
    if alpha is None:
        return f"rgb({red}, {green}, {blue})"
    return f"rgba({red}, {green}, {blue}, {alpha:g})"
