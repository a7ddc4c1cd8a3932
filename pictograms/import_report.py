"""What came of importing a foreign file: what was taken, approximated and skipped, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from pictograms.board import Board

COUNTS = ("boards", "buttons", "links", "pictograms", "skipped")


class Reason(Enum):
    """Why something is in the report; the value is the English text, `{}` its detail."""

    TAKEN = "taken ({} buttons)"
    # Approximated: it is there, in another way.
    BAR = "is the message bar, which the window has already"
    CONTROLS = "its row of controls is left to the window's own buttons"
    FRAME = "its words were put on every board that shows it ({} boards)"
    SHARED_SPACE = "overlapped another button and was moved to a free place"
    SMALLER = "overlapped another button and was made smaller"
    SQUEEZED = "its grid of {} was drawn together; nothing changed sides"
    LAID_OUT = "has no grid; its buttons were laid out in their order"
    LEADS_NOWHERE = "leads to a board that is not in the file ({})"
    SILENT_LINK = "opens a board without saying its word first"
    OTHER_LANGUAGE = "has no word in the language asked for; taken in {}"
    LANGUAGE = "the language asked for is not in the file; taken in {}"
    KEY_AS_WORD = "its word is looked up in the other program; taken as {}"
    WORD_FORMS = "its word forms are kept; sentences are inflected by the engine ({})"
    REMOTE_PICTURE = "its picture is on the network and was not fetched ({})"
    SET_PICTURE = "its picture belongs to a set that the file does not carry ({})"
    LETTER_BY_LETTER = "deletes the last letter or word, not always one letter"
    WORDLESS = "has a picture and no word; it does nothing when it is chosen"
    MISSING_FILE = "its picture or sound is not in the file ({})"
    KEPT_ACTION = (
        "does something that this program does not know ({}); it is kept for other programs"
    )
    CUT = "its text was cut to {} characters"
    SEVERAL_LINKS = "led to several boards; the first was taken"
    # Skipped: it is not there.
    PROBLEM = "{}"
    WEB_PAGE = "opened a web page ({})"
    NETWORK = "sent something to another device or service ({})"
    SYSTEM = "commanded the computer ({})"
    MEDIA = "played something from the network ({})"
    CHANGE_LANGUAGE = "changed the language ({})"
    CHANGE_FORM = "changed the form of words ({})"
    SEARCH = "opened a search for words"
    OTHER_ACTION = "did something that this program does not know ({})"
    ELEMENT = "is a part that this program does not have ({}); it is kept hidden"
    BAD_PICTURE = "its picture was left out: it {}"
    BAD_SOUND = "its sound was left out: it {}"
    DICTIONARY = "a list of words for prediction ({})"
    INPUT_SETTINGS = "settings of scanning, dwelling and looks; they are set here anew"
    STATIONS = "radio stations ({})"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing of the file, by name."""

    board: str
    """Name of the board; empty for the file as a whole."""
    button: str
    """Label of the button; empty for the board as a whole."""
    reason: Reason
    detail: str = ""

    @property
    def text(self) -> str:
        """What is to be said about it, in English."""
        return self.reason.value.format(self.detail)

    @property
    def name(self) -> str:
        """What it is about: the button and its board, or the board."""
        if self.button:
            return f"“{self.button}” ({self.board})" if self.board else f"“{self.button}”"
        return f"“{self.board}”" if self.board else ""

    def __str__(self) -> str:
        return f"{self.name}: {self.text}" if self.name else self.text


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. The counts are those of the file, as it says."""

    source: str
    """The file's name."""
    format: str
    """`obf`, `obz`, `grd` or `cboard`."""
    language: str
    """Language of the labels that were taken, BCP 47; empty where the file does not tell."""
    boards: int
    buttons: int
    links: int
    """Buttons that lead to a board."""
    pictograms: int
    """Different pictograms of ARASAAC."""
    taken: tuple[Remark, ...] = ()
    approximated: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()

    def with_notes(self, notes: Notes) -> ImportReport:
        """The report with more remarks."""
        return replace(
            self,
            approximated=(*self.approximated, *notes.approximated),
            left_out=(*self.left_out, *notes.left_out),
        )

    @property
    def skipped(self) -> int:
        """How many things were left out."""
        return len(self.left_out)

    @property
    def counts(self) -> Mapping[str, int]:
        return MappingProxyType({name: getattr(self, name) for name in COUNTS})


@dataclass(slots=True)
class Notes:
    """Collects remarks while a file is read."""

    approximated: list[Remark] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)

    def adapt(self, board: str, button: str, reason: Reason, detail: object = "") -> None:
        """This is there in another way."""
        self.approximated.append(Remark(board, button, reason, str(detail)[:200]))

    def skip(self, board: str, button: str, reason: Reason, detail: object = "") -> None:
        """This is not there."""
        self.left_out.append(Remark(board, button, reason, str(detail)[:200]))


def taken(boards: Iterable[Board]) -> tuple[Remark, ...]:
    """One remark for each board."""
    return tuple(Remark(board.title, "", Reason.TAKEN, str(len(board.buttons))) for board in boards)


def pictogram_numbers(boards: Iterable[Board]) -> frozenset[int]:
    """ARASAAC's number of every pictogram of these boards."""
    numbers = (image.arasaac_id for board in boards for image in board.images.values())
    return frozenset(number for number in numbers if number is not None)


def count_links(boards: Iterable[Board]) -> int:
    """Buttons that lead to a board."""
    return sum(
        button.load_board is not None for board in boards for button in board.buttons.values()
    )
