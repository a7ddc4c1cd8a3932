"""The quiet line: the latest notice, the pictures that are left, and what can be done. No Qt."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Line(Protocol):
    """A line on the screen."""

    def say(self, text: str) -> None: ...
    def show_progress(self, text: str) -> None: ...
    def offer(self, text: str) -> None: ...


class Source(Enum):
    """What a notice is about; a newer one about the same replaces it, or takes it back."""

    MESSAGE = "message"
    VOICE = "voice"
    ENGINE = "engine"
    SERVER = "server"
    PICTURES = "pictures"
    BOARDS = "boards"
    SETTINGS = "settings"
    HISTORY = "history"
    EDITING = "editing"
    SAVING = "saving"
    BUG = "bug"


class Notices:
    """Keeps the latest notice of each source and shows them in one line, the newest first."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._texts: dict[Source, str] = {}

    def tell(self, source: Source, text: str) -> None:
        """Show a notice; an empty one takes back what was told about this source."""
        self._texts.pop(source, None)
        if text:
            self._texts[source] = text
        self._line.say("   ·   ".join(reversed(self._texts.values())))

    @property
    def texts(self) -> tuple[str, ...]:
        """What is told now, the newest first."""
        return tuple(reversed(self._texts.values()))
