"""Sounds while boards are edited: what a button is heard as now, and what it shall be heard as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from aac_app.communicator import Occasion
from aac_app.editing import buttons
from aac_app.editing.session import EditingSession
from aac_app.errands import Errands
from aac_app.failures import explain
from aac_app.media_choice import SoundChoice
from aac_app.notices import Notices, Source
from aac_app.recording import Recording
from aac_app.ui.editor_stage import EditorStage
from pictograms.board import Sound
from pictograms.media import media_bytes


class SoundKeeper(Protocol):
    """Keeps sounds of one's own. Raises StoreError."""

    def add_sound(self, data: bytes) -> str: ...
    def media_file(self, path: str) -> Path | None: ...


class EditorSounds(QObject):
    """Lets buttons be heard, and puts sounds on them."""

    def __init__(
        self,
        stage: EditorStage,
        errands: Errands,
        media: SoundKeeper,
        notices: Notices,
        say: Callable[[str, Occasion, Recording | None], object],
        hush: Callable[[], object],
    ) -> None:
        super().__init__(stage)
        self._stage, self._errands, self._media = stage, errands, media
        self._notices, self._say, self._hush = notices, say, hush
        self._session: EditingSession | None = None
        stage.panel.word.tools.heard.connect(self._hear)
        stage.panel.word.deeds.sound_wanted.connect(self._open)
        stage.sounds.sound_chosen.connect(self._take)
        stage.sounds.closed.connect(stage.window.show_board)

    def show_session(self, session: EditingSession) -> None:
        self._session = session

    def play(self, recording: Recording | None) -> None:
        """What the chooser wants to be heard; None: silence."""
        if recording is None:
            self._hush()
        else:
            self._say("", Occasion.WORD, recording)

    def _hear(self) -> None:
        """Each selected button as it is heard in use: its sound, else its words."""
        session = self._session
        found = session.buttons if session else []
        if session and len(found) == 1:
            sound = session.board.sound_of(found[0])
            self._say(found[0].spoken, Occasion.WORD, self._recording(sound))
        elif found:
            words = " ".join(button.spoken for button in found)
            self._say(words, Occasion.WORD, None)

    def _recording(self, sound: Sound | None) -> Recording | None:
        if sound is None or self._session is None or not (sound.data or sound.path):
            return None
        return Recording(partial(self._bytes, sound, self._session.boards.source))

    def _bytes(self, sound: Sound, source: Path) -> bytes | None:
        """A new sound lies in the profile, an older one with its boards. Any thread."""
        file = self._media.media_file(sound.path) if sound.path else None
        return file.read_bytes() if file else media_bytes(sound, source)

    def _open(self) -> None:
        session = self._session
        if session is None or not session.buttons:
            return
        first = session.buttons[0]
        present = self._recording(session.board.sound_of(first))
        self._stage.sounds.open(first.label, present)
        self._stage.window.show_page(self._stage.sounds)

    def _take(self, choice: SoundChoice) -> None:
        self._stage.window.show_board()
        session = self._session
        if session is not None:
            put = partial(self._put, session.board.id, tuple(session.ids))
            self._errands.do(partial(self._kept, choice), put, self._failed)

    def _kept(self, choice: SoundChoice) -> Sound | None:
        if choice.sound is None or choice.data is None:
            return choice.sound
        return replace(choice.sound, path=self._media.add_sound(choice.data))

    def _put(self, board_id: str, ids: tuple[str, ...], sound: Sound | None) -> None:
        """On the buttons that it was chosen for, where they are still there."""
        session = self._session
        board = session.boards.boards.get(board_id) if session else None
        left = [name for name in ids if board is not None and name in board.buttons]
        if board is not None and left:
            self._stage.panel.edit_wanted.emit(buttons.sound(board, left, sound))

    def _failed(self, error: Exception) -> None:
        self._notices.tell(Source.EDITING, explain(error))
