"""Choosing what a button is heard as: a recording, a sound file, or the voice again.

A page for the editor, never a dialog. It records, reads and plays nothing itself: that is asked
by signals and answered through `show_recording`, `show_sound` and `tell` (see
aac_app.sound_desk.SoundDesk, which serves it).

    chooser = SoundChooser()
    desk = SoundDesk(chooser, SoundRecorder(), RecordedSounds())     # desk.stop() at the end
    desk.play_wanted.connect(...)       # aac_app.recording.Recording, or None for silence
    chooser.sound_chosen.connect(...)   # aac_app.media_choice.SoundChoice
    chooser.closed.connect(...)         # back without a choice
    chooser.open("apple", recording)    # the button's word, and its present sound or None
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from aac_app.media_choice import SoundChoice, own_sound
from aac_app.recording import Recording
from aac_app.sound_format import SUFFIXES
from aac_app.ui.file_page import FilePage
from aac_app.ui.fitting import FittedButton
from aac_app.ui.middle_page import MiddlePage, Scrolled
from aac_app.ui.picture_preview import CreditFields
from aac_app.ui.theme import MIN_TARGET

_TICK_MS = 200


class SoundChooser(MiddlePage):
    """Ends in one `sound_chosen` or `closed`. GUI thread."""

    sound_chosen = Signal(object)
    """aac_app.media_choice.SoundChoice"""
    record_asked = Signal()
    stop_asked = Signal()
    """End the recording; it comes back through `show_sound`."""
    file_asked = Signal(object)
    """pathlib.Path"""
    play_asked = Signal(object)
    """aac_app.recording.Recording"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = ""
        self._present: Recording | None = None
        self._new: tuple[bytes, str, float] | None = None
        self._is_recording = False
        self._clock, self._tick = QElapsedTimer(), QTimer(self)
        self.close_button, self.record_button = FittedButton(), FittedButton(growth=1.3)
        self.file_button, self.play_button = FittedButton(), FittedButton()
        self.remove_button, self.take_button = FittedButton(), FittedButton()
        self.take_button.setObjectName("speak")
        self.state, self.notice = QLabel(), QLabel()
        self.credits, self.files = CreditFields(), FilePage(SUFFIXES)
        self._stack = QStackedLayout(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the editor does ---------------------------------------------------------------

    def open(self, word: str, present: Recording | None = None) -> None:
        """Begin anew, for the button of this word with this sound."""
        self._stack.setCurrentIndex(0)
        self._word, self._present, self._new = word, present, None
        self.credits.clear()
        self.tell("")
        self._show_state()
        self.record_button.setFocus()

    # Answers ----------------------------------------------------------------------------

    def show_recording(self, *, is_on: bool) -> None:
        """The microphone is open, or has been closed."""
        self._is_recording = is_on
        if is_on:
            self.tell("")
            self._clock.start()
            self._tick.start(_TICK_MS)
        else:
            self._tick.stop()
        self._show_state()

    def show_sound(self, data: bytes, content_type: str, seconds: float, is_own: bool) -> None:
        """A sound that can be taken; `is_own`: recorded here just now."""
        self._new = data, content_type, seconds
        self.tell("")
        self._show_state()
        self.credits.setVisible(not is_own)
        self.play_button.setFocus()

    def tell(self, text: str) -> None:
        """One quiet line."""
        self.notice.setText(text)
        self.notice.setAccessibleName(text)

    # ------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        has_sound = self._new is not None or self._present is not None
        if self._is_recording:
            text = self.tr("Recording… {} s").format(round(self._clock.elapsed() / 1000))
        elif self._new is not None:
            text = self.tr("A new sound of {} s. Listen, then use it.").format(
                f"{self._new[2]:.1f}"
            )
        elif self._present is not None:
            text = self.tr("“{}” has a recorded sound.").format(self._word)
        else:
            text = self.tr("“{}” is said by the voice.").format(self._word)
        self.state.setText(text)
        self.state.setAccessibleName(text)
        name = self.tr("Stop recording") if self._is_recording else self.tr("Record")
        self.record_button.show_name("■" if self._is_recording else "●", name)
        self.play_button.setEnabled(has_sound and not self._is_recording)
        self.remove_button.setEnabled(has_sound and not self._is_recording)
        self.file_button.setEnabled(not self._is_recording)
        self.take_button.setEnabled(self._new is not None and not self._is_recording)
        self.credits.setVisible(False)

    def _record(self) -> None:
        if self._is_recording:
            self.stop_asked.emit()
        else:
            self.record_asked.emit()

    def _play(self) -> None:
        if self._new is not None:
            self.play_asked.emit(Recording.of(self._new[0]))
        elif self._present is not None:
            self.play_asked.emit(self._present)

    def _remove(self) -> None:
        """A new one is dropped first, then the one that the button has."""
        if self._new is not None:
            self._new = None
            self._show_state()
        else:
            self.sound_chosen.emit(SoundChoice(None))

    def _take(self) -> None:
        if self._new is not None:
            self.sound_chosen.emit(own_sound(*self._new, self.credits.credits))

    def _open_files(self) -> None:
        self._stack.setCurrentIndex(1)
        self.files.open()

    def _close_files(self) -> None:
        self._stack.setCurrentIndex(0)
        self.file_button.setFocus()

    def _file_chosen(self, path: Path) -> None:
        self._stack.setCurrentIndex(0)
        self.tell(self.tr("Reading {}…").format(path.name))
        self.file_asked.emit(path)

    def leave(self) -> None:
        if self._is_recording:
            self.stop_asked.emit()
        self.closed.emit()

    # Qt ---------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        if self._is_recording:
            self.stop_asked.emit()  # nobody is recorded behind a page that is not seen
        super().hideEvent(event)

    def retranslate(self) -> None:
        self.close_button.show_name("←", self.tr("Back"))
        self.file_button.show_name("♫", self.tr("From a file"))
        self.play_button.show_name("▶", self.tr("Listen"))
        self.remove_button.show_name("✕", self.tr("Remove the sound"))
        self.take_button.show_name("✓", self.tr("Use this sound"))
        self.credits.retranslate()
        self.files.retranslate()
        self._show_state()

    def _lay_out(self) -> None:
        page = QWidget()
        grid = QGridLayout()
        grid.addWidget(self.record_button, 0, 0, 1, 2)
        grid.addWidget(self.file_button, 1, 0)
        grid.addWidget(self.play_button, 1, 1)
        grid.addWidget(self.remove_button, 2, 0)
        grid.addWidget(self.take_button, 2, 1)
        self.state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self.state, self.notice):
            label.setWordWrap(True)
        self.notice.setObjectName("status")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        below = Scrolled()
        below.column.addWidget(self.state)
        below.column.addLayout(grid)
        below.column.addWidget(self.credits)
        below.column.addWidget(self.notice)
        below.column.addStretch(1)
        layout.addWidget(self.close_button)
        layout.addWidget(below, 1)
        for button in (self.file_button, self.play_button, self.remove_button, self.take_button):
            button.setFixedHeight(MIN_TARGET + 4)
        self.close_button.setFixedHeight(MIN_TARGET + 4)
        self.record_button.setFixedHeight(MIN_TARGET + 16)
        self.state.setMinimumHeight(MIN_TARGET)
        self._stack.addWidget(page)
        self._stack.addWidget(self.files)

    def _connect(self) -> None:
        self._tick.timeout.connect(self._show_state)
        self.close_button.clicked.connect(self.leave)
        self.record_button.clicked.connect(self._record)
        self.file_button.clicked.connect(self._open_files)
        self.play_button.clicked.connect(self._play)
        self.remove_button.clicked.connect(self._remove)
        self.take_button.clicked.connect(self._take)
        self.files.file_chosen.connect(self._file_chosen)
        self.files.closed.connect(self._close_files)
