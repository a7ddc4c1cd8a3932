"""Boards, in the words of the Open Board Format (open-board-0.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pictograms.languages import base
from pictograms.pictogram import WordClass
from pictograms.variant import Variant

VARIANT_FIELD = "ext_aac_variant"
"""How one of ARASAAC's pictures is drawn: the parameters of its image endpoint, `{"plural":
"true", "skin": "black"}`. It stands beside `symbol`, so other programs see the plain picture."""
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _nothing() -> Mapping[str, Any]:
    return _NOTHING


@dataclass(frozen=True, slots=True)
class License:
    """Who made a board, an image or a sound, and what may be done with it."""

    type: str
    copyright_notice_url: str | None = None
    source_url: str | None = None
    author_name: str | None = None
    author_url: str | None = None
    author_email: str | None = None


@dataclass(frozen=True, slots=True)
class Symbol:
    """A picture named in a symbol set instead of carried as a file."""

    set: str
    """The set's name; ours is `arasaac`."""
    filename: str
    """The picture's name in the set; ARASAAC's number as text."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of a board. Read in the order data, path, url, symbol (as the format says)."""

    id: str
    data: str | None = None
    """A data URI."""
    path: str | None = None
    """A path inside the .obz package, or beside the .obf file."""
    url: str | None = None
    symbol: Symbol | None = None
    content_type: str | None = None
    width: int | None = None
    height: int | None = None
    license: License | None = None
    extra: Mapping[str, Any] = field(default_factory=_nothing, hash=False)
    """Fields that we do not know, kept for the round trip."""

    @property
    def arasaac_id(self) -> int | None:
        """ARASAAC's number where the picture is one of theirs, else None."""
        if self.symbol and self.symbol.set == "arasaac" and self.symbol.filename.isdecimal():
            return int(self.symbol.filename)
        return None

    @property
    def variant(self) -> Variant:
        """`ext_aac_variant`: how ARASAAC is to draw it; plain where nothing is said."""
        query = self.extra.get(VARIANT_FIELD)
        return Variant.of_query(query) if isinstance(query, Mapping) else Variant()


@dataclass(frozen=True, slots=True)
class Sound:
    """A recorded sound; read in the order data, path, url."""

    id: str
    data: str | None = None
    path: str | None = None
    url: str | None = None
    content_type: str | None = None
    duration: float | None = None
    license: License | None = None
    extra: Mapping[str, Any] = field(default_factory=_nothing, hash=False)


@dataclass(frozen=True, slots=True)
class LoadBoard:
    """Where a button leads."""

    id: str | None = None
    name: str | None = None
    path: str | None = None
    """A path inside the package, or beside the .obf file."""
    url: str | None = None
    data_url: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """What a person can choose. Fields beyond the format travel as `ext_aac_...`."""

    id: str
    label: str
    """The word on the button, in the board's language."""
    vocalization: str | None = None
    """What is said instead of the label."""
    image_id: str | None = None
    sound_id: str | None = None
    hidden: bool = False
    background_color: str | None = None
    """`rgb(r, g, b)` or `rgba(r, g, b, a)`; None leaves it to the word class."""
    border_color: str | None = None
    actions: tuple[str, ...] = ()
    """`+x`, `:space`, `:speak`, `:clear`, `:backspace`, `:home` or an app's own `:ext_...`."""
    load_board: LoadBoard | None = None
    gloss: str | None = None
    """`ext_aac_gloss`: the word given to the sentence engine where it is not the label."""
    word_class: WordClass = WordClass.OTHER
    """`ext_aac_word_class`: decides the cell's Fitzgerald key colour and mark."""
    emoji: str | None = None
    """`ext_aac_emoji`: drawn where no picture is to be had."""
    speaks_at_once: bool = False
    """`ext_aac_speaks_at_once`: activating it speaks it now, without the engine."""
    adds_word: bool | None = None
    """`ext_aac_adds_word`: whether activating it adds its word to the message. None: by its
    kind (a word does; an action, a link or a word that speaks at once does not)."""
    level: int = 1
    """`ext_aac_level`: vocabulary level from which on the button is shown."""
    extra: Mapping[str, Any] = field(default_factory=_nothing, hash=False)

    @property
    def is_word(self) -> bool:
        """Whether activating the button adds its word to the message."""
        if self.adds_word is not None:
            return self.adds_word
        return not (self.actions or self.load_board or self.speaks_at_once)

    @property
    def spoken(self) -> str:
        """What is said when this button alone is spoken."""
        return self.vocalization or self.label


@dataclass(frozen=True, slots=True)
class Board:
    """A grid of buttons."""

    id: str
    name: str
    locale: str
    """Language of the labels, BCP 47; `es` and `en` are ours."""
    buttons: Mapping[str, Button] = field(hash=False)
    order: tuple[tuple[str | None, ...], ...]
    """Rows of button ids; None leaves the cell empty, so words keep their place."""
    images: Mapping[str, Image] = field(default_factory=_nothing, hash=False)
    sounds: Mapping[str, Sound] = field(default_factory=_nothing, hash=False)
    license: License | None = None
    description_html: str | None = None
    home_after_word: bool | None = None
    """`ext_aac_home_after_word`: go home after a word was chosen here. None: as settings say."""
    strings: Mapping[str, Mapping[str, str]] = field(default_factory=_nothing, hash=False)
    extra: Mapping[str, Any] = field(default_factory=_nothing, hash=False)

    @property
    def rows(self) -> int:
        return len(self.order)

    @property
    def columns(self) -> int:
        return max((len(row) for row in self.order), default=0)

    def cells(self) -> Iterator[tuple[int, int, Button]]:
        """Every placed button with its row and column, hidden ones too."""
        for row, ids in enumerate(self.order):
            for column, button_id in enumerate(ids):
                if button_id is not None:
                    yield row, column, self.buttons[button_id]

    def image_of(self, button: Button) -> Image | None:
        """The button's picture, or None."""
        return self.images.get(button.image_id) if button.image_id else None

    def sound_of(self, button: Button) -> Sound | None:
        """The button's recorded sound, or None."""
        return self.sounds.get(button.sound_id) if button.sound_id else None

    def say(self, text: str) -> str:
        """A label or name as shown: the board's own translation of it, where it has one."""
        return self.strings.get(self._spoken_list(), {}).get(text, text)

    @property
    def title(self) -> str:
        """The board's name as shown."""
        return self.say(self.name)

    def _spoken_list(self) -> str:
        """The string list of the board's language: the very one, else a variety of it."""
        if self.locale in self.strings:
            return self.locale
        return next((one for one in self.strings if base(one) == base(self.locale)), "")
