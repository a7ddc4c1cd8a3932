"""Which word class a colour of the modified Fitzgerald key stands for.

The colours are those of AsTeRICS Grid's three light schemes of that key. White, which every
neutral cell has, says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pictograms.colours import normal_colour
from pictograms.pictogram import WordClass

_KEY: Mapping[WordClass, tuple[str, ...]] = MappingProxyType(
    {
        WordClass.PERSON: ("#fafad0", "#fdfd96", "#ffff6b"),
        WordClass.NOUN: ("#fbf3e4", "#ffda89", "#ffb56b"),
        WordClass.VERB: ("#dff4df", "#c7f3c7", "#b5ff6b"),
        WordClass.DESCRIPTOR: ("#eaeffd", "#84b6f4", "#6bb5ff"),
        WordClass.SOCIAL: ("#fff0f6", "#fdcae1", "#ff6bff"),
        WordClass.PLACE: ("#fbf2ff", "#bc98f3", "#ce6bff"),
        WordClass.CATEGORY: ("#ddccc1", "#d8af97", "#bf9075"),
        WordClass.IMPORTANT: ("#fce8e8", "#ff9688", "#ff704d"),
        WordClass.OTHER: ("#e4e4e4", "#bdbfbf", "#a3a3a3"),
    }
)
_CLASSES = MappingProxyType(
    {normal_colour(colour): kind for kind, colours in _KEY.items() for colour in colours}
)


def word_class_of(colour: str | None) -> WordClass | None:
    """The word class of a colour as `normal_colour` spells it, or None."""
    return _CLASSES.get(colour) if colour else None
