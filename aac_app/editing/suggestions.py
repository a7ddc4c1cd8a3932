"""Pictures for a word: those that the boards use for it already, then the catalogue's. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pictograms.board import Board, Button, Image, Symbol
from pictograms.credit import image_license
from pictograms.obz import BoardSet
from pictograms.pictogram import Pictogram, WordClass
from pictograms.ranking import FOLDED, fold, rank

MOST = 12
"""Pictures offered for one word."""
_STATIC = "https://static.arasaac.org/pictograms"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A picture that may fit, and what it says of the word."""

    image: Image
    label: str
    word_class: WordClass
    board: Board | None = None
    """The board that the picture was taken from, where it is one's own."""


def arasaac_image(identity: int, language: str) -> Image:
    """One of ARASAAC's pictures, as a board names it, with its credit."""
    return Image(
        id=str(identity),
        url=f"{_STATIC}/{identity}/{identity}_500.png",
        symbol=Symbol("arasaac", str(identity)),
        content_type="image/png",
        width=500,
        height=500,
        license=image_license(identity, language),
    )


class Album:
    """The pictures that boards use for words already; read once, asked while somebody types."""

    def __init__(self, sets: Iterable[BoardSet]) -> None:
        self._known: dict[str, list[Suggestion]] = {}
        for boards in sets:
            for board in boards.boards.values():
                for button in board.buttons.values():
                    self._keep(board, button)

    def _keep(self, board: Board, button: Button) -> None:
        image = board.image_of(button)
        if image is None:
            return
        suggestion = Suggestion(image, button.label, button.word_class, board)
        for word in {fold(button.label), fold(button.gloss or "")} - {""}:
            self._known.setdefault(word, []).append(suggestion)

    def suggest(
        self, word: str, found: Sequence[Pictogram], language: str
    ) -> tuple[Suggestion, ...]:
        """Pictures for a word, best first.

        `found` are the catalogue's answers. A picture of sex or violence is offered only to
        whoever asks by its own word.
        """
        offers = list(self._known.get(fold(word), ()))
        for pictogram in found:
            is_exact = rank(word, pictogram.keywords)[0] <= FOLDED
            if is_exact or not (pictogram.is_sexual or pictogram.is_violent):
                image = arasaac_image(pictogram.id, language)
                offers.append(Suggestion(image, pictogram.label, pictogram.word_class))
        unique: dict[object, Suggestion] = {}
        for one in offers:
            unique.setdefault(_identity(one.image), one)
        return tuple(unique.values())[:MOST]


def _identity(image: Image) -> object:
    """What makes two pictures the same one."""
    return image.arasaac_id or image.path or image.data or image.url or image.id
